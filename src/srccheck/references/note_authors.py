"""The authors at the head of a full note: given name first, and a comma before the title.

A list inverts its authors ("Zubok, Vladislav"); a note mostly does not ("Vladislav M. Zubok, *A
Failed Empire*"), so that what stands before the first comma is the author and not a title.
"""

from __future__ import annotations

import re

from srccheck.references.authors import ROLE, Authors, read_authors
from srccheck.references.model import Name
from srccheck.references.names import (
    Person,
    direct,
    initials_end,
    inverted,
    is_body,
    split_direct,
    surname_first,
    word_at,
)
from srccheck.references.places_of_print import is_city
from srccheck.references.wordlists import GIVEN_NAMES, SEASONS, words
from srccheck.text import Span

_JOINT = re.compile(r",?\s(?:and|und|et|und|и|та|i|y|e|&)\s|\s?/\s?|\s[–—]\s|\s?;\s")
_PAPERS = words(
    """
    речь письмо доклад выступление записка телеграмма беседа интервью дневник воспоминания запись
    стенограмма справка обращение заявление ответ
    """
)
_JOINED = re.compile(r"\s(?:and|und|et|&)\s[^\W\d_a-zа-яё]")
_COMMA = re.compile(r",\s")
_ET_AL = re.compile(r",?\s(?:et\sal\.?|и\sдр\.|u\.\s?a\.|та\sін\.|and\sothers)")
_NO_TITLE = re.compile(r"[\s,.:]*(?:\d|\(|$)")
_FIRST_WORD = re.compile(r"[\s,.:]*[*_\"“„«‘'(]*(?P<word>[^\W\d_]+)")
_SUFFIX = re.compile(r",?\s(?:Jr|Sr|II|III|IV)\.?$")
_STARTERS = words(
    """
    in as see however while both the but and for since although when where after before a an
    this these those his her their im in bei nach die der das vom zur как по в на но о об
    при после
    """
)
LONGEST = 6  # words of a name in its natural order


def read_note_authors(text: str, at: int, titles: tuple[int, ...]) -> Authors | None:
    """Read the authors that begin at ``at`` of a note's source; None where a title begins it.

    ``titles`` are the offsets where a title in quotes or italics begins.
    """
    due = frozenset(titles)
    if at in due and surname_first(text, at) is None and not _initialled(text, at):
        return None
    cut = min((start for start in titles if start > at), default=len(text))
    people = _people(text, at, due, cut)
    if not people:
        # "Zubok, Failed Empire" is a short title to a note, a man called Failed to a list
        single = word_at(text, at)
        comma = text[at + len(single) : at + len(single) + 2] == ", "
        paper = single.lower() in _PAPERS
        other = None if comma or paper else read_authors(text, at, titles)
        return other if other and _is_name_of_body(other.span.cut(text)) else None
    end = people[-1].span.end
    et_al = _ET_AL.match(text, end)
    end = et_al.end() if et_al else end
    role = ROLE.match(text, end)
    if role and role["role"].lower().startswith("trans"):
        role = None
    closed = text[role.end() if role else end :]
    if _NO_TITLE.match(closed) or _is_month(closed):
        return None
    return Authors(
        tuple((each.name, each.span) for each in people),
        Span(at, end),
        Span(role.start(), role.end()) if role else None,
        edited=role is not None,
    )


def _is_name_of_body(text: str) -> bool:
    """Tell "U.S. Census Bureau" from the beginning of a sentence before a title."""
    named = [word for word in text.split() if len(word) > 3 or word[:1].isupper()]
    first = named[0].lower().strip(".,") if named else ""
    capitals = all(word.strip("(\"“'‘")[:1].isupper() for word in named)
    return capitals and 0 < len(named) <= 7 and first not in _STARTERS


def _people(text: str, at: int, due: frozenset[int], cut: int) -> list[Person]:
    """Authors := Name { Joint Name }; commas join names before an "and", or initials."""
    first = (
        _gost(text, at)
        or _natural(text, at, due, cut)
        or _inverted(text, at, cut)
        or _surname(text, at, cut)
    )
    if first is None:
        return []
    people, pending = [first], list[Person]()
    while len(people) + len(pending) < 20:
        end = (pending or people)[-1].span.end
        joint = _JOINT.match(text, end)
        if joint is not None:
            start = joint.end()
            person = _gost(text, start) or _inverted(text, start, cut) or direct(text, start)
            if person is None:
                break
            people += [*pending, person]
            pending = []
            continue
        comma = _COMMA.match(text, end)
        if comma is None or comma.end() in due:
            break
        start = comma.end()
        person = _gost(text, start) if first.initialled else None
        if person is None and initials_end(text, start) > start:
            person = direct(text, start)
        if person is not None and person.initialled:
            people += [*pending, person]
            pending = []
            continue
        other = direct(text, start)
        if other is None or other.span.end - start > 60:
            break
        pending.append(other)
    return people


def _gost(text: str, at: int) -> Person | None:
    """ "Зубок В.М."; but "Hope M. Harrison," has the family name last."""
    person = surname_first(text, at)
    if person is not None and person.name.family.lower() in _PAPERS:
        return None  # "Речь Н.С. Хрущева"
    if person is None or not person.initialled or not text[at : at + 1].isascii():
        return person
    end = person.span.end
    word = word_at(text, end + 1) if text[end : end + 1] == " " else ""
    after = text[end + 1 + len(word) : end + 8 + len(word)]
    joined = _JOINED.match(after) is not None or after.startswith(",") or not after
    named = word[:1].isupper() and joined
    return None if named else person


def _natural(text: str, at: int, due: frozenset[int], cut: int) -> Person | None:
    """Natural := two to six capitalised words before a comma, a joint or a title in italics."""
    person = direct(text, at)
    if person is None:
        return None
    person = _without_suffix(person, text)
    words = person.span.cut(text).split()
    end = person.span.end
    if len(words) > LONGEST or is_body(person.span.cut(text)) or is_city(person.span.cut(text)):
        return None
    if any(person.span.start < start < end for start in due):
        return None
    initialled = initials_end(text, at) > at
    given = words[0].split("-")[0].lower() in GIVEN_NAMES or initialled
    following = text[end : end + 2]
    if following == ", " or ROLE.match(text, end) or _ET_AL.match(text, end):
        return person
    if _JOINT.match(text, end):
        return person
    if not text[end:cut].strip(" .:"):  # "Seth Offenbach *The Conservative Movement*"
        return person if cut in due else None
    return person if given and following in {". ", ": "} and len(words) < 5 else None


def _without_suffix(person: Person, text: str) -> Person:
    """ "C. William Walldorf Jr.": the family name stands before the suffix."""
    suffix = _SUFFIX.search(person.span.cut(text))
    if suffix is None:
        return person
    end = person.span.start + suffix.start()
    words = [
        Span(m.start(), m.end())
        for m in re.finditer(r"\S+", text[:end])
        if m.start() >= person.span.start
    ]
    if len(words) < 2:
        return person
    return Person(split_direct(text, words), person.span, person.initialled)


def _inverted(text: str, at: int, cut: int) -> Person | None:
    """ "Horowitz, David A." in a note: initials, a known given name, or the title comes next."""
    person = inverted(text[:cut].rstrip(), at)
    if person is None or is_city(person.name.short):
        return None
    given = person.name.given
    first = given.split(" ")[0].split("-")[0]
    sure = person.initialled or first.lower() in GIVEN_NAMES or "." in given
    return person if sure or not text[person.span.end : cut].strip(" .,:") else None


def _surname(text: str, at: int, cut: int) -> Person | None:
    """ "Kauffman, *Ain't My America*": a surname alone before a title in quotes or italics."""
    word = word_at(text, at)
    end = at + len(word)
    if (
        not word[:1].isupper()
        or word.lower() in _STARTERS
        or text[end:cut].strip(" ,")
        or cut - end < 1
    ):
        return None
    return Person(Name(family=word), Span(at, end)) if text[end : end + 1] == "," else None


def _initialled(text: str, at: int) -> bool:
    return initials_end(text, at) > at


def _is_month(text: str) -> bool:
    """ "New York Times, March 5, 1961": what a date follows is a newspaper."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return False
    after = text[first.end() : first.end() + 6]
    return first["word"].lower() in SEASONS and re.match(r"\.?\s\d", after) is not None
