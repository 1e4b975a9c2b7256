// One open chat.
import { post, Refused, upload } from "./api.js";
import { bubble } from "./bubble.js";
import { composer } from "./composer.js";
import { alertBox } from "./dialogs.js";
import { arrows, face, h, icon } from "./dom.js";
import { store } from "./store.js";
import * as words from "./words.js";

const ToastFor = 3500;
const NearBottom = 120;

export class ChatPane {
  #id;
  #nodes = new Map();
  #toastUntil = 0;
  #atEnd = true;
  #top = 0;

  constructor(id, { close, back }) {
    this.#id = id;
    this.act = {
      command: text => this.type(text),
      say: text => this.showToast(text),
      start: argument => this.type(argument ? `/start ${argument}` : "/start"),
      press: (message, button, element) => this.#press(message, button, element),
    };
    this.title = h("h2", {});
    this.line = h("p", {});
    this.facePlace = h("span", {});
    this.log = h("div", { class: "log", role: "log", tabindex: 0, "aria-label": "Сообщения" });
    this.log.addEventListener("scroll", () => {
      // Only whoever goes up leaves the end; that the log has grown since is no reason.
      this.#atEnd = this.#nearEnd() || (this.#atEnd && this.log.scrollTop >= this.#top);
      this.#top = this.log.scrollTop;
    });
    // A picture is as tall as it is only once it is here; whoever was at the end stays there.
    this.log.addEventListener("load", () => { if (this.#atEnd) this.#toEnd(); }, true);
    this.toast = h("div", { class: "toast", role: "status" });
    this.foot = h("div", { class: "foot" });
    this.more = h("button", { type: "button", class: "quiet round", "aria-label": "Что ещё можно", "aria-haspopup": "true", "aria-expanded": "false", onclick: () => this.#toggleMore() }, icon("more"));
    this.element = h("article", { class: "pane", "data-chat": id },
      h("header", { class: "pane-top" },
        h("button", { type: "button", class: "quiet round pane-back", "aria-label": "К списку людей", onclick: back }, icon("back")),
        this.facePlace, h("div", { class: "pane-who" }, this.title, this.line), this.more,
        h("button", { type: "button", class: "quiet round pane-close", "aria-label": "Закрыть чат", onclick: close }, icon("close"))),
      this.log, this.foot, this.toast);
    this.composer = composer(this);
    this.element.addEventListener("keydown", event => {
      if (event.key === "Escape" && this.menu) { this.#closeMore(); this.more.focus(); }
    });
    this.element.addEventListener("click", event => {
      if (this.menu && !this.menu.contains(event.target) && !this.more.contains(event.target)) this.#closeMore();
    });
    this.drawPerson();
    this.drawAll();
  }

  get id() { return this.#id; }

  get person() { return store.people.get(this.#id); }

  get chat() { return store.chats.get(this.#id); }

  focus() { (this.foot.querySelector("textarea") ?? this.foot.querySelector("button"))?.focus({ preventScroll: true }); }

  drawPerson() {
    const person = this.person;
    if (!person) return;
    this.element.setAttribute("aria-label", `Чат: ${person.name}`);
    this.title.textContent = person.name;
    this.facePlace.replaceChildren(face(person));
    this.drawLine();
    this.#drawFoot();
  }

  drawLine() {
    const typing = (this.chat?.typingUntil ?? 0) > Date.now();
    this.line.textContent = typing ? "бот печатает…" : words.about(this.person);
    this.line.classList.toggle("typing", typing);
  }

  drawAll() {
    this.#nodes.clear();
    this.log.replaceChildren();
    const messages = [...(this.chat?.messages.values() ?? [])].sort((a, b) => a.id - b.id);
    for (const message of messages) this.#append(message);
    this.#drawEmpty();
    this.#drawFoot();
    this.#toEnd();
  }

  put(message, isNew) {
    const old = this.#nodes.get(message.id);
    const near = this.#atEnd || this.#nearEnd();
    if (old) this.#replace(old, message);
    else this.#append(message, isNew);
    this.#drawEmpty();
    if (near || !message.fromBot) this.#toEnd();
    this.drawLine();
    this.#drawFoot();
  }

  remove(id) {
    this.#nodes.get(id)?.remove();
    this.#nodes.delete(id);
    this.#drawEmpty();
  }

  type(text) { return this.try(() => post(`chats/${this.#id}/text`, { text })); }

  send(file) { return this.try(() => upload(`chats/${this.#id}/file`, file)); }

  shareContact() { return this.#do("contact"); }

  /** Says in the chat what could not be done; true when it could. */
  async try(doing) {
    try {
      await doing();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.showToast(error.message);
      return false;
    }
  }

  showToast(text) {
    this.toast.textContent = text;
    this.#toastUntil = Date.now() + ToastFor;
    setTimeout(() => { if (Date.now() >= this.#toastUntil) this.toast.textContent = ""; }, ToastFor + 20);
  }

  #nearEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NearBottom; }

  #toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.#top = this.log.scrollTop;
    this.#atEnd = true;
  }

  #append(message, isNew) {
    const lastDay = [...this.log.querySelectorAll(".day")].at(-1)?.dataset.day;
    const day = words.dayKey(message.at);
    if (lastDay !== day) this.log.append(h("div", { class: "day", "data-day": day }, words.day(message.at)));
    const node = bubble(message, this.act);
    if (isNew) node.classList.add("fresh");
    this.#nodes.set(message.id, node);
    this.log.append(node);
  }

  /** The keyboard's place stays where it was: the same button of the new message, else the list of messages. */
  #replace(old, message) {
    const keys = [...old.querySelectorAll(".key")];
    const at = keys.indexOf(document.activeElement);
    const held = old.contains(document.activeElement);
    const node = bubble(message, this.act);
    old.replaceWith(node);
    this.#nodes.set(message.id, node);
    if (!held) return;
    const fresh = [...node.querySelectorAll(".key")];
    (fresh[Math.min(Math.max(at, 0), fresh.length - 1)] ?? this.log).focus({ preventScroll: true });
  }

  #drawEmpty() {
    this.log.querySelector(".note")?.remove();
    if (this.#nodes.size || !this.person) return;
    const quick = text => h("button", { type: "button", onclick: () => this.type(text) }, text);
    this.log.append(h("div", { class: "note" }, this.person.registered
      ? ["Здесь пока пусто. Напишите боту, например:", h("div", { class: "note-row" }, quick("/menu"), quick("/events"), quick("/my"))]
      : ["Этот человек видит бота впервые. ", "Нажмите «Старт» внизу: бот спросит согласие и познакомится."]));
  }

  #drawFoot() {
    const person = this.person;
    if (!person) return;
    const state = person.blocked ? "blocked" : person.started ? "writes" : "new";
    if (this.footState !== state) {
      const held = this.foot.contains(document.activeElement);
      this.footState = state;
      this.foot.replaceChildren(
        state === "blocked" ? h("button", { type: "button", class: "foot-big", onclick: () => this.#do("unblock") }, "РАЗБЛОКИРОВАТЬ БОТА")
          : state === "new" ? h("button", { type: "button", class: "foot-big", onclick: () => this.type("/start") }, "СТАРТ")
            : this.composer.element);
      if (held) this.focus();
    }
    if (state === "writes") this.composer.showKeyboard(this.chat?.keyboard ?? null);
  }

  async #press(message, button, element) {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    await this.try(async () => {
      const answer = await post(`chats/${this.#id}/press`, { message: message.id, data: button.data, label: button.label });
      if (!answer.answered) this.showToast("Бот не ответил на нажатие");
      else if (answer.text && answer.alert) alertBox(answer.text);
      else if (answer.text) this.showToast(answer.text);
    });
    element.removeAttribute("aria-busy");
  }

  #do(what) { return this.try(() => post(`chats/${this.#id}/${what}`)); }

  #toggleMore() {
    if (this.menu) { this.#closeMore(); return; }
    const item = (text, run, danger) => h("button", { type: "button", class: danger ? "danger" : "", onclick: () => { this.#closeMore(); run(); } }, text);
    const blocked = this.person.blocked;
    this.menu = h("div", { class: "menu more", role: "group", "aria-label": "Что ещё можно" },
      blocked ? null : item("Поделиться контактом", () => this.#do("contact")),
      blocked ? null : item("Отправить файл или картинку", () => this.composer.chooseFile()),
      blocked ? null : item("Отправить стикер", () => this.#do("sticker")),
      blocked ? item("Разблокировать бота", () => this.#do("unblock")) : item("Заблокировать бота", () => this.#do("block"), true));
    arrows(this.menu, "button");
    this.element.append(this.menu);
    this.more.setAttribute("aria-expanded", "true");
    this.menu.querySelector("button").focus();
  }

  #closeMore() {
    this.menu?.remove();
    this.menu = null;
    this.more.setAttribute("aria-expanded", "false");
  }
}
