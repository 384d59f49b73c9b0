// Copy buttons: <button data-copy="id of a field" hidden>. Beside it, [data-said-by="id"] says what happened.

/** Put the field's text on the clipboard; without a clipboard (plain http) by way of the selection. */
async function copy(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
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
  field.addEventListener("focus", () => field.select());
}
