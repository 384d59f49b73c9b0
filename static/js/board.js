// The board: changes leave one at a time, in the order they were made, with the words as they were then.
// What comes back is morphed in place; it never takes away what is being typed, nor the focus.

export const board = () => document.getElementById("board");
const unsaved = new Map(); // a field that was typed in → the change that carries its text, or null before there is one
const touched = new Set(); // fields typed in since the last board: what they show is not what the page says
const lost = new Set(); // forms whose change did not arrive
const waiting = [];
let current = null;
let refused = false; // whether the answer says why something could not be
let answered = false; // whether there was an answer at all

document.addEventListener("htmx:beforeSwap", ({ detail }) => (refused = detail.xhr.status >= 400));
document.addEventListener("htmx:afterRequest", ({ detail }) => (answered = detail.xhr.status > 0));

document.addEventListener("input", ({ target }) => {
  if (!board().contains(target) || target.matches(".pick input")) return;
  unsaved.set(target, null);
  touched.add(target);
});

// What was typed and taken back again is no text of one's own.
document.addEventListener("focusout", ({ target }) => {
  if (unsaved.get(target) === null && isAsGiven(target)) unsaved.delete(target);
});

/** A tick's value never changes: there it is whether it is on. */
function isAsGiven(field) {
  return ticked(field) ? field.checked === field.defaultChecked : field.value === given(field);
}
const ticked = ({ type }) => type === "checkbox" || type === "radio";

/** Whether nothing of this page is on its way. */
export const idle = () => !current && !waiting.length;

/** The board as it is now, without anything being changed: other details folded out, or what others did. */
export function refresh({ replace = false, meanwhile = false } = {}) {
  if (meanwhile && !idle()) return; // the answer that is coming shows it, too
  const formData = new FormData();
  if (!meanwhile) formData.set("open", document.getElementById("open").value); // as it is now, not when it leaves
  waiting.push({ verb: "get", path: location.pathname, formData, replace, meanwhile });
  send();
}

// htmx gathers what a form or a button sends; it leaves from here.
document.addEventListener("htmx:configRequest", (event) => {
  const { elt, verb, path, formData } = event.detail;
  if (elt === board()) return; // it leaves
  event.preventDefault();
  const change = { verb, path, formData, replace: verb === "get" };
  const fields = [...unsaved.keys()].filter((field) => unsaved.get(field) === null && field.form === elt);
  if (elt.matches("[hx-trigger^=change]") && !fields.length) return; // Enter, and then leaving the field
  fields.forEach((field) => unsaved.set(field, change));
  waiting.push(change);
  send();
});

async function send() {
  if (current || !waiting.length) return;
  current = waiting.shift();
  const { verb, path, formData, replace } = current;
  ask(verb, formData);
  answered = false;
  const values = { source: board(), values: formData, replace: replace ? "true" : undefined };
  await htmx.ajax(verb, path, values).catch(() => {}); // site.js says so
  for (const [field, carrier] of unsaved) {
    if (carrier !== current) continue;
    unsaved.set(field, null);
    if (!answered) lost.add(field.form); // an answer that is an error would only come again
  }
  current = null;
  send();
  if (!current) document.dispatchEvent(new Event("board:idle"));
}

/** Help, open rows, what is proposed and the session in view stay with what the page shows when the change leaves. */
function ask(verb, formData) {
  const shown = (id) => document.getElementById(id)?.value ?? "";
  for (const name of ["open", "view", "into"]) if (verb !== "get" || !formData.has(name)) formData.set(name, shown(name));
  if (!formData.has("proposal")) formData.set("proposal", shown("proposal")); // what is taken was read in its own form
  if (verb !== "get") formData.set("searched", shown("searched"));
  else if (!formData.has("q") && !formData.has("chosen")) formData.set("q", shown("searched"));
  if (verb !== "get" || !formData.has("chosen")) formData.set("chosen", shown("chosen"));
  if (document.body.dataset.told) formData.set("told", "on"); // the steps in the score, see score.js
}

/** Connected again: what could not be saved is sent now. */
export function resend() {
  const forms = [...lost];
  lost.clear();
  for (const form of forms) if (form.isConnected) form.requestSubmit();
}
window.addEventListener("online", resend);

// hx-swap="board"
htmx.defineExtension("board", {
  isInlineSwap: () => true,
  handleSwap(style, target, fragment) {
    if (target.id !== "board") return false;
    const carried = [...unsaved.keys()].filter((field) => unsaved.get(field) === current);
    for (const [field, carrier] of unsaved) if (carrier === current || !field.isConnected) unsaved.delete(field);
    const fresh = fragment.querySelector("#board") ?? fragment.firstElementChild;
    if (current && current.verb === "get") quietly(fresh, current.meanwhile);
    else if (current && !refused) arrived(current, fresh);
    const focus = whereabouts(document.activeElement);
    const nodes = Idiomorph.morph(target, fresh, {
      morphStyle: "outerHTML",
      callbacks: { beforeNodeMorphed: differs, beforeAttributeUpdated: mayChange, beforeNodeRemoved: mayGo },
    });
    tellOfGone([...unsaved.keys()].filter((field) => !field.isConnected && field.matches(".bare")));
    touched.clear();
    if (refused) for (const field of carried) if (field.isConnected) unsaved.set(field, null); // it can be sent again
    for (const field of unsaved.keys()) touched.add(field);
    focus();
    document.dispatchEvent(new CustomEvent("board:shown", { detail: { path: current?.path ?? "", refused } }));
    resend();
    return nodes;
  },
});

/** Somebody else took away what was being typed into: the words are told, so that nobody has to think them up again. */
function tellOfGone(fields) {
  for (const field of fields) unsaved.delete(field);
  const texts = fields.map((field) => field.value).filter(Boolean);
  if (!texts.length) return;
  const line = document.createElement("p");
  line.className = "message error";
  line.textContent = board().dataset.removed.replace("…", texts.join(" · "));
  document.getElementById("messages").append(line);
}

/**
 * What has arrived is what the page was given from now on, also for a field that somebody went on typing in, and
 * for what waits to leave. In a step one number moves others along: there it is all that the step shows.
 */
function arrived({ path, formData }, fresh) {
  const shown = [...fresh.querySelectorAll("form")].find((form) => form.getAttribute("action") === path);
  for (const [name, text] of formData) {
    const initial = `initial-${name}`;
    if (!formData.has(initial) || (formData.get(initial) === text && !path.includes("/steps/"))) continue;
    const now = shown?.elements[initial]?.value ?? text;
    for (const later of waiting) if (later.path === path && later.formData.has(initial)) later.formData.set(initial, now);
    for (const field of unsaved.keys()) {
      if (field.name === name && field.form?.getAttribute("action") === path) field.form.elements[initial].value = now;
    }
  }
}

/** What was said last stays; of what others did, it is said what. */
function quietly(fresh, meanwhile) {
  const [was, will] = [document.getElementById("said"), fresh.querySelector("#said")];
  if (!meanwhile || fresh.dataset.revision === board().dataset.revision) return will.replaceWith(was.cloneNode(true));
  will.textContent = was.dataset.meanwhile.replace("…", fresh.dataset.newest);
}

/** Most of a board is as it was: rows, glyphs and tools that are the same are left alone, for speed. */
function differs(was, will) {
  if (was.id === "here") return false; // asked for by itself, see live.js
  if (!was.matches?.("li, svg, form, details") || !was.isEqualNode(will)) return true;
  return [...touched].some((field) => was.contains(field));
}

/** What the person is typing, what they have selected, and what they have folded open, is theirs. */
function mayChange(name, node) {
  if (name === "open") return node.localName !== "details";
  if (!THEIRS.includes(name)) return true;
  if (node.matches(".pick input")) return false;
  return !unsaved.has(typedIn(node));
}
const THEIRS = ["value", "checked", "selected", "aria-invalid", "aria-describedby", "data-conflict"];

/** Why a text could not be saved stays beside it, as long as the text does. */
function mayGo(node) {
  const field = node.matches?.(".field-error") && document.getElementById(node.id.replace(/-error$/, ""));
  return !(field && unsaved.has(field));
}

/** The field a node belongs to: an option to its choice, one of several to the one that was pressed, what the page was given to the field that shows it. */
function typedIn(node) {
  if (node.type === "hidden" && node.name.startsWith("initial-")) return node.form?.elements[node.name.slice(8)];
  if (node.type === "radio") return [...unsaved.keys()].find((one) => one.name === node.name && one.form === node.form && ticked(one)) ?? node;
  return node.closest("select") ?? node;
}

/** Where the focus is now; the answer puts it back after a swap, or as near to it as there is something. */
function whereabouts(element) {
  const list = (item) => item?.closest("[data-home]")?.dataset.home;
  const item = element.closest("li[id]");
  const before = list(item);
  const neighbours = [item?.nextElementSibling, item?.previousElementSibling];
  const buttons = [...(element.closest(".toolbar, form")?.querySelectorAll("button:not(.grip)") ?? [])];
  const tools = [...buttons.filter((one) => one.name && one.name === element.name), ...buttons];
  const around = item?.parentElement.closest("[tabindex]") ?? element.closest("[tabindex]");
  const caret = element.matches("textarea, input.bare") && [element.selectionStart, element.selectionEnd, element.value];
  return () => {
    const fresh = document.getElementById(`title-${board().dataset.fresh}`);
    if (fresh && element !== fresh) return fresh.focus(), fresh.select();
    const usable = (one) => one?.isConnected && !one.disabled && one.checkVisibility();
    if (element === document.body) return;
    if (element !== document.activeElement || !usable(element)) {
      const stayed = item?.isConnected && list(item) === before;
      const then = document.getElementById(element.dataset.then); // it says itself where one goes on
      const nearest = stayed || !item ? [element, ...tools, item] : [...neighbours, item];
      nearest.unshift(then);
      nearest.push(around, document.getElementById("main"));
      nearest.find(usable)?.focus({ preventScroll: true });
    }
    if (!caret || element !== document.activeElement) return;
    const [from, to, text] = caret;
    if (element.value === text) element.setSelectionRange?.(from, to);
    else if (from < to && to - from === text.length) element.select(); // who selected all of it types over what came
  };
}

// Nothing is lost on the way out: a link waits for what is being saved, and leaving with unsaved words is asked about.
const typing = () => [...unsaved.keys()].some((field) => field.isConnected && field.matches(".bare"));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([hx-get], [data-open], [data-theirs], [href^='#'])");
  if (!link || !current || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.addEventListener("board:idle", () => link.click(), { once: true });
});
window.addEventListener("beforeunload", (event) => (waiting.length || typing()) && event.preventDefault());

/** What the page was given for a field; its text of its own is what differs from it. */
export const given = (field) => field.form?.elements[`initial-${field.name}`]?.value ?? field.defaultValue;

/** Put back what the page was given: the text of somebody else, or the one that was there. */
export function putBack(field) {
  field.value = given(field);
  for (const name of ["aria-invalid", "aria-describedby", "data-conflict"]) field.removeAttribute(name);
  document.getElementById(`${field.id}-error`)?.remove();
  unsaved.delete(field);
}
