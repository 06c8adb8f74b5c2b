// What the specs share: the kinds of pages there are, and a watch over what goes wrong.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

/** One page of each kind. */
export const PAGES = {
  home: "/nl/",
  theme: "/nl/nood/schulden/",
  category: "/nl/geld/",
  product: "/nl/geld/leefloon/",
  organisation: "/nl/wie-helpt/ocmw-kortrijk/",
  organisations: "/nl/wie-helpt/",
  "a to z": "/nl/a-tot-z/",
  about: "/nl/over/",
  accessibility: "/nl/toegankelijkheid/",
  check: "/nl/rechtencheck/",
  casework: "/nl/hulpverlener/",
  offline: "/nl/zonder-internet/",
  design: "/design/",
  "not found": "/404.html",
};

/** Widths of a small phone, a tablet and a laptop. */
export const WIDTHS = [360, 768, 1280];

/** Fails the test when the page logs an error or asks for something that is not there. */
export function watch(page) {
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  return faults;
}

/** Turns to the island of the page, and waits until it answers. */
export async function alive(page) {
  await page.locator("[data-island]").dispatchEvent("pointerdown");
  await expect(page.locator("[data-island]")).toHaveAttribute("data-alive", "");
}

/** Nothing that axe can find is a barrier. */
export async function noBarriers(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), what).toEqual([]);
}

/** How much wider the page is than the screen. */
export const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The link that opens the rights check with these answers. */
export const checkWith = (profile, language = "nl") => {
  const check = { nl: "rechtencheck", fr: "test-droits", en: "rights-check" }[language];
  return `/${language}/${check}/#profile=${encodeURIComponent(JSON.stringify(profile))}`;
};

/** A single mother with two small children who rents and lives on social assistance. */
export const MOTHER = {
  answers: {
    topics: ["money", "home", "baby"],
    municipality: "kortrijk",
    children: [0, 4],
    adults: [29],
    "income-sources": ["leefloon"],
    housing: "tenant",
  },
};
