"""What holds for every text: nothing raises, and every quote is the file's own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from srccheck.archives import ArchivalReference
from srccheck.citations import ArchivalCitation, IbidCitation, PrintedCitation
from srccheck.errors import UnreadableFileError
from srccheck.lint import lint, read_apparatus
from srccheck.resolve import Apparatus
from srccheck.text import Place, Span

WRITTEN = r"""
    RGASPI | f. 17 | op. 3 | d. ½ | ll. 104–5 | РГАСПИ. | Ф. 17. | Оп. 3. | Л. 55 об. | Там же.
    ibid. | ebd. | ( | ) | [ | ] | ; | , | . | : | * | _ | ** | ` | \ | Hoxha | 1981–85 | 2008*b*
    n.d. | t. 22 | pp. 694-95 | и др. | et al. | Hồ Chí Minh | - | ——. | -----. | 1. | [^1] | [^1]:
    ^[ | ## References | Литература | NOTES | > | <i> | </i> | &amp; | http://a.b/c> | See | and
    *Pravda*, 8 July 1977 | "Title" 1979 | 17/3/40/7 | FO 371/152493 | DY 30/3386, Bl. 8 | ½
    Moscow, 2003. | no. 3 (1998). | Smith, J. (1998) | Архив (АВП РФ) | цит. по | Т. 2. С. 5.
    """
SPACES = ["\n", "\n\n", "\r\n", "\t", "\u00a0", "\u00ad", "- ", "e\u0301", "n\u0303", "| a | b |"]
SCRAPS = st.sampled_from([*WRITTEN.replace("\n", " | ").split(" | "), *SPACES])
TEXTS = st.lists(st.one_of(SCRAPS, st.text(max_size=8)), max_size=60).map(" ".join)
PATHS = st.sampled_from(["a.md", "a.txt", "a.tex", "a.html", "a.typ"])
LENIENT = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _places(apparatus: Apparatus) -> Iterator[Place]:
    for resolved in apparatus.citations:
        citation = resolved.citation
        yield citation.place
        if isinstance(citation, PrintedCitation | IbidCitation):
            yield from (part.place for part in citation.locators)
        if isinstance(citation, PrintedCitation) and citation.year:
            yield citation.year.place
    for entry in apparatus.entries:
        yield entry.place
        yield from (place for _, place in entry.fields)
    yield from (link.place for link in apparatus.links)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


@given(TEXTS, PATHS)
@LENIENT
def test_no_text_raises_and_every_place_lies_in_its_stream(text: str, path: str) -> None:
    try:
        apparatus = read_apparatus(text.encode("utf-8", "surrogatepass"), path)
    except UnreadableFileError:
        return
    manuscript = apparatus.manuscript
    for place in _places(apparatus):
        stream = manuscript.streams[place.stream]
        assert 0 <= place.start <= place.end <= len(stream.text)
        span = manuscript.source_span(place)
        assert 0 <= span.start <= span.end <= len(manuscript.source)


@given(TEXTS, PATHS)
@LENIENT
def test_every_finding_quotes_the_file(text: str, path: str) -> None:
    try:
        result = lint(text.encode("utf-8", "surrogatepass"), path)
    except UnreadableFileError:
        return
    source = text.lstrip("\ufeff") if text.startswith("\ufeff") else text
    for each in result.diagnostics:
        assert source[each.location.offset : each.end_location.offset] == each.raw


@given(TEXTS)
@LENIENT
def test_plain_words_map_back_to_themselves(text: str) -> None:
    """Where no markup stands inside, the file's slice and the visible text are the same words."""
    try:
        manuscript = read_apparatus(text.encode("utf-8", "surrogatepass"), "a.txt").manuscript
    except UnreadableFileError:
        return
    for stream in manuscript.streams:
        for paragraph in stream.paragraphs:
            raw = manuscript.raw(Place(stream.index, paragraph.start, paragraph.end))
            if not any(mark in raw for mark in "*_\u00ad\u200b\ufeff\u2060"):
                visible = stream.text[paragraph.start : paragraph.end]
                hidden = "\u200c\u200d\u200e\u200f"
                assert _folded(visible) == _folded("".join(c for c in raw if c not in hidden))


def _levels_lie_inside(reference: ArchivalReference, text: str) -> None:
    for level in reference.written:
        assert level.span.contains(level.number), level
        assert level.number.cut(text).strip(), level


def _texts(shared: Path) -> list[Path]:
    return sorted(
        path
        for folder in ("manuscripts", "seeds")
        for path in (shared / folder).iterdir()
        if path.is_file()
    )


def test_real_texts_are_read_whole(shared: Path) -> None:
    """Every text beside the repository: nothing raises, every place slices back."""
    for path in _texts(shared):
        name = path.name if path.suffix in (".md", ".tex", ".xml") else f"{path.stem}.txt"
        apparatus = read_apparatus(path.read_bytes(), name)
        manuscript = apparatus.manuscript
        for place in _places(apparatus):
            assert manuscript.raw(place).strip() or place.start == place.end, (path.name, place)
        for resolved in apparatus.citations:
            if isinstance(resolved.citation, ArchivalCitation):
                text = manuscript.streams[resolved.place.stream].text
                _levels_lie_inside(resolved.citation.reference, text)


@pytest.mark.parametrize(
    "text", ["(" * 5000, "[" * 5000, "*a" * 5000, "> " * 300 + "a", "- " * 300]
)
def test_deep_nesting_is_read(text: str) -> None:
    for path in ("a.md", "a.txt"):
        assert lint(text.encode(), path).path == path


def test_a_span_knows_what_it_holds() -> None:
    assert Span(2, 6).contains(Span(2, 6))
    assert Span(2, 6).overlaps(Span(5, 9))
    assert not Span(2, 6).overlaps(Span(6, 9))
    assert Span(2, 6).cut("abcdefgh") == "cdef"
