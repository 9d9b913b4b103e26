"""Names as BibTeX writes them: "von Last, Jr, First and First von Last and {A Body}"."""

from __future__ import annotations

import re
from collections.abc import Callable

from srccheck.references.model import Name

Decode = Callable[[str], str]

_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*)", re.DOTALL)


def read_bib_names(raw: str, decode: Decode) -> tuple[list[Name], bool]:
    """Give the names of a field and whether it ends in "and others"; ``decode`` reads TeX."""
    names: list[Name] = []
    others = False
    for part in split_outside(raw, _AND):
        chunk = part.strip()
        if chunk == "others":
            others = True
        elif chunk:
            names.append(_name(chunk, decode))
    return [name for name in names if name.family or name.literal], others


_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_COMMA = re.compile(",")
_SPACE = re.compile(r"(?:\s|~)+")


def split_outside(raw: str, separator: re.Pattern[str]) -> list[str]:
    """Split at ``separator`` outside braces."""
    parts: list[str] = []
    depth = start = at = 0
    for match in re.finditer(rf"\\.|[{{}}]|{separator.pattern}", raw, separator.flags | re.DOTALL):
        text = match.group()
        if text == "{":
            depth += 1
        elif text == "}":
            depth -= 1
        elif text[0] != "\\" and depth <= 0 and match.start() >= at:
            parts.append(raw[start : match.start()])
            start = at = match.end()
    parts.append(raw[start:])
    return parts


def _name(raw: str, decode: Decode) -> Name:
    if _whole_in_braces(raw):
        return Name(literal=decode(raw))
    parts = [part.strip() for part in split_outside(raw, _COMMA)]
    if any(_EXTENDED.match(part) for part in parts):
        return _extended(parts, decode)
    parts = [part for part in parts if part] or [""]
    if len(parts) > 1:
        suffix = decode(parts[1]) if len(parts) > 2 else ""
        given = " ".join(decode(part) for part in (parts[2:] if len(parts) > 2 else parts[1:]))
        return Name(family=decode(parts[0]), given=given, suffix=suffix)
    return _uninverted(parts[0], decode)


def _whole_in_braces(raw: str) -> bool:
    if not raw.startswith("{") or raw.startswith("{\\"):
        return False
    depth = 0
    for at, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(raw) - 1
    return False


def _extended(parts: list[str], decode: Decode) -> Name:
    held: dict[str, str] = {}
    for part in parts:
        match = _EXTENDED.match(part)
        if match:
            held[match[1]] = decode(match[2].strip().strip('"'))
    family = " ".join(filter(None, (held.get("prefix"), held.get("family"))))
    return Name(family=family, given=held.get("given", ""), suffix=held.get("suffix", ""))


def _uninverted(raw: str, decode: Decode) -> Name:
    """Read "First von Last": the family name is the last word and the small words before it."""
    words = [word for word in split_outside(raw, _SPACE) if word]
    if len(words) < 2:
        return Name(family=decode(raw)) if words else Name()
    small = [_is_small(word, decode) for word in words]
    first = next((at for at, each in enumerate(small[:-1]) if each), len(words) - 1)
    given = " ".join(decode(word) for word in words[:first])
    return Name(family=" ".join(decode(word) for word in words[first:]), given=given)


def _is_small(word: str, decode: Decode) -> bool:
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letter = next((char for char in decode(word) if char.isalpha()), "")
    return letter.islower()
