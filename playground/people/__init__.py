"""People: what users do in the chats, and what the bot gets to know of it."""
