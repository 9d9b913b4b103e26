"""The romanisation schemes of refs/schemes.json, and romanising by them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any, Final

from srccheck.errors import DataFileError, UsageError
from srccheck.resources import refs_path
from srccheck.values import dataclass

EDGE: Final = "#"
"""Stands for the edge of a word in a rule's ``prev`` and ``next``."""

_APOSTROPHES: Final = frozenset("'’ʼ")


@dataclass(frozen=True, slots=True)
class Rule:
    """``source`` (lower-case Cyrillic) is written ``out`` between these neighbours.

    ``prev`` and ``next`` are sets of letters, `EDGE` among them; None allows any neighbour.
    """

    source: str
    out: str
    prev: frozenset[str] | None = None
    next: frozenset[str] | None = None

    def allows(self, previous: str, following: str) -> bool:
        """Whether the rule holds between two neighbours, `EDGE` at a word's edge."""
        return (self.prev is None or previous in self.prev) and (
            self.next is None or following in self.next
        )


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """One way of writing a Cyrillic alphabet in Latin letters.

    ``language`` is an ISO 639-1 code, ``family`` groups schemes that a reader would call one
    habit, ``letters`` maps single letters, ``rules`` (by first letter, first match wins) go
    before it, ``optional`` lists other spellings met in practice, for reading only; ``prior``
    (nats, 0 or less) says how much rarer in print it is than the usual schemes.
    """

    id: str
    language: str
    family: str
    name: str
    short_name: str
    status: str
    prior: float
    letters: dict[str, str]
    rules: dict[str, tuple[Rule, ...]]
    optional: dict[str, tuple[str, ...]]
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def unit(self, text: str, at: int) -> tuple[int, str | None]:
        """Length and spelling of the unit at ``at`` in lower-case ``text`` (None: unknown)."""
        char = text[at]
        for rule in self.rules.get(char, ()):
            length = len(rule.source)
            if text.startswith(rule.source, at) and rule.allows(
                neighbour(text, at - 1), neighbour(text, at + length)
            ):
                return length, rule.out
        return 1, self.letters.get(char)

    def spelling(self, unit: str, before: str, following: str) -> str | None:
        """How a unit (a letter, or a rule's source) is written between two neighbours.

        None where it is no unit there. A longer rule that begins with it may win by what comes
        later still: that is left to a check by `write_lower`.
        """
        for rule in self.rules.get(unit[0], ()):
            if len(rule.source) <= len(unit) and unit.startswith(rule.source):
                after = following if len(rule.source) == len(unit) else unit[len(rule.source)]
                if rule.allows(before, after):
                    return rule.out if rule.source == unit else None
        return self.letters.get(unit)

    def write_lower(self, word: str) -> str:
        """Romanise lower-case Cyrillic; what the scheme does not know stays as it is."""
        out = []
        at = 0
        while at < len(word):
            length, spelling = self.unit(word, at)
            out.append(word[at : at + length] if spelling is None else spelling)
            at += length
        return "".join(out)

    def romanise(self, text: str) -> str:
        """Romanise ``text``, keeping capitals: Щука gives Shchuka, ЩУКА gives SHCHUKA.

        A single capital (an initial) becomes a capital and small letters: Ю. gives Yu.
        The result is NFC.
        """
        text = unicodedata.normalize("NFC", text)
        lower = _lower(text)
        out = []
        at = 0
        while at < len(text):
            length, spelling = self.unit(lower, at)
            source = text[at : at + length]
            if spelling is None:
                out.append(source)
            elif source[0].isupper():
                shouted = _shouted(text, at, at + length)
                out.append(spelling.upper() if shouted else _capitalised(spelling))
            else:
                out.append(spelling)
            at += length
        return unicodedata.normalize("NFC", "".join(out))


def neighbour(text: str, at: int) -> str:
    """The letter at ``at`` as a rule sees it: `EDGE` outside a word."""
    if not 0 <= at < len(text):
        return EDGE
    char = text[at]
    return char if is_cyrillic(char) or char in _APOSTROPHES else EDGE


def is_cyrillic(char: str) -> bool:
    """Whether a character belongs to the Cyrillic blocks that the schemes cover."""
    return "\u0400" <= char <= "\u052f"


def _lower(text: str) -> str:
    """Lower case of the same length, so that positions agree."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the capital at ``start`` stands in a word of capitals."""
    following = text[end : end + 1]
    if following.isalpha():
        return following.isupper()
    return start > 0 and text[start - 1].isalpha() and text[start - 1].isupper()


def _capitalised(spelling: str) -> str:
    """``spelling`` with its first letter in upper case (an apostrophe stays)."""
    for index, char in enumerate(spelling):
        if char.isalpha():
            return spelling[:index] + char.upper() + spelling[index + 1 :]
    return spelling


@lru_cache(maxsize=1)
def schemes() -> dict[str, Scheme]:
    """All schemes by id, in the order of refs/schemes.json (read at the first call)."""
    import json

    path = refs_path() / "schemes.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {record["id"]: _scheme(record) for record in data["schemes"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataFileError(f"not a table of schemes ({error})", where=str(path)) from error


def scheme(identifier: str) -> Scheme:
    """The scheme of an id, a family or a short name ("ALA-LC", "BGN/PCGN"); the first that has it.

    Case, spaces and marks make no difference. Raises `UsageError` for another word.
    """
    found = schemes().get(identifier)
    if found is None:
        wanted = _bare(identifier)
        found = next((each for each in schemes().values() if wanted in _called(each)), None)
    if found is None:
        raise UsageError(
            f"no romanisation scheme is called {identifier!r}", advice=_did_you_mean(identifier)
        )
    return found


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _called(each: Scheme) -> tuple[str, ...]:
    """What a scheme may be called, marks left out."""
    names = (each.id, each.family, each.short_name, each.id.removesuffix(f"_{each.language}"))
    return tuple(map(_bare, names))


def _did_you_mean(word: str) -> str:
    from rapidfuzz import process

    near = process.extractOne(_bare(word), sorted({each.family for each in schemes().values()}))
    close = f"Did you mean {near[0]}? " if near and near[1] >= 70 else ""
    return f"{close}`srccheck translit --list` names them."


def romanise(text: str, to: str) -> str:
    """Romanise Cyrillic ``text`` by the scheme of this id; other scripts stay as they are."""
    return scheme(to).romanise(text)


def _scheme(record: dict[str, Any]) -> Scheme:
    rules: dict[str, tuple[Rule, ...]] = {}
    for each in record["rules"]:
        prev, following = each.get("prev"), each.get("next")
        rule = Rule(
            each["in"],
            each["out"],
            None if prev is None else frozenset(prev),
            None if following is None else frozenset(following),
        )
        rules[rule.source[0]] = (*rules.get(rule.source[0], ()), rule)
    return Scheme(
        id=record["id"],
        language=record["lang"],
        family=record["family"],
        name=record["name"],
        short_name=record["short_name"],
        status=record["status"],
        prior=float(record["prior"]),
        letters=dict(record["map"]),
        rules=rules,
        optional={letter: tuple(others) for letter, others in record["optional"].items()},
        sources=tuple(record["sources"]),
        notes=tuple(record["notes"]),
    )
