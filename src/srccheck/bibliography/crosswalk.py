"""What the formats call the same thing: languages, and fields that an entry keeps in ``extra``."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {
    "en": "english", "de": "german", "fr": "french", "ru": "russian", "uk": "ukrainian",
    "be": "belarusian", "bg": "bulgarian", "sr": "serbian", "hr": "croatian", "bs": "bosnian",
    "mk": "macedonian", "sl": "slovene", "pl": "polish", "cs": "czech", "sk": "slovak",
    "hu": "hungarian", "ro": "romanian", "sq": "albanian", "el": "greek", "it": "italian",
    "es": "spanish", "pt": "portuguese", "ca": "catalan", "nl": "dutch", "da": "danish",
    "sv": "swedish", "nb": "norwegian", "fi": "finnish", "et": "estonian", "lv": "latvian",
    "lt": "lithuanian", "tr": "turkish", "la": "latin", "vi": "vietnamese", "zh": "chinese",
    "ja": "japanese", "ko": "korean", "he": "hebrew", "ar": "arabic", "ka": "georgian",
    "hy": "armenian",
}  # fmt: skip
"""ISO 639-1 codes and babel's names for the languages, as biblatex's ``langid`` takes them."""

_CODES = {name: code for code, name in LANGUAGES.items()} | {
    "ngerman": "de", "austrian": "de", "naustrian": "de", "swissgerman": "de", "nswissgerman": "de",
    "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "canadian": "en-CA", "australian": "en-AU", "french": "fr", "canadien": "fr-CA",
    "brazil": "pt-BR", "brazilian": "pt-BR", "portuges": "pt", "magyar": "hu", "norsk": "nb",
    "nynorsk": "nn", "bokmal": "nb", "slovenian": "sl", "polutonikogreek": "el", "farsi": "fa",
    "serbianc": "sr-Cyrl", "vietnam": "vi",
}  # fmt: skip
_NAMES = {code: name for name, code in _CODES.items()} | dict(LANGUAGES)

EXTRA_TO_BIBLATEX: Mapping[str, str] = {
    "title-short": "shorttitle", "container-title-short": "shortjournal", "abstract": "abstract",
    "annote": "annotation", "keyword": "keywords", "genre": "type", "archive": "library",
    "call-number": "library", "version": "version", "status": "pubstate", "PMID": "pmid",
    "event-place": "venue", "original-publisher": "origpublisher", "references": "related",
    "original-publisher-place": "origlocation", "part-number": "part", "section": "chapter",
    "volume-title": "titleaddon", "season": "issue",
    "collection-editor": "editora", "medium": "howpublished",
    "ST": "shorttitle", "AB": "abstract", "N2": "abstract", "KW": "keywords", "M3": "type",
    "L1": "file", "J2": "shortjournal", "AN": "library", "CN": "library",
}  # fmt: skip
"""CSL variables and RIS tags to biblatex fields."""

_EXTRA_TO_CSL: Mapping[str, str] = {
    "archive": "archive", "archive_location": "archive_location", "keyword": "keyword",
    "shorttitle": "title-short", "shortjournal": "container-title-short", "abstract": "abstract",
    "annotation": "annote", "annote": "annote", "keywords": "keyword", "type": "genre",
    "library": "call-number", "version": "version", "venue": "event-place",
    "genre": "genre",
    "origpublisher": "original-publisher", "origlocation": "original-publisher-place",
    "part": "part-number", "chapter": "section",
    "ST": "title-short", "AB": "abstract", "N2": "abstract", "KW": "keyword", "M3": "genre",
    "J2": "container-title-short", "AN": "call-number", "CN": "call-number",
}  # fmt: skip
_EXTRA_TO_RIS: Mapping[str, str] = {
    "shorttitle": "ST", "title-short": "ST", "abstract": "AB", "keywords": "KW", "keyword": "KW",
    "type": "M3", "genre": "M3", "file": "L1", "shortjournal": "J2", "library": "CN",
    "container-title-short": "J2", "call-number": "CN",
}  # fmt: skip


def langid_of(language: str | None) -> str:
    """Give babel's name of a language: "ru" is russian; what is not known stays."""
    if not language:
        return ""
    return _NAMES.get(language) or _NAMES.get(language.split("-")[0].lower()) or language


def code_of(language: str | None) -> str:
    """Give the code of a language: russian is "ru"; what is not known stays."""
    return _CODES.get((language or "").lower()) or language or ""


def csl_variable(name: str) -> str | None:
    """Give the CSL variable for a field of a .bib or RIS, where there is one that holds it."""
    return _EXTRA_TO_CSL.get(name)


def ris_tag(name: str) -> str | None:
    """Give the RIS tag for a field of a .bib or CSL-JSON, where there is one that holds it."""
    return _EXTRA_TO_RIS.get(name)
