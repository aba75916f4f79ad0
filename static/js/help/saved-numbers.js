// On a kept page of cards: the numbers to call for what was chosen, as actors/pictograms/cards_screen.py shows them.
// Returns their links, in order; none where what was chosen has no number: then those for anything stay.
export function showNumbers(chosen) {
  const kept = document.querySelector("[data-all-numbers]");
  const find = (slug) => kept.querySelector(`[data-number="${slug}"] > *`);
  const numbers = [...new Set(chosen.flatMap(({ numbers: slugs }) => closedLast(slugs.map(find))))];
  if (!numbers.length) return [];
  const section = document.querySelector("[data-numbers]");
  const more = section.querySelector("details");
  const summary = more.querySelector("summary");
  const first = chosen.some(({ urgent }) => urgent) ? Number(kept.dataset.first) : 0;
  if (first) summary.querySelector("span").textContent = summary.dataset.moreWords;
  more.replaceChildren(summary, ...numbers.slice(first));
  more.hidden = numbers.length <= first;
  section.replaceChildren(...numbers.slice(0, first), more);
  return numbers.map((number) => number.querySelector("a").getAttribute("href"));
}

// What nobody answers now stands behind what somebody may; saved.js has said by then how things stand.
function closedLast(numbers) {
  const isClosed = (number) => number.querySelector(".state").classList.contains("calm");
  return [...numbers.filter((number) => !isClosed(number)), ...numbers.filter(isClosed)];
}
