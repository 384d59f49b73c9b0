// What every page with htmx needs: the proof that a request is ours, and a plain line when one is lost.

const cookie = (name) => document.cookie.match(new RegExp(`(?:^|; )${name}=([^;]*)`))?.[1];

const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? cookie("csrftoken") ?? "";

/** Show one line in the messages, replacing the line of the same kind; an empty text takes it away. */
function say(kind, text) {
  const region = document.getElementById("messages");
  region.querySelector(`[data-kind="${kind}"]`)?.remove();
  if (!text) return;
  const line = document.createElement("p");
  line.className = "message error";
  line.dataset.kind = kind;
  line.textContent = text;
  region.append(line);
}

const words = () => document.getElementById("messages").dataset;

document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb !== "get") detail.headers["X-CSRFToken"] = token();
});
document.addEventListener("htmx:sendError", () => say("request", words().lost));
document.addEventListener("htmx:timeout", () => say("request", words().lost));
document.addEventListener("htmx:responseError", () => say("request", words().failed));
document.addEventListener("htmx:afterOnLoad", ({ detail }) => detail.successful && say("request", ""));
window.addEventListener("offline", () => say("offline", words().offline));
window.addEventListener("online", () => say("offline", ""));
