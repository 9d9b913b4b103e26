"""The document behind a reference, where the text names it right before the archive.

    Record of conversation between Khrushchev and Ulbricht, 1 August 1961, RGANI, f. 52, op. 1, …
    Запись беседы Н. С. Хрущева с В. Ульбрихтом, 1 августа 1961 г. // РГАНИ. Ф. 52. Оп. 1. …

A title begins with a word for a document (refs/documents.toml) or stands in quotes before a date.
What is doubtful is left out: a sentence about a letter is no letter.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from functools import lru_cache

from srccheck.archives.values import DASHES
from srccheck.values import dataclass

LONGEST = 400  # code points from the beginning of a title to the archive
_BEFORE_NOUN = 5  # words that may stand before the word for the document: "Soviet Embassy report"

_JOINT = re.compile(
    rf"(?:\s?[,.:;]?\s?//|[,.:]|\s[{DASHES}])\s?(?:(?:in|at|from|В кн|В|в|у)\b:?\.?\s?)?$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BOUNDARY = re.compile(r"(?P<token>[^\s.!?…:()]*)[.!?…:][»”\")\]]?\s(?=[«“„\"]?[^\W\d_a-zа-яё])")
_ABBREVIATED = 3  # letters up to which a word before a full stop is an abbreviation
_LEAD = re.compile(r"[\s,:(]*(?P<word>[^\W\d_]+(?:\.[^\W\d_])?)\.?(?=[\s,:])")
_QUOTED = re.compile(r"[«“„\"](?P<title>[^«»“”„\"]{3,300})[»”“\"][,.]?\s?")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_ADJECTIVE = re.compile(r"(?:[аяоеі]я|[оеє]е|[ыиоі]й|[ыи]е|[ая]|і)$")
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    rf"""
    (?<![\w./{DASHES}]) (?:
      (?P<iso> {_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) )
    | (?P<d1>\d{{1,2}})\.\s?(?P<n1>\d{{1,2}}|[IVX]{{1,4}})\.\s?(?P<y1>{_YEAR})
    | (?:(?P<from>\d{{1,2}})\.?\s?[{DASHES}]\s?)?
      (?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:de\s)?(?P<m2>[^\W\d_]{{3,12}})\.?,?\s(?P<y2>{_YEAR})
    | (?P<m3>[^\W\d_]{{3,12}})\.?\s(?:(?P<from3>\d{{1,2}})\s?[{DASHES}]\s?)?
      (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y3>{_YEAR})
    | (?P<m4>[^\W\d_]{{3,12}})\.?,?\s(?P<y4>{_YEAR})
    | (?P<y5>{_YEAR})
    ) (?![\w{DASHES}/])
    """,
    re.VERBOSE,
)
_AFTER_DATE = re.compile(r"\s?(?:г\.?|года?|р\.?|року|r\.?)?[\s.,]*$")
_BEFORE_DATE = re.compile(
    r"(?:[,.(]\s?|\s)(?:(?:dated|от|за|vom|of|du|del|on|від|z dnia|z|из|от)\s)?$", re.IGNORECASE
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of refs/documents.toml, casefolded."""

    nouns: frozenset[str]
    endings: tuple[str, ...]
    leads: frozenset[str]
    followers: frozenset[str]
    articles: frozenset[str]
    verbs: frozenset[str]
    months: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands."""

    start: int
    end: int
    iso: str


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read refs/documents.toml; only a text that names a document pays for it."""
    import tomllib

    from srccheck.resources import refs_path

    data = tomllib.loads((refs_path() / "documents.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        nouns=frozenset(word for words in data["nouns"].values() for word in words.split()),
        endings=tuple(word for words in data["endings"].values() for word in words.split()),
        leads=frozenset(data["leads"]["words"].split()),
        followers=frozenset(data["leads"]["followers"].split()),
        articles=frozenset(data["leads"]["articles"].split()),
        verbs=frozenset(data["verbs"]["words"].split()),
        months={
            month.rstrip("."): number
            for number, months in enumerate(data["months"]["names"], start=1)
            for month in months.split()
        },
    )


def document_before(text: str, start: int, floor: int = 0) -> Mapping[str, str | None] | None:
    """Give title and ISO date of the document named right before the reference at ``start``.

    Looks back no further than ``floor``, a semicolon, the opening of the parenthesis or the line.
    Outside parentheses a title that does not begin the line needs a date. The date may be partial
    ("1961-08"), a range of days ("1962-03-18/1962-03-19"), or None.
    """
    joint = _JOINT.search(text, max(floor, start - 12), start)
    if joint is None:
        return None
    begin, apart = _piece(text, joint.start(), max(floor, start - LONGEST))
    for at in reversed(list(_beginnings(text, begin, joint.start()))):
        found = _read(text[at : joint.start()].rstrip(), opens=at == begin)
        if found is not None and (found["date"] or (apart and at == begin)):
            return found
    return None


def _piece(text: str, end: int, floor: int) -> tuple[int, bool]:
    """Give where the piece that ends at ``end`` begins, and whether it stands apart from prose."""
    depth = 0
    for at in range(end - 1, floor - 1, -1):
        char = text[at]
        if char in ")]":
            depth += 1
        elif char in "([":
            if depth == 0:
                return at + 1, True
            depth -= 1
        elif char == "\n" or (char == ";" and depth == 0):
            return at + 1, True
    return floor, floor == 0


def _beginnings(text: str, begin: int, end: int) -> Iterator[int]:
    """Give the places where a title may begin: after lead-ins, and after each sentence."""
    yield begin
    for boundary in _BOUNDARY.finditer(text, begin, end):
        token = boundary["token"]
        if len(token) > _ABBREVIATED or token.isdigit() or text[boundary.end() - 2] == ":":
            yield boundary.end()


def _read(piece: str, *, opens: bool) -> dict[str, str | None] | None:
    """Read a title and its date, or None where the piece is none."""
    words = vocabulary()
    piece = _without_leads(piece, words)
    quoted = _QUOTED.match(piece)
    if quoted is not None:
        dated = _trailing_date(piece, words)
        if dated is not None and len(dated.iso) > 4 and dated.start <= quoted.end() + 6:
            return {"title": quoted["title"].strip(" ,."), "date": dated.iso}
    if not _is_title(piece, words):
        return None
    dated = _trailing_date(piece, words)
    if dated is not None:
        title = _BEFORE_DATE.sub("", piece[: dated.start])
    else:
        title = piece
        inside = [each for each in _dates(piece, words) if len(each.iso) > 4]
        dated = inside[0] if len(inside) == 1 else None
    title = " ".join(title.split()).strip(" ,.:")
    if not title or (title[0].islower() and dated is None):
        return None
    if not opens and title[0].islower():
        return None
    return {"title": title, "date": dated.iso if dated else None}


def _without_leads(piece: str, words: Vocabulary) -> str:
    """Drop "See also", "Цит. по:"."""
    at, dropped = 0, False
    while lead := _LEAD.match(piece, at):
        word = lead["word"].casefold()
        follows = dropped and word in words.followers
        if word not in words.leads and not follows:
            break
        at, dropped = lead.end(), True
    return piece[at:].lstrip(" ,.:") if dropped else piece.lstrip()


def _is_title(piece: str, words: Vocabulary) -> bool:
    """Tell whether one of the first words is one for a document, and no verb makes a sentence."""
    every = list(_WORD.finditer(piece))
    if any(word.group().casefold() in words.verbs for word in every):
        return False
    for count, word in enumerate(every[: _BEFORE_NOUN + 1]):
        if count and any(mark in piece[every[count - 1].end() : word.start()] for mark in ",;"):
            return False
        if _is_noun(word.group().casefold(), words):
            return not re.match(r"\s\d", piece[word.end() :]) or len(piece) > word.end() + 12
        if not _may_stand_before(word.group(), words, opens=count == 0):
            return False
    return False


def _may_stand_before(word: str, words: Vocabulary, *, opens: bool) -> bool:
    """Tell whether a word may stand before the word for the document: "Top secret", "Докладная".

    A sentence has a verb or an article there: "Stalin received a telegram".
    """
    if not word.isascii() and _CYRILLIC.match(word):
        return word.isupper() or _ADJECTIVE.search(word) is not None
    if word.casefold() in words.articles:
        return opens
    return word[0].isupper() or not word.endswith("ed")


def _is_noun(word: str, words: Vocabulary) -> bool:
    if word in words.nouns:
        return True
    return any(word.endswith(ending) for ending in words.endings)


def _trailing_date(piece: str, words: Vocabulary) -> Dated | None:
    """Give the date that ends the piece."""
    last = next(iter(deque(_dates(piece, words), maxlen=1)), None)
    if last is None or _AFTER_DATE.match(piece, last.end) is None:
        return None
    return last if _BEFORE_DATE.search(piece[: last.start]) or last.start == 0 else None


def _dates(piece: str, words: Vocabulary) -> Iterator[Dated]:
    at = 0
    while match := _DATE.search(piece, at):
        iso = _iso(match, words.months)
        # "беседы 1961" looks like month and year until the month is looked up
        at = match.end() if iso else match.start() + 1
        if iso:
            yield Dated(match.start(), match.end(), iso)


def _iso(match: re.Match[str], months: Mapping[str, int]) -> str | None:
    if match["iso"]:
        return match["iso"]
    if match["y5"]:
        return match["y5"]
    if match["y1"]:
        written = match["n1"]
        month = int(written) if written.isdigit() else _roman(written)
        return _joined(match["y1"], month, match["d1"])
    for number in "234":
        year = match[f"y{number}"]
        if year:
            month = months.get(match[f"m{number}"].casefold())
            last = _joined(year, month, match[f"d{number}"] if number != "4" else None)
            first = match["from"] or match["from3"]
            return f"{_joined(year, month, first)}/{last}" if last and first else last
    return None


def _roman(written: str) -> int | None:
    return _ROMAN.index(written) + 1 if written in _ROMAN else None


def _joined(year: str, month: int | None, day: str | None) -> str | None:
    if month is None or not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{int(day):02}" if 1 <= int(day) <= 31 else None
