"""Messages: an Answer -> what is shown of it, within Telegram's limits; pure."""

from bot.message.messages import InlineCard, answer_messages, answer_text, inline_card, notice

__all__ = ["InlineCard", "answer_messages", "answer_text", "inline_card", "notice"]
