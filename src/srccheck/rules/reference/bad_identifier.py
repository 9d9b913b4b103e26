"""bad-identifier (REF009): a DOI, ISBN, ISSN or arXiv number that cannot be right.

What it does:
    Reports an ISBN or ISSN of the wrong length or with a wrong check digit, a DOI that does not
    begin with 10. and a number, or has white space or another address in it, and an arXiv number of
    no known form: in the fields of a .bib, and in a printed entry behind the words "ISBN", "ISSN",
    "doi" or "arXiv".
Why it matters:
    The identifier is what a machine and a library go by, and one wrong digit leads to another book
    or nowhere.
Example:
    @book{hoxha1984,
      author = {Hoxha, Enver},
      title = {The Superpowers},
      year = 1984,
      isbn = {978-0-521-85364-5},
    }
Use instead:
    @book{hoxha1984,
      author = {Hoxha, Enver},
      title = {The Superpowers},
      year = 1984,
      isbn = {978-0-521-85364-4},
    }
Fix safety:
    There is no fix: which digit is wrong only the book says.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.references import Entry, EntryType
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.text import Place

_PRINTED = re.compile(
    r"""
    (?<!\w)(?:
        ISBN(?:-1[03])?:?\s?(?P<isbn>[\dXХ][\dXХ\s–—‐-]{7,20}[\dXХ])
      | e?ISSN:?\s?(?P<issn>[\d–—‐-]{7,10}[\dXХ])
      | arXiv:\s?(?P<arxiv>[^\s,;)\]]+)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ISBN = re.compile(r"(?:97[89][\s-]?)?\d[\d\s-]{7,14}[\dXx]")
_NO_DIGIT = re.compile(r"[\s‐–—-]")
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?(?P<bare>10\.\d{4,9}(?:\.\d+)*/\S+)", re.I
)
_ARXIV = re.compile(r"(?:arXiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.I)
_SEPARATED = re.compile(r"\s*[;,|]\s*|\s+(?=97[89])|\s*\([^()]*\)\s*|\s+and\s+")


class BadIdentifier(Rule):
    """An identifier that fails its own test."""

    code = "REF009"
    name = "bad-identifier"
    severity = Severity.ERROR
    summary = "a DOI, ISBN, ISSN or arXiv number that is malformed or fails its check digit"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the identifiers that cannot be right."""
        for entry in apparatus.entries:
            if entry.type is EntryType.ARCHIVE:
                continue
            found = _fielded(entry) if entry.fielded else _printed(apparatus, entry)
            for place, message in found:
                yield Finding(place, message)


def _fielded(entry: Entry) -> Iterator[tuple[Place, str]]:
    for name, value, check in (
        ("isbn", entry.isbn, _isbn),
        ("issn", entry.issn, _issn),
        ("doi", entry.doi, _doi),
        ("eprint", entry.eprint if _is_arxiv(entry) else None, _arxiv),
    ):
        place = entry.field_place(name)
        if value and place is not None:
            yield from ((place, wrong) for wrong in check(value))


def _is_arxiv(entry: Entry) -> bool:
    extra = {name.lower(): value.lower() for name, value in entry.extra}
    return "arxiv" in {extra.get("eprinttype"), extra.get("archiveprefix")}


def _printed(apparatus: Apparatus, entry: Entry) -> Iterator[tuple[Place, str]]:
    stream = entry.place.stream
    text = apparatus.manuscript.streams[stream].text
    for match in _PRINTED.finditer(text, entry.place.start, entry.place.end):
        kind = str(match.lastgroup)
        place = Place(stream, match.start(kind), match.end(kind))
        check = {"isbn": _isbn, "issn": _issn, "arxiv": _arxiv}[kind]
        yield from ((place, wrong) for wrong in check(match[kind]))
    doi = entry.field_place("doi")
    if entry.doi and doi is not None:
        yield from ((doi, wrong) for wrong in _doi(entry.doi))


def _isbn(value: str) -> Iterator[str]:
    """Say what is wrong with a field that holds one ISBN or several."""
    from stdnum import isbn

    for part in _SEPARATED.split(value):
        bare = _NO_DIGIT.sub("", part).upper().replace("Х", "X")
        bare = bare.removeprefix("ISBN").lstrip(":")
        if not bare or not any(char.isdigit() for char in bare):
            continue
        if len(bare) not in (9, 10, 13) or not re.fullmatch(r"\d+X?", bare):
            yield f"{part.strip()}: no ISBN, which has 10 or 13 digits and not {len(bare)}"
        elif len(bare) == 9:
            continue  # a number of before 1970
        elif not isbn.is_valid(bare):
            yield f"{part.strip()}: no ISBN, its check digit does not fit"


def _issn(value: str) -> Iterator[str]:
    from stdnum import issn

    for part in _SEPARATED.split(value):
        bare = _NO_DIGIT.sub("", part).upper().replace("Х", "X").removeprefix("ISSN").lstrip(":")
        if not bare or not any(char.isdigit() for char in bare):
            continue
        if not re.fullmatch(r"\d{7}[\dX]", bare):
            yield f"{part.strip()}: no ISSN, which has 8 digits"
        elif not issn.is_valid(bare):
            yield f"{part.strip()}: no ISSN, its check digit does not fit"


def _doi(value: str) -> Iterator[str]:
    value = value.strip()
    if not _DOI.fullmatch(value):
        yield f"{value}: no DOI, which is 10., a number, a slash and a name without white space"
    elif "http" in _DOI.sub(r"\g<bare>", value).lower():
        yield f"{value}: an address inside a DOI"


def _arxiv(value: str) -> Iterator[str]:
    if not _ARXIV.fullmatch(value.strip().rstrip(".")):
        yield f"{value.strip()}: no arXiv number, which is like 2101.01234 or hep-th/9901001"
