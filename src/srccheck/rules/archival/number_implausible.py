"""number-implausible (ARC012): a number outside what this archive or this manuscript makes likely.

What it does:
    Compares every number with the shape the registry knows for that level of the archive, and a
    leaf with the size files have: Soviet files were split at about 250 leaves, so one above
    ``most_leaves`` is rare. Where the manuscript itself cites several such leaves it is not said.
Why it matters:
    A digit too many, or a page number of a typescript taken for a leaf.
Example:
    He left at once (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 1094, l. 753).
Use instead:
    He left at once (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 1094, l. 75).
Fix safety:
    There is no fix.
Options:
    most_leaves: the highest leaf that is not remarkable (default 500).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives import Level, LevelName
from srccheck.resolve import Apparatus
from srccheck.resolve.locators import page_numbers
from srccheck.rules.base import Finding, Rule, Severity
from srccheck.rules.files import archive_of, at, references
from srccheck.text import Place
from srccheck.values import dataclass

USUAL_ENOUGH = 3  # such leaves in one manuscript are a fact of its files


@dataclass(frozen=True, slots=True)
class Options:
    """How high a leaf may be."""

    most_leaves: int = 500


class NumberImplausible(Rule):
    """A number that is hardly right."""

    code = "ARC012"
    name = "number-implausible"
    severity = Severity.INFO
    summary = "a number outside what this archive or this manuscript makes likely"
    options = Options

    def check(self, apparatus: Apparatus, options: Options) -> Iterator[Finding]:
        """Yield numbers that miss the registry's shape, and leaves that are too high."""
        high: list[tuple[Place, Level]] = []
        for resolved, reference in references(apparatus):
            archive = archive_of(apparatus, reference)
            for level in reference.written:
                place = at(resolved, level.span)
                shape = archive.shapes.get(level.name) if archive else None
                if shape and not re.fullmatch(shape, level.value):
                    yield Finding(
                        place,
                        f"{apparatus.quote(place)}: not the usual form of {level.name} at this"
                        " archive",
                    )
                elif level.name is LevelName.LIST and archive and archive.convention == "fond":
                    numbers = page_numbers(level.value)
                    if numbers and max(numbers) > options.most_leaves:
                        high.append((place, level))
        if len(high) < USUAL_ENOUGH:
            for place, _ in high:
                yield Finding(
                    place,
                    f"{apparatus.quote(place)}: few files have over {options.most_leaves} leaves",
                )
