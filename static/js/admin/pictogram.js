// A palette of pictograms under a text field: type to search, arrows to move, Enter or a click to choose.

const SHOWN = 60;

function tile(sprite, name, chosen) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = name;
  button.setAttribute("aria-label", name);
  button.setAttribute("aria-pressed", String(name === chosen));
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  button.append(svg);
  return button;
}

function move(palette, from, key) {
  const tiles = [...palette.children];
  const columns = getComputedStyle(palette).gridTemplateColumns.split(" ").length;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key];
  tiles[tiles.indexOf(from) + step]?.focus();
}

function choose(chooser) {
  const field = chooser.querySelector("input");
  const list = chooser.querySelector("datalist");
  const palette = chooser.querySelector(".pictogram-palette");
  const count = chooser.querySelector(".pictogram-count");
  const names = [...list.options].map((option) => option.value);
  const show = (words) => {
    const found = names.filter((name) => name.includes(words.trim().toLowerCase().replaceAll(" ", "-")));
    palette.replaceChildren(...found.slice(0, SHOWN).map((name) => tile(chooser.dataset.pictograms, name, field.value)));
    count.textContent = `${count.dataset.found} ${found.length}`;
  };
  field.removeAttribute("list"); // the palette does its work
  palette.hidden = count.hidden = false;
  show(field.value);
  field.addEventListener("input", () => show(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    palette.firstElementChild?.focus();
  });
  palette.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    field.value = button.title;
    for (const other of palette.children) other.setAttribute("aria-pressed", String(other === button));
  });
  palette.addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    move(palette, event.target.closest("button"), event.key);
  });
}

document.querySelectorAll("[data-pictograms]").forEach(choose);
