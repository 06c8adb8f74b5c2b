// A search page as a site could make it with MiniSearch: the same products, in one file, indexed in the browser. It is served
// compressed as hard as ours.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";

/** What is searched of a product: its texts and those of its themes in Dutch, its names and phrases in the other languages. */
function documents({ products, themes, languages }) {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  return products.map((product) => ({
    id: product.id,
    name: product.name.nl,
    summary: product.summary.nl,
    phrases: [...(product.former_names ?? []), ...(product.phrases.nl ?? [])].join("\n"),
    themes: product.themes.flatMap((id) => [byId.get(id).name.nl, ...(byId.get(id).phrases.nl ?? [])]).join("\n"),
    elsewhere: languages
      .filter((language) => language !== "nl")
      .flatMap((language) => [product.name[language], ...(product.phrases[language] ?? [])])
      .join("\n"),
  }));
}

const PAGE = `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>MiniSearch</title>
<link rel="modulepreload" href="/minisearch.js">
<link rel="preload" href="/products.json" as="fetch" crossorigin>
<input type="search">
<ol class="results"></ol>
<script type="module">
  import MiniSearch from "/minisearch.js";
  const fields = ["name", "summary", "phrases", "themes", "elsewhere"];
  const index = new MiniSearch({ fields, storeFields: ["name", "summary"] });
  index.addAll(await (await fetch("/products.json")).json());
  const hits = index.search(new URLSearchParams(location.search).get("q"), { prefix: true, fuzzy: 0.25 });
  for (const { name, summary } of hits.slice(0, 10)) {
    const card = document.createElement("li");
    card.className = "card";
    card.textContent = name + ": " + summary;
    document.querySelector(".results").append(card);
  }
</script>
</html>
`;

/** Serves the page; the answer is the address of the site and what stops it. */
export async function serve(catalogue) {
  const library = createRequire(import.meta.url).resolve("minisearch").replace(/[^/]+\/[^/]+$/, "es/index.js");
  const files = {
    "/": ["text/html", PAGE],
    "/minisearch.js": ["text/javascript", readFileSync(library)],
    "/products.json": ["application/json", JSON.stringify(documents(catalogue))],
  };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const file of Object.values(files)) file[1] = brotliCompressSync(file[1], { params });
  const server = createServer((request, response) => {
    const file = files[new URL(request.url, "http://here").pathname];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": file[0], "content-encoding": "br", "content-length": file[1].length }).end(file[1]);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
