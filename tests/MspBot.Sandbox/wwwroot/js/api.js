// What the page asks of the program.

export class Refused extends Error {}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(body.error ?? `Программа ответила ${answer.status}`);
  return body;
}

const reach = async (path, options) => {
  let answer;
  try {
    answer = await fetch(`/sandbox/${path}`, options);
  } catch {
    throw new Refused("Нет связи с программой. Она ещё запущена?");
  }
  return read(answer);
};

export const get = path => reach(path, { cache: "no-store" });

export const post = (path, body = {}) =>
  reach(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const upload = (path, file) =>
  reach(`${path}?name=${encodeURIComponent(file.name)}`, { method: "POST", headers: { "Content-Type": file.type || "application/octet-stream" }, body: file });

export const fileAddress = (file, save) => `/sandbox/files/${encodeURIComponent(file.id)}${save ? "?save" : ""}`;
