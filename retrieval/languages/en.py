"""English: a question may come in it, no article does; the same names as in the other languages, mostly empty."""

from __future__ import annotations

from retrieval.languages.word_set import word_set

STOP_WORDS = word_set(
    """
    a about an and are as at be by did do does for from has have how in is it its many much of on or s
    than that the there they this to was were what when where which who whom whose why will with
    """
)

ASKING_WORDS = word_set("said say saying says tell think thinks told")
ASKING_FORMS: frozenset[str] = frozenset()
SPEECH_WORDS = word_set("words opinion statement")
FUNCTION_WORDS = STOP_WORDS
TYPICAL_ENDINGS: tuple[str, ...] = ()

LIGHT_WORDS = word_set("year people expert experts happen happened")
PUBLISHING_WORDS = word_set("publish published write wrote article interview")
OUTLET_KINDS = word_set("agency newspaper magazine journal")
ABOUT = word_set("about on")
NOT_BY = word_set("with to from for against")
ACCOUNTS = word_set("opinion statement words view position comment")
ACCOUNT_BEGINNINGS: tuple[str, ...] = ()
WHO = word_set("who")
WHO_ELSE = word_set("is was the this")
BARE_ELSE = word_set("what how")
FOLLOWING = word_set("and")
MONTHS: dict[str, int] = {}
SEASONS: dict[str, tuple[int, int]] = {}
FILTER_LABELS: dict[str, str] = {}

NUMBER_QUESTIONS = """
    how many
    how much
"""
DAY_QUESTIONS = """
    when
    what year
"""
NUMBER_BEGINNINGS: frozenset[str] = frozenset()
DAY_BEGINNINGS: frozenset[str] = frozenset()
QUESTION_WORDS = word_set("who whom whose what which where when why how")
POINTING_WORDS: frozenset[str] = frozenset()
JOINING_WORDS: frozenset[str] = frozenset()
COURSES = """
    how did
    chronology
    timeline
"""
