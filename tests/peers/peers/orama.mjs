import { create as database, insertMultiple, save, search } from "@orama/orama";

import { FIELDS } from "../catalogue.mjs";
import { joined, LANGUAGES, processor, STEMMERS, STOP_WORDS, toolsFor, topTen, words } from "../text.mjs";
import { overTheWire } from "../weigh.mjs";

export const name = "Orama";
export const typos = true;

/**
 * The best of some 130 settings that `tune.mjs` tried (nDCG@10 0.576 on the part `tuning`): word by word, and mistakes
 * only where a word is not found as it stands. The question as a whole with a tolerance, as the library has it by
 * itself, comes to 0.512, with `strictFirst` to 0.514, without a tolerance to 0.502; whole words only to 0.162;
 * stemming was no better.
 */
export const setting = {
  boost: {
    name: 2, former: 1, phrases: 4, summary: 1, steps: 0, organisation: 2,
    themes: 1, themePhrases: 2, lexicon: 1, elsewhere: 1,
  },
  stem: false, stop: true, tolerance: 2, threshold: 1, exact: false, k: 0.3, b: 0, d: 3, strictFirst: true, wordwise: true,
};

export const alternatives = {
  stem: [true, false],
  stop: [true, false],
  tolerance: [0, 1, 2],
  threshold: [0, 0.5, 1],
  exact: [false, true],
  k: [0.1, 0.3, 0.6, 1.2, 2],
  b: [0, 0.1, 0.3, 0.5, 0.75],
  d: [0, 0.5, 1, 3, 10],
  strictFirst: [true, false],
  wordwise: [true, false],
};

export const boosts = [0, 0.5, 1, 2, 4];

/** @param {typeof setting} chosen */
export function create(chosen) {
  const { boost, tolerance, threshold, exact, k, b, d, strictFirst, wordwise } = chosen;
  const fields = FIELDS.filter((field) => boost[field] > 0);
  const engines = new Map();
  return {
    async build(documents, lang) {
      const engine = database({
        schema: Object.fromEntries(fields.map((field) => [field, "string"])),
        components: {
          tokenizer: {
            language: LANGUAGES[lang],
            ...(chosen.stem ? { stemming: true, stemmer: STEMMERS[lang] } : { stemming: false }),
            stopWords: chosen.stop ? STOP_WORDS[lang] : [],
          },
        },
      });
      // It takes accents off what it indexes after it looks for stop words, as it does with questions.
      const rows = documents.map((document) => ({
        id: document.id,
        ...Object.fromEntries(fields.map((field) => [field, joined(document[field])])),
      }));
      await insertMultiple(engine, rows);
      engine.keep = (word) => !chosen.stop || processor(lang, { stem: false, stop: true })(word) !== null;
      engines.set(lang, engine);
    },
    search(query, lang) {
      const ask = (term, near, limit) =>
        search(engines.get(lang), {
          term,
          properties: fields,
          limit,
          boost: Object.fromEntries(fields.map((field) => [field, boost[field]])),
          tolerance: near,
          threshold,
          exact,
          relevance: { k, b, d },
        }).hits;
      if (wordwise) {
        // Each word by itself, with mistakes only if it is nowhere as it stands; the scores are added.
        const scores = new Map();
        for (const word of new Set(words(query).filter(engines.get(lang).keep))) {
          const strict = ask(word, 0, 400);
          const found = strict.length > 0 || word.length < 5 ? strict : ask(word, tolerance, 400);
          for (const { id, score } of found) scores.set(id, (scores.get(id) ?? 0) + score);
        }
        return topTen(scores);
      }
      if (!strictFirst || tolerance === 0) return ask(query, tolerance, 10).map(({ id }) => id);
      const strict = ask(query, 0, 10).map(({ id }) => id);
      if (strict.length === 10) return strict;
      return [...new Set([...strict, ...ask(query, tolerance, 10).map(({ id }) => id)])].slice(0, 10);
    },
    bytes(lang) {
      const source = `export { create, load, search } from "@orama/orama"; ${toolsFor(lang, chosen)}`;
      return overTheWire(source, [JSON.stringify(save(engines.get(lang)))]);
    },
  };
}
