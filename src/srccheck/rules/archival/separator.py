"""separator (ARC006): another separator between levels than the manuscript mostly writes.

What it does:
    Takes the separator that most levels have (f. 17, op. 3 or Ф. 17. Оп. 3), each script and each
    kind of archive for itself, and reports the references that mix in another one; also a comma
    inside a label (Ф, 17), and a label without its dot where most have one. What stands after the
    archive's name is compared with that alone (RGASPI f. 17, op. 3), and another mark before every
    leaf is a style (d. 8: l. 5).
Why it matters:
    House style; and in "op. 32. d. 47. p. 5" a reader cannot tell a stop from an abbreviation.
Example:
    So it was in May (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 1080, l. 55), and in June (RGASPI, f. 17, op. 3, d. 1094. l. 75).
Use instead:
    So it was in May (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 1080, l. 55), and in June (RGASPI, f. 17, op. 3, d. 1094, l. 75).
Fix safety:
    Safe: separators are replaced, no number is touched.
Options:
    None.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from srccheck.archives import ArchivalReference, LevelName, Notation, Slip
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, at, references, script_of
from srccheck.text import Place, Span
from srccheck.values import dataclass

NO_DOT = "label without its dot"  # what the grammar says of "f 17"
_PLAIN_LABEL = re.compile(r"(?P<word>[^\W\d_]+)[.,;'’ʹ…\s]*")
WORDS = {",": "a comma", ".": "a stop", "": "no separator", ";": "a semicolon", ":": "a colon"}


class Position(Enum):
    """Where a separator stands: a style may have another one in each."""

    ARCHIVE = "after the archive"
    LEVEL = "between levels"
    LEAF = "before the leaf"


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two parts of a reference: the span, and the separator in it."""

    span: Span
    separator: str
    before: Span
    after: Span
    position: Position


Group = list[tuple[Resolved, list[Gap]]]


class Separator(Rule):
    """Mixed separators."""

    code = "ARC006"
    name = "separator"
    severity = Severity.WARNING
    summary = "another separator between levels than the manuscript mostly writes"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield one finding for each reference with a minority separator."""
        groups: dict[tuple[str, str], Group] = defaultdict(list)
        for resolved, reference in references(apparatus):
            if reference.notation is Notation.LABELLED and _labelled(reference):
                archive = archive_of(apparatus, reference)
                kind = archive.convention if archive else "fond"
                gaps = _gaps(apparatus, resolved, reference)
                groups[script_of(reference), kind].append((resolved, gaps))
        for group in groups.values():
            yield from _check(apparatus, group)
        yield from _slips(apparatus)


def _labelled(reference: ArchivalReference) -> bool:
    """Tell whether every level has a label: in "DY 30/3386, Bl. 8" the comma is another matter."""
    return all(level.label for level in reference.written)


def _check(apparatus: Apparatus, group: Group) -> Iterator[Finding]:
    usual = _usual([gap for _, gaps in group for gap in gaps])
    models = {position: _model(group, usual, position) for position in Position}
    for resolved, gaps in group:
        wrong = [gap for gap in gaps if gap.separator != usual[gap.position]]
        if not wrong:
            continue
        right = usual[wrong[0].position]
        place = at(resolved, Span(wrong[0].before.start, wrong[-1].after.end))
        edits = tuple(Edit(at(resolved, gap.span), f"{usual[gap.position]} ") for gap in wrong)
        model = models[wrong[0].position]
        yield Finding(
            place,
            f"{apparatus.quote(place)}: {_word(wrong[0].separator)} where the manuscript mostly"
            f" writes {_word(right)}",
            fix=Fix(Safety.SAFE, f"separate the levels with {_word(right)}", edits),
            related=(Related(model, "so elsewhere"),) if model else (),
        )


def _usual(gaps: list[Gap]) -> dict[Position, str]:
    """Give the separator that is right in each position; in a tie the one first written.

    A single leaf is no style: before it the levels' separator is right, until several agree.
    """
    counts = {position: Counter[str]() for position in Position}
    for gap in gaps:
        counts[gap.position][gap.separator] += 1
    levels = counts[Position.LEVEL] + counts[Position.LEAF]
    usual = _most(levels, Counter())
    leaf = _most(counts[Position.LEAF], levels)
    agreed = counts[Position.LEAF][leaf]
    return {
        Position.ARCHIVE: _most(counts[Position.ARCHIVE], levels),
        Position.LEVEL: usual,
        Position.LEAF: leaf if agreed > 1 and agreed * 2 > counts[Position.LEAF].total() else usual,
    }


def _most(counts: Counter[str], in_a_tie: Counter[str]) -> str:
    return max(counts, key=lambda mark: (counts[mark], in_a_tie[mark]), default="")


def _model(group: Group, usual: dict[Position, str], position: Position) -> Place | None:
    """Give the first reference that is right throughout and has a separator there."""
    for resolved, gaps in group:
        if any(gap.position is position for gap in gaps) and all(
            gap.separator == usual[gap.position] for gap in gaps
        ):
            return at(resolved, Span(gaps[0].before.start, gaps[-1].after.end))
    return None


def _word(separator: str) -> str:
    return WORDS.get(separator, f"'{separator}'")


def _gaps(apparatus: Apparatus, resolved: Resolved, reference: ArchivalReference) -> list[Gap]:
    """Give the gaps between neighbouring levels, and between the archive's name and the first."""
    text = apparatus.stream_of(resolved).text
    parts: list[tuple[Span, Position]] = [
        (level.span, Position.LEAF if level.name is LevelName.LIST else Position.LEVEL)
        for level in reference.written
    ]
    if reference.abbreviation_span is not None and parts:
        parts[0] = (parts[0][0], Position.ARCHIVE)
        parts.insert(0, (reference.abbreviation_span, Position.ARCHIVE))
    gaps = []
    for (before, _), (after, position) in pairwise(parts):
        if before.end > after.start:
            continue
        between = Span(before.end, after.start).cut(text)
        bare = between.lstrip(" ])»”")
        if len(bare.strip()) <= 1:
            span = Span(after.start - len(bare), after.start)
            gaps.append(Gap(span, bare.strip(), before, after, position))
    return gaps


def _slips(apparatus: Apparatus) -> Iterator[Finding]:
    """Yield what the grammar tolerated inside a label; labels mostly without dots are a style."""
    found = list(references(apparatus))
    dots: Counter[tuple[str, bool]] = Counter()
    for _, reference in found:
        bare = sum(slip.message == NO_DOT for slip in reference.slips)
        dotted = sum(level.label.endswith(".") for level in reference.written)
        dots[script_of(reference), False] += bare
        dots[script_of(reference), True] += dotted
    for resolved, reference in found:
        by_style = dots[script_of(reference), False] > dots[script_of(reference), True]
        for slip in reference.slips:
            if slip.rule != Separator.name or not slip.message:
                continue
            if slip.message != NO_DOT or not by_style:
                yield _slip(apparatus, resolved, reference, slip)


def _slip(
    apparatus: Apparatus, resolved: Resolved, reference: ArchivalReference, slip: Slip
) -> Finding:
    spans = (level.span for level in reference.written)
    whole = (span for span in spans if span.start <= slip.span.start < span.end)
    place = at(resolved, next(whole, slip.span))
    label = at(resolved, slip.span)
    word = _PLAIN_LABEL.fullmatch(apparatus.stream_of(resolved).text, label.start, label.end)
    fix = None
    if word is not None:
        edit = Edit(label, f"{word['word']}. ")
        fix = Fix(Safety.SAFE, f"write {word['word']}.", (edit,))
    return Finding(place, f"{apparatus.quote(place)}: {slip.message}", fix=fix)
