"""Rich text as Word, LibreOffice and pandoc write it."""

from __future__ import annotations

import pytest
from reading import paragraphs

from srccheck.errors import UnreadableFileError
from srccheck.lint import lint
from srccheck.readers import read
from srccheck.text import Manuscript, Place, Role, StreamKind


def rtf(text: str) -> Manuscript:
    """Read a piece of rich text with a font table and styles."""
    head = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\froman\fcharset204 B;}"
        r"{\f2\fcharset238{\*\falt C} D;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}"
        r"{\s2 \'dcberschrift 2;}{\s3\outlinelevel2 Own;}{\s4 Quote;}{\*\cs5 No;}}"
        r"{\info{\title No}}"
    )
    return read(f"{head}{text}}}".encode("latin-1"), "a.rtf")


BODY = [
    (r"One\par two \i three\i0 .\par", ["One", "two three."]),
    ("\\pard One\r\n two\\line three\\tab four\\par", ["One two three four"]),
    (r"f.\~17, 104\endash 5\_6 co\-op \{a\} \\ \emdash\ldblquote x\rdblquote", None),
    (r"caf\'e9 \f1\'d4\'ee\'ed\'e4\f0  \f2\'9a \'9e\f0", ["café Фонд š ž"]),
    ("caf\xe9 \\f1\xd4\xee\xed\xe4", ["café Фонд"]),
    (r"\u1060\'3f\u1086?\uc2\u1085\'3f\'3f\uc0\u1076  end", ["Фонд end"]),
    (r"\u-10179?\u-8704?x", ["😀x"]),
    (r"{\v hidden}shown {\deleted gone}{\*\unknown gone}{\header gone}{\pict 00ff}kept",
     ["shown kept"]),
    (r"a \bin4 {{{{b", ["a b"]),
    (r"{\listtext 1.\tab}Item {\*\bkmkstart x}here{\*\bkmkend x}", ["Item here"]),
    (r"\trowd\intbl a\cell b\cell\row", ["a", "b"]),
    (r"open { groups { are closed", ["open groups are closed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODY)
def test_body(text: str, expected: list[str] | None) -> None:
    expected = expected or ["f. 17, 104–5-6 coop {a} \\ —“x”"]
    assert paragraphs(rtf(text).streams[0]) == expected


def test_notes_of_word_and_of_libreoffice() -> None:
    text = (
        r"One{\super\chftn}{\footnote\pard{\super\chftn} First \i a\i0 .\par More.} two"
        r"{\super \chftn{\*\footnote \chftn\pard Second.}}\par{\footnote\ftnalt An endnote.}"
    )
    manuscript = rtf(text)
    assert paragraphs(manuscript.streams[0]) == ["One two"]
    notes = [(s.label, paragraphs(s)) for s in manuscript.of_kind(StreamKind.NOTE)]
    assert notes == [("1", ["First a.", "More."]), ("2", ["Second."]), ("3", ["An endnote."])]


def test_headings_lists_and_quotations() -> None:
    text = (
        r"\s1 Title\par\pard\s3 Part\par\pard\s4 Said\par\pard Text\par\pard\s2 References\par"
        r"\pard Ames, Ana. {\i The Long Harbour}. London: Verso, 1999.\par"
    )
    manuscript = rtf(text)
    roles = [(each.role, each.level) for each in manuscript.streams[0].paragraphs]
    assert roles == [(Role.HEADING, 1), (Role.HEADING, 3), (Role.QUOTE, 0), (Role.TEXT, 0)]
    [references] = manuscript.of_kind(StreamKind.REFERENCES)
    assert references.heading == "References"
    [run] = references.emphasis
    assert references.text[run.start : run.end] == "The Long Harbour"


def test_links() -> None:
    text = r'See {\field{\*\fldinst { HYPERLINK "http://e.org/a" }}{\fldrslt {\ul here}}}.'
    [stream] = rtf(text).streams
    [link] = stream.hyperlinks
    assert (stream.text[link.start : link.end], link.url) == ("here", "http://e.org/a")


def test_places_are_note_and_paragraph_and_quotes_are_the_files() -> None:
    text = r"One.\par{\footnote See RGANI, f. 5, op. 49, d. \u189\'3f, l. 3.}"
    data = rf"{{\rtf1\ansi {text}}}".encode()
    [found] = [each for each in lint(data, "a.rtf").diagnostics if each.code == "ARC007"]
    assert (found.excerpt, found.where, found.raw) == ("d. ½", "note 1, ¶ 2", r"d. \u189\'3f")
    manuscript = read(data, "a.txt")  # told by its first bytes, whatever its name
    assert manuscript.format == "rtf"
    assert manuscript.raw(Place(0, 0, 3)) == "One"


def test_a_file_without_text_is_said_to_be_empty() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(rb"{\rtf1\ansi{\info{\title x}}\par}", "a.rtf")
    assert "empty" in caught.value.what
