"""How the runs of a Word part look, found in one pass over the few elements that say it.

Most runs say nothing that matters here; asking each run for five properties takes longer than
parsing the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree

_FALSE = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Look:
    """What a run's own properties say; None for nothing."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool = False
    style: str | None = None


def looks_of(root: etree._Element, w: str) -> dict[Any, Look]:
    """Give the looks of a part by their ``w:rPr`` elements; those that say nothing are left out."""
    italic, bold, hidden = f"{w}i", f"{w}b", f"{w}vanish"
    raised, style = f"{w}vertAlign", f"{w}rStyle"
    val = f"{w}val"
    looks: dict[Any, Look] = {}
    for element in root.iter(italic, bold, hidden, raised, style):
        parent = element.getparent()
        look = looks.get(parent)
        if look is None:
            look = looks[parent] = Look()
        tag, value = element.tag, element.get(val)
        if tag == italic:
            look.italic = value not in _FALSE
        elif tag == style:
            look.style = value
        elif tag == bold:
            look.bold = value not in _FALSE
        elif tag == hidden:
            look.hidden = value not in _FALSE
        else:
            look.raised = value == "superscript"
    return looks
