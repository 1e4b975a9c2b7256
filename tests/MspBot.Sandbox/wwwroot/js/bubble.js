// One message: its words, its file, the buttons under it.
import { fileAddress } from "./api.js";
import { copy } from "./clipboard.js";
import { h, icon } from "./dom.js";
import { link, render } from "./entities.js";
import * as share from "./share.js";
import * as words from "./words.js";

/** @param act { command, start, say(text), press(message, button, element) } */
export function bubble(message, act) {
  const own = !message.fromBot;
  return h("div", { class: `msg ${own ? "own" : "bot"}`, "data-id": message.id, role: "group", "aria-label": `${own ? message.from : "Бот"}, ${words.clock(message.at)}` },
    h("div", { class: "bubble" },
      message.file ? file(message) : null,
      !message.file && message.kind !== "text" ? h("div", { class: "file-name" }, words.kindWord(message.kind)) : null,
      message.text ? render(message.text, message.entities, act) : null,
      h("time", { class: "stamp", datetime: new Date(message.at).toISOString(), title: words.exact(message.at) }, `${message.edited ? "изменено " : ""}${words.clock(message.at)}`)),
    message.buttons.length ? h("div", { class: "keys" }, message.buttons.map(row => h("div", { class: "keys-row" }, row.map(button => key(message, button, act))))) : null);
}

/** One line, cut with «…» where it is longer than its share of the row, as Telegram does; the whole of it shows under a mouse. */
function key(message, button, act) {
  const properties = { class: `key ${button.style ?? ""}`.trim(), title: button.label };
  const label = h("span", { class: "key-label" }, button.label);
  if (button.copies) {
    return h("button", { type: "button", ...properties, onclick: async () => act.say(await copy(button.copies) ? "Скопировано" : "Браузер не дал скопировать") }, label, icon("copy"));
  }
  const shared = button.url && share.sharedBy(button.url);
  if (shared) return h("button", { type: "button", ...properties, onclick: () => share.open(shared) }, label, icon("share"));
  if (button.url) {
    const element = link(button.url, act, properties);
    element.append(label, icon("up"));
    return element;
  }
  const element = h("button", { type: "button", ...properties }, label);
  element.addEventListener("click", () => act.press(message, button, element));
  return element;
}

function file(message) {
  const { file } = message;
  if (message.kind === "photo") {
    return h("a", { href: fileAddress(file), target: "_blank", rel: "noopener" },
      h("img", { class: "picture", src: fileAddress(file), alt: message.text || `Картинка ${file.name}`, loading: "lazy" }));
  }
  return h("a", { class: "file", href: fileAddress(file, true), download: file.name },
    h("span", { class: "file-face" }, icon("file")),
    h("span", {}, h("span", { class: "file-name" }, message.kind === "document" ? file.name : words.kindWord(message.kind)), h("br"), h("span", { class: "file-size" }, `${words.size(file.size)} · скачать`)));
}
