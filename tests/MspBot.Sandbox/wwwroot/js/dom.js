// Elements made by hand: what people and the bot write only ever becomes text nodes.

/** h("button", { class: "key", onclick: f, "aria-label": "…" }, "text", node, null) */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const byId = id => document.getElementById(id);

/** A person's initials on a colour that stays theirs. */
export function face(person) {
  const words = person.name.split(/\s+/);
  const letters = words.slice(0, 2).map(word => [...word][0] ?? "").join("").toUpperCase();
  return h("span", { class: "face", "data-tone": person.id % 7, "aria-hidden": "true" }, letters);
}

/** Up and down among the buttons of a list. */
export function arrows(list, selector) {
  list.addEventListener("keydown", event => {
    if (!["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
    const all = [...list.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    const to = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : at + (event.key === "ArrowDown" ? 1 : -1);
    all[Math.max(0, Math.min(all.length - 1, to))].focus();
    event.preventDefault();
  });
}
