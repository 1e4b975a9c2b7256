// One message: its words, its file, the buttons under it.
import { fileAddress } from "./api.js";
import { h, icon } from "./dom.js";
import { link, render } from "./entities.js";
import * as words from "./words.js";

/** @param act { command, start, press(message, button, element) } */
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

function key(message, button, act) {
  if (button.url) {
    const element = link(button.url, act, { class: "key" });
    element.append(button.label, icon("up"));
    return element;
  }
  const element = h("button", { type: "button", class: "key" }, button.label);
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
