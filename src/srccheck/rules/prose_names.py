"""The capitalised words of the author's own prose: names, for the rules on spelling.

Looking closely at a word costs time, and few words have a likeness: `capitalised` gives all of
them cheaply, `prose_name` the uses of one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from srccheck.resolve import Apparatus
from srccheck.rules.quoting import is_quoted
from srccheck.text import Place, Role, Span, Stream, StreamKind
from srccheck.values import dataclass

_CAPITALISED = re.compile(r"\b[^\W\d_a-zа-яё][^\W\d_]{4,}")
_LOWER = re.compile(r"\b[a-zà-öø-ÿа-яё][^\W\d_]{4,}")
_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’.-]*) $")
_AFTER = re.compile(r"(?:['’]s?)? (?P<word>[^\W\d_][\w'’]*)")
_SENTENCE_END = re.compile(r"(?:^|[.!?:…]['’\"”»)]*\s|[\"“„«‘'(\[]|[-–—]\s|\n)$")
_BEFORE_REACH = 40  # code points that the word before a name may take


@dataclass(frozen=True, slots=True)
class Use:
    """One place of a name in prose, with its capitalised neighbours ("" where there are none)."""

    place: Place
    before: str
    after: str
    opens: bool  # stands where any word has a capital


@dataclass(frozen=True, slots=True)
class ProseName:
    """A capitalised word and its uses in the order of the text."""

    text: str
    uses: tuple[Use, ...]

    @property
    def certain(self) -> bool:
        """Whether it stands with its capital inside a sentence at least once."""
        return any(not use.opens for use in self.uses)


def capitalised(apparatus: Apparatus) -> Counter[str]:
    """Give the words of five letters or more that the body writes with a capital, with counts."""
    counts: Counter[str] = Counter()
    for stream in apparatus.manuscript.of_kind(StreamKind.BODY):
        for word, starts in _words(stream.text).items():
            counts[word] += len(starts)
    return counts


@lru_cache(maxsize=4)
def _words(text: str) -> dict[str, list[int]]:
    """The capitalised words of a text and where they begin."""
    found: dict[str, list[int]] = {}
    for match in _CAPITALISED.finditer(text):
        if not match[0][1].isupper():
            found.setdefault(match[0], []).append(match.start())
    return found


@lru_cache(maxsize=4)
def _lower_words(text: str) -> frozenset[str]:
    return frozenset(_LOWER.findall(text))


def prose_name(apparatus: Apparatus, word: str) -> ProseName:
    """Give a word's uses in the author's own words: no citations, quotations, titles, headings.

    There are none for a word that the body also writes in lower case.
    """
    uses: list[Use] = []
    for stream in apparatus.manuscript.of_kind(StreamKind.BODY):
        if word.lower() in _lower_words(stream.text):
            return ProseName(word, ())
        uses += _uses(apparatus, stream, word)
    return ProseName(word, tuple(uses))


def _uses(apparatus: Apparatus, stream: Stream, word: str) -> Iterator[Use]:
    starts = _words(stream.text).get(word, ())
    cited = _cited(apparatus, stream) if starts else []
    text = stream.text
    for start in starts:
        end = start + len(word)
        at = bisect_right(cited, (start, len(text))) - 1
        if (at >= 0 and cited[at][1] > start) or not _is_own(stream, start, end):
            continue
        lead = text[max(0, start - _BEFORE_REACH) : start]
        before, after = _BEFORE.search(lead), _AFTER.match(text, end)
        yield Use(
            Place(stream.index, start, end),
            before["word"] if before and before["word"][0].isupper() else "",
            after["word"] if after and after["word"][0].isupper() else "",
            _SENTENCE_END.search(lead) is not None,
        )


def _cited(apparatus: Apparatus, stream: Stream) -> list[tuple[int, int]]:
    """The spans of a stream's citations, in order."""
    return sorted(
        (each.place.start, each.place.end)
        for each in apparatus.citations
        if each.place.stream == stream.index
    )


def _is_own(stream: Stream, start: int, end: int) -> bool:
    """Tell whether a word is the author's own: in no title, heading or quotation."""
    if stream.emphasised(Span(start, end)) or is_quoted(stream.text, start):
        return False
    if not stream.paragraphs:
        return True
    return stream.paragraph_at(start).role not in (Role.HEADING, Role.QUOTE)
