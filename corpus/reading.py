"""Reading: a text the way the rules read it, and the way back to the text as it was given.

The text itself is never changed. Scraping leaves letters taken apart («и» and a breve for «й»), soft hyphens, stress
marks, spaces of many widths, line ends of other systems, and Latin letters that only look like Cyrillic ones. Each of
them would hide a name or the end of a line, so the rules look at a reading without them.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass

from corpus.span import Span

# Characters that are read as another one, and so leave every place where it is.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_HYPHENS = "\u2010\u2011"
_PLAIN = str.maketrans(
    {**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_LINE_ENDS, "\n"), **dict.fromkeys(_HYPHENS, "-")}
)

# «Axметов», «A. Смаилов»: Latin letters in a Cyrillic word, and a Latin initial before one.
_LATIN, _CYRILLIC = "a-zA-Zə", "\u0400-\u04ff"
_BOTH = _LATIN + _CYRILLIC
_MIXED = re.compile(rf"(?<![{_BOTH}])(?:[{_LATIN}]+[{_CYRILLIC}]|[{_CYRILLIC}]+[{_LATIN}])[{_BOTH}]*")
_INITIAL = re.compile(rf"\b[ABCEHKMOPTXY]\.(?=[ \u00a0]?(?:[{_CYRILLIC}]\.[ \u00a0]?)?[{_CYRILLIC}]{{2}})")
_LOOK_ALIKES = "aceiopxyhəABCEHIKMOPTXY"
_TWINS = str.maketrans(_LOOK_ALIKES, "асеіорхуһәАВСЕНІКМОРТХУ")
_OTHER_LATIN = re.compile(f"(?![{_LOOK_ALIKES}])[{_LATIN}]")

# Characters that take more room than what is read.
_SHRINKING = re.compile("[^\\W\\d_][\u0300-\u036f]+|[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
_STRESS = re.compile("[\u0300\u0301]")


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` to read; ``starts`` and ``stops`` are the places of each of its characters in the text as given, null
    where they are the same."""

    text: str
    starts: array[int] | None = None
    stops: array[int] | None = None

    def given(self, span: Span) -> Span:
        """The place in the text as given of what stands at ``span`` of the reading."""
        if self.starts is None or self.stops is None or not span:
            return span
        return Span(self.starts[span.start], self.stops[span.stop - 1])

    def read(self, span: Span) -> Span:
        """The place in the reading of what stands at ``span`` of the text as given."""
        if self.starts is None:
            return span
        return Span(bisect_left(self.starts, span.start), bisect_left(self.starts, span.stop))


def reading_of(text: str) -> Reading:
    """``text`` without what hides names and line ends. The cost is linear; plain text is its own reading."""
    plain = _INITIAL.sub(_cyrillic, _MIXED.sub(_cyrillic, text.translate(_PLAIN)))
    return _shortened(plain) if _SHRINKING.search(plain) else Reading(plain)


def _cyrillic(match: re.Match[str]) -> str:
    """A word of Cyrillic letters and their twins in Cyrillic letters; «IT-отрасль», «Wi-Fi», «iОтзыв» as they are."""
    return match[0] if _OTHER_LATIN.search(match[0]) else match[0].translate(_TWINS)


def _shortened(text: str) -> Reading:
    pieces, starts, stops, done = [], array("L"), array("L"), 0
    for match in _SHRINKING.finditer(text):
        letters = _composed(match[0])
        pieces += [text[done : match.start()], letters]
        starts.extend([*range(done, match.start()), *[match.start()] * len(letters)])
        stops.extend([*range(done + 1, match.start() + 1), *[match.end()] * len(letters)])
        done = match.end()
    starts.extend(range(done, len(text)))
    stops.extend(range(done + 1, len(text) + 1))
    return Reading("".join([*pieces, text[done:]]), starts, stops)


def _composed(letters: str) -> str:
    """A letter and its marks as one character, without a stress; nothing of what is not seen."""
    return _STRESS.sub("", unicodedata.normalize("NFC", letters)) if letters[0].isalpha() else ""
