"""separator (ARC006): another separator between levels than the manuscript mostly writes.

What it does:
    Takes the separator most references of the same script have (f. 17, op. 3 or Ф. 17. Оп. 3) and
    reports the references that mix in another one; also a comma inside a label (Ф, 17) and a
    missing stop.
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

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from srccheck.archives import ArchivalReference, Notation
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import at, references, script_of
from srccheck.text import Span

WORDS = {",": "a comma", ".": "a stop", "": "no separator", ";": "a semicolon", ":": "a colon"}


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two parts of a reference: the span, and the separator in it."""

    span: Span
    separator: str
    before: Span
    after: Span


class Separator(Rule):
    """Mixed separators."""

    code = "ARC006"
    name = "separator"
    severity = Severity.WARNING
    summary = "another separator between levels than the manuscript mostly writes"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield one finding for each reference with a minority separator."""
        by_script: dict[str, list[tuple[Resolved, list[Gap]]]] = defaultdict(list)
        for resolved, reference in references(apparatus):
            if reference.notation is Notation.LABELLED:
                gaps = _gaps(apparatus, resolved, reference)
                by_script[script_of(reference)].append((resolved, gaps))
        for group in by_script.values():
            yield from _check(apparatus, group)
        yield from _slips(apparatus)


def _check(apparatus: Apparatus, group: list[tuple[Resolved, list[Gap]]]) -> Iterator[Finding]:
    counts = Counter(gap.separator for _, gaps in group for gap in gaps)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    model = next(
        (
            Span(gaps[0].before.start, gaps[-1].after.end)
            for _, gaps in group
            if gaps and all(gap.separator == usual for gap in gaps)
        ),
        None,
    )
    holder = next(
        (r for r, gaps in group if gaps and all(g.separator == usual for g in gaps)), None
    )
    for resolved, gaps in group:
        wrong = [gap for gap in gaps if gap.separator != usual]
        if not wrong:
            continue
        place = at(resolved, Span(wrong[0].before.start, wrong[-1].after.end))
        edits = tuple(Edit(at(resolved, gap.span), f"{usual} ") for gap in wrong)
        written = WORDS.get(wrong[0].separator, f"'{wrong[0].separator}'")
        related = (Related(at(holder, model), "so elsewhere"),) if holder and model else ()
        yield Finding(
            place,
            f"{apparatus.quote(place)}: {written} where the manuscript mostly writes "
            f"{WORDS.get(usual, usual)}",
            fix=Fix(Safety.SAFE, f"separate the levels with {WORDS.get(usual, usual)}", edits),
            related=related,
        )


def _gaps(apparatus: Apparatus, resolved: Resolved, reference: ArchivalReference) -> list[Gap]:
    """Give the gaps between neighbouring levels, and between the archive's name and the first."""
    text = apparatus.manuscript.streams[resolved.place.stream].text
    spans = [level.span for level in reference.written]
    if reference.abbreviation_span is not None and spans:
        spans.insert(0, reference.abbreviation_span)
    gaps = []
    for before, after in pairwise(spans):
        between = Span(before.end, after.start)
        written = between.cut(text).strip(" ])»”")
        if len(written) <= 1 and before.end <= after.start:
            start = between.start + len(between.cut(text)) - len(between.cut(text).lstrip(" ])»”"))
            gaps.append(Gap(Span(start, between.end), written, before, after))
    return gaps


def _slips(apparatus: Apparatus) -> Iterator[Finding]:
    """Yield what the grammar tolerated inside a label."""
    for resolved, reference in references(apparatus):
        for slip in reference.slips:
            if slip.rule == Separator.name and slip.message:
                place = at(resolved, slip.span)
                yield Finding(place, f"{apparatus.quote(place)}: {slip.message}")
