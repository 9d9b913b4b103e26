"""What is read from an OpenDocument text."""

from __future__ import annotations

import json
from html import escape

import pytest
from reading import paragraphs

from office_factory import odt, odt_note, packed
from srccheck.errors import UnreadableFileError
from srccheck.lint import lint
from srccheck.readers import read
from srccheck.text import Manuscript, Role, StreamKind
from srccheck.text.fields import FieldData, FieldItem


def odf(*body: str) -> Manuscript:
    return read(odt(*body), "a.odt")


CONTENT = [
    ("<text:p>plain</text:p>", ["plain"]),
    ("<text:p/>", []),
    ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', ["a b c d"]),
    ("<text:p>a<text:span>b</text:span>c</text:p>", ["abc"]),
    ('<text:p>a<text:span text:style-name="Gone">b</text:span>c</text:p>', ["ac"]),
    ('<text:p>5<text:span text:style-name="Up">2</text:span></text:p>', ["5²"]),
    ("<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>", ["ab"]),
    (
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>a<text:change text:change-id="1"/>b'
        "<text:change-start/>new<text:change-end/></text:p>",
        ["abnew"],
    ),
    ("<text:p>p. <text:page-number>7</text:page-number></text:p>", ["p. 7"]),
    (
        "<text:table-of-content><text:index-body><text:p>One 7</text:p></text:index-body>"
        "</text:table-of-content><text:p>One</text:p>",
        ["One"],
    ),
    (
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
        ["a", "b"],
    ),
    (
        "<text:p>before<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
        " after</text:p>",
        ["before after", "box"],
    ),
    ("<draw:frame><draw:text-box><text:p>on the page</text:p></draw:text-box></draw:frame>",
     ["on the page"]),
    ('<text:section><text:p>a</text:p></text:section>'
     '<text:section text:display="none"><text:p>b</text:p></text:section>', ["a"]),
    ("<text:p><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>k</text:ruby-text>"
     "</text:ruby></text:p>", ["漢"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), CONTENT)
def test_text(content: str, expected: list[str]) -> None:
    assert paragraphs(odf(content, "<text:p>END</text:p>").streams[0]) == [*expected, "END"]


def test_notes_stand_after_their_paragraph_and_endnotes_at_the_end() -> None:
    endnote, footnote = odt_note("i", "last", kind="endnote"), odt_note("1", "one", "more")
    manuscript = odf(
        f"<text:p>a{endnote}b{footnote}c</text:p>",
        f"<text:p>d{odt_note('*', 'thanks')}</text:p>",
    )
    assert manuscript.format == "odt"
    assert manuscript.source == "abc\none\nmore\nd\nthanks\nlast\n"
    notes = [(each.label, paragraphs(each)) for each in manuscript.of_kind(StreamKind.NOTE)]
    assert notes == [("1", ["one", "more"]), ("*", ["thanks"]), ("i", ["last"])]


def test_headings_titles_and_items() -> None:
    stream = odf(
        '<text:p text:style-name="P1">Title</text:p>',
        '<text:h text:outline-level="2">Two</text:h>',
        "<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>",
    ).streams[0]
    assert [(each.role, each.level) for each in stream.paragraphs] == [
        (Role.HEADING, 1),
        (Role.HEADING, 2),
        (Role.ITEM, 0),
    ]


ENTRY = "Ames, Ana. Title. London: Harrow, 1999."


PARAGRAPH = f"<text:p>{ENTRY}</text:p>"
ZOTERO = "ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RND1"
INDEX = f"<text:index-body>{PARAGRAPH}</text:index-body>"


@pytest.mark.parametrize(
    ("listed", "heading"),
    [
        (f"<text:h>References</text:h>{PARAGRAPH}<text:h>Appendix</text:h>", "References"),
        (f'<text:section text:name="{ZOTERO}">{PARAGRAPH}</text:section>', ""),
        (f"<text:bibliography>{INDEX}</text:bibliography>", ""),
        (f'<text:p text:style-name="P2">{ENTRY}</text:p>', ""),
    ],
    ids=["heading", "zotero", "index", "style"],
)
def test_reference_lists(listed: str, heading: str) -> None:
    manuscript = odf("<text:p>Body.</text:p>", listed, "<text:p>Thanks.</text:p>")
    [stream] = manuscript.of_kind(StreamKind.REFERENCES)
    assert (stream.heading, paragraphs(stream)) == (heading, [ENTRY])
    assert "Thanks." in paragraphs(manuscript.streams[0])


def test_emphasis_and_links() -> None:
    stream = odf(
        '<text:p>A <text:span text:style-name="I">Title</text:span> and '
        '<text:a xlink:href="https://e.org/x">a paper</text:a></text:p>',
        '<text:p text:style-name="Quote">All, <text:span text:style-name="Upright">not</text:span>'
        "</text:p>",
    ).streams[0]
    assert [stream.text[each.start : each.end] for each in stream.emphasis] == ["Title", "not"]
    links = [(stream.text[each.start : each.end], each.url) for each in stream.hyperlinks]
    assert links == [("a paper", "https://e.org/x")]


def test_the_data_of_zotero() -> None:
    data = {
        "properties": {"plainCitation": "(Ames 1999)"},
        "citationItems": [{"itemData": {"author": [{"family": "Ames"}], "title": "Title",
                                        "issued": {"date-parts": [[1999]]}}}],
    }  # fmt: skip
    name = escape(f"ZOTERO_ITEM CSL_CITATION {json.dumps(data)} RNDabc")
    stream = odf(
        f'<text:p>So <text:reference-mark-start text:name="{name}"/>(Ames 1998)'
        f'<text:reference-mark-end text:name="{name}"/>.</text:p>'
    ).streams[0]
    [found] = stream.fields
    assert stream.text[found.start : found.end] == "(Ames 1998)"
    item = FieldItem(("Ames",), "1999", "Title")
    assert found.data == FieldData("Zotero", (item,), "(Ames 1999)")


def test_zotero_keeps_the_data_of_bookmarks_among_the_properties() -> None:
    work = {"author": [{"family": "Ames"}], "issued": {"date-parts": [[1999]]}}
    code = f"ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': [{'itemData': work}]})}"
    meta = (
        "<office:document-meta "
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
        f'<meta:user-defined meta:name="ZOTERO_BREF_a_1">{escape(code)}</meta:user-defined>'
        "</office:document-meta>"
    )
    content = (
        '<text:p>So <text:bookmark-start text:name="ZOTERO_BREF_a"/>(Ames 1998)'
        '<text:bookmark-end text:name="ZOTERO_BREF_a"/>.</text:p>'
    )
    stream = read(odt(content, parts={"meta.xml": meta}), "a.odt").streams[0]
    [found] = stream.fields
    assert stream.text[found.start : found.end] == "(Ames 1998)"
    assert found.data.items == (FieldItem(("Ames",), "1999", ""),)


def test_positions_are_note_and_paragraph() -> None:
    data = odt(
        f"<text:p>He said so.{odt_note('1', 'See Gaiduk 2011, pp. 8–9.')}</text:p>",
        "<text:p>And (Gaiduk 2010, pp. 8–9).</text:p><text:h>References</text:h>",
        "<text:p>Gaiduk, Ilya V. The Soviet Union. Chicago: Dee, 1996.</text:p>",
    )
    found = [each for each in lint(data, "a.odt").diagnostics if each.code == "CIT002"]
    assert [(each.where, each.raw) for each in found] == [
        ("note 1, ¶ 2", "Gaiduk 2011"),
        ("¶ 3", "Gaiduk 2010"),
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"text", "not an OpenDocument text"),
        (odt("<text:p>a</text:p>")[:-60], "damaged or cut off"),
        (odt(), "the file is empty"),
        (odt(parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "by a password"),
        (packed({"content.xml": "<a/>"}), "not a text"),
        (packed({"a": "x"}), "no part content.xml"),
        (
            packed({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "declares a document type",
        ),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, "a.odt")
    assert what in caught.value.what
    assert caught.value.advice
