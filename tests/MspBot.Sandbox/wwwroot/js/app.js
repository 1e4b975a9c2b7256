// Puts the page together.
import * as calls from "./calls.js";
import * as clock from "./clock.js";
import { byId } from "./dom.js";
import * as newcomer from "./newcomer.js";
import * as panes from "./panes.js";
import * as people from "./people.js";
import * as share from "./share.js";
import { store } from "./store.js";

const offline = byId("offline");
store.on("line", up => { offline.hidden = up; });

people.start(panes.openChat);
clock.start();
calls.start();
newcomer.start(panes.openChat);
share.start();
byId("skip").addEventListener("click", event => {
  // The address says which chats are open.
  event.preventDefault();
  panes.focusFirst();
});

/** Two chats to begin with: somebody new, and the head of the site. */
function first() {
  const all = [...store.people.values()];
  return [all.find(person => !person.registered), all.find(person => person.roles.includes("Head"))].filter(Boolean).map(person => person.id);
}

async function begin() {
  for (;;) {
    try {
      await store.begin();
      break;
    } catch {
      offline.hidden = false;
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
  await panes.start(first);
  document.body.dataset.ready = "";
}

begin();
