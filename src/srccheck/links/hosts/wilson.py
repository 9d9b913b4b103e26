"""The Wilson Center Digital Archive: its slugs, and what the page of a record says.

Pages come in two generations. The older one writes ``<h2>Source</h2>``-like blocks, the newer one
(Drupal) fields with a label; in both the words "Original Archive", "Source" and "Record ID" stand
as labels, after the full text of the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from srccheck.errors import DataFileError
from srccheck.links.hosts.recognise import Known, Recogniser, Record
from srccheck.resources import refs_path

if TYPE_CHECKING:
    from srccheck.links.page import Page

SLUG_LENGTH = 90
"""Characters of a slug at most; it is cut before the word that would pass them."""

_LEFT_OUT = frozenset(
    "a an as at before but by for from is in into like of off on onto per since than the this that"  # noqa: SIM905
    " to up via with".split()
)
_MARKS = re.compile(r"[^\w\s/–—-]|_")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_TWIN = re.compile(r"-\d$")
_SITE = re.compile(r"\s*[|»·–-]\s*(?:the\s)?(?:wilson center|digital archive).*$", re.IGNORECASE)
_IS_SITE = re.compile(
    r"(?:wilson center )?digital archive(?:\W+international history declassified)?|wilson center",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s\d{1,2})?,?\s\d{4}|\d{1,2}\s[a-z]{3,9}\s\d{4}|\d{4}-\d\d-\d\d|\d{4})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{4,7}")


def slug_of(title: str) -> str:
    """Give the slug that the archive makes of a title, without the ``-0`` of twins.

    >>> slug_of("Information on the Meeting with Comrade Zhou Enlai")
    'information-meeting-comrade-zhou-enlai'
    """
    plain = unicodedata.normalize("NFKD", title).lower()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = [word for word in _BETWEEN.split(_MARKS.sub("", plain)) if word]
    slug = ""
    for word in words:
        if word in _LEFT_OUT:
            continue
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > SLUG_LENGTH:
            break
        slug = longer
    return slug


def same_slug(slug: str, other: str) -> bool:
    """Tell whether two slugs are one, the number of a twin ("-0") notwithstanding."""
    return _TWIN.sub("", slug) == _TWIN.sub("", other)


@lru_cache(maxsize=1)
def _records() -> Mapping[str, Record]:
    """Read refs/wilson_records.tsv: records by their number, and by their slug."""
    path = refs_path() / "wilson_records.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
    except OSError as error:
        raise DataFileError(f"this cannot be read ({error})", where=str(path)) from None
    records: dict[str, Record] = {}
    for line in lines:
        number, slug, title, date, source = line.split("\t")
        records[number] = Record(title, (title,), date, source, number)
        if slug:
            records[slug] = records[number]
    return records


class Wilson(Recogniser):
    """The archive's pages and addresses."""

    def record(self, known: Known, page: Page) -> Record | None:
        """Read title, date, Source line and Record ID of a document's page."""
        titles = [_SITE.sub("", each) for each in page.titles]
        titles = [each for each in titles if each and not _IS_SITE.fullmatch(each)]
        source = page.labelled("Source", "Sources")
        number = page.labelled("Record ID", "Record Id", "Document ID")
        if not titles or not (source or number):
            return None
        date = page.labelled("Date", "Document Date", "Creation Date") or page.dated
        found = _DATE.search(date)
        digits = _NUMBER.search(number)
        return Record(
            title=titles[0],
            titles=tuple(titles),
            date=found.group() if found else "",
            source=source,
            number=digits.group() if digits else "",
        )

    def remembered(self, known: Known) -> Record | None:
        """Give the record of an address from the few that are kept in refs/."""
        name = known.parts.get("number") or known.parts.get("slug", "")
        return _records().get(name)

    def other_forms(self, known: Known, title: str = "") -> tuple[str, ...]:
        """Give number and slug, each on http and https: a crawl took whichever was linked."""
        names = [known.parts[key] for key in ("number", "slug") if key in known.parts]
        slug = slug_of(title)
        if slug and slug not in names:
            names.append(slug)
        host = known.host.domains[0]
        return tuple(
            f"{scheme}://{host}/document/{name}" for name in names for scheme in ("https", "http")
        )

    def newer_form(self, known: Known, title: str) -> str | None:
        """Give the address by slug of a record that is cited by number and title."""
        slug = slug_of(title)
        if "number" not in known.parts or slug.count("-") < 2:  # too little to tell a title
            return None
        return f"https://{known.host.domains[0]}/document/{slug}"


RECOGNISER = Wilson()
