// Several rows at once: boxes, Shift and Ctrl with a click on the row, and what is said of them.

const boxes = () => [...document.querySelectorAll(".pick input")];
export const selected = () => boxes().filter((box) => box.checked);
let last = null;

function count() {
  const said = document.getElementById("several-count");
  const n = selected().length;
  const words = n === 1 ? said.dataset.one : said.dataset.many.replace("N", n);
  if (said.textContent !== words) said.textContent = words;
}

/** Everything between the box pressed last and this one becomes like this one. */
function range(box) {
  const all = boxes();
  const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((one, other) => one - other);
  if (from >= 0) for (const between of all.slice(from, to + 1)) between.checked = box.checked;
}

export function clear() {
  for (const box of selected()) box.checked = false;
  count();
}

/** Where such a click means something of its own; in a text, Shift selects words. */
const OWN_USE = "a, button, summary, select, label, .details";
const hasOwnUse = (target, shift) => target.closest(OWN_USE) || (shift && target.matches("input, textarea"));

document.addEventListener("click", (event) => {
  const { target, shiftKey, ctrlKey, metaKey } = event;
  const own = target.closest(".pick input");
  const row = target.closest(".row");
  if (!own && (!row || !(shiftKey || ctrlKey || metaKey) || hasOwnUse(target, shiftKey))) return;
  const box = own ?? row.querySelector(".pick input");
  if (!own) {
    event.preventDefault();
    box.checked = shiftKey || !box.checked;
    document.getSelection().removeAllRanges();
  }
  if (shiftKey) range(box);
  last = box;
  count();
});
document.addEventListener("reset", ({ target }) => target.id === "several" && requestAnimationFrame(count));
document.addEventListener("board:shown", ({ detail }) => (detail.path.endsWith("/several/") && !detail.refused ? clear() : count()));
