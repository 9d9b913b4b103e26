"""authority-spelling (TRN006): a known title or name in a spelling that is none of its forms.

What it does:
    Reports, at its first place, a periodical whose established title is known and differs in one
    letter from what is written (Zerri i popullit: Zëri i Popullit), in no romanisation. Marks,
    capitals and case endings do not count, and another romanisation is scheme-mixed's (TRN001).
    In prose a person's name in a well-known misspelling (Krushchev) is worth a look.
Why it matters:
    A reader searches a catalogue for the title as it is printed, and finds nothing.
Example:
    The editorial stood in *Zerri i popullit* the next day.
Use instead:
    The editorial stood in *Zëri i Popullit* the next day.
Fix safety:
    Unsafe: the established form is written, and the other places are left to the author.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Fix, NoOptions, Rule, Safety, Severity
from srccheck.rules.edits import respell
from srccheck.rules.quoting import is_quoted
from srccheck.text import Place, Span, StreamKind
from srccheck.translit.own import depends_on_own

_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")


class AuthoritySpelling(Rule):
    """A title that is spelt as nobody prints it."""

    code = "TRN006"
    name = "authority-spelling"
    severity = Severity.WARNING
    summary = "a known title or name in a spelling that is none of its forms"
    fixes = Safety.UNSAFE
    gives_way_to = ("CIT003", "TRN001", "TRN002")

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each misspelt title and person once."""
        yield from _titles(apparatus)
        yield from _persons(apparatus)


def _titles(apparatus: Apparatus) -> Iterator[Finding]:
    from srccheck.translit import authority_slips

    told: set[str] = set()
    for stream in apparatus.manuscript.streams:
        for slip in authority_slips(stream.text):
            established = slip.authority.established
            if established in told or _ADDRESS.search(stream.text, 0, slip.start):
                continue
            told.add(established)
            yield _finding(Place(stream.index, slip.start, slip.end), slip.text, established, None)


def _persons(apparatus: Apparatus) -> Iterator[Finding]:
    known = _slips()
    pattern = _pattern()
    told: set[str] = set()
    for stream in apparatus.manuscript.streams:
        if stream.kind is StreamKind.REFERENCES or not any(slip in stream.text for slip in known):
            continue
        for match in pattern.finditer(stream.text):
            established = known[match[0]]
            if established in told or stream.emphasised(Span(*match.span())):
                continue
            if not is_quoted(stream.text, match.start()):
                told.add(established)
                place = Place(stream.index, match.start(), match.end())
                yield _finding(place, match[0], established, Severity.INFO)


@depends_on_own
@cache
def _slips() -> dict[str, str]:
    """The well-known misspellings of persons, with the established form."""
    from srccheck.translit.authorities import aliases_of

    return {
        slip: each.established for each in aliases_of("name").authorities for slip in each.slips
    }


@depends_on_own
@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _slips()))})\b")


def _finding(place: Place, text: str, established: str, severity: Severity | None) -> Finding:
    return Finding(
        place,
        f"{text}: the established form is {established}",
        severity=severity,
        fix=Fix(Safety.UNSAFE, f"write {established}", (respell(place, text, established),)),
    )
