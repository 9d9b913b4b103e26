"""Which of the encodings before Unicode a text is in: what it says, or what its bytes say."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(
    rb"""<\?xml\b[^<>]{0,80}?\bencoding\s*=\s*["'](?P<xml>[\w.:-]{2,40})
    | <meta\b[^<>]{0,120}?\bcharset\s*=\s*["']?(?P<html>[\w.:-]{2,40})
    | \\(?:usepackage|RequirePackage)\s*\[(?P<tex>[\w.:-]{2,20})\]\s*\{inputenc\}
    | \\inputencoding\s*\{(?P<input>[\w.:-]{2,20})\}
    | -\*-[^\r\n]{0,80}?\bcoding:\s*(?P<editor>[\w.:-]{2,40})""",
    re.VERBOSE | re.IGNORECASE,
)
_TEX_NAMES = {
    "latin1": "cp1252", "latin2": "iso8859-2", "latin3": "iso8859-3", "latin4": "iso8859-4",
    "latin5": "iso8859-9", "latin9": "iso8859-15", "latin10": "iso8859-16", "ansinew": "cp1252",
    "applemac": "mac-roman", "maccyr": "mac-cyrillic", "iso88595": "iso8859-5",
    "macce": "mac-latin2",
}  # fmt: skip
# A page that says Latin-1 is read as its superset, as browsers do (WHATWG Encoding Standard).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}
HEAD = 4096  # bytes in which a file may say what it is in

_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_FREQUENT = re.compile("[оеаинтсрвл]", re.IGNORECASE)
_SMALL = re.compile("[а-яё]")
_UNLIKELY = re.compile("[а-яё][А-ЯЁ]|[^\\sа-яёА-ЯЁ«»№–—“”„]")
# Bytes that are letters of Polish, Czech, Hungarian or Romanian in cp1250, and in cp1252 signs or
# rarer letters; and those that the languages of the west have and the others have not.
_CENTRAL = {
    **dict.fromkeys(b"\x9a\x9e\x8a\x8e\x9d\x8d", 1.5),  # š ž Š Ž ť Ť
    **dict.fromkeys(b"\xec\xf8\xfd\xef", 1.0),  # ě ř ý ď
    **dict.fromkeys(b"\xf5\xfb\xf9\x9c\x9f\xea\xe6", 0.6),  # ő ű ů ś ź ę ć
}
_WESTERN = {
    **dict.fromkeys(b"\xe0\xe5", 2.0),  # à å
    **dict.fromkeys(b"\xe7\xe3\xf2\xf1", 1.0),  # ç ã ò ñ
    **dict.fromkeys(b"\xe8\xea\xf9\xfb\xf4\xdf", 0.4),  # è ê ù û ô ß
}
_LETTERS_THAT_WERE_SIGNS = re.compile(rb"[A-Za-z\x80-\xff][\xb3\xb9\xba\xbf\xfe][A-Za-z\x80-\xff]")


def declared(data: bytes) -> str | None:
    """Give the encoding that a file says it is in, as Python names it; None where it says none."""
    match = _DECLARED.search(data[:HEAD])
    if match is None:
        return None
    group = match.lastgroup or ""
    name = match[group].decode("ascii").lower()
    if group in ("tex", "input"):
        name = _TEX_NAMES.get(name, name)
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    known = _WIDER.get(known, known)
    return None if known.startswith(("utf", "idna", "punycode", "raw", "unicode")) else known


def guessed(sample: bytes) -> str:
    """Tell cp1251, koi8-r, cp866, cp1250 and cp1252 apart by where their letters lie.

    Cyrillic comes in words of several high bytes, the accents of a western text stand alone among
    ASCII letters. Of the Cyrillic encodings the one wins that gives the likeliest letters.
    """
    letters = re.findall(rb"[\x80-\xff]+", sample)
    words = sum(len(word) for word in letters if len(word) > 2)
    if words * 2 < sum(map(len, letters)):
        return "cp1250" if _is_central(sample) else "cp1252"
    high = b" ".join(letters)
    return max(_CYRILLIC, key=lambda name: _likelihood(high.decode(name, errors="replace")))


def _is_central(sample: bytes) -> bool:
    """Tell the letters of Central European languages from those of western ones."""
    central = sum(weight * sample.count(byte) for byte, weight in _CENTRAL.items())
    central += 2 * len(_LETTERS_THAT_WERE_SIGNS.findall(sample))
    western = sum(weight * sample.count(byte) for byte, weight in _WESTERN.items())
    return central > max(western, 1.4)


def _likelihood(text: str) -> float:
    """Weigh frequent letters and small ones against capitals inside words and what is no letter."""
    frequent, small = len(_FREQUENT.findall(text)), len(_SMALL.findall(text))
    return frequent + 0.2 * small - 2 * len(_UNLIKELY.findall(text))
