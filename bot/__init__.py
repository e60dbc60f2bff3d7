"""How it is said in Telegram: the application, its handlers and its messages."""
