"""The text of an OpenDocument text in the order of reading.

Tracked deletions stand apart in the file and are not read, insertions are. Comments, hidden text
and what is a copy of other text (tables of contents, indexes) are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from srccheck.readers.office.extraction import (
    BOLD,
    ITALIC,
    LINE_BREAK,
    RAISED,
    Collector,
    Story,
)
from srccheck.readers.office.fields import citation_data, is_bibliography
from srccheck.readers.office.odt_styles import NO_STYLE, TEXT, TextStyle, TextStyles
from srccheck.text import Role

if TYPE_CHECKING:
    from lxml import etree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
PART = "content.xml"
SPACES = 40  # that one element may stand for: a reader sees one, and a bomb has millions

Act = Callable[["etree._Element"], None]

# Copies of other text, changes, comments, what is never shown.
_LEFT_OUT = frozenset(
    {
        *(f"{TEXT}{name}" for name in ("table-of-content", "illustration-index", "table-index")),
        *(f"{TEXT}{name}" for name in ("object-index", "user-index", "alphabetical-index")),
        *(f"{TEXT}{name}" for name in ("tracked-changes", "hidden-text", "hidden-paragraph")),
        *(f"{TEXT}{name}" for name in ("script", "ruby-text", "note-citation", "sequence-decls")),
        *(
            f"{TEXT}{name}"
            for name in ("variable-decls", "user-field-decls", "dde-connection-decls")
        ),
        *(f"{OFFICE}{name}" for name in ("annotation", "forms", "scripts", "event-listeners")),
        f"{TABLE}covered-table-cell",
    }
)
_WHERE_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})


class OdtWalk:
    """Goes through a document once and hands its text to a collector."""

    def __init__(self, styles: TextStyles, collector: Collector, codes: Mapping[str, str]) -> None:
        """``codes`` are what Zotero keeps for bookmarks, by their names."""
        self.styles = styles
        self.collector = collector
        self.codes = codes
        self.story = Story(PART)
        self.base: TextStyle = NO_STYLE
        self.in_cell = False
        self.in_list = 0  # sections and indexes round it that are a reference list
        self.item_of = ""
        self.lists = 0
        self.notes = 0
        self.marks: dict[str, int] = {}  # open reference marks: where they began
        self.later: list[Callable[[], None]] = []
        self.endnotes: list[Callable[[], None]] = []
        self.in_story: dict[Any, Act] = {
            f"{TEXT}p": self._paragraph,
            f"{TEXT}h": self._paragraph,
            f"{TEXT}list": self._list,
            f"{TEXT}section": self._section,
            f"{TEXT}bibliography": self._bibliography,
            f"{TABLE}table": self._table,
            f"{DRAW}frame": lambda each: self._apart(each, self.story, in_cell=True),
            f"{TEXT}index-title": lambda _: None,
        }
        self.in_paragraph: dict[Any, Callable[[etree._Element, int], None]] = {
            f"{TEXT}span": self._span,
            f"{TEXT}s": self._spaces,
            f"{TEXT}tab": lambda each, look: self._one("\t", each, look),
            f"{TEXT}line-break": lambda each, look: self._one(LINE_BREAK, each, look),
            f"{TEXT}a": self._link,
            f"{TEXT}note": self._note,
            **{
                f"{TEXT}{name}-start": lambda each, _: self._mark(each)
                for name in ("reference-mark", "bookmark")
            },
            **{
                f"{TEXT}{name}-end": lambda each, _: self._end_mark(each)
                for name in ("reference-mark", "bookmark")
            },
        }

    def document(self, body: etree._Element) -> None:
        """Read the body with its notes, and then the endnotes."""
        self._blocks(body)
        for read in self.endnotes:
            read()

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            act = self.in_story.get(tag)
            if act is not None:
                act(child)
            elif tag not in _LEFT_OUT and isinstance(tag, str) and len(child):
                self._blocks(child)

    def _list(self, element: etree._Element) -> None:
        before = self.item_of
        if not before:
            self.lists += 1
            self.item_of = element.get(f"{TEXT}style-name") or str(self.lists)
        self._blocks(element)
        self.item_of = before

    def _section(self, element: etree._Element) -> None:
        if element.get(f"{TEXT}display") == "none":
            return
        listed = is_bibliography(element.get(f"{TEXT}name", ""))
        self.in_list += listed
        self._blocks(element)
        self.in_list -= listed

    def _bibliography(self, element: etree._Element) -> None:
        self.in_list += 1
        self._blocks(element)
        self.in_list -= 1

    def _table(self, element: etree._Element) -> None:
        before, self.in_cell = self.in_cell, True
        self._blocks(element)
        self.in_cell = before

    def _paragraph(self, element: etree._Element) -> None:
        style = self.styles.of("paragraph", element.get(f"{TEXT}style-name"))
        self.base = style
        self.marks = {}
        self._inline(element, -1 if style.hidden else 0)
        level = 0
        if element.tag == f"{TEXT}h":
            written = element.get(f"{TEXT}outline-level", "1")
            level = int(written) if written.isdecimal() and len(written) < 3 else 1
        elif style.title:
            level = 1
        if self.in_cell or self.story.label is not None:
            level = 0
        role = Role.CELL if self.in_cell else Role.ITEM if self.item_of and not level else Role.TEXT
        self.collector.end_paragraph(
            self.story,
            element,
            role=role,
            level=level,
            item_of=self.item_of,
            bibliography=self.in_list > 0 or style.bibliography,
            bold=bool(style.bold),
        )
        later, self.later = self.later, []
        for read in later:
            read()

    def _inline(self, element: etree._Element, look: int) -> None:
        """Read the text of an element and of those in it; a ``look`` below 0 is hidden."""
        if element.text and look >= 0:
            self.collector.add(element.text, element, look)
        for child in element:
            tag = child.tag
            act = self.in_paragraph.get(tag)
            if act is not None:
                act(child, look)
            elif isinstance(tag, str) and tag not in _LEFT_OUT:
                if tag.startswith(DRAW):
                    self._box(child)
                else:
                    self._inline(child, look)  # a field, a link, what later versions add
            if child.tail and look >= 0:
                self.collector.add(child.tail, (child, "tail"), look)

    def _span(self, element: etree._Element, look: int) -> None:
        self._inline(element, self._look(element.get(f"{TEXT}style-name"), look))

    def _look(self, name: str | None, look: int) -> int:
        """Give the look inside a span: emphasis is what differs from the paragraph."""
        style = self.styles.of("text", name)
        if look < 0 or style.hidden:
            return -1
        for given, base, bit in (
            (style.italic, self.base.italic, ITALIC),
            (style.bold, self.base.bold, BOLD),
            (style.raised, False, RAISED),
        ):
            if given is not None:
                emphasised = given and not base if bit == BOLD else given != bool(base)
                look = look | bit if emphasised else look & ~bit
        return look

    def _one(self, text: str, element: etree._Element, look: int) -> None:
        if look >= 0:
            self.collector.add(text, element, look)

    def _spaces(self, element: etree._Element, look: int) -> None:
        written = element.get(f"{TEXT}c", "1")
        number = int(written) if written.isdecimal() and len(written) < 6 else 1
        self._one(" " * min(number, SPACES), element, look)

    def _link(self, element: etree._Element, look: int) -> None:
        start = self.collector.at
        self._inline(element, look)
        address = element.get(f"{XLINK}href", "")
        if address and not address.startswith("#"):
            self.collector.link(start, address)

    def _note(self, element: etree._Element, look: int) -> None:
        """Read a note: a footnote after this paragraph, under the number that is written."""
        body = element.find(f"{TEXT}note-body")
        if body is None or look < 0:
            return
        self.notes += 1
        cited = element.find(f"{TEXT}note-citation")
        shown = "" if cited is None else "".join(str(each) for each in cited.itertext()).strip()
        label = shown or str(self.notes)
        self.collector.note(label)
        story = Story(PART, label, element)
        where = self.endnotes if element.get(f"{TEXT}note-class") == "endnote" else self.later
        where.append(partial(self._apart, body, story, in_cell=False))

    def _box(self, element: etree._Element) -> None:
        """Read what stands in a frame or a shape, after this paragraph."""
        if any(each.tag in _WHERE_PARAGRAPHS for each in element.iterdescendants()):
            self.later.append(partial(self._apart, element, self.story, in_cell=True))

    def _apart(self, root: etree._Element, story: Story, *, in_cell: bool) -> None:
        before = self.story, self.in_cell, self.in_list, self.item_of, self.later
        self.story, self.in_cell = story, in_cell
        self.in_list, self.item_of, self.later = 0, "", []
        self._blocks(root)
        self.story, self.in_cell, self.in_list, self.item_of, self.later = before

    def _mark(self, element: etree._Element) -> None:
        self.marks[element.get(f"{TEXT}name", "")] = self.collector.at

    def _end_mark(self, element: etree._Element) -> None:
        name = element.get(f"{TEXT}name", "")
        start = self.marks.pop(name, None)
        if start is not None:
            data = citation_data(self.codes.get(name, name))
            if data is not None:
                self.collector.field(start, data)
