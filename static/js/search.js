// The search page: the map beside the list, and what htmx does not do by itself.
import { keepDetails } from "./details.js";
import { showMap } from "./map.js";
import { sayWhenOffline } from "./offline.js";

document.documentElement.classList.add("has-js");

function start() {
  showMap(document.querySelector("[data-map]"));
}

keepDetails(document.getElementById("search"));
sayWhenOffline(document.getElementById("search"));
start();
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id === "search-body" || event.detail.elt.id === "search-body") start();
});
