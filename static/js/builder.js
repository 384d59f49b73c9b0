// The builder's gestures. Each one only presses a button or fills a form that is on the page anyway.
import { board, given, putBack, refresh } from "./board.js";
import { lettersAct } from "./letters.js";
import "./lifting.js";
import { clear, selected } from "./selecting.js";

const TYPING = "input:not([type=checkbox]), textarea, select";
const typingIn = (target) => target.matches(TYPING);
const rowOf = (target) => target.closest(".row");
const pressed = (id) => document.getElementById(id)?.click();

/** What was typed is saved before anything else happens to it. */
const saveFirst = (target) => target.matches(".bare") && target.value !== given(target) && target.form.requestSubmit();

// Alt+↑ and Alt+↓ move the row, the question or the step that has the focus.
function move(event) {
  const item = event.target.closest("li[id]");
  const way = event.key === "ArrowUp" ? "up" : "down";
  const button = [...(item?.querySelectorAll(`[name=direction][value=${way}]`) ?? [])].find(
    (one) => one.closest("li[id]") === item,
  );
  if (!button) return;
  event.preventDefault();
  saveFirst(event.target);
  button.click();
}

// Undo is the journey's, except where the field has a text of its own to undo.
function undo(event) {
  if (event.target.matches("input, textarea") && event.target.value !== given(event.target)) return;
  event.preventDefault();
  pressed(event.shiftKey ? "redo" : "undo");
}

/** Escape leaves a field as it was, folds a menu or a row's details, or lets go of what is selected. */
function escape(event) {
  const { target } = event;
  const menu = target.closest(".more[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (target.matches(".bare")) {
    putBack(target);
    target.parentElement.closest("[tabindex]").focus({ preventScroll: true });
  } else if (selected().length) {
    clear();
  } else if (rowOf(target)?.classList.contains("open")) {
    rowOf(target).focus();
    toggle(rowOf(target).dataset.code, false);
  } else if (target.closest("#help")) {
    leaveHelp(event);
  }
}

let before = null; // what had the focus before the search

function search(from) {
  if (!from.closest("#help")) before = from;
  const box = document.getElementById("q");
  box.focus();
  box.select();
}

/** Escape in the search first takes the search away; then, and from what was found, it leads back to where one came from. */
function leaveHelp(event) {
  const { target } = event;
  event.preventDefault();
  if (target.id !== "q" || (!target.value && !document.getElementById("searched").value)) {
    return (before?.isConnected ? before : document.getElementById("main")).focus({ preventScroll: true });
  }
  target.value = "";
  target.form.requestSubmit();
}

/** ↓ and ↑ lead from the search through what was found, and back. */
function inHelp(event) {
  const places = [...document.querySelectorAll("#q, #help .add, #help summary")].filter((one) => one.checkVisibility());
  const at = places.indexOf(event.target);
  const to = at < 0 ? null : places[at + { ArrowUp: -1, ArrowDown: 1 }[event.key]];
  if (!to) return;
  event.preventDefault();
  to.focus();
  (to.closest("li") ?? to).scrollIntoView({ block: "nearest" });
}

/** Enter in a title, or on a row, begins a new row below it; in another field of one line it saves. */
function enter(event) {
  const { target } = event;
  const isRow = target.matches(".row");
  if (!isRow && !target.matches("[data-row], [data-line]")) return;
  event.preventDefault();
  if (target.matches("[data-line]")) return target.form.requestSubmit();
  saveFirst(target);
  pressed(`below-${rowOf(target).dataset.code}`);
}

/** Details of a row, folded out or in. The page asks for them, so that it is light until then. */
function toggle(code, wanted) {
  const open = document.getElementById("open");
  const codes = new Set(open.value.split(",").filter(Boolean));
  const is = codes.has(code);
  if (wanted === is) return;
  if (is) codes.delete(code);
  else codes.add(code);
  open.value = [...codes].join(",");
  refresh({ replace: true });
}

// Keys on a row itself: what one presses without typing anything.
function onRow(event) {
  const row = event.target;
  const rows = [...document.querySelectorAll(".row")];
  const next = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (next) rows[rows.indexOf(row) + next]?.focus();
  else if (event.key === "ArrowRight") toggle(row.dataset.code, true);
  else if (event.key === "ArrowLeft") toggle(row.dataset.code, false);
  else return;
  event.preventDefault();
}

function park(target) {
  const code = rowOf(target)?.dataset.code;
  if (selected().length) return pressed("several-park");
  pressed(document.getElementById(`park-${code}`) ? `park-${code}` : `return-${code}`);
}

function duplicate(event) {
  const row = rowOf(event.target);
  if (!row && !selected().length) return;
  event.preventDefault();
  saveFirst(event.target);
  pressed(selected().length ? "several-duplicate" : `duplicate-${row.dataset.code}`);
}

function showKeys() {
  const keys = document.getElementById("keys");
  if (keys && !keys.open) keys.showModal();
}

const fit = (target) => target.closest(".session")?.querySelector("[id^=fit-][data-asks]")?.click();

// Keys that are letters: only where nobody is typing. P is for a row that has the focus, itself or by its
// tools, F for the session it is in.
const LETTERS = {
  f: ({ target }) => fit(target),
  "/": ({ target }) => search(target),
  "?": showKeys,
  p: ({ target }) => (target.matches(".row, .row-tools *") || selected().length) && park(target),
};

document.addEventListener("keydown", (event) => {
  const { target, key, altKey } = event;
  if (event.isComposing || target.closest("dialog")) return;
  const control = event.ctrlKey || event.metaKey;
  if (altKey && ["ArrowUp", "ArrowDown"].includes(key) && !target.matches("select")) return move(event);
  if (control && key.toLowerCase() === "z") return undo(event);
  if (control && key.toLowerCase() === "d") return duplicate(event);
  if (control || altKey) return;
  if (key === "Escape") escape(event);
  else if (key === "Enter") enter(event);
  else if (LETTERS[key.toLowerCase()] && lettersAct() && !typingIn(target)) event.preventDefault(), LETTERS[key.toLowerCase()](event);
  else if (target.matches(".row")) onRow(event);
  else inHelp(event);
});

// What the engine proposes is read first; when it is done with, one is back where one asked for it.
let asked = null;
let proposed = document.querySelector(".proposal")?.id;
let first = document.querySelector(".proposal [data-first]")?.id;
document.addEventListener("click", ({ target }) => (asked = target.closest("[data-asks]")?.id ?? asked));
document.addEventListener("board:shown", () => {
  const panel = document.querySelector(".proposal");
  const field = panel?.querySelector("[data-first]");
  const elsewhere = typingIn(document.activeElement) && !panel?.contains(document.activeElement);
  if (elsewhere) asked = null; // who went on typing is left alone
  else if (field && field.id !== first) field.focus();
  else if (panel && panel.id !== proposed) panel.focus(), panel.scrollIntoView({ block: "nearest" });
  else if (!panel && proposed) {
    const session = proposed.replace("proposal", "session");
    (document.getElementById(asked) ?? document.querySelector(`#${session} .row`))?.focus({ preventScroll: !!asked });
  }
  proposed = panel?.id;
  first = field?.id;
});

// What is proposed is taken once: a second press would ask the plan that it has already changed.
const sent = new Set();
document.addEventListener("board:idle", () => sent.clear());
document.addEventListener(
  "submit",
  (event) => {
    if (!event.target.matches(".choice")) return;
    if (sent.has(event.target.id)) event.preventDefault(), event.stopImmediatePropagation();
    sent.add(event.target.id);
    if (event.target.matches(".draft")) asked = null; // what it brings is read next
  },
  true,
);

let done = null; // the menu that was pressed: it folds when that has happened
document.addEventListener("board:shown", () => {
  const menu = done && document.getElementById(done);
  done = null;
  if (!menu?.open) return;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus({ preventScroll: true });
});

document.addEventListener("click", (event) => {
  const { target } = event;
  const opener = target.closest("[data-open]");
  const theirs = target.closest("[data-theirs]");
  if (opener || theirs) event.preventDefault();
  if (opener) toggle(opener.dataset.open);
  if (theirs) {
    const field = document.getElementById(theirs.dataset.theirs);
    putBack(field);
    field.focus();
  }
  if (target.closest("#show-keys")) showKeys();
  done = target.closest(".more > div button:not([name=direction], [name=home])")?.closest(".more").id;
  // A menu folds when one presses elsewhere.
  for (const menu of document.querySelectorAll(".more[open]")) if (!menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches("a[role=button]")) event.preventDefault(), event.target.click();
});

// What many visits do without is fetched when a pointer or the focus first comes near the place it is for.
function fetchNear(place, fetch, events) {
  const near = ({ target }) => {
    if (!target.closest?.(place)) return;
    for (const one of events) document.removeEventListener(one, near);
    fetch().catch(() => setTimeout(fetchNear, 5000, place, fetch, events)); // no connection
  };
  for (const one of events) document.addEventListener(one, near);
}
const script = (name) => () => import(board().dataset[name]);

/** How it looks when something is unfolded or proposed. A page that begins with that has it already. */
function styles() {
  const href = board().dataset.unfolded;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((loaded, failed) => {
    link.onload = loaded;
    link.onerror = () => (link.remove(), failed());
  });
}

fetchNear(".desk", styles, ["pointerover", "focusin"]);
fetchNear(".rows", script("dragging"), ["pointerover"]);
fetchNear(".rows", script("minutes"), ["pointerover", "focusin"]);
fetchNear(".stave", script("score"), ["pointerover", "focusin"]);
if (matchMedia("(hover: none)").matches) styles(), script("score")(); // a first tap has no time to fetch them
