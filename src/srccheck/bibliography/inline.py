"""Text with italics in it, as a style writes it and every kind of output reads it.

Italics are two control characters inside a plain string, so that a style can put strings together;
they occur in no manuscript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BEGIN, END = "\x02", "\x03"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f]")
_MARKS = re.compile(f"[{BEGIN}{END}]")
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LIST_LIKE = re.compile(r"^(\d+)([.)])(?=\s)|^([#+\-])(?=\s)")
_ENDS = ".?!…"
_CLOSING = "”’»\"')]" + END


def italic(text: str) -> str:
    """Set a text in italics; what is italic inside it stands upright in print, here it stays."""
    plain = _MARKS.sub("", text)
    return f"{BEGIN}{plain}{END}" if plain else ""


def plain(text: str) -> str:
    """Give the text without its italics."""
    return _MARKS.sub("", text)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Give the pieces of a text, and whether each is italic."""
    slanted = False
    for piece in re.split(f"([{BEGIN}{END}])", text):
        if piece == BEGIN:
            slanted = True
        elif piece == END:
            slanted = False
        elif piece:
            yield piece, slanted


def markdown(text: str) -> str:
    """Give the text in Markdown; what would be markup there is escaped, links excepted."""
    parts = []
    for piece, slanted in runs(text):
        words = [_escaped(word) for word in re.split(r"(https?://\S+)", piece)]
        parts.append(f"*{''.join(words)}*" if slanted else "".join(words))
    return _LIST_LIKE.sub(
        lambda match: "\\" + match[0] if match[3] else f"{match[1]}\\{match[2]}", "".join(parts)
    )


def _escaped(word: str) -> str:
    if word.startswith(("http://", "https://")):
        return f"<{word}>" if not word.endswith((".", ",", ";")) else f"<{word[:-1]}>{word[-1]}"
    return _SPECIAL.sub(r"\\\1", word)


def ended(text: str, stop: str = ".") -> str:
    """End a text with a full stop, unless it ends in one, in ! or ? already; "" stays empty."""
    bare = text.rstrip()
    seen = bare.rstrip(_CLOSING)
    return bare if not bare or seen[-1:] in _ENDS else bare + stop


def sentences(*parts: str) -> str:
    """Join parts as sentences, each with its full stop; empty ones are left out."""
    return " ".join(ended(part) for part in parts if part)


def commas(*parts: str) -> str:
    """Join the parts that are there with commas."""
    return ", ".join(part for part in parts if part)
