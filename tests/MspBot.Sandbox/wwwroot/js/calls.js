// The Bot API's calls, the newest on top.
import { byId, h } from "./dom.js";
import { store } from "./store.js";

const Shown = 200;
const list = byId("calls-list");
const polls = byId("calls-polls");
const button = byId("calls-switch");
let since = 0;

export function start() {
  const narrow = matchMedia("(max-width: 1180px)");
  // For developers: closed until opened by hand; where it would cover the chats, it always starts closed.
  const remembered = () => { try { return localStorage.getItem("calls"); } catch { return null; } };
  const begin = () => toggle(!narrow.matches && remembered() === "shown");
  begin();
  narrow.addEventListener("change", begin);
  button.addEventListener("click", () => toggle(document.body.dataset.calls === "hidden", true));
  byId("calls-close").addEventListener("click", () => { toggle(false, true); button.focus(); });
  byId("calls-clear").addEventListener("click", () => { since = store.calls.at(-1)?.number ?? 0; draw(); });
  byId("calls").addEventListener("keydown", event => { if (event.key === "Escape" && narrow.matches) { toggle(false); button.focus(); } });
  polls.addEventListener("change", draw);
  store.on("calls", draw);
  store.on("call", add);
  draw();
}

function toggle(visible, remember = false) {
  document.body.dataset.calls = visible ? "shown" : "hidden";
  button.setAttribute("aria-expanded", String(visible));
  if (!remember) return;
  try { localStorage.setItem("calls", visible ? "shown" : "hidden"); } catch { /* the page works without a memory */ }
}

const isWanted = call => call.number > since && (polls.checked || call.method !== "getUpdates");

function draw() {
  const wanted = store.calls.filter(isWanted).slice(-Shown).reverse();
  list.replaceChildren(...wanted.map(entry));
  if (!wanted.length) list.append(h("p", { class: "calls-none" }, "Здесь видно, что бот говорит Telegram и что Telegram ему отвечает. Нажмите что-нибудь в чате."));
}

function add(call) {
  if (!isWanted(call)) return;
  list.querySelector(".calls-none")?.remove();
  list.prepend(entry(call));
  while (list.children.length > Shown) list.lastElementChild.remove();
}

function entry(call) {
  const who = call.chat ? store.people.get(call.chat)?.name ?? String(call.chat) : "";
  const element = h("details", { class: call.status >= 400 || call.status === 0 ? "call failed" : "call" },
    h("summary", {},
      h("span", { class: "call-method" }, call.method),
      h("span", { class: "call-status" }, call.fault ? `${call.status} ${call.fault}` : String(call.status)),
      h("span", { class: "call-ms" }, `${call.ms < 10 ? call.ms.toFixed(1).replace(".", ",") : Math.round(call.ms)} мс`),
      who ? h("span", { class: "call-chat" }, who) : null));
  // The long part is made when somebody looks.
  element.addEventListener("toggle", () => {
    if (element.open && element.children.length === 1) {
      element.append(h("h3", {}, "Запрос"), h("pre", {}, pretty(call.parameters)), h("h3", {}, "Ответ"), h("pre", {}, pretty(call.answer)));
    }
  });
  return element;
}

function pretty(json) {
  try { return JSON.stringify(JSON.parse(json), null, 2); } catch { return json; }
}
