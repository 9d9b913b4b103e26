"""Whether two spellings are one name: four verdicts, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from srccheck.translit.folding import (
    bare,
    folded_cyrillic,
    inflected,
    one_slip,
    plain_form,
    two_slips,
)
from srccheck.translit.keys import name_keys
from srccheck.translit.own import depends_on_own
from srccheck.values import dataclass

Verdict = Literal["same", "possible", "misspelling", "different"]

_WORST_FIRST: Final = ("different", "misspelling", "possible", "same")
_SEPARATOR: Final = re.compile(r"[\s\-‐‑–,.]+")
_LATIN_ONLY: Final = re.compile("[A-Za-zÀ-ɏ'’‘ʻʼ`´\\s\\-‐‑–,.]+")
_NOT_LETTER: Final = re.compile(r"[\W_]+")
_SHORTEST_MISSPELT: Final = 4
_LONG_NAME: Final = 9
_SLAVIC_W: Final = re.compile(r"(?:[oei]w|in|yn|ko|[aiu]k|[ck]i[jy]?|[ck]y)[ay]?$|sch|sh|cz|sz|zh")
_FRENCH: Final = "mvd310_fr_ru"
_SURELY_FRENCH: Final = re.compile("tch|ou|dj|ine$|gu[ei]|[jc]h?[bcdfgklmnprstvz]")
_FRENCH_COST: Final = 2.0
# Polish, French and Hungarian habits, of which refs/schemes.json has no or one table.
_NO_TABLE: Final = re.compile(r"sz|cz|rz|[łżśćńőű]|tch|ou|dj|gy|zs")
_WRITTEN_OUT: Final = str.maketrans(
    {"ü": "ue", "ö": "oe", "ä": "ae", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}
)


if TYPE_CHECKING:
    from srccheck.translit.common_reading import CommonReading


@dataclass(frozen=True, slots=True)
class SameName:
    """The verdict on two spellings.

    ``verdict``: ``same`` (one name in two romanisations, or one spelling), ``possible`` (could
    be one name), ``misspelling`` (one slip apart), ``different``. ``schemes`` holds the ids of
    the schemes that write the first and the second spelling, ``cyrillic`` the names behind
    both, most likely first; ``explanation`` says it in one line.
    """

    verdict: Verdict
    schemes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    cyrillic: tuple[str, ...] = ()
    explanation: str = ""


@depends_on_own
@lru_cache(maxsize=16384)
def same_name(a: str, b: str) -> SameName:
    """Compare two spellings of a name: one word, or several in the same order.

    Case, NFC and NFD, and kinds of apostrophe make no difference. "same" needs a Cyrillic name
    that both spellings write in some scheme, an established pair of variants, or German
    letters written out (Müller, Mueller). One letter apart is "misspelling" in names of four
    letters and more, but never the ending of a case or gender (Ivanova).
    """
    left, right = plain_form(a), plain_form(b)
    if left == right:
        return SameName("same", explanation=f"{a} = {b}")
    verdict = _compared(a, b, left, right)
    if verdict.verdict != "same":
        from srccheck.translit.authorities import established_pair

        known = established_pair(a, b)
        if known:
            return SameName("same", cyrillic=known.cyrillic, explanation=known.explanation(a, b))
        return _chinese(a, b) or verdict
    return verdict


def same_form(a: str, b: str) -> SameName:
    """As `same_name`, and the established forms of one place or periodical too (Peking, Beijing).

    For the spellings alone; in a text, Peking University is no variant of Beijing.
    """
    verdict = same_name(a, b)
    if verdict.verdict == "same":
        return verdict
    from srccheck.translit.authorities import established_pair

    known = established_pair(a, b, "place") or established_pair(a, b, "periodical")
    if known is None:
        return verdict
    return SameName("same", cyrillic=known.cyrillic, explanation=known.explanation(a, b))


def _chinese(a: str, b: str) -> SameName | None:
    """One Chinese name in pinyin and Wade–Giles; only a name of several words is sure to be one."""
    if not all(_SEPARATOR.search(name.strip()) and _LATIN_ONLY.fullmatch(name) for name in (a, b)):
        return None
    from srccheck.translit.chinese import chinese_pair

    found = chinese_pair(a, b)
    if found is None or len(found.pinyin) < 2:
        return None
    return SameName(
        "same",
        ((found.first,), (found.second,)),
        explanation=f"{a} ({found.first}) = {b} ({found.second})",
    )


def _compared(a: str, b: str, left: str, right: str) -> SameName:
    lefts, rights = _parts(left), _parts(right)
    if len(lefts) != len(rights) or not lefts:
        return _one_word(a, b, left, right)
    if len(lefts) == 1:
        return _one_word(a, b, lefts[0], rights[0])
    return _several(a, b, [same_name(x, y) for x, y in zip(lefts, rights, strict=True)])


def _parts(plain: str) -> list[str]:
    return [part for part in _SEPARATOR.split(plain) if part]


def _several(a: str, b: str, parts: Sequence[SameName]) -> SameName:
    """The verdict on a name of several words: that of its worst part."""
    verdict = min((part.verdict for part in parts), key=_WORST_FIRST.index)
    if verdict in ("different", "misspelling"):
        return SameName(verdict, explanation=_apart(a, b, verdict))
    told = [part for part in parts if part.cyrillic]
    if not told:
        return SameName(verdict, explanation=f"{a} = {b}")
    first = _shared([part.schemes[0] for part in told])
    second = _shared([part.schemes[1] for part in told])
    cyrillic = (" ".join(part.cyrillic[0] for part in told),)
    return SameName(verdict, (first, second), cyrillic, explain(a, b, (first, second), cyrillic))


def _shared(sets: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The schemes that wrote every part; the first part's where none wrote all."""
    every = set(sets[0]).intersection(*sets[1:])
    return tuple(each for each in sets[0] if each in every) or sets[0]


def _one_word(a: str, b: str, left: str, right: str) -> SameName:
    if left.translate(_WRITTEN_OUT) == right.translate(_WRITTEN_OUT):
        return SameName("same", explanation=f"{a} = {b}")
    if not name_keys(left) & name_keys(right):
        if bare(left) == bare(right):
            return SameName("possible", explanation=f"{a} and {b} differ in marks only")
        return _by_distance(a, b, left, right)
    from srccheck.translit.common_reading import common_reading

    found = common_reading(left, right)
    if found is None:
        return _without_reading(a, b, left, right)
    sides = (found.first, found.second)
    cyrillic = tuple(dict.fromkeys(spelt_out(each, found.language) for each in found.cyrillic))
    doubtful = _only_w_for_v(left, right) or _only_by_french(left, right, found)
    verdict: Verdict = "possible" if doubtful else "same"
    return SameName(verdict, sides, cyrillic, explain(a, b, sides, cyrillic))


def _without_reading(a: str, b: str, left: str, right: str) -> SameName:
    """Equal keys and no Cyrillic behind both: a spelling without a table, or chance."""
    if bare(left) == bare(right):
        return SameName("possible", explanation=f"{a} and {b} differ in marks only")
    if _NO_TABLE.search(left) or _NO_TABLE.search(right) or one_slip(left, right):
        return SameName("possible", explanation=f"{a} and {b} may be one name")
    return SameName("different", explanation=_apart(a, b, "different"))


def explain(
    a: str, b: str, sides: tuple[tuple[str, ...], tuple[str, ...]], cyrillic: tuple[str, ...]
) -> str:
    """One line: ``Ulunjan (translit.ru) = Ulunyan (BGN/PCGN) ← Улунян``."""
    from srccheck.translit.scheme_table import schemes

    known = schemes()
    first, second = (f" ({known[side[0]].short_name})" if side else "" for side in sides)
    origin = f" ← {cyrillic[0]}" if cyrillic and cyrillic[0].lower() not in (a, b) else ""
    return f"{a}{first} = {b}{second}{origin}"


def spelt_out(lower: str, language: str = "ru") -> str:
    """A Cyrillic name with its capital, its soft sign where refs/names.toml knows it."""
    from srccheck.translit.authorities import spelt

    known = spelt().get(folded_cyrillic(lower)) if language == "ru" else None
    return known or lower[:1].upper() + lower[1:]


def _only_by_french(left: str, right: str, found: CommonReading) -> bool:
    """Mishin/Michin: one only if ch is French, nothing else is, and Russian does not say so."""
    plain = (
        side == (_FRENCH,) and not _SURELY_FRENCH.search(name)
        for name, side in ((left, found.first), (right, found.second))
    )
    return any(plain) and found.cost > _FRENCH_COST


def _only_w_for_v(left: str, right: str) -> bool:
    """Westad/Vestad: nothing but w for v sets them apart, and nothing Slavic speaks for it."""
    if left.replace("w", "v") != right.replace("w", "v"):
        return False
    return not _SLAVIC_W.search(left) and not _SLAVIC_W.search(right)


def _by_distance(a: str, b: str, left: str, right: str) -> SameName:
    left, right = _NOT_LETTER.sub("", left), _NOT_LETTER.sub("", right)
    shortest = min(len(left), len(right))
    if shortest < _SHORTEST_MISSPELT or inflected(left, right):
        return SameName("different", explanation=_apart(a, b, "different"))
    close = one_slip(left, right) or (shortest >= _LONG_NAME and two_slips(left, right))
    verdict: Verdict = "misspelling" if close else "different"
    return SameName(verdict, explanation=_apart(a, b, verdict))


def _apart(a: str, b: str, verdict: Verdict) -> str:
    if verdict == "misspelling":
        return f"{a} and {b} are a slip apart"
    return f"{a} and {b} are two names"
