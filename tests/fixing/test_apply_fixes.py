"""Edits of several fixes in one text: whole or not at all, never two that overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.fixing import apply_fixes
from srccheck.fixing.encoded import TextFile
from srccheck.rules import Diagnostic, DiagnosticEdit, DiagnosticFix, Severity
from srccheck.text import Location

TEXT = "abcdefghij"
Spans = list[tuple[int, int, str]]


def at(offset: int) -> Location:
    return Location(1, offset + 1, offset)


def finding(*edits: tuple[int, int, str]) -> Diagnostic:
    """A finding whose fix has these edits."""
    first = min(start for start, _, _ in edits)
    made = tuple(DiagnosticEdit(at(start), at(end), text) for start, end, text in edits)
    return Diagnostic(
        *("ARC006", "separator", Severity.WARNING, "", "a.md", "body", None, 1),
        location=at(first),
        end_location=at(first),
        raw="",
        excerpt="",
        fix=DiagnosticFix("safe", "", made),
    )


@pytest.mark.parametrize(
    ("fixes", "text", "applied"),
    [
        ([[(1, 2, "X")], [(3, 4, "Y")]], "aXcYefghij", 2),
        ([[(3, 4, "Y")], [(1, 2, "X")]], "aXcYefghij", 2),
        ([[(1, 3, "X")], [(2, 4, "Y")]], "aXdefghij", 1),  # overlap: the first stays
        ([[(1, 2, "X"), (7, 8, "X")], [(7, 9, "Y")]], "aXcdefgXij", 1),
        ([[(1, 2, "X")], [(1, 2, "X")]], "aXcdefghij", 2),  # asked for twice, made once
        ([[(1, 2, "X")], [(1, 2, "Y")]], "aXcdefghij", 1),
        ([[(1, 3, "X")], [(3, 4, "Y")]], "aXYefghij", 2),  # side by side
        ([[(3, 3, "+")], [(3, 4, "Y")]], "abc+defghij", 1),  # which of them first?
        ([[(1, 3, "Y")], [(3, 3, "+")]], "aYdefghij", 1),
        ([[(2, 2, "+")], [(2, 2, "-")]], "ab+cdefghij", 1),
        ([[(0, 0, "<")], [(10, 10, ">")]], "<abcdefghij>", 2),
        ([[(1, 4, ""), (2, 3, "X")]], TEXT, 0),  # a fix that contradicts itself
    ],
)
def test_apply(fixes: list[Spans], text: str, applied: int) -> None:
    made, done = apply_fixes(TEXT, [finding(*each) for each in fixes])
    assert (made, len(done)) == (text, applied)


@pytest.mark.parametrize(
    ("form", "text", "edit", "made"),
    [
        ("html", "<p>a b</p>", (4, 5, "&<"), "<p>a&amp;&lt;b</p>"),
        ("markdown", "a b", (1, 2, "&"), "a&b"),
        ("latex", "a b", (1, 2, "&"), None),
        ("latex", r"\url{x&y}", (5, 8, "x&z"), r"\url{x&z}"),
        ("latex", "1-2, 3--4", (1, 2, "–"), "1--2, 3--4"),
        ("latex", "1-2, 3–4", (1, 2, "–"), "1–2, 3–4"),
        ("latex", "1-2, 3-4", (1, 2, "–"), "1–2, 3-4"),
        ("typst", "a b", (1, 2, "#"), None),
        ("typst", "1-2", (1, 2, "–"), "1–2"),
    ],
)
def test_a_fix_is_written_as_its_format_writes(
    form: str, text: str, edit: tuple[int, int, str], made: str | None
) -> None:
    file = TextFile.of(text.encode(), "a", form)
    assert file is not None
    fixed, applied = file.fixed([finding(edit)])
    assert len(applied) == (made is not None)
    assert fixed.text == (text if made is None else made)


edit = st.tuples(st.integers(0, 10), st.integers(0, 4), st.sampled_from(["", "X", "YZ"])).map(
    lambda each: (each[0], min(each[0] + each[1], 10), each[2])
)


@given(st.lists(st.lists(edit, min_size=1, max_size=3), max_size=6))
def test_what_is_applied_is_applied_whole(fixes: list[Spans]) -> None:
    made, done = apply_fixes(TEXT, [finding(*each) for each in fixes])
    edits = {
        (each.location.offset, each.end_location.offset, each.replacement)
        for diagnostic in done
        if diagnostic.fix
        for each in diagnostic.fix.edits
    }
    # Applied one by one from the end they give the same, and each takes out what was there.
    expected = TEXT
    limit = len(TEXT) + 1
    for start, end, replacement in sorted(edits, reverse=True):
        assert end <= limit
        expected, limit = expected[:start] + replacement + expected[end:], start
    assert made == expected
