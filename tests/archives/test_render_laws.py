"""What is rendered reads back: every archive, every style, numbers that no record has."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.archives import (
    ArchivalReference,
    Level,
    LevelName,
    Style,
    find_references,
    load_registry,
    render,
)

REGISTRY = load_registry()
CITED = [
    (archive.id, reference)
    for archive in REGISTRY.archives
    for example in archive.examples
    for reference in find_references(example, REGISTRY)[:1]
]
_NUMBERED = frozenset({
    LevelName.FOND, LevelName.OPIS, LevelName.PAPKA, LevelName.DELO, LevelName.LIST, LevelName.BOX,
    LevelName.BUSTA, LevelName.RECORD_GROUP, LevelName.VOLUME, LevelName.POR,
})  # fmt: skip
_LAST_FIGURES = re.compile(r"(?<![\d.,:/()])[1-9]\d{0,4}(?![\d.,:/()–-]|\s?\d)")


def test_every_archive_is_among_them() -> None:
    assert {archive for archive, _ in CITED} == {archive.id for archive in REGISTRY.archives}


def other_number(level: Level, number: int) -> Level:
    """Put another number of as many figures into the value of a level, where it has just one."""
    found = _LAST_FIGURES.findall(level.value)
    if level.name not in _NUMBERED or len(found) != 1:
        return level
    figures = len(found[0])
    lowest = 10 ** (figures - 1)
    other = str(lowest + number % (9 * lowest))
    return replace(level, value=_LAST_FIGURES.sub(other, level.value, count=1))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CITED), st.lists(st.integers(0, 10**6), min_size=9, max_size=9))
def test_what_is_rendered_reads_back(
    cited: tuple[str, ArchivalReference], numbers: list[int]
) -> None:
    archive, reference = cited
    levels = tuple(map(other_number, reference.written, numbers))
    wanted = replace(reference, written=levels)
    for style in Style:
        form = render(wanted, REGISTRY, style)
        (back,) = find_references(form, REGISTRY)
        assert (back.archive, back.levels) == (archive, wanted.levels), (style, form)
