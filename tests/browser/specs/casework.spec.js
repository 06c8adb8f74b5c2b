// The rights check for case workers: the same answers as `rights screen`.
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { MOTHER, alive, noBarriers, tooWide } from "./site.js";

const root = new URL("../../..", import.meta.url).pathname;
const file = (profile) => ({ name: "family.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(profile)) });
const rows = (page) => page.locator(".casework tbody tr");

async function open(page, profile = MOTHER) {
  await page.goto("/nl/hulpverlener/");
  await alive(page);
  await page.getByLabel("Open een bestand").setInputFiles(file(profile));
  await expect(page.locator(".said", { hasText: "Kortrijk" })).toBeVisible();
}

test("the table says the same as the tool in the terminal", async ({ page }, info) => {
  test.setTimeout(120_000);
  await open(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar als CSV" }).click();
  const fromSite = await readFile(await (await download).path(), "utf8");
  const path = info.outputPath("family.json");
  await writeFile(path, JSON.stringify(MOTHER));
  const arguments_ = ["run", "--quiet", "--locked", "--package", "casework", "--bin", "rights", "--", "screen", path, "--format", "csv"];
  const { stdout } = await promisify(execFile)("cargo", arguments_, { cwd: root, maxBuffer: 1 << 24 });
  expect(fromSite).toBe(stdout);
  const ids = fromSite.trim().split("\r\n").slice(1).map((line) => line.split(",")[0]);
  expect(ids.length).toBe(await rows(page).count());
});

test("all questions stand on one page, and each answer counts at once", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/nl/hulpverlener/");
  await alive(page);
  const question = page.locator("details.subject", { hasText: "In welke gemeente woon je?" });
  await question.locator("summary").click();
  await question.getByRole("combobox").selectOption("wallonia");
  await expect(question.locator(".said")).toHaveText("Wallonië");
  await page.getByLabel("Besluit", { exact: true }).selectOption("not-for-you");
  const without = await rows(page).count();
  expect(without).toBeGreaterThan(50);
  await question.getByRole("button", { name: "Wis dit antwoord" }).click();
  await expect(page.locator("details.subject", { hasText: "In welke gemeente woon je?" }).locator(".said")).toHaveText("niet beantwoord");
  expect(await rows(page).count()).toBeLessThan(without);
});

test("the table is filtered by words, verdict and subject", async ({ page }) => {
  await open(page);
  const all = await rows(page).count();
  await page.getByLabel("Zoek in de tabel").fill("huurpremie");
  await expect.poll(() => rows(page).count()).toBeLessThan(10);
  await page.getByLabel("Zoek in de tabel").fill("");
  await page.getByLabel("Onderwerp", { exact: true }).selectOption("housing");
  const housing = await rows(page).count();
  expect(housing).toBeLessThan(all);
  await page.getByLabel("Besluit", { exact: true }).selectOption("for-you");
  expect(await rows(page).count()).toBeLessThan(housing);
});

test("an earlier file shows what was gained and lost", async ({ page }) => {
  await open(page);
  const before = { answers: { ...MOTHER.answers, housing: "owner" } };
  await page.getByLabel("Vergelijk met een vroeger bestand").setInputFiles(file(before));
  const found = page.locator(".notice", { hasText: "Vergeleken met family.json" });
  await expect(found.getByRole("heading", { name: "Erbij gekomen" })).toBeVisible();
  await expect(found.getByRole("listitem").first()).toBeVisible();
});

test("a file of another form is refused in words", async ({ page }) => {
  await page.goto("/nl/hulpverlener/");
  await alive(page);
  await page.getByLabel("Open een bestand").setInputFiles(file({ answers: { children: [430] } }));
  await expect(page.getByRole("alert").filter({ hasText: "children" })).toBeVisible();
});

test("no barriers that axe can find, and nothing too wide for a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
  await page.getByLabel("Besluit", { exact: true }).selectOption("maybe");
  await noBarriers(page, "casework");
});
