"""What the styles share: dates, editions, quotation marks, the language of an entry."""

from __future__ import annotations

import re

from srccheck.bibliography.crosswalk import code_of
from srccheck.references import Entry, EntryType

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_RUSSIAN_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
_CYRILLIC = re.compile("[\u0400-\u052f]")
_DIGITS = re.compile(r"\d+")
_SEVERAL = re.compile(r"[–,;]|\d-\d")
_STRAIGHT = re.compile(r'(?<![\w])"(?=\S)|(?<=\S)"(?!\w)')


def language_of(entry: Entry) -> str:
    """Give the two-letter code of the language an entry is in, as far as its words tell; or ""."""
    if entry.language:
        return code_of(entry.language)[:2]
    words = f"{entry.title or ''} {entry.container or ''}"
    if _CYRILLIC.search(words):
        from srccheck.translit import language_of_cyrillic

        return language_of_cyrillic(words)
    from srccheck.translit import language_of_latin

    return language_of_latin(words) or ""


def is_cyrillic(entry: Entry) -> bool:
    """Tell whether the title, or what stands for it, is in Cyrillic."""
    words = entry.title or entry.container or entry.archive or ""
    return _CYRILLIC.search(words) is not None


def split_date(date: str) -> tuple[str, str, str]:
    """Give year, month and day of a date like "1977-07-08"; what it lacks is empty."""
    year, _, rest = date.split("/")[0].lstrip("-").partition("-")
    month, _, day = rest.partition("-")
    return year, month.lstrip("0"), day.lstrip("0")


def month_day(date: str) -> str:
    """Give "July 8" of "1977-07-08"."""
    _, month, day = split_date(date)
    return f"{_month(month)} {day}".strip()


def american_date(date: str) -> str:
    """Give "July 8, 1977"; a span as "May 2015–June 2015"."""
    if "/" in date:
        return "–".join(american_date(each) for each in date.split("/") if each)
    year, month, day = split_date(date)
    if not month:
        return year
    return f"{_month(month)} {day}, {year}" if day else f"{_month(month)} {year}"


def british_date(date: str) -> str:
    """Give "8 July 1977"."""
    year, month, day = split_date(date)
    return " ".join(part for part in (day, _month(month), year) if part)


def russian_date(date: str) -> str:
    """Give "8 июля 1977"."""
    year, month, day = split_date(date)
    number = int(month) if month.isdigit() else 0
    name = _RUSSIAN_MONTHS[number - 1] if 0 < number < 13 else ""
    return " ".join(part for part in (day, name if day else "", year) if part)


def numeric_date(date: str) -> str:
    """Give "10.05.2017"."""
    return ".".join(reversed(date.split("/")[0].split("-")))


def _month(number: str) -> str:
    at = int(number) if number.isdigit() else 0
    return MONTHS[at - 1] if 0 < at < 13 else number


def english_edition(edition: str | None) -> str:
    """Give "2nd ed." for 2; words stay as they are."""
    text = (edition or "").strip()
    if not _DIGITS.fullmatch(text):
        return text
    if text == "1":
        return "1st ed."
    last = {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th")
    return f"{text}{'th' if text[-2:] in ('11', '12', '13') else last} ed."


def several(numbers: str) -> bool:
    """Tell whether these are several numbers: "8, 22", "1–14"."""
    return _SEVERAL.search(numbers) is not None


def inner_quotes(title: str, opening: str, closing: str) -> str:
    """Turn the double quotation marks in a title into those that stand inside other ones."""
    text = title.replace("“", opening).replace("”", closing).replace("„", opening)
    return _STRAIGHT.sub(
        lambda match: (
            closing
            if match.start()
            and not title[match.start() - 1].isspace()
            and title[match.start() - 1] not in "([«"
            else opening
        ),
        text,
    )


def address(entry: Entry) -> str:
    """Give the address to follow: the DOI's, or the URL."""
    return f"https://doi.org/{entry.doi}" if entry.doi else entry.url or ""


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def volume_title(entry: Entry) -> str:
    """Give what a volume is called, behind a colon: ": Berlin Crisis"; or ""."""
    title = next((value for name, value in entry.extra if name == "volume-title"), "")
    return f": {title}" if title and entry.volume else ""


def genre(entry: Entry) -> str:
    """Give what kind of a thesis an entry is, as it says itself: "PhD diss."; or ""."""
    if entry.type is not EntryType.THESIS:
        return ""
    return next((value for name, value in entry.extra if name == "genre"), "")


def archive_line(entry: Entry) -> str:
    """Give an archive as lists name it: "Rossijskij … arhiv [Russian State Archive …] (RGANI)"."""
    translated = f" [{entry.archive_translated}]" if entry.archive_translated else ""
    short = f" ({entry.archive_abbreviation})" if entry.archive_abbreviation else ""
    return f"{entry.archive or entry.title or ''}{translated}{short}"
