// The panel above the text box: a list to pick from with arrows or a tap.

import { make } from "./dom.js";

const panel = document.getElementById("panel");
const text = document.getElementById("text");
let options = [];
let chosen = -1;

/** Show a heading, cards { element, pick } and whatever follows them. */
export function showPanel(label, heading, cards, tail = []) {
  const kept = chosen < cards.length ? chosen : -1;
  options = cards;
  cards.forEach(({ element, pick }, index) => {
    element.id = `option-${index}`;
    element.setAttribute("role", "option");
    element.addEventListener("click", pick);
  });
  panel.replaceChildren(heading, make("div", { role: "listbox", id: "options", "aria-label": label }, cards.map((card) => card.element)), ...tail);
  panel.hidden = false;
  text.setAttribute("aria-controls", "options");
  select(kept);
}

export function hidePanel() {
  options = [];
  chosen = -1;
  panel.hidden = true;
  panel.replaceChildren();
  text.removeAttribute("aria-controls");
  text.removeAttribute("aria-activedescendant");
}

export const isOpen = () => !panel.hidden;

/** True where the key was for the panel. */
export function panelKey(key) {
  if (!isOpen()) return false;
  if (key === "Escape") { hidePanel(); return true; }
  if (!options.length) return false;
  if (key === "ArrowDown") { select((chosen + 1) % options.length); return true; }
  if (key === "ArrowUp") { select(chosen > 0 ? chosen - 1 : options.length - 1); return true; }
  if (key === "Enter" && chosen >= 0) { options[chosen].pick(); return true; }
  return false;
}

export function onPanelEnd(listener) {
  panel.addEventListener("scroll", () => {
    if (panel.scrollHeight - panel.scrollTop - panel.clientHeight < 120) listener();
  }, { passive: true });
}

function select(index) {
  chosen = index;
  options.forEach(({ element }, place) => element.setAttribute("aria-selected", String(place === chosen)));
  const element = options[chosen]?.element;
  if (!element) return text.removeAttribute("aria-activedescendant");
  text.setAttribute("aria-activedescendant", element.id);
  return element.scrollIntoView({ block: "nearest" });
}
