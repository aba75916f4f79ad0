// Who can advise on kept cards without a number, once for a list: as actors/pictograms/advisers.py.
export function showAdvisers(silent, { needs, towns, general }, asked) {
  const home = asked.get("g") ?? JSON.parse(document.getElementById("named").textContent).places.neighbourhood[asked.get("w")]?.[2];
  const found = silent.map((card) => needs[card.mainNeed] ?? towns[home] ?? general).filter(Boolean);
  const box = document.querySelector("[data-advisers]");
  box.hidden = !found.length;
  box.querySelector("ul").replaceChildren(...[...new Set(found)].map((line) => drawn(box, line)));
}

function drawn(box, [address, words, name]) {
  const item = box.querySelector("[data-adviser]").content.cloneNode(true).firstElementChild;
  item.querySelector("span").textContent = name;
  item.querySelector("a").href = address;
  item.querySelector("bdi").textContent = words;
  return item;
}
