"""References in a text: numbers are the anchors, the grammar reads what stands around them.

One search for digits runs over the text; everything else looks at a bounded window round a hit,
so that prose costs next to nothing and time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives.labelled import File, Reader, names_a_file, order_slips
from srccheck.archives.labels import read_label
from srccheck.archives.model import ArchivalReference, Archive, Notation, Slip
from srccheck.archives.registry import Registry
from srccheck.archives.values import DASHES, NUMBER, VULGAR
from srccheck.archives.whose import NO_ARCHIVE, Whose, archive_before
from srccheck.text import Span

_ANCHOR = re.compile(rf"[0-9{VULGAR}]")
_RUN = re.compile(rf"[^\W_]+(?:[/.:{DASHES}][^\W_]+)*")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]")
_IBID = re.compile(
    r"(?<![^\W_])(?:ibid(?:em)?|там же|тамже|ebd|ebenda|ebendort|там само|там жа|пак там|tamże|tamtéž|tamže|"
    r"tam zhe|tam že|tam zhe|uo|ugyanott)[.,:;]{0,2}\s?$",
    re.IGNORECASE,
)
_LOOK_BACK = 24  # code points in which a label stands before its number
_CITATION = 1500  # code points one citation with all its files may have


def find_references(text: str, registry: Registry) -> list[ArchivalReference]:
    """Find the archival references of ``text``, in order; one for each file cited.

    What follows "ibid." or "Там же" is left to :func:`read_levels`. Never raises.
    """
    found: list[ArchivalReference] = []
    at = floor = 0
    while (anchor := _ANCHOR.search(text, at)) is not None:
        references = _at_anchor(text, anchor.start(), floor, registry)
        if references:
            found.extend(references)
            at = floor = max(references[-1].span.end, anchor.start() + 1)
        else:
            run = _RUN.match(text, anchor.start())
            at = run.end() if run else anchor.end()
    return found


def _at_anchor(text: str, anchor: int, floor: int, registry: Registry) -> list[ArchivalReference]:
    """Read the citation that the number at ``anchor`` may open."""
    paragraph = text.rfind("\n", floor, anchor) + 1
    floor = max(floor, paragraph)
    start = _label_before(text, anchor, floor, registry)
    if start is None:
        return []
    if _IBID.search(text, max(floor, start - 16), start):
        return []
    whose = archive_before(text, start, floor, registry)
    return list(_labelled(text, start, whose, registry))


def _label_before(text: str, anchor: int, floor: int, registry: Registry) -> int | None:
    """Give the start of the label whose number begins at or before ``anchor``, or None."""
    for word in _WORD.finditer(text, max(floor, anchor - _LOOK_BACK), anchor):
        label = read_label(text, word.start(), anchor + 1, registry.levels)
        if label is None:
            continue
        number = NUMBER.match(text, label.number, anchor + 1)
        if number is not None and number.end() > anchor:
            return word.start()
    return None


def _labelled(
    text: str, start: int, whose: Whose, registry: Registry
) -> Iterator[ArchivalReference]:
    archive = registry.get(whose.archive)
    paragraph_end = text.find("\n", start, start + _CITATION)
    end = paragraph_end if paragraph_end >= 0 else min(len(text), start + _CITATION)
    reader = Reader(text, end, registry.levels, archive)
    files = reader.files(start, whose.separator)
    if not names_a_file(files, known=whose.archive is not None):
        return
    for number, each in enumerate(files):
        yield _reference(each, archive, whose if number == 0 else None, whose)


def _reference(
    each: File, archive: Archive | None, named: Whose | None, whose: Whose
) -> ArchivalReference:
    """Make the value of one file; only the first of a citation has the archive's name."""
    start = (
        named.start if named is not None and named.start is not None else each.written[0].span.start
    )
    slips: list[Slip] = [*each.slips, *order_slips(each.written, archive)]
    spelled = sum(len(level.label.strip(".")) > 3 for level in each.written)
    return ArchivalReference(
        span=Span(start, each.end),
        archive=whose.archive,
        abbreviation=named.abbreviation if named else "",
        abbreviation_span=named.span if named else None,
        written=tuple(each.written),
        inherited=each.inherited(),
        slips=tuple(sorted(slips, key=lambda slip: slip.span)),
        notation=Notation.SPELLED if spelled * 2 > len(each.written) else Notation.LABELLED,
        former=whose.former,
    )


def read_levels(
    text: str, start: int, antecedent: ArchivalReference | None, registry: Registry
) -> ArchivalReference | None:
    """Read the levels that follow "ibid." or "Там же." at ``start``.

    What is not restated is inherited from ``antecedent``; a level restated drops the inherited
    ones below it. None where no level follows.
    """
    opening = _OPENING.match(text, start)
    at = opening.end() if opening else start
    archive = registry.get(antecedent.archive) if antecedent else None
    line = text.find("\n", at, at + _CITATION)
    end = line if line >= 0 else min(len(text), at + _CITATION)
    carried = (*antecedent.inherited, *antecedent.written) if antecedent else ()
    reader = Reader(text, end, registry.levels, archive)
    files = reader.files(at, text[start:at], carried, after_ibid=True)
    if not files or (antecedent is None and not _says_file(files[0])):
        return None
    whose = (
        Whose(antecedent.archive, None, "", None, "", antecedent.former)
        if antecedent
        else NO_ARCHIVE
    )
    return _reference(files[0], archive, None, whose)


_OPENING = re.compile(rf"[\s.,:;{DASHES}]{{0,4}}")


def _says_file(each: File) -> bool:
    """Tell levels from a printed locator, where nothing is known of what stands before."""
    first = each.written[0]
    if first.page or first.name.value in ("volume", "year"):
        return False
    return len(each.written) > 1 or first.label.casefold() not in ("f.", "f", "p.", "ff.", "v.")
