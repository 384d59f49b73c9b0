// A row taken up by its grip with the keyboard: arrows carry it, Enter or Space drops it, Escape puts it back.
import { mayStand, place, rowsOf } from "./placing.js";

let lifted = null; // the row, and what it stood before

export const isLifted = () => lifted !== null;

const words = () => document.getElementById("board").dataset;

function say(sentence, values = {}) {
  const text = Object.entries(values).reduce((said, [name, value]) => said.replace(`%${name}`, value), sentence);
  document.getElementById("said").textContent = text;
}

const titleOf = (row) => row.querySelector("[name=title]").value;

function lift(grip) {
  const row = grip.closest(".row");
  lifted = { row, grip, list: row.parentElement, next: row.nextElementSibling };
  grip.setAttribute("aria-pressed", "true");
  say(words().lifted, { title: titleOf(row) });
}

function carry(step) {
  const { row, grip } = lifted;
  const list = row.parentElement;
  const rows = rowsOf(list);
  const to = rows.indexOf(row) + step;
  if (to >= 0 && to < rows.length) rows[to][step < 0 ? "before" : "after"](row);
  else beyond(row, list, step);
  grip.focus();
  row.scrollIntoView({ block: "nearest" });
  const now = rowsOf(row.parentElement);
  const values = { title: titleOf(row), place: now.indexOf(row) + 1, count: now.length };
  say(words().carried, { ...values, list: row.parentElement.getAttribute("aria-label") });
}

/** Over the edge of a list the next one begins: another session, a track, the parking. */
function beyond(row, list, step) {
  const lists = [...document.querySelectorAll(".rows")].filter((one) => mayStand(row, one));
  const next = lists[lists.indexOf(list) + step];
  if (next) next[step < 0 ? "append" : "prepend"](row);
}

function drop() {
  const { row, grip, list, next } = lifted;
  const stayed = row.parentElement === list && row.nextElementSibling === next;
  letGo();
  if (stayed) say(words().stayed, { title: titleOf(row) });
  else place(row);
  grip.focus();
}

export function cancel() {
  const { row, grip, list, next } = lifted;
  list.insertBefore(row, next);
  letGo();
  say(words().stayed, { title: titleOf(row) });
  grip.focus();
}

function letGo() {
  lifted.grip.setAttribute("aria-pressed", "false");
  lifted = null;
}

document.addEventListener("click", ({ target, detail }) => {
  const grip = target.closest?.(".grip");
  if (!grip || detail) return; // a pointer drags; only a key has no clicks to count
  if (lifted?.grip === grip) drop();
  else if (!lifted) lift(grip);
});

document.addEventListener("keydown", (event) => {
  if (!lifted || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step) carry(step);
  else if (event.key === "Escape") cancel();
  else return event.key === "Tab" ? cancel() : undefined;
  event.preventDefault();
  event.stopImmediatePropagation();
});
