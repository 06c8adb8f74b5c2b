/**
 * Our engine beside the libraries a site could pick instead, on the same catalogue and the same judged questions:
 * `node compare.mjs CATALOGUE.json [--json FILE]`, with what `rights export` writes. Prints a Markdown table.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { documents, questions } from "./catalogue.mjs";
import { figures, percentile } from "./metrics.mjs";
import * as flexsearch from "./peers/flexsearch.mjs";
import * as fuse from "./peers/fuse.mjs";
import * as lunr from "./peers/lunr.mjs";
import * as minisearch from "./peers/minisearch.mjs";
import * as orama from "./peers/orama.mjs";
import * as ours from "./peers/ours.mjs";
import * as pagefind from "./peers/pagefind.mjs";

/** The language of the page whose weight is told: the one most of its readers have. */
const PAGE = "nl";

const usage = "usage: node compare.mjs CATALOGUE.json [--json FILE]";
let given;
try {
  given = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
} catch ({ message }) {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}
if (given.positionals.length !== 1) {
  console.error(usage);
  process.exit(2);
}
const catalogue = JSON.parse(readFileSync(given.positionals[0], "utf8"));
const asked = questions();
const texts = new Map(catalogue.languages.map((lang) => [lang, documents(catalogue, lang)]));
const ids = new Set(catalogue.products.map(({ id }) => id));

/** How good, how quick and how heavy one engine is. */
async function measure(peer) {
  const engine = peer.create(peer.setting);
  for (const [lang, language] of texts) await engine.build(language, lang);
  const outcomes = [];
  // The round that warms up is the round that is judged: every engine gives the same answer to the same question.
  for (const question of asked) {
    const hits = await engine.search(question.q, question.lang);
    const strange = hits.find((id) => !ids.has(id));
    if (strange !== undefined) throw new Error(`${peer.name} gives the product ${strange}, which does not exist`);
    outcomes.push({ ...question, hits });
  }
  const micros = [];
  for (const { q, lang } of asked) {
    const start = process.hrtime.bigint();
    const answer = engine.search(q, lang);
    // Who answers at once does not pay for waiting.
    if (answer instanceof Promise) await answer;
    micros.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  const bytes = await engine.bytes(PAGE);
  await engine.close?.();
  const part = (name) => figures(outcomes.filter((outcome) => outcome.part === name));
  return {
    name: peer.name,
    typos: peer.typos,
    setting: peer.setting,
    tuning: part("tuning"),
    aside: part("aside"),
    byLanguage: Object.fromEntries(catalogue.languages.map((lang) => [
      lang, figures(outcomes.filter((outcome) => outcome.part === "aside" && outcome.lang === lang)),
    ])),
    byClass: Object.fromEntries([...new Set(asked.map((question) => question.class))].sort().map((name) => [
      name, figures(outcomes.filter((outcome) => outcome.part === "aside" && outcome.class === name)),
    ])),
    p50: percentile(micros, 0.5),
    p99: percentile(micros, 0.99),
    bytes,
  };
}

const table = [];
for (const peer of [ours, minisearch, lunr, orama, flexsearch, pagefind, fuse]) {
  console.error(`${peer.name} …`);
  table.push(await measure(peer));
}
const [own, ...others] = table;
others.sort((a, b) => b.aside.ndcg - a.aside.ndcg);

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0, useGrouping: true });
console.log("| engine | typos | nDCG@10 | success@1 | success@5 | p50 µs | p99 µs | kB over the wire |");
console.log("|---|---|---:|---:|---:|---:|---:|---:|");
for (const { name, typos, aside, p50, p99, bytes } of [own, ...others]) {
  const measures = [aside.ndcg, aside.success1, aside.success5].map((value) => value.toFixed(3));
  const costs = [p50, p99, bytes / 1000].map((value) => whole.format(value));
  console.log(`| ${[name, typos ? "yes" : "no", ...measures, ...costs].join(" | ")} |`);
}
const [best] = others;
const ahead = own.aside.ndcg - best.aside.ndcg;
const signed = `${ahead >= 0 ? "+" : ""}${ahead.toFixed(3)}`;
console.log(`\nnDCG@10 of ${own.name} less that of the best peer, ${best.name}: ${signed}`);
const { node } = process.versions;
console.log(`(${own.aside.questions} questions that have an answer, from the part no tuning looks at; Node ${node})`);
if (given.values.json !== undefined) writeFileSync(given.values.json, `${JSON.stringify(table, null, 2)}\n`);
