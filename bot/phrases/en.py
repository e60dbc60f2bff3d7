"""English phrases."""

from __future__ import annotations

from bot.phrases.phrases import Phrases

EN = Phrases(
    start=(
        "Hello! I answer with word-for-word extracts from news and interviews: who said it, where and when it was "
        "published. I add nothing of my own.\n\n"
        "Write a question in plain words, in Russian or Kazakh. More: /help"
    ),
    help=(
        "Ask what people said in the news, for example: «Что эксперты думают о транспортных коридорах?»\n\n"
        "• Here, in the private chat, every message is a question.\n"
        "• In any other chat type @{bot} and the question and choose an extract.\n"
        "• In a group: /ask and the question.\n\n"
        "The words of a quotation are always as they were printed. Where the collection has no answer, I say so."
    ),
    unknown_command="I don't know this command. Write a question in plain words, or open /help.",
    not_text="I understand text only: please write your question in words.",
    too_long="The question is too long: {length} characters, and I take up to {limit}. Please ask more briefly.",
    ask_how="Write the question after the command, for example: /ask Что говорили об экспорте зерна?",
    failed="I could not answer: the fault is mine. Please try again.",
    report_of="As reported by {outlet}:",
    report="As reported by the outlet:",
    retold=" — in the outlet's retelling",
    retold_unnamed="Somebody's words retold, the speaker is not named",
    narrative_of="The text of {outlet}:",
    narrative="The outlet's text:",
    unnamed_guest="The outlet's interviewee, not named in the text",
    unknown_speaker="Who said this is not established from the text",
    asked="Asked by the outlet: ",
    no_outlet="the text names no outlet",
    no_date="no date given",
    date="{day} {month} {year}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    link="source",
    text_author="text by {author}",
    part="part {number} of {count}",
    quoted="“{name}”",
    why_not={
        "empty_question": "The question is empty. Please write it in words.",
        "no_words": "There are no words in the question. Please write it in words.",
        "only_common_words": "The question has only common words. Please name what or whom it is about.",
        "empty_corpus": "The collection of articles is empty: there is nothing to answer from.",
        "no_match": "The collection has nothing about this.",
        "weak_match": "The collection has no answer to this: only distantly similar words, which I don't pass for one.",
    },
    suggestions="You could ask: ",
    inline_nothing="Nothing found. Ask in chat",
    inline_ask="Ask in chat",
    terminal_welcome="Doslovno. Articles in the collection: {articles}. Write a question; Ctrl-D ends.",
    terminal_prompt="Question: ",
    terminal_goodbye="Goodbye!",
)
