// What the engine takes in Chromium, on the full catalogue: every judged question, a suggestion at every letter of the first
// hundred, and a screening of every family. One round warms up, the second is measured.
import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const root = new URL("../../", import.meta.url);
const built = (name) => readFileSync(new URL(`target/parity/${name}`, root));
const judged = readdirSync(new URL("tests/judgements/", root)).flatMap((file) =>
  readFileSync(new URL(`tests/judgements/${file}`, root), "utf8").trim().split("\n").map((line) => JSON.parse(line)));
const families = JSON.parse(built("families.json"));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
// Chromium rounds its clock unless a page is isolated from others.
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const page = await browser.newPage();
await page.route("http://engine.test/**", (route) => {
  const name = new URL(route.request().url()).pathname.slice(1);
  const kinds = { js: "text/javascript", wasm: "application/wasm", bin: "application/octet-stream" };
  if (name === "") return route.fulfill({ contentType: "text/html", headers: isolated, body: "<!DOCTYPE html><title>engine</title>" });
  return route.fulfill({ contentType: kinds[name.split(".").pop()], headers: isolated, body: built(name) });
});
await page.goto("http://engine.test/");

const figures = await page.evaluate(async ([questions, profiles]) => {
  const { default: init, Explorer } = await import("/engine.js");
  await init({ module_or_path: "/engine_web.wasm" });
  const explorers = {};
  const opening = [];
  for (const lang of ["nl", "fr", "en"]) {
    const bytes = new Uint8Array(await (await fetch(`/${lang}.bin`)).arrayBuffer());
    const start = performance.now();
    explorers[lang] = new Explorer(bytes);
    opening.push((performance.now() - start) * 1000);
  }
  const timed = (tasks) => {
    tasks.forEach((task) => task());
    return tasks.map((task) => {
      const start = performance.now();
      task();
      return (performance.now() - start) * 1000;
    });
  };
  const typing = questions.slice(0, 100).flatMap(({ q, lang }) =>
    Array.from({ length: Math.min(q.length, 20) }, (_, at) => () => explorers[lang].suggest(q.slice(0, at + 1), lang)));
  return {
    "open a bundle": opening,
    question: timed(questions.map(({ q, lang }) => () => explorers[lang].search(q, lang))),
    suggestions: timed(typing),
    "verdicts of all products": timed(profiles.map((profile) => () => explorers.nl.verdicts(profile))),
    "the same with every reason": timed(profiles.map((profile) => () => explorers.nl.screen(profile, "nl"))),
    "next question": timed(profiles.map((profile) => () => explorers.nl.nextQuestion(profile, [], "nl"))),
  };
}, [judged.map(({ q, lang }) => ({ q, lang })), families.map(({ profile }) => profile)]);
await browser.close();

console.log("\n| in Chromium | times | p50 µs | p99 µs |");
console.log("|---|---:|---:|---:|");
for (const [name, times] of Object.entries(figures)) {
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))]);
  console.log(`| ${name} | ${times.length} | ${at(0.5)} | ${at(0.99)} |`);
}
