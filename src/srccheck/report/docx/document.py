"""A Word file that is being changed: its text, the runs that hold it, and its bytes anew.

Nothing is changed that is not asked for: runs are divided where a remark or a correction begins or
ends, both halves keeping their properties, and every part that was not touched keeps its bytes.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any

from srccheck.errors import SrccheckError
from srccheck.readers.office.extraction import Extraction, OfficeParagraph, Piece
from srccheck.readers.office.package import UNPACKING
from srccheck.readers.office.word import extract
from srccheck.readers.office.word_file import WordFile

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 1024 * 1024 * 1024
"""Bytes of all parts, unpacked, pictures among them."""

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class ChangedFileError(SrccheckError):
    """A file that is not the one that was checked."""


class WordDocument:
    """An opened Word file and its text; offsets are those of the manuscript's source."""

    def __init__(self, data: bytes, path: str) -> None:
        self.data = data
        self.path = path
        self.file = WordFile(data, path)
        self.w = self.file.w
        self.extraction: Extraction = extract(self.file)
        self.touched: set[str] = set()
        self.added: dict[str, bytes] = {}
        self._index()

    def _index(self) -> None:
        self._starts = [each.start for each in self.extraction.paragraphs]

    @property
    def text(self) -> str:
        """The extracted text."""
        return self.extraction.text

    def paragraph_at(self, offset: int) -> OfficeParagraph:
        """Give the paragraph that holds an offset of the text."""
        at = bisect_right(self._starts, offset) - 1
        return self.extraction.paragraphs[max(at, 0)]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Give the pieces between two offsets, at least one: the last before an empty range."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        first = self.extraction.paragraphs[at]
        end = max(end, start + 1)
        found: list[Piece] = []
        for paragraph in self.extraction.paragraphs[at:]:
            if paragraph.start >= end:
                break
            if paragraph.mark is first.mark:  # None in the body
                found += (
                    piece
                    for piece in paragraph.pieces
                    if piece[0] < end and piece[0] + len(piece[1]) > start
                )
        return found or first.pieces[-1:]

    def divide(self, spans: Iterable[tuple[int, int]]) -> None:
        """Divide runs so that each span begins and ends where one does, where that can be.

        The text stays the same, and so do its offsets.
        """
        before = self.text
        starts, ends = set(), set()
        for start, end in spans:
            if start < end:
                starts.add(start)
                ends.add(end)
        for paragraph in self.extraction.paragraphs:
            for piece in reversed(paragraph.pieces):
                self._divide_piece(paragraph.part, piece, starts, ends)
        self.extraction = extract(self.file)
        self._index()
        if self.text != before:
            raise AssertionError("dividing runs has changed the text")

    def _divide_piece(self, part: str, piece: Piece, starts: set[int], ends: set[int]) -> None:
        """Divide the run of one piece at every point inside it and at its two ends."""
        at, text, element, _ = piece
        run = element.getparent()
        if run is None or run.tag != f"{self.w}r":
            return
        if at + len(text) in ends:
            self._cut(part, run, element, after=True)
        if element.tag == f"{self.w}t":
            for offset in range(at + len(text) - 1, at, -1):
                if offset in starts or offset in ends:
                    self._cut_text(part, run, element, offset - at)
        if at in starts:
            self._cut(part, run, element, after=False)

    def _cut_text(self, part: str, run: etree._Element, t: etree._Element, at: int) -> None:
        text = t.text or ""
        second = deepcopy(t)
        t.text, second.text = text[:at], text[at:]
        for each in (t, second):
            each.set(SPACE, "preserve")
        t.addnext(second)
        self._cut(part, run, t, after=True)

    def _cut(self, part: str, run: etree._Element, child: etree._Element, *, after: bool) -> None:
        """Put what stands after a child of a run, or the child too, into a second run."""
        children = [each for each in run if each.tag != f"{self.w}rPr"]
        at = children.index(child) + after
        if at in (0, len(children)):
            return
        second = run.makeelement(run.tag)
        for name, value in run.items():
            second.set(name, value)
        properties = run.find(f"{self.w}rPr")
        if properties is not None:
            second.append(deepcopy(properties))
        for each in children[at:]:
            second.append(each)
        run.addnext(second)
        self.touched.add(part)

    def isolate(self, mark: etree._Element) -> None:
        """Give the mark of a note a run of its own."""
        run = mark.getparent()
        if run is not None and run.tag == f"{self.w}r" and len(mark.attrib) == 1:  # a number
            self._cut(self.file.main, run, mark, after=True)
            self._cut(self.file.main, run, mark, after=False)

    def anchor(self, element: Any) -> etree._Element:
        """Give the run, or what stands in its place, that a remark on an element is put round.

        That is the outermost one: text boxes and formulas cannot hold remarks of their own.
        """
        within = {
            f"{self.w}{name}"
            for name in (
                *("hyperlink", "ins", "moveTo", "smartTag", "customXml", "bdo", "dir"),
                *("sdt", "sdtContent"),
            )
        }
        path = [element, *element.iterancestors()]
        outermost = max(at for at, each in enumerate(path) if each.tag == f"{self.w}p")
        at = outermost - 1
        while at > 0 and path[at].tag in within:
            at -= 1
        anchor: etree._Element = path[at]
        return anchor

    def beyond_field(self, element: Any, anchor: etree._Element) -> list[etree._Element]:
        """Give what a remark on an anchor is put round, first and last: it, or a field round it.

        A program that refreshes its field would throw away what stands in the result. A field that
        goes on beyond its paragraph holds a list, and the remark stays inside.
        """
        w = self.w
        within = [each for each in element.iterancestors() if each.tag == f"{w}p"][-1]
        begun: list[etree._Element] = []
        inside = False
        for each in within.iter(f"{w}fldChar", anchor.tag):
            if each is anchor:
                inside = bool(begun)
                if not inside:
                    break
            elif each.tag == f"{w}fldChar":
                kind = each.get(f"{w}fldCharType")
                if kind == "begin":
                    begun.append(each)
                elif kind == "end" and begun:
                    first = begun.pop()
                    if inside and not begun:
                        return [self.anchor(first), self.anchor(each)]
        return [anchor, anchor]

    def save(self) -> bytes:
        """Give the file anew: touched parts are written out, the others keep their bytes."""
        from lxml import etree

        changed = dict(self.added)
        for part in self.touched:
            changed[part] = etree.tostring(
                self.file.roots[part], xml_declaration=True, encoding="UTF-8", standalone=True
            )
        buffer = BytesIO()
        with (
            zipfile.ZipFile(BytesIO(self.data)) as old,
            zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            infos = {info.filename.replace("\\", "/"): info for info in old.infolist()}
            if sum(info.file_size for info in infos.values()) > LARGEST:
                raise self.file.package.too_large()
            for name, info in infos.items():
                entry = _entry(name, info.date_time)
                if name in changed:
                    new.writestr(entry, changed.pop(name))
                else:
                    self._copy(old, info, new, entry)
            for name, content in changed.items():
                new.writestr(_entry(name, (1980, 1, 1, 0, 0, 0)), content)
        return buffer.getvalue()

    def _copy(
        self, old: zipfile.ZipFile, info: zipfile.ZipInfo, new: zipfile.ZipFile, to: zipfile.ZipInfo
    ) -> None:
        try:
            with old.open(info) as source, new.open(to, "w") as target:
                copyfileobj(source, target)
        except (*UNPACKING, RuntimeError):
            raise self.file.package.damaged() from None


def _entry(name: str, date: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
