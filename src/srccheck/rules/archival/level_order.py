"""level-order (ARC004): levels in an order that this archive does not use.

What it does:
    Compares the order of the levels with the archive's own. Where the manuscript mostly, and more
    than once, writes those levels the other way round, that is its convention, and only info.
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

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from srccheck.archives import Archive, Level, LevelName
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, at, references, span_of

Pair = tuple[LevelName, LevelName]
SEEN_IN_PRINT: frozenset[Pair] = frozenset({(LevelName.DELO, LevelName.PAPKA)})
"""Orders that are not the archive's own and yet as common as it."""
ANYWHERE = frozenset({LevelName.VOLUME, LevelName.POR})
"""An opis has volumes as a file has; por. stands before papka as often as after it."""


class Written(NamedTuple):
    """The levels of one reference that its archive has an order for."""

    resolved: Resolved
    levels: tuple[Level, ...]
    archive: Archive

    @property
    def pairs(self) -> list[Pair]:
        """Every two levels, as they follow each other."""
        return [(first.name, second.name) for first, second in combinations(self.levels, 2)]

    @property
    def turned(self) -> list[Pair]:
        """The pairs that the archive has the other way round."""
        rank = self.archive.levels.index
        return [(first, second) for first, second in self.pairs if rank(first) > rank(second)]


class LevelOrder(Rule):
    """Levels turned round."""

    code = "ARC004"
    name = "level-order"
    severity = Severity.WARNING
    summary = "levels in an order that this archive does not use"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the references out of order."""
        every = list(_ordered(apparatus))
        counts = Counter(pair for each in every for pair in each.pairs)
        in_order = _in_order(every)
        for each in every:
            turned = each.turned
            if not turned:
                continue
            consistent = all(_is_convention(pair, counts) for pair in turned)
            usual = " – ".join(
                name.value
                for name in each.archive.levels
                if any(level.name is name for level in each.levels)
            )
            first, second = turned[0]
            right = in_order.get((each.archive.id, (second, first))) or in_order.get(
                ("", (second, first))
            )
            place = at(each.resolved, span_of(each.levels[0], each.levels[-1]))
            yield Finding(
                place,
                f"{apparatus.quote(place)}: the order at this archive is {usual}",
                Severity.INFO if consistent else None,
                fix=_fix(apparatus, each.resolved, each.levels, each.archive),
                related=(Related(right.resolved.place, "in order"),) if right else (),
            )


def _is_convention(pair: Pair, counts: Counter[Pair]) -> bool:
    """Tell whether the manuscript mostly writes ``pair`` so; once is enough where print does."""
    other = counts[pair[1], pair[0]]
    return counts[pair] > (other if pair in SEEN_IN_PRINT else max(other, 1))


def _ordered(apparatus: Apparatus) -> Iterator[Written]:
    for resolved, reference in references(apparatus):
        archive = archive_of(apparatus, reference)
        if archive is None or apparatus.registry.convention(archive)["grammar"] == "american":
            continue  # American parts have no fixed order
        levels = tuple(
            each
            for each in reference.written
            if each.name in archive.levels and each.name not in ANYWHERE
        )
        if len(levels) > 1:
            yield Written(resolved, levels, archive)


def _in_order(every: list[Written]) -> dict[tuple[str, Pair], Written]:
    """Give the first reference in order for every pair, of each archive and ("") of all."""
    right: dict[tuple[str, Pair], Written] = {}
    for each in every:
        if not each.turned:
            for pair in each.pairs:
                right.setdefault((each.archive.id, pair), each)
                right.setdefault(("", pair), each)
    return right


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
