// What the page asks of the server, and the stream of what happens.

const key = document.querySelector('meta[name="playground-key"]').content;
const headers = { "X-Playground-Key": key };

/** Do something in a person's name; throws an Error whose message can be shown. */
export async function act(name, asked) {
  const body = JSON.stringify(asked);
  return answered(fetch(`/act/${name}`, { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body }));
}

export async function upload(seat, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(seat)) {
    if (value !== null) form.append(name, value);
  }
  form.append("document", file);
  return answered(fetch("/act/upload", { method: "POST", headers, body: form }));
}

export const documentAddress = (fileId) => `/documents/${encodeURIComponent(fileId)}?key=${encodeURIComponent(key)}`;

/** Follow the events; the browser connects again by itself, and every connection begins with a snapshot. */
export function follow(onEvent, onConnected) {
  const source = new EventSource(`/events?key=${encodeURIComponent(key)}`);
  source.onopen = () => onConnected(true);
  source.onerror = () => onConnected(false);
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
  addEventListener("pagehide", () => source.close());
}

async function answered(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Error("Нет связи с программой.");
  }
  const told = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(told.error || "Не получилось: страница устарела, обновите её.");
  return told;
}
