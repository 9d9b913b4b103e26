"""Word comments: the part that holds them, and the marks in the text."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from srccheck.readers.office.extraction import Piece
from srccheck.readers.office.word_file import relationships_part
from srccheck.report.docx.document import SPACE, WordDocument
from srccheck.values import dataclass

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = "srccheck"
INITIALS = "sc"
POINTS = 10

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_TRACKED = ("ins", "moveTo")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a comment: its first words in bold, and the rest."""

    bold: str
    plain: str


class Comments:
    """The comments of a document; those it had before stay as they are."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.w = document.w
        self.part = document.file.related("comments")
        if self.part is None:
            self.root = self._new_part()
        else:
            self.root = document.file.xml(self.part)
            document.touched.add(self.part)
        ids = [each.get(f"{self.w}id", "") for each in self.root]
        self.next = max((int(each) for each in ids if each.isdecimal()), default=-1) + 1
        self.styles = self._styles()
        self._said = Counter(
            "\n".join(
                "".join(t.text or "" for t in paragraph.iter(f"{self.w}t"))
                for paragraph in each.iter(f"{self.w}p")
            )
            for each in self.root
            if each.get(f"{self.w}author") == AUTHOR
        )

    def add(self, anchors: Sequence[etree._Element], lines: Sequence[Line]) -> None:
        """Put a comment round a run of anchors; not one that an earlier run has put there."""
        text = "\n".join(allowed(line.bold + line.plain) for line in lines)
        if self._said[text]:
            self._said[text] -= 1
            return
        number = str(self.next)
        self.next += 1
        self._write(number, lines)
        first, last = anchors[0], anchors[-1]
        start, end = self._element("commentRangeStart"), self._element("commentRangeEnd")
        for each in (start, end):
            each.set(f"{self.w}id", number)
        reference = self._run(style="annotation reference")
        reference.append(self._element("commentReference"))
        reference[-1].set(f"{self.w}id", number)
        first.addprevious(start)
        last.addnext(end)
        after = end
        # What is inserted inside a tracked insertion would be tracked itself.
        while (parent := after.getparent()) is not None and parent.tag in {
            f"{self.w}{name}" for name in _TRACKED
        }:
            after = parent
        after.addnext(reference)
        self.document.touched.add(self.document.file.main)

    def anchors(self, pieces: Sequence[Piece]) -> list[etree._Element]:
        """Give what a comment on these pieces is put round, first and last."""
        first, last = (
            self.document.beyond_field(element, self.document.anchor(element))
            for element in (pieces[0][2], pieces[-1][2])
        )
        return [first[0], last[-1]]

    def _write(self, number: str, lines: Sequence[Line]) -> None:
        comment = self._element("comment")
        comment.set(f"{self.w}id", number)
        comment.set(f"{self.w}author", AUTHOR)
        comment.set(f"{self.w}initials", INITIALS)
        for at, line in enumerate(lines):
            paragraph = self._element("p")
            style = self.styles.get("annotation text")
            if style:
                properties = self._element("pPr")
                properties.append(self._element("pStyle"))
                properties[0].set(f"{self.w}val", style)
                paragraph.append(properties)
            if at == 0:
                mark = self._run(style="annotation reference")
                mark.append(self._element("annotationRef"))
                paragraph.append(mark)
            for text, bold in ((line.bold, True), (line.plain, False)):
                if text:
                    paragraph.append(self._text(text, bold=bold))
            comment.append(paragraph)
        self.root.append(comment)

    def _text(self, text: str, *, bold: bool) -> etree._Element:
        run, properties = self._element("r"), self._element("rPr")
        if bold:
            properties.append(self._element("b"))
        if "annotation text" not in self.styles:  # the size that Word's own style has
            properties.append(self._element("sz"))
            properties[-1].set(f"{self.w}val", str(2 * POINTS))
        if len(properties):
            run.append(properties)
        t = self._element("t")
        t.text = allowed(text)
        t.set(SPACE, "preserve")
        run.append(t)
        return run

    def _run(self, style: str) -> etree._Element:
        run = self._element("r")
        style_id = self.styles.get(style)
        if style_id:
            properties = self._element("rPr")
            properties.append(self._element("rStyle"))
            properties[0].set(f"{self.w}val", style_id)
            run.append(properties)
        return run

    def _styles(self) -> dict[str, str]:
        """Give the ids of the document's own styles for comments, by their names."""
        part = self.document.file.related("styles")
        found: dict[str, str] = {}
        for style in self.document.file.xml(part).iter(f"{self.w}style") if part else ():
            name = style.find(f"{self.w}name")
            if name is not None:
                found[name.get(f"{self.w}val", "").lower()] = style.get(f"{self.w}styleId", "")
        return found

    def _element(self, name: str) -> etree._Element:
        return self.document.file.root.makeelement(f"{self.w}{name}")

    def _new_part(self) -> etree._Element:
        """Make the part, and say in the two places that ask for it that it is there."""
        from lxml import etree

        document, file = self.document, self.document.file
        folder = posixpath.dirname(file.main)
        name = posixpath.join(folder, "comments.xml")
        while name in file.package:
            name = name.removesuffix(".xml") + "1.xml"
        root = etree.Element(f"{self.w}comments", nsmap={"w": self.w.strip("{}")})
        file.roots[name] = root
        document.touched.add(name)
        self._say_type(name)
        self._relate(posixpath.basename(name))
        return root

    def _say_type(self, name: str) -> None:
        from lxml import etree

        root = self.document.file.xml(_TYPES)
        override = etree.SubElement(root, f"{{{_PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", _CONTENT_TYPE)
        self.document.touched.add(_TYPES)

    def _relate(self, target: str) -> None:
        from lxml import etree

        file = self.document.file
        name = relationships_part(file.main)
        namespace = f"{_PACKAGE}/relationships"
        if name in file.package:
            root = file.xml(name)
        else:
            root = etree.fromstring(f'<Relationships xmlns="{namespace}"/>')
            file.roots[name] = root
        taken = {each.get("Id") for each in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        relationship = etree.SubElement(root, f"{{{namespace}}}Relationship")
        relationship.set("Id", f"rId{number}")
        relationship.set("Type", f"{file.r.strip('{}')}/comments")
        relationship.set("Target", target)
        self.document.touched.add(name)


def allowed(text: str) -> str:
    """Give a text without the characters that XML 1.0 does not allow."""
    return "".join(
        each
        for each in text
        if each in "\t\n\r"
        or (each >= " " and not "\ud800" <= each <= "\udfff" and each not in "\ufffe\uffff")
    )
