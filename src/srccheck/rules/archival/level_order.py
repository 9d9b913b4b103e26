"""level-order (ARC004): levels in an order that this archive does not use.

What it does:
    Compares the order of the levels with the archive's own. Where the manuscript itself mostly
    writes the levels of that archive in another order, that is its convention, and only info.
Why it matters:
    A reader may take the file's number for the fond's.
Example:
    The Politburo agreed (Russian State Archive of Socio-Political History [RGASPI], op. 3, f. 17,
    d. 1080, l. 55), then changed its mind (RGASPI, f. 17, op. 3, d. 1094, l. 75; RGASPI, f. 17,
    op. 3, d. 1095, l. 7).
Use instead:
    The Politburo agreed (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 1080, l. 55), then changed its mind (RGASPI, f. 17, op. 3, d. 1094, l. 75; RGASPI, f. 17,
    op. 3, d. 1095, l. 7).
Fix safety:
    Unsafe: the levels are put in the archive's order, each with its label.
Options:
    None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from srccheck.archives import Archive, Level
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, at, references, span_of


class LevelOrder(Rule):
    """Levels turned round."""

    code = "ARC004"
    name = "level-order"
    severity = Severity.WARNING
    summary = "levels in an order that this archive does not use"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the references out of order, archive by archive."""
        of_archive: dict[str, list[tuple[Resolved, tuple[Level, ...], Archive]]] = defaultdict(list)
        for resolved, reference in references(apparatus):
            archive = archive_of(apparatus, reference)
            levels = tuple(
                each for each in reference.written if archive and each.name in archive.levels
            )
            if archive is not None and len(levels) > 1:
                of_archive[archive.id].append((resolved, levels, archive))
        for group in of_archive.values():
            right = [each for each in group if _in_order(each[1], each[2])]
            for resolved, levels, archive in group:
                if _in_order(levels, archive):
                    continue
                consistent = len(right) * 2 < len(group)
                usual = " – ".join(
                    name.value
                    for name in archive.levels
                    if any(level.name is name for level in levels)
                )
                place = at(resolved, span_of(levels[0], levels[-1]))
                yield Finding(
                    place,
                    f"{apparatus.quote(place)}: the order at this archive is {usual}",
                    Severity.INFO if consistent else None,
                    fix=_fix(apparatus, resolved, levels, archive),
                    related=tuple(Related(each[0].place, "in order") for each in right[:1]),
                )


def _in_order(levels: tuple[Level, ...], archive: Archive) -> bool:
    ranks = [archive.levels.index(level.name) for level in levels]
    return ranks == sorted(ranks)


def _fix(
    apparatus: Apparatus, resolved: Resolved, levels: tuple[Level, ...], archive: Archive
) -> Fix:
    text = apparatus.manuscript.streams[resolved.place.stream].text
    ordered = sorted(levels, key=lambda level: archive.levels.index(level.name))
    edits = tuple(
        Edit(at(resolved, old.span), new.span.cut(text))
        for old, new in zip(levels, ordered, strict=True)
        if old is not new
    )
    return Fix(Safety.UNSAFE, "put the levels in order", edits)
