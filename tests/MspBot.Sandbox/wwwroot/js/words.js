// Dates in the site's zone, roles, sizes.
import { store } from "./store.js";

const format = (options, at) => new Intl.DateTimeFormat("ru-RU", { timeZone: store.zone, ...options }).format(at);

export const clock = at => format({ hour: "2-digit", minute: "2-digit" }, at);
export const day = at => format({ day: "numeric", month: "long" }, at);
export const shortDay = at => format({ weekday: "short", day: "numeric", month: "short" }, at).replace(".", "");
export const dayKey = at => format({ year: "numeric", month: "2-digit", day: "2-digit" }, at);
export const longDay = at => format({ weekday: "short", day: "numeric", month: "long" }, at);
export const exact = at => format({ dateStyle: "full", timeStyle: "medium" }, at);

/** In the zone of this browser, which stands for the person's own. */
export const ownMoment = at =>
  new Intl.DateTimeFormat("ru-RU", { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(at).replace(" в ", ", ");

/** As an app writes a moment: r, or a week day (w), a date (d, D) and a time (t, T). */
export function formatted(at, kind) {
  const has = letter => kind.toLowerCase().includes(letter);
  if (has("r")) return new Intl.RelativeTimeFormat("ru-RU", { numeric: "auto" }).format(Math.round((at - store.now()) / 3_600_000), "hour");
  return new Intl.DateTimeFormat("ru-RU", {
    ...has("w") && { weekday: "short" },
    ...has("d") && { day: "numeric", month: kind.includes("D") ? "long" : "2-digit", year: "numeric" },
    ...has("t") && { hour: "2-digit", minute: "2-digit", ...kind.includes("T") && { second: "2-digit" } },
  }).format(at);
}

/** «2026-11-24T10:05», as a field for date and time wants it. */
export function fieldValue(at) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", {
    timeZone: store.zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(at).map(part => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The time today, else the day. */
export const stamp = at => dayKey(at) === dayKey(store.now()) ? clock(at) : format({ day: "numeric", month: "short" }, at);

export const size = bytes => bytes < 1024 ? `${bytes} Б` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} КБ` : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} МБ`;

export const Groups = [
  ["guest", "Ещё не зарегистрированы", person => !person.registered],
  ["Head", "Руководитель площадки", person => person.roles.includes("Head")],
  ["Methodologist", "Методист", person => person.roles.includes("Methodologist")],
  ["Tutor", "Тьюторы", person => person.roles.includes("Tutor")],
  ["SchoolHead", "Руководители школ", person => person.roles.includes("SchoolHead")],
  ["Observer", "Наблюдатели", person => person.roles.includes("Observer")],
  ["Teacher", "Педагоги", () => true],
];

const RoleWords = { Head: "руководитель площадки", Methodologist: "методист", Tutor: "тьютор", SchoolHead: "руководитель школы", Observer: "наблюдатель", Teacher: "педагог" };

export const groupOf = person => Groups.find(([, , fits]) => fits(person))[0];
export const roleWord = person => person.registered ? RoleWords[groupOf(person)] : "ещё не зарегистрирован(а)";
export const about = person => person.registered ? `${roleWord(person)} · ${person.school}` : roleWord(person);

const Kinds = { photo: "Картинка", document: "Файл", sticker: "Стикер", voice: "Голосовое сообщение", contact: "Контакт" };
export const kindWord = kind => Kinds[kind] ?? kind;
export const preview = last => `${last.fromBot ? "" : "Вы: "}${last.text.replace(/\[(\w+)\]/, (_, kind) => kindWord(kind)).replace(/\s+/g, " ")}`;
