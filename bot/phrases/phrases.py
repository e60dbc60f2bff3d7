"""Phrases: the names that every language fills in. All are plain text; {…} is filled in where they are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    code: str  # the language's

    # what a command says; {bot} is the bot's username
    start: str
    help: str
    unknown_command: str
    not_text: str
    too_long: str  # {length}, {limit}
    ask_how: str
    check_how: str
    failed: str
    forwarded: str
    too_many: str
    forgotten: str  # {answers} a number
    about: str  # {articles}, {languages}, {outlets} numbers and words
    sources: str
    source_line: str  # {outlet}, {articles}
    no_source: str  # {articles}
    privacy: str  # {days}, {minutes}
    examples: tuple[str, ...]  # questions that /help offers to tap

    # the buttons under an answer and what they lead to
    more: str
    back: str
    context: str
    source: str
    to_answer: str
    permalink: str
    withdrawn: str
    outdated: str

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

    # what a question names, by the values of retrieval.naming.FilterKind, and an answer without that
    filters: Mapping[str, str]
    conditions: str  # several of them, on the button that takes them away
    unheld: str
    has_unheld: str
    everybody: str

    # an honest nothing, by the codes of retrieval.answer.WHY_NOT
    why_not: Mapping[str, str]
    silent: str  # {name}
    suggestions: str
    covers: str  # {articles}
    covers_days: str  # {first}, {last}
    covers_people: str

    # a quotation that was checked
    word_for_word: str
    altered: str
    joined: str
    left_out: str
    not_printed: str
    not_said: str
    not_said_here: str  # {articles}

    # inline mode
    inline_nothing: str
    inline_ask: str
    inline_open: str

    # the administrator's
    stats: str  # {articles}, {refused}, {answers}, {questions}, {found}, {inline}, {errors}, {uptime}
    version: str  # {version}, {python}, {library}
    reload_reading: str
    reload_articles: str  # {done}, {total}
    reload_passages: str  # {done}, {total}
    reload_busy: str
    reload_done: str  # {articles}
    reload_same: str
    reload_failed: str  # {reason}
    reload_empty: str
    added: str
    changed: str
    removed: str
    refused: str
    and_more: str  # {count}
    upload_saved: str  # {file}
    upload_refused: str  # {file}, {reason}
    upload_name: str
    upload_large: str  # {size}, {limit} in MB
    upload_lost: str  # {file}
    error_report: str  # {kind}, {place}

    # what the menu of commands says of each
    commands: Mapping[str, str]

    # the terminal; {articles} a number
    terminal_welcome: str
    terminal_prompt: str
    terminal_goodbye: str
