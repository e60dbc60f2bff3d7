"""Messages: an Answer -> what is shown of it, within Telegram's limits; pure."""

from bot.message.answer_page import AnswerPage, Frame, answer_page, context_page, id_in
from bot.message.messages import InlineCard, answer_text, inline_cards, notice
from bot.message.nothing import nothing_page

__all__ = [
    "AnswerPage",
    "Frame",
    "InlineCard",
    "answer_page",
    "answer_text",
    "context_page",
    "id_in",
    "inline_cards",
    "nothing_page",
    "notice",
]
