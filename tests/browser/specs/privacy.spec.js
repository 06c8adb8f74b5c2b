// What leaves the device: nothing.
import { expect, test } from "@playwright/test";
import { MOTHER, checkWith } from "./site.js";

test("nothing of a profile or a question is in any request", async ({ page, context, baseURL }) => {
  const requests = [];
  context.on("request", (request) => requests.push({ url: request.url(), body: request.postData() ?? "", headers: request.headers() }));
  await page.goto(checkWith(MOTHER));
  await expect(page.locator(".check .numbered > .card")).toHaveCount(10);
  await page.getByRole("button", { name: "Ga verder" }).click();
  await page.getByRole("button", { name: "Ik weet het niet" }).click();
  await page.goto("/nl/");
  await page.getByRole("combobox").fill("mijn man slaat mij");
  await expect(page.locator(".results .card").first()).toBeVisible();
  await page.locator(".results .card h3 a").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(requests.length).toBeGreaterThan(8);
  for (const { url, body, headers } of requests) {
    expect(url.startsWith(baseURL), url).toBe(true);
    expect(url + body).not.toMatch(/profile|answers|kortrijk%22|leefloon%22|slaat/);
    expect(body).toBe("");
    expect(headers.referer ?? "").not.toMatch(/slaat|profile/);
  }
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("pages may load only what is theirs", async ({ page }) => {
  const response = await page.goto("/nl/");
  const headers = response.headers();
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  const inPage = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  expect(headers["content-security-policy"]).toContain(inPage);
  const hosts = { netlify: "/_headers", apache: "/.htaccess", nginx: "/nginx-headers.conf" };
  for (const [host, address] of Object.entries(hosts)) {
    expect(await (await page.request.get(address)).text(), host).toContain(inPage);
  }
  // A script that somebody slips into a page does not run.
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.slipped = true";
    document.body.append(script);
  });
  expect(await page.evaluate(() => window.slipped)).toBeUndefined();
});

const counted = async (page, on) => {
  const counts = [];
  await page.exposeFunction("record", (...sent) => counts.push(sent));
  await page.addInitScript(() => {
    navigator.sendBeacon = (...sent) => Boolean(window.record(...sent));
  });
  if (on) {
    await page.route(/\/nl\/(\?.*)?$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace("<html ", '<html data-count="/count" ') });
    });
  }
  await page.goto("/nl/?q=xylofoon");
  await expect(page.locator(".results")).toContainText("bel OCMW Kortrijk");
  // What a page does when it is left, while it still is there to tell.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  return counts;
};

test("nothing is counted unless somebody switched it on", async ({ page }) => {
  expect(await counted(page, false)).toEqual([]);
});

test("what is counted names a page and how often, never a question", async ({ page }) => {
  const counts = await counted(page, true);
  expect(counts).toEqual([["/count?page=%2Fnl%2F&nothing=1"]]);
});
