// Rows taken to another place: by the pointer (dragging.js) or by the keys (lifting.js).

/** The rows of a list, without those of the tracks inside them. */
export const rowsOf = (list) => [...list.children].filter((one) => one.matches(".row"));

/** Whether a row may stand in the list: tracks hold no tracks again. */
export const mayStand = (row, list) => !row.contains(list) && !(list.closest(".row") && row.querySelector(".rows"));

/** Send where the row stands now. */
export function place(row) {
  const list = row.closest(".rows");
  const values = { to: rowsOf(list).indexOf(row), home: list.dataset.home };
  return htmx.ajax("POST", `${location.pathname}activities/${row.dataset.code}/move/`, { source: row, values });
}
