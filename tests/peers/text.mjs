/**
 * What several peers need around their library, because it does not bring it: words, stemmers, and merging.
 */

import * as stopwordsEn from "@orama/stopwords/english";
import * as stopwordsFr from "@orama/stopwords/french";
import * as stopwordsNl from "@orama/stopwords/dutch";
import * as stemmerEn from "@orama/stemmers/english";
import * as stemmerFr from "@orama/stemmers/french";
import * as stemmerNl from "@orama/stemmers/dutch";

/** The names of languages as Orama's packages spell them. */
export const LANGUAGES = { nl: "dutch", fr: "french", en: "english" };

/** Snowball stemmers, by language. */
export const STEMMERS = { nl: stemmerNl.stemmer, fr: stemmerFr.stemmer, en: stemmerEn.stemmer };

/** Words that say nothing, by language. */
export const STOP_WORDS = { nl: stopwordsNl.stopwords, fr: stopwordsFr.stopwords, en: stopwordsEn.stopwords };

/** Without capitals and accents. @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** @param {string} text @returns {string[]} */
export const words = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Makes of a word what is indexed, or null for a word that is left out.
 *
 * @param {string} lang
 * @param {{ stem: boolean, stop: boolean }} setting
 * @returns {(word: string) => string | null}
 */
export function processor(lang, { stem, stop }) {
  const stopped = new Set(stop ? STOP_WORDS[lang].map(folded) : []);
  return (word) => {
    const plain = folded(word);
    if (plain === "" || stopped.has(plain)) return null;
    return stem ? STEMMERS[lang](plain) : plain;
  };
}

/**
 * The module that a page in one language imports for `processor`.
 *
 * @param {string} lang
 * @param {{ stem: boolean, stop: boolean }} setting
 */
export const toolsFor = (lang, { stem, stop }) =>
  [
    stem && `export { stemmer } from "@orama/stemmers/${LANGUAGES[lang]}";`,
    stop && `export { stopwords } from "@orama/stopwords/${LANGUAGES[lang]}";`,
  ].filter(Boolean).join(" ");

/** The text of a field as one text. @param {string | string[]} field */
export const joined = (field) => (Array.isArray(field) ? field.join("\n") : field);

/**
 * The ids with the highest sums of scores.
 *
 * @param {Map<string, number>} scores
 * @returns {string[]}
 */
export const topTen = (scores) =>
  [...scores].sort((a, b) => b[1] - a[1]).slice(0, 10).map(([id]) => id);
