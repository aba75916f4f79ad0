// Links of a kept page know nothing of what was chosen: they take it from the address, and can be tapped from then on.
export function keepChoice() {
  const here = new URLSearchParams(location.search);
  const hasPlace = here.has("g") || here.has("w");
  for (const link of document.querySelectorAll("a[data-keep]")) {
    const there = new URL(link.href);
    for (const [name, value] of here) if (name !== "m" && !there.searchParams.has(name)) there.searchParams.append(name, value);
    for (const value of here.getAll("b").slice(1)) if (!there.searchParams.getAll("b").includes(value)) there.searchParams.append("b", value);
    if (hasPlace && link.dataset.cards) there.pathname = link.dataset.cards; // where is known: on to the cards
    link.href = there;
  }
  const near = document.querySelector("[data-to]");
  if (near) near.dataset.to += location.search;
  document.documentElement.classList.add("knows-choice");
}
