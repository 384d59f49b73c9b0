// The catalogue's filters act as soon as they change. Without this module the form has a button.

const form = document.getElementById("filters");
const SWAPPED = ["results", "chips", "filters"];
let latest = 0;

/** The address of what the form says now; empty wishes are left out, so that the address can be read. */
function address() {
  const wishes = [...new FormData(form)].filter(([, value]) => value.trim());
  return `${form.getAttribute("action")}?${new URLSearchParams(wishes)}`;
}

/** Show the page at an address in place of this one, keeping the focus where it is. */
async function show(url) {
  const mine = ++latest;
  const answer = await fetch(url);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== latest) return;
  const focused = document.activeElement?.id;
  for (const id of SWAPPED) document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  document.getElementById("found").textContent = page.getElementById("found").textContent;
  document.title = page.title;
  document.getElementById(focused)?.focus({ preventScroll: true });
}

function apply() {
  const url = address();
  history.pushState(null, "", url);
  show(url).catch(() => location.assign(url));
}

form.classList.add("live");
form.addEventListener("change", apply);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  apply();
});
window.addEventListener("popstate", () => show(location.href).catch(() => location.reload()));
