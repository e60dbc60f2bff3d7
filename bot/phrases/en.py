"""English phrases."""

from __future__ import annotations

from bot.phrases.phrases import Phrases

EN = Phrases(
    code="en",
    start=(
        "Hello! I answer with word-for-word extracts from news and interviews: who said it, where and when it was "
        "published. I add nothing of my own.\n\n"
        "Write a question in plain words, in Russian or Kazakh. More: /help"
    ),
    help=(
        "Ask what people said in the news, for example: «Что эксперты думают о транспортных коридорах?»\n\n"
        "• Here, in the private chat, every message is a question.\n"
        "• In any other chat type @{bot} and the question and choose an extract.\n"
        "• In a group: /ask and the question, or mention me; in reply to a message, to ask about that one.\n\n"
        "The words of a quotation are always as they were printed. Where the collection has no answer, I say so."
    ),
    unknown_command="I don't know this command. Write a question in plain words, or open /help.",
    not_text="I understand text only: please write your question in words.",
    too_long="The question is too long: {length} characters, and I take up to {limit}. Please ask more briefly.",
    ask_how="Write the question after the command, for example: /ask Что говорили об экспорте зерна?",
    failed="I could not answer: the fault is mine. Please try again.",
    forwarded="I don't read a forwarded message as a question. Please write it yourself.",
    too_many="That is too many questions for one minute; give me a moment, I'll answer again in a minute.",
    forgotten="Done: answers forgotten: {answers}. Their buttons no longer work.",
    about=(
        "Doslovno answers with extracts from a collection of news and interviews, word for word, with the speaker's "
        "name and the outlet. It makes up no word around a quotation; there is no language model in it.\n\n"
        "Articles in the collection: {articles} ({languages}), outlets: {outlets}. The outlets: /sources"
    ),
    sources="The collection's outlets and the number of their articles:",
    source_line="{outlet}: {articles}",
    no_source="the text names no outlet: {articles}",
    privacy=(
        "The text of questions and names are not kept and not logged.\n\n"
        "So that the buttons under an answer work, the ids of the chat and the messages, your Telegram id, the "
        "language and references to the extracts shown are kept for {days} days. To delete this at once: /forget"
    ),
    examples=("Что со стерлядью в Иртыше?", "Что говорят о студентах?", "Что с экспортом зерна?"),
    more="More ›",
    back="‹ Back",
    context="Context",
    source="Source",
    to_answer="‹ To the answer",
    permalink="Link to these words",
    withdrawn="This extract is no longer in the collection: the article was changed or withdrawn.",
    outdated="This answer is out of date and no longer kept. Please ask again.",
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
        "greeting": "Hello! Ask what people said in the news, and I will answer in their own words.",
        "only_common_words": "The question has only common words. Please name what or whom it is about.",
        "empty_corpus": "The collection of articles is empty: there is nothing to answer from.",
        "no_match": "The collection has nothing about this.",
        "weak_match": "The collection has no answer to this: only distantly similar words, which I don't pass for one.",
        "nothing_by_filter": "The collection has nothing about this by the person, outlet or dates that you named.",
    },
    suggestions="You could ask: ",
    inline_nothing="Nothing found. Ask in chat",
    inline_ask="Ask in chat",
    inline_open="Open in the bot",
    stats=(
        "Articles: {articles}, files refused: {refused}\n"
        "Answers kept: {answers}\n"
        "Since the start, questions: {questions}, of them answered: {found}; inline queries: {inline}; "
        "errors: {errors}\nRunning for: {uptime}"
    ),
    version="Doslovno {version}, Python {python}, python-telegram-bot {library}",
    reload_reading="Reading the collection…",
    reload_articles="Articles read: {done} of {total}",
    reload_passages="Articles made ready to be found: {done} of {total}",
    reload_busy="The collection is being read already; please wait for the end.",
    reload_done="Done, articles: {articles}.",
    reload_same="Nothing has changed.",
    reload_failed="It did not work out, the collection stays as it was: {reason}",
    reload_empty="no article could be read",
    added="Added",
    changed="Changed",
    removed="Removed",
    refused="Refused",
    and_more="… and {count} more",
    upload_saved="{file} is taken; reading the collection.",
    upload_refused="{file} is not taken: {reason}",
    upload_name="the name will not do: letters, digits, space, dot, hyphen or underscore, and .txt or .md at the end",
    upload_large="it has {size} MB, I take up to {limit}",
    upload_lost="it could not be saved or read",
    error_report="Error: {kind}, {place}",
    commands={
        "ask": "Ask a question",
        "help": "How to ask, with examples",
        "about": "What this is and what it covers",
        "sources": "The collection's outlets",
        "privacy": "What is kept",
        "forget": "Forget my answers",
        "reload": "Read the collection again",
        "stats": "State",
        "version": "Version",
    },
    terminal_welcome="Doslovno. Articles in the collection: {articles}. Write a question; Ctrl-D ends.",
    terminal_prompt="Question: ",
    terminal_goodbye="Goodbye!",
)
