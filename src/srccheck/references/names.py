"""One person's name, in the orders that reference lists use.

Python's ``str.isupper`` decides what a capital is: a character class for the capitals of every
alphabet would cost more to compile than all names of a list cost to read.
"""

from __future__ import annotations

import re
import unicodedata

from srccheck.references.model import Name
from srccheck.references.places_of_print import is_city
from srccheck.references.wordlists import (
    BODIES,
    BODY_STEMS,
    CHINESE_FAMILIES,
    CYRILLIC_ASIAN,
    CYRILLIC_CHINESE,
    DIGRAPHS,
    GIVEN_NAMES,
    NO_FAMILY,
    PARTICLES,
    SHORTENED_NAMES,
    VIETNAMESE_FAMILIES,
)
from srccheck.text import Span
from srccheck.values import dataclass

_WORD = re.compile(r"[^\W\d_](?:[\w'’ʹʼ`´‘-]*[\w'’ʹʼ`´])?")
_SUFFIX = re.compile(r",?\s(?:Jr|Sr|jr|мл|ст)\.|,?\s(?:II|III|IV)(?=[.,\s])")
_PATRONYMIC = re.compile(r"(?:[оеё]вич|[оеё]вна|ична|ьич|[oeё]vich|[oe]vi[čc]h?|[oe]vna)$", re.I)
_LETTERS = re.compile(r"[^\W\d_]+")
_PINYIN = re.compile(
    r"""
    (?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?
       (?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo
          |ui|ue|üe|er|a|o|e|i|u|ü))
    """,
    re.VERBOSE,
)
_VIETNAMESE_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name that was read, and where; ``initialled`` where its given name is initials."""

    name: Name
    span: Span
    initialled: bool = False


_STROKED = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "ð": "d", "ß": "ss", "æ": "ae"})


def fold(text: str) -> str:
    """Give ``text`` in lower case without accents, đ as d."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_STROKED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def is_body(text: str) -> bool:
    """Tell whether ``text`` names an institution rather than a person."""
    return any(
        word in BODIES or word.startswith(BODY_STEMS) for word in _LETTERS.findall(text.lower())
    )


def word_at(text: str, at: int) -> str:
    """Give the word that begins at ``at``, or ""."""
    match = _WORD.match(text, at)
    return match[0] if match else ""


def is_capitalised(word: str) -> bool:
    """Tell whether ``word`` could be part of a name: Mosjakov, GAIDUK, d'Estaing."""
    if not word:
        return False
    return word[0].isupper() or (len(word) > 2 and word[1] in "'’" and word[2].isupper())


def initials_end(text: str, at: int, *, longest: int = 2) -> int:
    """Give where the initials that begin at ``at`` end, or ``at``: "I.A.", "J.-P.", "Yu. V."."""
    end = at
    while True:
        start = end + 1 if end > at and text[end : end + 1] in {" ", "-", "‑"} else end
        word = word_at(text, start).split("-")[0]
        stop = start + len(word)
        if not word or not word[0].isupper() or text[stop : stop + 1] != ".":
            return end
        short = len(word) <= longest and (len(word) == 1 or word.lower() in DIGRAPHS)
        if not short and word not in SHORTENED_NAMES:
            return end  # "Danhui Li." is a name, "Ju." an initial
        end = stop + 1


def _particles_end(text: str, at: int) -> int:
    while True:
        word = word_at(text, at)
        if word not in PARTICLES or text[at + len(word) : at + len(word) + 1] != " ":
            return at
        at += len(word) + 1


def _family_end(text: str, at: int, *, words: int = 3) -> int:
    """Family := particle* Capitalised{1,words}, with particles between; ``at`` where none is."""
    end = at
    next_at = _particles_end(text, at)
    for _ in range(words):
        word = word_at(text, next_at)
        if not is_capitalised(word) or text[next_at + len(word) : next_at + len(word) + 1] == ".":
            break
        end = next_at + len(word)
        if text[end : end + 1] != " ":
            break
        next_at = _particles_end(text, end + 1)
    return end


def inverted(text: str, at: int, due: frozenset[int] = frozenset()) -> Person | None:
    """Inverted := Family "," Given: "Khrushchev, Nikita Sergeyevich", "Bovin, A.E.".

    ``due`` are the offsets where title or year begins: a given name may run up to them.
    """
    family = _family_end(text, at)
    if family == at or text[family : family + 2] != ", ":
        return None
    words = text[at:family].split(" ")
    if len(words) > 2 and is_vietnamese(words):
        return None  # whole: what stands behind the comma is somebody else
    start = family + 2
    end = initials_end(text, start)
    by_initials = end > start
    end = _after_initials(text, end, due) if by_initials else _given_words_end(text, start, due)
    if end == start or (
        not by_initials and text[end : end + 1] == "," and _natural(text[at:family])
    ):
        return None
    suffix = _SUFFIX.match(text, end)
    end = suffix.end() if suffix else end
    name = Name(family=text[at:family], given=_given(text[start:end]))
    if is_body(text[at:end]) and not by_initials:
        name = Name(literal=text[at:end])
    return Person(name, Span(at, end), by_initials)


def _natural(family: str) -> bool:
    """ "Orlando Figes, Peasant Russia, …": natural order, and a title behind the comma."""
    words = family.split()
    return len(words) > 1 and words[0] not in PARTICLES and words[0].lower() in GIVEN_NAMES


def _given(text: str) -> str:
    """Keep the stop of an initial, not that of the sentence."""
    bare = text.rstrip(" .")
    last = re.split(r"[\s.\-]", bare)[-1]
    return text if len(last) <= 2 or last in {"Jr", "Sr"} else bare


_YEAR_THEN_TITLE = re.compile(r"\.\s\(?(?:1[4-9]|20)\d\d[a-z]?\)?[.,:]\s")


def _after_initials(text: str, end: int, due: frozenset[int]) -> int:
    """Let "J. Edgar" and "S. de" go on, but never into a title ("A.E. Moj XX vek")."""
    particle = re.compile(
        r"\s(?:von|van|de|der|den|du|zu)(?:\s(?:la|der|den))?(?=[.,;:\s(])"
    ).match(text, end)
    if particle and text[particle.end() : particle.end() + 1] in ".,;:":
        return particle.end()
    word = word_at(text, end + 1) if text[end : end + 1] == " " else ""
    if is_capitalised(word):
        stop = end + 1 + len(word)
        if text[stop : stop + 5] in {", and", ", ed.", ", und", ", Jr.", ", Sr."} or _reaches(
            text, stop, due
        ):
            return stop
        if _YEAR_THEN_TITLE.match(text, stop) and not is_city(word):
            return stop  # "Thompson, W. Scott. 1969. Ghana's Foreign Policy"
    return end


def _reaches(text: str, at: int, due: frozenset[int]) -> bool:
    end = at
    while end < len(text) and text[end] in " .,:":
        end += 1
    return end in due


def _given_words_end(text: str, start: int, due: frozenset[int]) -> int:
    """Given := Capitalised (Capitalised | Initial){0,3}, closed by punctuation."""
    at = start
    for count in range(4):
        word = word_at(text, at)
        initials = initials_end(text, at, longest=1)
        if initials > at and count:
            at = initials
        elif is_capitalised(word) or (count and word in PARTICLES):
            at += len(word)
        else:
            return start if not count else at - 1 if _closed(text, at - 1, due) else start
        if text[at : at + 1] != " ":
            break
        if initials > at - 1 and text[at - 1] == "." and _closed(text, at, due):
            return at
        at += 1
    else:
        at -= 1
    return at if _closed(text, at, due) else start


_CLOSING = re.compile(
    r"[.,;:()\[=/]|\s(?:1[4-9]|20)\d\d[a-z]?[.,:)]"
    r"|\s(?:[(\[/&«“\"—–-]|and\s|und\s|et\s|и\s|y\s|i\s|eds?\.|u\.\s?a\.)|$"
)


def _closed(text: str, at: int, due: frozenset[int]) -> bool:
    return (
        text[at - 1 : at] == "." or _CLOSING.match(text, at) is not None or _reaches(text, at, due)
    )


def surname_first(text: str, at: int) -> Person | None:
    """GOST order, no comma: "Иванов И. И.", "Surname I.", "GAIDUK Ilya", "Иванов Иван Иванович"."""
    family = _family_end(text, at, words=1)
    if family == at or text[family : family + 1] not in {" ", "\xa0"}:
        return None
    word = text[at:family]
    start = family + 1
    end = initials_end(text, start, longest=2)
    if end > start:
        if word.lower() in GIVEN_NAMES and is_capitalised(word_at(text, end + 1)):
            return None  # "Robert J. Banks": natural order
        if fold(word) in NO_FAMILY or (len(word) < 2):
            return None
        return Person(Name(family=word, given=text[start:end]), Span(at, end), initialled=True)
    given = word_at(text, start)
    stop = start + len(given)
    if not is_capitalised(given):
        return None
    patronymic = word_at(text, stop + 1) if text[stop : stop + 1] == " " else ""
    if _PATRONYMIC.search(patronymic) and is_capitalised(patronymic):
        stop += 1 + len(patronymic)
    elif not (word.isupper() and len(word) > 2 and not given.isupper()):
        return None
    elif is_capitalised(patronymic) and not patronymic.isupper():
        stop += 1 + len(patronymic)
    if text[stop : stop + 1] not in {".", ",", ":", ";", ""} and text[stop : stop + 2] != " (":
        return None
    return Person(Name(family=word, given=text[start:stop]), Span(at, stop))


def direct(text: str, at: int) -> Person | None:
    """Natural order: "Igor N. Selivanov", "D.V. Mosjakov", "Phạm Thị Ngọc Bích", "Zhou Enlai"."""
    words: list[Span] = []
    next_at, end, initialled = at, at, False
    for _ in range(6):
        initials = initials_end(text, next_at)
        word = word_at(text, next_at)
        if initials > next_at:
            words.append(Span(next_at, initials))
            initialled = True
            end = initials
        elif is_capitalised(word) or (words and word in PARTICLES):
            words.append(Span(next_at, next_at + len(word)))
            end = next_at + len(word)
        else:
            break
        next_at = end + 1 if text[end : end + 1] == " " else end
        if next_at == end and not (initials == end and text[end - 1] == "."):
            break
    while words and words[-1].cut(text) in PARTICLES:
        words.pop()
    if len(words) < 2 or words[-1].cut(text).endswith("."):
        return None
    return Person(split_direct(text, words), Span(at, words[-1].end), initialled)


def split_direct(text: str, words: list[Span]) -> Name:
    """Tell the family name of an uninverted name; a Vietnamese name stays whole."""
    parts = [word.cut(text) for word in words]
    whole = text[words[0].start : words[-1].end]
    if is_vietnamese(parts) or is_body(whole):
        return Name(literal=whole)
    if is_chinese(parts):
        return Name(family=parts[0], given=" ".join(parts[1:]))
    family = len(parts) - 1
    while family > 1 and parts[family - 1] in PARTICLES:
        family -= 1
    return Name(
        family=text[words[family].start : words[-1].end],
        given=text[words[0].start : words[family - 1].end],
    )


def is_vietnamese(words: list[str]) -> bool:
    """Tell a Vietnamese name: a family name of the country, then its syllables only.

    In Cyrillic, names of the whole region: "Хо Ши Мин", "Ким Ир Сен", "Мао Цзэдун".
    """
    folded = [fold(word) for word in words]
    if folded[0] in CYRILLIC_ASIAN:
        return len(words) == 3 or (len(words) == 2 and folded[0] in CYRILLIC_CHINESE)
    if folded[0] in {"kim", "pak", "choe"}:  # "Kim Il Sung" is cited whole as well
        return len(words) == 3 and max(len(word) for word in words) < 6
    if not 2 <= len(words) <= 5 or folded[0] not in VIETNAMESE_FAMILIES:
        return False
    if not all(_VIETNAMESE_SYLLABLE.fullmatch(word) for word in folded):
        return False
    return len(words) > 2 or any(not word.isascii() for word in words)


def is_chinese(words: list[str]) -> bool:
    """Tell a Chinese name in its own order: family name, then one or two syllables of pinyin."""
    folded = [word.lower() for word in words]
    if not 2 <= len(words) <= 3 or folded[0] not in CHINESE_FAMILIES:
        return False
    given = "".join(folded[1:]).replace("-", "").replace("'", "").replace("’", "")
    if len(given) < 2 or (
        len(words) == 2 and folded[1] in CHINESE_FAMILIES and folded[0] not in CHINESE_FAMILIES
    ):
        return False
    return re.fullmatch(f"(?:{_PINYIN.pattern}){{1,2}}", given, re.VERBOSE) is not None
