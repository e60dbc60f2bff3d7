"""State: what the bot remembers between starts, in state.sqlite under the state folder."""

from bot.state.answers import DAYS_KEPT, Asked, Kept, KeptAnswers
from bot.state.base import State, open_state

__all__ = ["DAYS_KEPT", "Asked", "Kept", "KeptAnswers", "State", "open_state"]
