// The page, put together.

import { begin, clear, editOwn, replyTo, say, setUpComposer } from "./composer.js";
import { removeOwn, setUpConversation } from "./conversation.js";
import { follow } from "./server.js";
import { setUpInline } from "./inline.js";
import { setUpSidebar } from "./sidebar.js";
import { showAlert, showToast, showTrouble } from "./notices.js";
import { openPlace, placeKey, store, takeMessage, takeSnapshot, tell } from "./store.js";

const deeds = {
  say: (words) => say(words).catch(() => {}),
  begin,
  clear,
  reply: replyTo,
  edit: editOwn,
  remove: (message) => removeOwn(message).catch(showTrouble),
  start: startBot,
  get botName() { return store.bot.username; },
};

const HAPPENED = {
  snapshot: takeSnapshot,
  message: takeMessage,
  deleted: takeDeletion,
  chat: takeChat,
  action: takeAction,
  inline_answer: (answer) => tell("inline_answer", answer),
  tap_answer: takeTapAnswer,
};

/** What a link or button that starts the bot does: the private chat opens, and /start is said there. */
function startBot(parameter) {
  openPlace({ chatId: store.me, thread: null });
  document.body.dataset.view = "chat";
  deeds.say(parameter ? `/start ${parameter}` : "/start");
}

function takeDeletion(place) {
  store.messages.get(place.chat_id)?.delete(place.message_id);
  tell("deleted", place);
}

function takeChat(chat) {
  store.chats.set(chat.id, chat);
  if (!store.messages.has(chat.id)) store.messages.set(chat.id, new Map());
  tell("chats");
}

function takeAction({ chat_id: chatId, thread, seconds }) {
  store.actions.set(placeKey({ chatId, thread }), Date.now() + seconds * 1000);
  tell("action");
}

function takeTapAnswer(answer) {
  if (answer.user_id !== store.me) return;
  const message = document.getElementById(`message-${answer.chat_id}-${answer.message_id}`);
  message?.querySelectorAll(".waiting").forEach((button) => button.classList.remove("waiting"));
  if (answer.text) (answer.alert ? showAlert : showToast)(answer.text);
}

setUpSidebar();
setUpConversation(deeds);
setUpInline(deeds);
setUpComposer();
follow(
  ({ kind, ...data }) => HAPPENED[kind]?.(data),
  (connected) => { document.getElementById("offline").hidden = connected; },
);
