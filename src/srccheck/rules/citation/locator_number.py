"""locator-number (CIT013): a singular label with several pages, or a plural one with a single page.

What it does:
    Reports p. 12–15 in a manuscript that elsewhere writes pp. for several pages (likewise f. and
    ff., vol. and vols.), and pp. 12 anywhere. A manuscript that writes p. throughout has its own
    style; "p. 12f." and "pp. 12f." are both right.
Why it matters:
    House style; and sometimes the second number was dropped.
Example:
    He said so (Hoxha 1981, p. 12–15). She agreed (Shehu 1977, pp. 14, 18).

    ## References

    Hoxha, Enver. *Ditar*. Tirana, 1981.

    Shehu, M. *Socialisticheskaja Albanija*. Tirana, 1977.
Use instead:
    He said so (Hoxha 1981, pp. 12–15). She agreed (Shehu 1977, pp. 14, 18).

    ## References

    Hoxha, Enver. *Ditar*. Tirana, 1981.

    Shehu, M. *Socialisticheskaja Albanija*. Tirana, 1977.
Fix safety:
    Safe: the label changes its number, nothing else.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.citations import LocatorPart
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.labels import has_plural, in_number, is_plural, is_several, stem
from srccheck.rules.quoting import locators
from srccheck.text import Place

_SEVERAL = {"page": "several pages", "leaf": "several leaves", "volume": "several volumes"}
_AND_FOLLOWING = re.compile(r"^\d+\s?(?:ff?|sqq?|слл?)\b\.?$")
_END = re.compile(r"[).;:\]]|$|\n|,\s(?!\d|passim|etc|and|und|и\b)")


class LocatorNumber(Rule):
    """A label whose number is not that of its pages."""

    code = "CIT013"
    name = "locator-number"
    severity = Severity.INFO
    summary = "a singular label with several pages, or a plural one with a single page"
    fixes = Safety.SAFE
    gives_way_to = ("ARC008",)

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the page, leaf and volume labels of printed sources in the wrong number."""
        parts = [
            part
            for resolved in apparatus.citations
            if resolved.reference is None
            for part in locators(resolved)
            if part.unit in _SEVERAL
            and has_plural(part.label)
            and not _AND_FOLLOWING.search(part.value)
        ]
        plural = {stem(p.label): p for p in reversed(parts) if _is_right_plural(p)}
        for part in parts:
            usual = plural.get(stem(part.label))
            if is_plural(part.label) == is_several(part.value):
                continue
            if _goes_on(apparatus, part) if is_plural(part.label) else usual is None:
                continue
            label = in_number(part.label, plural=not is_plural(part.label))
            number = _SEVERAL[part.unit] if is_several(part.value) else f"one {part.unit}"
            yield Finding(
                part.place,
                f"{apparatus.quote(part.place)}: {part.label} with {number}",
                fix=Fix(Safety.SAFE, f"write {label}", (Edit(_label_place(part), label),)),
                related=(Related(usual.place, "so elsewhere"),) if usual else (),
            )


def _is_right_plural(part: LocatorPart) -> bool:
    return is_plural(part.label) and is_several(part.value)


def _goes_on(apparatus: Apparatus, part: LocatorPart) -> bool:
    """Tell whether more numbers may follow the one that was read: "pp. 14 and 18"."""
    text = apparatus.manuscript.streams[part.place.stream].text
    return _END.match(text, part.place.end) is None


def _label_place(part: LocatorPart) -> Place:
    return Place(part.place.stream, part.place.start, part.place.start + len(part.label))
