import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { overTheWire } from "../weigh.mjs";

export const name = "Rights Explorer";
export const typos = true;

/** Nothing to choose: it is as the site ships it. */
export const setting = {};
export const alternatives = {};

/** Made by `cargo run --package tests --bin parity`. */
const folder = new URL("../../../target/parity/", import.meta.url);
const read = (file) => readFileSync(new URL(file, folder));

export function create() {
  const { Explorer } = createRequire(import.meta.url)(fileURLToPath(new URL("engine.cjs", folder)));
  const engines = new Map();
  return {
    async build(documents, lang) {
      engines.set(lang, new Explorer(read(`${lang}.bin`)));
    },
    search(query, lang) {
      return engines.get(lang).search(query, lang, { limit: 10 }).hits.map(({ id }) => id);
    },
    /** The bundle holds every text of a product and the rights check too; the peers' data only what a list of hits shows. */
    bytes(lang) {
      return overTheWire(read("engine.cjs").toString(), [read("engine_bg.wasm"), read(`${lang}.bin`)]);
    },
  };
}
