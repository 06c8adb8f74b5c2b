import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

const folder = new URL("../../target/parity/", import.meta.url);
const { Explorer } = createRequire(import.meta.url)(new URL("engine.cjs", folder).pathname);
const expected = JSON.parse(readFileSync(new URL("expected.json", folder)));
const explorers = new Map();
const explorer = (language) => {
  if (!explorers.has(language)) explorers.set(language, new Explorer(readFileSync(new URL(`${language}.bin`, folder))));
  return explorers.get(language);
};

test("the questions are there", () => assert.ok(expected.length >= 75));

for (const { question, language, ids, reasons } of expected) {
  test(`${language}: ${question}`, () => {
    const hits = JSON.parse(explorer(language).search(question, language, 10));
    assert.deepEqual(hits.map((hit) => hit.id), ids);
    assert.deepEqual(hits.map((hit) => hit.reason), reasons);
  });
}

test("a bundle that is cut off is refused with the reason", () => {
  const whole = readFileSync(new URL("nl.bin", folder));
  assert.throws(() => new Explorer(whole.subarray(0, 1000)), /cut off: 1000 of \d+ bytes/);
});

test("a question that is too long is refused with the reason", () => {
  assert.throws(() => explorer("nl").search("geld ".repeat(2000), "nl", 10), /10000 letters/);
});

test("a language that is none is refused with the reason", () => {
  assert.throws(() => explorer("nl").search("geld", "Nederlands", 10), /not the code of a language/);
});
