// Windows over the page.
import { byId } from "./dom.js";

/** A window with a place for what went wrong and, where it has one, a place for what was done. */
export function dialog(id) {
  const element = byId(id);
  const error = element.querySelector(".error");
  const done = element.querySelector("[role=status]");
  const say = (wrong, right = "") => {
    error.textContent = wrong;
    if (done) done.textContent = right;
  };
  for (const button of element.querySelectorAll("[data-close]")) button.addEventListener("click", () => element.close());
  element.addEventListener("click", event => { if (event.target === element) element.close(); });
  return {
    get isOpen() { return element.open; },
    open() { say(""); if (!element.open) element.showModal(); },
    close() { element.close(); },
    complain(text) { say(text); },
    tell(text) { say("", text); },
  };
}

/** The bot's answer to a press that wants to be read: a window with an OK button. */
export function alertBox(text) {
  const element = byId("alert-dialog");
  byId("alert-text").textContent = text;
  if (!element.open) element.showModal();
}
