// A message's text and entities as nodes. Offsets are UTF-16 units, which is how JavaScript counts too.

import { icon, make } from "./dom.js";

const SIMPLE = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
};
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

/** `deeds` says what a tap on a command, a mention or a link of the bot's does. */
export function formatted(text, entities, deeds, from = 0, to = text.length) {
  const nodes = [];
  let rest = [...(entities || [])];
  let at = from;
  while (rest.length) {
    const [entity, ...others] = rest;
    const start = Math.max(entity.offset, at);
    const stop = Math.min(entity.offset + entity.length, to);
    rest = others.filter((other) => other.offset >= stop);
    if (start >= stop) continue;
    const inside = others.filter((other) => other.offset < stop);
    nodes.push(text.slice(at, start));
    nodes.push(marked(entity, text.slice(start, stop), formatted(text, inside, deeds, start, stop), deeds));
    // A block ends its line by itself.
    at = BLOCKS.has(entity.type) && text[stop] === "\n" ? stop + 1 : stop;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== "");
}

function marked(entity, words, inner, deeds) {
  switch (entity.type) {
    case "blockquote": return make("blockquote", {}, inner);
    case "expandable_blockquote": return foldedQuote(inner);
    case "spoiler": return make("span", { class: "spoiler", onclick: (event) => event.currentTarget.classList.add("open") }, inner);
    case "text_link": return link(entity.url, inner, deeds);
    case "url": return link(words.includes("://") ? words : `https://${words}`, inner, deeds);
    case "email": return link(`mailto:${words}`, inner, deeds);
    case "bot_command": return tappable(inner, () => deeds.say(words));
    case "mention": return tappable(inner, () => deeds.begin(`${words} `));
    default: return make(SIMPLE[entity.type] || "span", {}, inner);
  }
}

function foldedQuote(inner) {
  const toggle = (event) => {
    if (event.type === "click" && event.target.closest("a")) return;
    if (String(getSelection())) return;
    const folded = quote.classList.toggle("folded");
    button.setAttribute("aria-expanded", String(!folded));
    button.setAttribute("aria-label", folded ? "Развернуть цитату" : "Свернуть цитату");
  };
  const attributes = { type: "button", class: "unfold", "aria-label": "Развернуть цитату", "aria-expanded": "false" };
  const button = make("button", attributes, icon("unfold"));
  const quote = make("blockquote", { class: "expandable folded", onclick: toggle }, make("div", { class: "quoted" }, inner), button);
  return quote;
}

/** Once they are laid out: quotes that fit, or nearly, are shown whole and need no button. */
export function settleQuotes(root) {
  for (const quote of root.querySelectorAll("blockquote.folded")) {
    const words = quote.firstElementChild;
    if (words.scrollHeight <= words.clientHeight * 1.5) quote.classList.replace("folded", "short");
  }
}

function tappable(inner, deed) {
  const tap = (event) => { event.preventDefault(); deed(); };
  return make("a", { href: "#", onclick: tap }, inner);
}

export function link(address, inner, deeds) {
  const start = startOf(address, deeds.botName);
  if (start !== null) return tappable(inner, () => deeds.start(start));
  const safe = /^(https?:|mailto:)/i.test(address);
  return safe ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inner) : make("span", {}, inner);
}

/** The parameter of a link that starts this bot: t.me/<bot>?start=… ; null for any other link. */
export function startOf(address, botName) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const here = url.hostname === "t.me" && url.pathname.toLowerCase() === `/${botName.toLowerCase()}`;
  return here ? url.searchParams.get("start") || "" : null;
}
