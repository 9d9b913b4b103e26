"""Archives named in running text, and where an abbreviation is explained.

    mention   = name | abbreviation
    explained = name {bracket name} bracket abbreviation | abbreviation bracket name
              | abbreviation dash name
    bracket   = "(" | "[", with "hereafter", "далее" and the like

Names and abbreviations the registry does not know count where they explain one another:
"National Archives of Nowhere (NAN)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives.model import ArchiveMention
from srccheck.archives.names import (
    UPPER,
    NameAt,
    all_names,
    full_name_before,
    has_archive_word,
    name_at,
)
from srccheck.archives.registry import Registry
from srccheck.archives.values import DASHES
from srccheck.text import Span

_HEREAFTER = (
    r"(?:(?:далее|hereafter|hereinafter|henceforth|сокр\.?|сокращ[её]нно|abbreviated|im\s?Folgenden|"
    r"künftig|dalje|далі|нататък|dále|ďalej|dalej|a\s?továbbiakban|în\s?continuare|ci-après)"
    rf"(?:\s(?:as|cited\sas|referred\sto\sas))?[\s:,{DASHES}]{{0,3}}[«\"“']?)?"
)
_OPEN = re.compile(rf"[»”\"]?\s?[(\[]\s?{_HEREAFTER}")
_CLOSE = re.compile(r"[»”\"']?\s?[)\]]")
_DASH = re.compile(rf"[»”\"]?(?:\s?[{DASHES}:=]\s?[«\"“]?|\s)")  # or, in a column, a space
_SHORT = re.compile(
    rf"(?=[^\W_]*[{UPPER}][^\W\d_]*[{UPPER}])[^\W_]+(?:[\s./{DASHES}][^\W_]+){{0,3}}"
)
_CAPITALISED_BEFORE = re.compile(rf"(?<![.!?…]\s)(?<!\n)\b[{UPPER}][^\W\d_]{{4,}}\s$")
_BRACKET = re.compile(r"\s?[(\[]\s?[^()\[\]\n]{3,160}[)\]]")


def find_mentions(text: str, registry: Registry) -> list[ArchiveMention]:
    """Find the places of ``text`` that name an archive, in order, not overlapping. Never raises."""
    found: list[ArchiveMention] = []
    at = 0
    for name in all_names(text, registry):
        if name.span.start < at:
            continue
        mention = _explained(text, name, registry)
        at = mention.span.end
        if mention.expands or not _weak(name, text):
            found.append(mention)
    return sorted([*found, *_unknown(text, found)], key=lambda mention: mention.span)


def _weak(name: NameAt, text: str) -> bool:
    """Tell what is too short to mean an archive wherever it stands, or part of a longer name."""
    if name.short:
        return len(name.span) <= 2
    before = _CAPITALISED_BEFORE.search(text, max(0, name.span.start - 24), name.span.start)
    return before is not None  # "Vestnik Arhiva Prezidenta", a journal


def _explained(text: str, name: NameAt, registry: Registry) -> ArchiveMention:
    """Read what explains a name: brackets and dashes with other names of the same archive."""
    short = name.span.cut(text) if name.short else ""
    full = "" if name.short else name.span.cut(text)
    end, former = name.span.end, name.former
    for _ in range(3):
        opening = _OPEN.match(text, end)
        if opening is None:
            break
        other = _same(text, opening.end(), name, registry)
        if other is None:
            if full and not short:
                bracket = _SHORT.match(text, opening.end())
                close = _CLOSE.match(text, bracket.end()) if bracket else None
                if bracket is not None and close is not None and len(bracket.group()) <= 14:
                    short, end = bracket.group(), close.end()
                elif (gloss := _BRACKET.match(text, end)) and _OPEN.match(text, gloss.end()):
                    end = gloss.end()
                    continue
            break
        close = _CLOSE.match(text, other.span.end)
        short = short or (other.span.cut(text) if other.short else "")
        full = full or ("" if other.short else other.span.cut(text))
        former = former if former is not None else other.former
        end = close.end() if close else other.span.end
    if not full:
        dash = _DASH.match(text, end)
        other = _same(text, dash.end(), name, registry) if dash else None
        if other is not None and not other.short:
            full, end = other.span.cut(text), other.span.end
    if not (short and full):
        end = name.span.end
    return ArchiveMention(
        span=Span(name.span.start, end),
        archive=name.archive,
        abbreviation=short,
        name=full,
        expands=bool(short and full),
        former=former,
    )


def _same(text: str, start: int, name: NameAt, registry: Registry) -> NameAt | None:
    """Give another name of the same archive at ``start``."""
    if not text[start : start + 1].isalpha():
        return None
    other = name_at(text, start, len(text), registry)
    return other if other is not None and other.archive == name.archive else None


_UNKNOWN_BRACKET = re.compile(
    rf"[(\[]\s?{_HEREAFTER}(?P<short>[{UPPER}][^\W_]*[{UPPER}][^\W_]*(?:[\s{DASHES}/][^\W_]+){{0,2}})"
    r"[»”\"']?\s?[)\]]"
)
_UNKNOWN_LINE = re.compile(
    rf"^[ \t]?(?:[{DASHES}•*]\s)?"
    rf"(?P<short>[{UPPER}][^\W_]*[{UPPER}][^\W_]*(?:[ /-][{UPPER}][^\W_]*){{0,2}})"
    rf"[ \t]?(?:[{DASHES}:=]|[ \t])[ \t]?(?P<name>[{UPPER}][^\n;:(\[]{{8,160}})",
    re.MULTILINE,
)


def _unknown(text: str, known: list[ArchiveMention]) -> Iterator[ArchiveMention]:
    """Give the explanations of archives that the registry does not know."""
    taken = {mention.span.start for mention in known}
    ends = sorted((mention.span.start, mention.span.end) for mention in known)
    for match in _UNKNOWN_BRACKET.finditer(text):
        name = full_name_before(text, 0, match.start())
        if name is None or _inside(ends, match.start()):
            continue
        span = Span(name.start, match.end())
        yield ArchiveMention(span, None, match["short"], name.cut(text), expands=True)
    for match in _UNKNOWN_LINE.finditer(text):
        name_text = match["name"].rstrip(" .,")
        span = Span(match.start("short"), match.start("name") + len(name_text))
        if span.start in taken or not has_archive_word(name_text) or _inside(ends, span.start):
            continue
        yield ArchiveMention(span, None, match["short"], name_text, expands=True)


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    from bisect import bisect_right

    place = bisect_right(spans, (at, at)) - 1
    return any(start <= at < end for start, end in spans[max(place, 0) : place + 2])
