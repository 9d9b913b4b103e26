"""Reading romanised words back into Cyrillic, with the ambiguity said aloud."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from srccheck.errors import UsageError
from srccheck.translit.detection import WORD, detect
from srccheck.translit.lattice import Reading, language_lattice, lattice
from srccheck.translit.scheme_table import scheme
from srccheck.values import dataclass

_CERTAIN: Final = 5.0
"""Nats by which the best reading must lead to be printed alone (right 99.5 % of the time)."""
_PLAUSIBLE: Final = 8.0
_LEAST_A_LETTER: Final = -3.7
"""Nats a letter; surnames have -2.5 on average."""
_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Reversal:
    """A word or text in Cyrillic: the best reading, others, and whether it stands alone.

    ``output`` is None where no scheme asked for can have written the word; a passage that could
    not be read stays as it is in a text. ``schemes`` are those that write the output so.
    """

    input: str
    output: str | None
    alternatives: tuple[str, ...]
    certain: bool
    schemes: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def reverse_word(word: str, *, scheme_id: str | None = None, language: str = "ru") -> Reversal:
    """Read one romanised word back; without ``scheme_id`` by all schemes of the language.

    Every reading is one that the scheme writes exactly so. The best stands alone (``certain``)
    when it leads by 5 nats and looks like Russian.
    """
    if "-" in word.strip("-"):
        return _hyphenated(word, scheme_id=scheme_id, language=language)
    one = None if scheme_id is None else (scheme(scheme_id).id,)
    reader = language_lattice(language) if one is None else lattice(one)
    ranked = sorted(
        ((reader.rank(each), each) for each in reader.read(word)),
        key=lambda pair: (-pair[0], pair[1].cyrillic),
    )
    if not ranked:
        return Reversal(word, None, (), certain=False)
    best_rank, best = ranked[0]
    others = [each for rank, each in ranked[1:] if rank >= best_rank - _PLAUSIBLE]
    return Reversal(
        input=word,
        output=like(word, best.cyrillic),
        alternatives=tuple(like(word, each.cyrillic) for each in others[:_MOST]),
        certain=_plausible(best) and (len(ranked) == 1 or best_rank - ranked[1][0] >= _CERTAIN),
        schemes=reader.names(best.schemes),
    )


def _plausible(reading: Reading) -> bool:
    """Whether the reading looks like Russian at all (Кхрусхцхев, in the wrong scheme, not)."""
    return reading.score >= _LEAST_A_LETTER * (len(reading.cyrillic) + 1)


def _hyphenated(word: str, *, scheme_id: str | None, language: str) -> Reversal:
    """A compound name, each part read for itself."""
    parts = [
        reverse_word(part, scheme_id=scheme_id, language=language) if part else None
        for part in word.split("-")
    ]
    if any(part is not None and part.output is None for part in parts):
        return Reversal(word, None, (), certain=False)
    outputs = [part.output or "" if part else "" for part in parts]
    others = [
        "-".join([*outputs[:at], other, *outputs[at + 1 :]])
        for at, part in enumerate(parts)
        if part
        for other in part.alternatives
    ]
    shared = [set(part.schemes) for part in parts if part]
    return Reversal(
        input=word,
        output="-".join(outputs),
        alternatives=tuple(others[:_MOST]),
        certain=all(part.certain for part in parts if part),
        schemes=tuple(sorted(set.intersection(*shared))),
    )


def reverse(text: str, *, scheme_id: str | None = "auto", language: str = "ru") -> Reversal:
    """Read a romanised text back word by word.

    "auto" takes the scheme that the text is detected to follow. ``alternatives`` holds whole
    texts, each with one word read otherwise.
    """
    if scheme_id == "auto":
        found = detect(text)
        if not found.schemes:
            raise UsageError(
                "the text does not look romanised", advice="Name the scheme with --from."
            )
        scheme_id, language = found.schemes[0], found.language or language
    pieces: list[str] = []
    places: list[tuple[int, Reversal]] = []
    end = 0
    for match in WORD.finditer(text):
        read = reverse_word(match[0], scheme_id=scheme_id, language=language)
        pieces += [text[end : match.start()], read.output or match[0]]
        places.append((len(pieces) - 1, read))
        end = match.end()
    pieces.append(text[end:])
    alternatives = [
        "".join([*pieces[:at], other, *pieces[at + 1 :]])
        for at, read in places
        if not read.certain
        for other in read.alternatives
    ]
    return Reversal(
        input=text,
        output="".join(pieces),
        alternatives=tuple(alternatives[:_MOST]),
        certain=all(read.certain for _, read in places),
        schemes=(scheme_id,) if scheme_id else (),
    )


def like(model: str, lower: str) -> str:
    """``lower`` in the case of ``model``: all capitals, a capital first, or small."""
    letters = [char for char in model if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return lower.upper()
    if letters and letters[0].isupper():
        return lower[:1].upper() + lower[1:]
    return lower
