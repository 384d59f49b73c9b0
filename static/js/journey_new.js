// Starting a journey: the browser knows its time zone, and one press starts one journey.

const form = document.getElementById("start");
const zone = document.getElementById("id_timezone");

if (zone.value === zone.defaultValue && !form.querySelector(".field-error")) {
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || zone.value;
}

form.addEventListener("submit", (event) => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => delete form.dataset.sent); // coming back, one may send again
