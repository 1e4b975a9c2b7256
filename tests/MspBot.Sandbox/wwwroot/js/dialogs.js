// Windows over the page.
import { byId } from "./dom.js";

/** A window with a place for what went wrong. */
export function dialog(id) {
  const element = byId(id);
  const error = element.querySelector(".error");
  for (const button of element.querySelectorAll("[data-close]")) button.addEventListener("click", () => element.close());
  element.addEventListener("click", event => { if (event.target === element) element.close(); });
  return {
    open() { error.textContent = ""; if (!element.open) element.showModal(); },
    close() { element.close(); },
    complain(text) { error.textContent = text; },
  };
}

/** The bot's answer to a press that wants to be read: a window with an OK button. */
export function alertBox(text) {
  const element = byId("alert-dialog");
  byId("alert-text").textContent = text;
  if (!element.open) element.showModal();
}
