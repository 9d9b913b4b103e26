"""From one script or scheme to another, whichever way the text goes."""

from __future__ import annotations

from typing import Final

from srccheck.translit.detection import detect
from srccheck.translit.language import language_of_cyrillic
from srccheck.translit.reversal import Reversal, reverse
from srccheck.translit.scheme_table import Scheme, is_cyrillic, scheme, schemes

CYRILLIC: Final = "cyrillic"
AUTO: Final = "auto"


def convert(text: str, to: str, source: str = AUTO) -> Reversal:
    """Write ``text`` in the scheme ``to``, or in Cyrillic where ``to`` is "cyrillic".

    ``source`` is the scheme of a romanised text, by id or family; "auto" detects it. Cyrillic
    is romanised as it stands. A text that is not romanised stays as it is and is not certain.
    Raises `UsageError` for a scheme that does not exist.
    """
    if to != CYRILLIC:
        scheme(to)
    if source != AUTO:
        scheme(source)
    if any(map(is_cyrillic, text)):
        return _written(Reversal(text, text, (), certain=True), to, language_of_cyrillic(text))
    if source == AUTO:
        found = detect(text)
        if not found.schemes:
            return Reversal(text, text, (), certain=False)
        language, source = found.language or "ru", found.schemes[0]
    else:
        language = scheme(source).language
    return _written(reverse(text, scheme_id=source, language=language), to, language)


def _written(read: Reversal, to: str, language: str) -> Reversal:
    """A reading in the scheme asked for; two readings that it writes alike are one."""
    if to == CYRILLIC or read.output is None:
        return read
    writer = _of_language(to, language)
    output = writer.romanise(read.output)
    others = dict.fromkeys(writer.romanise(each) for each in read.alternatives)
    alternatives = tuple(each for each in others if each != output)
    return Reversal(
        input=read.input,
        output=output,
        alternatives=alternatives,
        certain=read.certain or (bool(read.alternatives) and not alternatives),
        schemes=read.schemes,
    )


def _of_language(identifier: str, language: str) -> Scheme:
    """The scheme of this id; of a family, the one for the text's language where it has one."""
    every = schemes().values()
    if identifier not in schemes():
        for each in every:
            if each.family == identifier and each.language == language:
                return each
    return scheme(identifier)
