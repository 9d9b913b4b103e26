"""The Word file back with remarks: each on its words, and nothing else changed."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from lxml import etree

from office_factory import NAMESPACES, PACKAGE, R, W, docx, end, field, foot, h, i, p, packed, r
from srccheck.lint import lint
from srccheck.readers import read
from srccheck.report.docx import TextEdit, annotate, apply_edits
from srccheck.report.docx.document import ChangedFileError
from srccheck.rules import Diagnostic

w = f"{{{W}}}"
GAIDUK = p("Gaiduk, Ilya V. ", i("The Soviet Union and the Vietnam War"), ". Chicago: Dee, 1996.")
INSERTED = '<w:ins w:id="7" w:author="Ana"><w:r><w:t>Gaiduk 2012</w:t></w:r></w:ins>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    f"{p('In a box (Gaiduk 2013).')}"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    f"<w:txbxContent>{p('In a box (Gaiduk 2013).')}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
OLD = (
    f'<w:comments {NAMESPACES}><w:comment w:id="4" w:author="Editor">{p("Really?")}</w:comment>'
    "</w:comments>"
)
COMMENTED = {
    "word/comments.xml": OLD,
    "word/media/image1.png": "no picture, but nobody looks",
}
ARTICLE = docx(
    p("He said so (", r("Gai"), "duk 2010, pp. 8–9), and ", '<w:commentRangeStart w:id="4"/>',
      "more", '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>', "."),
    p("A note.", '<w:r><w:t xml:space="preserve">Here</w:t><w:footnoteReference w:id="2"/>'
      '<w:t xml:space="preserve"> and on.</w:t></w:r>'),
    p("Inserted (", INSERTED, ")."),
    p("Boxed.", BOX),
    p("A field: ", field(" REF x ", "(Gaiduk 2014)"), "."),
    p("Twice in one run (Gaiduk 2015; Gaiduk 2016, p. 8-9), and Gaiduk 1996, pp. 8–9; 12–14."),
    h("References"),
    GAIDUK,
    footnotes={2: p("See Gaiduk 2011, pp. 8–9.")},
    parts=COMMENTED,
)  # fmt: skip


def related_to_comments(data: bytes) -> bytes:
    """Give a factory's document whose relationships and types know its comments part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {
            name: archive.read(name).decode() for name in archive.namelist()
        }
    name = "word/_rels/document.xml.rels"
    row = f'<Relationship Id="rC" Type="{R}/comments" Target="comments.xml"/></Relationships>'
    files[name] = str(files[name]).replace("</Relationships>", row)
    return packed(files)


ARTICLE = related_to_comments(ARTICLE)


def findings(data: bytes) -> list[Diagnostic]:
    return list(lint(data, "a.docx").diagnostics)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[part])


def marked(data: bytes) -> list[tuple[str, str]]:
    """Give each comment of srccheck's: its text, and the words between its marks."""
    root = tree(data)
    comments = {
        str(each.get(f"{w}id")): "|".join(
            "".join(t.text or "" for t in q.iter(f"{w}t")) for q in each.iter(f"{w}p")
        )
        for each in tree(data, "word/comments.xml")
        if each.get(f"{w}author") == "srccheck"
    }
    found = dict.fromkeys(comments, "")
    open_: set[str] = set()
    for element in root.iter():
        number = element.get(f"{w}id", "")
        if element.tag == f"{w}commentRangeStart" and number in comments:
            open_.add(number)
        elif element.tag == f"{w}commentRangeEnd":
            open_.discard(number)
        elif element.tag in (f"{w}t", f"{w}footnoteReference"):
            for each in open_:
                found[each] += element.text or "[mark]"
    assert not open_
    return [(comments[number], words) for number, words in found.items()]


def bare(data: bytes, part: str = "word/document.xml") -> bytes:
    """Give a part without srccheck's comments, runs of one look joined, in canonical form."""
    root = tree(data, part)
    ours = {
        each.get(f"{w}id")
        for each in tree(data, "word/comments.xml")
        if each.get(f"{w}author") == "srccheck"
    }
    for element in list(root.iter()):
        if element.get(f"{w}id") in ours and "comment" in str(element.tag):
            parent = element.getparent()
            assert parent is not None
            above = parent.getparent()
            if parent.tag == f"{w}r" and above is not None:
                above.remove(parent)
            else:
                parent.remove(element)
    for run in list(root.iter(f"{w}r")):
        before = run.getprevious()
        while before is not None and before.tag == f"{w}r" and look(before) == look(run):
            for child in reversed([each for each in before if each.tag != f"{w}rPr"]):
                run.insert(int(look(run) != b""), child)
            parent = before.getparent()
            assert parent is not None
            parent.remove(before)
            before = run.getprevious()
        for one, two in pairwise(list(run)):
            if one.tag == two.tag == f"{w}t":
                two.text = (one.text or "") + (two.text or "")
                run.remove(one)
        for each in run.iter(f"{w}t"):
            each.attrib.clear()
    return etree.tostring(root, method="c14n")


def look(run: etree._Element) -> bytes:
    properties = run.find(f"{w}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def test_every_finding_has_its_comment_on_its_words() -> None:
    found = findings(ARTICLE)
    on = marked(annotate(ARTICLE, found, "a.docx"))
    assert len(on) == len(found)
    assert sorted(words for text, words in on if text.startswith("CIT002")) == [
        "(Gaiduk 2014)",  # the field, which would drop a remark inside it
        "Gaiduk 2010",
        "Gaiduk 2012",
        "Gaiduk 2015",
        "Gaiduk 2016",
        "In a box (Gaiduk 2013).In a box (Gaiduk 2013).",  # the box, with its twin
        "[mark]",
    ]


def test_the_document_without_the_comments_is_the_same() -> None:
    out = annotate(ARTICLE, findings(ARTICLE), "a.docx")
    before, after = parts(ARTICLE), parts(out)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert set(after) == set(before)
    assert bare(out) == bare(ARTICLE)
    assert read(out, "a.docx").source == read(ARTICLE, "a.docx").source


def test_comments_that_were_there_are_kept() -> None:
    out = annotate(ARTICLE, findings(ARTICLE), "a.docx")
    first, *others = tree(out, "word/comments.xml")
    assert etree.tostring(first, method="c14n") == etree.tostring(
        tree(ARTICLE, "word/comments.xml")[0], method="c14n"
    )
    numbers = [each.get(f"{w}id") for each in others]
    assert numbers == [str(5 + at) for at in range(len(others))]


def test_what_was_said_is_not_said_again() -> None:
    once = annotate(ARTICLE, findings(ARTICLE), "a.docx")
    found = findings(once)
    assert annotate(once, found, "a.docx") == once
    other = replace(found[0], message="another thing")
    twice = annotate(once, [*found, other], "a.docx")
    assert len(marked(twice)) == len(marked(once)) + 1


def test_python_docx_reads_it() -> None:
    plain = docx(p("He said so (Gaiduk 2010, pp. 8–9)."), h("References"), GAIDUK)
    out = annotate(plain, findings(plain), "a.docx")
    document = Document(BytesIO(out))
    [comment] = document.comments
    assert (comment.author, comment.initials) == ("srccheck", "sc")
    assert comment.text.split("\n")[:2] == [
        "CIT002 year-mismatch (error)",
        "Gaiduk 2010: the reference list has Gaiduk 1996",
    ]
    assert comment.text.split("\n")[2].startswith("¶ 3, the entry: “Gaiduk, Ilya V.")
    assert document.paragraphs[0].text == "He said so (Gaiduk 2010, pp. 8–9)."
    types = tree(out, "[Content_Types].xml")
    named = [each.get("PartName") for each in types.iter(f"{{{PACKAGE}/content-types}}Override")]
    assert named.count("/word/comments.xml") == 1


def test_a_remark_on_a_field_stands_round_it() -> None:
    inside = field(" Y ", "Gaiduk 2011, p. 2")
    cited = field(" REF x ", "(Gaiduk 2010, p. 1; ", inside, ")")
    data = docx(p("So ", cited, "."), h("References"), GAIDUK)
    out = annotate(data, findings(data), "a.docx")
    kinds = [
        each.get(f"{w}fldCharType") or str(each.tag).removeprefix(w)
        for each in tree(out).iter(f"{w}fldChar", f"{w}commentRangeStart", f"{w}commentRangeEnd")
    ]
    start, end_ = ["commentRangeStart"] * 2, ["commentRangeEnd"] * 2
    inner = ["begin", "separate", "end"]
    assert kinds == [*start, "begin", "separate", *inner, "end", *end_]


def test_nothing_to_say_leaves_the_text_alone() -> None:
    out = annotate(ARTICLE, [], "a.docx")
    assert parts(out)["word/document.xml"] == parts(ARTICLE)["word/document.xml"]


def test_a_remark_on_inserted_text_is_no_insertion() -> None:
    root = tree(annotate(ARTICLE, findings(ARTICLE), "a.docx"))
    [inserted] = root.iter(f"{w}ins")
    assert not list(inserted.iter(f"{w}commentReference"))


def test_a_finding_about_the_whole_stands_at_the_beginning() -> None:
    data = docx(p("He said so (Gaiduk 2010)."))
    whole = [each for each in findings(data) if each.code == "SRC002"]
    assert marked(annotate(data, whole, "a.docx"))
    with pytest.raises(ChangedFileError):
        annotate(docx(p("Other.")), [replace(whole[0], raw="x")], "a.docx")
    assert annotate(data, [replace(whole[0], path="b.docx")], "a.docx")


OWN = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
NOTE = {1: p("See Gaiduk 2011, pp. 8–9.")}


@pytest.mark.parametrize(
    "data",
    [
        docx(p("So (Gaiduk 1996, p. 3).", OWN), h("References"), GAIDUK, footnotes=NOTE),
        docx(p("So (Gaiduk 1996, p. 3).", end(1)), h("References"), GAIDUK, endnotes=NOTE),
    ],
    ids=["own mark", "endnote"],
)
def test_the_comment_of_a_note_stands_on_its_mark(data: bytes) -> None:
    [finding] = findings(data)
    out = annotate(data, [finding], "a.docx")
    [(text, _)] = marked(out)
    assert f"|Note {finding.note}: “Gaiduk 2011”|" in text
    start = tree(out).find(f".//{w}commentRangeStart")
    assert start is not None
    mark = start.getnext()
    assert mark is not None
    assert "Reference" in "".join(str(each.tag) for each in mark)


def test_three_hundred_findings() -> None:
    body = [p(f"Point {at} (Gaiduk 20{at % 20:02}, p. {at}).", foot(at)) for at in range(1, 151)]
    notes = {at: p(f"See Gaiduk 19{at % 90:02}, p. {at}.") for at in range(1, 151)}
    data = docx(*body, h("References"), GAIDUK, footnotes=notes)
    found = findings(data)
    assert len(found) >= 290
    out = annotate(data, found, "a.docx")
    numbers = [each.get(f"{w}id") for each in tree(out, "word/comments.xml")]
    assert len(set(numbers)) == len(numbers) == len(found)
    none = {"word/comments.xml": f"<w:comments {NAMESPACES}/>"}
    commented = docx(*body, h("References"), GAIDUK, footnotes=notes, parts=none)
    assert bare(out) == bare(commented)


def accepted(data: bytes) -> str:
    """Give the text with srccheck's changes accepted; the reader reads it so."""
    return read(data, "a.docx").source


def rejected(data: bytes) -> str:
    """Give the text with srccheck's changes rejected."""
    files: dict[str, str | bytes] = dict(parts(data))
    for name in ("word/document.xml", "word/footnotes.xml"):
        root = etree.fromstring(parts(data)[name])
        for each in [*root.iter(f"{w}ins"), *root.iter(f"{w}del")]:
            if each.get(f"{w}author") == "srccheck":
                parent = each.getparent()
                assert parent is not None
                if each.tag == f"{w}del":
                    for child in each:
                        for t in child.iter(f"{w}delText"):
                            t.tag = f"{w}t"
                        each.addprevious(child)
                parent.remove(each)
        files[name] = etree.tostring(root)
    return read(packed(files), "a.docx").source


def test_safe_corrections_as_tracked_changes() -> None:
    data = docx(
        p("He wrote (RGANI, f. 5, op. 49, ", r("d. ½", "<w:i/>"), ", l. 12), and so on.", foot(1)),
        p("Again (RGANI, ", f'<w:ins w:id="3">{r("f. 5, op. 49, d. ½, l. 13")}</w:ins>', ")."),
        p("And (RGANI, f. 5, op. 49, d. 1/2, l. 14)."),
        footnotes={1: p("See RGANI, f. 5, op. 49, d. ½, l. 15.")},
    )  # fmt: skip
    found = [each for each in findings(data) if each.code == "ARC007"]
    assert len(found) == 3
    out = annotate(data, found, "a.docx", track_changes=True)
    before = read(data, "a.docx").source
    assert rejected(out) == before
    first, note, inserted = (at for at, line in enumerate(before.split("\n")) if "½" in line)
    lines = accepted(out).split("\n")
    assert "op. 49, d. 1/2, l. 12" in lines[first]
    assert "op. 49, d. 1/2, l. 15" in lines[note]
    assert "½" in lines[inserted]  # a change inside someone's change is left to the editor
    root = tree(out)
    [deleted] = root.iter(f"{w}delText")
    assert deleted.text == "½"
    [change] = [each for each in root.iter(f"{w}ins") if each.get(f"{w}author") == "srccheck"]
    assert change.find(f"{w}r/{w}rPr/{w}i") is not None
    assert [words for _, words in marked(out)].count("[mark]") == 1


def test_edits_are_made_outright() -> None:
    data = docx(
        p("One ", r("two", "<w:i/>"), " three", foot(1)),
        p("p. 8", "<w:r><w:noBreakHyphen/></w:r>", "9 and more"),
        footnotes={1: p("four five")},
    )
    text = read(data, "a.docx").source
    assert text == "One two three\nfour five\np. 8\u20119 and more\n"
    edits = [
        TextEdit(text.index("two"), text.index(" three"), "2"),
        TextEdit(text.index("five"), text.index("five") + 4, "5"),
        TextEdit(text.index("\u2011"), text.index("\u2011") + 1, "–"),
        TextEdit(text.index("more"), text.index("more"), "some "),
        TextEdit(text.index("three"), text.index("three") + 5, ""),
    ]
    out = apply_edits(data, edits)
    assert read(out, "a.docx").source == "One 2 \nfour 5\np. 8–9 and some more\n"
    assert "2" in [each.text for each in tree(out).iter(f"{w}t")]
    italic = [t.text for t in tree(out).iter(f"{w}t") if look(t.getparent())]  # type: ignore[arg-type]
    assert italic == ["2"]


def test_edits_that_cannot_be_made_are_passed_over() -> None:
    code = ' ADDIN CSL_CITATION {"citationItems": []} '.replace('"', "&quot;")
    data = docx(p("A ", field(code, "cited"), " b"), p("Boxed.", BOX))
    text = read(data, "a.docx").source
    edits = [
        TextEdit(text.index("cited"), text.index("cited") + 5, "x"),
        TextEdit(text.index("2013"), text.index("2013") + 4, "x"),
        TextEdit(0, 1, "a\nb"),
    ]
    assert read(apply_edits(data, edits), "a.docx").source == text


def test_of_two_edits_in_one_place_one_is_made() -> None:
    data = docx(p("abcdef"))
    out = apply_edits(data, [TextEdit(1, 4, "X"), TextEdit(3, 5, "Y")])
    assert read(out, "a.docx").source == "abcYf\n"
