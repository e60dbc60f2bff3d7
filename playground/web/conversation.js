// The open conversation: its head, its messages in order, and who is typing.

import { act } from "./server.js";
import { dayOf, make } from "./dom.js";
import { messageElement } from "./message.js";
import { settleQuotes } from "./text.js";
import { chatOf, isForum, messagesOf, on, placeKey, placeOf, sameAs, seat, store, titleOf } from "./store.js";
import { placeAvatar } from "./sidebar.js";
import { welcome } from "./welcome.js";

const scroll = document.getElementById("scroll");
const list = document.getElementById("messages");
const toEnd = document.getElementById("to-end");
let deeds = {};

export function setUpConversation(chosenDeeds) {
  deeds = chosenDeeds;
  for (const kind of ["snapshot", "place", "speaker"]) on(kind, showAll);
  on("message", showMessage);
  on("deleted", removeMessage);
  on("action", showActions);
  on("chats", showHead);
  scroll.addEventListener("scroll", () => { toEnd.hidden = isAtEnd(); }, { passive: true });
  toEnd.addEventListener("click", () => goToEnd("smooth"));
}

function showAll() {
  list.replaceChildren(...messagesOf(store.place).map((message) => messageElement(message, deeds)));
  settleQuotes(list);
  arrange();
  showHead();
  showActions();
  goToEnd();
}

function showMessage({ message, isNew }) {
  if (!sameAs(placeOf(message), store.place)) return;
  const atEnd = isAtEnd();
  const stay = !atEnd && message.from.id !== store.me;
  const element = messageElement(message, deeds);
  const old = document.getElementById(element.id);
  if (old) old.replaceWith(element);
  else list.append(element);
  settleQuotes(element);
  element.classList.toggle("new", isNew);
  arrange();
  showActions();
  if (isNew && !stay) bringIntoView(element);
  // A message that grows as it is edited pushes nothing out of sight that was seen.
  else if (!isNew && atEnd) goToEnd();
}

/** A long answer is shown from its beginning, anything else by its end. */
function bringIntoView(element) {
  const tall = element.offsetHeight > scroll.clientHeight - 40;
  if (tall) element.scrollIntoView({ block: "start" });
  else goToEnd();
}

function removeMessage({ chat_id: chatId, message_id: messageId }) {
  document.getElementById(`message-${chatId}-${messageId}`)?.remove();
  arrange();
}

/** The days between the messages, and which bubbles follow one another as one person's. */
function arrange() {
  for (const line of list.querySelectorAll(".day, .welcome")) line.remove();
  const shown = messagesOf(store.place);
  let last = null;
  for (const message of shown) {
    const element = document.getElementById(`message-${message.chat.id}-${message.message_id}`);
    const newDay = !last || dayOf(last.message.date) !== dayOf(message.date);
    if (newDay) element.before(make("p", { class: "day" }, dayOf(message.date)));
    const follows = !newDay && last.element.dataset.from === element.dataset.from && message.date - last.message.date < 300;
    element.classList.toggle("follows", Boolean(follows));
    element.classList.remove("followed");
    if (follows) last.element.classList.add("followed");
    last = { message, element };
  }
  if (!list.querySelector("article")) list.append(welcome(deeds));
}

function showHead() {
  const chat = chatOf(store.place);
  document.getElementById("chat-title").textContent = titleOf(store.place);
  placeAvatar(store.place, document.getElementById("chat-avatar"));
  showStatus(chat);
}

function showStatus(chat) {
  const status = document.getElementById("chat-status");
  const busy = isBusy();
  const members = Object.values(chat.members).filter((standing) => !["left", "kicked"].includes(standing)).length;
  const group = `${isForum(chat) ? `${chat.title} · ` : ""}${members} ${plural(members, "участник", "участника", "участников")}`;
  status.classList.toggle("busy", busy);
  status.textContent = busy ? `${chat.type === "private" ? "" : `${store.bot.first_name} `}печатает…` : chat.type === "private" ? "бот" : group;
}

function plural(number, one, few, many) {
  const form = new Intl.PluralRules("ru").select(number);
  return { one, few }[form] || many;
}

const isBusy = () => (store.actions.get(placeKey(store.place)) || 0) > Date.now();

function showActions() {
  list.querySelector(".typing")?.remove();
  showStatus(chatOf(store.place));
  if (!isBusy()) return;
  const stay = !isAtEnd();
  list.append(make("div", { class: "typing", "aria-hidden": "true" }, make("i"), make("i"), make("i")));
  if (!stay) goToEnd();
  setTimeout(showActions, store.actions.get(placeKey(store.place)) - Date.now() + 20);
}

const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 90;

export function goToEnd(behavior = "instant") {
  scroll.scrollTo({ top: scroll.scrollHeight, behavior });
}

export async function removeOwn(message) {
  await act("delete", { ...seat(), message_id: message.message_id });
}
