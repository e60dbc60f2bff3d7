// Short notices: troubles, and what a button says back.

import { make } from "./dom.js";

const toasts = document.getElementById("toasts");
const dialog = document.getElementById("alert");

export function showToast(text) {
  const toast = make("div", { class: "toast" }, text);
  toasts.append(toast);
  setTimeout(() => toast.remove(), 4000);
}

export const showTrouble = (error) => showToast(error.message);

export function showAlert(text) {
  document.getElementById("alert-text").textContent = text;
  dialog.showModal();
}
