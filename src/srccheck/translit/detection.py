"""Which language and romanisation a text is in, as a set of schemes with the letters that say so.

Schemes are weighed by how probable the Russian is that each reads out of the words (a sum
over readings), so "ja" speaks for translit.ru by making sense there. Words that every scheme
writes alike carry no evidence and are skipped before any model is asked.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from srccheck.translit.language import language_of_cyrillic, language_of_latin
from srccheck.translit.lattice import Lattice, Reading, language_lattice, plain_latin
from srccheck.translit.scheme_table import is_cyrillic, scheme
from srccheck.values import dataclass

_BEAM: Final = 16
_WITHIN: Final = 1.0
"""Schemes this many nats behind the best are still in the set."""
_DEVIATES: Final = 6.0
"""A word deviates when another scheme explains it better by more than this (nats)."""
_MOST_PER_WORD: Final = 8.0
"""One odd word counts against a scheme no more than this (nats)."""
MIXED_ENTRY: Final = 3.5
"""An entry whose words another scheme explains better by more than this (nats) is mixed in."""
_MOST_PER_ENTRY_WORD: Final = 20.0
_ENOUGH_WORDS: Final = 40
_PORTION: Final = 8
_PORTIONS: Final = 4
_CLEAR_LEAD: Final = 16.0
_RUSSIAN_LEAD: Final = 3.0
"""The neighbours' languages are judged by a model of Russian: it must lose clearly (nats)."""
_NEIGHBOURS: Final = ("uk", "be")
_NEIGHBOUR_LEAD: Final = 8.0
_AT_HOME: Final = -2.3
"""Nats a letter of words that are of the text's language beyond doubt."""
_TELLING_SHARE: Final = 0.3
_MOST_EVIDENCE: Final = 5
# Everyday words with every letter in its usual places, and none that reads like another letter.
_EVERYDAY: Final = """новейшая история русской российский государственный федерации центрального
общество юбилей объединённых съезд вопросы жизнь вождь цели хроника архив партии дружба эпоха яркий
январь южный её моя воспоминания документальная политика чешский щит речь письмо движение
отношений больших наций людей юных этой двух своих лучший майский здания"""

WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\ufe20\ufe21'’ʹʺʼ`´·\"”])*")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+")
_INFORMATIVE: Final = re.compile(r"[jyhxcwq'\"`]|[ie][aeiou]|s[ct]h|tz|[^a-z]")
_MARKERS: Final = re.compile(
    r"""(?:t?sk|ck|n)(?:[iy][ijy]|[iy])$ | jj | [ey]'
      | shch|shh|sch|šč|ŝ|kh|ts|tz|zh|ch|sh|[žčšŭĭėèëâû]
      | (?<=[aeiou])[ijy](?![aeiou])
      | [ijy][aeou]|(?:[iy][ijy]|y|i)$|jj|x|w|q|h|c|[^a-z]""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Detection:
    """What a text is written in.

    ``language`` is an ISO 639-1 code or None; ``schemes`` are the ids of the schemes that fit
    (best first; () for text that is not romanised), ``family`` the family of the best or None;
    ``evidence`` lists what each telling letter was written as, such as ``щ=shh``; ``margin`` is
    the lead over the best scheme of another family, in nats.
    """

    language: str | None
    schemes: tuple[str, ...] = ()
    family: str | None = None
    evidence: tuple[str, ...] = ()
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Deviation:
    """A word that another scheme than its text's explains better, by ``gap`` nats.

    ``schemes`` are the schemes that write it so, ``cyrillic`` its most probable reading and
    ``expected`` what the text's own scheme would make of that.
    """

    word: str
    schemes: tuple[str, ...]
    cyrillic: str
    expected: str
    gap: float


def words(text: str) -> list[str]:
    """The words of a text with their apostrophes and marks; a final quote is not one."""
    return [match.rstrip('"”') or match for match in WORD.findall(_ADDRESS.sub(" ", text))]


def detect(text: str) -> Detection:
    """The language of a text and, where it is romanised Cyrillic, the schemes it may follow."""
    if any(map(is_cyrillic, text)):
        return Detection(language_of_cyrillic(text))
    found = language_of_latin(text)
    if found is not None and found != "ru":
        return Detection(found)
    return detect_scheme(words(text), language=None)


_LANGUAGES: Final = ("ru", "uk", "be", "bg", "sr", "mk")


def detect_scheme(
    tokens: Iterable[str], *, language: str | None = "ru", within: float = _WITHIN
) -> Detection:
    """The schemes that best explain romanised words; None tries every language.

    ``within`` (nats) says how far behind the best a scheme may be and still be in the set.

    Words are weighed in portions until one family leads clearly, at most 40 of those that
    carry evidence, so a long list costs no more than a page.
    """
    chosen = _telling(tokens)
    if language is not None:
        return _weigh(chosen, language, within)
    found = [_weigh(chosen, each) for each in _LANGUAGES]
    return max(
        found, key=lambda each: _fit(chosen, each) + (_RUSSIAN_LEAD if each.language == "ru" else 0)
    )


def deviations(
    tokens: Iterable[str], home: Detection, *, trust_text: bool = True
) -> tuple[Deviation, ...]:
    """The words that are written in another scheme than the text's, ``home``.

    Words whose letter groups are usual in that scheme are passed without asking the model, and
    those that are common in the text; ``trust_text`` is false for a title, which as a whole may
    be in another scheme.
    """
    if not home.schemes:
        return ()
    distinct = list(dict.fromkeys(token for token in tokens if informative(token)))
    usual = _markers_of(home.schemes[0])
    if trust_text:
        usual |= _usual_markers(distinct)
    suspects = (word for word in distinct if not markers(word) <= usual)
    found = (_deviation(word, home) for word in suspects)
    return tuple(each for each in found if each is not None)


def entry_gap(tokens: Iterable[str], home: Detection) -> float:
    """How much better one other scheme explains an entry's words together than the list's own.

    In nats; more than `MIXED_ENTRY` says that the entry is in another scheme, even where no
    single word deviates by itself, and no letter group is strange to the list (a lost soft sign).
    """
    chosen = [plain_latin(token) for token in tokens if informative(token)]
    if not home.schemes or home.language is None:
        return 0.0
    totals = [0.0] * len(language_lattice(home.language).schemes)
    for word in chosen:
        values = likelihoods(word, home.language)
        best = max(values)
        if best > -math.inf:
            totals = [
                total + max(value - best, -_MOST_PER_ENTRY_WORD)
                for total, value in zip(totals, values, strict=True)
            ]
    members = language_lattice(home.language).schemes
    own = max(t for t, each in zip(totals, members, strict=True) if each.id in home.schemes)
    return max(totals) - own


def neighbour_leads(tokens: Iterable[str], home: Detection) -> bool:
    """Whether Ukrainian or Belarusian explains words clearly better than the text's language.

    Asked of words that deviate: Hrushevs'kyi is no Russian in another scheme.
    """
    chosen = _telling(tokens)
    own = _fit(chosen, _weigh(chosen, home.language or "ru"))
    if own >= _AT_HOME * sum(map(len, chosen)):
        return False
    return any(
        _fit(chosen, _weigh(chosen, each)) > own + _NEIGHBOUR_LEAD
        for each in _NEIGHBOURS
        if each != home.language
    )


def informative(word: str) -> bool:
    """Whether a word has letters that some scheme writes otherwise."""
    return len(word) > 2 and _INFORMATIVE.search(plain_latin(word)) is not None


@lru_cache(maxsize=8192)
def markers(word: str) -> frozenset[str]:
    """The letter groups of a romanised word that schemes differ in."""
    return frozenset(_MARKERS.findall(plain_latin(word)))


def _usual_markers(distinct: Sequence[str]) -> frozenset[str]:
    """The groups that at least three words, and one in twenty, are written with."""
    counts: dict[str, int] = {}
    for word in distinct:
        for marker in markers(word):
            counts[marker] = counts.get(marker, 0) + 1
    least = max(3, len(distinct) // 20)
    return frozenset(marker for marker, count in counts.items() if count >= least)


@lru_cache(maxsize=64)
def _markers_of(identifier: str) -> frozenset[str]:
    """The groups that a scheme writes in everyday words of its language."""
    writer = scheme(identifier)
    written = map(writer.write_lower, _EVERYDAY.split())
    return frozenset(marker for word in written for marker in markers(word))


def _telling(tokens: Iterable[str]) -> list[str]:
    """Up to `_ENOUGH_WORDS` distinct informative words, spread over the whole text."""
    distinct = list(dict.fromkeys(plain_latin(t) for t in tokens if informative(t)))
    if len(distinct) <= _ENOUGH_WORDS:
        return distinct
    step = len(distinct) / _ENOUGH_WORDS
    return [distinct[int(index * step)] for index in range(_ENOUGH_WORDS)]


@lru_cache(maxsize=8192)
def _readings(word: str, language: str) -> tuple[Reading, ...]:
    return language_lattice(language).read(word, beam=_BEAM)


@lru_cache(maxsize=8192)
def likelihoods(word: str, language: str) -> tuple[float, ...]:
    """Log-probability of a word under each scheme of a language, -inf where it cannot write it.

    The order is that of ``language_lattice(language).schemes``.
    """
    totals = [0.0] * len(language_lattice(language).schemes)
    readings = _readings(word, language)
    if not readings:
        return tuple(-math.inf for _ in totals)
    top = readings[0].score
    writers = {reading.cyrillic: reading.schemes for reading in readings}
    for reading in readings:
        weight = math.exp(reading.score - top)
        mask = reading.schemes
        if "ё" in reading.cyrillic:
            # Print writes е for ё: a scheme is no likelier for leaving the two open.
            mask &= ~writers.get(reading.cyrillic.replace("ё", "е"), 0)
        while mask:
            totals[(mask & -mask).bit_length() - 1] += weight
            mask &= mask - 1
    return tuple(top + math.log(total) if total else -math.inf for total in totals)


def _weigh(chosen: Sequence[str], language: str, within: float = _WITHIN) -> Detection:
    reader = language_lattice(language)
    totals = [0.0] * len(reader.schemes)
    # Words spread over the text come first, so that a portion speaks for all of it.
    spread = [word for start in range(_PORTIONS) for word in chosen[start::_PORTIONS]]
    for count, word in enumerate(spread, start=1):
        values = likelihoods(word, language)
        best = max(values)
        if best == -math.inf:
            continue
        totals = [
            total + max(value - best, -_MOST_PER_WORD)
            for total, value in zip(totals, values, strict=True)
        ]
        if count % _PORTION == 0 and _lead(totals, reader) >= _CLEAR_LEAD:
            break
    least = max(totals) - within
    fitting = [index for index, total in enumerate(totals) if total >= least]
    fitting.sort(key=lambda index: -totals[index] - reader.schemes[index].prior)
    return Detection(
        language=language,
        schemes=tuple(reader.schemes[i].id for i in fitting),
        family=reader.schemes[fitting[0]].family,
        evidence=_evidence(spread, reader, fitting[0]),
        margin=_lead(totals, reader),
    )


def _lead(totals: Sequence[float], reader: Lattice) -> float:
    """How far the best scheme is ahead of the best of another family."""
    best = max(range(len(totals)), key=totals.__getitem__)
    family = reader.schemes[best].family
    others = (
        total for total, each in zip(totals, reader.schemes, strict=True) if each.family != family
    )
    return totals[best] - max(others, default=-math.inf)


def _fit(chosen: Sequence[str], home: Detection) -> float:
    """How well the best scheme of a detection explains the words (nats)."""
    assert home.language is not None
    members = language_lattice(home.language).schemes
    index = next(i for i, each in enumerate(members) if each.id == home.schemes[0])
    return sum(max(likelihoods(word, home.language)[index], -60.0) for word in chosen)


def _evidence(chosen: Sequence[str], reader: Lattice, best: int) -> tuple[str, ...]:
    """What the telling letters are written as, such as ``щ=shh``, the most telling first."""
    writer = reader.schemes[best]
    seen: dict[tuple[str, str], int] = {}
    for word in chosen[:_PORTION]:
        reading = next((r for r in _readings(word, writer.language) if r.schemes >> best & 1), None)
        if reading is None:
            continue
        at = 0
        while at < len(reading.cyrillic):
            length, out = writer.unit(reading.cyrillic, at)
            letter = reading.cyrillic[at : at + length]
            if out:
                seen[letter, out] = seen.get((letter, out), 0) + 1
            at += length
    families = {each.family for each in reader.schemes}
    telling = []
    for (letter, out), count in seen.items():
        alike = {each.family for each in reader.schemes if each.letters.get(letter) == out}
        share = 1 - len(alike) / len(families)
        if share >= _TELLING_SHARE:
            telling.append((-share * min(count, 3), letter, out))
    return tuple(f"{letter}={out}" for _, letter, out in sorted(telling)[:_MOST_EVIDENCE])


def _deviation(word: str, home: Detection) -> Deviation | None:
    assert home.language is not None
    reader = language_lattice(home.language)
    plain = plain_latin(word)
    values = likelihoods(plain, home.language)
    best = max(values)
    if best == -math.inf:
        return None
    own = max(v for v, each in zip(values, reader.schemes, strict=True) if each.id in home.schemes)
    gap = best - own
    if gap <= _DEVIATES:
        return None
    top = max(_readings(plain, home.language), key=reader.rank)
    expected = scheme(home.schemes[0]).romanise(
        top.cyrillic.capitalize() if word[:1].isupper() else top.cyrillic
    )
    return Deviation(word, reader.names(top.schemes), top.cyrillic, expected, gap)
