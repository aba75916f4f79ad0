// Buttons that add a record or unfold a service ask the server for that piece of the form only.
import { word } from "./words.js";

export function addInPlace(form, draft, enrich) {
  form.addEventListener("click", async (event) => {
    const button = event.target.closest('button[name="add"], button[name="unfold"]');
    if (!button) return;
    event.preventDefault();
    const piece = await ask(form, button);
    if (!piece) return draft.complain("offline");
    place(form, button, piece);
    enrich(piece);
    announce(form, piece);
    (piece.querySelector("input:not([type=hidden]), select, summary") ?? piece).focus();
    if (button.name === "add") draft.touch();
  });
}

async function ask(form, button) {
  const body = new FormData(form);
  body.set(button.name, button.value);
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return null;
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  return template.content.firstElementChild;
}

function place(form, button, piece) {
  if (button.name === "unfold") document.getElementById(button.value).replaceWith(piece);
  else form.querySelector(`[data-records="${button.value}"]`).append(piece);
}

// A new place can be chosen at once for every service.
function announce(form, piece) {
  if (!piece.dataset.place) return;
  for (const select of form.querySelectorAll('select[name$="-location"]')) {
    if ([...select.options].some((option) => option.value === piece.dataset.place)) continue;
    select.append(new Option(word("newPlace"), piece.dataset.place));
  }
}
