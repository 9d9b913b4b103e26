"""mangled-fraction (ARC007): a vulgar fraction that autoformat made of a file number.

What it does:
    Reports ½, ¼, ¾ and their like in the number of a level.
Why it matters:
    File 1/2 (part 2 of file 1) is not half a file; a search for "1/2" does not find it, and a
    reading room cannot order it.
Example:
    He said nothing (Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201,
    d. ½, ll. 104–105).
Use instead:
    He said nothing (Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201,
    d. 1/2, ll. 104–105).
Fix safety:
    Safe: the fraction is written out; not where digits stand before it (15½ may be 15 1/2 or
    151/2).
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.archives import Level
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Rule, Safety, Severity
from srccheck.rules.files import at, references


class MangledFraction(Rule):
    """A number that became a fraction."""

    code = "ARC007"
    name = "mangled-fraction"
    severity = Severity.WARNING
    summary = "a vulgar fraction that autoformat made of a file number"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the levels whose number holds a vulgar fraction."""
        for resolved, reference in references(apparatus):
            for level in reference.written:
                if any(char in FRACTIONS for char in level.raw):
                    place = at(resolved, level.span)
                    yield Finding(
                        place,
                        f"{apparatus.quote(place)}: autoformat made a fraction of {level.value}",
                        fix=_fix(resolved, level),
                    )


def _fix(resolved: Resolved, level: Level) -> Fix | None:
    if level.raw[:1] not in FRACTIONS or not FRACTIONS.isdisjoint(level.value):
        return None
    edit = Edit(at(resolved, level.number), level.value)
    return Fix(Safety.SAFE, f"write {level.value}", (edit,))


FRACTIONS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅟↉")
