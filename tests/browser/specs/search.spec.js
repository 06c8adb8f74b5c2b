// The search: from plain words to a product and whom to call.
import { expect, test } from "@playwright/test";
import { MOTHER, WIDTHS, alive, checkWith, noBarriers, tooWide, watch } from "./site.js";

const box = (page) => page.getByRole("combobox");

for (const width of WIDTHS) {
  test(`money problems lead to debt mediation, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const faults = watch(page);
    await page.goto("/en/");
    await box(page).fill("money problems");
    const hits = page.locator(".results .card");
    await expect(hits).toHaveCount(10);
    const names = await hits.locator("h3").allTextContents();
    for (const name of ["Social assistance benefit (leefloon)", "Debt mediation", "Budget guidance"]) {
      expect(names.some((found) => found.startsWith(name)), `${name} in ${names.join(", ")}`).toBe(true);
    }
    await expect(hits.first().getByRole("link", { name: /^Call 056/ })).toHaveAttribute("href", "tel:056244222");
    await expect(page).toHaveURL(/\?q=money%20problems$/);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);

    await box(page).press("Enter");
    await hits.getByRole("link", { name: /^Debt mediation/ }).click();
    await expect(page).toHaveURL(/\/en\/money\/schuldbemiddeling-ocmw\/$/);
    await page.goBack();
    await expect(box(page)).toHaveValue("money problems");
    await expect(page.locator(".results .card")).toHaveCount(10);
    await page.goForward();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Debt mediation/);
    expect(faults).toEqual([]);
  });
}

test("suggestions are chosen with the keyboard alone", async ({ page }) => {
  await page.goto("/nl/");
  await alive(page);
  await box(page).focus();
  await page.keyboard.type("verhoogde teg");
  const list = page.getByRole("listbox");
  await expect(list).toBeVisible();
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await expect(list.locator("mark").first()).toHaveText("Verhoogde");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(box(page)).toHaveValue("verhoogde teg");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", "suggestion-0");
  await expect(page.getByRole("option", { selected: true })).toContainText("Verhoogde tegemoetkoming");
  await noBarriers(page, "open suggestions");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Verhoogde tegemoetkoming");
});

test("a suggestion can be tapped", async ({ page }) => {
  await page.goto("/fr/");
  await alive(page);
  await box(page).pressSequentially("dett");
  await page.getByRole("option").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/dettes/i);
});

test("a question in the address is answered, and more is shown on demand", async ({ page }) => {
  await page.goto("/nl/?q=kinderen");
  await expect(page.locator(".results .card")).toHaveCount(10);
  await page.getByRole("button", { name: "Toon meer" }).click();
  await expect(page.locator(".results .card")).toHaveCount(20);
  await noBarriers(page, "answers");
});

test("what is typed before the search has loaded counts too", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto("/nl/");
  await box(page).fill("huur betalen");
  await expect(page.locator(".results .card").first()).toBeVisible();
  await expect(page).toHaveURL(/\?q=huur%20betalen$/);
});

test("a misspelt word is repaired and said", async ({ page }) => {
  await page.goto("/nl/");
  await box(page).fill("schuldne");
  await expect(page.locator(".results")).toContainText("“schulden” in plaats van “schuldne”");
});

test("words of danger put a number on top", async ({ page }) => {
  await page.goto("/nl/?q=ik%20wil%20dood");
  await expect(page.locator(".results .crisis").getByRole("link", { name: "Bel 1813" })).toBeVisible();
});

test("nothing found leads to a person who can be called", async ({ page }) => {
  await page.goto("/nl/?q=xylofoon");
  await expect(page.locator(".results")).toContainText("bel OCMW Kortrijk");
  await expect(page.locator(".results .call")).toHaveAttribute("href", "tel:056244222");
});

test("a category narrows the answer", async ({ page }) => {
  await page.goto("/nl/?q=geldproblemen");
  const health = page.getByRole("button", { name: "Gezondheid en zorg" });
  await health.click();
  await expect(health).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".results .card h3 a").first()).toHaveAttribute("href", /./);
});

test("answers to the rights check count in the search", async ({ page }) => {
  await page.goto("/nl/?q=huurwaarborg");
  const place = async () => (await page.locator(".results .card h3").allTextContents()).length;
  await expect(page.locator(".results .reason").first()).not.toContainText("misschien iets voor jou");
  expect(await place()).toBeGreaterThan(0);
  await page.goto(checkWith(MOTHER));
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.goto("/nl/?q=huurwaarborg");
  await expect(page.locator(".results")).toContainText("We houden rekening met je antwoorden");
  await expect(page.locator(".results .reason").first()).toContainText("misschien iets voor jou");
});

test("a question of ten thousand letters is refused in words", async ({ page }) => {
  await page.goto(`/nl/?q=${"geld%20".repeat(1400)}`);
  await expect(page.locator(".results")).toContainText("Dat is te lang");
});

test("a bundle that can not be loaded is said, and the needs remain", async ({ page }) => {
  await page.route("**/search-*.bin", (route) => route.abort());
  await page.goto("/nl/?q=huur");
  await expect(page.locator(".results")).toContainText("Zoeken lukt nu niet");
  await expect(page.getByRole("link", { name: "Ik heb schulden" }).first()).toBeVisible();
});

test("a bundle that is cut off shows no wrong right", async ({ page }) => {
  await page.route("**/search-*.bin", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 100_000) });
  });
  await page.goto("/nl/?q=huur");
  await expect(page.locator(".results")).toContainText("Zoeken lukt nu niet");
});
