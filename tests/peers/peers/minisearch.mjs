import MiniSearch from "minisearch";

import { FIELDS } from "../catalogue.mjs";
import { joined, processor, toolsFor } from "../text.mjs";
import { overTheWire } from "../weigh.mjs";

export const name = "MiniSearch";
export const typos = true;

/**
 * The best of some 300 settings that `tune.mjs` tried (nDCG@10 0.70 on the part `tuning`): an index for each language,
 * with the names and phrases of the other languages as one more field; any word, mistakes up to a quarter of a word,
 * beginnings from three letters on, stop words left out. Without mistakes it comes to 0.65, with every word wanted to
 * 0.49, without the other languages to 0.67, without the lexicon to 0.68; stemming, stop words kept, other BM25
 * parameters and other boosts were no better.
 */
export const setting = {
  boost: {
    name: 1, former: 1, phrases: 2, summary: 1, steps: 0.25, organisation: 0.5,
    themes: 0.25, themePhrases: 1, lexicon: 1, elsewhere: 1,
  },
  combineWith: "OR", prefix: 3, prefixWeight: 0.2, fuzzy: 0.25, fuzzyWeight: 0.2, stem: false, stop: true,
  k: 2, b: 0.3, d: 0.5, importance: 0.25,
};

export const alternatives = {
  combineWith: ["OR", "AND"],
  stem: [true, false],
  stop: [true, false],
  fuzzy: [0, 0.1, 0.2, 0.25, 0.3, 0.4],
  fuzzyWeight: [0.1, 0.2, 0.45, 0.7],
  prefix: [0, 3, 4, 5, 6],
  prefixWeight: [0.1, 0.2, 0.375, 0.6],
  k: [0.6, 1.2, 2],
  b: [0.3, 0.5, 0.7, 0.9],
  d: [0, 0.25, 0.5, 1],
  importance: [0, 0.25, 0.5, 1],
};

/** @param {typeof setting} chosen */
export function create(chosen) {
  const { boost, combineWith, fuzzy, importance, k, b, d } = chosen;
  const fields = FIELDS.filter((field) => boost[field] > 0);
  const engines = new Map();
  return {
    async build(documents, lang) {
      const index = new MiniSearch({
        fields,
        storeFields: ["name", "summary", "importance"],
        extractField: (document, field) => (fields.includes(field) ? joined(document[field]) : document[field]),
        processTerm: processor(lang, chosen),
      });
      index.addAll(documents);
      engines.set(lang, index);
    },
    search(query, lang) {
      const found = engines.get(lang).search(query, {
        boost,
        combineWith,
        fuzzy,
        // Only a longer word may be the beginning of another; 0 for no word at all.
        prefix: (word) => chosen.prefix > 0 && word.length >= chosen.prefix,
        weights: { fuzzy: chosen.fuzzyWeight, prefix: chosen.prefixWeight },
        bm25: { k, b, d },
        boostDocument: (id, word, { importance: merit }) => merit ** importance,
      });
      return found.slice(0, 10).map(({ id }) => id);
    },
    bytes(lang) {
      const source = `export { default } from "minisearch"; ${toolsFor(lang, chosen)}`;
      return overTheWire(source, [JSON.stringify(engines.get(lang))]);
    },
  };
}
