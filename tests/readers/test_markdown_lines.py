"""A text is cut into the same blocks, at the same places, as by marko's own class for its lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from srccheck.readers.markdown import _parser

PIECES = (
    "- ", "* ", "1. ", "12) ", "> ", ">", "  ", "    ", "\t", "# ", "## ", "***", "---", "===",
    "```", "~~~", "<div>", "</div>", "[a]: b", "[^1]: ", "[^1]", "a", "b c", "да", "\n", "\n",
    "\n", "\n\n", "\\", "*a*", "[b](c)", "| a | b |",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def told(element: Any) -> Any:
    """Give a tree of what the reader takes from marko: kinds, places and words."""
    children = element.children if hasattr(element, "children") else None
    inside = [told(each) for each in children] if isinstance(children, list) else children
    return type(element).__name__, getattr(element, "source_span", None), inside


def parsed(text: str) -> Any:
    try:
        return told(_parser().parse(text))
    except (LookupError, AttributeError, TypeError, ValueError, AssertionError) as error:
        return type(error)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_the_same_blocks(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    from marko import parser
    from marko.source import Source

    found = parsed(text)
    with monkeypatch.context() as patched:
        patched.setattr(parser, "Source", Source)
        assert found == parsed(text)


def test_lists_in_quotations_in_lists() -> None:
    kinds: list[str] = []

    def walk(node: Any) -> None:
        kinds.append(node[0])
        for each in node[2] if isinstance(node[2], list) else ():
            walk(each)

    walk(parsed("- a\n  > 1. b\n  >    c\n- d\n\ne\n"))
    assert [each for each in kinds if each in ("List", "ListItem", "Quote", "Paragraph")] == [
        "List", "ListItem", "Paragraph", "Quote", "List", "ListItem", "Paragraph",
        "ListItem", "Paragraph", "Paragraph",
    ]  # fmt: skip
