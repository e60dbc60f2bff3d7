"""Phrases: what the bot itself says. A language is a module of data with the same names in each."""

from bot.phrases.choice import phrases_for
from bot.phrases.phrases import Phrases

__all__ = ["Phrases", "phrases_for"]
