"""The authors at the head of an entry."""

from __future__ import annotations

import re
from collections.abc import Callable

from srccheck.references.model import Name
from srccheck.references.names import (
    Person,
    direct,
    inverted,
    is_body,
    is_capitalised,
    is_chinese,
    is_vietnamese,
    split_direct,
    surname_first,
)
from srccheck.references.places_of_print import is_city
from srccheck.references.wordlists import GIVEN_NAMES
from srccheck.text import Span
from srccheck.values import dataclass

ROLE = re.compile(
    r"""
    [,.]?\s?[(\[]?(?<!\w)
    (?P<role> eds?\.? | éds?\. | editors? | hgg?\. | hrsgg?\. | herausgeber | dir\. | red\.
      | (?:отв\.\s)?ред\. | otv\.\sred\. | (?:авт\.-)?сост\. | sost\. | comps?\.? | trans\.?
      | szerk\. | a\scura\sdi )
    [)\]]?(?![\w'’])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ET_AL = re.compile(r",?\s(?:et\sal\.?|и\sдр\.|i\sdr\.|u\.\s?a\.)")
_SEPARATOR = re.compile(
    r"(?P<last>,?;?\s(?:and|und|et|and|и|i|y|e|și|og|a|en|&)\s)|(?P<strong>\s?;\s|\s?/\s?|\s[–—-]\s)"
    r"|(?P<comma>,\s)"
)
_YEAR_DUE = re.compile(
    r"\s?[\[(]\s?(?:(?:c\.\s|ca\.\s)?(?:1[4-9]|20)\d\d[^()\[\]]{0,12}|n\.\s?d\.?|no\sdate"
    r"|forthcoming)[)\]]"
)
_YEAR_BARE = re.compile(r"[.,]\s(?:\[?(?:1[4-9]|20)\d\d[a-z]?\]?|n\.\s?d|forthcoming)[.,]\s")


_IMPRINT_YEAR = re.compile(
    r"[^\W\d_]\.?,?\s(?:1[4-9]|20)\d\d[a-z]?(?:[.)\]]|$)|(?<!\d)(?:1[4-9]|20)\d\d[a-z]?[)\]]?\.?\s*$"
)


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of an entry: their names with places in the entry, and the range of them all.

    ``role`` is "ed." and the like, with its range; ``sure`` is false for a body that is an author
    only because a year follows it.
    """

    people: tuple[tuple[Name, Span], ...]
    span: Span
    role: Span | None = None
    edited: bool = False

    @property
    def end(self) -> int:
        """Where the authors and their role end."""
        return self.role.end if self.role else self.span.end


def read_authors(text: str, at: int, titles: tuple[int, ...]) -> Authors | None:
    """Read the authors that begin at ``at`` in ``text`` (fillers over what is taken already).

    ``titles`` are the offsets where a title in quotes or italics begins. Gives None for an entry
    that begins with its title.
    """
    due = frozenset(titles) | {
        match.end() - len(match[0].lstrip()) for match in _YEAR_DUE.finditer(text)
    }
    first = inverted(text, at, due) or surname_first(text, at)
    people: list[Person] = []
    if first and first.span.end - at < 80:
        people = _continue(text, [first], due)
    elif at not in titles:  # "*Livre Noir*. 1978." is no Livre Noir
        first = direct(text, at)
        if first:
            people = _uninverted(text, first, due)
    if people:
        return _finish(text, at, [(each.name, each.span) for each in people])
    return None if at in titles else _body(text, at, titles)


def read_more(text: str, at: int) -> tuple[Person, ...]:
    """Read the names that follow a repeated-author dash: "———, and Igor Selivanov."."""
    separator = _SEPARATOR.match(text, at)
    if separator is None or separator["comma"]:
        return ()
    person = inverted(text, separator.end()) or direct(text, separator.end())
    return tuple(_continue(text, [person], frozenset())) if person else ()


def read_names(text: str, start: int, end: int) -> tuple[tuple[Name, Span], ...]:
    """Read the names in a range that is known to hold names only (editors)."""
    part = text[:end]
    first = inverted(part, start) or surname_first(part, start) or direct(part, start)
    if first is None:
        return ((Name(literal=part[start:]), Span(start, end)),) if end > start else ()
    people = _continue(part, [first], frozenset(), listed=True)
    return tuple((each.name, each.span) for each in people)


Reader = Callable[[str, int], Person | None]


def _continue(
    text: str, people: list[Person], due: frozenset[int], *, listed: bool = False
) -> list[Person]:
    """Authors := Name (Separator Name)*; a bare comma needs a sure sign that a name follows."""
    pending: list[Person] = []  # direct names behind commas, waiting for an "and"
    while len(people) + len(pending) < 40:
        at = (pending or people)[-1].span.end
        separator = _SEPARATOR.match(text, at)
        if separator is None:
            break
        start = separator.end()
        if separator["comma"]:
            person = _after_comma(text, start, people[0], due)
            if person is None:
                other = direct(text, start)
                if other is None:
                    break
                pending.append(other)
                continue
        else:
            person = _after_word(text, start, due, people[0])
            if person is None:
                break
        people += [*pending, person]
        pending = []
    if listed or (pending and _is_due(text, pending[-1].span.end, due)):
        people += pending
    return people


def _after_comma(text: str, at: int, first: Person, due: frozenset[int]) -> Person | None:
    person = surname_first(text, at) if "," not in text[first.span.start : first.span.end] else None
    person = person or inverted(text, at, due)
    if person is None:
        initialled = direct(text, at) if text[at + 1 : at + 2] == "." else None
        return initialled if initialled and initialled.initialled else None
    if person.initialled:
        return person
    # "Smith, John, Mary Jones, Karl Marx": two names in natural order, not one inverted
    return person if " " not in person.name.family and not first.initialled else None


def _after_word(text: str, at: int, due: frozenset[int], first: Person) -> Person | None:
    if "," not in text[first.span.start : first.span.end]:
        person = surname_first(text, at)
        if person:
            return person
    person = inverted(text, at, due)
    if person and (person.initialled or " " not in person.name.family):
        return person
    return direct(text, at) or surname_first(text, at)


def _is_due(text: str, at: int, due: frozenset[int]) -> bool:
    role = ROLE.match(text, at)
    at = role.end() if role else at
    while at < len(text) and text[at] in " .,:":
        at += 1
    return at in due


def _uninverted(text: str, first: Person, due: frozenset[int]) -> list[Person]:
    """Take names in natural order only where something shows that they are names."""
    end = first.span.end
    words = first.span.cut(text).split()
    named = words[0].lower() in GIVEN_NAMES and text[end : end + 1] == ","
    asian = is_vietnamese(words) or is_chinese(words) or is_chinese(words[::-1])
    people = _continue(text, [first], due)
    end = people[-1].span.end
    closed = text[end : end + 1] in {".", ",", ":", ";"} or text[end : end + 2] in {" (", " ["}
    if named and len(words) < 5 and not is_body(first.span.cut(text)):
        return people
    by_initials = len(people) > 1 and people[-1].initialled and text[end - 1] == "."
    if asian and (closed or by_initials) and not is_series_of_titles(text, end):
        return people  # GOST: "Phạm Thị Ngọc Bích, Mosjakov D. V. Vneshnjaja politika"
    if first.initialled and text[first.span.start + 1 : first.span.start + 2] == "." and closed:
        return people
    if len(people) > 1 and closed and any(each.initialled for each in people):
        return people
    bare = _YEAR_BARE.match(text, end)
    if _is_due(text, end, due) or (bare and not _tail_year(text, bare.end())):
        whole = text[first.span.start : end]
        if not re.search(r"[^.,\s]{2,}\.\s", whole):
            return people if len(first.span.cut(text).split()) < 5 else []
    bracket = text[end : end + 2] == " [" and len(words) > 1
    return [first] if bracket and len(people) == 1 else []


def is_series_of_titles(text: str, at: int) -> bool:
    """Tell whether nothing but an imprint follows: then the words before were a title."""
    return not any(char.islower() for char in text[at:])


def _finish(text: str, at: int, people: list[tuple[Name, Span]]) -> Authors:
    end = people[-1][1].end
    et_al = _ET_AL.match(text, end)
    end = et_al.end() if et_al else end
    role = ROLE.match(text, end)
    if role and role["role"].lower().startswith("trans"):
        role = None
    return Authors(
        tuple(people),
        Span(at, end),
        Span(role.start(), role.end()) if role else None,
        edited=role is not None,
    )


def _body(text: str, at: int, titles: tuple[int, ...]) -> Authors | None:
    """Body := Text before an italic or quoted title, or before "(1998)", itself no title."""
    limit = min((title for title in titles if title > at), default=-1)
    year = _YEAR_DUE.search(text, at)
    bare = _YEAR_BARE.search(text, at)
    if limit > at and text[:limit].rstrip()[-1:] in {".", ",", ":"}:
        end = limit
        if year and year.start() < limit:
            end = year.start()
        elif bare and bare.start() < limit:
            end = bare.start()
    elif year and year.start() - at < 90 and _has_title(text, year.end()):
        end = year.start()
    elif (
        bare
        and bare.start() - at < 90
        and _has_title(text, bare.end())
        and not _tail_year(text, bare.end())
    ):
        end = bare.start()
    else:
        return None
    head = text[at:end].rstrip(" .,:")
    words = head.split()
    if not head or len(words) > 14 or not is_capitalised(words[0]) or "//" in head:
        return None
    if "\ue000" in head or "\ue001" in head or any(char.isdigit() for char in head):
        return None
    return _finish(text, at, [(_named(text, at, at + len(head)), Span(at, at + len(head)))])


def _named(text: str, start: int, end: int) -> Name:
    """Give a person where the words can only be one, else the literal."""
    words = [Span(match.start(), match.end()) for match in re.finditer(r"\S+", text[start:end])]
    words = [word.shift(start) for word in words]
    parts = [word.cut(text) for word in words]
    if 1 < len(parts) < 4 and is_chinese(parts):
        return split_direct(text, words)
    if len(parts) == 1:
        return Name(family=parts[0]) if not parts[0].isupper() else Name(literal=parts[0])
    return Name(literal=text[start:end])


def _has_title(text: str, at: int) -> bool:
    if is_city(re.split(r"[,:]", text[at : at + 40].strip(" .,:"))[0]):
        return False
    return sum(1 for word in text[at : at + 200].split() if word[:1].isalpha()) > 2


def _tail_year(text: str, at: int) -> bool:
    return _IMPRINT_YEAR.search(text, at) is not None


def read_more_names(text: str, at: int) -> tuple[tuple[Name, Span], ...]:
    """Read the names that a phrase such as "edited by" introduces; none where none follows."""
    first = direct(text, at) or surname_first(text, at)
    if first is None:
        return ()
    people = _continue(text, [first], frozenset())
    return tuple((each.name, each.span) for each in people)
