import Fuse from "fuse.js";

import { FIELDS } from "../catalogue.mjs";
import { joined, processor, toolsFor, words } from "../text.mjs";
import { overTheWire, shown } from "../weigh.mjs";

export const name = "Fuse.js";
export const typos = true;

/**
 * The best of what was tried that still answers in tenths of a second: token search over fields as one text each, any
 * word, stop words left out. It is too slow for `tune.mjs`: some 20 settings were tried on every twelfth question of the
 * part `tuning` or fewer, and the best on every third (nDCG@10 0.532; 0.505 on the whole part). With the words of the
 * lexicon and the names of themes it is 0.538 there, at five times the time, which no page could bear. Lists text by
 * text, the question as one pattern, words with a bar between them, other thresholds, and no field norm were all worse.
 */
export const setting = {
  boost: {
    name: 1, former: 1, phrases: 2, summary: 1, steps: 0, organisation: 1,
    themes: 0, themePhrases: 1, lexicon: 0, elsewhere: 0,
  },
  mode: "token", threshold: 0.3, join: true, stop: true, ignoreFieldNorm: false, fieldNormWeight: 1, minMatchCharLength: 2,
};

export const alternatives = {
  mode: ["token", "extended", "whole"],
  threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.6],
  join: [true, false],
  stop: [true, false],
  ignoreFieldNorm: [true, false],
  fieldNormWeight: [0.5, 1, 2],
  minMatchCharLength: [1, 2, 3, 4],
};
export const boosts = [0, 0.5, 1, 2, 4];

/** @param {typeof setting} chosen */
export function create(chosen) {
  const { boost, mode, stop, join, threshold, ignoreFieldNorm, fieldNormWeight, minMatchCharLength } = chosen;
  const fields = FIELDS.filter((field) => boost[field] > 0);
  const engines = new Map();
  return {
    async build(documents, lang) {
      const rows = documents.map((document) => ({
        id: document.id,
        // A list is matched text by text, or as one text.
        ...Object.fromEntries(fields.map((field) => [field, join ? joined(document[field]) : document[field]])),
      }));
      const fuse = new Fuse(rows, {
        keys: fields.map((field) => ({ name: field, weight: boost[field] })),
        threshold,
        ignoreLocation: true,
        ignoreFieldNorm,
        fieldNormWeight,
        minMatchCharLength,
        ignoreDiacritics: true,
        useTokenSearch: mode === "token",
        useExtendedSearch: mode === "extended",
      });
      engines.set(lang, { fuse, rows, documents, keep: processor(lang, { stem: false, stop }) });
    },
    search(query, lang) {
      const { fuse, keep } = engines.get(lang);
      const terms = words(query).filter((word) => keep(word) !== null);
      if (terms.length === 0) return [];
      // In its extended form a bar means "or".
      const asked = terms.join(mode === "extended" ? " | " : " ");
      return fuse.search(asked, { limit: 10 }).map(({ item }) => item.id);
    },
    /** The texts alone: its index only saves the time to make it, and would make a page heavier. */
    bytes(lang) {
      const { rows, documents } = engines.get(lang);
      const source = `export { default } from "fuse.js"; ${toolsFor(lang, { stem: false, stop })}`;
      // The texts hold name and summary already if those are searched.
      const data = boost.name > 0 && boost.summary > 0 ? [] : [shown(documents)];
      return overTheWire(source, [JSON.stringify(rows), ...data]);
    },
  };
}
