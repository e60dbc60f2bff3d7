"""A local Bot API and a web chat: the bot tried and tested without Telegram.

In reading order: `world` (who and what there is), `people` (what they do, and what the bot gets to know of it),
`bot_api` (what the bot asks for), `web_chat` and `web` (the page), `server` (both on one loopback port),
`bot_process` (the real bot behind it), `__main__` (the command line).
"""
