"""Links and emphasis are found from mark to mark exactly as marko finds them letter by letter."""

from __future__ import annotations

import importlib.util
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.readers.markdown_marks import find_links_or_emphs

DEFINITIONS = {"a": ("https://a.example", "A")}


@pytest.fixture(scope="module")
def untouched() -> ModuleType:
    """marko's module anew: the one that is loaded may have our function in it."""
    spec = importlib.util.find_spec("marko.inline_parser")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(matches: list[Any]) -> list[tuple[Any, ...]]:
    return [(each.etype, each.start(), each.end(), each._groups) for each in matches]


PIECES = (
    "*", "**", "_", "__", "[", "]", "![", "!", "`", "``", "\\", "(", ")", "a", "b c", " ", "\n",
    "[a]", "[a][a]", "](https://b.example)", "<https://c.example>", "[^1]", '"', "«да»",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(TEXTS)
def test_the_same_matches(untouched: ModuleType, text: str) -> None:
    expected = untouched.find_links_or_emphs(text, DEFINITIONS)
    assert told(find_links_or_emphs(text, DEFINITIONS)) == told(expected)


def test_a_text_with_each_of_them(untouched: ModuleType) -> None:
    text = "*a* __b__ [a](https://b.example) ![a][a] `*c*` \\*d\\* [a]"
    found = told(find_links_or_emphs(text, DEFINITIONS))
    assert found == told(untouched.find_links_or_emphs(text, DEFINITIONS))
    assert sorted(each[0] for each in found) == [
        "Emphasis",
        "Image",
        "Link",
        "Link",
        "StrongEmphasis",
    ]
