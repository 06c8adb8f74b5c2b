import { Charset, Index } from "flexsearch";

import { FIELDS } from "../catalogue.mjs";
import { joined, processor, toolsFor, topTen, words } from "../text.mjs";
import { overTheWire, shown } from "../weigh.mjs";

export const name = "FlexSearch";
export const typos = false;

/**
 * The best of 179 settings that `tune.mjs` tried (nDCG@10 0.667 on the part `tuning`): word by word over an index a
 * field, with stemming and without stop words. Questions as a whole with `suggest` come to 0.571; the charsets Latin…
 * (which also read words that sound alike as one), tolerant, forward and full tokens, context and other resolutions
 * were worse. So this best setting does not forgive typing mistakes, but for accents and endings.
 */
export const setting = {
  boost: {
    name: 0.5, former: 1, phrases: 2, summary: 1, steps: 0.25, organisation: 0.25,
    themes: 0.5, themePhrases: 2, lexicon: 1, elsewhere: 2,
  },
  combine: "words", charset: "Normalize", tokenize: "strict", resolution: 9, context: false, idf: 0.5, fade: 0.01,
  stem: true, stop: true,
};

export const alternatives = {
  combine: ["words", "suggest"],
  charset: ["Exact", "Normalize", "LatinBalance", "LatinAdvanced", "LatinExtra", "LatinSoundex"],
  tokenize: ["strict", "tolerant", "forward", "full"],
  resolution: [1, 3, 9],
  context: [false, true],
  stem: [true, false],
  stop: [true, false],
  idf: [0, 0.5, 1, 2],
  fade: [0, 0.01, 0.1],
};

/** @param {typeof setting} chosen */
export function create(chosen) {
  const { boost, combine, charset, tokenize, resolution, context, idf, fade } = chosen;
  const fields = FIELDS.filter((field) => boost[field] > 0);
  const engines = new Map();
  let texts;
  return {
    async build(documents, lang) {
      texts = documents;
      const keep = processor(lang, chosen);
      const plain = (text) => words(text).map(keep).filter((word) => word !== null);
      const indexes = fields.map((field) => {
        const index = new Index({ tokenize, resolution, context, encoder: Charset[charset] });
        documents.forEach((document, place) => index.add(place, plain(joined(document[field])).join(" ")));
        return { weight: boost[field], index };
      });
      engines.set(lang, { plain, indexes, ids: documents.map(({ id }) => id) });
    },
    search(query, lang) {
      const { plain, indexes, ids } = engines.get(lang);
      const terms = [...new Set(plain(query))];
      const scores = new Map();
      // It gives an order and no scores. So each word is asked of each field, a rare word counts more, and the scores are
      // added; or the whole question is asked, pages with only some of the words coming last.
      const asked = combine === "words" ? terms.map((word) => [word]) : [terms];
      for (const part of asked) {
        for (const { weight, index } of indexes) {
          const found = index.search(part.join(" "), { limit: ids.length, suggest: combine === "suggest" });
          const rare = combine === "words" ? Math.log(1 + ids.length / (found.length + 0.5)) ** idf : 1;
          const slope = combine === "words" ? fade : 0.1;
          found.forEach((place, rank) => {
            scores.set(ids[place], (scores.get(ids[place]) ?? 0) + (weight * rare) / (1 + slope * rank));
          });
        }
      }
      return topTen(scores);
    },
    async bytes(lang) {
      const source = `export { Charset, Index } from "flexsearch"; ${toolsFor(lang, chosen)}`;
      const parts = {};
      engines.get(lang).indexes.forEach(({ index }, place) => {
        index.export((key, data) => { parts[`${place}.${key}`] = data; });
      });
      return overTheWire(source, [JSON.stringify(parts), shown(texts)]);
    },
  };
}
