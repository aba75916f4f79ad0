// A number that was tapped is counted where its service set a limit for a day: the call is made all the same.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='tel:']");
  const counted = link?.closest("[data-called]");
  if (counted) navigator.sendBeacon(counted.dataset.called);
});
