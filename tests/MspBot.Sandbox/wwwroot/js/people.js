// The list at the left: who can be played.
import { arrows, byId, face, h } from "./dom.js";
import { store } from "./store.js";
import * as words from "./words.js";

const list = byId("people-list");
const search = byId("people-search");
let open = () => {};
let shown = new Set();
let due = false;
let current = 0;

export function start(onOpen) {
  open = onOpen;
  search.addEventListener("input", draw);
  search.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") list.querySelector(".person[tabindex='0']")?.focus();
    else if (event.key === "Enter") list.querySelector(".person")?.click();
    else return;
    event.preventDefault();
  });
  arrows(list, ".person");
  list.addEventListener("focusin", event => {
    const person = event.target.closest(".person");
    if (person) stopAt(Number(person.dataset.id));
  });
  store.on("people", draw);
  // Many at once: the list is drawn once a frame.
  store.on("person", () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; draw(); });
  });
}

/** The list is one stop of the Tab key: the person who was there last, else one whose chat is open, else the first. */
function stopAt(id = current) {
  current = id;
  const all = [...list.querySelectorAll(".person")];
  const stop = all.find(button => Number(button.dataset.id) === id) ?? all.find(button => shown.has(Number(button.dataset.id))) ?? all[0];
  for (const button of all) button.tabIndex = button === stop ? 0 : -1;
}

export function mark(ids) {
  shown = new Set(ids);
  stopAt();
  for (const button of list.querySelectorAll(".person")) button.setAttribute("aria-current", String(shown.has(Number(button.dataset.id))));
}

function draw() {
  const wanted = search.value.trim().toLowerCase();
  const people = [...store.people.values()].filter(person => !wanted || `${person.name} ${words.about(person)} ${person.position ?? ""}`.toLowerCase().includes(wanted));
  const focused = document.activeElement?.closest?.(".person")?.dataset.id;
  const scrolled = list.scrollTop;
  const groups = words.Groups.map(([key, title]) => [key, title, people.filter(person => words.groupOf(person) === key).sort(byLastWord)]).filter(([, , members]) => members.length);
  list.replaceChildren(...groups.map(([key, title, members]) => h("section", { "aria-labelledby": `group-${key}` },
    h("h2", { id: `group-${key}` }, members.length > 3 ? `${title} · ${members.length}` : title),
    h("ul", {}, members.map(person => h("li", {}, entry(person)))))));
  if (!groups.length) list.append(h("p", { class: "people-none" }, "Никого не нашлось. Попробуйте часть фамилии или название школы."));
  stopAt();
  list.scrollTop = scrolled;
  if (focused) list.querySelector(`[data-id="${focused}"]`)?.focus({ preventScroll: true });
}

/** Who was talked to last comes first; the others stay as they stand. */
const byLastWord = (a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0);

function entry(person) {
  const unread = store.unread.get(person.id) ?? 0;
  return h("button", { type: "button", class: "person", "data-id": person.id, "aria-current": String(shown.has(person.id)), onclick: () => open(person.id) },
    face(person),
    h("span", { class: "person-words" },
      h("span", { class: "person-name" }, person.name),
      h("span", { class: "person-line" }, person.last ? words.preview(person.last) : person.registered ? (words.groupOf(person) === "Teacher" ? person.school : `${person.position} · ${person.school}`) : "нажмёт «Старт» — и начнётся регистрация")),
    person.last ? h("span", { class: "person-side" },
      h("span", {}, words.stamp(person.last.at)),
      unread ? h("span", { class: "badge" }, String(unread), h("span", { class: "sr" }, " непрочитанных")) : null) : null);
}
