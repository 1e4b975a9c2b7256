// The field to write in, the menu of commands, the keyboard that the bot put in place of the phone's own.
import { get } from "./api.js";
import { arrows, h, icon } from "./dom.js";

export function composer(pane) {
  const field = h("textarea", { rows: 1, placeholder: "Сообщение", "aria-label": "Сообщение боту", enterkeyhint: "send", autocomplete: "off" });
  const picker = h("input", { type: "file", hidden: true, tabindex: -1, "aria-label": "Файл" });
  const menuButton = h("button", { type: "button", class: "menu-open", "aria-haspopup": "true", "aria-expanded": "false", onclick: () => menu ? close() : open("") }, icon("menu"), "Меню");
  const keys = h("div", { class: "reply-keys", role: "group", "aria-label": "Клавиатура бота", hidden: true });
  const row = h("form", { class: "writer", onsubmit: event => { event.preventDefault(); send(); } },
    menuButton, field, picker,
    h("button", { type: "button", class: "quiet round", "aria-label": "Отправить файл", onclick: () => picker.click() }, icon("clip")),
    h("button", { type: "submit", class: "quiet round send", "aria-label": "Отправить" }, icon("send")));
  const element = h("div", {}, row, keys);
  let menu = null;
  let commands = null;
  let shownKeys = "";

  async function send() {
    const text = field.value;
    if (!text.trim()) return;
    close();
    field.value = "";
    if (!await pane.type(text)) field.value ||= text;
    field.focus();
  }

  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
    else if (event.key === "Escape" && menu) { event.preventDefault(); event.stopPropagation(); close(); }
    else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && menu) {
      event.preventDefault();
      const all = menu.querySelectorAll("button");
      all[event.key === "ArrowUp" ? all.length - 1 : 0]?.focus();
    }
  });
  field.addEventListener("input", () => {
    if (/^\/\w*$/.test(field.value)) open(field.value.slice(1), true);
    else close();
  });
  picker.addEventListener("change", () => {
    if (picker.files[0]) pane.send(picker.files[0]);
    picker.value = "";
  });
  document.addEventListener("pointerdown", event => { if (menu && !element.contains(event.target)) close(); });

  async function open(beginning, typing = false) {
    // Asked for each time: the bot may have changed it.
    if (!typing || !commands) {
      if (!await pane.try(async () => { commands = await get(`chats/${pane.id}/commands`); })) return;
    }
    if (typing && !/^\/\w*$/.test(field.value)) return;
    const fitting = commands.filter(command => command.command.startsWith(beginning.toLowerCase()));
    close();
    if (!fitting.length) return;
    menu = h("div", { class: "menu commands", role: "group", "aria-label": "Команды бота" },
      fitting.map(({ command, description }) => h("button", { type: "button", onclick: () => { close(); field.value = ""; pane.type(`/${command}`); field.focus(); } },
        h("b", {}, `/${command}`), h("span", {}, description))));
    menu.addEventListener("keydown", event => { if (event.key === "Escape") { event.stopPropagation(); close(); field.focus(); } });
    arrows(menu, "button");
    element.append(menu);
    menuButton.setAttribute("aria-expanded", "true");
    if (!typing) menu.querySelector("button").focus();
  }

  function close() {
    menu?.remove();
    menu = null;
    menuButton.setAttribute("aria-expanded", "false");
  }

  return {
    element,
    chooseFile: () => picker.click(),
    showKeyboard(keyboard) {
      const text = JSON.stringify(keyboard);
      if (text === shownKeys) return;
      shownKeys = text;
      keys.hidden = !keyboard;
      keys.replaceChildren(...(keyboard?.rows ?? []).map(line => h("div", { class: "keys-row" }, line.map(key =>
        h("button", { type: "button", class: "key", onclick: () => key.asksContact ? pane.shareContact() : pane.type(key.label) }, key.label)))));
    },
  };
}
