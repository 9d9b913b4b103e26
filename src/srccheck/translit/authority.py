"""Places and periodicals: whether a form is an established one, a romanisation, or a slip."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from srccheck.translit.authorities import Aliases, Authority, Kind, aliases_of, loose
from srccheck.translit.folding import inflected, one_slip
from srccheck.translit.keys import name_keys
from srccheck.values import dataclass

Status = Literal["established", "variant", "romanised", "slip"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN: Final = re.compile(r"\w{5,}")
_SHORTEST_SLIP: Final = 6
_RARE_WORD: Final = 5
_SHORTEST_SLIPPED: Final = 4
_WINDOW: Final = 20
_ENDING: Final = 2
"""A difference in a word's last letters is a case ending, not a slip."""


@dataclass(frozen=True, slots=True)
class AuthorityForm:
    """A form of a known place or periodical.

    ``established`` is the English (or the title's own) form, ``variant`` that of another
    language, ``romanised`` the Cyrillic name in some scheme, ``slip`` a spelling that is none.
    """

    authority: Authority
    status: Status


@dataclass(frozen=True, slots=True)
class AuthoritySlip:
    """A misspelt title in a text: where it stands, and the authority it is one letter from."""

    text: str
    start: int
    end: int
    authority: Authority


def place(form: str, known: Aliases | None = None) -> AuthorityForm | None:
    """What is known of a place of publication; None for a place that is not in the list.

    A form of six letters or more that is one letter from a known form, and is none itself, is
    a slip: Moskow.
    """
    return _form(form, "place", known or aliases_of("place"))


def periodical(title: str, known: Aliases | None = None) -> AuthorityForm | None:
    """What is known of a periodical's title; None for a title that is not in the list."""
    return _form(title, "periodical", known or aliases_of("periodical"))


def same_place(a: str, b: str, known: Aliases | None = None) -> Authority | None:
    """The place that both forms are correct forms of (Hanoi, Hanoj; Peking, Beijing)."""
    first, second = place(a, known), place(b, known)
    if first is None or second is None or "slip" in (first.status, second.status):
        return None
    return first.authority if first.authority == second.authority else None


def authority_slips(text: str, known: Aliases | None = None) -> list[AuthoritySlip]:
    """Titles of known periodicals with one letter wrong (Zerri i popullit), in text order.

    Only titles of two words or more; marks and case do not count, nor do case endings or
    other romanisations of the same title.
    """
    titles = _titles_by_word(known or aliases_of("periodical"))
    lower = text.lower()
    if len(lower) != len(text):
        return []
    chunks = set(lower.split())  # far fewer than words: most stand in a text many times
    present = titles.keys() & {word for chunk in chunks for word in _TOKEN.findall(chunk)}
    found: dict[int, AuthoritySlip] = {}
    for word in present:
        at = lower.find(word)
        while at >= 0:
            for authority, words, index in titles[word]:
                slip = _slip_around(text, at, authority, words, index)
                if slip is not None:
                    found.setdefault(slip.start, slip)
            at = lower.find(word, at + 1)
    return [found[start] for start in sorted(found)]


def _slip_around(
    text: str, at: int, authority: Authority, words: list[str], index: int
) -> AuthoritySlip | None:
    """The title around its word number ``index`` at ``at``, if it is one letter wrong."""
    margin = _WINDOW * len(words)
    start = max(at - margin, 0)
    near = [
        (start + match.start(), start + match.end())
        for match in _WORD.finditer(text[start : at + margin])
    ]
    place_of_word = next((i for i, (begin, _) in enumerate(near) if begin == at), None)
    if place_of_word is None or place_of_word < index:
        return None
    window = near[place_of_word - index : place_of_word - index + len(words)]
    if len(window) != len(words):
        return None
    if not _one_slip([loose(text[begin:end]) for begin, end in window], words):
        return None
    begin, end = window[0][0], window[-1][1]
    return AuthoritySlip(text[begin:end], begin, end, authority)


def _form(form: str, kind: Kind, known: Aliases) -> AuthorityForm | None:
    for authority in known.find(form, kind):
        if loose(form) in map(loose, authority.slips):
            return AuthorityForm(authority, "slip")
        status: Status = "established" if loose(form) == loose(authority.established) else "variant"
        return AuthorityForm(authority, status)
    for key in name_keys(form):
        found = _by_key(known, kind).get(key)
        if found is not None:
            return AuthorityForm(found, "romanised")
    near = _near(loose(form), kind, known)
    return None if near is None else AuthorityForm(near, "slip")


@lru_cache(maxsize=8)
def _by_key(known: Aliases, kind: Kind) -> dict[str, Authority]:
    """Authorities by the scheme-neutral keys of their Cyrillic forms."""
    return {
        key: authority
        for authority in known.authorities
        if authority.kind == kind
        for form in authority.cyrillic
        for key in name_keys(form)
    }


def _near(form: str, kind: Kind, known: Aliases) -> Authority | None:
    """The only authority one letter away from a loose form."""
    if len(form) < _SHORTEST_SLIP:
        return None
    near = {
        authority.established: authority
        for other, authority in _loose_forms(known, kind)
        if one_slip(form, other) and not inflected(form, other)
    }
    return next(iter(near.values())) if len(near) == 1 else None


@lru_cache(maxsize=8)
def _loose_forms(known: Aliases, kind: Kind) -> list[tuple[str, Authority]]:
    """The forms that are long enough to have slips."""
    return [
        (form, authority)
        for authority in known.authorities
        if authority.kind == kind
        for form in map(loose, authority.forms)
        if len(form) >= _SHORTEST_SLIP
    ]


@lru_cache(maxsize=8)
def _titles_by_word(known: Aliases) -> dict[str, list[tuple[Authority, list[str], int]]]:
    """Periodicals by each longer word of their titles, with the word's place.

    English titles are made of everyday words and are left out.
    """
    found: dict[str, list[tuple[Authority, list[str], int]]] = {}
    for authority in known.authorities:
        if authority.kind != "periodical" or authority.language == "en":
            continue
        marked = _WORD.findall(authority.established.lower())
        words = [loose(word) for word in marked]
        for index, word in enumerate(words if len(words) > 1 else ()):
            if len(word) >= _RARE_WORD:
                for spelling in {word, marked[index]}:
                    found.setdefault(spelling, []).append((authority, words, index))
    return found


def _one_slip(words: list[str], expected: list[str]) -> bool:
    """Whether exactly one word differs, by one letter before its ending, and not in sound."""
    apart = [(x, y) for x, y in zip(words, expected, strict=True) if x != y]
    if len(apart) != 1:
        return False
    word, right = apart[0]
    if min(len(word), len(right)) < _SHORTEST_SLIPPED or name_keys(word) & name_keys(right):
        # A doubled letter sounds the same and is a slip all the same.
        return len(word) >= _SHORTEST_SLIPPED and _doubled(word, right)
    return word[-_ENDING:] == right[-_ENDING:] and one_slip(word, right)


def _doubled(word: str, right: str) -> bool:
    """Whether one is the other with one letter doubled: Zerri, Zeri."""
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    return len(longer) == len(shorter) + 1 and any(
        longer[i] == longer[i + 1] and longer[:i] + longer[i + 1 :] == shorter
        for i in range(len(longer) - 1)
    )
