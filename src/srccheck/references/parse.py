"""One entry read by rules: what is easiest to recognise first, the title last.

The order matters: addresses and access dates hold numbers that are no years; authors bound the
title on the left, numbers, year and imprint bound it on the right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from srccheck.references.archive_entries import read_archive
from srccheck.references.authors import Authors, read_authors, read_more, read_names
from srccheck.references.draft import Draft
from srccheck.references.imprint import take_imprint
from srccheck.references.kinds import kind_of
from srccheck.references.links import take_links
from srccheck.references.model import AuthorSource, EntryType, Name
from srccheck.references.numbers import take_bare_numbers, take_numbers
from srccheck.references.statements import (
    take_edition,
    take_responsible,
    take_restated,
    take_thesis,
    take_volume_count,
)
from srccheck.references.titles import take_host_editors, take_titles, take_volume_title
from srccheck.references.wordlists import OTHERS
from srccheck.references.years import take_year
from srccheck.text import Span
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.archives import Registry
    from srccheck.references.labels import Label

LONGEST = 2000  # code points; what is longer is no entry, and its tail goes to the rest unread

Names = tuple[tuple[Name, Span], ...]
AuthorReader = Callable[[str, int, tuple[int, ...]], Authors | None]

_MARK = re.compile(
    r"""
      (?P<dash>[-–—―‒−⸺⸻_]{2,}|[—―⸺⸻](?=[.,:]|\s))\s?[.,:]{0,2}\s?
    | (?P<dot>\.)\s(?=\S)
    | (?P<word>Он\sже|Она\sже|Они\sже|Его\sже|Её\sже|Ее\sже|Тот\sже|Те\sже|On\szhe|Ego\szhe
        |Idem|Eadem|Ders|Dies|Dieselben?|Derselbe|Id|Той\sже|Він\sже)[.,:]{0,2}\s
    """,
    re.VERBOSE,
)
_CUT = re.compile(rf"\s?\[{OTHERS}\.\]")
_NUMBERED = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])\s+(?=\S)|[•▪‣·]\s?")


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry's fields, places counted from its first code point.

    ``mark`` is the range of a repeated-author mark. ``labels`` are words that are understood
    but held by no field: "no.", "accessed", "In:". ``confidence`` and ``other`` are those of Entry.
    ``label`` is what stands before the entry, where its list has labels.
    """

    kind: EntryType
    authors: Names
    source: AuthorSource
    editors: Names
    values: dict[str, tuple[str, Span]]
    labels: tuple[Span, ...]
    rest: str
    mark: Span | None = None
    archive_id: str | None = None
    confidence: tuple[tuple[str, float], ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    label: Label | None = None

    def shifted(self, by: int) -> Parsed:
        """Give the same with all places ``by`` code points further on."""
        return replace(
            self,
            authors=_shifted(self.authors, by),
            editors=_shifted(self.editors, by),
            values={name: (value, span.shift(by)) for name, (value, span) in self.values.items()},
            labels=tuple(span.shift(by) for span in self.labels),
            mark=self.mark.shift(by) if self.mark else None,
        )


def _shifted(names: Names, by: int) -> Names:
    return tuple((name, span.shift(by)) for name, span in names)


def parse(
    text: str,
    emphasis: tuple[Span, ...] = (),
    registry: Registry | None = None,
    *,
    in_note: bool = False,
) -> Parsed:
    """Parse the text of one entry; ``emphasis`` are its italic runs. Never raises.

    ``in_note`` is for the source that a note names in full: its authors are not inverted.
    """
    tail = text[LONGEST:].strip()
    draft = Draft(text[:LONGEST], tuple(run for run in emphasis if run.end <= LONGEST))
    archive = None if in_note else read_archive(draft, registry)
    if archive is not None:
        return _result(draft, EntryType.ARCHIVE, tail, archive_id=archive or None)
    take_links(draft)
    mark, authors = _take_authors(draft, _note_reader() if in_note else read_authors)
    source = AuthorSource.EXPLICIT if authors else AuthorSource.NONE
    thesis = take_thesis(draft)
    take_volume_count(draft)
    take_edition(draft)
    editors = take_responsible(draft)
    take_restated(draft)
    take_numbers(draft)
    take_year(draft)
    take_bare_numbers(draft)
    take_host_editors(draft)
    take_imprint(draft)
    in_host = "//" in draft.work or re.search(r"(?<!\w)[Ii]n:?\s", draft.work) is not None
    take_titles(draft)
    take_volume_title(draft)
    editors = editors or _host_editors(draft)
    kind = kind_of(draft, thesis=thesis, in_host=in_host)
    people = _with_coauthors(draft, authors.people if authors else ())
    if authors and authors.edited:
        editors = editors or people
    return _result(draft, kind, tail, people=people, source=source, editors=editors, mark=mark)


def _result(
    draft: Draft,
    kind: EntryType,
    tail: str,
    *,
    people: Names = (),
    source: AuthorSource = AuthorSource.NONE,
    editors: Names = (),
    mark: Span | None = None,
    archive_id: str | None = None,
) -> Parsed:
    rest = " ".join(part for part in (draft.rest(), tail) if part)
    return Parsed(
        kind, people, source, editors, draft.values, tuple(draft.labels), rest, mark, archive_id
    )


def _note_reader() -> AuthorReader:
    from srccheck.references.note_authors import read_note_authors

    return read_note_authors


def _take_authors(draft: Draft, read: AuthorReader) -> tuple[Span | None, Authors | None]:
    """Take the list's own number, a repeated-author mark, and the authors."""
    numbered = _NUMBERED.match(draft.work)
    at = numbered.end() if numbered else 0
    draft.label(0, at)
    mark = _MARK.match(draft.work, at)
    titles = _title_starts(draft)
    if mark:
        group = "dash" if mark["dash"] else "dot" if mark["dot"] else "word"
        span = Span(mark.start(group), mark.end(group))
        authors = (
            read(draft.work, mark.end(), titles) if group == "dash" and len(span) == 1 else None
        )
        draft.label(mark.start(), mark.end())
        draft.start = mark.end()
        if authors is None:
            return span, _take_more(draft, mark)
    else:
        authors = read(draft.work, at, titles)
        span = None
    if authors:
        draft.take("authors", authors.span.start, authors.span.end)
        if authors.role:
            draft.label(authors.role.start, authors.role.end)
        draft.start = authors.end
    elif numbered:
        draft.start = at
    return None, authors


def _take_more(draft: Draft, mark: re.Match[str]) -> Authors | None:
    """Take the names a mark is followed by: "———, and Igor Selivanov."."""
    end = mark.end("dash") if mark["dash"] else mark.end()
    more = read_more(draft.text, end)
    if not more:
        return None
    span = Span(more[0].span.start, more[-1].span.end)
    draft.take("authors", span.start, span.end)
    draft.start = span.end
    return Authors(tuple((each.name, each.span) for each in more), span)


def _with_coauthors(draft: Draft, people: Names) -> Names:
    """Add who is named behind GOST's slash: "Konoreva, I. A. … / I. A. Konoreva, I. N. Selivanov".

    The heading has the first author only, and none where there are more than three: "Title / W. C.
    Allee, A. E. Emerson, O. Park [et al.]".
    """
    span = draft.at("responsibility")
    if len(people) > 1 or span is None or draft.values.keys() & {"editor"}:
        return people
    cut = _CUT.search(draft.text, span.start, span.end)
    named = read_names(draft.text, span.start, cut.start() if cut else span.end)
    if len(named) < 2 or any(not name.family or "." not in name.given for name, _ in named):
        return people
    if not people and (cut or len(named) > 3):
        draft.values["authors"] = (span.cut(draft.text), span)
        return named
    if not people:
        return people
    first = people[0][0]
    same = (named[0][0].family, named[0][0].given[:1]) == (first.family, first.given[:1])
    return (*people, *named[1:]) if same else people


def _title_starts(draft: Draft) -> tuple[int, ...]:
    starts = [run.start for run in draft.emphasis if len(run) > 3]
    starts += [quote.start for quote in draft.quotes]
    return tuple(sorted(starts))


def _host_editors(draft: Draft) -> Names:
    span = draft.at("editor")
    return read_names(draft.text, span.start, span.end) if span else ()
