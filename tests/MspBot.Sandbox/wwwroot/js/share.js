// A share button: Telegram asks whom to send it to; here a new person may come by it.
import { copy } from "./clipboard.js";
import { dialog } from "./dialogs.js";
import { byId } from "./dom.js";
import { startArgument } from "./entities.js";
import * as newcomer from "./newcomer.js";
import { store } from "./store.js";

let box = null;
let shared = "";
let link = "";

/** What https://t.me/share/url?url=…&text=… sends; null for any other address. */
export function sharedBy(address) {
  let url;
  try { url = new URL(address); } catch { return null; }
  if (url.hostname !== "t.me" || url.pathname !== "/share/url") return null;
  return { link: url.searchParams.get("url") ?? "", text: url.searchParams.get("text") ?? "" };
}

export function start() {
  box = dialog("share-dialog");
  byId("share-copy").addEventListener("click", async () => {
    if (await copy(shared)) box.tell("Скопировано");
    else box.complain("Браузер не дал скопировать");
  });
  byId("share-form").addEventListener("submit", () => newcomer.open(link));
}

/** As Telegram puts it together: the link first, then the words. */
export function open(what) {
  link = startArgument(what.link) === null ? "" : what.link;
  if (link) store.links.add(link);
  shared = [what.link, what.text].filter(Boolean).join("\n");
  byId("share-text").textContent = shared;
  byId("share-new").hidden = !link;
  box.open();
}
