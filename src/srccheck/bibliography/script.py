"""Entries in another script: Cyrillic ones romanised, romanised ones back in Cyrillic.

A romanised entry keeps its original title beside it and the language it is in, so that nothing is
lost and no hyphenation goes wrong. The way back is taken where there is one reading only; else the
entry stays as it is, and the likeliest reading of its title stands beside it, marked "[?]".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from srccheck.references import Entry, Name

_CYRILLIC = re.compile("[\u0400-\u052f]")
_WORDS = (
    "title", "container", "publisher", "place_name", "series", "event", "edition",
    "archive", "archive_abbreviation",
)  # fmt: skip
_PEOPLE = ("authors", "editors", "translators")

Change = Callable[[Sequence[Entry]], list[Entry]]
Convert = Callable[[str], str]


def changer(romanise: str | None, script: str | None) -> Change | None:
    """Give what is to be done to the entries, or None. Raises UsageError for an unknown scheme."""
    from srccheck.errors import UsageError

    if romanise and script:
        raise UsageError("--romanise and --script do not go together", advice="Ask one at a time")
    if romanise:
        from srccheck.translit import scheme

        scheme(romanise)
        return partial(_all_romanised, scheme=romanise)
    return _all_in_cyrillic if script else None


def _all_romanised(entries: Sequence[Entry], *, scheme: str) -> list[Entry]:
    return [_romanised(each, scheme=scheme) for each in entries]


def _all_in_cyrillic(entries: Sequence[Entry]) -> list[Entry]:
    """Read romanised entries back; where several schemes fit one, by that of most entries."""
    from srccheck.rules.entry_names import is_romanised

    fitting = {at: _schemes(each) for at, each in enumerate(entries) if is_romanised(each)}
    counts = Counter(scheme for schemes in fitting.values() for scheme in schemes)
    changed = list(entries)
    for at, schemes in fitting.items():
        if schemes:
            usual = max(schemes, key=lambda scheme: counts[scheme])
            changed[at] = _in_cyrillic(entries[at], usual)
    return changed


def _schemes(entry: Entry) -> tuple[str, ...]:
    """Give the schemes of Russian that fit an entry."""
    from srccheck.translit import detect, schemes

    every = schemes()
    found = detect(" ".join(_said(entry))).schemes
    return tuple(each for each in found if every[each].language == "ru")


def _romanised(entry: Entry, *, scheme: str) -> Entry:
    said = " ".join(_said(entry))
    if not _CYRILLIC.search(said):
        return entry
    from srccheck.translit import convert, language_of_cyrillic

    def written(text: str) -> str:
        return convert(text, scheme).output or text if _CYRILLIC.search(text) else text

    changed = _changed(entry, written)
    original = entry.title or entry.archive or ""
    if not _CYRILLIC.search(original):
        return changed
    return replace(
        changed,
        language=entry.language or language_of_cyrillic(original),
        original_title=entry.original_title or original,
    )


def _in_cyrillic(entry: Entry, source: str) -> Entry:
    from srccheck.translit import CYRILLIC, convert

    title = entry.title or entry.archive or ""
    if not title:
        return entry
    read = convert(title, CYRILLIC, source)
    if read.output is None or read.output == title:
        return entry
    if not read.certain:
        return replace(
            entry,
            language=entry.language or "ru",
            original_title=entry.original_title or f"{read.output} [?]",
        )

    def written(text: str) -> str:
        each = convert(text, CYRILLIC, source)
        return each.output if each.certain and each.output else text

    return replace(
        _changed(entry, written),
        language=entry.language or "ru",
        original_title=entry.original_title or title,
    )


def _said(entry: Entry) -> list[str]:
    words = [getattr(entry, name) or "" for name in ("title", "container", "archive")]
    return [each for each in (*words, *(name.sort_form for name in entry.authors)) if each]


def _changed(entry: Entry, written: Convert) -> Entry:
    values: dict[str, Any] = {
        name: written(value) for name in _WORDS if (value := getattr(entry, name))
    }
    for name in _PEOPLE:
        people = getattr(entry, name)
        values[name] = tuple(_name(each, written) for each in people)
    return replace(entry, **values)


def _name(name: Name, written: Convert) -> Name:
    return replace(
        name,
        family=name.family and written(name.family),
        given=name.given and written(name.given),
        literal=name.literal and written(name.literal),
    )
