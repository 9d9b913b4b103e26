"""A page held against what is cited there: title, date, and the original's archival reference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum

from rapidfuzz import fuzz

from srccheck.archives import Registry, find_references, registry_with
from srccheck.links.cited import Cited, CitedFile
from srccheck.links.hosts import Record
from srccheck.links.page import Page
from srccheck.references.dates import find_dates
from srccheck.values import dataclass

SAME = 92.0
"""Token-set similarity from which two titles are one."""

SLIGHT = 80.0
"""Similarity from which a title only differs slightly."""

_SHORTEST = 8  # characters of a title, and below of other words, that tell a page from another
_SHORTEST_LABEL = 12
_LETTER = re.compile(r"[^\W\d_]")
_APART = re.compile(r"[^\w]+|_")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_LABELS = {
    "fond": "f.", "opis": "op.", "papka": "p.", "delo": "d.", "volume": "vol.", "year": "V.",
    "list": "l.", "box": "box", "folder": "folder", "item": "item", "series": "series",
}  # fmt: skip
_LEAVES = frozenset(("list", "page"))


class Titles(StrEnum):
    """How the cited title and the page's go together."""

    SAME = "same"
    SLIGHT = "slight"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing gave: the differences in words, the slight ones apart."""

    differences: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def folded(text: str) -> str:
    """Give a text as titles are compared: small letters without marks, words alone."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = plain.replace("'", "").replace("’", "")
    return " ".join(_APART.sub(" ", plain).split())


def compare_titles(cited: str, titles: Iterable[str]) -> tuple[Titles, str]:
    """Compare a cited title with all that a page may be called; give the nearest of them too.

    A romanised title and a Cyrillic one, or a translation, cannot be compared this way: UNKNOWN.
    """
    wanted = folded(cited)
    best, nearest, comparable = -1.0, "", False
    for title in titles:
        if not title or _script(cited) != _script(title):
            continue
        comparable = True
        score = fuzz.token_set_ratio(wanted, folded(title))
        if score > best:
            best, nearest = score, title
    if not wanted or not comparable:
        return Titles.UNKNOWN, nearest
    if best >= SAME:
        return Titles.SAME, nearest
    return (Titles.SLIGHT if best >= SLIGHT else Titles.OTHER), nearest


def can_be_looked_for(cited: Cited) -> bool:
    """Tell whether what is cited says enough to know its page by: "here" or "p. 7" does not."""
    return bool(_looked_for(cited))


def carries(text: str, cited: Cited) -> bool:
    """Tell whether a page's words hold the cited title, or other words that show it is the one."""
    wanted = _looked_for(cited)
    if not wanted:
        return False
    page = f" {folded(text)} "
    return any(f" {each} " in page for each in wanted)


def _looked_for(cited: Cited) -> list[str]:
    title = folded(cited.title) if len(cited.title) >= _SHORTEST else ""
    wanted = [title] if len(title) >= _SHORTEST else []
    for label in cited.labels:
        words = folded(label) if len(label) >= _SHORTEST_LABEL else ""
        if len(words) >= _SHORTEST_LABEL and " " in words:
            wanted.append(words)
    return wanted


def is_other(page: Page, cited: Cited) -> bool:
    """Tell whether a page that declares its title is not the one that is cited."""
    if carries(page.text, cited):
        return False
    return compare_titles(cited.title, page.titles)[0] is Titles.OTHER


def compare_record(record: Record, cited: Cited, number: str = "") -> Compared:
    """Compare the record of a document with the citation: title, date, archive, level by level.

    ``number`` is the record's number as the cited address has it, where it does.
    """
    differences: list[str] = []
    if number and record.number and number != record.number:
        differences.append(f"the page is record {record.number}, you cite {number}")
    remarks: list[str] = []
    verdict, nearest = (
        compare_titles(cited.title, record.titles) if cited.title else (Titles.UNKNOWN, "")
    )
    if verdict is Titles.OTHER:
        differences.append(f"the page is “{record.title}”, you cite “{cited.title}”")
    elif verdict is Titles.SLIGHT:
        remarks.append(f"the title differs slightly: the page has “{nearest}”")
    if cited.date and not _dates_agree(cited.date, record):
        differences.append(f"the record is dated {record.date}, you cite {cited.date}")
    if record.source and cited.files:
        registry = registry_with(cited.archives)
        differences.extend(_other_files(record.source, cited.files, registry))
    return Compared(tuple(differences), tuple(remarks))


def _script(text: str) -> str:
    """Give the script most letters of a text are in, by the first word of their names."""
    counts: dict[str, int] = {}
    for char in _LETTER.findall(text):
        script = unicodedata.name(char, "?").partition(" ")[0]
        counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script], default="")


def _dates_agree(cited: str, record: Record) -> bool:
    """Tell whether a cited date is the record's, or one its title names, as far as both go.

    A year alone may be that of the site's page: it is not held against a record.
    """
    if len(cited) < len("1961-08"):
        return True
    dates = [each.iso for text in (record.date, *record.titles) for each in find_dates(text)]
    if not find_dates(record.date):
        dates.extend(_YEAR.findall(record.date))
    if not dates:
        return True
    return any(_agree(cited, each) for each in dates)


def _agree(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _other_files(source: str, cited: Sequence[CitedFile], registry: Registry) -> Iterable[str]:
    """Say where the record's reference and each cited one to the same archive part."""
    given = [CitedFile.of(each) for each in find_references(source, registry)]
    for ours in cited:
        same_archive = [each for each in given if each.archive == ours.archive and ours.archive]
        if not same_archive:
            if given and ours.archive and all(each.archive for each in given):
                yield (
                    f"the record gives {_name(given[0].archive, registry)}, "
                    f"you cite {_name(ours.archive, registry)}"
                )
            continue
        differing = [_differing(each, ours) for each in same_archive]
        if all(differing):
            yield min(differing, key=len)


def _differing(given: CitedFile, ours: CitedFile) -> str:
    """Say which levels differ: "the record gives d. 97, you cite d. 79"; "" where none does."""
    theirs, mine = dict(given.levels), dict(ours.levels)
    apart = [
        level
        for level, value in mine.items()
        if level in theirs and level not in _LEAVES and _plain(theirs[level]) != _plain(value)
    ]
    leaf = [
        level
        for level in _LEAVES
        if level in mine and level in theirs and _no_common_leaf(theirs[level], mine[level])
    ]
    levels = apart or leaf
    if not levels:
        return ""
    gives = ", ".join(f"{_LABELS.get(level, level)} {theirs[level]}" for level in levels)
    cites = ", ".join(f"{_LABELS.get(level, level)} {mine[level]}" for level in levels)
    return f"the record gives {gives}, you cite {cites}"


def _plain(value: str) -> str:
    return re.sub(r"[\s‐-―-]+", "-", value).casefold()


def _no_common_leaf(theirs: str, mine: str) -> bool:
    """Tell whether two statements of leaves have none in common: a citation may name a part."""
    given, cited = _leaves(theirs), _leaves(mine)
    return bool(given and cited) and not given & cited


def _leaves(value: str) -> frozenset[int]:
    found: set[int] = set()
    for part in value.split(","):
        numbers = [int(each) for each in re.findall(r"\d{1,6}", part)[:2]]
        if len(numbers) == 2 and 0 <= numbers[1] - numbers[0] < 5000:
            found.update(range(numbers[0], numbers[1] + 1))
        else:
            found.update(numbers)
    return frozenset(found)


def _name(archive: str | None, registry: Registry) -> str:
    known = registry.get(archive) if archive else None
    if known is None:
        return archive or "another archive"
    latin = [each for each in known.abbreviations if each.isascii()]
    return (*latin, *known.abbreviations, known.id)[0]
