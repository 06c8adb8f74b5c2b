// Lighthouse scores of one page of each kind, with Lighthouse's own mobile settings (slow 4G, a processor four times slower,
// simulated), and what a first visit loads.
import { chromium } from "playwright-core";
import lighthouse from "lighthouse";

const site = process.argv[2];
const PAGES = [
  "/nl/", "/nl/geld/", "/nl/geld/leefloon/", "/fr/argent/leefloon/", "/nl/nood/schulden/", "/nl/wie-helpt/ocmw-kortrijk/",
  "/nl/a-tot-z/", "/nl/over/", "/nl/rechtencheck/", "/nl/hulpverlener/",
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const port = 9222 + (process.pid % 1000);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [`--remote-debugging-port=${port}`, "--no-sandbox", "--disable-gpu"],
});
console.log(`| page | ${CATEGORIES.join(" | ")} | first content | largest content | KB |`);
console.log(`|---|${CATEGORIES.map(() => "---:").join("|")}|---:|---:|---:|`);
for (const page of PAGES) {
  const { lhr } = await lighthouse(site + page, { port, logLevel: "error", onlyCategories: CATEGORIES });
  const scores = CATEGORIES.map((id) => Math.round(lhr.categories[id].score * 100));
  const seconds = (id) => `${(lhr.audits[id].numericValue / 1000).toFixed(1)} s`;
  const kilobytes = Math.round(lhr.audits["total-byte-weight"].numericValue / 1000);
  console.log(`| ${page} | ${scores.join(" | ")} | ${seconds("first-contentful-paint")} | ${seconds("largest-contentful-paint")} | ${kilobytes} |`);
  for (const id of CATEGORIES) {
    for (const { id: audit } of lhr.categories[id].auditRefs) {
      const { score, title, scoreDisplayMode } = lhr.audits[audit];
      if (id !== "performance" && score !== null && score < 1 && scoreDisplayMode !== "informative") console.log(`  ${page}: ${title} (${audit})`);
    }
  }
}
await browser.close();
