/**
 * Looks for the best setting of a peer: `node tune.mjs CATALOGUE.json PEER`. One value after the other is changed to
 * each of its alternatives, and kept when nDCG@10 on the part `tuning` rises, until no change helps. The part `aside`
 * is never looked at here.
 */

import { readFileSync } from "node:fs";

import { documents, FIELDS, questions } from "./catalogue.mjs";
import { figures } from "./metrics.mjs";

const [file, which, rounds = "3"] = process.argv.slice(2);
if (which === undefined) {
  console.error("usage: node tune.mjs CATALOGUE.json PEER [ROUNDS]");
  process.exit(2);
}
const catalogue = JSON.parse(readFileSync(file, "utf8"));
const peer = await import(`./peers/${which}.mjs`);
const asked = questions().filter(({ part, relevant }) => part === "tuning" && Object.keys(relevant).length > 0);
const texts = catalogue.languages.map((lang) => [lang, documents(catalogue, lang)]);

/** nDCG@10 with a setting. */
async function merit(setting) {
  const engine = peer.create(setting);
  for (const [lang, language] of texts) await engine.build(language, lang);
  const outcomes = [];
  for (const { q, lang, relevant } of asked) outcomes.push({ relevant, hits: await engine.search(q, lang) });
  await engine.close?.();
  return figures(outcomes).ndcg;
}

/** Every change of one value: how it is called, and the setting with it. */
function* changes(setting) {
  for (const [key, values] of Object.entries(peer.alternatives)) {
    for (const value of values) if (value !== setting[key]) yield [`${key} ${value}`, { ...setting, [key]: value }];
  }
  for (const field of setting.boost ? FIELDS : []) {
    for (const value of peer.boosts ?? [0, 0.25, 0.5, 1, 2, 3, 5, 8]) {
      if (value === setting.boost[field]) continue;
      yield [`boost of ${field} ${value}`, { ...setting, boost: { ...setting.boost, [field]: value } }];
    }
  }
}

/** Where a change that was tried before stands in what it changes, so that it goes by name and not by place. */
const keyOf = (name) => name.slice(0, name.lastIndexOf(" "));

let best = peer.setting;
let top = await merit(best);
let tried = 1;
console.log(`${top.toFixed(4)} to begin with`);
for (let round = 0; round < Number(rounds); round += 1) {
  const before = top;
  const keys = new Set([...changes(best)].map(([name]) => keyOf(name)));
  for (const key of keys) {
    for (const [name, setting] of [...changes(best)].filter(([name]) => keyOf(name) === key)) {
      const value = await merit(setting);
      tried += 1;
      if (value > top + 1e-6) {
        [best, top] = [setting, value];
        console.log(`${top.toFixed(4)} ${name}`);
      }
    }
  }
  if (top === before) break;
}
console.log(`${top.toFixed(4)} after ${tried} settings\n${JSON.stringify(best)}`);
