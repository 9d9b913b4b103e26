"""range-descending (ARC009): a range of leaves that runs backwards.

What it does:
    Writes out abbreviated ends (104–5 is 104–105) and reports a range whose end is lower than its
    beginning.
Why it matters:
    A digit is wrong, or two are exchanged.
Example:
    He left at once (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    ll. 157–151).
Use instead:
    He left at once (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    ll. 151–157).
Fix safety:
    There is no fix: which digit is wrong is in the author's notes.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives import LevelName
from srccheck.resolve import Apparatus
from srccheck.resolve.locators import expand_end
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.files import at, references

_RANGE = re.compile(
    r"(?<!\d)(?P<first>\d{1,6})(?:\s?(?:об|ob|зв|[rv])\.?)?\s?[-–—‑−]\s?(?P<last>\d{1,6})(?!\d)"
)


class RangeDescending(Rule):
    """A range that runs backwards."""

    code = "ARC009"
    name = "range-descending"
    severity = Severity.WARNING
    summary = "a range of leaves that runs backwards"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the leaf ranges whose end lies before their beginning."""
        for resolved, reference in references(apparatus):
            for level in reference.written:
                if level.name is not LevelName.LIST:
                    continue
                for match in _RANGE.finditer(level.raw):
                    first = int(match["first"])
                    last = int(expand_end(match["first"], match["last"]))
                    if last < first:
                        place = at(resolved, level.span)
                        yield Finding(
                            place, f"{apparatus.quote(place)}: {first} to {last} runs backwards"
                        )
