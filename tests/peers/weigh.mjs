/** What a site sends to a visitor, in bytes over the wire. */

import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

import { build } from "esbuild";

/**
 * @param {string | Uint8Array} file
 * @returns {number} its bytes with brotli at its best
 */
export function brotli(file) {
  const bytes = Buffer.from(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

/**
 * Bundles and minifies JavaScript as a site would.
 *
 * @param {string} source the text of a module: what the page imports
 * @returns {Promise<Uint8Array>}
 */
export async function bundled(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    // The glue of our engine for Node loads its file itself; a page fetches it instead.
    external: ["fs", "path", "util"],
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].contents;
}

/**
 * What a list of hits shows and an index does not hold.
 *
 * @param {import("./catalogue.mjs").Document[]} documents
 */
export const shown = (documents) => JSON.stringify(documents.map(({ id, name, summary }) => [id, name, summary]));

/**
 * @param {string} source the module that the page imports
 * @param {(string | Uint8Array)[]} data the files that it fetches
 */
export async function overTheWire(source, data) {
  return [await bundled(source), ...data].reduce((sum, file) => sum + brotli(file), 0);
}
