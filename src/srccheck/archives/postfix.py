"""Numbers before their labels, as in Hungary and Latvia: "288. f. 5. cs. 44. ő. e.".

    reference = number label { [","] number label }

Read only right after an archive's name, where the language of its country writes so.
"""

from __future__ import annotations

import re

from srccheck.archives.labels import read_label
from srccheck.archives.levels import Levels, Reading
from srccheck.archives.model import Archive, Level, LevelName
from srccheck.archives.values import DASHES, read_leaves
from srccheck.text import Span

_NUMBER = re.compile(
    rf"""
    (?P<separator> \s?[,.;:]?\s? )
    (?P<number>
        (?:[^\W\d_]{{1,4}}-[^\W\d_]{{1,4}}\s)?
        (?=[^\s,;]*\d) [^\W_]+ (?:[/.{DASHES}][^\W_]+)*
    )
    \.?\s
    """,
    re.VERBOSE,
)


def read_postfix(text: str, start: int, end: int, words: Levels, archive: Archive) -> list[Level]:
    """Read levels whose labels follow their numbers; fewer than two are none."""
    levels: list[Level] = []
    at = start
    while (match := _NUMBER.match(text, at, end)) is not None:
        label = read_label(text, match.end(), end, words)
        if label is None:
            break
        taken = {level.name for level in levels}
        reading = _reading(label.readings, archive, taken)
        if reading is None:
            break
        number = Span(*match.span("number"))
        value = match["number"]
        if reading.level is LevelName.LIST:
            leaves = read_leaves(text, number.start, number.end)
            value = leaves.value if leaves else value
        levels.append(
            Level(
                reading.level, value, label.text, match["number"], Span(number.start, label.end),
                number, match["separator"], reading.plural, reading.page,
            )
        )  # fmt: skip
        at = label.end
    return levels if len(levels) > 1 else []


def _reading(
    readings: tuple[Reading, ...], archive: Archive, taken: set[LevelName]
) -> Reading | None:
    for reading in readings:
        usable = reading.postfix and archive.country in reading.countries
        if usable and reading.level not in taken:
            return reading
    return None
