"use strict";
// Keeps one whole version of the app on the device. A new version installs itself beside the old one, every file
// checked against its hash, and takes over when no page of the old one is open; files of two are never mixed.
const VERSION = "{{VERSION}}";
const FILES = {{FILES}};
const DRAWING = {{DRAWING}};
const LATER = {{LATER}};
// Fonts for other scripts and emoji: fetched when a text needs one, kept from then on, also by the versions that follow.
const FONTS = "{{FONTS}}";
const isFont = (path) => path.startsWith("{{SCRIPTS}}");

const OWN = `homecare ${registration.scope} `;
const NAME = OWN + VERSION;
const wanted = { ...FILES, ...DRAWING[{{ENGINE}}] };
const shipped = { ...FILES, ...DRAWING.skwasm, ...DRAWING.canvaskit, ...LATER };

// The hash is part of the key, so that what did not change is taken over from the version before.
const key = (path) => `${registration.scope}${path}?${shipped[path] ?? FONTS}`;
const fresh = (path) => fetch(new Request(path || "./", { cache: "no-cache", integrity: shipped[path] ?? "" }));

async function keep(cache, path) {
  const response = (await caches.match(key(path))) ?? (await fresh(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(key(path), response);
}

async function install() {
  const cache = await caches.open(NAME);
  await Promise.all(Object.keys(wanted).map((path) => keep(cache, path)));
  for (const name of await caches.keys()) {
    if (name.startsWith(OWN) && name !== NAME) await takeFonts(await caches.open(name), cache);
  }
}

async function takeFonts(from, to) {
  for (const request of await from.keys()) {
    if (request.url.endsWith(`?${FONTS}`)) await to.put(request, await from.match(request));
  }
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OWN) && name !== NAME) await caches.delete(name);
  }
}

async function kept(path) {
  const cache = await caches.open(NAME);
  const found = await cache.match(key(path));
  if (found) return found;
  // The browser dropped it, or it was not needed before: keep it (again), so that the next start needs no network.
  const response = await fresh(path);
  if (response.ok) await cache.put(key(path), response.clone()).catch(() => {});
  return response;
}

// A browser short of room drops single files. One that is missing is fetched while there is a network, not only when
// a page without one asks for it. Where the site has a new version by now, its install does the same.
async function heal() {
  const cache = await caches.open(NAME);
  for (const path of Object.keys(wanted)) {
    if (!(await cache.match(key(path)))) await keep(cache, path);
  }
}

// A page that is loaded again is no page of the old version any more: let the new version that waits answer it.
async function page() {
  if (registration.waiting && (await clients.matchAll({ type: "window" })).length < 2) {
    registration.waiting.postMessage("take over");
    // A script and no Refresh header: to an address with a route after "#" that header leads nowhere.
    return new Response("<script>location.reload()</script>", { headers: { "Content-Type": "text/html" } });
  }
  return kept("");
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  // A first page came from the network; it is taken in only if it is of this very version.
  else if (event.data.claim === VERSION) event.waitUntil(clients.claim());
});
addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (address.origin !== location.origin) return event.respondWith(Response.error());
  if (event.request.method !== "GET" || !address.href.startsWith(registration.scope)) return;
  const path = address.pathname.slice(new URL(registration.scope).pathname.length);
  if (event.request.mode === "navigate") {
    if (path !== "" && path !== "index.html") return;
    event.respondWith(page());
    // Not while a new version waits: it takes over only once this one has nothing left to do.
    if (!registration.waiting && !registration.installing) event.waitUntil(heal().catch(() => {}));
  } else if (path in shipped || isFont(path)) event.respondWith(kept(path));
});
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const [open] = await clients.matchAll({ type: "window" });
    await (open ? open.focus() : clients.openWindow(registration.scope));
  })());
});
