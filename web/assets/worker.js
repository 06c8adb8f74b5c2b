// Keeps the site for a visit without internet. The builder puts three lines before this text: NAME (with the version), FILES
// (what pages load), PAGES (a file with all pages of the language), HEADERS.
//
// Everything of one version is kept together and answered from there, so that versions never mix.

self.addEventListener("install", (event) => event.waitUntil(keepAll()));

async function keepAll() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES);
  const pages = await (await fetch(PAGES)).json();
  const headers = { ...HEADERS, "content-type": "text/html; charset=utf-8" };
  await Promise.all(Object.entries(pages).map(([address, html]) => cache.put(address, new Response(html, { headers }))));
}

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const family = NAME.slice(0, NAME.lastIndexOf("-") + 1);
  const old = (await caches.keys()).filter((name) => name.startsWith(family) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(NAME);
  const isPage = request.mode === "navigate";
  // A question behind `?` does not make it another page.
  const kept = await cache.match(request, { ignoreSearch: isPage });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (fault) {
    const instead = isPage && (await cache.match(OFFLINE));
    if (instead) return instead;
    throw fault;
  }
}
