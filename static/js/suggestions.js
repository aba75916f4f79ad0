// Suggestions under a search box: the editable combobox with list autocomplete and manual selection of the ARIA
// patterns. Without this module the box is a plain box.
const WAIT = 120; // milliseconds; who types on does not want the list of a letter ago
const SHORTEST = 2; // letters

// What closes moves what stands under it (phones): who presses a button there must still hit it.
let isPressed = false;
addEventListener("pointerdown", () => { isPressed = true; }, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { isPressed = false; }, true);

function afterThePress(act) {
  if (isPressed) addEventListener("pointerup", () => setTimeout(act), { once: true });
  else setTimeout(act); // a finger is up already; its click comes in this turn
}

class Combobox {
  constructor(field) {
    this.url = field.dataset.suggestions;
    this.field = field;
    this.status = field.querySelector("[role=status]");
    this.input = field.querySelector("input");
    this.input.type = "text"; // in a search field Escape empties the field, before the list can close
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-expanded", "false");
    this.input.enterKeyHint = "search"; // what the keyboard of a phone calls its last key
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => afterThePress(() => document.activeElement !== this.input && this.close()));
    this.input.form.addEventListener("submit", () => this.close());
  }

  get options() {
    return this.list ? [...this.list.children] : [];
  }

  typed() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    if (this.input.value.trim().length < SHORTEST) this.close();
    else this.waiting = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    this.asking = new AbortController();
    const asked = new URLSearchParams({ [this.input.name]: this.input.value.trim() });
    try {
      const answer = await fetch(`${this.url}?${asked}`, { signal: this.asking.signal });
      if (answer.ok) this.show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // no connection: searching says so. Who typed on asks again.
    }
  }

  show(html) {
    if (document.activeElement !== this.input) return;
    this.close();
    this.list = document.createRange().createContextualFragment(html).querySelector("[role=listbox]");
    this.status.textContent = this.list.dataset.said;
    if (!this.options.length) return;
    this.field.append(this.list);
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
    this.input.setAttribute("aria-controls", this.list.id);
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.list?.remove();
    this.list = this.active = null;
    this.status.textContent = "";
    for (const name of ["aria-activedescendant", "aria-controls"]) this.input.removeAttribute(name);
    this.input.setAttribute("aria-expanded", "false");
  }

  pressed(event) {
    const act = this.list && !event.isComposing && this.keys[event.key];
    if (act?.call(this)) event.preventDefault();
  }

  // What each key does while the list is open; true: nothing else.
  keys = {
    ArrowDown() { return this.move(+1); },
    ArrowUp() { return this.move(-1); },
    Home() { return this.activate(null); }, // back to the text, where the key moves the cursor
    End() { return this.activate(null); },
    ArrowLeft() { return this.activate(null); },
    ArrowRight() { return this.activate(null); },
    Enter() { return this.active ? this.choose(this.active) : this.close(); },
    Escape() { this.close(); return true; },
  };

  // From the text into the list, and from its last option back to the text.
  move(step) {
    const stops = [null, ...this.options];
    const next = (stops.indexOf(this.active ?? null) + step + stops.length) % stops.length;
    this.activate(stops[next]);
    return true;
  }

  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  choose(option) {
    if (!option) return false;
    const { url, name, value } = option.dataset;
    this.close();
    if (url) window.location.assign(url);
    else if (name) this.filter(name, value);
    else {
      this.input.value = value;
      this.input.form.requestSubmit();
    }
    return true;
  }

  // What was typed has become a filter. The form has a box to tick for it, or gets a field as long as it takes.
  filter(name, value) {
    const form = this.input.form;
    this.input.value = "";
    const tick = form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]:enabled`);
    if (tick) tick.checked = true;
    const field = Object.assign(document.createElement("input"), { type: "hidden", name, value, disabled: Boolean(tick) });
    form.append(field);
    form.requestSubmit();
    field.remove();
  }
}

for (const field of document.querySelectorAll("[data-suggestions]")) new Combobox(field);
