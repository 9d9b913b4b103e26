"""References to a class or series that name no archive, where the form alone is unmistakable.

class  = code number "/" number ["/" item]   FO 371/152493: a letter code of [codes] in levels.toml
series = number "," number               A2479, 17/1306: only where it stands by itself
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives.model import ArchivalReference, Level, LevelName
from srccheck.archives.values import read_leaves
from srccheck.text import Span

_CLASS = re.compile(
    r"(?<![^\W_])(?P<fond>(?P<code>[A-Z]{1,5})\s?(?!\d/\d(?!\d))\d{1,4})/(?P<delo>\d+[A-Z]?)(?![^\W_])"
    r"(?:/(?P<item>[A-Z]{0,3}\d[^\W_]*(?:/[^\W_]+)*))?"
    r"(?:,\s(?:f|ff|fol|fols|fo)\.?\s(?=\d))?"
)
_ALONE = re.compile(
    r"(?P<fond>[A-Z]{1,3}\d{1,5}(?:/\d{1,3})?|VPRS\s\d+(?:/P\d+)?),\s"
    r"(?P<delo>\d{1,5}(?:/\d+){1,4}|[A-Z]{1,4}\d+(?:/\d+)*)(?=[.;)]?$|[.;)]?\n)"
)
_DECIMAL = re.compile(r"\d{3}[A-Z]?\.\d{1,4}[^\n/]{0,60}/\d[\d–-]*(?=\.?$|\.?\n|:\sTel)")


def read_unnamed(
    text: str, anchor: int, floor: int, codes: frozenset[str]
) -> Iterator[ArchivalReference]:
    """Read a reference without an archive round the number at ``anchor``."""
    start = max(floor, anchor - 7)
    while start < anchor and not text[start].isupper():
        start += 1
    match = _CLASS.match(text, start)
    if match is not None and match["code"] in codes:
        yield _made(text, match, LevelName.DELO)
        return
    if anchor and text[anchor - 1] not in "\n" and start > floor and text[start - 1] != "\n":
        return
    match = _ALONE.match(text, start)
    if match is not None:
        yield _made(text, match, LevelName.DELO)
        return
    if anchor == floor or text[anchor - 1 : anchor] == "\n":
        decimal = _DECIMAL.match(text, anchor)
        if decimal is not None:
            span = Span(*decimal.span())
            raw = decimal.group()
            level = Level(LevelName.DECIMAL_FILE, raw, "", raw, span, span)
            yield ArchivalReference(span, None, "", None, (level,))


def _made(text: str, match: re.Match[str], last: LevelName) -> ArchivalReference:
    levels = []
    parts = [(LevelName.FOND, "fond"), (last, "delo")]
    if match.groupdict().get("item"):
        parts.append((LevelName.ITEM, "item"))
    for name, group in parts:
        span = Span(*match.span(group))
        levels.append(Level(name, match[group], "", match[group], span, span))
    end = levels[-1].span.end
    if match.end() > end:
        leaves = read_leaves(text, match.end(), len(text))
        if leaves is not None:
            number = Span(match.end(), leaves.end)
            label = text[end + 2 : match.end()].strip()
            span = Span(end + 2, leaves.end)
            levels.append(
                Level(LevelName.LIST, leaves.value, label, number.cut(text), span, number, ", ")
            )
            end = leaves.end
    return ArchivalReference(Span(match.start(), end), None, "", None, tuple(levels))
