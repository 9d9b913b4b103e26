"""The fields of a Word document while it is read: which text is a code, which a result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from srccheck.readers.office.extraction import Collector
from srccheck.readers.office.fields import citation_data, is_bibliography, stored_code
from srccheck.readers.office.word_sources import Sources

# Copies of what stands elsewhere in the document: the table of contents, an index.
_COPIES = re.compile(r"\s*(?:TOC|TOA|INDEX)\b")
_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<address>[^"]+)"')


@dataclass(slots=True)
class _Open:
    """A field whose end has not come."""

    codes: list[str] = field(default_factory=list)
    result: bool = False  # its result has begun
    start: int = 0
    copy: bool = False
    list: bool = False
    stored: str = ""


class Fields:
    """A stack of open fields (ISO/IEC 29500-1, 17.16.18).

    ``shown`` tells whether text is a result that is seen, or in no field; every run asks it.
    """

    def __init__(self, collector: Collector, sources: Sources) -> None:
        self.collector = collector
        self.sources = sources
        self.in_list = 0
        self._open: list[_Open] = []
        self.shown = True
        self._codes = 0  # of the open ones: still in their codes
        self._copies = 0  # of the open ones: copies of other text

    def begin(self, stored: str = "") -> None:
        """A field begins, with its code; ``stored`` is what it keeps in base64."""
        self._open.append(_Open())
        if stored:
            self._open[-1].stored = stored_code(stored)
        self._codes += 1
        self.shown = False

    def code(self, text: str) -> None:
        """Take in a piece of a code."""
        if self._open:
            self._open[-1].codes.append(text)

    def separate(self) -> None:
        """The result begins."""
        if not self._open or self._open[-1].result:
            return
        top = self._open[-1]
        code = "".join(top.codes)
        top.result, top.start = True, self.collector.at
        top.copy = _COPIES.match(code) is not None
        self._codes -= 1
        self._copies += top.copy
        self._see()
        if is_bibliography(code):
            top.list = True
            self.in_list += 1

    def end(self) -> None:
        """The innermost field ends; what its code says of its result is kept."""
        if not self._open:
            return
        top = self._open.pop()
        self._copies -= top.copy
        self._codes -= not top.result
        self._see()
        if top.list:
            self.in_list -= 1
        if top.result and not top.copy:
            code = "".join(top.codes)
            data = citation_data(code) or citation_data(code + top.stored)
            data = data or self.sources.data(code)
            if data is not None:
                self.collector.field(top.start, data)
            elif address := _ADDRESS.match(code):
                self.collector.link(top.start, address["address"])
        elif self._open and not self._open[-1].result:
            self._open[-1].codes += top.codes  # EN.CITE.DATA inside EN.CITE

    def end_paragraph(self) -> None:
        """Give up a code that runs beyond its paragraph: its end is lost, the text is not."""
        if self._codes:
            self._open = [each for each in self._open if each.result]
            self._codes = 0
            self._see()

    def _see(self) -> None:
        self.shown = not self._codes and not self._copies
