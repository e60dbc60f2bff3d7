// Inline mode: results as one types @bot …, a page at a time, and the choice of one.

import { act } from "./server.js";
import { make } from "./dom.js";
import { hidePanel, onPanelEnd, showPanel } from "./panel.js";
import { on, seat, store } from "./store.js";
import { showTrouble } from "./notices.js";

const PAUSE = 220;
let asked = null; // { query, results, queryIds, next, waiting, button }
let timer = 0;
let deeds = {};

export function setUpInline(chosenDeeds) {
  deeds = chosenDeeds;
  on("inline_answer", takeAnswer);
  on("place", forget);
  on("speaker", forget);
  onPanelEnd(() => { if (asked?.next && !asked.waiting) ask(asked.next); });
}

/** The query in a text that calls the bot inline; null where it does not. */
export function inlineQuery(text) {
  const match = text.match(/^@(\w+)\s([\s\S]*)$/);
  return match && match[1].toLowerCase() === store.bot.username.toLowerCase() ? match[2].trim() : null;
}

export function askInline(query) {
  if (asked && asked.query === query) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    asked = { query, results: [], next: "", waiting: true, button: null };
    show();
    ask("");
  }, PAUSE);
}

export function forget() {
  clearTimeout(timer);
  if (asked) hidePanel();
  asked = null;
}

async function ask(offset) {
  asked.waiting = true;
  try {
    await act("ask-inline", { ...seat(), query: asked.query, offset });
  } catch (trouble) {
    showTrouble(trouble);
  }
}

function takeAnswer(answer) {
  if (!asked || answer.user_id !== store.me || answer.query !== asked.query.slice(0, 256)) return;
  const page = answer.results.map((result) => ({ ...result, queryId: answer.query_id }));
  asked = {
    ...asked, waiting: false, next: answer.next_offset, button: answer.button,
    results: answer.offset ? [...asked.results, ...page] : page,
  };
  show();
}

function show() {
  const heading = make(
    "div", { class: `panel-head ${asked.waiting ? "waiting" : ""}` },
    make("span", {}, asked.query ? `@${store.bot.username}: «${asked.query}»` : `@${store.bot.username}: напишите, что искать`),
  );
  showPanel("Результаты", heading, asked.results.map(card), tail());
}

function card(result) {
  const element = make(
    "div", { class: "card result" }, make("strong", {}, result.title),
    result.description ? make("span", {}, result.description) : null,
  );
  return { element, pick: () => choose(result) };
}

function tail() {
  const { button, results, waiting } = asked;
  const nothing = !results.length && !waiting && !button;
  return [
    nothing ? make("p", { class: "panel-empty" }, "Ничего не найдено") : null,
    button ? make("button", { type: "button", class: "panel-button", onclick: () => follow(button) }, button.text) : null,
  ].filter(Boolean);
}

function follow(button) {
  deeds.clear();
  deeds.start(button.start_parameter || "");
}

async function choose(result) {
  const query = asked.query;
  forget();
  deeds.clear();
  try {
    await act("choose", { ...seat(), query, query_id: result.queryId, result_id: result.id });
  } catch (trouble) {
    showTrouble(trouble);
  }
}
