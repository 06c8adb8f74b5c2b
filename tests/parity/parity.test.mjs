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
    const { hits } = explorer(language).search(question, language);
    assert.deepEqual(hits.map((hit) => hit.id), ids);
    assert.deepEqual(hits.map((hit) => hit.reason), reasons);
  });
}

const families = JSON.parse(readFileSync(new URL("families.json", folder)));

test("the families are there", () => assert.ok(families.length >= 60));

const line = (found) => `${found.id} ${found.verdict}: ${found.reason}`;

for (const { who, profile, next, found } of families) {
  test(who, () => {
    for (const { language, top, everything } of found) {
      const screening = explorer(language).screen(profile, language);
      assert.deepEqual(screening.top.map(line), top);
      const offered = new Set([...screening.top, ...screening.rest.flatMap((part) => part.found)].map(line));
      const others = [...screening.forEveryone, ...screening.received, ...screening.notForYou].map(line);
      assert.deepEqual(new Set([...offered, ...others]), new Set(everything));
      assert.deepEqual(others, everything.filter((found) => !offered.has(found)));
      const asked = explorer(language).nextQuestion(profile, [], language);
      assert.deepEqual(asked && { id: asked.question.id, open: asked.open, decides: asked.decides }, next ?? undefined);
    }
  });
}

test("a search with a profile says what each hit is for the family, and sinks what is not for them", () => {
  const profile = { answers: { municipality: "kortrijk", adults: [30], children: [], housing: "owner" } };
  const { hits } = explorer("nl").search("huursubsidie", "nl", { profile });
  const subsidy = hits.find((hit) => hit.id === "huursubsidie");
  assert.equal(subsidy.verdict, "not-for-you");
  assert.match(subsidy.verdictReason, /^waarschijnlijk niet voor jou, want /);
  const place = (options) => explorer("nl").search("hulp om de huur te betalen", "nl", options).hits.findIndex((hit) => hit.id === "huursubsidie");
  assert.ok(place({ limit: 30 }) >= 0 && place({ limit: 30, profile }) > place({ limit: 30 }));
});

test("suggestions mark what is typed", () => {
  const [first] = explorer("nl").suggest("verhoogde teg", "nl");
  assert.equal(first.id, "verhoogde-tegemoetkoming");
  assert.deepEqual(first.matched.map(([start, end]) => first.name.slice(start, end)), ["Verhoogde", "teg"]);
});

test("the questions can be shown", () => {
  const questions = explorer("fr").questions("fr");
  assert.ok(questions.length >= 25);
  assert.ok(questions.every((question) => question.text && question.why));
  assert.ok(questions.filter((question) => question.form === "several-of").every((question) => question.choices.length > 1));
});

const thrown = (action, kind, message) =>
  assert.throws(action, (error) => {
    assert.ok(error instanceof Error);
    assert.equal(error.name, "ExplorerError");
    assert.equal(error.kind, kind);
    assert.match(error.message, message);
    return true;
  });

test("a bundle that is cut off is refused with the reason", () => {
  const whole = readFileSync(new URL("nl.bin", folder));
  thrown(() => new Explorer(whole.subarray(0, 1000)), "bad-bundle", /cut off: 1000 of \d+ bytes/);
});

test("wrong input is refused with its kind and the reason", () => {
  const rights = explorer("nl");
  thrown(() => rights.search("geld ".repeat(2000), "nl"), "query-too-long", /10000 letters/);
  thrown(() => rights.search("geld", "Nederlands"), "bad-language", /not the code of a language/);
  thrown(() => rights.search("geld", "nl", { category: "cars" }), "unknown-category", /`cars`/);
  thrown(() => rights.screen({ answers: { pets: true } }, "nl"), "unknown-question", /`pets`/);
  thrown(() => rights.screen({ answers: { children: [430] } }, "nl"), "bad-answer", /ages/);
  thrown(() => rights.screen({ answers: { housing: "castle" } }, "nl"), "bad-answer", /none of the choices/);
  thrown(() => rights.screen({ needs: ["honger"] }, "nl"), "unknown-theme", /honger/);
  thrown(() => rights.screen("kortrijk", "nl"), "bad-input", /object/);
});

test("what cannot be true together is told", () => {
  const { contradictions } = explorer("nl").screen({ answers: { adults: [20], children: [30] } }, "nl");
  assert.equal(contradictions[0].question, "children");
});

test("screening all products is quick", (context) => {
  const rights = explorer("nl");
  const { profile } = families.find(({ who }) => who.includes("pasgeboren"));
  for (let i = 0; i < 200; i += 1) rights.screen(profile, "nl");
  const start = performance.now();
  for (let i = 0; i < 200; i += 1) rights.screen(profile, "nl");
  context.diagnostic(`${((performance.now() - start) * 5).toFixed(0)} µs a screening with all its reasons`);
});
