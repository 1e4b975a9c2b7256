// The form for somebody new.
import { post, Refused } from "./api.js";
import { byId, h } from "./dom.js";
import { dialog } from "./dialogs.js";
import { store } from "./store.js";

const form = byId("person-form");
let box = null;

/** @param link the one they came by, if known */
export function open(link = "") {
  form.reset();
  form.elements.link.value = link;
  byId("known-links").replaceChildren(...[...store.links].map(known => h("option", { value: known })));
  box.open();
  form.elements.firstName.focus();
}

export function start(openChat) {
  box = dialog("person-dialog");
  byId("new-person").addEventListener("click", () => open());
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const { firstName, lastName, link } = form.elements;
    try {
      const person = await post("people", { firstName: firstName.value, lastName: lastName.value, link: link.value });
      store.people.set(person.id, person);
      store.say("people");
      box.close();
      await openChat(person.id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      box.complain(error.message);
    }
  });
}
