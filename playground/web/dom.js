// Elements, built node by node: no text ever becomes markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  reply: "M10 7L4 12l6 5v-3.4c5 0 8 1.4 10 4.4-.6-5-3.6-8.2-10-8.6z",
  edit: "M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19z",
  remove: "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5",
  close: "M6 6l12 12M18 6L6 18",
  away: "M8 5H5v14h14v-3M13 5h6v6M19 5l-9 9",
  file: "M7 3.5h7l4 4v13H7zM14 3.5v4h4",
  unfold: "M6 9l6 6 6-6",
};

/** An element with attributes, properties that begin with "on" as listeners, and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A person's initials in the colour of their id, or the bot's mark. */
export function fillAvatar(element, { id, name, isBot, extra = "" }) {
  element.className = `avatar ${isBot ? "" : tone(id)} ${extra}`.trim();
  element.replaceChildren(isBot ? make("img", { src: "/web/mark.svg", alt: "" }) : initials(name));
  return element;
}

export const avatar = (shown) => fillAvatar(make("span", { "aria-hidden": "true" }), shown);

export const tone = (id) => `tone-${Math.abs(Number(id)) % 6}`;

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => Array.from(word)[0].toUpperCase()).join("");
}

export const fullName = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

const clockTime = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" });
const calendarDay = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" });

export const timeOf = (seconds) => clockTime.format(new Date(seconds * 1000));

export function dayOf(seconds) {
  const day = new Date(seconds * 1000);
  return day.toDateString() === new Date().toDateString() ? "Сегодня" : calendarDay.format(day);
}
