// Brings the island of a page to life. The search waits until somebody turns to it, or at the latest until the page has
// nothing better to do; a question in the address, and the rights check, are loaded at once.
const island = document.querySelector("[data-island]");

let starting;
function start() {
  starting ??= (async () => {
    const { module, wasm, bundle } = island.dataset;
    // The island fetches the bundle itself; asking for it now lets it come together with the rest.
    fetch(bundle).catch(() => {});
    const islands = await import(module);
    await islands.default({ module_or_path: wasm });
    islands[island.dataset.island](island);
    island.dataset.alive = "";
  })().catch((fault) => console.error(fault));
}

if (island) {
  if (island.dataset.island !== "start_search" || new URLSearchParams(location.search).has("q")) {
    start();
  } else {
    for (const sign of ["pointerdown", "focusin", "input"]) {
      island.addEventListener(sign, start, { once: true });
    }
    const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 1500));
    window.addEventListener("load", () => whenIdle(start));
  }
}
