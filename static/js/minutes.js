// The minutes of a row: its number can be pulled, and arrow keys count in it. What one lets go of, or leaves, is saved.
import { board, given, putBack } from "./board.js";

const COUNTED = ".min input[name=minutes]:not([readonly])";
const PULLED = `.row:not(.slip) > .edits > ${COUNTED}`; // in the overview a finger moves the columns
const SLACK = 5; // px that a click may tremble
const APART = 6; // px from one minute to the next
const MOST = 1440;
const counted = new WeakSet(); // fields whose text came from arrow keys: leaving them is no change to the browser
let pull = null;

const whole = (field) => (/^\d+$/.test(field.value.trim()) ? Number(field.value) : null);

/** What the field says now, and where it has steps, how far they go: "35 min · 25 to 60". */
function inWords(field) {
  const { least, most } = field.dataset;
  const [minutes, range] = board().dataset.elastic.split(" · ");
  const say = (number) => minutes.replace("%minutes", number);
  if (!Number(most)) return say(field.value);
  const far = least === most ? say(most) : range.replace("%least", least).replace("%most", most);
  return `${say(field.value)} · ${far}`;
}

function isBeyond({ value, dataset: { least, most } }) {
  return Number(most) > 0 && (Number(value) < Number(least) || Number(value) > Number(most));
}

function set(field, minutes) {
  field.value = Math.min(MOST, Math.max(0, minutes));
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const save = (field) => field.value !== given(field) && field.form.requestSubmit();

/** A mouse pulls to the right or up, a finger only to the right: up and down it scrolls. */
function begin({ pointerId, pointerType }, right, up) {
  pull.across = Math.abs(right) >= Math.abs(up);
  if (!pull.across && pointerType === "touch") return (pull = null);
  pull.line = document.createElement("output");
  pull.field.setPointerCapture(pointerId);
  return pull;
}

function end() {
  pull.line?.remove();
  pull = null;
}

function cancel() {
  const { field, before } = pull;
  end();
  if (before === given(field)) putBack(field);
  else set(field, before);
}

document.addEventListener("pointerdown", ({ target, button, pointerId, clientX: x, clientY: y }) => {
  if (button || !target.matches(PULLED) || target === document.activeElement || whole(target) === null) return;
  pull = { field: target, pointerId, x, y, from: whole(target), before: target.value };
});

// A mouse would select the digits; pressed and not pulled, the field is gone into.
document.addEventListener("mousedown", (event) => pull?.field === event.target && event.preventDefault());

document.addEventListener("pointermove", (event) => {
  if (pull?.pointerId !== event.pointerId) return;
  const { field, x, y, from } = pull;
  const [right, up] = [event.clientX - x, y - event.clientY];
  if (!pull.line && (Math.hypot(right, up) < SLACK || !begin(event, right, up))) return;
  set(field, from + Math.round((pull.across ? right : up) / APART));
  pull.line.className = isBeyond(field) ? "pulled beyond" : "pulled";
  pull.line.textContent = inWords(field);
  if (!pull.line.isConnected) field.closest(".row").append(pull.line);
});

document.addEventListener("pointerup", ({ pointerId, pointerType }) => {
  if (pull?.pointerId !== pointerId) return;
  const { field, line } = pull;
  end();
  if (line) save(field);
  else if (pointerType === "mouse") field.focus(), field.select();
});

// The browser scrolls instead: nothing has been pulled.
document.addEventListener("pointercancel", ({ pointerId }) => pull?.pointerId === pointerId && cancel());

document.addEventListener(
  "keydown",
  (event) => {
    if (!pull?.line || event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    cancel();
  },
  true,
);

document.addEventListener("keydown", (event) => {
  const { target, key, shiftKey } = event;
  const way = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (!way || event.altKey || event.ctrlKey || event.metaKey || !target.matches(COUNTED) || whole(target) === null) return;
  event.preventDefault();
  set(target, whole(target) + way * (shiftKey ? 5 : 1));
  counted.add(target);
  document.getElementById("said").textContent = inWords(target);
});

document.addEventListener("focusout", ({ target }) => counted.delete(target) && target.isConnected && save(target));
