// A text with its entities as elements. Offsets count UTF-16 units, as JavaScript's strings do.
import { h } from "./dom.js";
import { store } from "./store.js";
import * as words from "./words.js";

const Plain = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

/** @param act what a tap on a command or on a link to the bot does: { command(text), start(argument), say(text) } */
export function render(text, entities, act) {
  const root = h("div", { class: "text" });
  fill(root, text, 0, text.length, entities, act);
  return root;
}

function fill(parent, text, from, to, entities, act) {
  let at = from;
  for (let i = 0; i < entities.length;) {
    const entity = entities[i];
    const end = Math.min(to, entity.offset + entity.length);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next++;
    if (entity.offset > at) parent.append(text.slice(at, entity.offset));
    const element = wrap(entity, text.slice(entity.offset, end), act);
    // With a format the app writes the moment itself, in the person's own zone.
    if (entity.dateTimeFormat) element.append(words.formatted(entity.unixTime * 1000, entity.dateTimeFormat));
    else fill(element, text, entity.offset, end, entities.slice(i + 1, next), act);
    parent.append(element);
    at = end;
    i = next;
  }
  if (at < to) parent.append(text.slice(at, to));
}

function wrap(entity, part, act) {
  switch (entity.type) {
    case "url": return link(part.includes("://") ? part : `https://${part}`, act);
    case "text_link": return link(entity.url, act);
    case "email": return h("a", { href: `mailto:${part}` });
    case "bot_command": return here("#", { class: "link" }, () => act.command(part));
    case "date_time": return moment(entity, act);
    case "mention": case "hashtag": case "cashtag": case "text_mention": return h("span", { class: "link" });
    case "spoiler": return h("span", { class: "spoiler", tabindex: 0 });
    default: return h(Plain[entity.type] ?? "span");
  }
}

/** A link to our bot stays in this chat, as it does in the app; others open beside the page, and only if they are web addresses. */
export function link(address, act, properties = {}) {
  const argument = startArgument(address);
  if (argument !== null) {
    store.links.add(address);
    return here(address, { class: "link", ...properties }, () => act.start(argument));
  }
  return /^(https?|mailto|tel):/i.test(address)
    ? h("a", { title: address, ...properties, href: address, target: "_blank", rel: "noopener noreferrer" })
    : h("span", { title: address, ...properties });
}

/** A link that does something here. No button: its words would not flow with the text, they would wrap as one block. */
const here = (address, properties, run) => h("a", { ...properties, href: address, onclick: event => { event.preventDefault(); run(); } });

/** A moment: under a mouse or at a tap, how it is called where this browser is. */
function moment(entity, act) {
  const at = entity.unixTime * 1000;
  const told = `У вас это ${words.ownMoment(at)}`;
  const element = h("time", { class: "moment", role: "button", tabindex: 0, datetime: new Date(at).toISOString(), title: told, onclick: () => act.say(told) });
  element.addEventListener("keydown", event => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act.say(told);
  });
  return element;
}

/** What follows ?start= in a link to our bot; null for any other address. */
export function startArgument(address) {
  let url;
  try { url = new URL(address); } catch { return null; }
  const name = store.bot.username.toLowerCase();
  if (/^https?:$/.test(url.protocol) && url.hostname === "t.me" && url.pathname.slice(1).toLowerCase() === name) return url.searchParams.get("start") ?? "";
  if (url.protocol === "tg:" && url.searchParams.get("domain")?.toLowerCase() === name) return url.searchParams.get("start") ?? "";
  return null;
}
