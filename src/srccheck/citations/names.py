"""The authors of a citation, as they are written before its year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from srccheck.citations.vocabulary import PARTICLES, SENTENCE_STARTERS

_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-ŽƏǍ-ǛȀ-ȲА-ЯЁІЇЄҐЎЈЉЊЋЂЏẠ-ỸĐƠƯ]"
_WORD = rf"{_UPPER}[^\W\d_]*(?:['’ʹ-][^\W\d_]+)*['’ʹ]?"
_INITIALS = rf"(?:{_UPPER}\.[\s-]?)+"
NAME = (
    rf"(?:{PARTICLES}\s)*(?:{_INITIALS}\s?)?(?:{PARTICLES}\s)*{_WORD}"
    rf"(?:[\s-](?:{PARTICLES}\s)*(?:{_INITIALS}|{_WORD})){{0,5}}"
)
_AND = r"(?:,?\s(?:and|&|und|u\.|и|й|та|et|y|e|i)\s|,\s|/|\s[–—]\s)"
_ET_AL = r"(?:,?\s(?:et\s?al\.?|u\.\s?a\.|и\s(?:др|соавт)\.|та\sін\.|and\sothers|et\salii|usw\.))"

AUTHORS = re.compile(rf"(?P<names>{NAME}(?:{_AND}{NAME}){{0,6}})(?P<et_al>{_ET_AL})?(?:,?\s(?:eds?\.|Hg\.|Hrsg\.|ред\.))?")
BEFORE_BRACKET = re.compile(
    rf"(?P<names>{NAME}(?:{_AND}{NAME}){{0,4}})(?P<et_al>{_ET_AL})?(?P<genitive>['’]s?)?\s$"
)
_SPLIT = re.compile(_AND)


@dataclass(frozen=True, slots=True)
class Authors:
    """Names as cited, and where they stand (offsets of the text that was matched)."""

    names: tuple[str, ...]
    start: int
    end: int
    et_al: bool


def authors_in(match: re.Match[str]) -> Authors:
    """Give the authors of a match of ``AUTHORS`` or ``BEFORE_BRACKET``, sentence starters left out."""
    text = match["names"]
    start = match.start("names")
    while True:
        first = re.match(r"\S+\s", text)
        if first is None or first.group().strip(" ,").lower() not in SENTENCE_STARTERS:
            break
        text = text[first.end() :]
        start += first.end()
    names = tuple(name.strip(" ,") for name in _SPLIT.split(text) if name.strip(" ,"))
    return Authors(names, start, start + len(text), match["et_al"] is not None)
