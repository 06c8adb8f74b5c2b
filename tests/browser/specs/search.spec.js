// The way through the site: from plain words to a product and whom to call.
import { expect, test } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";

/** Fails the test when the page logs an error or asks for something that is not there. */
function watch(page) {
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  return faults;
}

async function fromWordsToHelp(page) {
  const faults = watch(page);
  await page.goto("/en/");
  await page.getByRole("searchbox", { name: "What do you need?" }).fill("money problems");
  const hits = page.locator(".results .card");
  await expect(hits).toHaveCount(10);
  const names = await hits.locator("h3").allTextContents();
  for (const name of ["Social assistance benefit (leefloon)", "Debt mediation", "Budget guidance"]) {
    expect(names.some((found) => found.startsWith(name)), `${name} in ${names.join(", ")}`).toBe(true);
  }
  await expect(hits.first().getByRole("link", { name: /^Call 056/ })).toHaveAttribute("href", "tel:056244222");
  await expect(page).toHaveURL(/\?q=money%20problems$/);

  await hits.getByRole("link", { name: /^Debt mediation/ }).click();
  await expect(page).toHaveURL(/\/en\/money\/schuldbemiddeling-ocmw\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Debt mediation/);
  await expect(page.getByRole("heading", { name: "What can you do?" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Call 056 24 42 22" }).first()).toBeVisible();

  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("money problems");
  await expect(page.locator(".results .card")).toHaveCount(10);
  expect(faults).toEqual([]);
}

test.describe("on a wide screen", () => {
  test.use({ viewport: { width: 1280, height: 800 } });
  test("money problems lead to debt mediation", async ({ page }) => fromWordsToHelp(page));
});

test.describe("on a small phone", () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true });

  test("money problems lead to debt mediation", async ({ page }) => fromWordsToHelp(page));

  test("nothing is wider than the screen", async ({ page }) => {
    for (const address of ["/nl/", "/fr/", "/nl/geld/", "/nl/geld/leefloon/", "/nl/nood/schulden/", "/404.html"]) {
      await page.goto(address);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, address).toBeLessThanOrEqual(0);
    }
  });
});

test("what is typed before the search has loaded counts too", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto("/nl/");
  await page.getByRole("searchbox").fill("huur betalen");
  await expect(page.locator(".results .card").first()).toBeVisible();
  await expect(page).toHaveURL(/\?q=huur%20betalen$/);
});

test("a misspelt word is repaired and said", async ({ page }) => {
  await page.goto("/nl/");
  await page.getByRole("searchbox").fill("schuldne");
  await expect(page.locator(".results")).toContainText("“schulden” in plaats van “schuldne”");
});

test("words of danger put a number on top", async ({ page }) => {
  await page.goto("/nl/?q=ik%20wil%20dood");
  await expect(page.locator(".results .crisis").getByRole("link", { name: "Bel 1813" })).toBeVisible();
});

test("nothing found leads to a person", async ({ page }) => {
  await page.goto("/nl/?q=xylofoon");
  await expect(page.locator(".results")).toContainText("bel OCMW Kortrijk");
});

test("a category narrows the answer", async ({ page }) => {
  await page.goto("/nl/?q=geldproblemen");
  const health = page.getByRole("button", { name: "Gezondheid en zorg" });
  await health.click();
  await expect(health).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".results .card h3 a").first()).toHaveAttribute("href", /./);
});

test("a bundle that can not be loaded is said, and the categories remain", async ({ page }) => {
  await page.route("**/*.bin", (route) => route.abort());
  await page.goto("/nl/?q=huur");
  await expect(page.locator(".results")).toContainText("Zoeken lukt nu niet");
  await expect(page.getByRole("link", { name: /^Wonen en energie/ })).toBeVisible();
});

test("a product page loads no script and no WebAssembly", async ({ page }) => {
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto("/fr/argent/leefloon/");
  expect(loaded.filter((address) => /\.(js|wasm|bin)$/.test(address))).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("categories lead to products", async ({ page }) => {
    await page.goto("/nl/");
    await page.getByRole("link", { name: /^Geld / }).first().click();
    await page.getByRole("link", { name: "Leefloon", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Leefloon");
  });
});

test("the bare address leads to the first language", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/nl\/$/);
  await expect(page.getByRole("searchbox", { name: "Wat heb je nodig?" })).toBeVisible();
});

test("an address that leads nowhere shows the way back", async ({ page }) => {
  const response = await page.goto("/nl/geld/bestaat-niet/");
  expect(response.status()).toBe(404);
  await expect(page.getByRole("link", { name: "Zoek op de startpagina" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
  test(`no barriers that axe can find, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ["/nl/", "/en/?q=money", "/nl/geld/", "/nl/geld/leefloon/", "/nl/nood/schulden/", "/404.html"]) {
      await page.goto(address);
      if (address.includes("?q=")) await expect(page.locator(".results .card").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), address).toEqual([]);
    }
  });
}
