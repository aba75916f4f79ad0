// On the first page of the site: who comes no further than the door of the residents' screens, and goes on underground,
// finds the needs and the numbers to call. No more than that: which addresses to keep is known when somebody chose.
const door = document.querySelector("[data-worker]");

async function keepScreens() {
  try {
    await navigator.serviceWorker.register(door.dataset.worker, { scope: door.pathname });
  } catch {
    // Private windows refuse; the door works all the same.
  }
}

if (door && "serviceWorker" in navigator && !navigator.connection?.saveData) {
  if (document.readyState === "complete") keepScreens();
  else window.addEventListener("load", keepScreens, { once: true });
}
