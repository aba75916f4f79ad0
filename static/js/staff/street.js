// A street that is typed fills in its name in the other language, its neighbourhood and a point, where they are empty.
// Where it runs through several neighbourhoods, or a point is there already, people choose.
import { element, word } from "./words.js";

const NUMBER = /[\s,]+(\d{1,4}\s?[a-z]?(?:[-/]\d{1,4}[a-z]?)*)$/i;

export class Street {
  constructor(place, url, point) {
    const field = (name) => place.querySelector(`[name="${place.dataset.place}-${name}"]`);
    this.names = { nl: field("street_nl"), fr: field("street_fr") };
    [this.postalCode, this.neighbourhood, this.precision] = ["postal_code", "neighbourhood", "precision"].map(field);
    this.choices = place.querySelector("[data-street-choices]");
    Object.assign(this, { url, point });
    for (const input of Object.values(this.names)) input.addEventListener("change", () => this.typed(input.value.trim()));
  }

  async typed(text) {
    this.choices.replaceChildren();
    if (!text) return;
    const asked = new URLSearchParams({ text, postal_code: this.postalCode.value });
    const answer = await fetch(`${this.url}?${asked}`).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const { streets, sure } = await answer.json();
    const number = text.match(NUMBER)?.[1] ?? "";
    if (sure && !this.point.point) this.take(streets[0], number);
    else if (streets.length) this.ask(streets, number);
  }

  ask(streets, number) {
    const button = (street) => {
      const take = () => this.take(street, number, { chosen: true });
      return element("li", {}, element("button", { type: "button", class: "button", onclick: take }, `${street.nl} / ${street.fr}: ${street.words}`));
    };
    this.choices.append(element("p", { class: "help" }, word("whichStreet")), element("ul", { class: "chips" }, ...streets.map(button)));
  }

  async take(street, number, { chosen = false } = {}) {
    for (const [language, input] of Object.entries(this.names)) {
      if (input.value.trim() && !chosen) continue;
      input.value = number ? `${street[language]} ${number}` : street[language];
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.precision.value = "street";
    this.choices.replaceChildren();
    await this.point.set({ lat: street.lat, lng: street.lon });
    // What was chosen holds: where there are no border lines, the neighbourhood of a point is a guess.
    this.neighbourhood.value = String(street.neighbourhood);
    this.point.say(street.words);
  }
}
