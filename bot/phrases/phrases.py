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
    examples: tuple[str, ...]  # questions to tap, each with an answer in the sample corpus

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
    retold_by: str  # behind the speaker of reported words; {outlet}
    retold: str
    report_of: str  # where no speaker is named; {outlet}
    report: str
    narrative_of: str
    narrative: str
    within_of: str  # behind the one who speaks in an outlet's text; {outlet}
    within: str
    speaking_in_of: str  # before several; {outlet}
    speaking_in: str
    retold_in_of: str  # before those whom it only reports; {outlet}
    retold_in: str
    retold_there: str  # the same behind those who speak
    unnamed_voice: str
    unknown_voice: str
    and_others: str
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
    others: str  # above what others say of it, behind a person's own words
    conditions: str  # several of them, on the button that takes them away
    unheld: str
    has_unheld: str
    everybody: str  # a button, where people alone are named
    everywhere: str

    # an honest nothing, by the codes of retrieval.answer.WHY_NOT
    why_not: Mapping[str, str]
    silent: str  # {name}, as in the line of what a question names
    silent_nearest: str  # {name}
    silent_but: str  # {name}
    unknown_name: str  # {name}
    nearest: str  # above the words that are near and may not answer
    show_nearest: str
    not_a_day: str  # {value} as it was written
    undated: str  # {count} articles
    show_undated: str
    in_language: Mapping[str, str]  # marks an extract in another language than the question's, by its code
    suggestions: str
    covers: str  # {articles}
    covers_days: str  # {first}, {last}
    covers_people: str

    # a quotation that was checked
    word_for_word: str
    word_for_word_but: str  # {but}, one of credits
    cut: str
    altered: str
    joined: str
    left_out: str
    not_printed: str
    not_said: str
    not_said_here: str  # {articles}
    printed_as: Mapping[str, str]  # by the values of retrieval.verify.PrintedAs, without speech
    is_printed_as: str  # {what}
    credits: Mapping[str, str]  # by the values of retrieval.verify.Credit: {alleged}, {speakers}, {what}

    # inline mode
    inline_nothing: str
    inline_ask: str
    near_title: str  # {title}
    inline_open: str

    # the administrator's
    stats: str  # {articles}, {refused}, {answers}, {questions}, {found}, {near}, {inline}, {errors}, {uptime}
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
