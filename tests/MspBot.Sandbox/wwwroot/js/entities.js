// A text with its entities as elements. Offsets count UTF-16 units, as JavaScript's strings do.
import { h } from "./dom.js";
import { store } from "./store.js";

const Plain = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

/** @param act what a tap on a command or on a link to the bot does: { command(text), start(argument) } */
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
    fill(element, text, entity.offset, end, entities.slice(i + 1, next), act);
    parent.append(element);
    at = end;
    i = next;
  }
  if (at < to) parent.append(text.slice(at, to));
}

function wrap(entity, words, act) {
  switch (entity.type) {
    case "url": return link(words.includes("://") ? words : `https://${words}`, act);
    case "text_link": return link(entity.url, act);
    case "email": return h("a", { href: `mailto:${words}` });
    case "bot_command": return h("button", { type: "button", class: "link", onclick: () => act.command(words) });
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
    return h("button", { type: "button", class: "link", ...properties, onclick: () => act.start(argument) });
  }
  return /^(https?|mailto|tel):/i.test(address)
    ? h("a", { ...properties, href: address, target: "_blank", rel: "noopener noreferrer", title: address })
    : h("span", { ...properties, title: address });
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
