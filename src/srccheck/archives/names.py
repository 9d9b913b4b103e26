"""Archives' names in a text: an abbreviation or a full name at one place.

Capitalised words are the anchors; what begins there is looked up in dictionaries, longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from srccheck.archives.compiled import Named
from srccheck.archives.folding import WORD, word_key
from srccheck.archives.registry import Registry, best_of
from srccheck.text import Span
from srccheck.values import dataclass

# The capitals of the languages archives are named in; ranges, for a class compiles faster so.
UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽƏƠƯȘȚЀ-ЯѢҐҒҚҢҮҰҲҺӘӢӨӮ"
    "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸԱ-Ֆ"
)
CAPITAL = re.compile(rf"[{UPPER}](?<![^\W_].)")
"""The first letter of a capitalised word."""

_CAPITALISED = re.compile(rf"[{UPPER}](?<![^\W_].)[^\W_]*")
_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s.,:;&/()\[\]'’\"«»“”‐‑–—-]{0,3}")
_SURNAME = re.compile(rf"\.?\s[{UPPER}](?=[^\W\d_]{{2}})(?![{UPPER}]{{2}})")
_LONGEST = 6  # tokens of an abbreviation: "ЦПА ИМЛ при ЦК КПСС"


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name found: where, which archive, whether it is an abbreviation."""

    span: Span
    archive: str
    former: str | None
    short: bool
    others: tuple[tuple[str, str | None], ...] = ()  # further bearers of the name


def name_at(text: str, start: int, end: int, registry: Registry) -> NameAt | None:
    """Give the longest known name that begins at the capital letter ``start``, or None."""
    word = WORD.match(text, start, end)
    if word is None:
        return None
    full = _full_name(text, word, end, registry)
    short = _abbreviation(text, start, end, registry)
    if full is None or (short is not None and short.span.end > full.span.end):
        return short
    return full


def _abbreviation(text: str, start: int, end: int, registry: Registry) -> NameAt | None:
    token = _TOKEN.match(text, start, end)
    if token is None:
        return None
    first = token.group()
    if first[1:].islower() and first not in registry.abbreviation_starts:
        return None
    prefixes = registry.abbreviation_prefixes
    key, best, found = "", None, None
    for _ in range(_LONGEST):
        if token is None:
            break
        key += token.group()
        if key not in prefixes:
            break
        named = registry.abbreviations.get(key)
        if named:
            best, found = token.end(), named
        if "\n" in text[token.end() : token.end() + 2]:
            break
        gap = _GAP.match(text, token.end(), end)
        token = _TOKEN.match(text, gap.end() if gap else end, end)
    if best is None or found is None:
        return None
    if len(first) == 1 and text[start + 1 : start + 2] == ".":  # A. J. Smith is not AJ
        found = [each for each in found if each[2][1:2] == "."]
        if not found or _SURNAME.match(text, best, end):  # A. N. Wilson
            return None
    return _named(found, text, Span(start, best), short=True)


def _full_name(text: str, word: re.Match[str], end: int, registry: Registry) -> NameAt | None:
    key = word_key(word.group())
    longest = registry.longest_name.get(key)
    if longest is None:
        return None
    start, best, found = word.start(), None, None
    token: re.Match[str] | None = word
    for count in range(longest):
        if token is None:
            break
        if count:
            key += " " + word_key(token.group())
            if count == 1 and key not in registry.name_pairs:
                break
        named = registry.names.get(key)
        if named:
            best, found = token.end(), named
        gap = _GAP.match(text, token.end(), end)
        if gap is None or "\n" in gap.group():
            break
        token = WORD.match(text, gap.end(), end)
    if best is None or found is None:
        return None
    return _named(found, text, Span(start, best), short=False)


def _named(found: Sequence[Named], text: str, span: Span, *, short: bool) -> NameAt:
    archive, former, _ = best_of(found, span.cut(text))
    others = tuple((each[0], each[1]) for each in found if each[0] != archive)
    return NameAt(span, archive, former, short, others)


_ARCHIVE_WORDS = """
    archive archives archiv archivum archivio archivo arquivo arhiv arhiva arkiv arkivi arkisto
    arhiiv archyvas arhīvs archiwum levéltár library libraries Bibliothek bibliothèque biblioteka
    collection Sammlung lưu trữ архив архів архіў библиотека бібліотека records Bundesarchiv
    Staatsarchiv Landesarchiv Archivverwaltung arkivit
"""
_ARCHIVE_KEYS = frozenset(word_key(word) for word in _ARCHIVE_WORDS.split())
_LINKING_WORDS = """
    of the and for in on at de del della delle des du di la le les et e i и й та з по при für der
    die und zu im în al a şi și på och og за на
"""
_LINKS = frozenset(_LINKING_WORDS.split())
_WORDS_BEFORE = "see also cf from in at the this und vgl siehe der die das im см в из о ср див у"
_BEFORE_NAME = frozenset(_WORDS_BEFORE.split())
_SERIES_NUMBER = re.compile(r"\s\d")
_LONGEST_NAME = 160  # code points


def has_archive_word(name: str) -> bool:
    """Tell whether a name has a word for an archive, a library or a collection in it."""
    return any(word_key(each.group()) in _ARCHIVE_KEYS for each in WORD.finditer(name))


def full_name_before(text: str, floor: int, end: int) -> Span | None:
    """Give the capitalised name right before ``end`` that has a word for an archive in it."""
    floor = max(floor, end - _LONGEST_NAME)
    starts: list[re.Match[str]] = []
    follower = end
    for word in reversed(list(WORD.finditer(text, floor, end))):
        gap = text[word.end() : follower]
        if gap.strip(" «»“”\"’'") not in ("", ",") or "\n" in gap:
            break
        if word.group()[0].isupper():
            starts.append(word)
        elif word.group() not in _LINKS and not _inflected(word.group()):
            break
        follower = word.start()
    while starts and starts[-1].group().lower() in _BEFORE_NAME:
        starts.pop()
    stop = floor + len(text[floor:end].rstrip())
    if starts and has_archive_word(text[starts[-1].start() : stop]):
        return Span(starts[-1].start(), stop)
    return _from_archive_word(text, floor, stop)


def _from_archive_word(text: str, floor: int, end: int) -> Span | None:
    """Give the words from the last capitalised "Archives" on, with nothing but words between."""
    follower = end
    for word in reversed(list(WORD.finditer(text, floor, end))):
        if text[word.end() : follower].strip(" '’") or "\n" in text[word.end() : follower]:
            return None
        if word.group()[0].isupper() and word_key(word.group()) in _ARCHIVE_KEYS:
            return Span(word.start(), end)
        follower = word.start()
    return None


def _inflected(word: str) -> bool:
    """Tell a lower-case word of a Slavic name ("государственный архив новейшей истории")."""
    return (len(word) > 3 and not word.isascii()) or word_key(word) in _ARCHIVE_KEYS


@lru_cache(maxsize=2)
def all_names(text: str, registry: Registry) -> tuple[NameAt, ...]:
    """Give the known names of a whole text; references and mentions both ask, one after another."""
    return tuple(names_in(text, 0, len(text), registry))


def _is_series(text: str, span: Span) -> bool:
    """Tell the letters of a series between its numbers from an archive: "72 AJ 45"."""
    return (
        text[span.start - 2 : span.start - 1].isdigit()
        and text[span.start - 1 : span.start] == " "
        and _SERIES_NUMBER.match(text, span.end) is not None
        and not text[max(span.start - 5, 0) : span.start - 1].isdigit()
    )


def names_in(text: str, start: int, end: int, registry: Registry) -> Iterator[NameAt]:
    """Give the known names between two offsets, in order, not overlapping."""
    at, opens, search = start, registry.opens_name, _CAPITALISED.search
    while (word := search(text, at, end)) is not None:
        at = word.end()
        if not opens(word.group()):
            continue
        found = name_at(text, word.start(), end, registry)
        if found and not (found.short and _is_series(text, found.span)):
            at = found.span.end
            yield found
