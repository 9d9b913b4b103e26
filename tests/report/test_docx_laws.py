"""What holds for every annotated copy, whatever the document and the findings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from test_docx import bare, rejected, related_to_comments, tree, w

from office_factory import NAMESPACES, docx, foot, i, p
from office_strategies import BODY
from srccheck.errors import UnreadableFileError
from srccheck.readers import read
from srccheck.report.docx import annotate
from srccheck.rules import Diagnostic, DiagnosticEdit, DiagnosticFix, Severity
from srccheck.text import Location

NONE = {"word/comments.xml": f"<w:comments {NAMESPACES}/>"}
INLINE = {f"{w}{name}" for name in ("p", "hyperlink", "ins", "smartTag", "sdtContent")}


def finding(source: str, start: int, end: int, fix: str | None) -> Diagnostic:
    """Give a finding on a range of the extracted text."""
    begin, stop = Location(1, 1, start), Location(1, 1, end)
    edits = (DiagnosticEdit(begin, stop, fix),) if fix is not None else ()
    return Diagnostic(
        "ARC007",
        "mangled-fraction",
        Severity.INFO,
        "message",
        "a.docx",
        "body",
        None,
        1,
        begin,
        stop,
        source[start:end],
        source[start:end],
        DiagnosticFix("safe", "write it", edits) if edits else None,
    )


@given(BODY, st.data(), st.booleans())
@settings(max_examples=150)
def test_any_findings_in_any_document(body: list[str], data: st.DataObject, track: bool) -> None:
    whole = related_to_comments(
        docx(*body, p("END", foot(1)), footnotes={1: p("A ", i("note"), ".")}, parts=NONE)
    )
    try:
        source = read(whole, "a.docx").source
    except UnreadableFileError:
        return
    size = len(source)
    ranges = st.tuples(
        st.integers(0, size - 1), st.integers(0, 12), st.sampled_from([None, "N", ""])
    )
    found = [
        finding(source, start, min(start + length, size), fix)
        for start, length, fix in data.draw(st.lists(ranges, max_size=6))
    ]
    out = annotate(whole, found, "a.docx", track_changes=track)
    comments = tree(out, "word/comments.xml")
    assert len(comments) == len(found)
    check_marks(tree(out), {str(each.get(f"{w}id")) for each in comments})
    if track:
        assert rejected(out) == source
    else:
        assert read(out, "a.docx").source == source
        assert bare(out) == bare(whole)


def check_marks(root: etree._Element, numbers: set[str]) -> None:
    """Hold every comment to its three marks, in order, where Word allows them."""
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    order: dict[str, list[str]] = {}
    for element in root.iter(*(f"{w}{name}" for name in names)):
        order.setdefault(element.get(f"{w}id", ""), []).append(element.tag.removeprefix(w))
        parent = element.getparent()
        assert parent is not None
        assert parent.tag in ({f"{w}r"} if element.tag.endswith("Reference") else INLINE)
    assert order == {number: list(names) for number in numbers}
