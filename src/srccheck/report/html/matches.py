"""Citations against the entries of the list: what is cited, how well it fits, what differs.

One row a work as it is cited: "Gaiduk 2010" and its places, the entry it was compared with, a
grade, and what the two disagree in. An entry that nothing cites has a row too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from srccheck.citations import FullNote, Kind, PrintedCitation
from srccheck.references import Entry
from srccheck.report.html.register import Link
from srccheck.report.html.states import State, state_of
from srccheck.report.html.view import View
from srccheck.report.window import printable, shorten
from srccheck.resolve import Outcome, Resolved
from srccheck.resolve.details import Difference
from srccheck.resolve.details import differences as details
from srccheck.rules.quoting import listed, work
from srccheck.values import dataclass

# "Gaiduk (1996)" and "Gaiduk 1996", "1975-88" and "1975–88" are cited alike.
_PUNCTUATION = re.compile(r"[()\[\],]")
_DASHES = str.maketrans("-‐‑", "–––")

_OF_NOTES = (State.FULL, State.MATCHED)
WIDTH = 120  # cells of a work as it is cited; a full note may be long


class Grade(IntEnum):
    """How well citation and entry fit, from 0 (not at all) to 4 (in everything compared)."""

    NONE = 0
    DOUBTFUL = 1
    NEAR = 2
    SPELLING = 3
    EXACT = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table.

    ``cited`` is the work as cited, "" for an entry that is not; ``fit`` says the grade in a word.
    ``grade`` is None where nothing was compared. ``entries`` are those it was compared with: their
    ids and texts.
    """

    cited: str
    fit: str
    grade: Grade | None
    differs: tuple[str, ...]
    entries: tuple[tuple[str, str], ...]
    places: tuple[Link, ...]


def rows_of(view: View) -> tuple[Row, ...]:
    """Give the rows, the worst first; those of one grade in the order of the manuscript."""
    groups: dict[tuple[object, ...], list[Resolved]] = {}
    keys: dict[int, tuple[object, ...]] = {}
    for resolved in view.apparatus.citations:
        key = _key(view, resolved, keys)
        if key is not None:
            keys[resolved.index] = key
            groups.setdefault(key, []).append(resolved)
    rows = [_row(view, group) for group in groups.values()]
    rows += _uncited(view)
    worst_first = {Grade.NONE: 0, Grade.DOUBTFUL: 1, Grade.NEAR: 2, Grade.SPELLING: 3}
    return tuple(
        sorted(rows, key=lambda row: 6 if row.grade is None else worst_first.get(row.grade, 5))
    )


def _key(
    view: View, resolved: Resolved, keys: dict[int, tuple[object, ...]]
) -> tuple[object, ...] | None:
    """Give what puts citations into one row; an ibid goes with what it stands for."""
    if resolved.reference is not None or resolved.outcome is Outcome.UNPARSED:
        return None
    if resolved.citation.kind is Kind.IBID:
        before = resolved.antecedent if resolved.antecedent is not None else resolved.previous
        return keys.get(before) if before is not None and resolved.entry is not None else None
    entry = resolved.entry.id if resolved.entry else ""
    if entry and entry not in view.entry_numbers and state_of(resolved) in _OF_NOTES:
        return (entry,)  # a work that the notes alone name: one row for all its citations
    words = _PUNCTUATION.sub("", work(view.apparatus, resolved)).translate(_DASHES).casefold()
    return (words, resolved.outcome, entry, resolved.coauthors_differ)


def _row(view: View, group: list[Resolved]) -> Row:
    first = group[0]
    fit, grade = _fit(first)
    compared = (first.entry,) if first.entry else (*first.candidates, *first.nearest)
    return Row(
        shorten(printable(work(view.apparatus, first)), WIDTH),
        fit,
        grade,
        tuple(map(printable, _differences(first, compared))),
        tuple((view.entry_anchor(entry) or "", view.entry_text(entry)) for entry in compared),
        tuple(_places(view, group)),
    )


def _places(view: View, group: Iterable[Resolved]) -> Iterator[Link]:
    for each in group:
        ibid = " (ibid.)" if each.citation.kind is Kind.IBID else ""
        yield Link(view.anchors.citation(each.index), view.where(each.place) + ibid)


def _fit(resolved: Resolved) -> tuple[str, Grade | None]:
    """Give the grade of a citation, and its name."""
    match resolved.outcome:
        case Outcome.MATCHED if resolved.coauthors_differ:
            return "co-authors differ", Grade.NEAR
        case Outcome.MATCHED if any(each.verdict == "misspelling" for each in resolved.differences):
            return "name misspelt", Grade.NEAR
        case Outcome.MATCHED if resolved.differences:
            return "spelt otherwise", Grade.SPELLING
        case Outcome.MATCHED if _details(resolved):
            return "details differ", Grade.SPELLING
        case Outcome.MATCHED:
            return "exact", Grade.EXACT
        case Outcome.YEAR:
            return "another year", Grade.NEAR
        case Outcome.SUFFIX:
            return "another letter", Grade.NEAR
        case Outcome.TITLE:
            return "another title", Grade.NEAR
        case Outcome.AMBIGUOUS:
            return "several fit", Grade.DOUBTFUL
        case Outcome.MISSING:
            return "not in the list", Grade.NONE
        case Outcome.UNLISTED if resolved.entry is not None:
            return "in full, in no list", None
        case _:
            return "not looked up", None


def _differences(resolved: Resolved, compared: tuple[Entry, ...]) -> Iterator[str]:
    for each in resolved.differences:
        told = f" ({each.explanation})" if each.explanation else ""
        yield f"{each.cited} here, {each.listed} in the list{told}"
    for detail in _details(resolved):
        yield f"{detail.field}: {detail.cited} here, {detail.written} there"
    names = ", ".join(listed(entry) for entry in compared)
    citation = resolved.citation
    year = citation.year.text if isinstance(citation, PrintedCitation) and citation.year else ""
    match resolved.outcome:
        case Outcome.YEAR | Outcome.SUFFIX:
            yield f"{year or 'no year'} here; the list has {names}"
        case Outcome.AMBIGUOUS:
            yield f"fits {names}"
        case Outcome.TITLE if names:
            yield f"of this author there is {names}"
        case Outcome.MISSING if names:
            yield f"nearest: {names}"
    if resolved.coauthors_differ:
        yield f"the entry is by {_authors(compared[0])}"


def _details(resolved: Resolved) -> list[Difference]:
    """Give the details, names apart, in which a full note is not its entry."""
    note = resolved.citation
    if not isinstance(note, FullNote) or resolved.entry is None or resolved.entry is note.work:
        return []
    return details(note, resolved.entry, ())


def _authors(entry: Entry) -> str:
    return ", ".join(name.short for name in entry.authors or entry.editors)


def _uncited(view: View) -> Iterator[Row]:
    """Give a row for each entry that no citation was compared with."""
    apparatus = view.apparatus
    compared = {
        entry.id
        for each in apparatus.citations
        for entry in ((each.entry,) if each.entry else (*each.nearest, *each.candidates))
    }
    for entry in apparatus.entries:
        if entry.id not in compared and not apparatus.cited_by(entry):
            yield Row(
                "",
                "not cited",
                None,
                (),
                ((view.entry_anchor(entry) or "", view.entry_text(entry)),),
                (),
            )
