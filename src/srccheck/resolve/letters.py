"""Letters that notes and the list name: "Herbert Hoover to Felix Morley, 18 December 1952"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from srccheck.citations.dates import DAY, iso
from srccheck.references import Entry
from srccheck.resolve.apparatus import Apparatus
from srccheck.resolve.folding import fold
from srccheck.text import Place, StreamKind
from srccheck.translit import same_name
from srccheck.values import dataclass

_NAME = r"[^\W\d_a-zа-яё][\w.’'-]*(?:\s(?:[^\W\d_a-zа-яё][\w.’'-]*|von|van|de)){0,3}"
_LETTER = re.compile(rf"(?P<writer>{_NAME})\s(?:to|an|à)\s(?P<reader>{_NAME}),?\s(?=[\d\w])")


@dataclass(frozen=True, slots=True)
class Letter:
    """Writer and recipient, each with its place, and the day in ISO form."""

    people: tuple[tuple[str, Place], tuple[str, Place]]
    day: str


def misnamed(apparatus: Apparatus) -> Iterator[tuple[Place, str, str, Entry]]:
    """Give the names in letters of the notes that the list's letter of that day has otherwise.

    Each is the place of the name, the name, the list's name, and the entry.
    """
    listed: dict[str, list[tuple[Letter, Entry]]] = defaultdict(list)
    for entry in apparatus.entries:
        text = apparatus.manuscript.streams[entry.place.stream].text
        for letter in _letters(text, entry.place.stream, entry.place.start, entry.place.end):
            listed[letter.day].append((letter, entry))
            break
    if not listed:
        return
    for stream in apparatus.manuscript.of_kind(StreamKind.NOTE):
        for letter in _letters(stream.text, stream.index, 0, len(stream.text)):
            for other, entry in listed.get(letter.day, ()):
                yield from _compare(letter, other, entry)


def _letters(text: str, stream: int, start: int, end: int) -> Iterator[Letter]:
    for match in _LETTER.finditer(text, start, end):
        day = DAY.search(text, match.end() - 1, min(end, match.end() + 24))
        date = iso(day) if day else None
        if date is not None:
            people = tuple(
                (match[name], Place(stream, *match.span(name))) for name in ("writer", "reader")
            )
            yield Letter((people[0], people[1]), date)


def _compare(
    letter: Letter, other: Letter, entry: Entry
) -> Iterator[tuple[Place, str, str, Entry]]:
    pairs = list(zip(letter.people, other.people, strict=True))
    same = [fold(mine) == fold(theirs) for (mine, _), (theirs, _) in pairs]
    if not any(same):
        return
    for (mine, place), (theirs, _) in pairs:
        left, right = fold(mine).split(), fold(theirs).split()
        if left[-1] != right[-1] and same_name(left[-1], right[-1]).verdict == "misspelling":
            yield place, mine, theirs, entry
