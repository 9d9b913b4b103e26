"""What is read from a Word file, and where it says it stands."""

from __future__ import annotations

import base64
import json

import pytest
from reading import paragraphs

from office_factory import NAMESPACES, docx, end, field, foot, h, i, p, packed, r
from srccheck.errors import UnreadableFileError
from srccheck.lint import lint
from srccheck.readers import read
from srccheck.text import Manuscript, Place, Role, StreamKind
from srccheck.text.fields import FieldData, FieldItem


def word(*body: str, **parts: object) -> Manuscript:
    return read(docx(*body, **parts), "a.docx")  # type: ignore[arg-type]


def body(*content: str, **parts: object) -> list[str]:
    return paragraphs(word(*content, **parts).streams[0])


def notes(manuscript: Manuscript) -> list[tuple[str | None, list[str]]]:
    return [(s.label, paragraphs(s)) for s in manuscript.of_kind(StreamKind.NOTE)]


def entries(manuscript: Manuscript) -> list[tuple[str, list[str]]]:
    return [(s.heading, paragraphs(s)) for s in manuscript.of_kind(StreamKind.REFERENCES)]


MOVED_AWAY = f"<w:moveFrom>{r('moved')}</w:moveFrom>"
MOVED_HERE = f"<w:moveTo>{r('moved')}</w:moveTo>"
TABBED = "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
TAGGED = f'<w:smartTag w:element="x">{r("tag")}</w:smartTag><w:bdo>{r("ged")}</w:bdo>'
COMMENTED = "<w:commentRangeStart w:id='1'/>", "b", "<w:r><w:commentReference w:id='1'/></w:r>"
PROMPT = (
    f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click')}</w:sdtContent></w:sdt>"
)
DELETED_ROW = f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{p('a')}</w:tc></w:tr></w:tbl>"

CONTENT = [
    (p("plain"), ["plain"]),
    (p(r("in "), r("two")), ["in two"]),
    (p(""), []),
    (p("a", '<w:ins w:id="1"><w:r><w:t>b</w:t></w:r></w:ins>', "c"), ["abc"]),
    (p("a", '<w:del w:id="1"><w:r><w:delText>b</w:delText></w:r></w:del>', "c"), ["ac"]),
    (p(MOVED_AWAY, "a ", MOVED_HERE), ["a moved"]),
    (p("one ", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p("two"), ["one two"]),
    (p("a", r("hidden", "<w:vanish/>"), r("shown", '<w:vanish w:val="0"/>')), ["ashown"]),
    (p("a", r("hidden", '<w:rStyle w:val="Versteckt"/>')), ["a"]),
    (p("a", TABBED), ["a b c"]),
    (p("<w:r><w:t>p. 12</w:t><w:noBreakHyphen/><w:t>15</w:t></w:r>"), ["p. 12-15"]),
    (p("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t></w:r>"), ["cooperate"]),
    (p('<w:r><w:sym w:font="Symbol" w:char="F061"/><w:t>x</w:t></w:r>'), ["αx"]),
    (p('<w:r><w:sym w:font="Arial" w:char="00BD"/></w:r>'), ["½"]),
    (p(r("See 5"), r("2", '<w:vertAlign w:val="superscript"/>')), ["See 5²"]),
    (p("19", r("th", '<w:vertAlign w:val="superscript"/>')), ["19th"]),
    (p(TAGGED), ["tagged"]),
    (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('control')}</w:sdtContent></w:sdt>"), ["control"]),
    (f"<w:sdt><w:sdtContent>{p('one')}{p('two')}</w:sdtContent></w:sdt>", ["one", "two"]),
    (p("a", PROMPT), ["a"]),
    (p("a", *COMMENTED), ["ab"]),
    (p("a ", f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>'), ["a 7"]),
    (p("a ", field(" REF x ", "b"), " c"), ["a b c"]),
    (p("a ", field(" IF ", field(" PAGE ", "7"), " b")), ["a 7 b"]),
    (p(field(r' TOC \o "1-3" ', "Berlin 1961, 7")) + p("text"), ["text"]),
    (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "lost") + p("kept"), ["kept"]),
    (p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), ["x=1"]),
    (f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>", ["a", "b"]),
    (DELETED_ROW, []),
    (p("<w:r><w:t>two\nlines</w:t></w:r>"), ["two lines"]),
    (p("e\u0301té\u00a0né"), ["été né"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), CONTENT)
def test_text(content: str, expected: list[str]) -> None:
    assert body(content, p("END")) == [*expected, "END"]


def test_a_deleted_end_with_nothing_after_it() -> None:
    assert body(p("last ", properties='<w:rPr><w:del w:id="1"/></w:rPr>')) == ["last"]


BOX = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    drawing = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert body(p("before ", drawing, "after"), p("next")) == [
        "before after",
        "in the box",
        "next",
    ]
    old = f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"
    assert body(p(old, "after")) == ["after", "in the box"]


def test_the_source_is_a_paragraph_a_line() -> None:
    manuscript = word(
        h("Title"), p(""), p("One.", foot(2), " Two."), p("Three."), footnotes={2: p(" A note.")}
    )
    assert manuscript.format == "docx"
    assert manuscript.source == "Title\nOne. Two.\n A note.\nThree.\n"
    found = {
        stream.text[each.start : each.end]: each.number
        for stream in manuscript.streams
        for each in stream.paragraphs
    }
    assert found == {"Title": 1, "One. Two.": 2, "A note.": 3, "Three.": 4}
    for stream in manuscript.streams:
        for each in stream.paragraphs:
            span = manuscript.source_span(Place(stream.index, each.start, each.end))
            assert manuscript.location(span.start).line == each.number


def test_notes_are_numbered_by_their_marks() -> None:
    manuscript = word(
        p("a", foot(7), "b", end(3), "c", foot(5)),
        p("<w:del>" + foot(9) + "</w:del>", "d", foot(6)),
        footnotes={0: p("a separator"), 5: p("second"), 6: p("third") + p("goes on"), 7: p("first"),
                   9: p("deleted")},
        endnotes={3: p("last")},
    )  # fmt: skip
    assert notes(manuscript) == [
        ("1", ["first"]),
        ("2", ["second"]),
        ("3", ["third", "goes on"]),
        ("i", ["last"]),
    ]


def test_the_marks_of_notes_keep_their_places() -> None:
    manuscript = word(
        p("before", foot(7), " it, ", foot(5), "behind"),
        footnotes={0: p("a separator"), 5: p("second"), 7: p("first")},
    )
    (stream,) = manuscript.of_kind(StreamKind.BODY)
    assert stream.text == "before it, behind"
    assert stream.note_marks == ((len("before"), "1"), (len("before it, "), "2"))


ROMAN_FROM_9 = '<w:endnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="9"/></w:endnotePr>'


@pytest.mark.parametrize(
    ("settings", "labels"),
    [
        ("", ["i", "ii", "iii"]),
        ('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>', ["1", "2", "3"]),
        (ROMAN_FROM_9, ["IX", "X", "XI"]),
        ('<w:endnotePr><w:numFmt w:val="lowerLetter"/></w:endnotePr>', ["a", "b", "c"]),
        ('<w:endnotePr><w:numFmt w:val="chicago"/></w:endnotePr>', ["*", "†", "‡"]),
    ],
)  # fmt: skip
def test_labels_follow_the_settings(settings: str, labels: list[str]) -> None:
    each = {1: p("x"), 2: p("y"), 3: p("z")}
    content = p("a", end(1), end(2), end(3))
    in_settings = word(content, endnotes=each, settings=settings)
    in_section = word(content, endnotes=each, section=settings)
    assert [label for label, _ in notes(in_settings)] == labels
    assert [label for label, _ in notes(in_section)] == labels


def test_notes_may_begin_anew_in_every_section() -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    manuscript = word(
        p("a", foot(1), properties="<w:sectPr/>"),
        p("b", foot(2)),
        footnotes={1: p("x"), 2: p("y")},
        settings=settings,
    )
    assert notes(manuscript) == [("1", ["x"]), ("1", ["y"])]


def test_a_mark_of_the_authors_own_takes_no_number() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    manuscript = word(p("a", own, "b", foot(2)), footnotes={1: p("thanks"), 2: p("x")})
    assert paragraphs(manuscript.streams[0]) == ["ab"]
    assert notes(manuscript) == [("*", ["thanks"]), ("1", ["x"])]


def test_headings_by_style_outline_level_and_name() -> None:
    outlined = p("Outlined", properties='<w:outlineLvl w:val="2"/>')
    manuscript = word(h("One"), h("Two", 2), outlined, p("text"))
    stream = manuscript.streams[0]
    assert [(each.role, each.level) for each in stream.paragraphs] == [
        (Role.HEADING, 1),
        (Role.HEADING, 2),
        (Role.HEADING, 3),
        (Role.TEXT, 0),
    ]


ENTRY = "Ames, Ana. Title. London: Harrow, 1999."
OTHER = "Bartov, Boris. Title. London: Harrow, 1998."


def test_a_list_begins_at_its_heading_and_has_parts() -> None:
    manuscript = word(
        p("Body."), h("Bibliography"), h("Printed sources", 2), p(ENTRY), h("Appendix"), p("More.")
    )
    assert entries(manuscript) == [("Bibliography: Printed sources", [ENTRY])]
    assert paragraphs(manuscript.streams[0]) == ["Body.", "Appendix", "More."]
    plain = word(p("Body."), p("Литература"), p(ENTRY), p(OTHER))
    assert entries(plain) == [("Литература", [ENTRY, OTHER])]


def test_a_list_by_field_control_or_style_needs_no_heading() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = '<w:r><w:instrText>ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    closed = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    by_field = word(p("Body."), p(begin, code, separate, ENTRY), p(OTHER, closed), p("Thanks."))
    control = (
        "<w:sdt><w:sdtPr><w:bibliography/></w:sdtPr>"
        f"<w:sdtContent>{p(ENTRY)}{p(OTHER)}</w:sdtContent></w:sdt>"
    )
    by_control = word(p("Body."), control, p("Thanks."))
    by_style = word(p("Body."), p(ENTRY, style="Bib"), p(OTHER, style="Bib"), p("Thanks."))
    for manuscript in (by_field, by_control, by_style):
        assert entries(manuscript) == [("", [ENTRY, OTHER])]
        assert paragraphs(manuscript.streams[0]) == ["Body.", "Thanks."]
        assert [each.number for each in manuscript.streams[-1].paragraphs] == [2, 3]


def test_entries_divided_by_line_breaks() -> None:
    manuscript = word(h("References"), p(ENTRY, "<w:r><w:br/></w:r>", OTHER))
    assert entries(manuscript) == [("References", [ENTRY, OTHER])]
    stream = manuscript.streams[-1]
    assert [each.number for each in stream.paragraphs] == [2, 2]
    second = stream.paragraphs[1]
    assert manuscript.raw(Place(stream.index, second.start, second.end)) == OTHER


def test_notes_that_are_typed_under_a_heading() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    typed = word(p("Body."), p("Notes"), p("1. Ames 1999."), p("2. Ibid."), p("and more"))
    assert notes(typed) == [("1", ["Ames 1999."]), ("2", ["Ibid.", "and more"])]
    listed = word(
        p("Body."),
        h("Notes"),
        p("Ames 1999.", properties=numbered),
        p("Ibid.", properties=numbered),
    )
    assert notes(listed) == [("1", ["Ames 1999."]), ("2", ["Ibid."])]


def test_lists_are_items() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    stream = word(p("a", properties=numbered), p("b", properties=off)).streams[0]
    assert [each.role for each in stream.paragraphs] == [Role.ITEM, Role.TEXT]


EMPHASIS = [
    (p("A ", i("Title"), " b"), ["Title"]),
    (p("A ", i("Two "), i("runs"), " b"), ["Two runs"]),
    (p("A ", i("Two"), " ", i("runs"), " b"), ["Two runs"]),
    (p("A ", i("One"), " b ", i("two")), ["One", "two"]),
    (p("A ", r("Title", '<w:rStyle w:val="Betont"/>')), ["Title"]),
    (p("A ", r("not", '<w:i w:val="0"/>')), []),
    (p("A ", r("bold", "<w:b/>"), " ", i("italic")), ["bold", "italic"]),
    (p("All in the style, ", r("but this", '<w:i w:val="0"/>'), style="Zitat"), ["but this"]),
    (p("A ", i(" ")), []),
]


@pytest.mark.parametrize(("content", "expected"), EMPHASIS)
def test_emphasis(content: str, expected: list[str]) -> None:
    manuscript = word(content)
    stream = manuscript.streams[0]
    assert [stream.text[run.start : run.end] for run in stream.emphasis] == expected
    assert [run.source.cut(manuscript.source).strip() for run in stream.emphasis] == expected


def test_hyperlinks() -> None:
    url = "https://e.org/paper"
    by_id = f'<w:hyperlink r:id="rL">{r("the paper")}</w:hyperlink>'
    by_field = field(f' HYPERLINK "{url}" ', "the paper")
    shown = f'<w:hyperlink r:id="rL">{r(url)}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="x">{r("below")}</w:hyperlink>'
    stream = word(
        p("See ", by_id), p("See ", by_field), p(shown), p(inside), links={"rL": url}
    ).streams[0]
    found = [(stream.text[each.start : each.end], each.url) for each in stream.hyperlinks]
    assert found == [("the paper", url), ("the paper", url)]


@pytest.mark.parametrize(
    "url",
    [
        "mailto:ames@e.org",
        "file:///C:/articles/a.pdf",
        "https://www.zotero.org/google-docs/?x1Y2",
        "https://paperpile.com/c/AbCd/EfGh",
    ],
)
def test_addresses_that_lead_to_no_source(url: str) -> None:
    link = f'<w:hyperlink r:id="rL">{r("(Ames 1999)")}</w:hyperlink>'
    assert word(p("See ", link), links={"rL": url}).streams[0].hyperlinks == ()


def test_parts_with_the_separators_of_windows() -> None:
    files = {
        "word\\document.xml": f"<w:document {NAMESPACES}><w:body>{p('a')}</w:body></w:document>"
    }
    assert read(packed(files), "a.docx").source == "a\n"


CSL = {
    "citationID": "x",
    "properties": {"plainCitation": "(Ames 1999)", "dontUpdate": True},
    "citationItems": [
        {
            "itemData": {
                "title": "Title",
                "author": [{"family": "Ames", "given": "Ana"}, {"literal": "Office"}],
                "issued": {"date-parts": [["1999", 2]]},
            }
        }
    ],
}
ITEM = FieldItem(("Ames", "Office"), "1999", "Title")


def coded(code: str) -> str:
    """Give a field whose code is not XML yet."""
    return field(code.replace("&", "&amp;").replace("<", "&lt;"), "(Ames 1999)")


def controlled(tag: object) -> str:
    """Give a content control as Mendeley Cite writes one."""
    encoded = base64.b64encode(json.dumps(tag).encode()).decode()
    return (
        f"<w:sdt><w:sdtPr><w:tag w:val='MENDELEY_CITATION_v3_{encoded}'/></w:sdtPr>"
        f"<w:sdtContent>{r('(Ames 1999)')}</w:sdtContent></w:sdt>"
    )


MENDELEY = {
    "citationItems": CSL["citationItems"],
    "mendeley": {"plainTextFormattedCitation": "(A)"},
}
CITE = {
    "citationItems": CSL["citationItems"],
    "manualOverride": {"isManuallyOverridden": False, "citeprocText": "(Ames 1999)"},
}
ENDNOTE = (
    "<EndNote><Cite><Author>Ames</Author><Year>1999</Year><DisplayText>(Ames 1999)</DisplayText>"
    "<record><titles><title>Title</title></titles></record></Cite></EndNote>"
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            coded(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(CSL)} "),
            FieldData("Zotero", (ITEM,), "(Ames 1999)", True),
        ),
        (
            coded(f" ADDIN CSL_CITATION {json.dumps(MENDELEY)} "),
            FieldData("Mendeley", (ITEM,), "(A)"),
        ),
        (
            coded(f" ADDIN EN.CITE {ENDNOTE}"),
            FieldData("EndNote", (FieldItem(("Ames",), "1999", "Title"),), "(Ames 1999)"),
        ),
        (coded(" ADDIN ZOTERO_ITEM CSL_CITATION {broken "), None),
        (coded(" ADDIN ZOTERO_ITEM CSL_CITATION [1] "), None),
        (controlled(CITE), FieldData("Mendeley", (ITEM,), "(Ames 1999)")),
    ],
    ids=["zotero", "mendeley", "endnote", "broken", "no object", "mendeley cite"],
)
def test_fields_of_reference_managers(content: str, expected: FieldData | None) -> None:
    stream = word(p("As shown ", content, ".")).streams[0]
    assert stream.text == "As shown (Ames 1999)."
    found = [(stream.text[each.start : each.end], each.data) for each in stream.fields]
    assert found == ([("(Ames 1999)", expected)] if expected else [])


def test_endnote_keeps_its_data_beside_the_code() -> None:
    stored = base64.b64encode(ENDNOTE.encode() + b"\0").decode()
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{stored}</w:fldData></w:fldChar></w:r>'
    )
    inner = field(" ADDIN EN.CITE.DATA ").replace(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', begin
    )
    outer = field(" ADDIN EN.CITE ", "(Ames 1999)")
    plain = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    both = outer.replace(plain, begin).replace(separate, inner + separate)
    stream = word(p("As shown ", both, ".")).streams[0]
    assert stream.text == "As shown (Ames 1999)."
    [found] = stream.fields
    assert found.data.items == (FieldItem(("Ames",), "1999", "Title"),)
    assert stream.text[found.start : found.end] == "(Ames 1999)"


def test_zotero_keeps_the_data_of_bookmarks_among_the_properties() -> None:
    code = f"ZOTERO_ITEM CSL_CITATION {json.dumps(CSL)}"
    pieces = enumerate((code[:40], code[40:]), start=1)
    kept = [(f"ZOTERO_BREF_a1_{number}", piece) for number, piece in pieces]
    kept.append(("ZOTERO_BREF_b_1", "ZOTERO_BIBL {} CSL_BIBLIOGRAPHY"))

    def marked(number: int, name: str, inside: str) -> str:
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="ZOTERO_BREF_{name}"/>{inside}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    manuscript = word(
        p("As shown ", marked(1, "a1", r("(Ames 1999)")), "."),
        marked(2, "b", p(ENTRY)),
        p("Thanks."),
        properties=dict(kept),
    )
    [found] = manuscript.streams[0].fields
    assert found.data == FieldData("Zotero", (ITEM,), "(Ames 1999)", True)
    assert entries(manuscript) == [("", [ENTRY])]
    assert paragraphs(manuscript.streams[0])[-1] == "Thanks."


def test_the_sources_of_word_itself() -> None:
    b = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
    source = (
        f'<b:Sources xmlns:b="{b}"><b:Source><b:Tag>Ame99</b:Tag><b:Year>1999</b:Year>'
        "<b:Title>Title</b:Title><b:Author><b:Author><b:NameList><b:Person><b:Last>Ames</b:Last>"
        "</b:Person></b:NameList></b:Author></b:Author></b:Source><b:Source><b:Tag>Off98</b:Tag>"
        "<b:Author><b:Author><b:Corporate>Office</b:Corporate></b:Author></b:Author></b:Source>"
        "</b:Sources>"
    )
    cited = field(r" CITATION Ame99 \l 1033 \m Off98 ", "(Ames, 1998; Office)")
    other = field(r" CITATION Gone \l 1033 ", "(Gone)")
    stream = word(p(cited, other), parts={"customXml/item1.xml": source}).streams[0]
    [found] = stream.fields
    items = (FieldItem(("Ames",), "1999", "Title"), FieldItem(("Office",), "", ""))
    assert found.data == FieldData("Word", items)
    assert stream.text[found.start : found.end] == "(Ames, 1998; Office)"


def test_positions_are_note_and_paragraph() -> None:
    data = docx(
        p("He said so.", foot(2)),
        p("And (Gaiduk 2010, pp. 8–9)."),
        h("References"),
        p("Gaiduk, Ilya V. ", i("The Soviet Union"), ". Chicago: Dee, 1996."),
        footnotes={2: p("See Gaiduk 2011, pp. 8–9.")},
    )
    found = [each for each in lint(data, "a.docx").diagnostics if each.code == "CIT002"]
    assert [(each.where, each.paragraph, each.location.line, each.raw) for each in found] == [
        ("note 1, ¶ 2", 2, 2, "Gaiduk 2011"),
        ("¶ 3", 3, 3, "Gaiduk 2010"),
    ]
    assert {related.where for each in found for related in each.related} == {"¶ 5"}


def test_a_strict_document_is_read() -> None:
    w = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    paragraph = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>"
    content = f'<w:document xmlns:w="{w}"><w:body>{paragraph}</w:body></w:document>'
    manuscript = read(packed({"word/document.xml": content}), "a.docx")
    assert manuscript.source == "Text\n"


def test_a_word_file_under_another_name() -> None:
    assert read(docx(p("Text")), "a.txt").format == "docx"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty"),
        (b"He complained.", "this is not a Word file"),
        (docx(p("Text"))[:-200], "a Word file that is damaged or cut off"),
        (docx(p("")), "the file is empty"),
        (packed({"a.txt": "x"}), "this is not a Word file: it has no part word/document.xml"),
        (packed({"word/document.xml": "<a"}), "is no XML"),
        (packed({"word/document.xml": "<a/>"}), "not a Word document"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word file"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, "статья.docx")
    assert what in caught.value.what
    assert caught.value.where == "статья.docx"
    assert caught.value.advice


def test_a_locked_part_is_said() -> None:
    data = bytearray(docx(p("Text")))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    with pytest.raises(UnreadableFileError, match="password"):
        read(bytes(data), "a.docx")


def test_damage_inside_a_part_is_said() -> None:
    data = bytearray(docx(*(p(f"Text {at} of some length.") for at in range(500))))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 40] = b"\x55" * 40
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(bytes(data), "a.docx")


def test_no_entity_is_resolved() -> None:
    declared = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    for text in ("Text &x;", "Text"):
        content = f"{declared}<w:document {NAMESPACES}><w:body>{p(text)}</w:body></w:document>"
        with pytest.raises(UnreadableFileError, match="document type"):
            read(packed({"word/document.xml": content}), "a.docx")


def test_nothing_doubles_itself() -> None:
    lines = "".join(f'<!ENTITY a{at + 1} "&a{at};&a{at};&a{at};">' for at in range(40))
    bomb = f'<!DOCTYPE a [<!ENTITY a0 "ha">{lines}]><a>&a40;</a>'
    with pytest.raises(UnreadableFileError):
        read(packed({"word/document.xml": bomb}), "a.docx")


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from srccheck.readers.office import package

    monkeypatch.setattr(package, "LARGEST", 100_000)
    with pytest.raises(UnreadableFileError, match="more than any manuscript"):
        read(docx(p("a" * 200_000)), "a.docx")
    monkeypatch.setattr(package, "TAGS", 1000)
    with pytest.raises(UnreadableFileError, match="more than any manuscript"):
        read(docx("<w:p/>" * 2000), "a.docx")


def test_notes_that_mark_each_other_are_read_once() -> None:
    each = {at: p(f"note {at}", foot(at), foot(at + 1), foot(at + 1)) for at in range(1, 60)}
    manuscript = word(p("Text", foot(1)), footnotes=each)
    assert [len(texts) for _, texts in notes(manuscript)] == [1] * 59


def test_styles_in_a_ring_are_no_crash() -> None:
    one, two = (
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/>'
        "</w:style>"
        for a, b in (("A", "B"), ("B", "A"))
    )
    ring = {"word/styles.xml": f"<w:styles {NAMESPACES}>{one}{two}</w:styles>"}
    assert word(p("Text", style="A"), parts=ring).source == "Text\n"


@pytest.mark.parametrize(
    "unit",
    [
        '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:hyperlink r:id="rL"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
        "<w:r><w:br/></w:r>",
    ],
)
def test_thousands_of_one_thing_in_a_paragraph(unit: str) -> None:
    manuscript = word(p("Text ", unit * 20_000), p("END"), links={"rL": "https://e.org"})
    assert manuscript.source.endswith("END\n")


def test_deep_nesting_is_no_crash() -> None:
    deep = "<w:ins>" * 3000 + r("x") + "</w:ins>" * 3000
    with pytest.raises(UnreadableFileError):
        read(docx(p(deep)), "a.docx")
    for depth in (200, 240):
        nested = (
            "<w:sdt><w:sdtContent>" * (depth // 2)
            + p("x")
            + "</w:sdtContent></w:sdt>" * (depth // 2)
        )
        assert read(docx(nested), "a.docx").source == "x\n"
