// The builder's gestures. Each one only presses a button or fills a form that is on the page anyway.

const board = () => document.getElementById("board");

// The whole board is swapped, morphed in place: what has the focus keeps it, and keeps what is being typed.
htmx.defineExtension("board", {
  isInlineSwap: () => true,
  handleSwap(style, target, fragment) {
    if (target.id !== "board") return false;
    return Idiomorph.morph(target, fragment.querySelector("#board") ?? fragment.firstElementChild, {
      morphStyle: "outerHTML",
      ignoreActiveValue: true,
      callbacks: { beforeAttributeUpdated: (name, node) => !(name === "open" && node.localName === "details") },
    });
  },
});

// Alt+↑ and Alt+↓ move the row, or the question, that has the focus.
document.addEventListener("keydown", (event) => {
  if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    const item = event.target.closest("[id^=activity-], [id^=question-]");
    const button = item?.querySelector(`[name=direction][value=${event.key === "ArrowUp" ? "up" : "down"}]`);
    if (!button) return;
    event.preventDefault();
    event.target.blur(); // what was typed is saved before the row moves
    button.focus();
    button.click();
  }
  // Undo is the journey's, except where the field has a text of its own to undo.
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.target.matches("input, textarea")) {
    event.preventDefault();
    document.getElementById(event.shiftKey ? "redo" : "undo").click();
  }
});

// A field of one line saves with Enter; Escape leaves it as it was.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches?.(".bare")) return;
  if (event.key === "Escape") {
    field.value = field.defaultValue;
    field.blur();
  }
  if (event.key === "Enter" && field.hasAttribute("data-line")) {
    event.preventDefault();
    field.form.requestSubmit();
  }
});

// Rows can be dragged by their grip, also between sessions and into the parking.
function dropped({ item, to, newDraggableIndex }) {
  const code = item.dataset.code;
  const base = `${location.pathname}activities/${code}`;
  const parked = Boolean(document.getElementById(`return-${code}`));
  const session = to.dataset.session;
  const verb = session ? (parked ? "return" : "move") : "park";
  htmx.ajax("POST", `${base}/${verb}/`, {
    target: "#board",
    swap: "outerHTML",
    source: board(),
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
