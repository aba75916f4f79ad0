// The service worker of the residents' screens. `SETUP` (written by the server) says what to keep.
//
// Pages come from the network; without one, or when it takes too long, the kept page stands in, and the script on it
// brings it up to date from the kept data. What was chosen is in the address and is kept nowhere.
const SHELL = `help-shell ${SETUP.scope}`; // each language of the site has its own
const DATA = `help-data ${SETUP.scope}`;
const PATIENCE = 6000; // milliseconds
const HOUR = 3_600_000;

const inScope = (url) => url.origin === location.origin && url.pathname.startsWith(SETUP.scope);

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldAssets().then(() => self.clients.claim()));
});

async function keepShell() {
  const shell = await caches.open(SHELL);
  const missing = [];
  for (const asset of SETUP.assets) if (!(await shell.match(asset))) missing.push(asset);
  await Promise.all([
    shell.addAll(missing),
    ...Object.entries(SETUP.pages).map(([name, page]) => put(shell, page, name)),
    ...SETUP.data.map((address) => put(shell, address, address)),
  ]);
}

async function put(cache, address, name) {
  const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await cache.put(name, answer);
}

// Assets bear a hash in their name: those of an older version of the site are of no use.
async function forgetOldAssets() {
  const shell = await caches.open(SHELL);
  const wanted = new Set([...SETUP.assets, ...Object.keys(SETUP.pages), ...SETUP.data]
    .map((address) => new URL(address, location.origin).href));
  for (const { url } of await shell.keys()) if (!wanted.has(url)) await shell.delete(url);
}

self.addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(keepData(event.data.keep));
});

// One area is kept: the one chosen last. Screens are renewed with it, because hours stand on them too.
async function keepData(address) {
  const data = await caches.open(DATA);
  const kept = await data.match(address);
  const age = Date.now() - new Date(kept?.headers.get("Date") ?? 0).getTime();
  if (age < HOUR) return;
  try {
    await put(data, address, address);
    for (const { url } of await data.keys()) if (url !== new URL(address, location.origin).href) await data.delete(url);
    if (kept) await keepShell();
  } catch {
    // No connection after all: what is kept stays.
  }
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && inScope(url)) event.respondWith(pageOf(event.request, url));
  else if (SETUP.assets.includes(url.pathname) || SETUP.data.includes(url.pathname)) event.respondWith(keptFirst(event.request));
});

async function pageOf(request, url) {
  try {
    const answer = await Promise.race([fetch(request), tooLong()]);
    if (answer.status >= 500) throw new Error(answer.status);
    return answer;
  } catch {
    const shell = await caches.open(SHELL);
    const several = url.searchParams.has("m") && (await shell.match(`${url.pathname}?m=1`));
    return several || (await shell.match(url.pathname)) || (await shell.match(SETUP.scope)) || Response.error();
  }
}

const tooLong = () => new Promise((_resolve, reject) => { setTimeout(() => reject(new Error("slow")), PATIENCE); });

async function keptFirst(request) {
  const shell = await caches.open(SHELL);
  return (await shell.match(request)) || fetch(request);
}
