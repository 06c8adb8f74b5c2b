import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { close as stopIndexer, createIndex } from "pagefind";

import { FIELDS, questions } from "../catalogue.mjs";
import { percentile } from "../metrics.mjs";
import { processor, toolsFor, topTen, words } from "../text.mjs";
import { brotli, bundled } from "../weigh.mjs";

export const name = "Pagefind";
export const typos = false;

/**
 * The best of some 20 settings that were tried, most of them on every third question of the part `tuning` (nDCG@10 0.630
 * there, 0.616 on the whole part): pages with a weight for each field, asked word by word, a rare word counting more.
 * The question as a whole, as the library takes it by itself, comes to 0.381 (one question in five finds nothing), and
 * word by word only if nothing came to 0.484. Stop words kept, no rarity, other weights and other ranking parameters were
 * worse or made no difference.
 */
export const setting = {
  boost: {
    name: 1, former: 1, phrases: 4, summary: 1, steps: 0, organisation: 0.5,
    themes: 1, themePhrases: 1, lexicon: 1, elsewhere: 1,
  },
  combine: "words", idf: true, stop: true, termFrequency: 1, pageLength: 0.1, termSimilarity: 1, termSaturation: 2,
};

export const alternatives = {
  combine: ["words", "whole", "whole, else words"],
  stop: [true, false],
  idf: [true, false],
  termFrequency: [0, 0.5, 1],
  pageLength: [0, 0.1, 0.5, 0.75],
  termSimilarity: [0, 0.5, 1, 3],
  termSaturation: [0.5, 1.4, 2],
};
export const boosts = [0, 0.5, 1, 2, 4];

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A page with a part for each field, each with its weight. */
function page(document, lang, boost) {
  const parts = FIELDS.filter((field) => boost[field] > 0).map((field) => {
    const lines = [document[field]].flat().map((line) => `<p>${escaped(line)}</p>`).join("");
    return `<div data-pagefind-weight="${boost[field]}">${lines}</div>`;
  });
  const title = `<h1 data-pagefind-ignore data-pagefind-meta="title">${escaped(document.name)}</h1>`;
  return `<html lang="${lang}"><body>${title}${parts.join("")}</body></html>`;
}

/** @param {typeof setting} chosen */
export function create(chosen) {
  const { boost, combine, idf, termFrequency, pageLength, termSimilarity, termSaturation } = chosen;
  const engines = new Map();
  // Pagefind fetches pieces of its index while it searches: they come from memory, over a port of this machine.
  const files = new Map();
  let fetched = new Set();
  const server = createServer((request, response) => {
    const path = request.url.replace(/\?.*/, "");
    fetched.add(path);
    response.statusCode = files.has(path) ? 200 : 404;
    response.end(files.get(path));
  });
  const listening = new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const folder = mkdtempSync(join(tmpdir(), "pagefind-"));

  /** The ids of the hits of a question, with all that a page shows of them. */
  async function answer({ instance, pages, keep }, query) {
    const terms = [...new Set(words(query).filter((word) => keep(word) !== null))];
    const scores = new Map();
    const hits = new Map();
    const ask = async (text) => {
      const { results } = await instance.search(text);
      const rare = idf ? Math.log(1 + pages / (results.length + 0.5)) : 1;
      for (const hit of results) {
        scores.set(hit.id, (scores.get(hit.id) ?? 0) + rare * hit.score);
        hits.set(hit.id, hit);
      }
    };
    if (combine !== "words") await ask(terms.join(" "));
    // It looks for pages with every word, which a whole sentence seldom has. So each word is asked for, and the scores are
    // added.
    if (combine === "words" || (combine === "whole, else words" && scores.size === 0)) await Promise.all(terms.map(ask));
    const shown = await Promise.all(topTen(scores).map((id) => hits.get(id).data()));
    return shown.map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
  }

  return {
    async build(documents, lang) {
      await listening;
      const { index } = await createIndex({ forceLanguage: lang });
      for (const document of documents) {
        await index.addHTMLFile({ url: `/${document.id}`, content: page(document, lang, boost) });
      }
      const made = await index.getFiles();
      await index.deleteIndex();
      for (const { path, content } of made.files) files.set(`/${lang}/${path}`, Buffer.from(content));
      // A module of its own for each language, for it keeps its WebAssembly, which stems one language, in the module.
      mkdirSync(join(folder, lang));
      const script = join(folder, lang, "pagefind.mjs");
      writeFileSync(script, files.get(`/${lang}/pagefind.js`));
      const { createInstance } = await import(pathToFileURL(script).href);
      const ranking = { termFrequency, pageLength, termSimilarity, termSaturation };
      const basePath = `http://127.0.0.1:${server.address().port}/${lang}/`;
      const open = () => createInstance({ basePath, ranking });
      const keep = processor(lang, { stem: false, stop: chosen.stop });
      engines.set(lang, { open, instance: open(), pages: documents.length, keep });
    },
    search(query, lang) {
      return answer(engines.get(lang), query);
    },
    /**
     * It fetches only what a question needs: its script, its WebAssembly, some pieces of the index and the ten hits.
     * Told is what the first question of a visit fetches, the median over the judged questions.
     */
    async bytes(lang) {
      const code = [files.get(`/${lang}/pagefind.js`), await bundled(toolsFor(lang, { stem: false, stop: chosen.stop }))];
      const weights = new Map();
      const weight = (path) => {
        if (!weights.has(path)) weights.set(path, brotli(files.get(path)));
        return weights.get(path);
      };
      const costs = [];
      for (const { q } of questions().filter((question) => question.lang === lang)) {
        fetched = new Set();
        await answer({ ...engines.get(lang), instance: engines.get(lang).open() }, q);
        costs.push([...fetched].reduce((sum, path) => sum + weight(path), 0));
      }
      return code.reduce((sum, file) => sum + brotli(file), percentile(costs, 0.5));
    },
    async close() {
      await stopIndexer();
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}
