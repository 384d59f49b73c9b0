// The desk of an invitation: a text that is typed into offers to be saved, and leaving it unsaved is asked about.

const form = document.getElementById("invitation");
const fields = [...form.querySelectorAll("textarea")];
const isTyped = (field) => field.value !== form.elements[`initial-${field.name}`].value.replaceAll("\r\n", "\n");
let saving = false;

/** Show or hide the button beside the text. */
const offer = (field) => field.closest(".slip, .speaking").classList.toggle("typed", isTyped(field));

fields.forEach(offer);
form.addEventListener("input", ({ target }) => offer(target));
form.addEventListener("submit", () => (saving = true));
window.addEventListener("pageshow", () => (saving = false));
window.addEventListener("beforeunload", (event) => !saving && fields.some(isTyped) && event.preventDefault());
