// Rows can be dragged by their grip, between sessions, into tracks and into the parking.
import { mayStand, place } from "./placing.js";

function makeSortable() {
  for (const list of document.querySelectorAll(".rows")) {
    if (Sortable.get(list)) continue;
    Sortable.create(list, {
      group: "rows",
      handle: ".grip",
      draggable: ">.row",
      forceFallback: true, // the same drag for a mouse, a pen and a finger
      fallbackOnBody: true,
      delay: 200, // a finger that swipes still scrolls
      delayOnTouchOnly: true,
      touchStartThreshold: 5,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      onMove: ({ dragged, to }) => mayStand(dragged, to),
      onEnd: ({ item, from, to, oldIndex, newIndex }) => (from === to && oldIndex === newIndex ? null : place(item)),
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
