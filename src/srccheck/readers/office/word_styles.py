"""What the styles of a Word document say: headings, italics, hidden text, lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srccheck.values import dataclass

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"heading\s*([1-9])")
_TITLE = re.compile(r"title|subtitle")
_BIBLIOGRAPHY = re.compile(r"(?:endnote\s+)?bibliography(?:\s*\d+)?")
_FALSE = frozenset({"0", "false", "off"})
DEEPEST = 50  # styles that a style is based on; a ring of them ends here too
BODY_LEVEL = 9  # of an outline level: no heading


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits; None where it says nothing. ``level`` from 1, 0 for none."""

    level: int | None = None
    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    listed: bool | None = None
    bibliography: bool = False


NO_STYLE = Style()


class Styles:
    """The styles of one document by their ids."""

    def __init__(self, root: etree._Element | None, w: str) -> None:
        """``root`` is that of the styles part, ``w`` the namespace in braces."""
        self.w = w
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        if root is not None:
            for each in root.iterchildren(f"{w}style"):
                self._elements[each.get(f"{w}styleId", "")] = each

    def of(self, style_id: str | None) -> Style:
        """Give a style; an unknown one says nothing."""
        if not style_id:
            return NO_STYLE
        known = self._known.get(style_id)
        if known is None:
            known = self._known[style_id] = self._resolve(style_id)
        return known

    def _resolve(self, style_id: str) -> Style:
        chain: list[etree._Element] = []
        at: str | None = style_id
        while at in self._elements and len(chain) < DEEPEST:
            element = self._elements[at]
            chain.append(element)
            based = element.find(f"{self.w}basedOn")
            at = None if based is None else based.get(f"{self.w}val")
        style = NO_STYLE
        for element in reversed(chain):
            style = self._over(style, element)
        return style

    def _over(self, base: Style, element: etree._Element) -> Style:
        w = self.w
        name = ""
        named = element.find(f"{w}name")
        if named is not None:
            name = " ".join(named.get(f"{w}val", "").lower().split())
        properties = element.find(f"{w}pPr")
        level, listed = base.level, base.listed
        if match := _HEADING.fullmatch(name):
            level = int(match[1])
        elif _TITLE.fullmatch(name):
            level = 1
        if properties is not None:
            outline = outline_level(properties, w)
            level = level if outline is None else outline
            listed = self._listed(properties, listed)
        look = element.find(f"{w}rPr")
        return Style(
            level,
            toggle(look, f"{w}i", base.italic, w),
            toggle(look, f"{w}b", base.bold, w),
            toggle(look, f"{w}vanish", base.hidden, w),
            listed,
            base.bibliography or _BIBLIOGRAPHY.fullmatch(name) is not None,
        )

    def _listed(self, properties: etree._Element, inherited: bool | None) -> bool | None:
        numbered = properties.find(f"{self.w}numPr")
        if numbered is None:
            return inherited
        which = numbered.find(f"{self.w}numId")
        return which is None or which.get(f"{self.w}val") != "0"


def outline_level(properties: etree._Element, w: str) -> int | None:
    """Give the outline level of paragraph properties, from 1; 0 for body text, None for none."""
    outline = properties.find(f"{w}outlineLvl")
    if outline is None:
        return None
    value = outline.get(f"{w}val", "")
    level = int(value) if value.isdecimal() and len(value) < 3 else BODY_LEVEL
    return level + 1 if level < BODY_LEVEL else 0


def toggle(
    properties: etree._Element | None, tag: str, inherited: bool | None, w: str
) -> bool | None:
    """Give what run properties say of one on-off property (ISO/IEC 29500-1, 17.17.4)."""
    element = None if properties is None else properties.find(tag)
    if element is None:
        return inherited
    return element.get(f"{w}val", "1") not in _FALSE
