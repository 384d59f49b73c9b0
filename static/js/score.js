// The score under a pointer and under the keys. What has been reached is told below it, always in the same place.
// The page asks for the words of the steps when they are first needed, so that it is light until then.
import { refresh } from "./board.js";

const scoreOf = (target) => target.closest?.(".stave:has(.told)");
const partOf = (target) => scoreOf(target) && target.closest(".score a");
let shown = null; // the score that tells something, and the number of the place it tells of
let kept = null; // the place that has the focus, to come back to when the pointer has gone
let pressed = ""; // the kind of pointer that is down, or was last
const last = new Map(); // where one was in each score, for coming back to it

/** Every place one can reach: each bar, and what has none as a whole. */
const placesIn = (within) =>
  [...within.querySelectorAll(".score a")].flatMap((part) => {
    const bars = [...part.querySelectorAll(".bar")];
    return bars.length ? bars : [part];
  });
const placeAt = (at) => at && document.getElementById(at.score) && placesIn(document.getElementById(at.score))[at.number];
const known = (place) => ({ score: scoreOf(place).id, number: placesIn(scoreOf(place)).indexOf(place) });

function tell(place) {
  if (shown && place && place === placeAt(shown) && place.classList.contains("on")) return;
  hush();
  if (!place) return;
  ask();
  shown = known(place);
  place.classList.add("on");
  const line = scoreOf(place).querySelector(".told");
  const part = partOf(place);
  line.className = `told ${part.classList[0]}`;
  line.firstElementChild.textContent = place.dataset.step ?? part.getAttribute("aria-label");
  line.lastElementChild.setAttribute("href", part.getAttribute("href"));
  line.lastElementChild.hidden = false;
}

function ask() {
  if (document.body.dataset.told) return;
  document.body.dataset.told = "on";
  refresh();
}

function hush() {
  for (const one of document.querySelectorAll(".stave .on")) one.classList.remove("on");
  const line = shown && document.getElementById(shown.score)?.querySelector(".told");
  shown = null;
  if (!line) return;
  line.className = "told";
  line.firstElementChild.textContent = "";
  line.lastElementChild.hidden = true;
}

/** The bar in this minute, the nearest where several play at once; where none does, the part itself. */
function under(part, x, y) {
  const far = (box) => Math.abs(y - (box.top + box.bottom) / 2);
  const playing = [...scoreOf(part).querySelectorAll(".bar")]
    .map((bar) => [bar, bar.getBoundingClientRect()])
    .filter(([, box]) => box.left <= x && x <= box.right)
    .sort(([, one], [, other]) => far(one) - far(other));
  return playing[0]?.[0] ?? part;
}

/** To the row, which has the focus then. */
function go(part) {
  const row = document.getElementById(part.getAttribute("href").slice(1));
  if (!row) return;
  row.focus({ preventScroll: true, focusVisible: true });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  row.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

document.addEventListener("pointerdown", ({ pointerType }) => (pressed = pointerType), true);
document.addEventListener("keydown", () => (pressed = ""), true);

document.addEventListener("pointermove", ({ target, clientX, clientY, pointerType }) => {
  if (pointerType === "touch") return;
  const part = partOf(target);
  if (part) tell(under(part, clientX, clientY));
  else if (shown && document.getElementById(shown.score) !== scoreOf(target)) tell(placeAt(kept));
});

document.addEventListener("click", (event) => {
  const part = partOf(event.target);
  const way = event.target.closest(".told a");
  if (way) event.preventDefault(), go(way);
  if (!part || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const place = event.detail ? under(part, event.clientX, event.clientY) : (placeAt(kept) ?? part);
  const first = pressed === "touch" && place !== placeAt(shown);
  if (first) tell(place);
  else go(partOf(place));
});

/** One stop for the Tab key: from there the arrows lead on. Outside of it the page is as it was given. */
function rove() {
  const stop = document.activeElement;
  for (const part of document.querySelectorAll(".stave:has(.told) .score a")) {
    const inside = partOf(stop) && scoreOf(stop) === scoreOf(part);
    if (inside && part !== stop) part.setAttribute("tabindex", "-1");
    else part.removeAttribute("tabindex");
  }
}

function enter(part, from) {
  const score = scoreOf(part);
  const before = !pressed && scoreOf(from ?? document.body) !== score && placeAt(last.get(score.id));
  reach(before || placesIn(score).find((place) => partOf(place) === part));
}

function reach(place) {
  kept = known(place);
  last.set(kept.score, kept);
  if (document.activeElement !== partOf(place)) partOf(place).focus();
  rove();
  if (pressed) return;
  place.scrollIntoView({ block: "nearest", inline: "nearest" });
  tell(place);
}

document.addEventListener("focusin", ({ target, relatedTarget }) => {
  const part = partOf(target);
  if (part && partOf(placeAt(kept) ?? document.body) !== part) enter(part, relatedTarget);
});

document.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (!partOf(target) || (relatedTarget && partOf(relatedTarget) && scoreOf(relatedTarget) === scoreOf(target))) return;
  kept = null;
  if (!relatedTarget || !scoreOf(relatedTarget)) hush();
  rove();
});

/** The place that a key leads to from here: the next bar, or the first one of another activity. */
function next(place, key) {
  const all = placesIn(scoreOf(place));
  const firsts = all.filter((one, number) => partOf(one) !== (number ? partOf(all[number - 1]) : null));
  const at = firsts.findIndex((one) => partOf(one) === partOf(place));
  return {
    ArrowRight: all[all.indexOf(place) + 1],
    ArrowLeft: all[all.indexOf(place) - 1],
    ArrowDown: firsts[at + 1],
    ArrowUp: firsts[at - 1],
    Home: all[0],
    End: all.at(-1),
  }[key];
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return hush();
  if (event.altKey || event.ctrlKey || event.metaKey || !partOf(event.target)) return;
  if (!/^(Arrow|Home$|End$)/.test(event.key)) return;
  event.preventDefault();
  const place = next(placeAt(kept) ?? event.target, event.key);
  if (place) reach(place);
});

// An answer has drawn the score anew: the same place is told of, as it is now.
document.addEventListener("board:shown", () => {
  rove();
  const again = shown;
  shown = null;
  if (again) tell(placeAt(again));
});

const already = partOf(document.activeElement);
if (already) enter(already, null);
