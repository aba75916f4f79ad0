// What is typed is kept on the server every few seconds, so that neither a lost connection nor a session that ended
// loses it. Before the form leaves the page it is kept once more: where that fails, the page stays and says why.
import { element, word } from "./words.js";

const PAUSE = 3000; // milliseconds after the last change
const AGAIN = 5000; // after a failure
const LOGGED_OUT = 401;

export function keepDrafts(form) {
  return new Draft(form);
}

class Draft {
  constructor(form) {
    this.form = form;
    this.line = form.querySelector("[data-kept]");
    this.changed = this.leaving = false;
    form.addEventListener("input", () => this.touch());
    form.addEventListener("change", () => this.touch());
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => this.changed && this.keep());
    window.addEventListener("beforeunload", (event) => this.changed && !this.leaving && event.preventDefault());
  }

  touch() {
    this.changed = true;
    this.later(PAUSE);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), wait);
  }

  async keep() {
    clearTimeout(this.timer);
    const answer = await fetch(this.form.dataset.draft, { method: "POST", body: new FormData(this.form) }).catch(() => null);
    if (answer?.ok) {
      this.changed = false;
      this.say(word("kept", { time: (await answer.json()).kept }));
      return true;
    }
    this.complain(answer?.status === LOGGED_OUT ? "loggedOut" : "offline");
    this.later(AGAIN);
    return false;
  }

  say(text) {
    this.line.classList.remove("is-lost");
    this.line.textContent = text;
  }

  complain(reason) {
    if (this.line.dataset.reason === reason && this.line.classList.contains("is-lost")) return;
    this.line.dataset.reason = reason;
    this.line.classList.add("is-lost");
    this.line.textContent = word(reason);
    if (reason === "loggedOut") this.line.append(" ", element("a", { href: window.location.pathname, target: "_blank" }, word("login")));
  }

  async submit(event) {
    if (this.leaving || event.defaultPrevented) return;
    event.preventDefault();
    const { submitter } = event;
    this.form.dataset.sending = "yes"; // from here on nothing else fills in fields: nobody would have seen it
    if (!(await this.keep())) return delete this.form.dataset.sending;
    this.leaving = true;
    this.form.requestSubmit(submitter);
    setTimeout(() => { this.leaving = false; delete this.form.dataset.sending; }, AGAIN); // the page may still be here: let people press again
  }
}
