// From opening a page to the first answer, on slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms) with a processor four times
// slower: the settings Lighthouse calls mobile, applied for real by Chromium. Each figure is the median of three visits with
// an empty cache. A page with MiniSearch and the same products stands beside ours.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "./minisearch.mjs";

const [site, catalogue] = process.argv.slice(2);
const other = await serve(JSON.parse(readFileSync(catalogue)));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });

const VISITS = {
  "search, question in the address": { address: `${site}/nl/?q=huur%20te%20duur`, wanted: ".results .card" },
  "the same with MiniSearch": { address: `${other.address}/?q=huur%20te%20duur`, wanted: ".results .card" },
  "rights check, first question": { address: `${site}/nl/rechtencheck/`, pressed: "[data-press=start]", wanted: ".check .question" },
  "rights check, results": { address: `${site}/nl/rechtencheck/#profile=${profile()}`, wanted: ".check .card" },
  "product page": { address: `${site}/nl/geld/leefloon/`, wanted: "main .call" },
};

function profile() {
  return encodeURIComponent(JSON.stringify({ answers: { topics: ["money"], municipality: "kortrijk", children: [0, 4] } }));
}

async function visit({ address, pressed, wanted }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8,
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  if (pressed) await page.locator(pressed).click();
  await page.locator(wanted).first().waitFor();
  const seconds = (performance.now() - start) / 1000;
  await context.close();
  return { seconds, bytes };
}

console.log("\n| visit | to the first answer | KB |");
console.log("|---|---:|---:|");
for (const [name, one] of Object.entries(VISITS)) {
  const visits = [];
  for (let i = 0; i < 3; i += 1) visits.push(await visit(one));
  visits.sort((a, b) => a.seconds - b.seconds);
  console.log(`| ${name} | ${visits[1].seconds.toFixed(1)} s | ${Math.round(visits[1].bytes / 1000)} |`);
}
await browser.close();
other.stop();
