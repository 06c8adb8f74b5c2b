// A visit without internet: everything of one version, or nothing of it.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { alive } from "./site.js";

test.use({ serviceWorkers: "allow" });

/** Waits until the worker has kept everything and answers for the page. */
const kept = (page) => expect.poll(() => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active?.state === "activated" && Boolean(navigator.serviceWorker.controller);
}), { timeout: 30_000 }).toBe(true);

test("after one visit everything works without internet", async ({ page, context }) => {
  await page.goto("/nl/");
  await alive(page);
  await kept(page);
  await context.setOffline(true);
  await expect(page.locator("[data-banner=offline]")).toBeVisible();

  await page.goto("/nl/?q=huur%20betalen");
  await expect(page.locator(".results .card").first()).toBeVisible();
  // A page that was never opened before.
  await page.goto("/nl/geld/schuldbemiddeling-ocmw/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Schuldbemiddeling");
  await page.goto("/nl/rechtencheck/");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.locator(".check h2")).toBeVisible();
  await page.goto("/nl/bestaat-niet/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deze pagina is niet bewaard");
});

test("the site can be put on the screen of a phone", async ({ page }) => {
  await page.goto("/fr/");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(address)).json();
  expect(manifest).toMatchObject({ lang: "fr", start_url: "/fr/", scope: "/fr/", display: "standalone" });
  for (const { src } of manifest.icons) expect((await page.request.get(src)).ok(), src).toBe(true);
});

test("who saves data keeps nothing", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.goto("/nl/");
  await alive(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test.describe("a new version", () => {
  const folder = new URL("../../../target/site-under-test", import.meta.url).pathname;
  const kinds = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".webmanifest": "application/manifest+json" };
  let server;
  let version = 1;

  /** Serves the site; in its second version the home page has another title. */
  test.beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, "http://site");
      const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
      try {
        let body = await readFile(join(folder, path));
        if (version === 2 && (path === "/nl/index.html" || path === "/nl/worker.js" || path.includes("/pages-nl-"))) {
          body = body.toString().replaceAll("Vind hulp en rechten", "Nieuw: vind hulp").replace(/rights-nl-\w+/, "rights-nl-second");
        }
        response.writeHead(200, { "content-type": kinds[extname(path)] ?? "application/octet-stream", "cache-control": "no-cache" });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  test.afterAll(() => server.close());

  test("is offered, and takes over only when somebody asks for it", async ({ page }) => {
    const address = `http://127.0.0.1:${server.address().port}/nl/`;
    const title = page.getByRole("heading", { level: 1 });
    await page.goto(address);
    await kept(page);
    const before = await title.textContent();
    version = 2;
    await page.reload();
    await expect(page.locator("[data-banner=update]")).toBeVisible({ timeout: 30_000 });
    await expect(title).toHaveText(before);
    await page.getByRole("button", { name: "Laad de nieuwe versie" }).click();
    await expect(title).toContainText("Nieuw: vind hulp");
    const names = await page.evaluate(() => caches.keys());
    expect(names).toEqual(["rights-nl-second"]);
  });
});
