"""The works that Word itself keeps with a document (References, Manage Sources), by their tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srccheck.readers.office.word_file import WordFile
from srccheck.text.fields import FieldData, FieldItem

if TYPE_CHECKING:
    from lxml import etree

_B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
_CITATION = re.compile(r"\s*CITATION\s+(?P<tag>\S+)(?P<others>.*)", re.DOTALL)
_OTHER = re.compile(r"\\m\s+(?P<tag>\S+)")


class Sources:
    """The works of one document, read when a field first cites one."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self._known: dict[str, FieldItem] | None = None

    def data(self, code: str) -> FieldData | None:
        """Give the works that the code of a field cites: ``CITATION Ames99 \\m Bar98``."""
        match = _CITATION.match(code)
        if match is None:
            return None
        if self._known is None:
            self._known = self._read()
        tags = (match["tag"], *(each["tag"] for each in _OTHER.finditer(match["others"])))
        items = tuple(self._known[tag] for tag in tags if tag in self._known)
        return FieldData("Word", items) if items else None

    def _read(self) -> dict[str, FieldItem]:
        found: dict[str, FieldItem] = {}
        for each in self.file.main_relationships.values():
            if each.kind == "customXml" and each.target in self.file.package:
                root = self.file.xml(each.target)
                if root.tag == f"{_B}Sources":
                    found |= dict(map(_source, root.iterchildren(f"{_B}Source")))
        return found


def _source(source: etree._Element) -> tuple[str, FieldItem]:
    names = source.find(f"{_B}Author/{_B}Author")
    if names is None:
        names = source.find(f"{_B}Author/{_B}Editor")
    named = () if names is None else names.iter(f"{_B}Last", f"{_B}Corporate")
    families = [text for each in named if (text := (each.text or "").strip())]
    year = (source.findtext(f"{_B}Year") or "").strip()
    title = (source.findtext(f"{_B}Title") or "").strip()
    return source.findtext(f"{_B}Tag") or "", FieldItem(tuple(families), year, title)
