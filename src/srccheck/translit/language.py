"""A guess at a short text's language, from its letters and its commonest small words.

Made for titles and reference-list entries: it tells romanised Slavic text from the Western
languages that stand beside it, and abstains (None) rather than guess.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SMALL_WORDS: Final = {
    "en": "the of and in to on a from with for at by an its as his their between under during "
    "after into relations history war press university studies journal review",
    "de": "der die das und im in von zur zum des dem den ein eine mit für über auf aus nach "
    "zwischen geschichte verlag",
    "fr": "le la les des du de et en dans sur un une aux au pour entre par avec histoire sous",
    "it": "il la di del della dei delle e in nel con per una tra gli storia",
    "es": "el los las del y en la de una por con para entre historia",
    "pl": "i w z na do dla od oraz przez pod przy się jest polskiej historia wydawnictwo",
    "sq": "e i të dhe në për me nga një per te ne nje vepra popullit partisë shqipërisë ditar "
    "shqiptare kundër rreth ceshtje çështje",
    "ru": "i v na o s k iz po ot za ob vo so do pri dlja dlia dlya istorii voprosy ego kak "
    "goda godu gody let gg pod nad posle mezhdu moj moi moy tom vypusk",
}
_WORDS_OF: Final = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_RUSSIAN_ENDING: Final = re.compile(
    r"""(?:sk|[oe]v|n|zh|sh|k)(?:ij|iy|ii|yj|yi|aja|aia|aya|aâ|oj|oi|oy|oe|oje|oye|ie|ije|iye|ikh|ih|ih|yh|ykh|ogo|omu|im|ym|oju)$
      | (?:eni|ani|ost|sti|ci|tsi|cij|tsii)(?:ja|ia|ya|i|ii|ij|ju|jah|iakh|yakh|e)$
      | (?:[oe]v|ich|ovna|evna|enko|uk|chuk)$ | shh | shch | zhd | ['ʹ’](?:n|s|k|$)""",
    re.VERBOSE,
)
_WORD: Final = re.compile(r"[^\W\d_][^\W\d_'’ʹʺ\u0300-\u036f\ufe20\ufe21]*(?:['’ʹ][^\W\d_]+)*")
_INITIAL: Final = re.compile(r"\b[^\W\d_]\.")
_VIETNAMESE: Final = re.compile("[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_LEAST_LEAD: Final = 1.0

_CYRILLIC_LETTERS: Final = (
    ("be", re.compile("ў")),
    ("uk", re.compile("[їєґ]|і(?!.*[ѣыъ])", re.DOTALL)),
    ("mk", re.compile("[ѓќѕ]")),
    ("sr", re.compile("[ђћљњџј]")),
    ("ru", re.compile("[ыэё]")),
    ("bg", re.compile("[бвгджзклмнпрстфхцчш]ъ[бвгджзклмнпрстфхцчш]|ъ(?!\\w)")),
)


def language_of_cyrillic(text: str) -> str:
    """The language of a Cyrillic text by its letters; Russian where none of them tells."""
    lower = text.lower()
    return next((language for language, sign in _CYRILLIC_LETTERS if sign.search(lower)), "ru")


@lru_cache(maxsize=4096)
def language_of_latin(text: str) -> str | None:
    """The language of a text in Latin letters, "ru" for romanised Russian, None if unsure."""
    lower = _INITIAL.sub(" ", text).lower()
    tokens = _WORD.findall(lower)
    if not tokens:
        return None
    scores = {
        language: float(sum(token in known for token in tokens))
        for language, known in _WORDS_OF.items()
    }
    scores["ru"] += sum(1.0 for token in tokens if _RUSSIAN_ENDING.search(token))
    scores["sq"] += 1.5 * len(re.findall("[ëç]", lower)) if "ë" in lower and "ç" in lower else 0
    scores["vi"] = 1.5 * sum(1 for token in tokens if _VIETNAMESE.search(token))
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    (best, score), (_, second) = ranked[0], ranked[1]
    return best if score > 0 and score - second >= _LEAST_LEAD else None
