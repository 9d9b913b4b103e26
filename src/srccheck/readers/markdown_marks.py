"""Links and emphasis of a Markdown text, found from mark to mark.

marko looks at every letter of a text for what may begin there, which is a third of the time that a
book takes. This goes from one mark to the next and leaves what follows to marko's own functions; a
law in the tests holds it to what marko finds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marko.inline_parser import Delimiter, MatchObj

_UNMARKED = re.compile(r"[^\\`\]!\[*_]+")
_DELIMITER = re.compile(r"!?\[|\*+|_+")
_CODE = re.compile(r"(?<!`)(`+)(?!`)([\s\S]+?)(?<!`)\1(?!`)")


def jump_between_marks() -> None:
    """Let marko's parser use :func:`find_links_or_emphs`."""
    from marko import inline_parser

    inline_parser.find_links_or_emphs = find_links_or_emphs


def find_links_or_emphs(text: str, link_ref_defs: dict[str, tuple[str, str]]) -> list[MatchObj]:
    """Give the matches of links, images and emphasis, as marko's function of that job does."""
    from marko import inline_parser as marko

    delimiters: list[Delimiter] = []
    matches: list[MatchObj] = []
    at = 0
    while at < len(text):
        unmarked = _UNMARKED.match(text, at)
        if unmarked:
            at = unmarked.end()
            continue
        if text[at] == "\\":
            at += 2
        elif text[at] == "`":
            code = _CODE.match(text, at)
            at = code.end() if code else at + 1
        elif text[at] == "]":
            node = marko.look_for_image_or_link(text, delimiters, at, link_ref_defs, matches)
            if node is not None:
                matches.append(node)
            at = node.end() if node is not None else at + 1
        else:
            delimiter = _DELIMITER.match(text, at)
            if delimiter:
                delimiters.append(marko.Delimiter(delimiter, text))
            at = delimiter.end() if delimiter else at + 1
    marko.process_emphasis(text, delimiters, None, matches)
    return matches
