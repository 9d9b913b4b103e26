"""volume-outside (CIT007): a volume that the entry does not have.

What it does:
    Compares the volume of a citation (t. 22, v. 3) with the volumes its entry lists.
Why it matters:
    The page is looked up in a volume that was not used, or does not exist.
Example:
    He said so twice (Hoxha 1971–82, t. 22, f. 402).

    ## References

    Hoxha, Enver. *Vepra*. T. 8, 14. Tirana, 1971–1982.
Use instead:
    He said so twice (Hoxha 1971–82, t. 14, f. 402).

    ## References

    Hoxha, Enver. *Vepra*. T. 8, 14. Tirana, 1971–1982.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.resolve.locators import JOURNAL_LIKE
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import listed, locators

LARGEST = 300  # volumes; a larger "range" is none

_ITEM = re.compile(
    r"(?P<first>\d{1,4}|[IVXLC]+)(?:\s?[-–—]\s?(?P<last>\d{1,4}|[IVXLC]+))?", re.IGNORECASE
)
_COUNT = re.compile(r"\d{1,3}")
_VOLUME_LABEL = re.compile(r"(?:vols?|v|tt?|тт?|т|том|bde?|tome)\.?", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class VolumeOutside(Rule):
    """A cited volume outside those listed."""

    code = "CIT007"
    name = "volume-outside"
    severity = Severity.ERROR
    summary = "a volume that the entry does not have"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the volume locators that no volume of the entry answers."""
        for resolved in apparatus.citations:
            entry = resolved.entry
            if entry is None or entry.type in JOURNAL_LIKE:
                continue
            have, told = _volumes_of(apparatus, entry)
            for part in locators(resolved):
                cited = volumes(part.value) if part.unit == "volume" else set()
                if not entry.volume and not _VOLUME_LABEL.fullmatch(part.label):
                    continue  # "part 3" of a work in two volumes
                if cited and have and not cited <= have:
                    yield Finding(
                        part.place,
                        f"{apparatus.quote(part.place)}: {listed(entry)} has {told}",
                        related=(Related(entry.place, "the entry"),),
                    )


def _volumes_of(apparatus: Apparatus, entry: Entry) -> tuple[set[int], str]:
    """Give the volumes of an entry, and how it names them: "T. 8, 14", or in all "2 vols."."""
    if entry.volume:
        told = f"{entry.volume_label or 'volumes'} {entry.volume}".replace("  ", " ")
        return volumes(entry.volume), told
    place = entry.field_place("volumes")
    told = apparatus.quote(place) if place else ""
    count = _COUNT.search(told)
    return set(range(1, int(count.group()) + 1)) if count else set(), told


def volumes(text: str) -> set[int]:
    """Give the volumes that "8, 22", "2-6" or "I–IV" names."""
    found: set[int] = set()
    for match in _ITEM.finditer(text):
        first = _number(match["first"])
        last = _number(match["last"]) if match["last"] else first
        if first <= last <= LARGEST:
            found.update(range(first, last + 1))
        else:
            found.update({first, last})
    return found


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[char] for char in text.lower()]
    return sum(
        -value if any(later > value for later in values[at + 1 : at + 2]) else value
        for at, value in enumerate(values)
    )
