// Brings islands to life. The WebAssembly is loaded when somebody turns to the search, or at the latest when the
// page has nothing better to do; a question in the address loads it at once.
const island = document.querySelector("[data-island]");

let starting;
function start() {
  starting ??= (async () => {
    const { module, wasm, bundle } = island.dataset;
    // The island fetches the bundle itself; asking for it now lets it come together with the rest.
    fetch(bundle).catch(() => {});
    const islands = await import(module);
    await islands.default({ module_or_path: wasm });
    islands.start_search(island);
    island.dataset.alive = "";
  })().catch((fault) => console.error(fault));
}

if (island) {
  if (new URLSearchParams(location.search).has("q")) {
    start();
  } else {
    for (const sign of ["pointerdown", "focusin", "input"]) {
      island.addEventListener(sign, start, { once: true });
    }
    const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 1500));
    window.addEventListener("load", () => whenIdle(start));
  }
}
