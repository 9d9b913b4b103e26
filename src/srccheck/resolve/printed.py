"""Printed citations against the entries: author and year, title and year, newspaper and day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, product

from srccheck.citations import Kind, PrintedCitation, Year
from srccheck.references import Entry
from srccheck.resolve.apparatus import NameDifference, Outcome
from srccheck.resolve.folding import begins_with_words, fold
from srccheck.resolve.index import EntryIndex, label_key
from srccheck.resolve.inflection import nominatives
from srccheck.resolve.names import Agreement, AuthorMatch, match_authors
from srccheck.values import dataclass

UNDATED = ("n.d.", "forthcoming")
_LATIN = str.maketrans("абвгд", "abcde")
_ISSUE = frozenset({"no", "nos", "nr", "№"})
NEAREST = 3  # entries named in a message at most


@dataclass(frozen=True, slots=True)
class Match:
    """What was found for one citation; see Resolved for the fields."""

    outcome: Outcome
    entry: Entry | None = None
    nearest: tuple[Entry, ...] = ()
    candidates: tuple[Entry, ...] = ()
    differences: tuple[NameDifference, ...] = ()
    coauthors_differ: bool = False


def match_printed(citation: PrintedCitation, label: str, index: EntryIndex) -> Match:
    """Find the entry of a citation whose authors stand in the text as ``label``."""
    if citation.kind is Kind.NEWSPAPER:
        return _match_newspaper(citation, index)
    labelled = _match_label(citation, label, index)
    if labelled is not None:
        return Match(Outcome.MATCHED, labelled)
    if citation.title is not None:
        by_title = _match_title(citation.title, citation.year, index)
        if by_title.entry is not None or by_title.candidates:
            return by_title
        by_author = _match_author(citation, citation.title, index)  # "Сталин И.В. 1949", "FRUS"
        missing = by_title.outcome is Outcome.MISSING and by_author.outcome is not Outcome.MISSING
        return by_author if by_author.entry or missing else by_title
    if label in index.archives:
        return Match(Outcome.MATCHED, index.archives[label])
    by_author = _match_inflected(citation, index) or _match_author(citation, label, index)
    if by_author.outcome is not Outcome.MISSING:
        return by_author
    by_title = _match_title(label, citation.year, index)
    if by_title.outcome is not Outcome.MISSING:
        return by_title
    return Match(Outcome.UNLISTED) if _is_issue(citation) else by_author


def _match_label(citation: PrintedCitation, label: str, index: EntryIndex) -> Entry | None:
    """Give the entry behind the label that is cited, in a list that has labels."""
    if not index.by_label or citation.year is None:
        return None
    year = f"{citation.year.text}{citation.year.suffix or ''}"
    for words in (label, citation.title or "", " ".join(citation.authors)):
        found = index.by_label.get(label_key(f"{words} {year}"), []) if words else []
        if len(found) == 1:
            return found[0]
    return None


def _is_issue(citation: PrintedCitation) -> bool:
    """Tell an issue of a periodical, which lists leave out: "Kommunist 1960, no. 12"."""
    return any(part.label.rstrip(".").lower() in _ISSUE for part in citation.locators)


def _match_inflected(citation: PrintedCitation, index: EntryIndex) -> Match | None:
    """Try the nominative of a name that prose puts in another case; only a sure match counts."""
    if citation.kind is not Kind.NARRATIVE:
        return None
    forms = [(name, *nominatives(name)) for name in citation.authors[:3]]
    for names in islice(product(*forms), 1, 28):
        match = _match_author(replace(citation, authors=names), " ".join(names), index)
        if match.outcome is Outcome.MATCHED and not match.differences:
            return match
    return None


def _match_author(citation: PrintedCitation, label: str, index: EntryIndex) -> Match:
    cited = citation.authors or (label,)
    entries = {entry.id: entry for name in (cited[0], label) for entry in index.of_author(name)}
    matches = [
        match
        for entry in entries.values()
        for match in [
            _match_entry(citation, cited, entry, index)
            or match_authors((label,), entry, et_al=False)
        ]
        if match is not None
    ]
    sure = [match for match in matches if match.agreement <= Agreement.SAME]
    for group in (sure, matches):
        fitting = [match for match in group if year_agrees(citation.year, match.entry)]
        if fitting:
            return _choose(citation, fitting)
    spelled = _misspelt(citation, cited, index)
    if not sure and spelled:
        return _choose(citation, spelled)
    named = [e for e in index.of_raw(cited[0]) if year_agrees(citation.year, e)]
    if len(named) == 1:
        return Match(Outcome.MATCHED, named[0])
    if sure:
        return _other_year(citation, sure)
    near = tuple(match.entry for match in matches)[:NEAREST]
    return Match(Outcome.MISSING, nearest=near)


def _match_entry(
    citation: PrintedCitation, cited: tuple[str, ...], entry: Entry, index: EntryIndex
) -> AuthorMatch | None:
    unnamed = entry.id in index.unnamed
    return match_authors(cited, entry, et_al=citation.et_al, unnamed=unnamed)


def _choose(citation: PrintedCitation, fitting: Sequence[AuthorMatch]) -> Match:
    """Pick among the entries of one author and year: by co-authors, spelling, suffix, volume."""
    best = min(_rank(match) for match in fitting)
    fitting = [match for match in fitting if _rank(match) == best]
    if citation.et_al:  # "et al." of two authors is rare, and never meant beside one of three
        several = [match for match in fitting if len(match.entry.authors) > 2]
        fitting = several or fitting
    suffix = citation.year.suffix if citation.year else None
    entries = tuple(match.entry for match in fitting)
    if suffix is not None:
        exact = [match for match in fitting if suffix_of(match.entry) == suffix]
        exact = exact or _lettered(fitting, suffix)
        if not exact:
            return Match(Outcome.SUFFIX, nearest=entries[:NEAREST])
        fitting = exact
    if len(fitting) > 1 and any(part.unit == "volume" for part in citation.locators):
        with_volumes = [match for match in fitting if match.entry.volume]
        fitting = with_volumes if len(with_volumes) == 1 else fitting
    if len(fitting) > 1:
        return Match(Outcome.AMBIGUOUS, candidates=tuple(match.entry for match in fitting))
    only = fitting[0]
    return Match(
        Outcome.MATCHED,
        only.entry,
        differences=only.differences,
        coauthors_differ=not only.coauthors,
    )


def _lettered(fitting: Sequence[AuthorMatch], suffix: str) -> list[AuthorMatch]:
    """Give the entry of a .bib that a style would give the letter ``suffix``: by their titles."""
    if not all(match.entry.fielded and match.entry.suffix is None for match in fitting):
        return []
    at = ord(suffix) - ord("a")
    ordered = sorted(fitting, key=lambda match: fold(match.entry.title or ""))
    return ordered[at : at + 1] if len(ordered) > 1 else []


def _rank(match: AuthorMatch) -> tuple[bool, bool, Agreement]:
    return not match.coauthors, not match.given, match.agreement


def suffix_of(entry: Entry) -> str | None:
    """Give the letter after an entry's year as citations have it: the Cyrillic б is b."""
    return entry.suffix.translate(_LATIN) if entry.suffix else None


def _other_year(citation: PrintedCitation, matches: Sequence[AuthorMatch]) -> Match:
    """The author is listed, the year is not: name the entry that was probably meant."""
    year = citation.year
    if year is not None and year.last:
        for match in matches:
            if span_in_title(year, match.entry):
                return Match(Outcome.YEAR, match.entry, nearest=(match.entry,))
    ordered = sorted(
        matches,
        key=lambda match: (not match.coauthors, _years_apart(year, match.entry)),
    )
    alike = [match for match in ordered if match.coauthors == ordered[0].coauthors]
    return Match(Outcome.YEAR, nearest=tuple(match.entry for match in alike)[:NEAREST])


def _misspelt(
    citation: PrintedCitation, cited: tuple[str, ...], index: EntryIndex
) -> list[AuthorMatch]:
    """Give the entries of the cited year whose author is a slip away from the cited one."""
    if citation.year is None:
        return []
    matches = (
        _match_entry(citation, cited, entry, index)
        for entry in index.by_year.get(citation.year.first, ())
    )
    return [
        match for match in matches if match is not None and year_agrees(citation.year, match.entry)
    ]


def _match_title(title: str, year: Year | None, index: EntryIndex) -> Match:
    entries = index.of_title(title)
    fitting = [entry for entry in entries if year_agrees(year, entry)]
    if not fitting and year is not None:
        fitting = index.holding_title(title, year.first)
    if fitting:
        return _choose_title(title, year, fitting)
    if entries:
        return Match(Outcome.YEAR, nearest=tuple(entries)[:NEAREST])
    return Match(Outcome.MISSING)


def _choose_title(title: str, year: Year | None, fitting: list[Entry]) -> Match:
    without_author = [entry for entry in fitting if not entry.authors]
    fitting = without_author or fitting
    exact = [
        entry for entry in fitting if fold(entry.title or entry.container or "") == fold(title)
    ]
    fitting = exact or fitting
    if year is not None and year.suffix:
        fitting = [entry for entry in fitting if suffix_of(entry) == year.suffix] or fitting
    if len(fitting) > 1:
        return Match(Outcome.AMBIGUOUS, candidates=tuple(fitting))
    return Match(Outcome.MATCHED, fitting[0])


def _match_newspaper(citation: PrintedCitation, index: EntryIndex) -> Match:
    """A newspaper is looked up only in a list that names newspapers; most do not."""
    title = fold(citation.title or "")
    named = [
        entry
        for entry in index.of_title(citation.title or "")
        if fold(entry.container or entry.title or "") == title
        or begins_with_words(fold(entry.container or entry.title or ""), title)
    ]
    dated = [entry for entry in named if entry.date]
    same_day = [entry for entry in dated if entry.date == citation.date]
    if same_day:
        return Match(Outcome.MATCHED, same_day[0])
    whole = [
        entry
        for entry in named
        if not entry.date
        and not entry.authors
        and (entry.year is None or (citation.date or "").startswith(entry.year_first or "-"))
    ]
    if whole:
        return Match(Outcome.MATCHED, whole[0])
    issues = tuple(entry for entry in dated if not entry.authors and not entry.url)
    if issues:
        return Match(Outcome.MISSING, nearest=issues[:NEAREST])
    return Match(Outcome.UNLISTED)


def year_agrees(year: Year | None, entry: Entry) -> bool:
    """Tell whether a cited year or span is the entry's own."""
    if year is None:
        return True
    if year.first in UNDATED:
        return entry.year is None or entry.year.lower() in UNDATED
    if entry.year is None:
        return False
    if "/" in year.text and year.last in (entry.year_first, entry.year_last):
        return True  # "1867/1990", the first edition and the one used
    if year.last is None:
        return entry.year_first == year.first and entry.year_last in (None, year.first)
    return entry.year_first == year.first and entry.year_last == year.last


def span_in_title(year: Year, entry: Entry) -> bool:
    """Tell whether a cited span of years stands in the entry's title."""
    title = entry.title or ""
    ends = {year.last or "", (year.last or "")[-2:]}
    return any(f"{year.first}{dash}{end}" in title for dash in "-–—" for end in ends if end)


def _years_apart(year: Year | None, entry: Entry) -> int:
    if year is None or not year.first.isdigit() or not (entry.year_first or "").isdigit():
        return 9999
    return abs(int(year.first) - int(entry.year_first or 0))


def years_of(entries: Iterable[Entry]) -> str:
    """Give the years of ``entries`` for a message: "1996, 2003a"."""
    return ", ".join(f"{entry.year or 'n.d.'}{entry.suffix or ''}" for entry in entries)
