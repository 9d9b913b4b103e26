"""What the styles of an OpenDocument text say: italics, hidden text, what is a title or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srccheck.values import dataclass

if TYPE_CHECKING:
    from lxml import etree

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


DEEPEST = 50  # styles that a style inherits from; a ring of them ends here too


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A style with all it inherits; None where it says nothing."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    title: bool = False
    bibliography: bool = False


NO_STYLE = TextStyle()


class TextStyles:
    """The styles of one document by family and name."""

    def __init__(self, *roots: etree._Element) -> None:
        """Those of later roots go before those of earlier ones."""
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._known: dict[tuple[str, str], TextStyle] = {}
        for root in roots:
            for each in root.iter(f"{STYLE}style"):
                key = each.get(f"{STYLE}family", ""), each.get(f"{STYLE}name", "")
                self._elements[key] = each

    def of(self, family: str, name: str | None) -> TextStyle:
        """Give a style; an unknown one says nothing."""
        if not name:
            return NO_STYLE
        key = family, name
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._resolve(key)
        return known

    def _resolve(self, key: tuple[str, str]) -> TextStyle:
        chain: list[etree._Element] = []
        while key in self._elements and len(chain) < DEEPEST:
            element = self._elements[key]
            chain.append(element)
            key = key[0], element.get(f"{STYLE}parent-style-name", "")
        style = NO_STYLE
        for element in reversed(chain):
            style = _over(style, element)
        return style


def _over(base: TextStyle, element: etree._Element) -> TextStyle:
    name = element.get(f"{STYLE}name", "").replace("_20_", " ").lower()
    properties = element.find(f"{STYLE}text-properties")
    italic, bold, hidden, raised = base.italic, base.bold, base.hidden, base.raised
    if properties is not None:
        slant = properties.get(f"{FO}font-style")
        italic = slant in ("italic", "oblique") if slant else italic
        weight = properties.get(f"{FO}font-weight")
        bold = weight in ("bold", "600", "700", "800", "900") if weight else bold
        display = properties.get(f"{TEXT}display")
        hidden = display == "none" if display else hidden
        position = properties.get(f"{STYLE}text-position")
        raised = _is_raised(position) if position else raised
    return TextStyle(
        italic,
        bold,
        hidden,
        raised,
        base.title or name in ("title", "subtitle"),
        base.bibliography or name in ("bibliography", "bibliography 1"),
    )


def _is_raised(position: str) -> bool:
    """Tell "super 58%" or "33% 58%" from "sub 58%", "-33% 58%" and "0% 100%"."""
    first = position.split()[0]
    return first == "super" or (first.rstrip("%").isdecimal() and first.rstrip("%") != "0")
