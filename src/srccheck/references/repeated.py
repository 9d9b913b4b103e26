"""Whose work an entry is that names no author: dashes, swallowed dashes, lost dashes."""

from __future__ import annotations

from collections.abc import Sequence

from srccheck.references.model import AuthorSource
from srccheck.references.names import fold
from srccheck.references.parse import Names, Parsed
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Authorship:
    """The authors of one entry and where they were read; ``owner`` is the entry they stand in."""

    people: Names
    source: AuthorSource
    owner: int


def attribute(parsed: Sequence[Parsed]) -> list[Authorship]:
    """Give the authorship of every entry of a list.

    A dash takes the authors of the nearest entry before it that has some. An entry without any
    mark is taken to have lost its dash where it stands between two entries of one author and
    breaks the alphabetical order of the list there.
    """
    given = [_written(parsed, number) for number in range(len(parsed))]
    current: Authorship | None = None
    for number, each in enumerate(parsed):
        if each.mark is not None and current is not None:
            people = current.people + (each.authors if current.owner != number else ())
            given[number] = Authorship(people, AuthorSource.REPEATED_DASH, current.owner)
        elif each.authors:
            current = given[number]
    for number in _lost(parsed, given):
        before = next(one for one in reversed(given[:number]) if one.people)
        given[number] = Authorship(before.people, AuthorSource.LOST_DASH, before.owner)
    return given


def _written(parsed: Sequence[Parsed], number: int) -> Authorship:
    return Authorship(parsed[number].authors, parsed[number].source, number)


def _lost(parsed: Sequence[Parsed], given: Sequence[Authorship]) -> list[int]:
    lost = []
    before: list[int] = []
    last = -1
    for number, one in enumerate(given):
        before.append(last)
        if one.people:
            last = number
    after, explicit = len(given), len(given)
    for number in range(len(given) - 1, -1, -1):
        one = given[number]
        if (
            not one.people
            and _may_lose(parsed[number])
            and before[number] >= 0
            and after < len(given)
        ):
            first = given[before[number]]
            if _same(first, given[after]) and _breaks_order(parsed, given, number, first, explicit):
                lost.append(number)
        if one.people:
            after = number
        if (parsed[number].mark is None and (one.people or not _may_lose(parsed[number]))) or (
            parsed[number].mark is None and not one.people and after == len(given)
        ):
            explicit = number
    return lost


def _may_lose(parsed: Parsed) -> bool:
    if parsed.label is not None:
        return False
    return parsed.archive_id is None and "archive" not in parsed.values and "title" in parsed.values


def _same(one: Authorship, other: Authorship) -> bool:
    names = [person.sort_form for person, _ in one.people]
    return names == [person.sort_form for person, _ in other.people][: len(names)]


def _breaks_order(
    parsed: Sequence[Parsed],
    given: Sequence[Authorship],
    number: int,
    author: Authorship,
    following: int,
) -> bool:
    title = _key(parsed[number].values["title"][0])
    if title < _key(author.people[0][0].short):
        return True
    while following < len(given) and given[following].owner == author.owner:
        following += 1
    if following >= len(given):
        return False
    return title > _head(parsed[following])


def _head(parsed: Parsed) -> str:
    if parsed.authors:
        return _key(parsed.authors[0][0].short)
    for field in ("title", "container", "archive"):
        if field in parsed.values:
            return _key(parsed.values[field][0])
    return "\uffff"


def _key(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum() or char == " ").strip()
