"""The text of a Word document in the order of reading.

Tracked insertions are read and deletions are not, moved text stands where it was moved to, hidden
text and comments are left out, a text box is read once (WordprocessingML keeps it twice).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from srccheck.readers.office.extraction import (
    BOLD,
    HYPHEN,
    ITALIC,
    LINE_BREAK,
    RAISED,
    Collector,
    Story,
)
from srccheck.readers.office.fields import (
    bookmark_codes,
    citation_data,
    is_bibliography,
    is_bibliography_tag,
    tag_data,
)
from srccheck.readers.office.word_fields import Fields
from srccheck.readers.office.word_file import Relationship, WordFile
from srccheck.readers.office.word_looks import Look, looks_of
from srccheck.readers.office.word_notes import NoteNumbers
from srccheck.readers.office.word_sources import Sources
from srccheck.readers.office.word_styles import NO_STYLE, Style, Styles, outline_level
from srccheck.readers.office.word_symbols import symbol
from srccheck.readers.office.word_tree import (
    COMPATIBILITY,
    boxes,
    children,
    chosen,
    text_after,
)
from srccheck.text import Role

if TYPE_CHECKING:
    from lxml import etree

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

Act = Callable[["etree._Element"], None]

_THROUGH = ("ins", "moveTo", "smartTag", "customXml", "bdo", "dir")
"""Elements that are read through; what is not named anywhere here is not text."""


class Notes:
    """The notes of one kind: their elements by id, and their numbers."""

    def __init__(self, file: WordFile, kind: str) -> None:
        self.part = file.related(f"{kind}s") or ""
        self.numbers = NoteNumbers(kind, file.w)
        self.by_id: dict[str, etree._Element] = {}
        if self.part:
            for each in file.xml(self.part).iterchildren(f"{file.w}{kind}"):
                self.by_id[each.get(f"{file.w}id", "")] = each


class Walk:
    """Goes through a document once and hands its text to a collector."""

    def __init__(self, file: WordFile, collector: Collector) -> None:
        self.file = file
        self.collector = collector
        self.sources = Sources(file)
        self.fields = Fields(collector, self.sources)
        self.story = Story(file.main)
        self.in_cell = False
        self.in_list = 0  # content controls round it that hold a reference list
        self.later: list[Callable[[], None]] = []  # what stands after this paragraph
        self.endnotes_met: list[Callable[[], None]] = []
        self.joined: etree._Element | None = None  # a paragraph whose mark was deleted
        self.looks: dict[Any, Look] = {}
        self.bookmarks: dict[str, tuple[str, int]] = {}  # Zotero's, by id: code and beginning
        properties = file.custom_properties()
        self.codes = {} if properties is None else bookmark_codes(properties)
        self.links: dict[str, dict[str, Relationship]] = {file.main: file.main_relationships}
        styles, settings = file.related("styles"), file.related("settings")
        self.styles = Styles(file.xml(styles) if styles else None, file.w)
        self.footnotes, self.endnotes = Notes(file, "footnote"), Notes(file, "endnote")
        for notes in (self.footnotes, self.endnotes):
            notes.numbers.settings(file.xml(settings) if settings else None)
            notes.numbers.settings(next(file.root.iter(f"{file.w}sectPr"), None))
        self.style: Style = NO_STYLE
        self._tables()

    def _tables(self) -> None:
        """Make the tables that tell what is done with an element."""
        w = self.file.w
        self.t, self.rpr, self.run_tag = f"{w}t", f"{w}rPr", f"{w}r"
        self.ppr, self.p = f"{w}pPr", f"{w}p"
        self.in_run: dict[Any, Act] = {
            f"{w}tab": self._tab,
            f"{w}ptab": self._tab,
            f"{w}br": self._break,
            f"{w}cr": self._break,
            f"{w}noBreakHyphen": lambda each: self._one("\u2011", each, HYPHEN),
            f"{w}softHyphen": lambda each: self._one("\u00ad", each),
            f"{w}sym": self._symbol,
            f"{w}fldChar": self._field_character,
            f"{w}instrText": lambda each: self.fields.code(each.text or ""),
            f"{w}footnoteReference": lambda each: self._note(each, self.footnotes),
            f"{w}endnoteReference": lambda each: self._note(each, self.endnotes),
            f"{w}drawing": self._box,
            f"{w}pict": self._box,
            f"{w}object": self._box,
            f"{w}ruby": lambda each: self._through_first(each, f"{w}rubyBase"),
            f"{COMPATIBILITY}AlternateContent": self._alternate_in_run,
        }
        self.in_paragraph: dict[Any, Act] = {
            self.run_tag: self._run,
            f"{w}hyperlink": self._hyperlink,
            f"{w}fldSimple": self._simple_field,
            f"{w}sdt": lambda each: self._control(each, self._inline),
            f"{w}bookmarkStart": self._bookmark,
            f"{w}bookmarkEnd": self._end_bookmark,
            f"{COMPATIBILITY}AlternateContent": lambda each: self._inline(chosen(each)),
            f"{MATH}oMath": self._math,
            f"{MATH}oMathPara": self._math,
            **{f"{w}{name}": self._inline for name in _THROUGH},
        }
        self.in_story: dict[Any, Act] = {
            self.p: self._paragraph,
            f"{w}tbl": self._table,
            f"{w}sdt": lambda each: self._control(each, self._blocks),
            f"{w}bookmarkStart": self._bookmark,
            f"{w}bookmarkEnd": self._end_bookmark,
            f"{COMPATIBILITY}AlternateContent": lambda each: self._blocks(chosen(each)),
            **{f"{w}{name}": self._blocks for name in _THROUGH},
        }

    def document(self) -> None:
        """Read the body with its notes, and then the endnotes."""
        body = self.file.root.find(f"{self.file.w}body")
        if body is None:
            return
        self.looks = looks_of(self.file.root, self.file.w)
        for notes in (self.footnotes, self.endnotes):
            if notes.part:
                self.looks |= looks_of(self.file.xml(notes.part), self.file.w)
        self._story(body)
        for read in self.endnotes_met:
            read()

    def _story(self, root: etree._Element) -> None:
        self._blocks(root)
        if self.joined is not None:  # nothing follows that it could be joined to
            self._end_paragraph(self.joined, None, Role.TEXT)

    def _blocks(self, parent: Iterable[etree._Element]) -> None:
        for child in parent:
            act = self.in_story.get(child.tag)
            if act is not None:
                act(child)

    def _table(self, table: etree._Element) -> None:
        w, before = self.file.w, self.in_cell
        self.in_cell = True
        for row in children(table, f"{w}tr", w):
            properties = row.find(f"{w}trPr")
            if properties is not None and properties.find(f"{w}del") is not None:
                continue
            for cell in children(row, f"{w}tc", w):
                self._blocks(cell)
        self.in_cell = before

    def _paragraph(self, paragraph: etree._Element) -> None:
        w = self.file.w
        properties = paragraph.find(self.ppr)
        style_id = None
        if properties is not None:
            styled = properties.find(f"{w}pStyle")
            style_id = None if styled is None else styled.get(f"{w}val")
        self.style = self.styles.of(style_id)
        listed = self.fields.in_list + self.in_list
        self._inline(paragraph)
        self.fields.end_paragraph()
        mark = None if properties is None else properties.find(self.rpr)
        if mark is not None and (
            mark.find(f"{w}del") is not None or mark.find(f"{w}moveFrom") is not None
        ):
            self.joined = paragraph
            return
        role = Role.CELL if self.in_cell else Role.TEXT
        self._end_paragraph(paragraph, properties, role, listed=bool(listed))

    def _end_paragraph(
        self,
        paragraph: etree._Element,
        properties: etree._Element | None,
        role: Role,
        *,
        listed: bool = False,
    ) -> None:
        style, w = self.style, self.file.w
        level = style.level or 0
        list_ = "style" if style.listed else ""
        if properties is not None:
            outline = outline_level(properties, w)
            level = level if outline is None else outline
            list_ = self._list(properties, list_)
        if list_ and role is Role.TEXT and not level:
            role = Role.ITEM
        self.joined = None
        self.collector.end_paragraph(
            self.story,
            paragraph,
            role=role,
            level=0 if self.story.label is not None or self.in_cell else level,
            item_of=list_,
            bibliography=listed or self.fields.in_list + self.in_list > 0 or style.bibliography,
            bold=bool(style.bold),
        )
        if properties is not None and properties.find(f"{w}sectPr") is not None:
            self.footnotes.numbers.end_section()
            self.endnotes.numbers.end_section()
        later, self.later = self.later, []
        for read in later:
            read()

    def _list(self, properties: etree._Element, by_style: str) -> str:
        """Give the number of the list that the paragraph is an item of, "" for none."""
        numbered = properties.find(f"{self.file.w}numPr")
        if numbered is None:
            return by_style
        which = numbered.find(f"{self.file.w}numId")
        number = "style" if which is None else which.get(f"{self.file.w}val", "")
        return "" if number == "0" else number

    def _inline(self, parent: Iterable[etree._Element]) -> None:
        acts = self.in_paragraph
        for child in parent:
            act = acts.get(child.tag)
            if act is not None:
                act(child)

    def _run(self, run: etree._Element) -> None:
        look, self.look = 0, 0
        t, rpr = self.t, self.rpr
        self.note_text = False
        for child in run:
            tag = child.tag
            if tag == t:
                if self.fields.shown and look >= 0 and child.text and not self.note_text:
                    self.collector.add(child.text, child, look)
            elif tag == rpr:
                look = self._look(child)
                self.look = look
            else:
                act = self.in_run.get(tag)
                if act is not None:
                    act(child)

    def _look(self, properties: etree._Element) -> int:
        """Give the look of a run's text as bits, -1 where it is hidden."""
        found = self.looks.get(properties)
        if found is None:
            return -1 if self.style.hidden else 0
        character = self.styles.of(found.style)
        hidden = found.hidden if found.hidden is not None else character.hidden
        if hidden if hidden is not None else self.style.hidden:
            return -1
        look = RAISED if found.raised else 0
        # On-off properties of styles turn each other off (17.7.3), those of the run stand. What
        # counts as emphasis is what differs from the paragraph.
        base = bool(self.style.italic)
        italic = found.italic if found.italic is not None else base ^ bool(character.italic)
        if italic != base:
            look |= ITALIC
        base = bool(self.style.bold)
        bold = found.bold if found.bold is not None else base ^ bool(character.bold)
        return look | (BOLD if bold and not base else 0)

    def _one(self, text: str, element: etree._Element, look: int = 0) -> None:
        """Add a character that an element of its own stands for."""
        if self.fields.shown and self.look >= 0 and not self.note_text:
            self.collector.add(text, element, self.look | look)

    def _tab(self, element: etree._Element) -> None:
        self._one("\t", element)

    def _break(self, element: etree._Element) -> None:
        self._one(LINE_BREAK, element)

    def _symbol(self, element: etree._Element) -> None:
        w = self.file.w
        text = symbol(element.get(f"{w}font", ""), element.get(f"{w}char", ""))
        if text:
            self._one(text, element)

    def _math(self, formula: etree._Element) -> None:
        self.look, self.note_text = 0, False
        for each in formula.iter(f"{MATH}t"):
            if each.text:
                self._one(each.text, each)

    def _field_character(self, element: etree._Element) -> None:
        kind = element.get(f"{self.file.w}fldCharType")
        if kind == "begin":
            stored = element.find(f"{self.file.w}fldData")
            self.fields.begin("" if stored is None else stored.text or "")
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _simple_field(self, element: etree._Element) -> None:
        self.fields.begin()
        self.fields.code(element.get(f"{self.file.w}instr", ""))
        self.fields.separate()
        self._inline(element)
        self.fields.end()

    def _hyperlink(self, element: etree._Element) -> None:
        start = self.collector.at
        self._inline(element)
        part = self.story.part
        if part not in self.links:
            self.links[part] = self.file.relationships(part)
        target = self.links[part].get(element.get(f"{self.file.r}id", ""))
        if target is not None and target.external:
            self.collector.link(start, target.target)

    def _control(self, control: etree._Element, read: Act) -> None:
        """Read through a content control; one that shows its prompt holds no text."""
        w = self.file.w
        properties, content = control.find(f"{w}sdtPr"), control.find(f"{w}sdtContent")
        if content is None:
            return
        data, listed = None, False
        if properties is not None:
            gallery = properties.find(f"{w}docPartObj/{w}docPartGallery")
            contents = gallery is not None and gallery.get(f"{w}val") == "Table of Contents"
            if contents or properties.find(f"{w}showingPlcHdr") is not None:
                return
            tag = properties.find(f"{w}tag")
            named = "" if tag is None else tag.get(f"{w}val", "")
            data = tag_data(named)
            listed = properties.find(f"{w}bibliography") is not None or is_bibliography_tag(named)
        start = self.collector.at
        self.in_list += listed
        read(content)
        self.in_list -= listed
        if data is not None:
            self.collector.field(start, data)

    def _bookmark(self, element: etree._Element) -> None:
        code = self.codes.get(element.get(f"{self.file.w}name", ""))
        if code:
            self.bookmarks[element.get(f"{self.file.w}id", "")] = code, self.collector.at
            self.in_list += is_bibliography(code)

    def _end_bookmark(self, element: etree._Element) -> None:
        code, start = self.bookmarks.pop(element.get(f"{self.file.w}id", ""), ("", 0))
        if code:
            self.in_list -= is_bibliography(code)
            data = citation_data(code)
            if data is not None:
                self.collector.field(start, data)

    def _note(self, reference: etree._Element, notes: Notes) -> None:
        """Read the note that a mark stands for: a footnote after this paragraph."""
        number = reference.get(f"{self.file.w}id", "")
        if number not in notes.by_id or self.look < 0 or not self.fields.shown:
            return
        # Each is read once: notes that mark each other twice would double without end.
        note = notes.by_id.pop(number)
        own = reference.get(f"{self.file.w}customMarkFollows", "0") not in ("0", "false", "off")
        label = text_after(reference, self.t) if own else notes.numbers.take()
        self.note_text = own
        if label:
            self.collector.note(label)
        story = Story(notes.part, label or None, reference)
        where = self.later if notes is self.footnotes else self.endnotes_met
        where.append(partial(self._apart, note, story, in_cell=False))

    def _box(self, element: etree._Element) -> None:
        if self.fields.shown:
            for box in boxes(element, f"{self.file.w}txbxContent"):
                self.later.append(partial(self._apart, box, self.story, in_cell=True))

    def _apart(self, root: etree._Element, story: Story, *, in_cell: bool) -> None:
        """Read a note or a text box: paragraphs and fields of their own."""
        before = self.story, self.fields, self.in_cell, self.in_list, self.later
        self.story, self.fields, self.in_cell = story, Fields(self.collector, self.sources), in_cell
        self.in_list, self.later = 0, []
        self._story(root)
        self.story, self.fields, self.in_cell, self.in_list, self.later = before

    def _alternate_in_run(self, element: etree._Element) -> None:
        for child in chosen(element):
            if child.tag == self.t:
                self._one(child.text or "", child)
            elif act := self.in_run.get(child.tag):
                act(child)

    def _through_first(self, element: etree._Element, tag: str) -> None:
        first = element.find(tag)
        if first is not None:
            look, note_text = self.look, self.note_text
            self._inline(first)
            self.look, self.note_text = look, note_text
