// Every kind of page: on every screen, in both themes, without JavaScript, on paper, with large letters.
import { expect, test } from "@playwright/test";
import { PAGES, WIDTHS, alive, noBarriers, tooWide, watch } from "./site.js";

for (const width of WIDTHS) {
  test(`nothing is wider than a screen of ${width} pixels, and nothing fails`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const faults = watch(page);
    for (const [kind, address] of Object.entries(PAGES)) {
      await page.goto(address);
      expect(await tooWide(page), kind).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
  });
}

for (const colorScheme of ["light", "dark"]) {
  for (const [kind, address] of Object.entries(PAGES)) {
    test(`no barriers that axe can find: ${kind}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      await noBarriers(page, kind);
    });
  }
}

test("from right to left nothing is pushed off the screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [kind, address] of Object.entries(PAGES)) {
    await page.goto(address);
    await page.evaluate(() => { document.documentElement.dir = "rtl"; });
    expect(await tooWide(page), kind).toBeLessThanOrEqual(0);
    const { left, right } = await page.locator("h1").boundingBox().then(({ x, width }) => ({ left: x, right: 360 - x - width }));
    expect(Math.min(left, right), kind).toBeGreaterThanOrEqual(0);
  }
});

test("letters twice as large push nothing off the screen", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  for (const [kind, address] of Object.entries(PAGES)) {
    await page.goto(address);
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    expect(await tooWide(page), kind).toBeLessThanOrEqual(0);
  }
});

test("zoomed to 200 % nothing is pushed off the screen", async ({ page }) => {
  // A laptop of 1280 pixels at 400 %, or a phone at 112 %.
  await page.setViewportSize({ width: 320, height: 400 });
  for (const [kind, address] of Object.entries(PAGES)) {
    await page.goto(address);
    expect(await tooWide(page), kind).toBeLessThanOrEqual(0);
  }
});

test("what one taps is large enough", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [kind, address] of Object.entries(PAGES)) {
    await page.goto(address);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, .button, .call, summary, select, header a, footer a, .tile")]
        .filter((element) => element.offsetParent && element.getBoundingClientRect().height < 44)
        .map((element) => element.outerHTML.slice(0, 120)));
    expect(small, kind).toEqual([]);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every page says what it is, and where to go on", async ({ page }) => {
    for (const [kind, address] of Object.entries(PAGES)) {
      await page.goto(address);
      await expect(page.locator("h1"), kind).toHaveCount(1);
      expect(await page.locator("main").innerText(), kind).toMatch(/\w{3}/);
      await expect(page.locator("footer").getByRole("link", { name: /^Bel / }), kind).toBeVisible();
    }
  });

  test("needs and categories lead to products", async ({ page }) => {
    await page.goto("/nl/");
    await expect(page.locator("noscript p")).toBeVisible();
    await page.getByRole("link", { name: "Ik heb schulden" }).first().click();
    await page.getByRole("link", { name: "Schuldbemiddeling", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Schuldbemiddeling");
    await page.goto("/nl/");
    const money = page.locator("details.subject").first();
    await money.locator("summary").click();
    await money.getByRole("link").last().click();
    await expect(page).toHaveURL(/\/nl\/geld\/$/);
  });

  test("buttons that need JavaScript are not there", async ({ page }) => {
    await page.goto("/nl/geld/leefloon/");
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "WhatsApp" })).toBeVisible();
  });
});

test("an electricity bill leads to a phone number in three taps", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/en/");
  await page.getByRole("link", { name: "I can't pay for gas, electricity or water" }).first().click(); // 1
  const call = page.locator("main .call").first();
  await expect(call).toHaveAttribute("href", /^tel:\d+$/); // 2 would call
  await page.locator("main .card a").first().click(); // 2
  await expect(page.locator("main .call").first()).toHaveAttribute("href", /^tel:\d+$/); // 3 calls
});

test("a product page has all a family needs, and loads no island", async ({ page }) => {
  const loaded = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto("/nl/geld/leefloon/");
  for (const name of ["Wat kun je doen?", "Wie kan je helpen?", "Neem dit mee", "Is het iets voor jou?", "Kijk ook naar", "Delen"]) {
    await expect(page.getByRole("heading", { name })).toBeVisible();
  }
  await expect(page.locator("main .call").first()).toHaveAttribute("href", "tel:056244222");
  await expect(page.getByRole("link", { name: /Verander deze pagina/ })).toHaveAttribute("href", /products\/income\/leefloon\.toml$/);
  const shared = await page.getByRole("link", { name: "WhatsApp" }).getAttribute("href");
  expect(decodeURIComponent(shared)).toMatch(/^https:\/\/wa\.me\/\?text=Leefloon https:\/\/.*\/nl\/geld\/leefloon\/$/);
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
  expect(loaded.filter((path) => /\.(wasm|bin)$|islands|start/.test(path))).toEqual([]);
});

test("a page can be read aloud", async ({ page }) => {
  await page.addInitScript(() => {
    window.spoken = [];
    Object.defineProperty(window, "speechSynthesis", {
      value: { speaking: false, cancel() { this.speaking = false; }, speak(speech) { this.speaking = true; window.spoken.push(speech); } },
    });
  });
  await page.goto("/fr/argent/leefloon/");
  const button = page.getByRole("button", { name: "Lire à voix haute" });
  await button.click();
  await expect(page.getByRole("button", { name: "Arrêter la lecture" })).toBeVisible();
  const { text, lang } = await page.evaluate(() => ({ text: window.spoken[0].text, lang: window.spoken[0].lang }));
  expect(lang).toBe("fr");
  expect(text).toMatch(/^Revenu d'intégration/);
  expect(text).not.toContain("WhatsApp");
});

test("search engines learn what a page is", async ({ page }) => {
  await page.goto("/en/money/leefloon/");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /^https:\/\/[^/]+\/en\/money\/leefloon\/$/);
  for (const language of ["nl", "fr", "en"]) {
    await expect(page.locator(`link[rel=alternate][hreflang=${language}]`)).toHaveCount(1);
  }
  await expect(page.locator("meta[property='og:title']")).toHaveAttribute("content", /leefloon/);
  const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
  expect(data["@type"]).toBe("GovernmentService");
  expect(data.serviceOperator.telephone).toBe("056 24 42 22");
  const map = await (await page.request.get("/sitemap.xml")).text();
  expect(map.match(/<loc>/g).length).toBeGreaterThan(1500);
  expect(map).toContain("/en/money/leefloon/</loc>");
  expect(map).not.toContain("/404.html");
  expect(await (await page.request.get("/robots.txt")).text()).toContain("Sitemap: https://");
});

test("on paper there is what helps, and nothing to tap", async ({ page }) => {
  await page.goto("/nl/geld/leefloon/");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("header")).toBeHidden();
  await expect(page.getByRole("link", { name: "WhatsApp" })).toBeHidden();
  await expect(page.locator(".steps")).toBeVisible();
  await expect(page.locator("main .call").first()).toBeVisible();
});

test("an address that leads nowhere still lets people search", async ({ page }) => {
  const response = await page.goto("/nl/geld/bestaat-niet/");
  expect(response.status()).toBe(404);
  await page.locator("#query-nl").fill("huur betalen");
  await page.locator("#query-nl").press("Enter");
  await expect(page).toHaveURL(/\/nl\/\?q=huur\+betalen$/);
  await expect(page.locator(".results .card").first()).toBeVisible();
});

test("the bare address leads to the first language", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/nl\/$/);
  await alive(page);
});

test("every page has the same frame for screen readers", async ({ page }) => {
  await page.goto("/en/money/leefloon/");
  await expect(page.locator("header")).toMatchAriaSnapshot(`
    - banner:
      - link "Rights Explorer Kortrijk"
      - navigation "Language":
        - list:
          - listitem:
            - link "Nederlands"
          - listitem:
            - link "Français"
          - listitem:
            - link "English"
      - navigation "Menu":
        - list:
          - listitem:
            - link "Search"
          - listitem:
            - link "Rights check"
          - listitem:
            - link "A–Z"
  `);
  await expect(page.locator("main")).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading /leefloon/ [level=1]
        - region "What can you do?":
          - heading "What can you do?" [level=2]
          - list
        - region "Who can help you?":
          - link /Call/
        - region "Is it for you?"
        - region "Share":
          - list
  `);
});
