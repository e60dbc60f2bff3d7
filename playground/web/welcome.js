// What a conversation without messages says.

import { make } from "./dom.js";
import { chatOf, store } from "./store.js";

export function welcome(deeds) {
  const isPrivate = chatOf(store.place).type === "private";
  return make(
    "section", { class: "welcome" },
    make("div", { class: "guillemets", "aria-hidden": "true" }, "«…»"),
    ...(isPrivate ? privateWords(deeds) : groupWords()),
  );
}

function privateWords(deeds) {
  return [
    make("h2", {}, "Спросите — ответят цитатой"),
    make("p", {}, "Бот ищет в статьях и интервью и отвечает словами тех, кто их сказал: с именем, должностью и изданием. От себя он ничего не добавляет."),
    make("button", { type: "button", onclick: () => deeds.say("/start") }, "Начать"),
  ];
}

function groupWords() {
  const name = `@${store.bot.username}`;
  return [
    make("h2", {}, "Здесь бот говорит, когда его спросят"),
    make(
      "p", {}, "Упомяните ", make("code", {}, name), ", ответьте на его сообщение или напишите ", make("code", {}, "/ask"),
      ". Остальное он не читает.",
    ),
  ];
}
