// The demo's clock: shown, and moved.
import { post, Refused } from "./api.js";
import { byId, h } from "./dom.js";
import { dialog } from "./dialogs.js";
import { store } from "./store.js";
import * as words from "./words.js";

const face = byId("clock-now");
const form = byId("clock-form");
let shown = "";

export function start() {
  const box = dialog("clock-dialog");
  store.on("clock", draw);
  setInterval(draw, 1000);
  byId("clock-face").addEventListener("click", () => {
    form.elements.to.value = words.fieldValue(store.now() + 24 * 3600 * 1000);
    form.elements.to.min = words.fieldValue(store.now());
    box.open();
  });
  for (const button of document.querySelectorAll("[data-hours], [data-monday]")) {
    button.addEventListener("click", () => move("monday" in button.dataset ? { monday: true } : { hours: Number(button.dataset.hours) }, box));
  }
  form.addEventListener("submit", event => {
    event.preventDefault();
    move({ to: form.elements.to.value }, box);
  });
}

async function move(wish, box) {
  const fromBox = box.isOpen;
  try {
    await post("clock", wish);
    // The news comes by the feed and may be quicker than this answer: a box opened since then stays.
    if (fromBox) box.close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    box.open();
    box.complain(error.message);
  }
}

function draw() {
  const now = store.now();
  const text = `${words.longDay(now)}, ${words.clock(now)}`;
  if (text === shown) return;
  shown = text;
  face.replaceChildren(h("span", { class: "sr" }, "Сейчас в песочнице: "), h("span", { class: "clock-day" }, `${words.longDay(now)}, `),
    h("span", { class: "clock-day-short", "aria-hidden": "true" }, `${words.shortDay(now)}, `), words.clock(now), h("span", { class: "sr" }, ". Изменить время"));
  face.dateTime = new Date(now).toISOString();
  face.title = `${words.exact(now)}${store.moved ? " — впереди настоящего времени" : ""}. Нажмите, чтобы перевести`;
}
