"""Answer record: an Answer as the JSON that the command line gives (the shape is fixed: keys may only be
added at the end)."""

from __future__ import annotations

from bot.jsonl import Record
from retrieval.answer import Answer
from retrieval.extract import Extract


def answer_record(answer: Answer) -> Record:
    return {
        "question": answer.question,
        "language": answer.language,
        "found": answer.found,
        "why_not": answer.why_not,
        "suggestions": list(answer.suggestions),
        "extracts": [extract_record(extract) for extract in answer.extracts],
        "filters": [{"kind": each.kind.value, "value": each.value} for each in answer.filters],
        "unfiltered": answer.unfiltered,
        "nearest": [extract_record(extract) for extract in answer.nearest],
        "own": answer.own,
        "relaxed": [{"kind": each.kind.value, "value": each.value} for each in answer.relaxed],
        "refused": answer.refused,
        "undated": answer.undated,
        "unknown": answer.unknown,
        "posts": list(answer.posts),
        "person": answer.person,
    }


def extract_record(extract: Extract) -> Record:
    return {
        "text": extract.text,
        "spans": [[span.start, span.stop] for span in extract.spans],
        "article": extract.article,
        "kind": extract.kind.value,
        "speaker": extract.speaker,
        "role": extract.role,
        "outlet": extract.outlet,
        "author": extract.author,
        "title": extract.title,
        "date": extract.date.isoformat() if extract.date else None,
        "url": extract.url,
        "asked": extract.asked,
        "score": extract.score,
        "within": [
            {"text": voice.text, "speaker": voice.speaker, "role": voice.role, "kind": voice.kind.value}
            for voice in extract.within
        ],
    }
