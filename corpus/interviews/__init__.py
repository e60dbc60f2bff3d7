"""Interviews: whose words each paragraph is, an interviewer's or a guest's."""

from corpus.interviews.find import interview_of
from corpus.interviews.turn import Interview, Turn

__all__ = ["Interview", "Turn", "interview_of"]
