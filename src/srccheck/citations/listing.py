"""What the reference lists say of names and titles, as far as extraction needs it.

Extraction does not resolve. It only asks whether a capitalised word is anybody's name in the lists:
"Ulunyan (2015)" is a citation where the list has a Ulunjan, "Stalin (1952)" is none where it has no
Stalin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from srccheck.text import Manuscript, StreamKind
from srccheck.translit import name_keys

_WORD = re.compile(r"[^\W\d_][\w'’ʹ-]*")
_TITLE_START = re.compile(r"[\"“„«\[(]|(?<=\w{3})\.\s|\d{4}|:\s")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")
_AFTER_AUTHOR = re.compile(
    r"\s?(?:[,.\[(&]|(?:and|und|и|et)\s|[^\W\d_]{1,3}\.|eds?\b)|$"
)
_IMPRINT = re.compile(r"(?P<place>[^\W\d_]{3,})(?::\s[^\W\d_]|,?\s(?:1[5-9]|20)\d\d)")
_APOSTROPHE = re.compile("['’‘ʹ`´ʼ]")


def simple(text: str) -> str:
    """Give a text in lower case, punctuation folded to single spaces."""
    return " ".join(re.findall(r"[\w]+", _APOSTROPHE.sub("", text.lower())))


@dataclass(slots=True)
class Listing:
    """The names, years and beginnings of the entries."""

    names: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    _first_words: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, manuscript: Manuscript) -> Listing:
        """Read the lists of a manuscript."""
        listing = cls()
        for stream in manuscript.of_kind(StreamKind.REFERENCES):
            italics = [(run.start, run.end) for run in stream.emphasis]
            for paragraph in stream.paragraphs:
                text = stream.text[paragraph.start : paragraph.end]
                first = next((a for a, _ in italics if paragraph.start <= a < paragraph.end), None)
                listing._add(text, None if first is None else first - paragraph.start)
        return listing

    def _add(self, text: str, italic: int | None) -> None:
        start = _TITLE_START.search(text)
        cut = min(at for at in (start.start() if start else len(text), italic, 120) if at is not None)
        words = _WORD.findall(text[:cut])
        named = "," in text[:cut] or _INITIAL.search(text[:cut] + ".") is not None
        if named or (len(words) <= 4 and all(word[:1].isupper() for word in words)):
            for word in words:
                if word[:1].isupper() and len(word) > 1:
                    self.names.update(name_keys(word))
        self.places.update(match["place"].lower() for match in _IMPRINT.finditer(text, cut))
        beginning = simple(text)
        if beginning:
            self._first_words.setdefault(beginning.split(" ", 1)[0], []).append((beginning, text))

    @property
    def empty(self) -> bool:
        """Whether there is no list."""
        return not self._first_words

    def knows(self, name: str) -> bool:
        """Tell whether any word of ``name`` stands as a name in the lists."""
        return any(
            not self.names.isdisjoint(name_keys(word))
            for word in _WORD.findall(name)
            if word[:1].isupper() and len(word) > 1
        )

    def begins(self, words: str) -> bool:
        """Tell whether an entry begins with these words."""
        wanted = simple(words)
        return bool(wanted) and any(
            beginning == wanted or beginning.startswith(wanted + " ")
            for beginning, _ in self._first_words.get(wanted.split(" ", 1)[0], ())
        )

    def begins_author(self, words: str) -> bool:
        """Tell whether these words are the author of an entry: a comma, initials or a stop follow."""
        wanted = simple(words)
        return bool(wanted) and any(
            beginning.startswith(wanted) and _AFTER_AUTHOR.match(text, len(words.strip()))
            for beginning, text in self._first_words.get(wanted.split(" ", 1)[0], ())
        )

    def is_place(self, word: str) -> bool:
        """Tell whether a word stands in the lists as a place of print."""
        return word.lower() in self.places
