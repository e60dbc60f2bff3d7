"""State: what the bot remembers between starts, in state.sqlite under the state folder."""

from bot.state.answers import DAYS_KEPT, Asked, Kept, KeptAnswers
from bot.state.base import State, open_state
from bot.state.contents import Contents

__all__ = ["DAYS_KEPT", "Asked", "Contents", "Kept", "KeptAnswers", "State", "open_state"]
