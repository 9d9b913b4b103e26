"""archive-renamed (ARC013): a former name of an archive, after the renaming.

What it does:
    Reports a former name in a manuscript that is later than the renaming (it cites or lists
    something from after that year) and that also uses the new name; info where it does not use the
    new one. A reference quoted from another author ("cited in") keeps the old name rightly, and one
    that tells of the renaming ("formerly", "now") is left alone.
Why it matters:
    One archive under two names looks like two, in the text and in the list of archives.
Example:
    He said so (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    l. 5), and wrote so (RTsKhIDNI, f. 17, op. 3, d. 9, l. 6; Hlevnjuk 2010).

    ## References

    Hlevnjuk, O.V. *Hozjain*. Moscow, 2010.
Use instead:
    He said so (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    l. 5), and wrote so (RGASPI, f. 17, op. 3, d. 9, l. 6; Hlevnjuk 2010).

    ## References

    Hlevnjuk, O.V. *Hozjain*. Moscow, 2010.
Fix safety:
    Unsafe: the new abbreviation is put for the former one; fonds may have been moved meanwhile.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives import ArchivalReference, Archive, FormerName
from srccheck.citations import PrintedCitation
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, at, script, written
from srccheck.text import Place

_SECOND_HAND = re.compile(
    r"(?:cited|quoted)\s+(?:in|by|from|after)|\b(?:citing|quoting)\b|цит\.?\s+по|приводится\s+по"
    r"|со\s+ссылкой\s+на|zit(?:iert)?\.?\s+nach|zit\.\s+in|cité\s+(?:dans|d.après)",
    re.IGNORECASE,
)
_RENAMING = re.compile(
    r"\b(?:now|formerly|today|ныне|теперь|бывш\w*|ранее|heute|jetzt|ehemals|früher|vormals)\b",
    re.IGNORECASE,
)
BESIDE = 30  # code points round a reference in which "formerly" counts
REACH = 200  # code points round a reference in which "cited in" counts


class ArchiveRenamed(Rule):
    """A name the archive no longer bears."""

    code = "ARC013"
    name = "archive-renamed"
    severity = Severity.WARNING
    summary = "a former name of an archive, after the renaming"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the former names in a manuscript that is later than the renaming."""
        latest = _latest_year(apparatus)
        current: dict[str, Place] = {}
        for resolved, reference in written(apparatus):
            if reference.archive and not reference.former and reference.abbreviation:
                current.setdefault(reference.archive, resolved.place)
        for resolved, reference in written(apparatus):
            archive = archive_of(apparatus, reference)
            if archive is None or not reference.former or reference.abbreviation_span is None:
                continue
            former = _former(archive, reference.former)
            if former is None or former.until is None or latest <= former.until:
                continue
            if _second_hand(apparatus, resolved) or _renaming_told(apparatus, resolved):
                continue
            new = _new_name(archive, reference)
            also = current.get(archive.id)
            place = at(resolved, reference.abbreviation_span)
            yield Finding(
                place,
                f"{reference.abbreviation}: the name until {former.until}, now {new}",
                None if also else Severity.INFO,
                fix=Fix(Safety.UNSAFE, f"write {new}", (Edit(place, new),)),
                related=(Related(also, "under its new name"),) if also else (),
            )


def _former(archive: Archive, name: str) -> FormerName | None:
    return next(
        (
            former
            for former in archive.former
            if name in former.abbreviations or name in former.names
        ),
        archive.former[0] if archive.former else None,
    )


def _new_name(archive: Archive, reference: ArchivalReference) -> str:
    wanted = script(reference.abbreviation)
    return next(
        (name for name in archive.abbreviations if script(name) == wanted),
        archive.abbreviations[0],
    )


def _latest_year(apparatus: Apparatus) -> int:
    """Give the latest year in which the manuscript's sources appeared or were looked at."""
    years = [
        int(year[:4])
        for entry in apparatus.entries
        for year in (entry.year_first, entry.year_last, entry.accessed)
        if year and year[:4].isdigit()
    ]
    years += [int(link.accessed[:4]) for link in apparatus.links if link.accessed]
    years += [
        int(year)
        for resolved in apparatus.citations
        if isinstance(resolved.citation, PrintedCitation) and resolved.citation.year
        for year in (resolved.citation.year.first, resolved.citation.year.last)
        if year and re.fullmatch(r"[12]\d{3}", year)
    ]
    return max(years, default=0)


def _renaming_told(apparatus: Apparatus, resolved: Resolved) -> bool:
    """Tell whether the reference itself says that the archive was renamed."""
    text = apparatus.stream_of(resolved).text
    start, end = resolved.place.start, resolved.place.end
    return _RENAMING.search(text[max(0, start - BESIDE) : end + BESIDE]) is not None


def _second_hand(apparatus: Apparatus, resolved: Resolved) -> bool:
    """Tell whether "cited in" stands with the reference: before it since the last parenthesis,
    or after it up to the end of its own.
    """
    text = apparatus.stream_of(resolved).text
    start, end = resolved.place.start, resolved.place.end
    before = text[max(0, start - REACH) : start].rpartition(")")[2]
    after = text[end : end + REACH].partition(")")[0]
    return _SECOND_HAND.search(f"{before} \0 {after}") is not None
