"""Small Markdown manuscripts as Word and OpenDocument files.

Enough of Markdown for the manuscripts of these tests: headings, paragraphs, items, emphasis,
escapes, notes. Notes stand in the file where their marks do, in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import count

from office_factory import docx, foot, h, i, odt, odt_note, p, r

_DEFINITION = re.compile(r"\[\^(?P<label>[^]]+)\]:\s*(?P<text>.*)", re.DOTALL)
_INLINE = re.compile(
    r"""\*(?P<stars>[^*]+)\*(?!\w) | (?<!\w)_(?P<lines>[^_]+)_(?!\w)
    | \[\^(?P<mark>[^]]+)\](?!:) | \\(?P<escaped>[^\w\s])""",
    re.VERBOSE,
)
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_ITEM = re.compile(r"[-*]\s+")

Pieces = Iterator[tuple[str, str]]


def to_word(markdown: str) -> bytes:
    """Give a Markdown manuscript as a Word file."""
    paragraphs, notes = _divided(markdown)
    numbers = count(1)
    written: dict[int, str] = {}

    def inline(text: str) -> str:
        made = []
        for kind, piece in _pieces(text):
            if kind == "mark" and piece in notes:
                number = next(numbers)
                made.append(foot(number))
                written[number] = "".join(p(inline(each)) for each in notes[piece])
            elif kind == "emphasis":
                made.append(i(escape(piece)))
            elif piece:
                made.append(r(escape(piece)))
        return "".join(made)

    def block(kind: str, text: str) -> str:
        if kind == "item":
            return p(inline(text), properties=_NUMBERED)
        return h(escape(text), int(kind)) if kind else p(inline(text))

    body = [block(kind, text) for kind, text in paragraphs]
    return docx(*body, footnotes=written)


def to_odt(markdown: str) -> bytes:
    """Give a Markdown manuscript as an OpenDocument text."""
    paragraphs, notes = _divided(markdown)
    numbers = count(1)

    def inline(text: str) -> str:
        made = []
        for kind, piece in _pieces(text):
            if kind == "mark" and piece in notes:
                made.append(odt_note(str(next(numbers)), *map(inline, notes[piece])))
            elif kind == "emphasis":
                made.append(f'<text:span text:style-name="I">{escape(piece)}</text:span>')
            else:
                made.append(escape(piece))
        return "".join(made)

    def block(kind: str, text: str) -> str:
        if kind == "item":
            inside = f"<text:p>{inline(text)}</text:p>"
            return f"<text:list><text:list-item>{inside}</text:list-item></text:list>"
        if kind:
            return f'<text:h text:outline-level="{kind}">{escape(text)}</text:h>'
        return f"<text:p>{inline(text)}</text:p>"

    return odt(*(block(kind, text) for kind, text in paragraphs))


def can_be_written(markdown: str) -> bool:
    """Tell whether every note has its mark: office programs know no others."""
    _, notes = _divided(markdown)
    marks = re.findall(r"\[\^([^]]+)\](?!:)", markdown)
    return sorted(notes) == sorted(marks)


WRITERS: dict[str, Callable[[str], bytes]] = {"a.docx": to_word, "a.odt": to_odt}


def _divided(markdown: str) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """Give paragraphs with their kind ("" for text, "item", a heading's level), and the notes."""
    paragraphs: list[tuple[str, str]] = []
    notes: dict[str, list[str]] = {}
    last: list[str] | None = None
    for part in _parts(markdown):
        text = " ".join(line.strip() for line in part.splitlines()).strip()
        if definition := _DEFINITION.fullmatch(text):
            last = notes.setdefault(definition["label"], [definition["text"]])
        elif last is not None and part.startswith("    "):
            last.append(text)
        elif text.startswith("#"):
            marks, _, title = text.partition(" ")
            paragraphs.append((str(len(marks)), title.strip()))
        elif item := _ITEM.match(text):
            paragraphs.append(("item", text[item.end() :]))
        else:
            paragraphs.append(("", text))
    return paragraphs, notes


def _parts(markdown: str) -> Iterator[str]:
    """Give what stands between blank lines, items and note definitions apart."""
    for part in re.split(r"\n[ \t]*\n", markdown.strip("\n")):
        if part.strip():
            yield from re.split(r"\n(?=\[\^[^]]+\]:|[-*] )", part)


def _pieces(text: str) -> Pieces:
    at = 0
    for match in _INLINE.finditer(text):
        yield "text", text[at : match.start()]
        at = match.end()
        if match["mark"]:
            yield "mark", match["mark"]
        elif match["escaped"]:
            yield "text", match["escaped"]
        else:
            yield "emphasis", match["stars"] or match["lines"]
    yield "text", text[at:]
