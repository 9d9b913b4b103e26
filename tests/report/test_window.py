"""Pieces of paragraphs that fit into a line of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.report.window import _ONE_CELL, cells, crop, printable, shorten, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Gaiduk 2010", 11),
        ("Ф. 17, оп. 3", 12),
        ("Hồ Chí Minh", 11),
        ("Ho\u0302\u0300 Chi\u0301 Minh", 11),  # NFD: accents take no cell
        ("毛泽东", 6),
        ("d. ½", 4),
        ("", 0),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_what_needs_no_measuring_takes_one_cell() -> None:
    from rich.cells import cell_len

    simple = [char for char in map(chr, range(0x20, 0x3000)) if _ONE_CELL.fullmatch(char)]
    assert "⁸" in simple
    assert [char for char in simple if cell_len(char) != 1] == []


PARAGRAPH = "The first meeting was short (Gaiduk 2010, pp. 8–9), and the second was never held."


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (100, PARAGRAPH),
        (40, "… was short (Gaiduk 2010, pp. 8–9), …"),
        (20, "… (Gaiduk 2010, …"),
    ],
)
def test_crop_keeps_the_quote_and_words_round_it(width: int, shown: str) -> None:
    start = PARAGRAPH.index("Gaiduk")
    window = crop(PARAGRAPH, start, start + len("Gaiduk 2010"), width)
    assert window.text == shown


def test_crop_at_the_ends_gives_the_other_side_the_room() -> None:
    assert crop(PARAGRAPH, 0, 3, 30).text == "The first meeting was short …"
    end = len(PARAGRAPH)
    assert crop(PARAGRAPH, end - 5, end, 30).text == "… the second was never held."


def test_a_quote_that_does_not_fit_keeps_its_ends() -> None:
    window = crop(PARAGRAPH, 4, len(PARAGRAPH) - 1, 40)
    assert window.text == "… first meeting was shor … never held …"
    assert window.text[window.start : window.end] == "first meeting was shor … never held"


lines = st.text(st.characters(codec="utf-8"), max_size=200)


@given(
    text=lines, ends=st.tuples(st.integers(0, 200), st.integers(0, 200)), width=st.integers(34, 120)
)
def test_crop_marks_the_quote_and_fits(text: str, ends: tuple[int, int], width: int) -> None:
    text = printable(text)
    start, end = sorted(min(each, len(text)) for each in ends)
    window = crop(text, start, end, width)
    assert cells(window.text) <= width
    marked, quote = window.text[window.start : window.end], text[start:end]
    if cells(quote) <= width:
        assert marked == quote
    else:
        head, tail = marked.split(" … ", 1)[0], marked.rsplit(" … ", 1)[-1]
        assert quote.startswith(head)
        assert quote.endswith(tail)


def test_printable_takes_the_controls_out_one_for_one() -> None:
    assert printable("a\x1b[31m\tб\u202e") == "a\ufffd[31m\ufffdб\ufffd"


def test_shorten_and_wrap() -> None:
    assert shorten("Gaiduk, Ilya V. The Soviet Union", 20) == "Gaiduk, Ilya V. …"
    assert shorten("short", 20) == "short"
    assert list(wrap("one two  three", 7)) == ["one two", "three"]
    assert list(wrap("https://a.long.address/ x", 10)) == ["https://a.long.address/", "x"]
    assert list(wrap("", 10)) == [""]
