// One message: its bubble, buttons and deeds.

import { act, documentAddress } from "./server.js";
import { avatar, fullName, icon, make, timeOf, tone } from "./dom.js";
import { formatted, link } from "./text.js";
import { seat, store } from "./store.js";
import { showTrouble } from "./notices.js";

const elementId = (message) => `message-${message.chat.id}-${message.message_id}`;

/** An article for a message, or a plain line for a notice of the chat's. */
export function messageElement(message, deeds) {
  const notice = noticeOf(message);
  if (notice) return make("p", { class: "notice", id: elementId(message), "data-id": message.message_id }, notice);
  const own = message.from.id === store.me;
  return make(
    "article",
    {
      role: "article", id: elementId(message), "data-id": message.message_id, "data-from": authorKey(message),
      class: `message ${own ? "own" : ""} ${tone(message.from.id)}`, tabindex: "-1",
      "aria-label": `${authorName(message)}, ${timeOf(message.date)}`,
    },
    avatar({ id: message.from.id, name: authorName(message), isBot: message.from.id === store.bot.id }),
    bubble(message, deeds),
    keyboard(message, deeds),
    deedsOf(message, own, deeds),
  );
}

export function snippet(message) {
  const words = noticeOf(message) || message.text || message.caption || message.document?.file_name || "Вложение";
  return words.replace(/\s+/g, " ").slice(0, 140);
}

export const authorKey = (message) => `${message.sender_chat?.id || message.from.id}/${message.via_bot?.id || ""}`;

export const authorName = (message) => message.sender_chat?.title || fullName(message.from);

function noticeOf(message) {
  if (message.forum_topic_created) return `Открыта тема «${message.forum_topic_created.name}»`;
  if (message.new_chat_members) return `В чате теперь ${message.new_chat_members.map(fullName).join(", ")}`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "Группа стала супергруппой";
  return null;
}

function bubble(message, deeds) {
  return make(
    "div", { class: `bubble ${message.text || message.caption ? "worded" : ""} ${message.edit_date ? "edited" : ""}` },
    author(message),
    replied(message),
    attached(message),
    words(message, deeds),
    make(
      "div", { class: "stamp" },
      message.edit_date ? make("span", {}, "изменено") : null,
      make("time", { datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)),
    ),
  );
}

function author(message) {
  const inGroup = message.chat.type !== "private";
  if (!inGroup && !message.via_bot) return null;
  const via = message.via_bot ? make("small", {}, ` через @${message.via_bot.username}`) : null;
  return make("p", { class: "author" }, inGroup && message.from.id !== store.me ? authorName(message) : "", via);
}

function replied(message) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const show = (event) => { event.preventDefault(); callTo(target); };
  return make(
    "a", { class: `replied ${tone(target.from.id)}`, href: `#${elementId(target)}`, onclick: show },
    make("span", {}, authorName(target)), make("span", {}, snippet(target)),
  );
}

function callTo(message) {
  const element = document.getElementById(elementId(message));
  if (!element) return;
  element.scrollIntoView({ block: "center", behavior: "smooth" });
  element.classList.remove("called");
  requestAnimationFrame(() => element.classList.add("called"));
}

function attached(message) {
  if (!message.document) return null;
  const { file_name: name, file_id: id, file_size: size } = message.document;
  return make(
    "a", { class: "document", href: documentAddress(id), download: name },
    make("span", { class: "round" }, icon("file")),
    make("span", {}, make("strong", {}, name), make("small", {}, sizeOf(size))),
  );
}

const sizeOf = (bytes) => (bytes < 1024 ? `${bytes} Б` : bytes < 2 ** 20 ? `${Math.round(bytes / 1024)} КБ` : `${(bytes / 2 ** 20).toFixed(1)} МБ`);

function words(message, deeds) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return make("div", { class: "text" }, formatted(text, message.entities || message.caption_entities, deeds));
}

function keyboard(message, deeds) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make("div", { class: "keyboard" }, rows.map((row) =>
    make("div", { class: "keyboard-row" }, row.map((button) => key(message, button, deeds)))));
}

function key(message, button, deeds) {
  if (button.url) {
    const element = link(button.url, [button.text, icon("away")], deeds);
    element.className = "key";
    return element;
  }
  const attributes = { type: "button", class: "key", onclick: (event) => press(event.currentTarget, message, button, deeds) };
  return make("button", attributes, button.text);
}

function press(element, message, button, deeds) {
  if (button.callback_data !== undefined) return tap(element, message, button.callback_data);
  if (button.copy_text) return navigator.clipboard?.writeText(button.copy_text.text);
  return deeds.begin(`@${store.bot.username} ${button.switch_inline_query_current_chat ?? button.switch_inline_query ?? ""}`);
}

async function tap(element, message, data) {
  if (element.classList.contains("waiting")) return;
  element.classList.add("waiting");
  setTimeout(() => element.classList.remove("waiting"), 15000);
  try {
    await act("tap", { ...seat(), chat_id: message.chat.id, message_id: message.message_id, text: data });
  } catch (trouble) {
    element.classList.remove("waiting");
    showTrouble(trouble);
  }
}

function deedsOf(message, own, deeds) {
  const button = (name, sign, deed) => make("button", { type: "button", "aria-label": name, title: name, onclick: deed }, icon(sign));
  return make(
    "div", { class: "deeds" },
    button("Ответить", "reply", () => deeds.reply(message)),
    own && message.text && !message.via_bot ? button("Изменить", "edit", () => deeds.edit(message)) : null,
    own ? button("Удалить", "remove", () => deeds.remove(message)) : null,
  );
}
