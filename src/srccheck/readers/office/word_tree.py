"""Ways through the tree of a Word part: alternatives, text boxes, rows and cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def chosen(alternate: etree._Element) -> etree._Element | tuple[()]:
    """Give the branch of alternate content that is read: the first choice, else the fallback."""
    for name in ("Choice", "Fallback"):
        for branch in alternate.iterchildren(f"{COMPATIBILITY}{name}"):
            if len(branch):
                return branch
    return ()


def boxes(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Give the contents of the text boxes inside a drawing."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{COMPATIBILITY}AlternateContent":
            for each in chosen(child):
                yield from boxes(each, tag)
                if each.tag == tag:
                    yield each
        elif len(child):
            yield from boxes(child, tag)


def children(parent: etree._Element, tag: str, w: str) -> Iterator[etree._Element]:
    """Give rows or cells, through content controls round them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{w}sdt", f"{w}sdtContent", f"{w}customXml", f"{w}ins"):
            yield from children(child, tag, w)


def text_after(element: etree._Element, t: str) -> str:
    """Give the text of the elements ``t`` that follow an element in its run."""
    return "".join(each.text or "" for each in element.itersiblings(t)).strip()
