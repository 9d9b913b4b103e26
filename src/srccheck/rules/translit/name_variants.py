"""name-variants (TRN002): one name in two spellings, within the prose or within a list.

What it does:
    Reports a surname that the author's own prose spells in two romanisations (Malinovsky,
    Malinovskii), at the places of the rarer one, and an author's name that entries of one language
    spell in two ways. Given names, which people romanise as they like, persons with other given
    names, quotations, titles and citations are left alone; case endings are no variants.
Why it matters:
    A reader takes one man for two, and so does an index.
Example:
    Marshal Malinovsky came in June. The talks with Malinovsky lasted a week, and Malinovskii left.
Use instead:
    Marshal Malinovsky came in June. The talks with Malinovsky lasted a week, and Malinovsky left.
Fix safety:
    Unsafe: the commoner spelling is written.
Options:
    None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from srccheck.references import Name, ReferenceList
from srccheck.resolve import Apparatus
from srccheck.resolve.folding import fold
from srccheck.rules.base import Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.edits import respell
from srccheck.rules.entry_names import family_place, is_slavic, language_of_entry
from srccheck.rules.prose_names import ProseName, capitalised, prose_name
from srccheck.text import Place
from srccheck.values import dataclass

T = TypeVar("T")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(frozen=True, slots=True)
class _Listed:
    """An author's family name where it stands in a list."""

    name: Name
    place: Place
    language: str | None


class NameVariants(Rule):
    """A name in two spellings."""

    code = "TRN002"
    name = "name-variants"
    severity = Severity.WARNING
    summary = "one name in two spellings, within the prose or within a list"
    fixes = Safety.UNSAFE
    gives_way_to = ("CIT003", "TRN001")

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the places of the rarer spellings."""
        yield from _in_prose(apparatus)
        for each in apparatus.lists:
            yield from _in_list(apparatus, each)


def _in_prose(apparatus: Apparatus) -> Iterator[Finding]:
    for a, b in _alike(capitalised(apparatus), str):
        if not (is_slavic(a) or is_slavic(b)) or not _is_one(a, b):
            continue  # Frazer and Frazier, Meyer and Meier
        first, second = prose_name(apparatus, a), prose_name(apparatus, b)
        if not first.certain or not second.certain or _are_given_names(first, second):
            continue
        if not _are_namesakes(first, second):
            usual, rare = _ranked(first, second)
            for use in rare.uses:
                yield _finding(use.place, rare.text, usual.text, usual.uses[0].place)


def _ranked(first: ProseName, second: ProseName) -> tuple[ProseName, ProseName]:
    """The commoner spelling and the rarer one; in a tie the earlier is the right one."""
    if len(first.uses) != len(second.uses):
        pair = sorted((first, second), key=lambda each: -len(each.uses))
    else:
        pair = sorted((first, second), key=lambda each: each.uses[0].place)
    return pair[0], pair[1]


def _are_given_names(first: ProseName, second: ProseName) -> bool:
    """Tell whether one is always followed by a surname, and not by the other's."""
    followers = [{use.after for use in each.uses} for each in (first, second)]
    always = any("" not in each for each in followers)
    return always and not (followers[0] & followers[1]) - {""}


def _are_namesakes(first: ProseName, second: ProseName) -> bool:
    """Tell whether each stands after given names, and the initials never agree."""
    initials = [
        {use.before[0] for use in each.uses if use.before and not use.opens}
        for each in (first, second)
    ]
    return all(initials) and not initials[0] & initials[1]


def _in_list(apparatus: Apparatus, each: ReferenceList) -> Iterator[Finding]:
    authors = [
        _Listed(name, place, language_of_entry(entry))
        for entry in each.entries
        if entry.field_place("authors")
        for name in entry.authors
        for place in [family_place(apparatus, entry, name)]
        if place is not None
    ]
    by_family: dict[tuple[str, str | None], list[_Listed]] = defaultdict(list)
    for author in authors:
        by_family[author.name.family, author.language].append(author)
    for left, right in _alike(by_family.items(), lambda item: item[0][0]):
        if left[0][1] != right[0][1] or not _may_be_one(left[1], right[1]):
            continue
        if not _is_one(left[0][0], right[0][0]):
            continue
        usual, rare = (left, right) if len(left[1]) >= len(right[1]) else (right, left)
        for author in rare[1]:
            yield _finding(author.place, rare[0][0], usual[0][0], usual[1][0].place)


def _may_be_one(left: Sequence[_Listed], right: Sequence[_Listed]) -> bool:
    """Tell whether given names agree: their initials for a Slavic name, two of them for others."""
    mine, theirs = ({fold(each.name.given) for each in side} - {""} for side in (left, right))
    if any(is_slavic(side[0].name.family) for side in (left, right)):
        return bool({each[0] for each in mine} & {each[0] for each in theirs})
    return any(" " in each for each in mine & theirs)


def _alike(items: Iterable[T], text: Callable[[T], str]) -> Iterator[tuple[T, T]]:
    """Give the pairs of items whose spellings may be one name: equal keys."""
    from srccheck.translit import name_keys

    by_key: dict[str, list[T]] = defaultdict(list)
    for item in items:
        if _CYRILLIC.search(text(item)):
            continue
        for key in name_keys(text(item)):
            by_key[key].append(item)
    told: set[tuple[str, str]] = set()
    for group in by_key.values():
        for first, second in combinations(group, 2):
            a, b = text(first), text(second)
            if (a, b) not in told and fold(a) != fold(b):
                told.add((a, b))
                yield first, second


def _is_one(a: str, b: str) -> bool:
    """Tell whether two spellings are one Cyrillic name in two romanisations."""
    from srccheck.translit import same_name

    same = same_name(a, b)
    return same.verdict == "same" and bool(same.cyrillic)


def _finding(place: Place, written: str, usual: str, where: Place) -> Finding:
    from srccheck.translit import same_name

    return Finding(
        place,
        f"{written}: elsewhere {usual}; {same_name(written, usual).explanation}",
        fix=Fix(Safety.UNSAFE, f"write {usual}", (respell(place, written, usual),)),
        related=(Related(where, "the other spelling"),),
    )
