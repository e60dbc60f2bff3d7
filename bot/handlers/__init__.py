"""Handlers: updates -> replies. They unpack, ask and send; what is answered and how it is put is decided elsewhere."""

from bot.handlers.routes import add_handlers

__all__ = ["add_handlers"]
