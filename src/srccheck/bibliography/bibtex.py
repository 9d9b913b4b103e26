"""biblatex items as plain BibTeX, for the styles that know its fourteen types only.

Years and months are fields of their own there, a journal is ``journal``, a town ``address``. What
BibTeX's styles would ignore is written all the same; they ignore it.
"""

from __future__ import annotations

import re

from srccheck.bibliography import tex
from srccheck.bibliography.biblatex import BibItem, to_biblatex
from srccheck.readers.bib import MONTH_STRINGS
from srccheck.references import Entry

_KINDS = {
    "mvbook": "book", "collection": "book", "mvcollection": "book", "reference": "book",
    "mvreference": "book", "bookinbook": "inbook", "suppbook": "inbook", "online": "misc",
    "suppcollection": "incollection", "inreference": "incollection", "periodical": "misc",
    "mvproceedings": "proceedings", "report": "techreport", "suppperiodical": "article",
    "review": "article", "dataset": "misc", "software": "misc", "patent": "misc",
}  # fmt: skip
_NAMES = {
    "journaltitle": "journal", "location": "address", "annotation": "annote", "sortkey": "key",
}  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def to_bibtex(entry: Entry, key: str, origin: str = "") -> BibItem:
    """Give an entry as BibTeX."""
    item = to_biblatex(entry, key, origin)
    kind = _KINDS.get(item.kind, item.kind)
    held = dict(item.fields)
    fields: list[tuple[str, str]] = []
    if kind == "thesis":
        master = "master" in held.get("type", "").lower() or held.get("type", "") == "mathesis"
        kind = "mastersthesis" if master else "phdthesis"
    for name, value in item.fields:
        if name == "date":
            fields += _date(value)
        elif name == "institution" and kind in ("phdthesis", "mastersthesis"):
            fields.append(("school", value))
        else:
            fields.append((_NAMES.get(name, name), value))
    if "url" in held and kind == "misc" and "howpublished" not in held:
        fields.append(("howpublished", rf"\url{{{held['url']}}}"))
    return BibItem(kind, key, tuple(_simple_names(entry, fields)))


def _date(value: str) -> list[tuple[str, str]]:
    first = _DATE.match(value)
    if "/" in value or first is None:
        return [("year", "--".join(part[:4] for part in value.split("/") if part))]
    fields = [("year", first[1])]
    if first[2]:
        fields.append(("month", MONTH_STRINGS[int(first[2]) - 1]))
    if first[3]:
        fields.append(("day", first[3].lstrip("0")))
    return fields


def _simple_names(entry: Entry, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give names without biblatex's ``family={…}``, which BibTeX takes for a name."""
    people = {"author": (entry.authors, "authors"), "editor": (entry.editors, "editor")}
    people["translator"] = (entry.translators, "translator")
    return [
        (
            name,
            tex.names(people[name][0], others=people[name][1] in entry.and_others, extended=False)
            if name in people and people[name][0]
            else value,
        )
        for name, value in fields
    ]
