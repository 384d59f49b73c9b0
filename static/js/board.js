// The board: changes leave one at a time, in the order they were made, with the words as they were then.
// What comes back is morphed in place; it never takes away what is being typed, nor the focus.

const board = () => document.getElementById("board");
const unsaved = new Map(); // a field that was typed in → the change that carries its text, or null before there is one
const touched = new Set(); // fields typed in since the last board: what they show is not what the page says
const lost = new Set(); // forms whose change did not arrive
const waiting = [];
let current = null;

document.addEventListener("input", ({ target }) => {
  if (!board().contains(target)) return;
  unsaved.set(target, null);
  touched.add(target);
});

// htmx gathers what a form or a button sends; it leaves from here.
document.addEventListener("htmx:configRequest", (event) => {
  const { elt, verb, path, formData } = event.detail;
  if (elt === board()) return; // it leaves
  event.preventDefault();
  const change = { verb, path, formData };
  const fields = [...unsaved.keys()].filter((field) => unsaved.get(field) === null && elt.contains(field));
  if (elt.matches("[hx-trigger^=change]") && !fields.length) return; // Enter, and then leaving the field
  fields.forEach((field) => unsaved.set(field, change));
  waiting.push(change);
  send();
});

async function send() {
  if (current || !waiting.length) return;
  current = waiting.shift();
  const { verb, path, formData } = current;
  for (const name of verb === "get" ? [] : ["chosen", "searched"]) {
    formData.set(name, document.getElementById(name).value); // help stays with what it shows when the change leaves
  }
  const replace = verb === "get" ? "true" : undefined;
  await htmx.ajax(verb, path, { source: board(), values: formData, replace }).catch(() => {}); // site.js says so
  for (const [field, carrier] of unsaved) {
    if (carrier === current) unsaved.set(field, null) && lost.add(field.form);
  }
  current = null;
  send();
  if (!current) document.dispatchEvent(new Event("board:idle"));
}

/** Connected again: what could not be saved is sent now. */
function resend() {
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
    for (const [field, carrier] of unsaved) if (carrier === current || !field.isConnected) unsaved.delete(field);
    const focus = whereabouts(document.activeElement);
    const nodes = Idiomorph.morph(target, fragment.querySelector("#board") ?? fragment.firstElementChild, {
      morphStyle: "outerHTML",
      callbacks: { beforeNodeMorphed: differs, beforeAttributeUpdated: mayChange },
    });
    touched.clear();
    for (const field of unsaved.keys()) touched.add(field);
    focus();
    resend();
    return nodes;
  },
});

/** Most of a board is as it was: rows, glyphs and tools that are the same are left alone, for speed. */
function differs(was, will) {
  if (!was.matches?.("li, svg, form, details") || !was.isEqualNode(will)) return true;
  return [...touched].some((field) => was.contains(field));
}

/** What the person is typing, and what they have folded open, is theirs. */
function mayChange(name, node) {
  if (name === "open") return node.localName !== "details";
  return !["value", "checked", "selected"].includes(name) || !unsaved.has(node.closest("select") ?? node);
}

/** Where the focus is now; the answer puts it back after a swap, or as near to it as there is something. */
function whereabouts(element) {
  const list = (item) => item?.closest("[data-session]")?.dataset.session;
  const item = element.closest("li[id]");
  const before = list(item);
  const neighbours = [item?.nextElementSibling, item?.previousElementSibling];
  const tools = [...(element.closest(".toolbar, form")?.querySelectorAll("button") ?? [])];
  const around = element.closest("li[id]")?.parentElement.closest("[tabindex]") ?? element.closest("[tabindex]");
  return () => {
    const usable = (one) => one?.isConnected && !one.disabled && one.checkVisibility();
    if (element === document.body || (element === document.activeElement && usable(element))) return;
    const stayed = item?.isConnected && list(item) === before;
    const nearest = stayed || !item ? [element, ...tools, item] : [...neighbours, item];
    nearest.push(around, document.getElementById("main"));
    nearest.find(usable)?.focus({ preventScroll: true });
  };
}

// Nothing is lost on the way out: a link waits for what is being saved, and leaving with unsaved words is asked about.
const typing = () => [...unsaved.keys()].some((field) => field.isConnected && field.matches(".bare"));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([hx-get], [href^='#'])");
  if (!link || !current || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.addEventListener("board:idle", () => link.click(), { once: true });
});
window.addEventListener("beforeunload", (event) => (waiting.length || typing()) && event.preventDefault());
