// A card and its pin show each other: under the pointer, and when the keyboard is on one of them.
const ABOVE = 5000; // in front of all other pins

export function linkToList(cards) {
  const byNumber = new Map([...cards].map((card) => [Number(card.querySelector(".card-number")?.textContent), card]));
  const markers = new Map(); // number: the marker that has it now
  const light = (marker, number, on) => {
    byNumber.get(number)?.classList.toggle("is-lit", on);
    marker?.getElement()?.classList.toggle("is-lit", on);
    marker?.setZIndexOffset(on ? ABOVE : 1000);
  };
  for (const [number, card] of byNumber) {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      card.addEventListener(event, () => light(markers.get(number), number, on));
    }
  }
  return {
    forget: () => markers.clear(),
    tie(marker, numbers) {
      for (const number of numbers) {
        markers.set(number, marker);
        marker.on("mouseover", () => light(marker, number, true)).on("mouseout", () => light(marker, number, false));
      }
    },
    show(number) {
      const link = byNumber.get(number)?.querySelector("h2 a");
      link?.scrollIntoView({ block: "center" });
      link?.focus({ preventScroll: true });
    },
  };
}
