"""What Cyrillic a romanised word may stand for, under many schemes in one search.

The word is cut in every way into the spellings that the schemes give to Cyrillic letters. A
partial reading carries the set of schemes (a bit mask) that write it so, rules with
neighbours included, and its probability as Russian; the best readings of each length survive
(a beam). So every reading returned is one that the scheme, run forward, writes exactly so.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from typing import Final, NamedTuple

from srccheck.translit.scheme import EDGE, Scheme, schemes
from srccheck.translit.trigrams import END, START, Trigrams, trigrams

_BEAM: Final = 60
_TOLERANCE_COST: Final = 2.5
"""Nats that a spelling outside the scheme's table costs (tolerant reading only)."""
_LONGEST_WORD: Final = 40

_MARKS: Final = str.maketrans(
    dict.fromkeys("ʹ’‘´`′ʼˈ", "'") | dict.fromkeys("ʺ”“″„", '"') | {"\ufe20": "\u0361"}
    | dict.fromkeys("·\ufe21\u00ad\u200b", "")
)  # fmt: skip


class Reading(NamedTuple):
    """A Cyrillic word (lower case), its log-probability, the schemes that write it so.

    ``schemes`` is a bit mask in the order of `Lattice.schemes`; ``liberties`` counts the
    letters that were read by a spelling outside the scheme's table.
    """

    cyrillic: str
    score: float
    schemes: int
    liberties: int


class _Partial(NamedTuple):
    """A reading of the word's first letters; its last unit's right neighbour is still open."""

    score: float
    cyrillic: str
    mask: int
    liberties: int
    unit: str
    spelling: str


class _Arc(NamedTuple):
    cyrillic: str
    mask: int
    liberty: bool


_EMPTY: Final = _Partial(0.0, "", -1, 0, "", "")
_SCORE: Final = itemgetter(0)


def plain_latin(text: str) -> str:
    """Lower case, NFC, one kind of apostrophe and of tie bar, no interpuncts."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_MARKS))
    return text.replace("`", "'").replace("''", '"')


class Lattice:
    """The inverted tables of some schemes, ready to read words."""

    def __init__(self, members: tuple[Scheme, ...], *, tolerant: bool) -> None:
        self.schemes = members
        self.everyone = (1 << len(members)) - 1
        self._written: dict[tuple[str, str, str, str], int] = {}
        self._arcs = self._invert(tolerant=tolerant)
        self._longest = max(map(len, self._arcs))
        # Multi-letter rules look further ahead than one neighbour: checked by writing.
        self._far_sighted = {
            (1 << bit, rule.source)
            for bit, member in enumerate(members)
            for rules in member.rules.values()
            for rule in rules
            if len(rule.source) > 1
        }

    def _invert(self, *, tolerant: bool) -> dict[str, list[_Arc]]:
        masks: dict[tuple[str, str, bool], int] = {}
        for bit, member in enumerate(self.schemes):
            pairs = [(out, letter, False) for letter, out in member.letters.items()]
            pairs += [
                (r.out, r.source, False) for rules in member.rules.values() for r in rules
            ]
            if tolerant:
                pairs += [
                    (out, letter, True) for letter, outs in member.optional.items() for out in outs
                ]
            strict = {(plain_latin(out), letter) for out, letter, liberty in pairs if not liberty}
            for out, letter, liberty in pairs:
                spelling = plain_latin(out)
                if letter in "'ʼ" or (liberty and (spelling, letter) in strict):
                    continue
                key = (spelling, letter, liberty)
                masks[key] = masks.get(key, 0) | 1 << bit
        arcs: dict[str, list[_Arc]] = {}
        for (spelling, letter, liberty), mask in masks.items():
            arcs.setdefault(spelling, []).append(_Arc(letter, mask, liberty))
        return arcs

    def read(self, word: str, *, beam: int = _BEAM, only: int = -1) -> tuple[Reading, ...]:
        """The readings of a romanised word, most probable first; () where no scheme fits.

        ``only`` restricts the search to some schemes' bits.
        """
        latin = plain_latin(word)
        if not latin or len(latin) > _LONGEST_WORD:
            return ()
        model = trigrams()
        start = _EMPTY._replace(mask=self.everyone & only)
        layers: list[dict[tuple[str, str, int], _Partial]] = [{} for _ in latin] + [{}]
        layers[0]["", "", 0] = start
        for at in range(len(latin)):
            current = self._survivors(layers[at], model, beam)
            for length in range(1, min(self._longest, len(latin) - at) + 1):
                spelling = latin[at : at + length]
                for arc in self._arcs.get(spelling, ()):
                    target = layers[at + length]
                    for partial in current:
                        self._extend(target, partial, arc, spelling, model)
        return self._finished(self._survivors(layers[-1], model, beam), latin, model)

    def _survivors(
        self, layer: dict[tuple[str, str, int], _Partial], model: Trigrams, beam: int
    ) -> list[_Partial]:
        """The best of a layer, and each with one letter added that is written as nothing."""
        kept = list(layer.values())
        if len(kept) > beam:
            kept = nlargest(beam, kept, key=_SCORE)
        silent = self._arcs.get("", ())
        if silent:
            added: dict[tuple[str, str, int], _Partial] = {}
            for partial in kept:
                if partial.cyrillic:
                    for arc in silent:
                        self._extend(added, partial, arc, "", model)
            kept += added.values()
            if len(kept) > beam:
                kept = nlargest(beam, kept, key=_SCORE)
        return kept

    def _extend(
        self,
        target: dict[tuple[str, str, int], _Partial],
        partial: _Partial,
        arc: _Arc,
        spelling: str,
        model: Trigrams,
    ) -> None:
        mask = partial.mask & arc.mask
        if not mask:
            return
        unit = partial.unit
        letters = arc.cyrillic
        if unit:
            mask &= self._writers(partial, letters[0])
            if not mask:
                return
        cyrillic = partial.cyrillic + letters
        score, liberties = partial.score, partial.liberties
        context = (START + partial.cyrillic)[-2:]
        for letter in letters:
            score += model.log(context, letter)
            context = context[1] + letter
        if arc.liberty:
            score -= _TOLERANCE_COST
            liberties += 1
        key = (cyrillic, spelling, liberties)
        known = target.get(key)
        if known is not None:
            mask |= known.mask
            score = max(score, known.score)
        target[key] = _Partial(score, cyrillic, mask, liberties, letters, spelling)

    def _writers(self, partial: _Partial, following: str) -> int:
        """The schemes that write the partial's last unit so before the letter ``following``."""
        unit, spelling = partial.unit, partial.spelling
        before = partial.cyrillic[-len(unit) - 1 : -len(unit)] or EDGE
        key = (before, unit, following, spelling)
        found = self._written.get(key)
        if found is None:
            found = self._written[key] = self._find_writers(before, unit, following, spelling)
        return found

    def _find_writers(self, before: str, unit: str, following: str, spelling: str) -> int:
        mask = 0
        text = f"{'' if before == EDGE else before}{unit}{'' if following == EDGE else following}"
        at = 0 if before == EDGE else 1
        for bit, member in enumerate(self.schemes):
            length, out = member.unit(text, at)
            if length != len(unit):
                # A longer rule may win or not, by what comes later: left to the final check.
                plain = member.letters.get(unit)
                fits = len(unit) < length and plain is not None and plain_latin(plain) == spelling
            else:
                fits = out is not None and plain_latin(out) == spelling
            if fits or spelling in map(plain_latin, member.optional.get(unit, ())):
                mask |= 1 << bit
        return mask

    def _finished(
        self, partials: list[_Partial], latin: str, model: Trigrams
    ) -> tuple[Reading, ...]:
        best: dict[tuple[str, int], Reading] = {}
        for partial in partials:
            mask = partial.mask & (self._writers(partial, EDGE) if partial.unit else 0)
            mask = self._checked(partial, mask, latin)
            if not mask:
                continue
            cyrillic = partial.cyrillic
            score = partial.score + model.log((START + cyrillic)[-2:], END)
            known = best.get((cyrillic, partial.liberties))
            if known is not None:
                mask, score = mask | known.schemes, max(score, known.score)
            best[cyrillic, partial.liberties] = Reading(cyrillic, score, mask, partial.liberties)
        return tuple(sorted(best.values(), key=lambda reading: (-reading.score, reading.cyrillic)))

    def _checked(self, partial: _Partial, mask: int, latin: str) -> int:
        """``mask`` without the schemes whose multi-letter rules write the word otherwise."""
        if partial.liberties:
            return mask
        for bit, source in self._far_sighted:
            if mask & bit and source in partial.cyrillic:
                member = self.schemes[bit.bit_length() - 1]
                if plain_latin(member.write_lower(partial.cyrillic)) != latin:
                    mask &= ~bit
        return mask

    def names(self, mask: int) -> tuple[str, ...]:
        """The ids of the schemes in a mask."""
        return tuple(each.id for bit, each in enumerate(self.schemes) if mask >> bit & 1)


@lru_cache(maxsize=128)
def lattice(identifiers: tuple[str, ...], *, tolerant: bool = False) -> Lattice:
    """The lattice of these schemes, built once."""
    known = schemes()
    return Lattice(tuple(known[each] for each in identifiers), tolerant=tolerant)


@lru_cache(maxsize=16)
def language_lattice(language: str, *, tolerant: bool = False) -> Lattice:
    """The lattice of all schemes of one language ("ru", "uk", "be", "bg", "sr", "mk")."""
    members = tuple(each.id for each in schemes().values() if each.language == language)
    return lattice(members, tolerant=tolerant)
