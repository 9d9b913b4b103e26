"""What Cyrillic a romanised word may stand for, under many schemes in one search.

The word is cut in every way into the spellings that the schemes give to Cyrillic letters. A
partial reading carries the set of schemes (a bit mask) that write it so, rules with
neighbours included, and its probability as Russian; the best readings of each length survive
(a beam). So every reading returned is one that the scheme, run forward, writes exactly so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from typing import Final, NamedTuple

from srccheck.translit.scheme_table import EDGE, Rule, Scheme, schemes
from srccheck.translit.trigrams import END, START, Trigrams, trigrams

_BEAM: Final = 60
_TOLERANCE_COST: Final = 2.5
"""Nats that a spelling outside the scheme's table costs (tolerant reading only)."""
_MOST_LIBERTIES: Final = 2
_SIGNS: Final = frozenset("ьъ’")
_CONSONANTS: Final = frozenset("бвгґджзклљмнњпрстћђфхцчџшщ")
_LONGEST_WORD: Final = 40
_WINDOW: Final = 18.0
"""Partial readings this many nats behind the best of their length are dropped."""
# Found on surnames outside the model: see tools/measure_translit.py.
_LETTER_COST: Final = 1.0
_YO_COST: Final = 2.0
_E_COST: Final = 1.0
# Apostrophe variants would double every reading; the old orthography is written, never read.
_UNREAD: Final = frozenset("'ʼѣѳѵѫ")

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


class _Arc(NamedTuple):
    """One way to read a spelling: as ``cyrillic``, by the schemes of ``mask``.

    For the schemes of ``ruled`` it depends on the neighbours (a rule begins with this letter);
    a liberty is taken anywhere.
    """

    cyrillic: str
    mask: int
    liberty: bool
    ruled: int
    spelling: str


# A reading of the word's first letters: score, Cyrillic, schemes, liberties and the last arc,
# whose right neighbour is still open. A plain tuple: this is the innermost loop.
_Partial = tuple[float, str, int, int, _Arc | None]
_Layer = dict[tuple[str, str, int], _Partial]
_SCORE: Final = itemgetter(0)


@lru_cache(maxsize=16384)
def plain_latin(text: str) -> str:
    """Lower case, NFC, one kind of apostrophe and of tie bar, no interpuncts."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_MARKS))
    return text.replace("`", "'").replace("''", '"')


class Lattice:
    """The inverted tables of some schemes, ready to read words."""

    def __init__(self, members: tuple[Scheme, ...]) -> None:
        self.schemes = members
        self.everyone = (1 << len(members)) - 1
        self._written: dict[tuple[str, str, str, str], int] = {}
        self._tolerant = self._invert()
        self._strict = {
            spelling: strict
            for spelling, arcs in self._tolerant.items()
            if (strict := [arc for arc in arcs if not arc.liberty])
        }
        self._longest = max(map(len, self._tolerant))
        # Multi-letter rules look further ahead than one neighbour: checked by writing.
        self._far_sighted = {
            (1 << bit, rule.source)
            for bit, member in enumerate(members)
            for rule in _all_rules(member)
            if len(rule.source) > 1
        }

    def _invert(self) -> dict[str, list[_Arc]]:
        masks: dict[tuple[str, str, bool], int] = {}
        for bit, member in enumerate(self.schemes):
            old = "і" if member.language == "ru" else ""
            pairs = [(out, c, False) for c, out in member.letters.items() if c != old]
            pairs += [(r.out, r.source, False) for r in _all_rules(member)]
            pairs += [(out, c, True) for c, outs in member.optional.items() for out in outs]
            strict = {(plain_latin(out), c) for out, c, liberty in pairs if not liberty}
            for out, letter, liberty in pairs:
                spelling = plain_latin(out)
                if letter in _UNREAD or (liberty and (spelling, letter) in strict):
                    continue
                key = (spelling, letter, liberty)
                masks[key] = masks.get(key, 0) | 1 << bit
        begun_by_rule: dict[str, int] = {}
        for bit, member in enumerate(self.schemes):
            for letter in member.rules:
                begun_by_rule[letter] = begun_by_rule.get(letter, 0) | 1 << bit
        arcs: dict[str, list[_Arc]] = {}
        for (spelling, letter, liberty), mask in masks.items():
            ruled = 0 if liberty else begun_by_rule.get(letter[0], 0)
            arc = _Arc(letter, mask, liberty, ruled, spelling)
            arcs.setdefault(spelling, []).append(arc)
        return arcs

    def read(self, word: str, *, beam: int = _BEAM, tolerant: bool = False) -> tuple[Reading, ...]:
        """The readings of a romanised word, most probable first; () where no scheme fits.

        A tolerant reading takes up to two spellings outside the schemes' tables as well.
        """
        latin = plain_latin(word)
        if not latin or len(latin) > _LONGEST_WORD:
            return ()
        model = trigrams()
        inverted = self._tolerant if tolerant else self._strict
        silent = inverted.get("", [])
        layers: list[_Layer] = [{} for _ in range(len(latin) + 1)]
        layers[0]["", "", 0] = (0.0, "", self.everyone, 0, None)
        for at in range(len(latin) + 1):
            kept = _best(layers[at].values(), beam)
            if silent and at:
                added: _Layer = {}
                self._grow(
                    added, kept, [arc for arc in silent if arc.cyrillic not in _SIGNS], model
                )
                # A soft or hard sign stands after a consonant only.
                signs = [arc for arc in silent if arc.cyrillic in _SIGNS]
                self._grow(added, [p for p in kept if p[1][-1:] in _CONSONANTS], signs, model)
                kept = _best([*kept, *added.values()], beam)
            if at == len(latin):
                return self._finished(kept, latin, model)
            if kept:
                for end in range(at + 1, min(at + self._longest, len(latin)) + 1):
                    arcs = inverted.get(latin[at:end])
                    if arcs:
                        self._grow(layers[end], kept, arcs, model)
        return ()

    def _grow(
        self, target: _Layer, kept: list[_Partial], arcs: list[_Arc], model: Trigrams
    ) -> None:
        """Put each kept reading, longer by each arc, into the layer ``target``."""
        for score, cyrillic, mask, liberties, last in kept:
            tail = (START + cyrillic)[-2:]
            for arc in arcs:
                letters, arc_mask, liberty, _, spelling = arc
                fitting = mask & arc_mask
                if fitting and last is not None and fitting & last.ruled:
                    fitting &= self._writers(cyrillic, last, letters[0])
                if not fitting or (liberty and liberties == _MOST_LIBERTIES):
                    continue
                longer = score + model[tail + letters[0]]
                if len(letters) > 1:
                    longer += model[tail[1] + letters[:2]]
                if liberty:
                    longer -= _TOLERANCE_COST
                key = (cyrillic + letters, spelling, liberties + liberty)
                known = target.get(key)
                if known is not None:
                    fitting |= known[2]
                    longer = max(longer, known[0])
                target[key] = (longer, key[0], fitting, key[2], arc)

    def _writers(self, cyrillic: str, last: _Arc, following: str) -> int:
        """The schemes that write the reading's last unit so before the letter ``following``."""
        unit, spelling = last.cyrillic, last.spelling
        before = cyrillic[-len(unit) - 1 : -len(unit)] or EDGE
        key = (before, unit, following, spelling)
        found = self._written.get(key)
        if found is None:
            found = self._written[key] = self._find_writers(before, last, following)
        return found

    def _find_writers(self, before: str, last: _Arc, following: str) -> int:
        mask = ~last.ruled
        for bit, member in enumerate(self.schemes):
            if last.ruled >> bit & 1:
                out = member.spelling(last.cyrillic, before, following)
                if out is not None and plain_latin(out) == last.spelling:
                    mask |= 1 << bit
        return mask

    def _finished(
        self, partials: list[_Partial], latin: str, model: Trigrams
    ) -> tuple[Reading, ...]:
        best: dict[tuple[str, int], Reading] = {}
        for score, cyrillic, mask, liberties, last in partials:
            writers = self._final_writers(cyrillic, mask, liberties, last, latin)
            if not writers:
                continue
            total = score + model[(START + cyrillic)[-2:] + END]
            known = best.get((cyrillic, liberties))
            if known is not None:
                writers, total = writers | known.schemes, max(total, known.score)
            best[cyrillic, liberties] = Reading(cyrillic, total, writers, liberties)
        return tuple(sorted(best.values(), key=lambda reading: (-reading.score, reading.cyrillic)))

    def _final_writers(
        self, cyrillic: str, mask: int, liberties: int, last: _Arc | None, latin: str
    ) -> int:
        """The schemes left when the word ends here."""
        if last is None:
            return 0
        if mask & last.ruled:
            mask &= self._writers(cyrillic, last, EDGE)
        return mask if liberties else self._checked(cyrillic, mask, latin)

    def _checked(self, cyrillic: str, mask: int, latin: str) -> int:
        """``mask`` without the schemes whose multi-letter rules write the word otherwise."""
        for bit, source in self._far_sighted:
            if mask & bit and source in cyrillic:
                member = self.schemes[bit.bit_length() - 1]
                if plain_latin(member.write_lower(cyrillic)) != latin:
                    mask &= ~bit
        return mask

    def rank(self, reading: Reading) -> float:
        """How likely print means this reading (nats).

        The letter model, the usual schemes before rare ones, one Cyrillic letter before two
        (я before иа for "ia"), е before ё and э, which print writes less often.
        """
        cyrillic = reading.cyrillic
        return (
            reading.score
            + self.prior(reading.schemes)
            - _LETTER_COST * len(cyrillic)
            - _YO_COST * cyrillic.count("ё")
            - _E_COST * cyrillic.count("э", 1)
        )

    def prior(self, mask: int) -> float:
        """The prior (nats) of the most usual scheme in a mask."""
        return max(
            (each.prior for bit, each in enumerate(self.schemes) if mask >> bit & 1), default=0.0
        )

    def names(self, mask: int) -> tuple[str, ...]:
        """The ids of the schemes in a mask."""
        return tuple(each.id for bit, each in enumerate(self.schemes) if mask >> bit & 1)


def _all_rules(member: Scheme) -> list[Rule]:
    return [rule for rules in member.rules.values() for rule in rules]


def _best(partials: Iterable[_Partial], beam: int) -> list[_Partial]:
    """The most probable partial readings: at most ``beam``, none hopelessly behind."""
    kept = list(partials)
    if len(kept) > 1:
        least = max(map(_SCORE, kept)) - _WINDOW
        kept = [partial for partial in kept if partial[0] >= least]
        if len(kept) > beam:
            kept = nlargest(beam, kept, key=_SCORE)
    return kept


@lru_cache(maxsize=128)
def lattice(identifiers: tuple[str, ...]) -> Lattice:
    """The lattice of these schemes, built once."""
    known = schemes()
    return Lattice(tuple(known[each] for each in identifiers))


@lru_cache(maxsize=16)
def language_lattice(language: str) -> Lattice:
    """The lattice of all schemes of one language ("ru", "uk", "be", "bg", "sr", "mk")."""
    return lattice(tuple(each.id for each in schemes().values() if each.language == language))
