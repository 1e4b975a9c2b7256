// The form for somebody new.
import { post, Refused } from "./api.js";
import { byId, h } from "./dom.js";
import { dialog } from "./dialogs.js";
import { store } from "./store.js";

export function start(openChat) {
  const box = dialog("person-dialog");
  const form = byId("person-form");
  byId("new-person").addEventListener("click", () => {
    form.reset();
    byId("known-links").replaceChildren(...[...store.links].map(link => h("option", { value: link })));
    box.open();
    form.elements.firstName.focus();
  });
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
