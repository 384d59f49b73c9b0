// Keys that are single signs, such as /, can be switched off: for whoever speaks to the page, or strikes keys unmeant.

const NAME = "letters";

function kept() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null; // the browser keeps nothing for this page
  }
}

let on = kept() !== "off";
const choice = document.getElementById(NAME);

/** Whether single keys do something. */
export const lettersAct = () => on;

if (choice) {
  choice.checked = on;
  choice.closest("[hidden]").hidden = false;
  choice.addEventListener("change", () => {
    on = choice.checked;
    try {
      localStorage.setItem(NAME, on ? "on" : "off");
    } catch {} // then it holds for this page
  });
}
