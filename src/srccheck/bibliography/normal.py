"""One form for what entries say in many: identifiers, dates, ranges, initials."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from srccheck.bibliography import forms
from srccheck.bibliography.people import spaced
from srccheck.references import Entry, Name

_FORMS: Mapping[str, Callable[[str], str]] = {
    "doi": forms.doi,
    "isbn": forms.isbn,
    "issn": forms.issn,
    "url": forms.url,
    "pages": forms.pages,
    "volume": forms.numbers,
    "number": forms.numbers,
    "volumes": forms.numbers,
    "series_number": forms.numbers,
    "date": forms.iso_date,
    "accessed": forms.iso_date,
    "event_date": forms.iso_date,
}


def normalised(entry: Entry) -> Entry:
    """Give an entry with identifiers, dates, ranges and initials in one form; words stay."""
    changed: dict[str, Any] = {}
    for field, form in _FORMS.items():
        value = getattr(entry, field)
        if value:
            new = form(value)
            if new != value:
                changed[field] = new
    if entry.editors and _same(entry.authors, entry.editors):
        changed["authors"] = ()  # "Lane, Bo, ed.": who is named first edited it
    for field in ("authors", "editors", "translators"):
        people = changed.get(field, getattr(entry, field))
        given = [spaced(each.given.rstrip(", ")) for each in people]
        if any(new != each.given for new, each in zip(given, people, strict=True)):
            changed[field] = tuple(
                replace(each, given=new) for new, each in zip(given, people, strict=True)
            )
    return replace(entry, **changed) if changed else entry


def _same(one: tuple[Name, ...], other: tuple[Name, ...]) -> bool:
    return [each.sort_form for each in one] == [each.sort_form for each in other]
