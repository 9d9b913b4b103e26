"""The generated book in formats with markup: a hundred pages, its citations in notes."""

from __future__ import annotations

import re
from html import escape

from book import make_book

PAGE = 2_700  # bytes of text, notes included
# A format's head and foot, its heading, its paragraph, and its note.
FORMS = {
    "tex": (
        "\\documentclass{book}\n\\begin{document}\n", "\n\\end{document}\n",
        "\\section{%s}\n\n", "%s\n\n", "\\footnote{See \\emph{also} %s.}",
    ),
    "typ": ("", "", "== %s\n\n", "%s\n\n", "#footnote[See _also_ %s.]"),
    "html": (
        "<!DOCTYPE html><html><body>", "</body></html>", "<h2>%s</h2>\n", "<p>%s</p>\n",
        '<aside role="doc-footnote">See <em>also</em> %s.</aside>',
    ),
    "tei": (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>', "</div></body></text></TEI>",
        "</div><div><head>%s</head>\n", "<p>%s</p>\n",
        '<note>See <hi rend="italic">also</hi> %s.</note>',
    ),
    "rtf": (
        "{\\rtf1\\ansi{\\stylesheet{\\s1 heading 1;}}\n", "}", "\\pard\\s1 %s\\par\n",
        "\\pard\\plain %s\\par\n", "{\\super\\chftn}{\\footnote See {\\i also} %s.}",
    ),
}  # fmt: skip


def make_marked_book(form: str, pages: int, notes: int, seed: int = 1) -> bytes:
    """Give a book of so many pages and notes in one of ``FORMS``."""
    head, foot, heading, paragraph, note = FORMS[form]
    text, _, listed = make_book(pages * PAGE, seed=seed).text.partition("\n\nReferences\n\n")
    parts = [head, heading % "One"]
    made = 0
    for each in text.split("\n\n"):
        cited = re.search(r" \(([^()]+)\)", each)
        if cited is None or made == notes:
            parts.append(paragraph % _typed(form, each))
            continue
        made += 1
        before, after = each[: cited.start()], each[cited.end() :]
        inside = note % _typed(form, cited[1])
        parts.append(paragraph % (_typed(form, before) + inside + _typed(form, after)))
    parts.append(heading % "References")
    parts += [paragraph % _typed(form, each) for each in listed.split("\n\n")]
    return "".join([*parts, foot]).encode()


def _typed(form: str, text: str) -> str:
    """Write a text as its authors type it in a format."""
    if form in ("html", "tei"):
        return escape(text, quote=False)
    if form == "rtf":
        return "".join(c if ord(c) < 128 else f"\\u{ord(c) % 65536}\\'3f" for c in text)
    if form == "tex":
        return text.replace("&", "\\&").replace("–", "--").replace("%", "\\%")
    return text.replace("–", "--").replace("[", "\\[").replace("]", "\\]")
