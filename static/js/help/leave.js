// The way out of this page; none where it is not sensitive. A kept page learns that from its address.
export function wayOut() {
  const bar = document.querySelector(".leaving");
  if (bar?.dataset.sensitive) {
    const asked = new URLSearchParams(location.search);
    const sensitive = bar.dataset.sensitive.split(" ");
    bar.hidden = ![...asked.getAll("b"), ...asked.getAll("t")].some((code) => sensitive.includes(code));
  }
  return bar?.hidden ? null : bar?.querySelector("[data-leave]");
}

// Sensitive pages: leaving replaces the page in the history, and so does every step between such pages.
export function leaveAtOnce() {
  const leave = wayOut();
  if (!leave) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const inside = link.pathname.startsWith(document.body.dataset.scope) && link.origin === location.origin;
    if (link !== leave && (!inside || link.hash)) return;
    event.preventDefault();
    if (link === leave) document.body.hidden = true; // gone before the other page comes
    location.replace(link.href);
  });
  // Back from another page must not show it again.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.replace(document.body.dataset.scope); });
}
