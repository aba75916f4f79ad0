// The residents' screens with a script. Everything but reading aloud, "near me" and keeping works without one.
import "../called.js";
import { leaveAtOnce } from "./leave.js";
import { readAloud } from "./listen.js";
import { findNeighbourhood } from "./near.js";
import { keepForLater } from "./save.js";
import { keepChoice } from "./saved-links.js";
import { showTheWay } from "./way.js";

readAloud();
findNeighbourhood();
leaveAtOnce();
keepForLater();
showTheWay();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A page that was kept on the device: what was chosen stands in the address only, and time went on since.
if (document.documentElement.dataset.saved) {
  keepChoice();
  import("./saved.js").then((saved) => saved.bringUpToDate());
}
