"""The lines of keys in TOML, which tomllib does not tell."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.config.lines import lines_of
from srccheck.config.removal import without_tables

SOURCE = '''\
# "a" = 1
title = "x = 1" # y = 2
"quoted key" = """
z = 3
"""
dotted.name = 1979-05-27T07:32:00Z

[severity]
CIT001 = "off"
list = [
  1, # one
  { inner = "a", other = [2] },
  "three",
]

[[override]]
paths = ["a"]

[[override]]
paths = "b"
[override.severity]
CIT002 = 'info'
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quoted key",), 3),
        (("dotted",), 6),
        (("dotted", "name"), 6),
        (("severity",), 8),
        (("severity", "CIT001"), 9),
        (("severity", "list"), 10),
        (("severity", "list", 0), 11),
        (("severity", "list", 1), 12),
        (("severity", "list", 1, "inner"), 12),
        (("severity", "list", 2), 13),
        (("override", 0), 16),
        (("override", 0, "paths", 0), 17),
        (("override", 1), 19),
        (("override", 1, "paths"), 20),
        (("override", 1, "severity", "CIT002"), 22),
    ],
)
def test_lines(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(SOURCE)
    assert lines_of(SOURCE)[path] == line


def test_nothing_is_found_that_is_not_there() -> None:
    assert {path[0] for path in lines_of(SOURCE)} == set(tomllib.loads(SOURCE))


def test_every_key_of_real_files_is_found(root: Path) -> None:
    files = [root / "pyproject.toml", *(root / "refs" / "archives").glob("*.toml")]
    assert len(files) > 20
    for file in files:
        source = file.read_text(encoding="utf-8")
        lines = lines_of(source)
        for path in _paths(tomllib.loads(source)):
            assert path in lines, (file.name, path)


def _paths(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [
            path for key, each in value.items() for path in ((*at, key), *_paths(each, (*at, key)))
        ]
    return []


@given(st.text(alphabet="[]{}=,.\"'#\n ab1"))
def test_no_text_is_too_much(text: str) -> None:
    lines_of(text)
    without_tables(text, {1, 2, 3})
