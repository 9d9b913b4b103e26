"""Corrections in a Word document: made outright, or as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from srccheck.readers.office.extraction import Piece
from srccheck.report.docx.comments import AUTHOR, allowed
from srccheck.report.docx.document import SPACE, WordDocument
from srccheck.values import dataclass

if TYPE_CHECKING:
    from lxml import etree

_TEXT = ("rPr", "t", "tab", "noBreakHyphen", "softHyphen", "sym", "cr", "br")


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace the extracted text between two offsets."""

    start: int
    end: int
    replacement: str


class Changes:
    """Changes the runs of a document that has been divided at the bounds of every edit."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.w = document.w
        self._next: int | None = None

    def replace(self, edit: TextEdit) -> bool:
        """Make a correction; tell whether its place allowed it."""
        pieces = self._pieces(edit, tracked=False)
        if not pieces:
            return False
        first = pieces[0]
        if edit.start == edit.end:
            t = first[2]
            at = edit.start - first[0]
            if t.tag != f"{self.w}t":
                return False
            text = t.text or ""
            t.text = text[:at] + allowed(edit.replacement) + text[at:]
            t.set(SPACE, "preserve")
        else:
            self._put(first[2], edit.replacement)
            for piece in pieces[1:]:
                self._drop(piece[2])
        self.document.touched.add(self.document.paragraph_at(edit.start).part)
        return True

    def track(self, edit: TextEdit) -> bool:
        """Make a correction that Word shows, and its reader accepts or rejects."""
        pieces = self._pieces(edit, tracked=True)
        if not pieces or edit.start == edit.end:
            return False
        last = None
        for run in dict.fromkeys(piece[2].getparent() for piece in pieces):
            last = self._delete(run)
        if last is not None and edit.replacement:
            last.addnext(self._insertion(pieces[0][2].getparent(), edit.replacement))
        self.document.touched.add(self.document.paragraph_at(edit.start).part)
        return last is not None

    def _pieces(self, edit: TextEdit, *, tracked: bool) -> list[Piece]:
        """Give the pieces of an edit; none where they cannot be changed safely.

        Each has to be plain text in a run of its own, wholly inside the edit; one in a text box has
        a twin for old programs; what a reference manager wrote it would write again.
        """
        document, w = self.document, self.w
        if (
            edit.end > len(document.text)
            or "\n" in edit.replacement + document.text[edit.start : edit.end]
        ):
            return []
        paragraph = document.paragraph_at(edit.start)
        if any(start < edit.end and edit.start < end for start, end, _ in paragraph.fields):
            return []
        pieces = document.pieces(edit.start, edit.end)
        whole = edit.start < edit.end
        for start, text, element, _ in pieces:
            run = element.getparent()
            if run is None or run.tag != f"{w}r":
                return []
            if whole and not edit.start <= start <= start + len(text) <= edit.end:
                return []
            above = {each.tag for each in run.iterancestors()}
            if f"{w}txbxContent" in above or f"{w}ruby" in above:
                return []
            if tracked and above & {f"{w}ins", f"{w}moveTo"}:
                return []
            if tracked and any(child.tag not in {f"{w}{name}" for name in _TEXT} for child in run):
                return []
        return pieces

    def _put(self, element: etree._Element, text: str) -> None:
        """Write a text in place of what one element of a run shows."""
        if not text:
            self._drop(element)
            return
        if element.tag != f"{self.w}t":
            t = element.makeelement(f"{self.w}t")
            element.addnext(t)
            self._drop(element)
            element = t
        element.text = allowed(text)
        element.set(SPACE, "preserve")

    def _drop(self, element: etree._Element) -> None:
        """Take an element out of its run, and the run where nothing is left in it."""
        run = element.getparent()
        if run is None:
            return
        run.remove(element)
        if all(child.tag == f"{self.w}rPr" for child in run):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)

    def _delete(self, run: etree._Element) -> etree._Element:
        """Mark a run as deleted."""
        wrapper = self._change("del", run)
        run.addprevious(wrapper)
        wrapper.append(run)
        for t in run.findall(f"{self.w}t"):
            t.tag = f"{self.w}delText"
        return wrapper

    def _insertion(self, like: etree._Element, text: str) -> etree._Element:
        """Give an inserted run with the properties of another."""
        wrapper = self._change("ins", like)
        run = like.makeelement(f"{self.w}r")
        properties = like.find(f"{self.w}rPr")
        if properties is not None:
            run.append(deepcopy(properties))
        t = like.makeelement(f"{self.w}t")
        t.text = allowed(text)
        t.set(SPACE, "preserve")
        run.append(t)
        wrapper.append(run)
        return wrapper

    def _change(self, kind: str, like: etree._Element) -> etree._Element:
        if self._next is None:
            self._next = self._highest() + 1
        element = like.makeelement(f"{self.w}{kind}")
        element.set(f"{self.w}id", str(self._next))
        element.set(f"{self.w}author", AUTHOR)
        self._next += 1
        return element

    def _highest(self) -> int:
        """Give the highest id of a change, a bookmark or the like."""
        found = 0
        for root in self.document.file.roots.values():
            for element in root.iter():
                value = element.get(f"{self.w}id", "") if isinstance(element.tag, str) else ""
                if value.isdecimal() and len(value) < 10:
                    found = max(found, int(value))
        return found


def sorted_edits(edits: Iterable[TextEdit]) -> Sequence[TextEdit]:
    """Give edits from the last to the first, none that overlaps one already taken."""
    taken: list[TextEdit] = []
    for edit in sorted(set(edits), key=lambda each: (each.start, each.end), reverse=True):
        if not taken or edit.end <= taken[-1].start:
            taken.append(edit)
    return taken
