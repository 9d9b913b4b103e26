"""Scheme-neutral keys: names that may be one name in two romanisations share a key.

A key is a folded skeleton of the sounds a name is written for: Q щ, X ч, S ш, Z ж, C ц, H х,
``Ja`` я, ``Ju`` ю, the rest as it is. One pass reads the name by the habits of one family of
spellings (English-style schemes, German, French, Polish, Czech-style); which families are
tried depends on the letters. Keys are a filter and an index: equal keys mean "compare these",
and `srccheck.translit.same_name` gives the verdict.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

_MOST_ALTERNATIVES: Final = 16
_GLIDES: Final = "ijyĭïȳīíìýїÿ"
_VOWELS: Final = "aâeëèéėěäoöuûü"
_DROPPED: Final = str.maketrans(
    dict.fromkeys("\u0361\ufe20\ufe21\u00ad\u200b\u200c\u200dʹ’‘´`′ʼ'ˈʺ”“″\"#·", "")
)

# Cyrillic is read through a plain English-style romanisation, so both meet in one skeleton.
_CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "v", "ѣ": "e", "ѳ": "f", "ѵ": "i", "ѫ": "a",
    "ђ": "dj", "ћ": "ch", "ј": "j", "љ": "lj", "њ": "nj", "џ": "dzh", "ѓ": "gj", "ќ": "kj",
    "ѕ": "dz",
}  # fmt: skip
_TO_LATIN: Final = str.maketrans(_CYRILLIC)
_CYRILLIC_LETTER: Final = re.compile("[\u0400-\u052f]")
_UKRAINIAN_LETTER: Final = re.compile("[іїєґў]")


class _Family(NamedTuple):
    """How one family of spellings writes sounds.

    ``sounds`` maps a token to its alternatives, ``lengths`` a token's first letter to the
    lengths worth trying, longest first. (No regex: five of them cost 10 ms to compile.)
    """

    sounds: dict[str, tuple[str, ...]]
    lengths: dict[str, tuple[int, ...]]
    glides: str


_SINGLE: Final = {
    "w": "v", "x": "H|ks", "h": "H", "â": "Ja", "û": "Ju", "ë": "e", "è": "e", "é": "e",
    "ė": "e", "ě": "e", "ê": "e", "ä": "a|ae", "ö": "o|oe", "ø": "o|oe", "ü": "u|ue", "å": "a|aa",
    "æ": "ae", "œ": "oe", "ß": "s", "ł": "l", "ð": "d", "ı": "i", "ă": "a", "ŭ": "a|u",
}  # fmt: skip
# What each family writes besides `_SINGLE`: a token, and its sounds separated by "|".
_TABLES: Final[dict[str, dict[str, str]]] = {
    "English": {
        "shch": "Q", "shtsh": "Q", "shh": "Q", "šč": "Q", "ŝč": "Q", "ŝ": "Q", "tšč": "Q",
        "sch": "sX|Q", "sc": "sC|Q", "tsh": "tS|CH",
        "zh": "Z", "ž": "Z", "kh": "H", "ttch": "X", "tch": "X", "tč": "X",
        "ch": "X", "č": "X", "ć": "X", "sh": "S", "š": "S", "tts": "C", "ts": "C", "tz": "C",
        "tc": "C", "cz": "C", "tcz": "C", "c": "C", "ţ": "C", "eh": "eH|e",
    },
    "German": {
        "schtsch": "Q", "stsch": "Q", "tsch": "X", "dsch": "dZ", "sch": "S|Z", "sh": "Z",
        "ch": "H", "ss": "s", "s": "s|z", "z": "C", "tz": "C", "x": "ks", "c": "C",
    },
    "French": {
        "iou": "Ju", "you": "Ju", "chtch": "Q", "tch": "X", "ch": "S", "j": "Z", "kh": "H",
        "ts": "C", "ss": "s", "ou": "u", "x": "ks", "gu": "g", "c": "C",
    },
    "Polish": {
        "szcz": "Q", "cz": "X", "sz": "S", "ż": "Z", "rz": "r", "ch": "H", "c": "C", "x": "ks",
        "ś": "s", "ń": "n", "ą": "on", "ę": "en",
    },
    "Czech": {
        "šč": "Q", "ž": "Z", "ch": "H", "č": "X", "š": "S", "c": "C", "ts": "C", "x": "H",
    },
}  # fmt: skip


@lru_cache(maxsize=8)
def _family(name: str) -> _Family:
    """The family of this name, built when a name first asks for it."""
    sounds = {token: tuple(value.split("|")) for token, value in (_SINGLE | _TABLES[name]).items()}
    lengths: dict[str, tuple[int, ...]] = {}
    for token in sorted(sounds, key=len, reverse=True):
        known = lengths.get(token[0], ())
        if len(token) not in known:
            lengths[token[0]] = (*known, len(token))
    glides = _GLIDES.replace("j", "") if name == "French" else _GLIDES
    return _Family(sounds, lengths, glides)


_LOOKS_ENGLISH: Final = re.compile("sh|zh|kh")
_LOOKS_GERMAN: Final = re.compile("sch|[oe]wa?(?:$|[ -])")
_MAYBE_GERMAN: Final = re.compile("^(?!.*(?:ts|zh|kh|sh(?!$)|c(?!h|k))).*z")
_LOOKS_FRENCH: Final = re.compile("ch|ou|j|ine(?:$|[ -])|gu[ei]")
_NOT_FRENCH: Final = re.compile("sh|zh|[čšž]")
_LOOKS_POLISH: Final = re.compile("sz|cz|ow|rz|[łżśńćę]")
_NOT_CZECH: Final = re.compile("sh|zh|kh|i[au]|y[aou]|ts")

_SIBILANT_O: Final = re.compile("(?<=[XQSZ])o")
_HUSHED_T: Final = re.compile("t(?=[XQC])")
_OFF: Final = re.compile(r"(?<=[oe])ff?(?=-|$)")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def name_keys(name: str) -> frozenset[str]:
    """The scheme-neutral keys of a name in Latin or Cyrillic script.

    Two spellings of one name share at least one key: Bukharkin, Buharkin, Boukharkine and
    Бухаркин do. Separators (spaces, hyphens) are kept as "-"; case, apostrophes, tie bars,
    diacritics that carry no sound and NFC/NFD make no difference. A text without letters has
    no keys.
    """
    folded = _fold(name)
    if not folded:
        return frozenset()
    keys: set[str] = set()
    for family, text in _readings(folded):
        for spelt in _spell(family, text):
            key = _DOUBLED.sub(r"\1", _HUSHED_T.sub("", _SIBILANT_O.sub("e", spelt)))
            key = _OFF.sub("v", key).replace("ie", "e").replace("iJ", "J").strip("-")
            if key:
                keys.add(key)
    return frozenset(keys)


def _fold(name: str) -> str:
    """Lower case, NFC, without apostrophes, soft signs written as marks, and tie bars."""
    text = name.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_DROPPED))
    return text.translate(_DROPPED).strip()


def _readings(text: str) -> Iterable[tuple[_Family, str]]:
    """The families by whose habits the folded text may be read, with the text to read."""
    if not text.isascii() and _CYRILLIC_LETTER.search(text):
        yield _family("English"), text.translate(_TO_LATIN)
        if _UKRAINIAN_LETTER.search(text) or "г" in text:
            # Ukrainian and Belarusian romanise г as h.
            yield _family("English"), text.replace("г", "h").translate(_TO_LATIN)
        return
    if "đ" in text:
        # Serbian Đorđe is Djordje; Vietnamese Đồng is Dong.
        yield _family("English"), _plain(text.replace("đ", "dj"))
        text = text.replace("đ", "d")
    text = _plain(text)
    yield _family("English"), text
    english = _LOOKS_ENGLISH.search(text) is not None
    if _LOOKS_GERMAN.search(text) or ("w" in text and not english) or _MAYBE_GERMAN.search(text):
        yield _family("German"), text
    if _LOOKS_FRENCH.search(text) and not _NOT_FRENCH.search(text):
        yield (
            _family("French"),
            text.replace("ine-", "in-").removesuffix("ine")
            + ("in" if text.endswith("ine") else ""),
        )
    if not english and _LOOKS_POLISH.search(text):
        yield _family("Polish"), text
    if "ch" in text and not _NOT_CZECH.search(text):
        yield _family("Czech"), text


def _plain(text: str) -> str:
    """``text`` without the marks that no family reads (Vietnamese tones, ñ, macrons)."""
    if text.isascii():
        return text
    out = []
    for char in text:
        if char.isascii() or char in _KNOWN_LETTERS:
            out.append(char)
        else:
            base = unicodedata.normalize("NFD", char)
            out.append(base[0] if base else char)
    return "".join(out)


_KNOWN_LETTERS: Final = frozenset(
    char
    for table in (_SINGLE, *_TABLES.values())
    for token in table
    for char in token
    if not char.isascii()
) | frozenset(_GLIDES)


def _spell(family: _Family, text: str) -> list[str]:
    """Every reading of ``text`` by one family's habits, at most `_MOST_ALTERNATIVES`."""
    parts: list[str] = []
    choices: dict[int, tuple[str, ...]] = {}
    sounds, lengths, glides = family
    at, end = 0, len(text)
    while at < end:
        char = text[at]
        for length in lengths.get(char, ()):
            alternatives = sounds.get(text[at : at + length])
            if alternatives is not None:
                at += length
                if len(alternatives) > 1:
                    choices[len(parts)] = alternatives
                parts.append(alternatives[0])
                break
        else:
            if "a" <= char <= "z" and char not in glides:
                parts.append(char)
                at += 1
            else:
                after = _after_glides(text, at, glides) if char in glides else at + 1
                parts.append(_sound(text[at:after]))
                at = after
    return _combined(parts, choices) if choices else ["".join(parts)]


def _combined(parts: list[str], choices: dict[int, tuple[str, ...]]) -> list[str]:
    """Every choice among the alternatives at some places, at most `_MOST_ALTERNATIVES`."""
    outs = [""]
    for index, part in enumerate(parts):
        outs = [out + each for out in outs for each in choices.get(index, (part,))]
        outs = outs[:_MOST_ALTERNATIVES]
    return outs


def _after_glides(text: str, at: int, glides: str) -> int:
    """The end of a run of i, j, y and the vowel that they glide into."""
    while at < len(text) and text[at] in glides:
        at += 1
    return at + 1 if text[at : at + 1] and text[at] in _VOWELS else at


@lru_cache(maxsize=1024)
def _sound(token: str) -> str:
    """The sound of a glide with the vowel after it, a separator, or a plain letter."""
    if token[0] in _GLIDES:
        last = token[-1]
        if last in "aâ":
            return "Ja"
        if last in "uûü":
            return "Ju"
        return "i" if last in _GLIDES else "e"
    if token.isalpha():
        return token
    return "-" if token.isspace() or token in "-‐‑–" else ""
