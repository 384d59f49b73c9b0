// Home's box and the catalogue: both answer as one types or chooses. Without this module their form has a button.

import { lettersAct } from "./letters.js";

const form = document.getElementById("asking");
const results = document.getElementById("results");
const found = document.getElementById("found");
const SWAPPED = ["results", "chips"];
const FOLDED = ["none-helps", "barred"];
const TYPED = ["q", "people", "minutes"];
const PAUSE = 250; // ms without a key before what was typed is asked
let timer = 0;
let asking = new AbortController();

const here = () => location.pathname + location.search;
let shown = here(); // the address that is answered on the page

const box = () => form.elements.q;

/** The address of what the form says now; empty wishes are left out, so that the address can be read. */
function address() {
  const wishes = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(wishes).toString();
  return form.getAttribute("action") + (query && `?${query}`);
}

const isBegun = (word) => [...word.elements].some((field) => field.value !== field.defaultValue && field.type !== "submit");

/** What is open stays open, and a word for the curators stays as it was begun, in the very form it stands in. */
function keep(fresh) {
  for (const id of FOLDED) if (document.getElementById(id)?.open) fresh.getElementById(id)?.setAttribute("open", "");
  const [word, young] = [results, fresh].map((place) => place.querySelector("form#wanting"));
  if (!word || !young || !isBegun(word)) return null;
  const hidden = "[type=hidden]"; // the situation as it is now
  for (const old of word.querySelectorAll(hidden)) old.remove();
  word.prepend(...young.querySelectorAll(hidden));
  const slot = document.createElement("div");
  young.replaceWith(slot);
  return { word, slot };
}

/** Show what a page says in place of what stands here. The focus stays where it is, or goes to the box. */
function show(fresh, focused = document.activeElement) {
  const at = [focused.selectionStart, focused.selectionEnd];
  const kept = keep(fresh);
  for (const old of SWAPPED.map((id) => document.getElementById(id)).filter(Boolean)) {
    const young = fresh.getElementById(old.id);
    old.className = young.className;
    old.replaceChildren(...young.childNodes);
  }
  kept?.slot.replaceWith(kept.word);
  const words = fresh.getElementById("found").textContent.trim();
  if (found.textContent.trim() !== words) found.textContent = words; // a live region speaks when it changes
  document.title = fresh.title;
  if (document.activeElement === focused) return;
  const next = focused.isConnected ? focused : document.getElementById(focused.id) ?? box();
  next.focus({ preventScroll: true });
  if (next === focused && at[0] != null) next.setSelectionRange(...at);
}

/** What is wrong is said at its field, while what was typed there stays. */
function mend(fresh) {
  for (const old of form.querySelectorAll(".field-error")) old.remove();
  for (const field of form.querySelectorAll("[aria-invalid]"))
    for (const name of ["aria-invalid", "aria-describedby"]) field.removeAttribute(name);
  for (const error of fresh.querySelectorAll("#asking .field-error")) {
    const field = document.getElementById(error.id.replace(/_error$/, "")) ?? form.querySelector("fieldset input");
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", error.id);
    field.closest(".field, fieldset").append(error);
  }
}

/** Say that something did not arrive, or no longer say it. */
function lost(isLost) {
  const messages = document.getElementById("messages");
  messages.querySelector("[data-kind=request]")?.remove();
  if (!isLost) return;
  const line = document.createElement("p");
  line.className = "message error";
  line.dataset.kind = "request";
  line.textContent = messages.dataset.lost;
  messages.append(line);
}

/** Ask for a page and do something with it. Whoever asks again has no use for what was asked before. */
async function ask(url, ...uses) {
  clearTimeout(timer);
  asking.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(url, { signal: asking.signal });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    lost(false);
    if (!fresh.getElementById("results")) return location.assign(url); // whatever that is, it is a page of its own
    for (const use of uses) use(fresh);
    shown = url;
  } catch (error) {
    if (error.name !== "AbortError") lost(true);
  }
}

/** The address follows: while one types it is the same step, a choice is one that Back takes back. */
function follow(step) {
  const url = address();
  clearTimeout(timer);
  if (url !== here()) history[step](null, "", url);
  if (url === shown) asking.abort();
  else ask(url, show, mend);
}

let stepped = null; // the field with a step of its own in the history, while one types in it
function typed(field = box()) {
  const isStep = field !== box() && field !== stepped;
  stepped = field;
  follow(isStep ? "pushState" : "replaceState");
}

/** The page is as it was at an earlier step; the focus stays on the same field. */
function back(fresh) {
  const focused = document.activeElement;
  form.replaceChildren(...fresh.getElementById("asking").childNodes);
  show(fresh, focused);
}

form.classList.add("live");
form.addEventListener("input", ({ target, isComposing }) => {
  if (!TYPED.includes(target.name) || isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(typed, PAUSE, target);
});
form.addEventListener("compositionend", ({ target }) => typed(target));
form.addEventListener("change", ({ target }) => {
  if (target === box()) return;
  follow(target === stepped ? "replaceState" : "pushState");
  stepped = null;
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  typed();
  if (matchMedia("(pointer: coarse)").matches) box().blur(); // away goes the keyboard that hides the answer
});
window.addEventListener("popstate", () => here() !== shown && ask(here(), back)); // the skip link is no other address

/** A journey begins with what is known now, also where the answer to that is still under way. */
results.addEventListener("click", ({ target }) => {
  const link = target.closest("a.button[href]");
  if (!link || address() === shown) return;
  const url = new URL(link.href);
  for (const name of ["people", "minutes", "mode"]) {
    const value = new FormData(form).get(name)?.trim();
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  link.href = url;
});

// --- Keys: / to the box, the arrows through what was found, Escape back ---------------------------

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

/** From the box to the first that was found, and from one to the next; up from the first is the box again. */
function step(event, from, by) {
  const stops = [box(), ...results.querySelectorAll("[data-stop]")];
  const at = stops.indexOf(from);
  if (at < 0 || event.shiftKey) return; // with Shift they mark text
  event.preventDefault();
  stops[Math.min(Math.max(at + by, 0), stops.length - 1)].focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { key, target } = event;
  if (key === "/" && lettersAct() && !isTyping(target)) {
    event.preventDefault();
    box().focus();
    box().select();
  }
  if (key === "ArrowDown") step(event, target, 1);
  if (key === "ArrowUp") step(event, target, -1);
  if (key === "Escape" && results.contains(target)) box().focus();
});

// --- A word for the curators ----------------------------------------------------------------------

async function send(sent) {
  const headers = { "HX-Request": "true" };
  const answer = await fetch(sent.action, { method: "POST", body: new FormData(sent), headers });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("wanting");
  if (!fresh) return sent.submit(); // whatever that is, it has a page of its own
  lost(false);
  sent.replaceWith(fresh);
  (fresh.querySelector("[aria-invalid], [role=alert] ~ p button") ?? fresh).focus();
}

results.addEventListener("submit", (event) => {
  if (event.target.id !== "wanting") return;
  event.preventDefault();
  if (event.target.ariaBusy) return;
  event.target.ariaBusy = "true";
  send(event.target)
    .catch(() => lost(true))
    .finally(() => (event.target.ariaBusy = null));
});
