"""Phrases: the names that every language fills in. All are plain text; {…} is filled in where they are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    # what a command says; {bot} is the bot's username
    start: str
    help: str
    unknown_command: str
    not_text: str
    too_long: str  # {length}, {limit}
    ask_how: str
    failed: str

    # the credit of an extract; {outlet} with its quotation marks, {speaker} a name and a post
    report_of: str
    report: str
    retold: str
    retold_unnamed: str
    narrative_of: str
    narrative: str
    unnamed_guest: str
    unknown_speaker: str
    asked: str
    no_outlet: str
    no_date: str
    date: str  # {day}, {month}, {year}
    months: tuple[str, ...]
    link: str
    text_author: str  # {author}
    part: str  # {number}, {count}
    quoted: str  # {name}

    # an honest nothing, by the codes of retrieval.answer.WHY_NOT
    why_not: Mapping[str, str]
    suggestions: str

    # inline mode
    inline_nothing: str
    inline_ask: str

    # the terminal; {articles} a number
    terminal_welcome: str
    terminal_prompt: str
    terminal_goodbye: str
