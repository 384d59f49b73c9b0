// Copy buttons: <button data-copy="id of a field or of code" hidden>. Beside it, [data-said-by="id"] says what happened.

function select(field) {
  if (!field.select) return getSelection().selectAllChildren(field);
  field.focus();
  field.select();
}

/** Put the text on the clipboard; without a clipboard (plain http) by way of the selection. */
async function copy(field) {
  select(field);
  try {
    await navigator.clipboard.writeText(field.value ?? field.textContent);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const said = document.querySelector(`[data-said-by="${field.id}"]`);
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = (await copy(field)) ? said.dataset.copied : said.dataset.selected;
  });
  field.addEventListener("focus", () => select(field));
}
