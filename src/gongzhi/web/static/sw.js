/* Started by /sw.js, which names the files of this release. Pages come from the network; without one the kept page
   answers. Nothing personal is ever kept here: only our own static files and the page for times without signal. */
const CACHE = "gongzhi-" + self.RELEASE;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((c) => c.addAll(self.KEPT)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request, { ignoreSearch: true }).then((kept) => kept || fetch(request)));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(self.OFFLINE)));
  }
});
self.addEventListener("sync", (event) => {
  if (event.tag === "reports") event.waitUntil(sendAndTell());
});
/* The pages that are open say so too. */
async function sendAndTell() {
  const sent = await self.Queue.sendAll();
  if (sent.length) for (const page of await self.clients.matchAll()) page.postMessage({ sent });
}
