"""From labelled words to the fields of an entry: the second reading, in the form of the first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.references.authors import read_names
from srccheck.references.dates import find_dates
from srccheck.references.draft import Draft, cleaned
from srccheck.references.kinds import kind_of
from srccheck.references.model import AuthorSource, EntryType
from srccheck.references.numbers import take_bare_numbers, take_numbers
from srccheck.references.parse import Names, Parsed
from srccheck.references.statements import take_edition
from srccheck.references.tagging.tagger import Tagged
from srccheck.text import Span
from srccheck.values import dataclass

_YEAR = re.compile(r"(?P<year>(?:1[4-9]|20)\d\d(?:\s?[–—/-]\s?(?:(?:1[4-9]|20)\d\d|\d\d))?)(?!\d)"
                   r"(?P<suffix>[a-zа-д](?!\w))?")  # fmt: skip
_DASHES = str.maketrans("-—", "––")
_NO_DATE = re.compile(r"n\.\s?d\.|s\.\s?[da]\.|o\.\s?J\.|б\.\s?г\.|forthcoming|в\sпечати", re.I)
_HOST = re.compile(r"(?://|[Ii]n:?|[Ii]m|[Dd]ans|[Ww]:?|[Вв](?:\sкн\.)?:?)\s+(?=\S)")
_EDITED = re.compile(
    r"(?:/\s*)?(?:(?:edited|herausgegeben)\s(?:by|von)|eds?\.?(?:\sby)?|[Hh]rsg\.?(?:\sv\.|\svon)?|[Hh]gg?\."
    r"|a\scura\sdi|sous\sla\sdir\S*\sde|[ée]d\.\spar|dir\.|red\.|отв\.\sред\.|под\sред\S*|сост\.|ред\.)"
    r"[,:]?\s+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"[\s,(]*\(?(?:eds?\.?|[Hh]gg?\.?|[Hh]rsg\.?|red\.|a\scura\sdi)\)?[.,:)]*\s*$", re.I
)
_THESIS = re.compile(r"diss|thesis|th[èe]se|tesi|дис|автореф|phd|habil|master", re.IGNORECASE)
_JOINED = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,4}|[IVXLC]{1,7})(?:\s?\(|\s?[/:]|[.,]\s)\s?"
    r"(?:no?s?\.\s?|№\s?|H\.\s?)?(?P<number>\d{1,4}(?:[–/-]\d{1,4})?)(?![\w–-])"
)
_CLOSED_NAMES = re.compile(r"[^\w\s.'’]$|[^\W\d_]{2}\.$|,.*\.$|(?:\w\.\s?){2}$", re.DOTALL)
_BEHIND_NAMES = re.compile(r"\s*[(\[“„«\"\d/—–-]")
_KEPT = ("url", "doi", "accessed")  # what the rules read better than anybody


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words with one label: its range, and how certain its least certain word is."""

    label: str
    span: Span
    certainty: float


def runs_of(tagged: Tagged) -> list[Run]:
    """Give the runs of one label."""
    runs: list[Run] = []
    for word, label, certainty in zip(tagged.words, tagged.labels, tagged.certainty, strict=True):
        if runs and runs[-1].label == label:
            last = runs[-1]
            span = Span(last.span.start, word.end)
            runs[-1] = Run(label, span, min(last.certainty, certainty))
        else:
            runs.append(Run(label, word, certainty))
    return runs


def read_tagged(text: str, italics: tuple[Span, ...], runs: list[Run], first: Parsed) -> Parsed:
    """Read an entry by its labels; addresses, days of access and marks stay the rules' own."""
    draft = Draft(text, italics)
    for name in _KEPT:
        held = first.values.get(name)
        if held:
            draft.take(name, held[1].start, held[1].end, held[0])
    if first.mark:
        draft.label(first.mark.start, first.mark.end)
    people: Names = ()
    editors: Names = ()
    thesis = in_host = False
    for run in _without_false_names(text, runs, first):
        match run.label:
            case "author" if not people and not first.mark and _begins(text, run.span):
                people = _known(draft, run.span, "authors", first.authors, first) or _people(
                    draft, run.span, "authors"
                )
            case "editor" if not editors:
                editors = _known(draft, run.span, "editor", first.editors, first) or _people(
                    draft, run.span, "editor"
                )
            case "title" | "container-title" | "journal" as label:
                in_host |= _title(draft, run.span, label, first)
            case "date":
                _date(draft, run.span)
            case "volume" | "pages":
                _numbers(draft, run.span, run.label)
            case "location" | "publisher" as label:
                name = "place" if label == "location" else label
                if name not in draft.values:
                    draft.take_clean(name, run.span.start, run.span.end)
            case "edition":
                _edition(draft, run.span)
            case "genre":
                thesis |= _THESIS.search(run.span.cut(text)) is not None
                draft.label(run.span.start, run.span.end)
            case "citation-number":
                draft.label(run.span.start, run.span.end)
            case _:
                pass
    kind = kind_of(draft, thesis=thesis, in_host=in_host)
    if kind is EntryType.ARTICLE and any(run.label == "container-title" for run in runs):
        kind = EntryType.CHAPTER
    people = people if people else first.authors if first.mark else ()
    source = AuthorSource.EXPLICIT if people else AuthorSource.NONE
    _labels_between(draft, first)
    return Parsed(
        kind, people, source, editors, draft.values, tuple(draft.labels), draft.rest(), first.mark
    )


def _without_false_names(text: str, runs: list[Run], first: Parsed) -> list[Run]:
    """Give a title back the words at its beginning that were called a name.

    "Federal Writers' Project Papers" and "Myron T. Herrick Papers" begin with no author: nothing
    divides the first two words from the others.
    """
    if len(runs) < 2 or runs[0].label != "author" or runs[1].label != "title":
        return runs
    name, title = runs[0], runs[1]
    if (
        first.authors
        or _CLOSED_NAMES.search(name.span.cut(text))
        or _BEHIND_NAMES.match(text, name.span.end)
    ):
        return runs
    whole = Run(
        "title", Span(name.span.start, title.span.end), min(name.certainty, title.certainty)
    )
    return [whole, *runs[2:]]


def _begins(text: str, span: Span) -> bool:
    """Tell a run that begins the entry, the list's own number apart."""
    return not any(char.isalpha() for char in text[: span.start])


def _known(draft: Draft, span: Span, name: str, people: Names, first: Parsed) -> Names:
    """Give the persons that the rules have read in this very run: they read names better."""
    held = first.values.get(name)
    if not people or held is None or not span.contains(held[1]):
        return ()
    draft.take(name, held[1].start, held[1].end, held[0])
    draft.label(span.start, held[1].start)
    draft.label(held[1].end, span.end)
    return people


def _people(draft: Draft, span: Span, name: str) -> Names:
    lead = _EDITED.match(draft.text, span.start, span.end) or _HOST.match(
        draft.text, span.start, span.end
    )
    start = lead.end() if lead else span.start
    lead = _EDITED.match(draft.text, start, span.end)
    start = lead.end() if lead else start
    role = _ROLE.search(draft.text, start, span.end)
    end = role.start() if role and role.start() > start else span.end
    inner = cleaned(draft.text, start, end)
    stop = inner.end + (
        draft.text[inner.end : inner.end + 1] == "." and _initial(draft.text, inner)
    )
    people = read_names(draft.text, inner.start, stop)
    if not people:
        return ()
    draft.label(span.start, inner.start)
    draft.take(name, people[0][1].start, people[-1][1].end)
    if people[-1][1].end >= inner.end:
        draft.label(inner.end, span.end)
    return people


def _initial(text: str, span: Span) -> bool:
    """Tell that a name ends in an initial, whose full stop belongs to it."""
    return re.search(r"(?:^|[\s.])[^\W\d_]$", text[span.start : span.end]) is not None


def _title(draft: Draft, span: Span, label: str, first: Parsed) -> bool:
    """Take a title or what it stands in; tell whether a word for "in" begins it."""
    host = _HOST.match(draft.text, span.start, span.end) if label != "title" else None
    if host:
        draft.label(host.start(), host.end())
    name = "title" if label == "title" else "container"
    inner = cleaned(draft.text, host.end() if host else span.start, span.end)
    if name not in draft.values and not _is_understood(inner, first):
        draft.take(name, inner.start, inner.end)
    return host is not None or label == "container-title"


def _is_understood(span: Span, first: Parsed) -> bool:
    """Tell words that the rules know for what they are: "[Электронный ресурс]. URL"."""
    covered = sum(
        min(each.end, span.end) - max(each.start, span.start)
        for each in first.labels
        if each.overlaps(span)
    )
    return covered * 2 > len(span)


def _date(draft: Draft, span: Span) -> None:
    text = draft.text[: span.end]
    day = next((each for each in find_dates(text[span.start :])), None)
    if day and "date" not in draft.values:
        draft.take("date", span.start + day.start, span.start + day.end, day.iso)
        draft.values.setdefault(
            "year", (day.year, Span(span.start + day.year_start, span.start + day.year_start + 4))
        )
        return
    year = _YEAR.search(text, span.start)
    if year and "year" not in draft.values:
        value = re.sub(r"\s", "", year["year"]).translate(_DASHES)
        draft.take("year", year.start("year"), year.end("year"), value)
        if year["suffix"]:
            draft.take("suffix", year.start("suffix"), year.end("suffix"))
    elif "year" not in draft.values:
        none = _NO_DATE.search(text, span.start)
        if none:
            word = "n.d." if "." in none.group() else "forthcoming"
            draft.take("year", none.start(), none.end(), word)


def _numbers(draft: Draft, span: Span, label: str) -> None:
    """Take volume, number and pages inside one run by the rules for them."""
    part = Draft(" " * span.start + draft.text[span.start : span.end] + " ")
    part.start = max(span.start - 1, 0)
    take_numbers(part)
    take_bare_numbers(part)
    joined = _JOINED.search(draft.text, span.start, span.end) if label == "volume" else None
    if joined and not part.values.keys() & {"number", "volume"}:
        for group in ("volume", "number"):
            part.take(group, joined.start(group), joined.end(group))
    for name, (value, where) in part.values.items():
        if name not in draft.values and (label == "pages") == (name in {"pages", "extent"}):
            draft.take(name, where.start, where.end, value)
    for each in part.labels:
        draft.label(each.start, each.end)
    held = {"pages", "extent"} if label == "pages" else {"volume", "number"}
    if not draft.values.keys() & held:
        draft.take_clean(label, span.start, span.end)


def _edition(draft: Draft, span: Span) -> None:
    part = Draft(" " * span.start + draft.text[span.start : span.end])
    take_edition(part)
    held = part.values.get("edition")
    if held:
        draft.take("edition", held[1].start, held[1].end, held[0])
        draft.label(span.start, span.end)
    else:
        draft.take_clean("edition", span.start, span.end)


def _labels_between(draft: Draft, first: Parsed) -> None:
    """Keep the rules' understood words that no field has taken."""
    spans = [span for _, span in draft.values.values()]
    for each in first.labels:
        if not any(each.overlaps(span) for span in spans):
            draft.label(each.start, each.end)


def differing(first: Parsed, second: Parsed) -> Iterator[str]:
    """Name the fields in which two readings of one entry differ."""
    names = [*first.values, *(name for name in second.values if name not in first.values)]
    for name in names:
        if name in {"volume_label", "extent", "original_year"}:
            continue
        mine, theirs = first.values.get(name), second.values.get(name)
        if (mine and mine[0].strip(" .,;:")) != (theirs and theirs[0].strip(" .,;:")):
            yield name
