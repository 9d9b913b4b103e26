"""date-format-mixed (REF007): days written in one form here, in another there.

What it does:
    Compares the dates of access of a list's entries with one another, and the days of newspapers
    and documents with one another: "10 May 2017", "May 10, 2017", "2017-05-10", "10.05.2017". Where
    one form has most of them, the others are reported. Each script is judged apart.
Why it matters:
    House style; and 05/06/2017 is one day in London and another in New York.
Example:
    ## References

    "Record of conversation". Digital Archive. http://e.org/a (accessed 10 May 2017).

    "Telegram to Tirana". Digital Archive. http://e.org/b (accessed 11 May 2017).

    "Report on Albania". Digital Archive. http://e.org/c (accessed May 12, 2017).
Use instead:
    ## References

    "Record of conversation". Digital Archive. http://e.org/a (accessed 10 May 2017).

    "Telegram to Tirana". Digital Archive. http://e.org/b (accessed 11 May 2017).

    "Report on Albania". Digital Archive. http://e.org/c (accessed 12 May 2017).
Fix safety:
    Safe: the day is written in the list's form, where the month's name is known.
Options:
    None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.majority import minority
from srccheck.rules.quoting import listed
from srccheck.text import Place
from srccheck.values import dataclass

_FORMS = (
    ("2017-05-10", re.compile(r"\d{4}-\d\d-\d\d")),
    ("10 May 2017", re.compile(r"\d{1,2}\s(?P<month>[^\W\d_]+)\.?,?\s\d{4}")),
    ("May 10, 2017", re.compile(r"(?P<month>[^\W\d_]+)\.?\s\d{1,2}(?:st|nd|rd|th)?,\s\d{4}")),
    ("10. May 2017", re.compile(r"\d{1,2}\.\s(?P<month>[^\W\d_]+)\s\d{4}")),
    ("10.05.2017", re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")),
    ("10/05/2017", re.compile(r"\d{1,2}/\d{1,2}/\d{4}")),
)
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class _Day:
    """A date of an entry: where it stands, its form and ISO value."""

    entry: Entry
    place: Place
    form: str
    iso: str


class DateFormatMixed(Rule):
    """A date in another form than the others."""

    code = "REF007"
    name = "date-format-mixed"
    severity = Severity.INFO
    summary = "a date in another form than the list's other dates"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the dates in a minority form."""
        for each in apparatus.lists:
            if each.fielded:
                continue
            groups: dict[tuple[str, bool], list[_Day]] = defaultdict(list)
            for entry in each.entries:
                script = _CYRILLIC.search(apparatus.quote(entry.place)) is not None
                for name in ("accessed", "date"):
                    day = _day(apparatus, entry, name)
                    if day is not None:
                        groups[name, script].append(day)
            for days in groups.values():
                yield from _mixed(apparatus, days)


def _day(apparatus: Apparatus, entry: Entry, name: str) -> _Day | None:
    place = entry.field_place(name)
    iso = (entry.accessed if name == "accessed" else entry.date) or ""
    if place is None or len(iso) != 10:
        return None
    text = apparatus.quote(place)
    form = next((form for form, pattern in _FORMS if pattern.fullmatch(text)), None)
    return _Day(entry, place, form, iso) if form else None


def _mixed(apparatus: Apparatus, days: list[_Day]) -> Iterator[Finding]:
    for each in minority(days, lambda day: day.form):
        day = each.item
        text = apparatus.quote(day.place)
        right = _written(day, str(each.usual_form))
        yield Finding(
            day.place,
            f"{listed(day.entry)}: {text}; the list writes {apparatus.quote(each.usual.place)}",
            fix=Fix(Safety.SAFE, f"write {right}", (Edit(day.place, right),)) if right else None,
            related=(Related(each.usual.place, "the list's form"),),
        )


def _written(day: _Day, form: str) -> str | None:
    """Write a day in another form; None where the month's name would have to be guessed."""
    year, month, number = day.iso.split("-")
    name = _ENGLISH[int(month) - 1]
    match form:
        case "2017-05-10":
            return day.iso
        case "10.05.2017":
            return f"{number}.{month}.{year}"
        case "10 May 2017" if day.form == "May 10, 2017":
            return f"{int(number)} {name} {year}"
        case "May 10, 2017" if day.form == "10 May 2017":
            return f"{name} {int(number)}, {year}"
        case _:
            return None
