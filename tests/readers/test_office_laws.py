"""What holds for every Word and OpenDocument file, whole or damaged."""

from __future__ import annotations

import contextlib
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reader_laws import check_even

from office_factory import docx, foot, h, i, odt, odt_note, p, packed, r
from office_strategies import BODY, HEADINGS, made
from srccheck.errors import UnreadableFileError
from srccheck.readers import read
from srccheck.readers.office.word import extract
from srccheck.readers.office.word_file import WordFile
from srccheck.report.docx import TextEdit, apply_edits
from srccheck.text import Manuscript, Place


def try_read(data: bytes, name: str) -> Manuscript | None:
    with contextlib.suppress(UnreadableFileError):
        return read(data, name)
    return None


@given(BODY)
@settings(max_examples=150)
def test_a_line_is_a_paragraph_and_every_segment_is_the_texts_own(body: list[str]) -> None:
    manuscript = try_read(made(body), "a.docx")
    if manuscript is None:
        return
    lines = manuscript.source.split("\n")
    for stream in manuscript.streams:
        check_even(manuscript, stream)
        for each in stream.paragraphs:
            raw = manuscript.raw(Place(stream.index, each.start, each.end))
            assert raw in lines[each.number - 1]
            span = manuscript.source_span(Place(stream.index, each.start, each.end))
            assert manuscript.location(span.start).line == each.number


@given(BODY)
@settings(max_examples=150)
def test_the_map_gives_every_character_its_element(body: list[str]) -> None:
    with contextlib.suppress(UnreadableFileError):
        extraction = extract(WordFile(made(body), "a.docx"))
        at = 0
        for paragraph in extraction.paragraphs:
            assert paragraph.start == at
            for start, text, element, _ in paragraph.pieces:
                assert start == at
                assert extraction.text[at : at + len(text)] == text
                at += len(text)
                if element.tag.endswith("}t"):
                    assert (element.text or "").replace("\n", " ").replace("\r", " ") == text
            assert (paragraph.end, extraction.text[at]) == (at, "\n")
            at += 1
        assert at == len(extraction.text)


@given(BODY, st.data())
@settings(max_examples=100)
def test_an_edit_changes_its_own_words_alone(body: list[str], data: st.DataObject) -> None:
    manuscript = try_read(made(body), "a.docx")
    if manuscript is None:
        return
    source = manuscript.source
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(start + 5, len(source))))
    out = read(apply_edits(made(body), [TextEdit(start, end, "XYZ")]), "a.docx").source
    assert out in (source, source[:start] + "XYZ" + source[end:])
    if "\n" not in source[start:end] and "\u2028" not in source:
        assert out != source


@given(st.binary(max_size=200), st.sampled_from(["a.docx", "a.odt"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    for each in (data, b"PK\x03\x04" + data):
        manuscript = try_read(each, name)
        assert manuscript is None or manuscript.source


WHOLE = {
    "a.docx": made([p("Text ", i("more"), foot(1)), h("References"), HEADINGS[3]] * 3),
    "a.odt": odt(f"<text:p>Text{odt_note('1', 'note')}</text:p>" * 3),
}


@given(st.sampled_from(sorted(WHOLE)), st.data())
@settings(max_examples=200)
def test_damaged_files_are_read_or_refused(name: str, data: st.DataObject) -> None:
    whole = bytearray(WHOLE[name])
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        del whole[at:]
    else:
        whole[at] ^= data.draw(st.integers(1, 255))
    manuscript = try_read(bytes(whole), name)
    assert manuscript is None or manuscript.source


@given(st.sampled_from(sorted(WHOLE)), st.data())
@settings(max_examples=200)
def test_damaged_parts_are_read_or_refused(name: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(WHOLE[name])) as archive:
        files: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    part = data.draw(st.sampled_from(sorted(files)))
    text = bytearray(bytes(files[part]))  # type: ignore[arg-type]
    at = data.draw(st.integers(0, len(text) - 1))
    cut = data.draw(st.integers(1, 40))
    text[at : at + cut] = data.draw(st.sampled_from([b"", b"<", b"x", b"\xff", b"/>", b'"']))
    files[part] = bytes(text)
    manuscript = try_read(packed(files), name)
    assert manuscript is None or manuscript.source


@pytest.mark.parametrize("size", [100_000])
def test_one_huge_paragraph_is_read(size: int) -> None:
    runs = "".join(r("word ") for _ in range(size // 100))
    assert len(read(docx(p(runs)), "a.docx").streams[0].text) == size // 20 - 1
