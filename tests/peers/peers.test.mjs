import assert from "node:assert/strict";
import test from "node:test";

import { figures, ndcg, percentile } from "./metrics.mjs";

const close = (value, expected) => assert.ok(Math.abs(value - expected) < 1e-9, `${value} is not ${expected}`);

test("a perfect ranking is 1, whatever comes after it", () => {
  close(ndcg(["a", "b", "c"], { c: 1, a: 3, b: 2 }), 1);
  close(ndcg(["a", "b", "x", "y"], { a: 3, b: 2 }), 1);
});

test("a reversed ranking is what comes out by hand", () => {
  // Gains 7, 3 and 1; discounts 1, log2(3) and 2.
  close(ndcg(["c", "b", "a"], { a: 3, b: 2, c: 1 }), (1 + 3 / Math.log2(3) + 7 / 2) / (7 + 3 / Math.log2(3) + 1 / 2));
});

test("an answer lower down counts less, and after ten not at all", () => {
  const wrong = (count) => Array.from({ length: count }, (_, place) => `wrong-${place}`);
  close(ndcg([...wrong(2), "a"], { a: 3 }), 1 / 2);
  close(ndcg([...wrong(9), "a"], { a: 1 }), 1 / Math.log2(11));
  close(ndcg([...wrong(10), "a"], { a: 3 }), 0);
});

test("more than ten answers: the best ten are the best there is", () => {
  const ids = Array.from({ length: 12 }, (_, place) => `a${place}`);
  close(ndcg(ids.slice(0, 10), Object.fromEntries(ids.map((id) => [id, 2]))), 1);
});

test("nothing came, nothing fits, and an id that every object inherits", () => {
  close(ndcg([], { a: 3 }), 0);
  close(ndcg([], {}), 1);
  close(ndcg(["a"], {}), 0);
  close(ndcg(["constructor", "a"], { a: 3 }), 1 / Math.log2(3));
});

test("the measures over several questions", () => {
  const all = figures([
    { relevant: { a: 3, b: 2 }, hits: ["a", "b"] },
    { relevant: { a: 3, b: 2 }, hits: ["b", "x", "y", "z", "w", "a"] },
    { relevant: { a: 3, b: 1 }, hits: ["b"] },
    { relevant: { a: 3 }, hits: [] },
    { relevant: {}, hits: [] },
    { relevant: {}, hits: ["a"] },
  ]);
  assert.deepEqual([all.questions, all.nothingFits], [4, 2]);
  const best = 7 + 3 / Math.log2(3);
  close(all.ndcg, (1 + (3 + 7 / Math.log2(7)) / best + 1 / (7 + 1 / Math.log2(3)) + 0) / 4);
  close(all.success1, 2 / 4);
  close(all.success5, 1 / 4);
  close(all.recall, (1 + 1 + 1 / 2 + 0) / 4);
  close(all.empty, 1 / 4);
  close(all.foundNothing, 1 / 2);
});

test("recall asks for ten answers at the most", () => {
  const ids = Array.from({ length: 20 }, (_, place) => `a${place}`);
  close(figures([{ relevant: Object.fromEntries(ids.map((id) => [id, 1])), hits: ids.slice(0, 10) }]).recall, 1);
});

test("no questions give zeros, not a division by zero", () => {
  const none = figures([]);
  assert.ok(Object.values(none).every((value) => value === 0));
});

test("percentiles are nearest ranks, and the numbers are sorted as numbers", () => {
  const values = Array.from({ length: 100 }, (_, place) => 100 - place);
  assert.equal(percentile(values, 0.5), 50);
  assert.equal(percentile(values, 0.99), 99);
  assert.equal(percentile([10, 9, 100], 0.5), 10);
  assert.equal(percentile([7], 0.99), 7);
});
