// Keeps screens and data on the device, by a service worker. Where the browser has none, nothing is lost but that.
export async function keepForLater() {
  if (!("serviceWorker" in navigator) || document.documentElement.dataset.saved) return;
  const { worker, scope, store } = document.body.dataset;
  try {
    await navigator.serviceWorker.register(worker, { scope });
    const registration = await navigator.serviceWorker.ready;
    const economical = navigator.connection?.saveData; // then only what was chosen, not the whole Region
    if (economical && store.includes("/region.")) return;
    registration.active.postMessage({ keep: store });
  } catch {
    // Private windows refuse; the pages work all the same.
  }
}
