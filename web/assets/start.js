// Brings the island of a page to life as soon as somebody turns to it. Until then its files only come closer, after all that is
// to be seen (see `pages/head.rs`): a phone does not work for visitors who read and call. A question or answers in the address,
// or answers kept from before, bring it to life at once.
const island = document.querySelector("[data-island]");

/** What the rights check keeps its answers under; see `islands/keep.rs`. */
const KEPT = "rights-check";

let starting;
let pressed;
function start() {
  starting ??= (async () => {
    const { module, wasm } = island.dataset;
    const islands = await import(module);
    await islands.default({ module_or_path: wasm });
    islands[island.dataset.island](island);
    island.dataset.alive = "";
    // A button that was pressed too early is pressed again, once the island listens.
    if (pressed) setTimeout(() => island.querySelector(`[data-press="${pressed}"]`)?.click());
  })().catch((fault) => console.error(fault));
}

function isExpected() {
  const { search, hash } = location;
  if (new URLSearchParams(search).has("q") || hash.startsWith("#profile=")) return true;
  if (island.dataset.island === "start_search") return false;
  try {
    return Boolean(sessionStorage.getItem(KEPT) ?? localStorage.getItem(KEPT));
  } catch {
    return false;
  }
}

if (island) {
  if (isExpected()) {
    start();
  } else {
    for (const sign of ["pointerenter", "pointerdown", "focusin", "input", "click"]) {
      island.addEventListener(sign, start, { once: true });
    }
    island.addEventListener("click", (event) => {
      if (!("alive" in island.dataset)) pressed = event.target.closest("[data-press]")?.dataset.press;
    });
  }
}
