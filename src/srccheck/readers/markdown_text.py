"""What Markdown's parser must not see: front matter, inline notes, carriage returns.

All of it is blanked out, so that the parser's positions are the file's.
"""

from __future__ import annotations

import re

from srccheck.text import Span

_FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|\+\+\+[ \t]*\n(?:[^\n]*\n)*?\+\+\+[ \t]*(?:\n|\Z))"
)
_NAMED_LISTS = re.compile(
    r"^bibliography:[ \t]*(?:\[(?P<flow>[^\]\n]*)\]|(?P<one>[^\s\[#][^\n]*)"
    r"|(?P<block>(?:\n[ \t]*-[ \t][^\n]*)+))",
    re.MULTILINE,
)
_NOCITE = re.compile(r"^nocite:[^\n]*(?:\n(?:[ \t]+[^\n]*)?(?=\n))*", re.MULTILINE)
_UNCITED_KEY = re.compile(r"@\{?(\*|\w+(?:[:.#$%&+?<>~/-]\w+)*)")
_FENCED_DIV = re.compile(r"^[ \t]{0,3}:{3,}[^\n]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(
    r"^(?P<heading> {0,3}#{1,6} [^{\n]*)(?P<blank>\{[^{}\n]*\}) *$", re.MULTILINE
)
_BREAK = re.compile(r"\\ \n")
_BRACKET = re.compile(r"\\.|(?P<open>\[)|(?P<close>\])|(?P<end>\n[ \t]*\n)", re.DOTALL)
_DEEP = re.compile(r"(?:>[ \t]*){60}|(?:[-*+][ \t]+){60}|\[{60}")
_NOT_LINE_END = re.compile(r"[^\n]")
NOTHING = "\u2060"  # a character that no stream shows
UNCLOSED = 500  # brackets or comments; marko's time grows with their square
LONGEST_NOTE = 20_000  # code points


def is_deep(text: str) -> bool:
    """Tell a text that a recursive, backtracking parser should not be given.

    It nests too deep, or opens far more brackets or comments than it closes.
    """
    return (
        _DEEP.search(text) is not None
        or text.count("[") > text.count("]") + UNCLOSED
        or text.count("<!--") > text.count("-->") + UNCLOSED
    )


def named_bibliographies(source: str) -> tuple[str, ...]:
    """Give the files that the front matter names as the bibliography, as it names them."""
    if not source.startswith("---"):
        return ()
    front = _FRONT_MATTER.match(source.replace("\r\n", "\n").replace("\r", "\n"))
    named = _NAMED_LISTS.search(front.group()) if front else None
    if named is None:
        return ()
    if named["flow"] is not None:
        parts = named["flow"].split(",")
    elif named["block"]:
        parts = [line.strip().removeprefix("-") for line in named["block"].strip().split("\n")]
    else:
        parts = [named["one"].split(" #")[0]]
    return tuple(part for part in (each.strip().strip("\"'") for each in parts) if part)


def listed_uncited(source: str) -> tuple[str, ...]:
    """Give the keys that the front matter lists without citing them (``nocite``; "*": all)."""
    if not source.startswith("---"):
        return ()
    front = _FRONT_MATTER.match(source.replace("\r\n", "\n").replace("\r", "\n"))
    listed = _NOCITE.search(front.group()) if front else None
    return tuple(_UNCITED_KEY.findall(listed.group())) if listed else ()


def prepared(source: str) -> str:
    """Give a text of the same length with plain line ends and without what is no Markdown."""
    text = source
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
        text = _BREAK.sub("  \n", text)  # a hard break before CRLF
    text = text.replace("\f", " ")
    match = _FRONT_MATTER.match(text)
    if match:
        text = blank(match.group()) + text[match.end() :]
    if ":::" in text:
        text = _FENCED_DIV.sub(lambda div: blank(div.group()), text)
    return _ATTRIBUTES.sub(
        lambda line: line["heading"] + " " * (len(line[0]) - len(line["heading"])), text
    )


def blank(text: str) -> str:
    """Give as many spaces as there are characters, line ends kept."""
    return _NOT_LINE_END.sub(" ", text)


def inline_notes(text: str) -> list[Span]:
    """Give the ranges of the contents of ``^[…]``, brackets inside balanced."""
    spans: list[Span] = []
    at = text.find("^[")
    while at >= 0:
        end = _closing(text, at + 2)
        if end is None:
            at = text.find("^[", at + 2)
            continue
        spans.append(Span(at + 2, end))
        at = text.find("^[", end)
    return spans


def _closing(text: str, at: int) -> int | None:
    depth = 1
    for match in _BRACKET.finditer(text, at, at + LONGEST_NOTE):
        kind = match.lastgroup
        if kind == "end" or (depth > 1 and depth > 50):
            return None
        depth += (kind == "open") - (kind == "close")
        if depth == 0:
            return match.start()
    return None


def without(text: str, notes: list[Span], filler: str) -> str:
    """Put ``filler`` for every character of the inline notes, markers and all."""
    parts: list[str] = []
    at = 0
    for note in notes:
        start, end = note.start - 2, note.end + 1
        parts += [text[at:start], filler * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def only(text: str, notes: list[Span]) -> str:
    """Blank everything but the inline notes, each of which becomes a paragraph."""
    parts: list[str] = []
    at = 0
    for note in notes:
        parts += ["\n" * (note.start - at), text[note.start : note.end]]
        at = note.end
    return "".join(parts)
