"""A copy of a Word file with a comment for every finding, or with its corrections made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from srccheck.report.docx.changes import Changes, TextEdit, sorted_edits
from srccheck.report.docx.comments import Comments, Line
from srccheck.report.docx.document import ChangedFileError, WordDocument
from srccheck.rules import Diagnostic

if TYPE_CHECKING:
    from lxml import etree

LONGEST = 160  # code points of a related place that a comment quotes


def annotate(
    data: bytes,
    diagnostics: Iterable[Diagnostic],
    path: str = "document.docx",
    *,
    track_changes: bool = False,
) -> bytes:
    """Give a Word file's bytes with one comment a finding on its exact words.

    A finding in a note has its comment on the note's mark in the body, where Word shows it; one
    about the whole manuscript stands on its first words. With ``track_changes`` safe fixes are
    written as tracked changes too. Findings of other files are passed over. Raises
    ChangedFileError where the file is not the one that was checked.
    """
    document = WordDocument(data, path)
    found = [each for each in diagnostics if each.path == path]
    for each in found:
        start, end = each.location.offset, each.end_location.offset
        if document.text[start:end] != each.raw:
            raise _changed(path)
    edits = sorted_edits(_safe_edits(found)) if track_changes else ()
    in_body = [
        (each.location.offset, each.end_location.offset)
        for each in found
        if document.paragraph_at(each.location.offset).mark is None
    ]
    document.divide([*in_body, *((edit.start, edit.end) for edit in edits)])
    comments = Comments(document)
    # The longer first: of two that begin together the outer one begins before the inner one.
    for each in sorted(found, key=lambda each: each.location.offset - each.end_location.offset):
        _comment(document, comments, each)
    changes = Changes(document)
    for edit in edits:
        changes.track(edit)
    return document.save()


def apply_edits(data: bytes, edits: Iterable[TextEdit], path: str = "document.docx") -> bytes:
    """Give a Word file's bytes with its text corrected, from offsets of the extracted text.

    An edit that overlaps a later one is passed over, and one that cannot be made safely: in a text
    box, a formula, or the words of a reference manager's field, which would write them again.
    """
    document = WordDocument(data, path)
    chosen = sorted_edits(edits)
    document.divide((edit.start, edit.end) for edit in chosen)
    changes = Changes(document)
    for edit in chosen:
        changes.replace(edit)
    return document.save()


def _safe_edits(diagnostics: Iterable[Diagnostic]) -> Iterable[TextEdit]:
    for diagnostic in diagnostics:
        if diagnostic.fix is not None and diagnostic.fix.safety == "safe":
            for edit in diagnostic.fix.edits:
                yield TextEdit(edit.location.offset, edit.end_location.offset, edit.replacement)


def _comment(document: WordDocument, comments: Comments, diagnostic: Diagnostic) -> None:
    start, end = diagnostic.location.offset, diagnostic.end_location.offset
    paragraph = document.paragraph_at(start)
    anchors: Sequence[etree._Element]
    if paragraph.mark is not None:
        document.isolate(paragraph.mark)
        mark = document.anchor(paragraph.mark)
        anchors = [mark, mark]
    else:
        anchors = comments.anchors(document.pieces(start, end))
    comments.add(anchors, list(_lines(diagnostic, in_note=paragraph.mark is not None)))


def _lines(diagnostic: Diagnostic, *, in_note: bool) -> Iterable[Line]:
    """Give the paragraphs of a comment: the rule, what is wrong, where else, what to write."""
    yield Line(f"{diagnostic.code} {diagnostic.name}", f" ({diagnostic.severity.value})")
    if in_note:
        yield Line("", f"Note {diagnostic.note}: “{_short(diagnostic.excerpt)}”")
    yield Line("", diagnostic.message)
    for related in diagnostic.related:
        where = related.where or f"line {related.location.line}"
        if related.path != diagnostic.path:
            where = f"{related.path}, {where}"
        yield Line("", f"{where}, {related.message}: “{_short(related.excerpt)}”")
    if diagnostic.fix is not None:
        label = "Suggested" if diagnostic.fix.safety == "safe" else "Perhaps"
        yield Line(f"{label}: ", diagnostic.fix.message)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _changed(path: str) -> ChangedFileError:
    return ChangedFileError(
        "the file has changed since it was checked", where=path, advice="Check it again"
    )
