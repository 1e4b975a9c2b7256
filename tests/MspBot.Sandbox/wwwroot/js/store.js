// What the page knows, kept up to date by the feed. Whoever shows it listens: "people", "person", "message", "deleted", "chat", "call", "clock", "typing", "line".
import { get } from "./api.js";

const MaxCalls = 400;

class Store extends EventTarget {
  people = new Map();
  chats = new Map();
  unread = new Map();
  calls = [];
  links = new Set();
  bot = { name: "", username: "" };
  zone = "Europe/Moscow";
  ahead = 0;
  moved = false;
  #loading = new Map();
  #feed = null;

  say(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  on(type, listener) { this.addEventListener(type, event => listener(event.detail)); }

  now() { return Date.now() + this.ahead; }

  async begin() {
    const state = await get("state");
    this.bot = { name: state.botName, username: state.botUsername };
    this.people = new Map(state.people.map(person => [person.id, person]));
    this.calls = state.calls;
    this.#setClock(state.clock);
    for (const id of [...this.chats.keys()]) await this.load(id);
    this.say("people");
    this.say("calls");
    this.#listen(`${state.epoch}-${state.number}`);
  }

  /** What comes while a chat is being read is put on top of it afterwards. */
  async load(id) {
    const late = [];
    this.#loading.set(id, late);
    try {
      const chat = await get(`chats/${id}`);
      this.people.set(id, chat.person);
      this.chats.set(id, { messages: new Map(chat.messages.map(m => [m.id, m])), keyboard: chat.keyboard ?? null, typingUntil: 0 });
    } finally {
      this.#loading.delete(id);
    }
    for (const apply of late) apply();
    this.say("chat", id);
    this.say("person", id);
  }

  read(id) {
    if (this.unread.delete(id)) this.say("person", id);
  }

  #listen(since) {
    this.#feed?.close();
    const feed = new EventSource(`/sandbox/events?since=${encodeURIComponent(since)}`);
    this.#feed = feed;
    const on = (type, apply) => feed.addEventListener(type, event => apply(JSON.parse(event.data)));
    feed.onopen = () => this.say("line", true);
    feed.onerror = () => this.say("line", false);
    on("reset", () => this.begin().catch(() => this.#again()));
    on("message", change => this.#message(change));
    on("deleted", change => this.#deleted(change));
    on("person", person => { this.people.set(person.id, person); this.say("person", person.id); });
    on("clock", clock => this.#setClock(clock));
    on("call", call => this.#call(call));
  }

  /** The program is away in the very moment in which all is to be read anew. */
  #again() {
    this.say("line", false);
    setTimeout(() => this.begin().catch(() => this.#again()), 1000);
  }

  #setClock(clock) {
    this.ahead = clock.now - Date.now();
    this.moved = clock.moved;
    this.zone = clock.zone;
    this.say("clock");
  }

  #message(change) {
    const { chat: id, message } = change;
    const person = this.people.get(id);
    if (person && (!person.last || message.at >= person.last.at || !message.edited)) {
      person.last = { text: message.text || `[${message.kind}]`, at: message.at, fromBot: message.fromBot };
      if (!message.fromBot) person.started = true;
    }
    this.#loading.get(id)?.push(() => this.#put(change));
    const isNew = this.#put(change);
    if (message.fromBot && !message.edited && (isNew ?? true)) this.say("news", { id, message });
    this.say("person", id);
  }

  /** Null when the chat is not open. */
  #put({ chat: id, message, keyboard }) {
    const chat = this.chats.get(id);
    if (!chat) return null;
    const isNew = !chat.messages.has(message.id);
    chat.messages.set(message.id, message);
    chat.keyboard = keyboard ?? null;
    if (message.fromBot) chat.typingUntil = 0;
    this.say("message", { id, message, isNew });
    return isNew;
  }

  #deleted({ chat: id, id: message }) {
    const remove = () => {
      if (this.chats.get(id)?.messages.delete(message)) this.say("deleted", { id, message });
    };
    this.#loading.get(id)?.push(remove);
    remove();
  }

  #call(call) {
    this.calls.push(call);
    if (this.calls.length > MaxCalls) this.calls.splice(0, this.calls.length - MaxCalls);
    this.say("call", call);
    if (call.method === "sendChatAction" && call.status === 200 && this.chats.has(call.chat)) {
      this.chats.get(call.chat).typingUntil = Date.now() + 5000;
      this.say("typing", call.chat);
      setTimeout(() => this.say("typing", call.chat), 5100);
    }
  }
}

export const store = new Store();
