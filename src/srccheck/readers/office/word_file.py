"""A Word file opened: its parts, how they refer to each other, its namespaces."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from srccheck.errors import UnreadableFileError
from srccheck.readers.office.package import Package
from srccheck.values import dataclass

if TYPE_CHECKING:
    from lxml import etree

KIND = "a Word file"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = {
    _TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    _STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the last word of its type, and a part's name or an address."""

    kind: str
    target: str
    external: bool


class WordFile:
    """The parts of a Word file that hold text, each parsed when it is first asked for."""

    def __init__(self, data: bytes, path: str) -> None:
        """Raises UnreadableFileError where the bytes are no Word file."""
        self.package = Package(data, path, KIND)
        self.main = next(
            (
                each.target
                for each in self.relationships("").values()
                if each.kind == "officeDocument"
            ),
            "word/document.xml",
        )
        self.roots: dict[str, etree._Element] = {}
        self.root = self.xml(self.main)
        namespace = self.root.tag.rpartition("}")[0].lstrip("{")
        if namespace not in _RELATIONSHIPS or not self.root.tag.endswith("}document"):
            raise UnreadableFileError(
                "this is an office file, but not a Word document",
                where=path,
                advice="Save the text as .docx, and check that",
            )
        self.w = f"{{{namespace}}}"
        self.r = f"{{{_RELATIONSHIPS[namespace]}}}"
        self.main_relationships = self.relationships(self.main)

    def xml(self, name: str) -> etree._Element:
        """Give the root of a part, always the same one."""
        root = self.roots.get(name)
        if root is None:
            root = self.roots[name] = self.package.xml(name)
        return root

    def related(self, kind: str) -> str | None:
        """Give the name of the part of one kind that the document refers to, if it is there."""
        for each in self.main_relationships.values():
            if each.kind == kind and not each.external and each.target in self.package:
                return each.target
        return None

    def custom_properties(self) -> etree._Element | None:
        """Give the properties that programs keep with the document, where it has any."""
        for each in self.relationships("").values():
            if each.kind in ("custom-properties", "customProperties") and (
                each.target in self.package
            ):
                return self.xml(each.target)
        return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Give what a part refers to, by id; "" is the package itself."""
        name = relationships_part(part)
        if name not in self.package:
            return {}
        folder = posixpath.dirname(part)
        found = {}
        for each in self.package.xml(name).iterchildren(_RELATIONSHIP):
            target, external = each.get("Target", ""), each.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relationship(kind, target, external)
        return found


def relationships_part(part: str) -> str:
    """Give the name of the part that holds what ``part`` refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
