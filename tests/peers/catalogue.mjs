/**
 * The catalogue as each peer gets it: one flat document a product, in the language of the reader.
 *
 * @typedef {object} Document
 * @property {string} id
 * @property {number} importance from 1 to 5: how much the product matters to a family
 * @property {string} name
 * @property {string} summary
 * @property {string[]} former former and popular names, in any language
 * @property {string[]} phrases what families say
 * @property {string[]} steps
 * @property {string[]} organisation names of the organisation, and of where to apply
 * @property {string[]} themes names of its themes
 * @property {string[]} themePhrases what families say of those themes
 * @property {string[]} lexicon ordinary words that the catalogue's lexicon leads to those themes
 * @property {string[]} elsewhere names, phrases and theme names in the other languages, for who types in one of those
 *
 * @typedef {{ q: string, lang: string, class: string, part: string, relevant: Record<string, number> }} Question
 */

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";

/** The fields of a document that hold text, which every peer may search. */
export const FIELDS = [
  "name", "former", "phrases", "summary", "steps", "organisation", "themes", "themePhrases", "lexicon", "elsewhere",
];

const root = new URL("../../", import.meta.url);

/**
 * The words of the lexicon of a language that lead to each theme: the ids of themes, each with words. A word that
 * leads to a theme only sometimes (weight 1) is left out. That a word reads as another word is left out too: no peer
 * here has a place for such rules.
 *
 * @param {string} lang
 * @returns {Map<string, string[]>}
 */
function lexicon(lang) {
  const words = new Map();
  const table = parse(readFileSync(new URL(`catalogue/lexicon/${lang}.toml`, root), "utf8"));
  for (const [word, needs] of Object.entries(table)) {
    if (typeof needs !== "object") continue;
    for (const [theme, weight] of Object.entries(needs)) {
      if (weight >= 2) words.set(theme, [...(words.get(theme) ?? []), word]);
    }
  }
  return words;
}

/**
 * @param {any} catalogue what `rights export` writes
 * @param {string} lang
 * @returns {Document[]}
 */
export function documents(catalogue, lang) {
  const themes = new Map(catalogue.themes.map((theme) => [theme.id, theme]));
  const organisations = new Map(catalogue.organisations.map((organisation) => [organisation.id, organisation]));
  const words = lexicon(lang);
  const others = catalogue.languages.filter((other) => other !== lang);
  const text = (texts, language = lang) => texts[language] ?? texts[catalogue.languages[0]];
  return catalogue.products.map((product) => {
    const its = product.themes.map((id) => themes.get(id));
    const contacts = [...new Set([product.organisation, product.apply_at])].map((id) => organisations.get(id));
    return {
      id: product.id,
      importance: product.importance,
      name: text(product.name),
      summary: text(product.summary),
      former: product.former_names,
      phrases: text(product.phrases) ?? [],
      steps: text(product.steps) ?? [],
      organisation: contacts.filter(Boolean).map((organisation) => text(organisation.name)),
      themes: its.map((theme) => text(theme.name)),
      themePhrases: its.flatMap((theme) => text(theme.phrases) ?? []),
      lexicon: its.flatMap((theme) => words.get(theme.id) ?? []),
      elsewhere: others.flatMap((other) => [
        text(product.name, other),
        ...(text(product.phrases, other) ?? []),
        ...its.map((theme) => text(theme.name, other)),
      ]),
    };
  });
}

/**
 * Every judged question of the project.
 *
 * @returns {Question[]}
 */
export function questions() {
  const folder = new URL("tests/judgements/", root);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}
