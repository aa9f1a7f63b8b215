// The offline shell. Answers for the program's own files, never for data: nothing under /sync or /api is touched.
//
// A new version installs beside the old one and waits. It takes over when the page asks for it (the person clicked),
// or when no page of the old version is left. The files of the version before stay, for pages that still run it.

const BUILD = "{{build}}";
const CACHE = `richiamo-${BUILD}`;
const SHELL = "/index.html";
const OFFLINE = "/offline.html";
const FILES = {{files}};
// Paths of the signed-in program (the router of app/src/layout): one shell for all of them.
const APP = /^\/(?:agenda(?:\/|$)|chiamate(?:\/|$)|$)/;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((url) => new Request(url, { cache: "no-cache" })))),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOlderBuilds().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(APP.test(url.pathname) ? shell(request) : page(request));
  } else if (url.pathname.startsWith("/pkg/") || FILES.includes(url.pathname)) {
    event.respondWith(file(request));
  }
});

// Caches are listed in the order in which they were made: this build's, and the one before it, stay.
async function dropOlderBuilds() {
  const others = (await caches.keys()).filter((name) => name.startsWith("richiamo-") && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function shell(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(SHELL)) ?? page(request);
}

// A page that the server makes (sign-in, first run): from the network, or an honest word that there is none.
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

async function file(request) {
  const own = await caches.open(CACHE);
  return (await own.match(request)) ?? (await caches.match(request)) ?? fetch(request);
}
