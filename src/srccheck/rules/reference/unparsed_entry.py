"""unparsed-entry (REF010): an entry that could not be read, or only with doubt.

What it does:
    Reports an entry of a printed list of which neither a title with a year nor an address could be
    made out, and says what was understood. Where a second reader is installed
    (``pip install srccheck[references]``), it also reports an entry that the two read differently:
    the reading that is used, and the other one, unless that ends in the middle of a phrase.
Why it matters:
    What is not understood is not checked: no other rule says anything of such an entry. Findings
    that rest on a doubtful field are info.
Example:
    ## References

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

    see the boxes in the second room, and what A. lent us of it (3 + 2)
Use instead:
    ## References

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

    Orlov, Anton. *What Was Lent*. Moscow: Nauka, 1991.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.references import Entry, EntryType
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.quoting import entry_head, shorten

_NAMES = {
    "authors": "author", "title": "title", "container": "journal or book", "year": "year",
    "place": "place", "publisher": "publisher", "volume": "volume", "number": "number",
    "pages": "pages", "url": "address", "date": "date", "edition": "edition", "editor": "editor",
}  # fmt: skip
_TELLING = ("title", "authors", "container", "year", "editor", "publisher", "place")
_UNFINISHED = re.compile(
    r"s['’]$|['’]s$|^(?:of|the|an?|and|in|on|for|to|from|by|with|de|la|le|les|du|des|et|der|die|das"
    r"|des|und|im|von|zu|и|в|на|о|об|с|из|к|по|для)$"
)
_PAIRS = ("“”", "«»", "()", "[]")
_SHOWN = 2  # doubtful fields in a message
_DOUBT = 0.8  # of certainty below which a reading is told


class UnparsedEntry(Rule):
    """An entry that is not understood."""

    code = "REF010"
    name = "unparsed-entry"
    severity = Severity.INFO
    summary = "an entry that could not be read; the part that was is shown"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the entries that are not understood, and those with two readings."""
        for each in apparatus.lists:
            if each.fielded:
                continue
            for entry in each.entries:
                if entry.type is EntryType.ARCHIVE:
                    continue
                if _is_unread(entry):
                    yield Finding(entry.place, f"this entry is not understood: {_held(entry)}")
                elif entry.other:
                    message = _readings(apparatus, entry)
                    if message:
                        yield Finding(entry_head(entry), message)


def _is_unread(entry: Entry) -> bool:
    if entry.title is None and entry.container is None:
        return True
    dated = entry.year or entry.date or entry.url
    return not dated and entry.type is EntryType.OTHER


def _held(entry: Entry) -> str:
    """Say what was understood of an entry."""
    found = [_NAMES[name] for name, _ in entry.fields if name in _NAMES]
    return f"only {', '.join(dict.fromkeys(found))} found" if found else "nothing in it is known"


def _readings(apparatus: Apparatus, entry: Entry) -> str:
    """Say how the two readings differ, in the fields that matter most."""
    other = dict(entry.other)
    if any(_is_broken(other[name]) for name in _TELLING if name in other):
        return ""
    parts = []
    for name in _TELLING:
        if name not in other or entry.confidence_of(name) >= _DOUBT:
            continue
        place = entry.field_place(name)
        mine = apparatus.quote(place) if place else ""
        parts.append(f"{_NAMES[name]} {_either(mine, other[name])}")
    return f"two readings: {'; '.join(parts[:_SHOWN])}" if parts else ""


def _is_broken(text: str) -> bool:
    """Tell a reading that ends in the middle of a phrase: "Federal Writers'", "History of the"."""
    words = text.split()
    return (
        not words
        or _UNFINISHED.search(words[-1]) is not None
        or any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
    )


def _either(mine: str, other: str) -> str:
    """Say two readings of a field; where one only goes further, what it takes in besides."""
    if not mine:
        return f"none, or “{shorten(other)}”"
    if other.startswith(mine):
        return f"“{shorten(mine)}”, or with “{shorten(_bare(other[len(mine) :]))}”"
    if mine.startswith(other):
        return f"“{shorten(mine)}”, or without “{shorten(_bare(mine[len(other) :]))}”"
    return f"“{shorten(mine)}”, or “{shorten(other)}”"


def _bare(text: str) -> str:
    return text.strip(' .,;:”»"')
