"""What the reference lists say of names and titles, as far as extraction needs it.

Extraction does not resolve. It only asks whether a capitalised word is anybody's name in the lists:
"Ulunyan (2015)" is a citation where the list has a Ulunjan, "Stalin (1952)" is none where it has no
Stalin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from srccheck.citations.inflection import nominatives
from srccheck.citations.model import Year
from srccheck.text import Manuscript, StreamKind
from srccheck.translit import name_keys
from srccheck.values import dataclass

_WORD = re.compile(r"[^\W\d_](?:[\w'’ʹ-]|[\u0300-\u036f\ufe20-\ufe2f])*")
_TITLE_START = re.compile(r"[\"“„«\[(]|(?<=\w{3})\.\s|\d{4}|:\s")
_NAMES_FIRST = re.compile(
    r"""
    (?:(?:[^\W\d_]{2,4}\s)?[^\W\d_][\w'’ʹ-]+,?\s(?:[^\W\d_a-zа-я][^\W\d_]?\.[\s-]?){1,3}
       (?:,\s|;\s|и\s|and\s|und\s|&\s)?)+
    """,
    re.VERBOSE,
)  # "Рентола К., Иванов А. Б. "
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")
_AFTER_AUTHOR = re.compile(r"\s?(?:[,.\[(&]|(?:and|und|и|et)\s|[^\W\d_]{1,3}\.|eds?\b)|$")
_IMPRINT = re.compile(r"(?P<place>[^\W\d_]{3,})(?::\s[^\W\d_]|,?\s(?:1[5-9]|20)\d\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(?P<first>(?:1[4-9]|20)\d\d)\s?[-–—‑]\s?(?P<last>\d\d)(?!\d)")
_UNDATED = re.compile(r"n\.\s?d\.|s\.\s?d\.|б\.\s?[гд]\.|o\.\s?J\.|forthcoming|в печати|in press")
_APOSTROPHE = re.compile("['’‘ʹ`´ʼ]")
_WORDS = re.compile(r"\w+")
_NO_YEARS: frozenset[str] = frozenset()
AUTHOR_REACH = 120  # code points of an entry in which its authors stand
AUTHOR_WORDS = 4  # of a name without comma or initials: an institution


def simple(text: str) -> str:
    """Give a text in lower case, punctuation folded to single spaces."""
    return " ".join(_WORDS.findall(_APOSTROPHE.sub("", text.lower())))


@dataclass(frozen=True, slots=True)
class _Beginning:
    """How an entry begins: folded, as written, and the years it holds."""

    folded: str
    text: str
    years: frozenset[str]


@dataclass(slots=True)
class Listing:
    """The names, years and beginnings of the entries."""

    years_of: dict[str, set[str]] = field(default_factory=dict)  # by the key of a name
    places: set[str] = field(default_factory=set)
    acronyms: dict[str, set[str]] = field(default_factory=dict)  # years of bodies, by initials
    _first_keys: dict[str, set[str]] = field(default_factory=dict)  # years, by first words' keys
    _first_words: dict[str, list[_Beginning]] = field(default_factory=dict)

    @classmethod
    def of(cls, manuscript: Manuscript) -> Listing:
        """Read the lists of a manuscript."""
        listing = cls()
        for stream in manuscript.of_kind(StreamKind.REFERENCES):
            starts = iter(run.start for run in stream.emphasis)
            italic = next(starts, None)
            for paragraph in stream.paragraphs:
                while italic is not None and italic < paragraph.start:
                    italic = next(starts, None)
                inside = italic is not None and italic < paragraph.end
                listing._add(
                    stream.text[paragraph.start : paragraph.end],
                    italic - paragraph.start if italic is not None and inside else None,
                )
        return listing

    def _add(self, text: str, italic: int | None) -> None:
        title = _TITLE_START.search(text)
        names = _NAMES_FIRST.match(text)
        ends = (
            title.start() if title else len(text),
            italic,
            AUTHOR_REACH,
            names.end() if names else None,
        )
        cut = min(end for end in ends if end is not None)
        years = _years_in(text)
        words = _WORD.findall(text[:cut])
        named = "," in text[:cut] or _INITIAL.search(text[:cut] + ".") is not None
        if named or _is_short_name(words):
            for word in _capitalised(words):
                for key in name_keys(word):
                    self.years_of.setdefault(key, set()).update(years)
        if len(capitals := list(_capitalised(words))) > 1:
            self.acronyms.setdefault("".join(word[0] for word in capitals), set()).update(years)
        self.places.update(match["place"].lower() for match in _IMPRINT.finditer(text, cut))
        folded = simple(text)
        if folded:
            beginning = _Beginning(folded, text, frozenset(years))
            self._first_words.setdefault(folded.split(" ", 1)[0], []).append(beginning)
            for key in name_keys(folded.split(" ", 1)[0]):
                self._first_keys.setdefault(key, set()).update(years)

    @property
    def empty(self) -> bool:
        """Whether there is no list."""
        return not self._first_words

    def knows(self, name: str) -> bool:
        """Tell whether every capitalised word of ``name`` stands as a name in the lists."""
        words = list(_capitalised(_WORD.findall(name)))
        return bool(words) and all(
            any(key in self.years_of for key in name_keys(word)) for word in words
        )

    def lists(self, name: str, year: Year) -> bool:
        """Tell whether an entry with one of these words as a name has this year, or both years."""
        return any(
            self._has_years(form, year)
            for word in _capitalised(_WORD.findall(name))
            for form in (word, *nominatives(word))
        )

    def _has_years(self, word: str, year: Year) -> bool:
        wanted = {year.first, year.last or year.first}
        return any(wanted <= self.years_of.get(key, _NO_YEARS) for key in name_keys(word))

    def begins(self, words: str, year: Year | None = None) -> bool:
        """Tell whether an entry (of ``year``, where one is given) begins with these words."""
        wanted = simple(words)
        return any(
            each.folded == wanted or each.folded.startswith(f"{wanted} ")
            for each in self._beginning(wanted)
            if year is None or not each.years.isdisjoint((year.first, year.last))
        )

    def begins_alike(self, title: str, year: Year) -> bool:
        """Tell whether an entry of ``year`` begins with the first word of ``title``, or nearly."""
        first = simple(title).split(" ", 1)[0]
        keys = (*name_keys(first), first) if first else ()
        return any(year.first in self._first_keys.get(key, ()) for key in keys) or any(
            year.first in each.years for each in self._beginning(first)
        )

    def abbreviates(self, name: str, year: Year) -> bool:
        """Tell whether ``name`` is short for a body that has an entry of ``year``: NATO, МИД."""
        return year.first in self.acronyms.get(name, ())

    def begins_author(self, words: str) -> bool:
        """Tell whether these words are an entry's author: a comma, initials or a stop follow."""
        wanted = simple(words)
        return any(
            each.folded.startswith(wanted) and _AFTER_AUTHOR.match(each.text, len(words.strip()))
            for each in self._beginning(wanted)
        )

    def is_place(self, word: str) -> bool:
        """Tell whether a word stands in the lists as a place of print."""
        return word.lower() in self.places

    def _beginning(self, wanted: str) -> list[_Beginning]:
        return self._first_words.get(wanted.split(" ", 1)[0], []) if wanted else []


def _is_short_name(words: list[str]) -> bool:
    """Tell whether words may be an author without initials: Chen Jian, NATO; no "CK KPSS"."""
    if len(words) > AUTHOR_WORDS or not all(word[0].isupper() for word in words):
        return False
    return len(words) == 1 or not any(word.isupper() and len(word) > 1 for word in words)


def _years_in(text: str) -> set[str]:
    years = set(_YEAR.findall(text))
    years.update(match["first"][:2] + match["last"] for match in _SHORT_YEAR.finditer(text))
    if _UNDATED.search(text):
        years.update(("n.d.", "forthcoming"))
    return years


def _capitalised(words: list[str]) -> Iterator[str]:
    return (word for word in words if len(word) > 1 and word[0].isupper())
