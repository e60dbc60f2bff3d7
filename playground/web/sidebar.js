// The list of conversations, and who is writing.

import { fillAvatar, fullName, make, timeOf } from "./dom.js";
import {
  chatOf, conversations, isForum, messagesOf, on, openPlace, placeKey, sameAs, speakAs, store, titleOf, unreadOf,
} from "./store.js";
import { snippet } from "./message.js";

const list = document.getElementById("conversations");
const speaker = document.getElementById("speaker");

export function setUpSidebar() {
  for (const kind of ["snapshot", "message", "place", "speaker", "deleted", "chats"]) on(kind, showConversations);
  for (const kind of ["snapshot", "speaker"]) on(kind, showSpeaker);
  speaker.addEventListener("change", () => speakAs(Number(speaker.value)));
  document.getElementById("back").addEventListener("click", () => { document.body.dataset.view = "list"; });
}

function showConversations() {
  const focused = document.activeElement?.dataset?.place;
  list.replaceChildren(...conversations().flatMap((place, index, all) => {
    const chat = chatOf(place);
    const heads = isForum(chat) && all[index - 1]?.chatId !== place.chatId;
    return [heads ? make("li", { class: "group-name" }, make("span", {}, chat.title)) : null, make("li", {}, entry(place))];
  }).filter(Boolean));
  if (focused) list.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
}

function entry(place) {
  const last = messagesOf(place).at(-1);
  const unread = unreadOf(place);
  const open = () => { document.body.dataset.view = "chat"; openPlace(place); };
  return make(
    "button",
    { type: "button", class: "conversation", onclick: open, "data-place": placeKey(place), "aria-current": String(sameAs(place, store.place)) },
    placeAvatar(place),
    make(
      "span", { class: "conversation-words" },
      make("span", { class: "conversation-title" }, titleOf(place)),
      make("span", { class: "conversation-last" }, last ? snippet(last) : "Пока пусто"),
    ),
    make(
      "span", { class: "conversation-side" },
      last ? make("time", {}, timeOf(last.date)) : null,
      unread ? make("span", { class: "unread", "aria-label": `непрочитанных: ${unread}` }, String(unread)) : null,
    ),
  );
}

export function placeAvatar(place, element = make("span", { "aria-hidden": "true" })) {
  const chat = chatOf(place);
  if (chat.type === "private") return fillAvatar(element, { id: store.bot.id, name: store.bot.first_name, isBot: true });
  if (!isForum(chat)) return fillAvatar(element, { id: chat.id, name: chat.title, extra: "group" });
  element.className = "avatar topic";
  element.replaceChildren("#");
  return element;
}

function showSpeaker() {
  const me = store.users.get(store.me);
  speaker.replaceChildren(...[...store.users.values()].map((user) =>
    make("option", { value: user.id, selected: user.id === store.me }, label(user))));
  speaker.value = String(store.me);
  document.getElementById("speaker-name").textContent = label(me);
  fillAvatar(document.getElementById("speaker-avatar"), { id: me.id, name: fullName(me) });
}

const label = (user) => (user.is_administrator ? `${fullName(user)} — администратор` : fullName(user));

