"""Plain paragraphs are read past Markdown's parser, and as it would read them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import of

from srccheck.readers import markdown
from srccheck.readers.markdown_plain import set_apart
from srccheck.text import Manuscript, Place

PIECES = [
    *("word ", "Plain text here.", "\n", "\n\n", "\n\n", "References", "    indented", "- item"),
    *("> quoted", "Ames, Ana. Title. 1999.", "^[n]", "---", "===", "“q”", "(x)", "12", "1. ", "#"),
    *("[^1]: n", "x[^1]", "# H\n", "Sources", "**Archives**", "*a*", "<p>", "| a |", "  ", "\\"),
    *("-     code", "About the author", "[a]: b", "<!-- ", " -->", "```", "Слово", "\r\n", "\t"),
    "A paragraph of prose that reads on and on with more than twelve words in it, surely.",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)


def _view(manuscript: Manuscript) -> list[Any]:
    return [
        (
            *(stream.kind, stream.label, stream.heading, stream.text, stream.emphasis),
            [(each.start, each.end, each.role, each.level) for each in stream.paragraphs],
            [
                manuscript.source_span(Place(stream.index, each.start, each.end))
                for each in stream.paragraphs
            ],
        )
        for stream in manuscript.streams
    ]


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_the_parser_would_give_the_same(text: str) -> None:
    text = f"Text.\n\n{text}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "set_apart", lambda text: (text, []))
        expected = _view(of(text, "a.md"))
    assert _view(of(text, "a.md")) == expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("One.\n\nTwo *three*.\n\nFour\nfive.", ["One.\n", "Four\nfive."]),
        ("One.\n\n    set in\n\nTwo.\n\nThree.", ["Three."]),
        ("- a\n\nOne.\n\n- b\n\nTwo.", ["Two."]),
        ("1. a\n\n# H\n\n1999 was a year.", ["1999 was a year."]),
        ("One.\n\n```\nTwo.\n\n```", []),
        ("One.\n\n<!-- Two.\n\nThree. -->", []),
        ("Title\n===\n\nOne.", ["One."]),
    ],
)
def test_what_is_plain(text: str, plain: list[str]) -> None:
    rest, spans = set_apart(text)
    assert [span.cut(text) for span in spans] == plain
    assert len(rest) == len(text)
