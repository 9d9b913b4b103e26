"""verso-mixed (ARC016): the back of a leaf marked in several ways.

What it does:
    Compares the marks of the back of a leaf (ob., об., зв., v, verso, rev.) and reports the rarer
    one. Marks are compared among leaves with the same label: об. after л. and ob. after l. are the
    same mark in two scripts, зв. belongs to арк., and a British fol. 12v is none of their business.
    Dots and spaces are not compared.
Why it matters:
    House style.
Example:
    He wrote it down (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    l. 5ob.), then again (RGASPI, f. 17, op. 3, d. 9, l. 6ob.), and denied it (RGASPI, f. 17, op. 3,
    d. 9, l. 12v).
Use instead:
    He wrote it down (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    l. 5ob.), then again (RGASPI, f. 17, op. 3, d. 9, l. 6ob.), and denied it (RGASPI, f. 17, op. 3,
    d. 9, l. 12ob.).
Fix safety:
    Safe: the mark is replaced by the usual one, with its space and dot.
Options:
    None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from srccheck.archives import Level, LevelName
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import at, references
from srccheck.rules.labels import stem
from srccheck.rules.majority import Minority, minority
from srccheck.text import Place
from srccheck.values import dataclass

_MARK = re.compile(
    r"""
    (?<=[\d½])(?:[а-яa-z](?=\s?[^\W\d_]))?   # a leaf, perhaps with a letter: 12а об.
    (?P<mark> \s? (?P<word> [оo][бb] | зв | zv | verso | vo | v | rev ) (?![^\W_]) [.°]? )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: its leaf's level, the mark with its space and dot, and where that stands."""

    resolved: Resolved
    level: Level
    word: str
    mark: str
    place: Place


class VersoMixed(Rule):
    """One mark of the verso among another."""

    code = "ARC016"
    name = "verso-mixed"
    severity = Severity.INFO
    summary = "the back of a leaf marked in several ways"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the leaves whose mark is not the usual one after their label."""
        groups: dict[str, list[Marked]] = defaultdict(list)
        for resolved, reference in references(apparatus):
            for level in reference.written:
                if level.name is LevelName.LIST and len(level.raw) == len(level.number):
                    groups[stem(level.label)].extend(_marks(resolved, level))
        for marks in groups.values():
            by_level: dict[Place, list[Minority[Marked]]] = defaultdict(list)
            for each in minority(marks, lambda marked: marked.word):
                by_level[at(each.item.resolved, each.item.level.span)].append(each)
            for place, rarer in by_level.items():
                yield _finding(apparatus, place, rarer)


def _marks(resolved: Resolved, level: Level) -> Iterator[Marked]:
    for match in _MARK.finditer(level.raw):
        start = level.number.start
        place = Place(resolved.place.stream, start + match.start("mark"), start + match.end("mark"))
        yield Marked(resolved, level, match["word"].casefold(), match["mark"], place)


def _finding(apparatus: Apparatus, place: Place, rarer: list[Minority[Marked]]) -> Finding:
    first = rarer[0]
    wanted = first.usual.mark
    edits = tuple(Edit(each.item.place, wanted) for each in rarer)
    return Finding(
        place,
        f"{apparatus.quote(place)}: {first.item.mark.strip()} for the back of the leaf,"
        f" usually {wanted.strip()}",
        fix=Fix(Safety.SAFE, f"write {wanted.strip()}", edits),
        related=(Related(at(first.usual.resolved, first.usual.level.span), "so elsewhere"),),
    )
