"""The one form in which a bibliography writes a DOI, an ISBN, a date, a range.

Every function gives back what it cannot read as it is: a doubtful value is for the linter.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE
)
_ISSN = re.compile(r"(?:e?ISSN:?\s*)?(\d{4})[-‐‑–—\s]?(\d{3}[\dXx])", re.IGNORECASE)
_DASH = r"\s*(?:-{1,3}|[‐‑‒–—―−])\s*"
_NUMBER = r"(?:[A-Za-zА-Яа-я]?\d+[A-Za-zА-Яа-я]?|[ivxlcdm]+|[IVXLCDM]+)"
_RANGE = re.compile(rf"(?<![\w.\-–—/])({_NUMBER}){_DASH}(?={_NUMBER}(?![\w\-–—/]))")
_RANGES = re.compile(
    rf"{_NUMBER}(?:{_DASH}{_NUMBER})?(?:[,;]\s*{_NUMBER}(?:{_DASH}{_NUMBER})?)*\+?"
)
_PAGES_LABEL = re.compile(
    r"(?:pp?\.?|pages?|[Ss]\.|Seiten?|[Сс]\.|[Сс]тр?\.|[Сс]с\.)\s*(?=[\divxlcdmA-Z])"
)
_YEARS = re.compile(rf"(\d{{4}})(?:{_DASH}|/)(\d{{4}})")
_ISO = re.compile(r"(?P<year>\d{4})[-.](?P<month>\d{1,2})(?:[-.](?P<day>\d{1,2}))?")
_EN_DASH, _BIB_DASH = "–", "--"


def doi(text: str) -> str:
    """Give a DOI without the address that resolves it: "10.1017/S0960777300001234".

    >>> doi("https://dx.doi.org/10.1017/s0960777300001234")
    '10.1017/s0960777300001234'
    """
    match = _DOI.fullmatch(text.strip())
    return match["doi"].rstrip(".,;") if match else text


@lru_cache(maxsize=32768)
def isbn(text: str) -> str:
    """Give an ISBN with the hyphens of its agency's ranges, where its check digit is right.

    >>> isbn("ISBN 9785815902931")
    'ISBN 9785815902931'
    >>> isbn("9780262510875")
    '978-0-262-51087-5'
    """
    from stdnum import isbn as numbers

    bare = re.sub(r"^(?:e?ISBN(?:-1[03])?:?\s*)", "", text.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"[‐‑‒–—−]", "-", bare)
    return str(numbers.format(bare)) if numbers.is_valid(bare) else text


def issn(text: str) -> str:
    """Give an ISSN as "0096-0764"."""
    match = _ISSN.fullmatch(text.strip())
    return f"{match[1]}-{match[2].upper()}" if match else text


def ranges(text: str, dash: str = _EN_DASH) -> str:
    """Give ranges of numbers with one dash, without spaces; numbers of one kind only.

    >>> ranges("12-15, 20 — 22")
    '12–15, 20–22'
    >>> ranges("A-12/3")
    'A-12/3'
    """
    return _RANGE.sub(rf"\g<1>{dash}", text)


def numbers(text: str, dash: str = _EN_DASH) -> str:
    """Give volumes or issues: ranges that run upwards, and nothing else, are given the dash.

    >>> numbers("4-5"), numbers("5-1"), numbers("Lectures 1-15")
    ('4–5', '5-1', 'Lectures 1-15')
    """
    if not _RANGES.fullmatch(text.strip()):
        return text
    for first, last in re.findall(rf"(\d+){_DASH}(\d+)", text):
        if int(first) >= int(last):
            return text
    return ranges(text, dash)


def pages(text: str, dash: str = _EN_DASH) -> str:
    """Give pages without the label that the field's name says already.

    >>> pages("pp. 131-36")
    '131–36'
    """
    bare = _PAGES_LABEL.sub("", text.strip(), count=1) if _PAGES_LABEL.match(text.strip()) else text
    return ranges(bare, dash) if _RANGES.fullmatch(bare.strip()) else ranges(text, dash)


def iso_date(text: str) -> str:
    """Give a date as ISO 8601 and EDTF have it: "1971/1982", "1906-06-22".

    >>> iso_date("1906-6-22"), iso_date("1971--1982"), iso_date("2015-01/2015-02")
    ('1906-06-22', '1971/1982', '2015-01/2015-02')
    """
    bare = text.strip()
    years = _YEARS.fullmatch(bare)
    if years:
        return f"{years[1]}/{years[2]}"
    parts = bare.split("/")
    found = [_ISO.fullmatch(part) for part in parts]
    if len(parts) > 2 or not any(found):
        return text
    return "/".join(
        _padded(match) if match else part for match, part in zip(found, parts, strict=True)
    )


def _padded(match: re.Match[str]) -> str:
    month, day = int(match["month"]), int(match["day"] or 1)
    if not (0 < month < 13 and 0 < day < 32):
        return match[0]
    text = f"{match['year']}-{month:02}"
    return f"{text}-{day:02}" if match["day"] else text


def url(text: str) -> str:
    """Give an address without the brackets of a text around it."""
    bare = text.strip()
    if bare.startswith("<") and bare.endswith(">"):
        bare = bare[1:-1]
    return bare if bare and " " not in bare else text
