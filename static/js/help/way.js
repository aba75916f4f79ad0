// "The way": the map of the device (`geo:`); where nothing opens, the map on the web.
const WAIT = 900; // milliseconds until another app is in front
const APPLE = /iPhone|iPad|Macintosh/; // their browsers know no `geo:` and say so in an alarming window

export function showTheWay() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-web]");
    if (!link) return;
    if (APPLE.test(navigator.userAgent)) {
      event.preventDefault();
      location.assign(link.dataset.web);
      return;
    }
    const opened = new AbortController();
    const onceAway = () => opened.abort();
    window.addEventListener("blur", onceAway, { signal: opened.signal });
    document.addEventListener("visibilitychange", onceAway, { signal: opened.signal });
    setTimeout(() => { if (!opened.signal.aborted) location.assign(link.dataset.web); }, WAIT);
  });
}
