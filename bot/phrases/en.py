"""English phrases."""

from __future__ import annotations

from bot.phrases.phrases import Phrases

EN = Phrases(
    code="en",
    start=(
        "Hello! I answer with word-for-word extracts from news and interviews: who said it, where and when it was "
        "published. I add nothing of my own.\n\n"
        "Write a question in plain words, in Russian or Kazakh, or begin with one of these. More: /help"
    ),
    help=(
        "Ask what people said in the news, for example: «Почему подорожала буханка?»\n\n"
        "• Here, in the private chat, just write your question, the caption of a picture will do too.\n"
        "• In any other chat type @{bot} and the question and choose an extract.\n"
        "• In a group: /ask and the question, or mention me; in reply to a message, or to a selected part of "
        "it, to ask what is written there.\n"
        "• To check a quotation: /check and its words, or /check in reply to a message that has it.\n\n"
        "You may name who, where and when: «Что Подольцева говорит о Каспии?», and then ask: «а об Урале?»\n\n"
        "The words of a quotation are always as they were printed. Where I find no answer, I say so."
    ),
    unknown_command="I don't know this command. Write a question in plain words, or open /help.",
    not_text="I understand words only: please write your question as text or as the caption of a picture.",
    too_long="Too long: {length} characters, and I take up to {limit}. Please make it shorter.",
    ask_how="Write the question after the command, for example: /ask Почему подорожала буханка?",
    check_how="Write the words to check after the command, or reply with /check to a message that has them.",
    failed="I could not answer: the fault is mine. Please try again.",
    forwarded=(
        "I don't read a forwarded message as a question: please write it yourself. To check a quotation in it, reply "
        "to it with /check."
    ),
    too_many="That is too many questions for one minute; give me a moment, I'll answer again in a minute.",
    forgotten="Done: your last question and your answers ({answers}) are forgotten. Their buttons no longer work.",
    about=(
        "Doslovno answers with extracts from a collection of news and interviews, word for word, with the speaker's "
        "name and the outlet where the article gives them. It makes up no word "
        "around a quotation; there is no language model in it.\n\n"
        "Articles in the collection: {articles} ({languages}), outlets: {outlets}. The outlets: /sources"
    ),
    sources="The collection's outlets and the number of their articles:",
    source_line="{outlet}: {articles}",
    no_source="the text names no outlet: {articles}",
    privacy=(
        "The text of questions and your name are not written to disk or to the log.\n\n"
        "So that the buttons under an answer work, the ids of the chat and the messages, your Telegram id, the "
        "language, references to the extracts shown and what the search was held to (speaker, outlet, dates) are kept "
        "for {days} days; of a quotation that you had checked, the words that differ from print.\n\n"
        "Your last question is remembered for {minutes} minutes, in memory alone: that is how I understand "
        "«а о газе?».\n\n"
        "To delete all this at once: /forget"
    ),
    examples=("Что Сарсекова думает о газе?", "Почему испаряется море?", "Почему подорожала буханка?"),
    more="More ›",
    back="‹ Back",
    context="Context",
    source="Source",
    to_answer="‹ To the answer",
    permalink="Link to these words",
    withdrawn="This extract is not in the collection: most likely the article was changed or withdrawn.",
    outdated="This answer is no longer kept. Please ask again.",
    retold_by=" — as retold by {outlet}",
    retold=" — as retold by the outlet",
    report_of="Somebody's words as retold by {outlet}; whose, the text does not establish:",
    report="Somebody's words as retold by the outlet; whose, the text does not establish:",
    narrative_of="The text of {outlet}:",
    narrative="The outlet's text:",
    within_of=" — in the text of {outlet}",
    within=" — in the outlet's text",
    speaking_in_of="Speaking in the text of {outlet}: ",
    speaking_in="Speaking in the outlet's text: ",
    retold_in_of="In the text of {outlet}, as retold: ",
    retold_in="In the outlet's text, as retold: ",
    retold_there="as retold: ",
    unnamed_voice="an interviewee, not named",
    unknown_voice="a speaker not established",
    and_others=" and others",
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
    filters={"speaker": "speaker", "outlet": "outlet", "since": "from", "until": "to"},
    others="Others speak of it, too:",
    conditions="all conditions",
    unheld="Without ",
    has_unheld="Searched without conditions, there is an answer.",
    everybody="Search everybody",
    everywhere="Search without conditions",
    why_not={
        "empty_question": "The question is empty. Please write it in words.",
        "no_words": "There are no words in the question. Please write it in words.",
        "greeting": "Hello! Ask what people said in the news, and I will answer in their own words. For example:",
        "thanks": "Glad to help! Ask me more.",
        "farewell": "Goodbye! Write whenever you have a question.",
        "small_talk": "I can't make conversation: I only look for what people said in the news. Ask, for example:",
        "about_bot": (
            "I look for the answer in a collection of news and interviews and show the words from there unchanged: "
            "who said them, where and when it was published. I can search one person, one outlet or certain days "
            "alone, and /check tells whether a quotation is in print. More: /help\n\nAsk, for example:"
        ),
        "only_common_words": "The question has only common words. Please name what or whom it is about.",
        "empty_corpus": "The collection of articles is empty: there is nothing to answer from.",
        "no_match": "I found nothing about this in the collection.",
        "weak_match": "I found no exact answer: there are similar words, but I don't pass them for one.",
        "nothing_by_filter": "Held to this, I found nothing about it.",
    },
    silent="{name}: I found no words about this.",
    silent_nearest="{name}: I found no words about this. The nearest:",
    silent_but="{name}: I found no words about this. What is written about it:",
    unknown_name="The name {name} is not in the collection.",
    nearest="No exact answer was found. The nearest:",
    show_nearest="Show the nearest",
    not_a_day="{value}: there is no such date.",
    undated="Undated: {count}",
    show_undated="Show the undated",
    in_language={"ru": "in Russian", "kk": "in Kazakh", "en": "in English"},
    suggestions="Perhaps you meant:",
    covers="Articles in the collection: {articles}",
    covers_days=", known dates {first} – {last}",
    covers_people="Among those quoted most: ",
    word_for_word="Word for word.",
    word_for_word_but="Word for word, but {but}.",
    cut="Word for word, but cut short. In print there is more here:",
    altered="Not word for word. In print it differs:",
    joined="Words from different places joined into one quotation:",
    left_out="left out: ",
    not_printed=" — not in print",
    not_said="The collection has no such words.",
    not_said_here="That only means that its articles ({articles}) don't have them, not that nobody said them.",
    printed_as={
        "report": "the outlet's retelling",
        "narration": "the outlet's own text",
        "headline": "a headline",
        "question": "the interviewer's question",
        "caption": "a caption",
        "page": "a line of the page beside the article",
    },
    is_printed_as="It is {what}.",
    credits={
        "partly": "some of these words are not those of {alleged}",
        "unsettled": "it is {speakers} who says it, and whether that is {alleged} is not established from the text",
        "unnamed": "who says it is not established from the text, nor does it confirm that it is {alleged}",
        "nobodys": "it is {what}, not the words of {alleged}",
        "anothers": "somebody else says it: {speakers}, not {alleged}",
    },
    inline_nothing="Nothing found. Ask in chat",
    inline_ask="Ask in chat",
    near_title="Near: {title}",
    inline_open="Open in the bot",
    stats=(
        "Articles: {articles}, files refused: {refused}\n"
        "Answers kept: {answers}\n"
        "Since the start, questions: {questions}, of them answered: {found}, nearly: {near}; inline queries: {inline}; "
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
        "check": "Check a quotation",
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
