// "Use this" without a round trip: the example goes into its field, to be changed before it is saved.

for (const button of document.querySelectorAll("[data-example]")) {
  const field = document.getElementById(button.dataset.field);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    field.value = document.getElementById(button.dataset.example).textContent;
    field.focus();
  });
}
