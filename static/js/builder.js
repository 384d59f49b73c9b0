// The builder's gestures. Each one only presses a button or fills a form that is on the page anyway.

// Alt+↑ and Alt+↓ move the row, or the question, that has the focus.
function move(event) {
  const item = event.target.closest("li[id]");
  const button = item?.querySelector(`[name=direction][value=${event.key === "ArrowUp" ? "up" : "down"}]`);
  if (!button) return;
  event.preventDefault();
  if (event.target.matches(".bare")) event.target.form.requestSubmit(); // what was typed is saved before the row moves
  button.click();
}

/** What the page was given for a field; its text of its own is what differs from it. */
const given = (field) => field.form?.elements[`initial-${field.name}`]?.value ?? field.defaultValue;

// Undo is the journey's, except where the field has a text of its own to undo.
function undo(event) {
  if (event.target.matches("input, textarea") && event.target.value !== given(event.target)) return;
  event.preventDefault();
  document.getElementById(event.shiftKey ? "redo" : "undo").click();
}

/** Escape leaves a field as it was, or folds a menu. */
function escape({ target }) {
  const menu = target.closest(".more[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (target.matches(".bare")) {
    target.value = given(target);
    target.removeAttribute("aria-invalid");
    document.getElementById(`${target.id}-error`)?.remove();
    target.parentElement.closest("[tabindex]").focus({ preventScroll: true });
  }
}

document.addEventListener("keydown", (event) => {
  const arrow = ["ArrowUp", "ArrowDown"].includes(event.key);
  if (event.altKey && arrow && !event.target.matches("select")) move(event);
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") undo(event);
  if (event.key === "Escape") escape(event);
  if (event.key === "Enter" && event.target.matches("[data-line]")) {
    event.preventDefault(); // a field of one line saves with Enter
    event.target.form.requestSubmit();
  }
});

// A menu folds when one presses elsewhere.
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(".more[open]")) if (!menu.contains(target)) menu.open = false;
});

// Rows can be dragged by their grip, also between sessions and into the parking.
function dropped({ item, to, newDraggableIndex }) {
  const code = item.dataset.code;
  const parked = Boolean(document.getElementById(`return-${code}`));
  const session = to.dataset.session;
  const verb = session ? (parked ? "return" : "move") : "park";
  htmx.ajax("POST", `${location.pathname}activities/${code}/${verb}/`, {
    source: item,
    values: { to: newDraggableIndex, session },
  });
}
function makeSortable() {
  for (const list of document.querySelectorAll(".rows")) {
    if (Sortable.get(list)) continue;
    Sortable.create(list, {
      group: "rows",
      handle: ".grip",
      draggable: ".row",
      forceFallback: true, // the same drag for a mouse, a pen and a finger
      delay: 200, // a finger that swipes still scrolls
      delayOnTouchOnly: true,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      onEnd: (event) => (event.from === event.to && event.oldIndex === event.newIndex ? null : dropped(event)),
    });
  }
}

document.addEventListener("htmx:afterSettle", makeSortable);
makeSortable();
