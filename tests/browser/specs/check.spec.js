// The rights check: questions, results, and what is kept where.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { MOTHER, WIDTHS, alive, checkWith, noBarriers, tooWide, watch } from "./site.js";

const heading = (page) => page.locator(".check h2").first();
const card = (page, product) => page.locator(`.check [data-product="${product}"]`);

for (const width of WIDTHS) {
  test(`eight questions lead to help, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const faults = watch(page);
    await page.goto("/nl/rechtencheck/");
    await page.getByRole("button", { name: "Start" }).click();
    // She knows what is going on, who lives there and how; what she does not know she skips.
    let asked = 0;
    for (; asked < 8; asked += 1) {
      const question = await heading(page).textContent();
      expect(await tooWide(page), question).toBeLessThanOrEqual(0);
      if (/Wat speelt er/.test(question)) {
        await page.getByLabel("Geld, schulden of rekeningen").check();
        await page.getByRole("button", { name: "Volgende" }).click();
      } else if (/kinderen die bij je wonen/.test(question)) {
        await page.getByLabel("Leeftijd van persoon 1").fill("3");
        await page.getByRole("button", { name: "Volgende" }).click();
      } else if (/welke gemeente/.test(question)) {
        await page.getByRole("combobox").selectOption("kortrijk");
        await page.getByRole("button", { name: "Volgende" }).click();
      } else if (/Hoe groot is het inkomen/.test(question)) {
        await page.getByRole("button", { name: "Minder dan een leefloon, of niets" }).click();
      } else {
        await page.getByRole("button", { name: "Ik weet het niet" }).click();
      }
      await expect(heading(page)).not.toHaveText(question);
    }
    await page.getByRole("button", { name: "Toon wat ik nu al heb" }).click();
    await expect(heading(page)).toBeFocused();
    await expect(page.locator(".check .numbered > .card")).toHaveCount(10);
    await expect(page.locator(".check .numbered .call").first()).toHaveAttribute("href", /^tel:/);
    await expect(page.locator(".check .numbered .reason").first()).toContainText("misschien iets voor jou");
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
}

test("the keyboard alone answers, skips and goes back", async ({ page }) => {
  await page.goto("/en/rights-check/");
  await page.getByRole("button", { name: "Start" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toBeFocused();
  const first = await heading(page).textContent();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).not.toHaveText(first);
  await expect(heading(page)).toBeFocused();
  await page.getByRole("button", { name: "Question before" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(first);
  await expect(page.getByRole("checkbox").first()).toBeChecked();
});

test("whoever has begun to press the button loses nothing when the check has loaded", async ({ page }) => {
  await page.goto("/en/rights-check/");
  const start = page.getByRole("button", { name: "Start" });
  // Without a press: the focus alone brings the check to life, and stays where it is.
  await start.focus();
  await expect(page.getByRole("heading", { name: "Keep or share" })).toBeVisible();
  await expect(start).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toBeFocused();
});

test("no barriers that axe can find, in questions and results", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/nl/rechtencheck/");
  await page.getByRole("button", { name: "Start" }).click();
  await noBarriers(page, "several of");
  await page.goto(checkWith(MOTHER));
  await expect(page.locator(".check .card").first()).toBeVisible();
  for (const details of await page.locator(".check details.subject > summary").all()) await details.click();
  await noBarriers(page, "results");
});

test("every question says why it is asked, and a wrong age is refused", async ({ page }) => {
  await page.goto(checkWith({ answers: { topics: ["money"] } }));
  await page.getByText("Mijn antwoorden", { exact: true }).click();
  await page.getByRole("button", { name: "Ga verder" }).click();
  await page.getByText("Waarom vragen we dit?").click();
  await expect(page.locator(".check details.asks p")).toBeVisible();
  for (let skipped = 0; skipped < 30 && !(await page.getByLabel("Leeftijd van persoon 1").isVisible()); skipped += 1) {
    const question = await heading(page).textContent();
    await page.getByRole("button", { name: "Sla over" }).click();
    await expect(heading(page)).not.toHaveText(question);
  }
  await page.getByLabel("Leeftijd van persoon 1").fill("430");
  await page.getByRole("button", { name: "Volgende" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "leeftijd van 0 tot 120" })).toBeVisible();
});

test("answers that can not both be true are told, with the way to mend them", async ({ page }) => {
  await page.goto(checkWith({ answers: { adults: [20], children: [30] } }));
  const alert = page.getByRole("alert").filter({ hasText: "passen niet samen" });
  await expect(alert).toBeVisible();
  await alert.getByRole("button", { name: "Kijk dit antwoord na" }).click();
  await expect(heading(page)).toContainText("kinderen");
});

test("what a family has already is set apart, and counts for what it opens", async ({ page }) => {
  await page.goto(checkWith(MOTHER));
  const product = await page.locator(".check .numbered > .card").first().getAttribute("data-product");
  await card(page, product).getByRole("button", { name: "We hebben dit al" }).click();
  await expect(page.locator(`.check .numbered [data-product="${product}"]`)).toHaveCount(0);
  await page.getByText(/^Dit heb je al/).click();
  await card(page, product).getByRole("button", { name: "We hebben dit toch niet" }).click();
  await expect(page.locator(`.check .numbered [data-product="${product}"]`)).toHaveCount(1);
});

test("a question that decides a maybe can be answered from there", async ({ page }) => {
  await page.goto(checkWith({ answers: { topics: ["money", "home"] } }));
  const button = page.locator(".check .numbered").getByRole("button", { name: /^Beantwoord: / }).first();
  const asked = (await button.textContent()).replace("Beantwoord: ", "").trim();
  await button.click();
  await expect(heading(page)).toHaveText(asked);
});

test("answers last as long as the tab, unless somebody keeps them", async ({ page, context }) => {
  await page.goto(checkWith(MOTHER));
  await expect(page.locator(".check .card").first()).toBeVisible();
  await page.reload();
  await expect(page.locator(".check .numbered > .card")).toHaveCount(10);
  const stranger = await context.newPage();
  await stranger.goto("/nl/rechtencheck/");
  await expect(stranger.getByRole("button", { name: "Start" })).toBeVisible();

  await page.getByLabel(/Bewaar mijn antwoorden op dit toestel/).check();
  await expect(page.getByText("Je antwoorden zijn op dit toestel bewaard.")).toBeVisible();
  const later = await context.newPage();
  await later.goto("/nl/rechtencheck/");
  await expect(later.locator(".check .numbered > .card")).toHaveCount(10);
  await later.getByRole("button", { name: "Wis al mijn antwoorden" }).click();
  await expect(later.getByRole("button", { name: "Start" })).toBeVisible();
  expect(await later.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test("a link carries the answers, with a warning, and leaves no trace in the address", async ({ page, browser }) => {
  await page.goto(checkWith(MOTHER));
  await expect(page).not.toHaveURL(/#/);
  await page.getByRole("button", { name: "Maak een link met mijn antwoorden" }).click();
  await expect(page.getByText(/Wie deze link heeft, kan je antwoorden lezen/)).toBeVisible();
  const link = await page.getByLabel("Link met je antwoorden").inputValue();
  const { hash, pathname } = new URL(link);
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${pathname}${hash}`);
  await expect(other.locator(".check .numbered > .card")).toHaveCount(10);
  await expect(other).not.toHaveURL(/profile/);
});

test("a link of somebody else leaves alone what is kept on the device", async ({ page, context }) => {
  await page.goto(checkWith(MOTHER));
  await page.getByLabel(/Bewaar mijn antwoorden op dit toestel/).check();
  const other = await context.newPage();
  await other.goto(checkWith({ answers: { topics: ["money"] } }));
  await expect(other.getByRole("checkbox", { name: /Bewaar mijn antwoorden op dit toestel/ })).not.toBeChecked();
  const later = await context.newPage();
  await later.goto("/nl/rechtencheck/");
  await later.getByText("Mijn antwoorden", { exact: true }).click();
  await expect(later.getByText(/kinderen/).filter({ hasText: "0, 4" }).first()).toBeVisible();
});

test("a link that is cut off is refused in words, and nothing is lost", async ({ page }) => {
  await page.goto(checkWith(MOTHER));
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.goto("/nl/");
  await page.goto("/nl/rechtencheck/#profile=%7B%22answers%22%3A%7B%22child");
  await expect(page.getByRole("alert").filter({ hasText: "kan niet worden gebruikt" })).toBeVisible();
  await page.reload();
  await expect(page.locator(".check .numbered > .card")).toHaveCount(10);
});

test("a file carries the answers too", async ({ page, browser }) => {
  await page.goto(checkWith(MOTHER));
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar als bestand" }).click();
  const path = await (await download).path();
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual(MOTHER);
  const other = await (await browser.newContext()).newPage();
  await other.goto("/nl/rechtencheck/");
  await alive(other);
  await other.getByLabel("Open een bestand").setInputFiles(path);
  await expect(other.locator(".check .numbered > .card")).toHaveCount(10);
  await other.getByLabel("Open een bestand").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from('{"answers":{"pets":true}}') });
  await expect(other.getByRole("alert").filter({ hasText: "pets" })).toBeVisible();
  await expect(other.locator(".check .numbered > .card")).toHaveCount(10);
});

test("on paper there are phone numbers and papers to bring", async ({ page }) => {
  await page.goto(checkWith(MOTHER));
  await expect(page.locator(".check .on-paper li").first()).toBeAttached();
  await page.emulateMedia({ media: "print" });
  const first = page.locator(".check .numbered > .card").first();
  await expect(first.locator(".on-paper li").first()).toBeVisible();
  await expect(page.locator(".check .on-paper", { hasText: "Neem mee" }).first()).toBeVisible();
  await expect(page.locator(".check .call").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "We hebben dit al" }).first()).toBeHidden();
});
