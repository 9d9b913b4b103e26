"""The text of a .bib file as spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.bibliography.bib_text import scan

TEXT = """\
Anything between blocks is comment, {braces} too.
% @book{hidden, title = {Commented out}}
@string{mgu = "MSU Press"}
@Book{bovin:2003,
  Author = {Bovin, {A. E.}},
  title  = "XX vek, {"}said{"} he" ,
  year=2003, publisher = mgu # { and others}
}
@comment{ @book{no, title = {None}} }
@article(plain, pages = {1--2})
"""


def test_blocks_and_fields() -> None:
    blocks = list(scan(TEXT))
    assert [each.kind for each in blocks] == ["string", "book", "comment", "article"]
    book = blocks[1]
    assert book.key.cut(TEXT) == "bovin:2003"
    assert [(each.label, each.value.cut(TEXT)) for each in book.fields] == [
        ("author", "{Bovin, {A. E.}}"),
        ("title", '"XX vek, {"}said{"} he"'),
        ("year", "2003"),
        ("publisher", "mgu # { and others}"),
    ]
    assert [each.inner and each.inner.cut(TEXT) for each in book.fields] == [
        "Bovin, {A. E.}", 'XX vek, {"}said{"} he', "2003", None,
    ]  # fmt: skip
    assert book.fields[0].whole.cut(TEXT) == "Author = {Bovin, {A. E.}},"
    assert blocks[3].span.cut(TEXT) == "@article(plain, pages = {1--2})"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("@book{a, title = {open", "a value for title"),
        ("@book{a, title {x}}", "= after title"),
        ("@book{a, title = {x} year = 1}", "a comma after title"),
        ("@book{a b = c}", "a comma after the key"),
        ("@book{a, title = {x},", "a field name"),
    ],
)
def test_a_fault_ends_where_the_next_block_begins(text: str, fault: str) -> None:
    blocks = list(scan(f"{text}\n@misc{{b, year = 1}}\n"))
    assert blocks[0].fault == fault
    assert [each.kind for each in blocks] == ["book", "misc"]
    assert blocks[1].fault == ""


@given(st.text(st.sampled_from(list('@book{}(),="#% \n\\a1-'))))
def test_spans_lie_in_order_and_inside(text: str) -> None:
    at = 0
    for block in scan(text):
        assert at <= block.span.start < block.span.end <= len(text)
        at = block.span.end
        inside = block.span.start
        for field in block.fields:
            assert inside <= field.name.start < field.name.end < field.value.start
            assert field.value.end <= field.whole.end <= block.span.end
            inside = field.whole.end
