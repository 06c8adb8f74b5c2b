import { createRequire } from "node:module";

import { FIELDS } from "../catalogue.mjs";
import { folded, joined, words } from "../text.mjs";
import { overTheWire, shown } from "../weigh.mjs";

const require = createRequire(import.meta.url);
const lunr = require("lunr");
// Each of these adds a language to the one `lunr` there is; English is in it.
require("lunr-languages/lunr.stemmer.support.js")(lunr);
require("lunr-languages/lunr.nl.js")(lunr);
require("lunr-languages/lunr.fr.js")(lunr);

export const name = "Lunr";
export const typos = true;

/**
 * The best of 65 settings that `tune.mjs` tried (nDCG@10 0.682 on the part `tuning`): its own stemmers and stop words,
 * one mistake from six letters on, beginnings from four, both counting less than the word itself. No stemmer, no stop
 * words, two mistakes, other BM25 parameters and field boosts were worse.
 */
export const setting = {
  boost: {
    name: 2, former: 1, phrases: 2, summary: 1, steps: 0.5, organisation: 0,
    themes: 0, themePhrases: 1, lexicon: 1, elsewhere: 1,
  },
  pipeline: "stemmer and stop words", fuzzy: 1, fuzzyFrom: 6, fuzzyBoost: 0.3, prefix: 4, prefixBoost: 0.1,
  k1: 1.2, b: 0.1, importance: 0.25,
};

export const alternatives = {
  pipeline: ["stemmer and stop words", "stop words", "nothing"],
  fuzzy: [0, 1, 2],
  fuzzyFrom: [4, 5, 6, 7],
  fuzzyBoost: [0.1, 0.3, 0.6],
  prefix: [0, 3, 4, 5, 6],
  prefixBoost: [0.1, 0.3, 0.6],
  k1: [0.6, 1.2, 2],
  b: [0.1, 0.3, 0.5, 0.75, 0.9],
  importance: [0, 0.25, 0.5, 1],
};

/** Accents go before stemming, in documents and in questions alike: people leave them out. */
function unaccented(token) {
  return token.update(folded);
}
lunr.Pipeline.registerFunction(unaccented, "unaccented");

/** Its own words and stemmers of a language, as far as the setting wants them. */
function pipelineOf(lang, wanted) {
  const { stopWordFilter, stemmer } = lang === "en" ? lunr : lunr[lang];
  const trimmer = lang === "en" ? lunr.trimmer : lunr[lang].trimmer;
  return [
    trimmer,
    wanted !== "nothing" && stopWordFilter,
    unaccented,
    wanted === "stemmer and stop words" && stemmer,
  ].filter(Boolean);
}

export const boosts = [0, 0.5, 1, 2, 4];

/** @param {typeof setting} chosen */
export function create(chosen) {
  const { boost, fuzzy, fuzzyFrom, fuzzyBoost, prefix, prefixBoost, k1, b, importance } = chosen;
  const engines = new Map();
  const stopped = new Map();
  let texts;
  return {
    async build(documents, lang) {
      texts = documents;
      const builder = new lunr.Builder();
      builder.pipeline.add(...pipelineOf(lang, chosen.pipeline));
      if (chosen.pipeline === "stemmer and stop words") builder.searchPipeline.add(pipelineOf(lang, chosen.pipeline).at(-1));
      builder.k1(k1);
      builder.b(b);
      builder.ref("id");
      for (const field of FIELDS.filter((field) => boost[field] > 0)) {
        builder.field(field, { boost: boost[field], extractor: (document) => joined(document[field]) });
      }
      for (const document of documents) builder.add(document, { boost: document.importance ** importance });
      engines.set(lang, builder.build());
      const { stopWordFilter } = lang === "en" ? lunr : lunr[lang];
      stopped.set(lang, chosen.pipeline === "nothing" ? () => true : (word) => stopWordFilter(new lunr.Token(word)));
    },
    search(query, lang) {
      const terms = words(query).filter(stopped.get(lang));
      const found = engines.get(lang).query((clauses) => {
        for (const word of terms) {
          clauses.term(word, {});
          if (prefix > 0 && word.length >= prefix) {
            clauses.term(word, { wildcard: lunr.Query.wildcard.TRAILING, boost: prefixBoost, usePipeline: false });
          }
          if (fuzzy > 0 && word.length >= fuzzyFrom) clauses.term(word, { editDistance: fuzzy, boost: fuzzyBoost });
        }
      });
      return found.slice(0, 10).map(({ ref }) => ref);
    },
    bytes(lang) {
      const added = lang === "en" ? [] : ["stemmer.support", lang];
      const source = ["lunr", ...added.map((part) => `lunr-languages/lunr.${part}.js`)]
        .map((module, place) => `import add${place} from "${module}"; export { add${place} };`).join("\n");
      return overTheWire(source, [JSON.stringify(engines.get(lang)), shown(texts)]);
    },
  };
}
