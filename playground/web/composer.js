// The text box: writing, replying, editing, commands, files.

import { act, upload } from "./server.js";
import { icon, make } from "./dom.js";
import { askInline, forget, inlineQuery } from "./inline.js";
import { authorName, snippet } from "./message.js";
import { hidePanel, panelKey, showPanel } from "./panel.js";
import { messagesOf, on, seat, store } from "./store.js";
import { showTrouble } from "./notices.js";

const form = document.getElementById("composer");
const text = document.getElementById("text");
const file = document.getElementById("file");
const regarding = document.getElementById("regarding");
let about = null; // { message, edits }

export function setUpComposer() {
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  text.addEventListener("input", typed);
  text.addEventListener("keydown", pressed);
  document.getElementById("attach").addEventListener("click", () => file.click());
  file.addEventListener("change", () => { sendFiles(file.files); file.value = ""; });
  setUpDropping();
  on("place", () => { forgetMessage(); focusWide(); });
  on("speaker", forgetMessage);
}

/** Put a text into the box, as if it had been typed. */
export function begin(words) {
  text.value = words;
  text.focus();
  typed();
}

export function clear() {
  text.value = "";
  forgetMessage();
  typed();
}

export async function say(words, replyTo = null) {
  try {
    await act("say", { ...seat(), text: words, reply_to: replyTo });
  } catch (trouble) {
    showTrouble(trouble);
    throw trouble;
  }
}

export function replyTo(message) {
  take({ message, edits: false });
}

export function editOwn(message) {
  text.value = message.text;
  take({ message, edits: true });
  grow();
}

async function send() {
  const words = text.value;
  if (!words.trim()) return text.focus();
  const { message, edits } = about || {};
  clear();
  try {
    if (edits) await act("edit", { ...seat(), message_id: message.message_id, text: words });
    else await act("say", { ...seat(), text: words, reply_to: message?.message_id ?? null });
  } catch (trouble) {
    text.value = words;
    grow();
    showTrouble(trouble);
  }
  return text.focus();
}

function typed() {
  grow();
  const query = about?.edits ? null : inlineQuery(text.value);
  if (query !== null) return askInline(query);
  forget();
  return /^\/\w*$/.test(text.value) ? showCommands(text.value.slice(1)) : hidePanel();
}

function pressed(event) {
  if (event.isComposing) return;
  if (panelKey(event.key)) return event.preventDefault();
  if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); send(); }
  if (event.key === "Escape" && about) clear();
  if (event.key === "ArrowUp" && !text.value) editLast(event);
}

function editLast(event) {
  const last = messagesOf(store.place).filter((message) => message.from.id === store.me && message.text && !message.via_bot).at(-1);
  if (!last) return;
  event.preventDefault();
  editOwn(last);
}

async function showCommands(begun) {
  const { commands } = await act("commands", seat()).catch(() => ({ commands: [] }));
  if (text.value !== `/${begun}`) return;
  const fitting = commands.filter((command) => command.command.startsWith(begun));
  if (!fitting.length) return hidePanel();
  const heading = make("div", { class: "panel-head" }, make("span", {}, "Команды бота"));
  return showPanel("Команды", heading, fitting.map(commandCard));
}

function commandCard(command) {
  const element = make("div", { class: "card command" }, make("strong", {}, `/${command.command}`), make("span", {}, command.description));
  const pick = () => { clear(); say(`/${command.command}`).catch(() => {}); };
  return { element, pick };
}

function take(subject) {
  about = subject;
  const close = make("button", { type: "button", class: "round", "aria-label": "Отменить", onclick: clear }, icon("close"));
  const title = subject.edits ? "Правка сообщения" : authorName(subject.message);
  regarding.replaceChildren(make("div", {}, make("strong", {}, title), make("span", {}, snippet(subject.message))), close);
  regarding.hidden = false;
  text.focus();
}

function forgetMessage() {
  about = null;
  regarding.hidden = true;
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 200)}px`;
}

async function sendFiles(files) {
  for (const one of files) {
    try {
      await upload(seat(), one);
    } catch (trouble) {
      showTrouble(trouble);
    }
  }
  text.focus();
}

function setUpDropping() {
  const chat = document.querySelector(".chat");
  chat.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("dropping"); });
  chat.addEventListener("dragleave", () => form.classList.remove("dropping"));
  chat.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("dropping");
    sendFiles(event.dataTransfer.files);
  });
}

/** On a phone the keyboard would jump up at once. */
function focusWide() {
  if (matchMedia("(min-width: 761px)").matches) text.focus();
}
