"""PDF: what lines on pages are, and a file that LibreOffice made of the sample."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest

from srccheck.errors import UnreadableFileError
from srccheck.lint import lint
from srccheck.readers import read
from srccheck.readers.pdf.layout import Columns, lay_out, paragraphs
from srccheck.readers.pdf.lines import Page, Piece, TextLine, line_of
from srccheck.text import Manuscript, StreamKind

FORMATS = Path(__file__).parents[1] / "formats"
HEIGHT = 800.0


def line(text: str, base: float, *, left: float = 70, size: float = 12, page: int = 1) -> TextLine:
    """Give a line whose letters are half as wide as high."""
    return line_of(page, [Piece(text, left, left + len(text) * size / 2, base, size)])


def page(number: int, *lines: tuple[str, float, float]) -> Page:
    """Give a page: texts, their base lines, their sizes."""
    made = (line(text, base, size=size, page=number) for text, base, size in lines)
    return Page(number, HEIGHT, tuple(made))


FULL = "The boats lay at Vlora until the spring of the year and beyond it, as they"


def test_pieces_are_put_in_order_and_apart() -> None:
    pieces = [Piece("H", 10, 16, 1, 12), Piece(" Chí", 22, 40, 1, 12), Piece("ồ", 16, 22, 1, 12)]
    assert line_of(1, pieces).text == "Hồ Chí"
    assert line_of(1, [Piece("a", 10, 16, 1, 12), Piece("b", 30, 36, 1, 12)]).text == "a b"


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        page(at, (f"Vlora in 1961 {at}", 780, 9), (FULL, 600, 12), (f"– {at} –", 20, 12))
        for at in range(1, 5)
    ]
    assert [each.text for each in lay_out(pages).body] == [FULL] * 4


def test_notes_stand_at_the_foot_in_small_letters_and_go_on_overleaf() -> None:
    pages = [
        page(1, (FULL, 600, 12), (FULL, 586, 12), ("1 See RGANI.", 60, 10), ("2 Long and", 48, 10)),
        page(2, (FULL, 600, 12), ("longer.", 60, 10), ("3 Ibid.", 48, 10)),
    ]
    layout = lay_out(pages)
    assert len(layout.body) == 3
    notes = [(label, [each.text for each in lines]) for label, lines in layout.notes]
    assert notes == [
        ("1", ["1 See RGANI."]),
        ("2", ["2 Long and", "longer."]),
        ("3", ["3 Ibid."]),
    ]


def test_small_letters_without_a_number_are_no_notes() -> None:
    pages = [page(1, (FULL, 600, 12), (FULL, 586, 12), ("Source: the author", 60, 10))]
    assert lay_out(pages).notes == []


def _paragraphs(lines: list[TextLine]) -> list[int]:
    return [len(each) for each in paragraphs(lines, 12, Columns.of(lines))]


def test_paragraphs() -> None:
    indented = [line(FULL, 600), line("end.", 586), line(FULL, 572, left=90), line(FULL, 558)]
    assert _paragraphs(indented) == [2, 2]
    spaced = [line(FULL, 600), line(FULL, 586), line(FULL, 562), line(FULL, 548)]
    assert _paragraphs(spaced) == [2, 2]
    hanging = [line(FULL, 600), line("end", 586, left=90), line(FULL, 572), line("x", 558, left=90)]
    assert _paragraphs(hanging) == [2, 2]
    overleaf = [line(FULL, 60), line(FULL, 600, page=2)]
    assert _paragraphs(overleaf) == [2]


def test_two_columns_have_edges_of_their_own() -> None:
    half = FULL[:30]
    left = [line(half, 600 - 14 * at) for at in range(6)]
    right = [line(half, 600 - 14 * at, left=330) for at in range(6)]
    assert _paragraphs([*left, *right]) == [12]


@pytest.fixture
def sample() -> Manuscript:
    pytest.importorskip("pypdfium2")
    return read((FORMATS / "vlora.pdf").read_bytes(), "vlora.pdf")


def test_the_sample_reads_as_its_source(sample: Manuscript) -> None:
    source = read((FORMATS / "vlora.md").read_bytes(), "vlora.md")
    for kind in StreamKind:
        one = [(each.label, each.text) for each in sample.of_kind(kind)]
        assert one == [(each.label, each.text) for each in source.of_kind(kind)]
    italics = [s.text[run.start : run.end] for s in sample.streams for run in s.emphasis]
    assert {"Pravda", "Albania and the Rift", "Zëri i popullit"} <= set(italics)


def test_the_sample_gives_the_same_findings_by_page() -> None:
    pytest.importorskip("pypdfium2")
    found = lint((FORMATS / "vlora.pdf").read_bytes(), "a.pdf").diagnostics
    other = lint((FORMATS / "vlora.md").read_bytes(), "a.md").diagnostics
    # The address behind "the record" is in no text.
    rows = sorted((each.code, each.excerpt) for each in other if each.code != "URL004")
    assert sorted((each.code, each.excerpt) for each in found) == rows
    assert {each.where for each in found} == {"page 1", "note 1, page 1", "note 2, page 1"}


def test_what_cannot_be_read_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(b"%PDF-1.7\nnothing", "a.pdf")
    blank, held = pypdfium2.PdfDocument.new(), BytesIO()
    blank.new_page(100, 100)
    blank.save(held)
    with pytest.raises(UnreadableFileError, match="pictures of pages"):
        read(held.getvalue(), "a.pdf")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableFileError) as caught:
        read(held.getvalue(), "a.pdf")
    assert "srccheck[pdf]" in caught.value.advice
