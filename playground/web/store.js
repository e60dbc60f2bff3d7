// What the page knows: people, chats, messages, who is writing and which conversation is open.

export const store = {
  bot: null,
  users: new Map(),
  chats: new Map(),
  messages: new Map(),
  me: null,
  place: null, // { chatId, thread }
  actions: new Map(),
  seen: new Map(),
};

const listeners = new Map();

/** Call `listener` whenever something of this kind changed. */
export function on(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) || []), listener]);
}

export function tell(kind, data) {
  for (const listener of listeners.get(kind) || []) listener(data);
}

export function takeSnapshot({ bot, users, chats, messages }) {
  store.bot = bot;
  store.users = new Map(users.map((user) => [user.id, user]));
  store.chats = new Map(chats.map((chat) => [chat.id, chat]));
  store.messages = new Map(chats.map((chat) => [chat.id, new Map()]));
  for (const message of messages) store.messages.get(message.chat.id).set(message.message_id, message);
  const remembered = Number(sessionStorage.getItem("speaker"));
  store.me = store.users.has(store.me) ? store.me : store.users.has(remembered) ? remembered : users[0].id;
  if (!store.place || !conversations().some((one) => sameAs(one, store.place))) store.place = conversations()[0];
  for (const user of users) for (const one of conversations(user.id)) if (!store.seen.has(seenKey(one, user.id))) see(one, user.id);
  tell("snapshot");
}

export function takeMessage(message) {
  const known = store.messages.get(message.chat.id);
  const isNew = !known.has(message.message_id);
  known.set(message.message_id, message);
  if (message.from.id === store.bot.id) store.actions.delete(placeKey(placeOf(message)));
  if (sameAs(placeOf(message), store.place)) see(store.place);
  tell("message", { message, isNew });
}

/** The conversations of a person: the private chat, then each group's General and topics. */
export function conversations(userId = store.me) {
  const mine = [...store.chats.values()].filter((chat) => isIn(chat, userId) && !chat.migrated_to);
  return mine.sort((one, other) => (one.type === "private" ? 0 : 1) - (other.type === "private" ? 0 : 1)).flatMap((chat) => {
    const threads = [null, ...(chat.topics || []).map((topic) => topic.thread)];
    return threads.map((thread) => ({ chatId: chat.id, thread }));
  });
}

const isIn = (chat, userId) => ["creator", "administrator", "member"].includes((chat.members || {})[userId]);

export const sameAs = (one, other) => Boolean(one && other) && one.chatId === other.chatId && one.thread === other.thread;
export const placeOf = (message) => ({ chatId: message.chat.id, thread: message.is_topic_message ? message.message_thread_id : null });
export const placeKey = ({ chatId, thread }) => `${chatId}/${thread ?? ""}`;
export const seat = () => ({ user_id: store.me, chat_id: store.place.chatId, thread: store.place.thread });
export const chatOf = (place) => store.chats.get(place.chatId);
export const isForum = (chat) => Boolean((chat.topics || []).length);

export function messagesOf(place) {
  return [...(store.messages.get(place.chatId) || new Map()).values()].filter((message) => sameAs(placeOf(message), place));
}

export function titleOf(place) {
  const chat = chatOf(place);
  if (chat.type === "private") return store.bot.first_name;
  if (!isForum(chat)) return chat.title;
  return place.thread === null ? "Общая тема" : chat.topics.find((topic) => topic.thread === place.thread).name;
}

export function openPlace(place) {
  store.place = place;
  see(place);
  tell("place");
}

export function speakAs(userId) {
  store.me = userId;
  sessionStorage.setItem("speaker", userId);
  const still = conversations().find((one) => sameAs(one, store.place));
  store.place = still || conversations()[0];
  see(store.place);
  tell("speaker");
}

const seenKey = (place, userId) => `${userId}:${placeKey(place)}`;

export function see(place, userId = store.me) {
  store.seen.set(seenKey(place, userId), messagesOf(place).at(-1)?.message_id || 0);
}

export function unreadOf(place) {
  const seen = store.seen.get(seenKey(place, store.me)) || 0;
  return messagesOf(place).filter((message) => message.message_id > seen && message.from.id !== store.me).length;
}
