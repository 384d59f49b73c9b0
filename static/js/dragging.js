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

const library = document.createElement("script");
library.src = document.getElementById("board").dataset.sortable;
library.addEventListener("load", () => {
  document.addEventListener("htmx:afterSettle", makeSortable);
  makeSortable();
});
document.head.append(library);
