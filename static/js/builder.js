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

// Dragging is fetched when a pointer first comes near the rows: most visits and every phone do without it.
const near = ({ target }) => {
  if (!target.closest?.(".rows")) return;
  document.removeEventListener("pointerover", near);
  import(document.getElementById("board").dataset.dragging);
};
document.addEventListener("pointerover", near);
