"""fond-outlier (ARC015): a rare fond one slip away from a frequent one.

What it does:
    Reports a fond that is written once, beside one of the same archive and opis that is written at
    least three times and differs by one slip of the fingers: two digits exchanged, one digit put
    for another, doubled, dropped or added.
    Fonds that are near each other in truth are left alone: those with another prefix or other
    zeros at the front (079 and 79), with one or two digits, those that also stand elsewhere, and
    under a low opis, which every fond has, those that differ in their last digit (493 and 495).
Why it matters:
    The fond is what a reader orders by; the file of that number in the other fond is another one.
Example:
    He agreed (Russian State Archive of Socio-Political History [RGASPI], f. 558, op. 11, d. 97,
    l. 67), wavered (RGASPI, f. 558, op. 11, d. 98, l. 3), agreed again (RGASPI, f. 588, op. 11,
    d. 99, l. 15) and left (RGASPI, f. 558, op. 11, d. 99, l. 16).
Use instead:
    He agreed (Russian State Archive of Socio-Political History [RGASPI], f. 558, op. 11, d. 97,
    l. 67), wavered (RGASPI, f. 558, op. 11, d. 98, l. 3), agreed again (RGASPI, f. 558, op. 11,
    d. 99, l. 15) and left (RGASPI, f. 558, op. 11, d. 99, l. 16).
Fix safety:
    There is no fix: the rare fond may be right.
Options:
    often: how often the frequent fond is written at least (default 3).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from srccheck.archives import ArchivalReference, Level, LevelName
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Related, Rule, Severity
from srccheck.rules.files import at, references
from srccheck.text import Place
from srccheck.values import dataclass

_NUMBER = re.compile(r"(?P<before>\D*)(?P<digits>\d+)(?P<after>\D*)")
SHORTEST = 3  # digits; among shorter fonds neighbours are common
LOW_OPIS = 9  # up to it an opis says little about the fond: most fonds have one of that number


@dataclass(frozen=True, slots=True)
class Options:
    """When a fond is frequent."""

    often: int = 3


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A fond that is written out, and the opis and delo it stands with."""

    place: Place
    fond: str
    opis: str
    delo: str | None


class FondOutlier(Rule):
    """A fond that is very probably another one."""

    code = "ARC015"
    name = "fond-outlier"
    severity = Severity.WARNING
    summary = "a rare fond one slip away from a frequent one of the same archive and opis"
    options = Options

    def check(self, apparatus: Apparatus, options: Options) -> Iterator[Finding]:
        """Yield the fonds written once that are a slip away from a frequent one."""
        archives: dict[str, dict[str, list[Occurrence]]] = defaultdict(lambda: defaultdict(list))
        for resolved, reference in references(apparatus):
            level = _written_fond(reference)
            opis = reference.levels.get(LevelName.OPIS)
            if level is not None and opis is not None:
                delo = reference.levels.get(LevelName.DELO)
                archives[reference.archive or reference.abbreviation][level.value].append(
                    Occurrence(at(resolved, level.span), level.value, opis, delo)
                )
        for fonds in archives.values():
            frequent = _frequent(fonds, options)
            for occurrences in fonds.values():
                if len(occurrences) == 1:
                    rare = occurrences[0]
                    yield from _outlier(apparatus, rare, frequent.get(rare.opis, ()))


def _written_fond(reference: ArchivalReference) -> Level | None:
    return next((each for each in reference.written if each.name is LevelName.FOND), None)


def _frequent(
    fonds: Mapping[str, list[Occurrence]], options: Options
) -> dict[str, list[list[Occurrence]]]:
    """Give by opis the fonds that are often cited with it, each as its occurrences."""
    frequent: dict[str, list[list[Occurrence]]] = defaultdict(list)
    for occurrences in fonds.values():
        by_opis: dict[str, list[Occurrence]] = defaultdict(list)
        for each in occurrences:
            by_opis[each.opis].append(each)
        for opis, alike in by_opis.items():
            if len(alike) >= max(options.often, 2):
                frequent[opis].append(alike)
    return frequent


def _outlier(
    apparatus: Apparatus, rare: Occurrence, frequent: Sequence[list[Occurrence]]
) -> Iterator[Finding]:
    """Report ``rare`` where just one of the fonds ``frequent`` with its opis is meant by it."""
    meant = [alike for alike in frequent if _is_slip(rare, alike)]
    if len(meant) == 1:
        usual = meant[0][0]
        yield Finding(
            rare.place,
            f"{apparatus.quote(rare.place)}: with opis {rare.opis} this manuscript otherwise has"
            f" fond {usual.fond} ({len(meant[0])} times)",
            related=(Related(usual.place, "the frequent fond"),),
        )


def _is_slip(rare: Occurrence, usual: list[Occurrence]) -> bool:
    """Tell whether the rare fond is the usual one mistyped."""
    first, second = _NUMBER.fullmatch(rare.fond), _NUMBER.fullmatch(usual[0].fond)
    if first is None or second is None:
        return False
    if (first["before"], first["after"]) != (second["before"], second["after"]):
        return False
    written, meant = first["digits"], second["digits"]
    if len(meant) < SHORTEST or written.lstrip("0") == meant.lstrip("0"):
        return False
    if not one_slip(written, meant):
        return False
    if len(rare.delo or "") > 1 and any(each.delo == rare.delo for each in usual):
        return True  # one file under both fonds; a file of one figure every fond has
    low = rare.opis.isdigit() and int(rare.opis) <= LOW_OPIS
    return not low or (written[:-1] != meant[:-1] and _is_typical(written, meant))


def one_slip(written: str, meant: str) -> bool:
    """Tell whether one digit was replaced, dropped, added, or exchanged with its neighbour.

    >>> one_slip("588", "558"), one_slip("585", "558"), one_slip("5588", "558")
    (True, True, True)
    >>> one_slip("589", "558")
    False
    """
    if written == meant or abs(len(written) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    left, right = written[start:], meant[start:]
    if len(left) == len(right):
        exchanged = left[:2] == right[1::-1] and left[2:] == right[2:]
        return exchanged or left[1:] == right[1:]
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[1:] == shorter


def _is_typical(written: str, meant: str) -> bool:
    """Tell the slips that hardly give another real number: exchanged or wrongly doubled digits."""
    if len(written) != len(meant):
        return True
    if sorted(written) == sorted(meant):
        return True
    return any(first == second for first, second in pairwise(written))
