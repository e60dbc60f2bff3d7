"""The local Bot API: what Telegram answers to a bot, and what it refuses, in Telegram's words.

In reading order: `server` takes a request, `request` reads it, `dispatch` finds the method, `parameters` checks what
was given, `methods/` does the work; `limits`, `html_entities`, `markup` and `inline_results` say what is refused.
"""
