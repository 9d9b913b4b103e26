"""repeated-title (REF005): one author, one title, two years.

What it does:
    Reports the later of two entries of one author whose titles are the same, or the same up to a
    date at the end of one, under different years. Volumes and instalments of one work, editions,
    reprints and translations named as such, annual reports, yearbooks and titles that differ in a
    number or a date are left alone.
Why it matters:
    Entries are made by copying: the year was changed, the title was forgotten.
Example:
    ## References

    Hoxha, Enver. *Otchetnyj doklad VII s'ezdu APT, 1 nojabrja 1976 g*. Tirana, 1976.

    Hoxha, Enver. *Otchetnyj doklad VII s'ezdu APT*. Tirana, 1981.
Use instead:
    ## References

    Hoxha, Enver. *Otchetnyj doklad VII s'ezdu APT, 1 nojabrja 1976 g*. Tirana, 1976.

    Hoxha, Enver. *Otchetnyj doklad VIII s'ezdu APT*. Tirana, 1981.
Fix safety:
    There is no fix: only the author knows the right title.
Options:
    None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.resolve.folding import fold
from srccheck.resolve.locators import JOURNAL_LIKE
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import entry_head, listed

_SERIAL = re.compile(
    r"\b(?:annual|annuaire|annuel|yearbook|almanach?|jahrbuch|jahresbericht|rocznik|vjetar"
    r"|ежегод|годовой|ezhegod|godovo[ij])",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\b(?:repr(?:int(?:ed)?)?\b|trans(?:l(?:ated)?)?\b|translation|reissued?\b|paperback"
    r"|nachdr|neudr|neuausg|[üu]bers(?:\.|etz)|aus\sdem\s|traduit|trad\.|r[ée][ée]d\."
    r"|пер\.\s|перевод|переизд|репринт)",
    re.IGNORECASE,
)
SHORTEST = 3  # words; "Selected Works" and "Memoirs" repeat by themselves
_DATE = re.compile(r"(?:\s\d{1,2}(?:\s\w+)?)?\s(?:1[5-9]|20)\d\d(?:\s(?:g|goda|г|года))?$")


class RepeatedTitle(Rule):
    """A title under two years."""

    code = "REF005"
    name = "repeated-title"
    severity = Severity.WARNING
    summary = "one author, one title, two years"
    gives_way_to = ("REF002",)

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the later entry of each pair."""
        works: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in apparatus.entries:
            if _SERIAL.search(entry.title or "") or _is_edition(apparatus, entry):
                continue
            title = _DATE.sub("", fold(entry.title or ""))
            names = " ".join(fold(name.short) for name in entry.authors)
            if names and len(title.split()) >= SHORTEST and entry.year:
                works[names, title.replace(" ", "")].append(entry)
        for entries in works.values():
            first = entries[0]
            for entry in entries[1:]:
                if entry.year != first.year and _same_work(first, entry):
                    yield Finding(
                        entry_head(entry),
                        f"{listed(entry)}: the same title as {listed(first)}; a copied entry?",
                        related=(Related(first.place, "the entry with the same title"),),
                    )


def _same_work(first: Entry, entry: Entry) -> bool:
    """Tell whether two entries of one title are neither volumes, issues nor parts of it."""
    if first.fielded and not _same_imprint(first, entry):
        return False  # a .bib has no words for another edition, only its fields
    if _is_dated(first) and _is_dated(entry) and fold(first.title or "") != fold(entry.title or ""):
        return False  # the reports of 1991 and of 1992
    if entry.type not in JOURNAL_LIKE:
        return entry.volume == first.volume
    if fold(entry.container or "") != fold(first.container or ""):
        return True
    return _issue(entry) == _issue(first)  # another issue: a work in instalments, a column


def _same_imprint(first: Entry, entry: Entry) -> bool:
    return first.type is entry.type and all(
        fold(mine or "") == fold(theirs or "")
        for mine, theirs in (
            (first.container, entry.container),
            (first.publisher, entry.publisher),
            (first.place_name, entry.place_name),
        )
    )


def _issue(entry: Entry) -> tuple[str | None, ...]:
    return entry.volume, entry.number, entry.date


def _is_edition(apparatus: Apparatus, entry: Entry) -> bool:
    """Tell whether an entry says that it is another edition: numbered, reprinted, translated."""
    return bool(entry.edition) or _EDITION.search(apparatus.quote(entry.place)) is not None


def _is_dated(entry: Entry) -> bool:
    return _DATE.search(fold(entry.title or "")) is not None
