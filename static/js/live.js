// Others in the same journey: every two seconds the page says that it is open and asks whether something changed.
import { board, idle, refresh, resend } from "./board.js";
import { isLifted } from "./lifting.js";

const OFTEN = 2000;
const SELDOM = 15_000; // in a page that nobody looks at
const tab = (sessionStorage.tab ??= crypto.randomUUID?.() ?? String(Math.random()).slice(2)); // the same after a reload
let composing = false;
let timer = null;

document.addEventListener("compositionstart", () => (composing = true));
document.addEventListener("compositionend", () => (composing = false));

/** While somebody carries a row or composes a letter, the page holds still. */
const busy = () => composing || isLifted() || !idle() || document.querySelector(".sortable-drag, .pulled");

const here = () => document.getElementById("here");
const at = () => document.activeElement?.closest(".row")?.dataset.code ?? "";

async function ask() {
  const body = new URLSearchParams({ tab, at: at(), seen: here().dataset.seen ?? "" });
  const token = document.querySelector("#board [name=csrfmiddlewaretoken]").value;
  const headers = { "X-CSRFToken": token, "HX-Request": "true" };
  const answer = await fetch(`${location.pathname}here/`, { method: "POST", body, headers });
  if (answer.status === 404) return gone();
  if (answer.status === 200) show(await answer.text());
  if (answer.ok) resend();
  if (here().dataset.revision !== board().dataset.revision && !busy()) refresh({ meanwhile: true });
}

/** The journey is in the bin, or not ours any more. What stands on the page can still be read. */
function gone() {
  const line = document.createElement("p");
  line.className = "message error";
  line.textContent = board().dataset.gone;
  document.getElementById("messages").append(line);
  return "gone";
}

function show(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("here");
  Idiomorph.morph(here(), fresh, { morphStyle: "outerHTML" });
  mark();
}

/** The row that somebody else is in says so. */
function mark() {
  for (const row of document.querySelectorAll(".row[data-others]")) delete row.dataset.others;
  for (const one of here().querySelectorAll("[data-at]")) {
    const row = document.getElementById(`activity-${one.dataset.at}`);
    if (row) row.dataset.others = one.title || one.textContent.trim();
  }
}

async function beat() {
  clearTimeout(timer);
  const said = navigator.onLine && (await ask().catch(() => {})); // a lost connection is said where something is sent
  if (said === "gone") return;
  timer = setTimeout(beat, (document.hidden ? SELDOM : OFTEN) + Math.random() * 300);
}

if (here()) {
  document.addEventListener("visibilitychange", () => document.hidden || beat());
  document.addEventListener("board:shown", mark);
  timer = setTimeout(beat, 500);
}
