"""Calendar dates as bibliographies write them."""

from __future__ import annotations

import re

from srccheck.values import dataclass

_NAMES = (
    "january jan jänner januar janvier января январь янв janvarja janvar' ianvaria yanvarya "
    "січня enero gennaio stycznia janar",
    "february feb februar février fevrier fév февраля февраль фев февр fevralja fevralia fevralya "
    "лютого febrero febbraio lutego shkurt",
    "march mar märz mars марта март мар marta mart березня marzo marca",
    "april apr avril avr апреля апрель апр aprelja aprelia aprelya "
    "квітня abril aprile kwietnia prill",
    "may mai мая май maja maia maya травня mayo maggio maj",
    "june jun juni juin июня июнь июн ijunja iiunia iyunya червня junio giugno czerwca qershor",
    "july jul juli juillet juil июля июль июл ijulja iiulia iyulya липня julio luglio lipca korrik",
    "august aug août aout августа август авг avgusta серпня agosto sierpnia gusht",
    "september sep sept septembre сентября сентябрь сент сен sentjabrja sentiabria sentyabrya "
    "вересня septiembre settembre września shtator",
    "october oct oktober okt octobre октября октябрь окт oktjabrja oktiabria oktyabrya жовтня "
    "octubre ottobre października tetor",
    "november nov novembre ноября ноябрь ноя нояб nojabrja noiabria noyabrya листопада noviembre "
    "listopada nëntor",
    "december dec dezember dez décembre decembre déc декабря декабрь дек dekabrja dekabria "
    "dekabrya грудня diciembre dicembre grudnia dhjetor",
)
MONTHS = {word: number for number, words in enumerate(_NAMES, 1) for word in words.split()}

_WORD = r"[^\W\d_]{3,12}"
_DATE = re.compile(
    rf"""
      (?<![\d./–-])(?P<iso_y>\d{{4}})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)
    | (?<![\d./])(?P<num_a>\d{{1,2}})(?P<sep>[./-])\s?(?P<num_b>\d{{1,2}})(?P=sep)\s?
      (?P<num_y>\d{{4}})(?!\d)
    | (?<![\d–—-])(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s(?:de\s)?(?P<dmy_m>{_WORD})\.?,?\s
      (?:de\s)?(?P<dmy_y>\d{{4}})(?!\d)
    | (?<!\w)(?P<mdy_m>{_WORD})\.?\s(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?,\s?(?P<mdy_y>\d{{4}})(?!\d)
    | (?<!\d)(?P<ydm_y>\d{{4}})[.,]\s(?P<ydm_d>\d{{1,2}})\.?\s(?P<ydm_m>{_WORD})(?!\w)
    | (?<!\w)(?P<my_m>{_WORD})\.?,?\s(?P<my_y>\d{{4}})(?![\d–-])
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\d{4}")
_BEFORE_YEAR = 40  # code points: the longest day and month in front of a year
_DAY_MONTH = re.compile(
    rf"(?<![\w–-])(?:(?P<d>\d{{1,2}})\.?\s(?P<m>{_WORD})|(?P<m2>{_WORD})\.?\s(?P<d2>\d{{1,2}}))(?![\w–-])"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date: where it stands, ISO form ("2017-05-11", "2017-05"), and where its year stands."""

    start: int
    end: int
    iso: str
    year: str
    year_start: int


def find_dates(text: str) -> list[Date]:
    """Give the dates of ``text`` that name at least a month and a year, in order."""
    dates: list[Date] = []
    at = 0
    while match := _next(text, at):
        date = _read(match)
        # "3 Voprosy 2003" looks like a date until the month is looked up
        at = match.end() if date else match.start() + 1
        if date:
            dates.append(date)
    return dates


def _next(text: str, at: int) -> re.Match[str] | None:
    """Give the next match of a date; what has no year before or behind it is not looked at."""
    year = _YEAR.search(text, at)
    return _DATE.search(text, max(at, year.start() - _BEFORE_YEAR)) if year else None


def find_day_months(text: str, year: str) -> list[Date]:
    """Give the days without a year ("8 июля", "May 5"), dated to ``year``."""
    dates = []
    for match in _DAY_MONTH.finditer(text):
        month = MONTHS.get((match["m"] or match["m2"]).lower())
        iso = _iso(year, month, int(match["d"] or match["d2"]))
        if iso:
            dates.append(Date(match.start(), match.end(), iso, year, match.start()))
    return dates


def _read(match: re.Match[str]) -> Date | None:
    kind = str(match.lastgroup).split("_")[0]
    if kind == "iso":
        iso = _iso(match["iso_y"], int(match["iso_m"]), int(match["iso_d"]))
        group = "iso_y"
    elif kind == "num":
        first, second = int(match["num_a"]), int(match["num_b"])
        if second > 12 >= first:  # 05/23/2017: month first
            first, second = second, first
        iso = _iso(match["num_y"], second, first)
        group = "num_y"
    else:
        group = f"{kind}_y"
        month = MONTHS.get(match[f"{kind}_m"].lower())
        day = None if kind == "my" else int(match[f"{kind}_d"])
        iso = _iso(match[group], month, day)
    if iso is None:
        return None
    return Date(match.start(), match.end(), iso, match[group], match.start(group))


def _iso(year: str, month: int | None, day: int | None) -> str | None:
    if month is None or not 1 <= month <= 12 or not 1400 <= int(year) <= 2099:
        return None
    if day is None:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else None
