// Which chats are open, side by side as many as fit. The address keeps them, so that a reload and "back" do what one expects.
import { ChatPane } from "./chat.js";
import { byId, h } from "./dom.js";
import * as people from "./people.js";
import { store } from "./store.js";

const Narrowest = 350;
const place = byId("chats");
const phone = matchMedia("(max-width: 760px)");
const panes = new Map();
let open = [];
let used = [];

export async function start(first) {
  store.on("message", ({ id, message, isNew }) => panes.get(id)?.put(message, isNew));
  store.on("deleted", ({ id, message }) => panes.get(id)?.remove(message));
  store.on("chat", id => panes.get(id)?.drawAll());
  store.on("person", id => panes.get(id)?.drawPerson());
  store.on("typing", id => panes.get(id)?.drawLine());
  store.on("news", ({ id }) => { if (!isSeen(id)) { store.unread.set(id, (store.unread.get(id) ?? 0) + 1); store.say("person", id); } });
  addEventListener("popstate", () => show(fromAddress()));
  new ResizeObserver(() => draw()).observe(place);
  phone.addEventListener("change", () => draw());
  place.addEventListener("focusin", event => {
    const id = Number(event.target.closest(".pane")?.dataset.chat);
    if (id) used = [...used.filter(x => x !== id), id];
  });
  const asked = fromAddress();
  await show(asked.length || phone.matches ? asked : first());
  if (!asked.length && !phone.matches) write(false);
}

/** Beside the others where there is room, else in the place of the one that was used longest ago. */
export async function openChat(id) {
  const before = open;
  if (phone.matches) open = [id];
  else if (!open.includes(id)) {
    const room = capacity();
    if (open.length < room) open = [...open, id];
    else {
      const oldest = used.find(x => visible().includes(x)) ?? open[0];
      open = visible().map(x => x === oldest ? id : x);
    }
  }
  const isBack = phone.matches && document.body.dataset.view === "list";
  if (String(before) !== String(open) || isBack) write(isBack);
  await show(open);
  // On a phone the field would call up the keyboard over half of the chat.
  if (phone.matches) panes.get(id)?.log.focus({ preventScroll: true });
  else panes.get(id)?.focus();
}

/** To what can be written in, or to the place of the chats where none is open. */
export function focusFirst() {
  const pane = panes.get(visible()[0]);
  if (pane && !(phone.matches && document.body.dataset.view === "list")) pane.focus();
  else place.focus();
}

function close(id) {
  open = open.filter(x => x !== id);
  write(false);
  show(open);
}

async function show(ids) {
  open = ids.filter(id => store.people.has(id));
  used = [...used.filter(id => open.includes(id)), ...open.filter(id => !used.includes(id))];
  document.body.dataset.view = open.length ? "chat" : "list";
  await Promise.all(open.filter(id => !store.chats.has(id)).map(id => store.load(id)));
  for (const id of open) {
    if (!panes.has(id)) panes.set(id, new ChatPane(id, { close: () => close(id), back: () => history.state?.fromList ? history.back() : close(id) }));
  }
  for (const id of [...panes.keys()]) {
    if (open.includes(id)) continue;
    panes.delete(id);
    store.chats.delete(id);
  }
  draw();
}

function draw() {
  const shown = visible();
  const wanted = shown.map(id => panes.get(id)?.element).filter(Boolean);
  if (wanted.length === 0) {
    place.replaceChildren(h("div", { class: "chats-empty" }, h("p", {}, "Выберите слева, кем вы сегодня будете."), h("p", {}, "Откройте двоих сразу: видно, как бот говорит с обоими.")));
  } else if (wanted.length !== place.children.length || wanted.some((element, i) => place.children[i] !== element)) {
    const places = new Map(wanted.map(element => [element, element.querySelector(".log").scrollTop]));
    place.replaceChildren(...wanted);
    for (const [element, top] of places) {
      const log = element.querySelector(".log");
      log.scrollTop = top || log.scrollHeight;
    }
  }
  people.mark(shown);
  for (const id of shown) if (isSeen(id)) store.read(id);
}

/** Those that fit: what was used last stays. */
function visible() {
  const room = capacity();
  if (open.length <= room) return open;
  const kept = new Set(used.filter(id => open.includes(id)).slice(-room));
  return open.filter(id => kept.has(id));
}

/** Two already where each is a little narrow: side by side is what they are for. */
const capacity = () => phone.matches || place.clientWidth < 560 ? 1 : Math.max(2, Math.floor(place.clientWidth / Narrowest));

const isSeen = id => visible().includes(id) && !(phone.matches && document.body.dataset.view === "list");

const fromAddress = () => location.hash.replace("#", "").split(",").map(Number).filter(id => Number.isSafeInteger(id) && id > 0);

function write(isNewPage) {
  const address = open.length ? `#${open.join(",")}` : location.pathname;
  if (isNewPage) history.pushState({ fromList: true }, "", address);
  else history.replaceState(history.state, "", address);
}
