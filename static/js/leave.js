// "Leave this page": the page that follows takes its place in the history, so that Back does not show it again.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-leave]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.body.hidden = true; // gone before the other page comes
  location.replace(link.href);
});
