"""How far the authors of a citation agree with those of an entry."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from srccheck.references import Entry, Name
from srccheck.resolve.apparatus import NameDifference
from srccheck.resolve.folding import fold, with_marks
from srccheck.translit import same_name
from srccheck.translit.own import depends_on_own
from srccheck.values import dataclass

_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]{1,2}\.[\s-]?)+(?!\w)")
_TWO_NAMES = re.compile(r"(?P<outside>[^(\[]+?)\s*[(\[](?P<inside>[^)\]]+)[)\]]$")
_LETTERS = re.compile(r"[^\W\d_]+")


class Agreement(IntEnum):
    """How sure it is that two names are one person's, best first."""

    EQUAL = 0
    SAME = 1
    POSSIBLE = 2
    MISSPELLING = 3
    DIFFERENT = 4


_VERDICTS = {
    "same": Agreement.SAME,
    "possible": Agreement.POSSIBLE,
    "misspelling": Agreement.MISSPELLING,
    "different": Agreement.DIFFERENT,
}


@dataclass(frozen=True, slots=True)
class AuthorMatch:
    """An entry whose first author agrees with a citation's.

    ``coauthors`` is true where the rest of the names agree as well (or "et al." stands for them);
    ``given`` is false where the citation has a given name that begins otherwise than the entry's.
    """

    entry: Entry
    agreement: Agreement
    coauthors: bool
    differences: tuple[NameDifference, ...]
    given: bool = True


@depends_on_own
@lru_cache(maxsize=16384)
def compare(cited: str, name: Name) -> tuple[Agreement, NameDifference | None]:
    """Compare one cited name with one author of an entry."""
    if name.literal and cited in acronyms(name.literal):
        return Agreement.EQUAL, None
    best: tuple[Agreement, NameDifference | None] = (Agreement.DIFFERENT, None)
    for mine in _cited_forms(cited):
        for listed in _listed_forms(name):
            if fold(mine) == fold(listed):
                return _equal(mine, listed)
            verdict = same_name(mine, listed)
            agreement = _VERDICTS[verdict.verdict]
            if agreement < best[0]:
                difference = NameDifference(mine, listed, verdict.verdict, verdict.explanation)
                best = agreement, difference
    return best


def _equal(cited: str, listed: str) -> tuple[Agreement, NameDifference | None]:
    """Two spellings of the same letters: one without its marks (Luthi, Lüthi) is a difference."""
    if with_marks(cited) == with_marks(listed):
        return Agreement.EQUAL, None
    return Agreement.SAME, NameDifference(cited, listed, "same", "the marks differ")


def match_authors(
    cited: tuple[str, ...], entry: Entry, *, et_al: bool, unnamed: bool = False
) -> AuthorMatch | None:
    """Compare the authors of a citation with an entry's; None where the first ones differ.

    ``unnamed`` means that the entry itself leaves authors out ("Volkov, V.K., et al.").
    """
    names = entry.authors or entry.editors
    if not names or not cited:
        return None
    if len(cited) > 1 and fold(" ".join(cited)) == fold(names[0].short.replace(" and ", " ")):
        return AuthorMatch(entry, Agreement.EQUAL, True, ())
    agreement, difference = compare(cited[0], names[0])
    if agreement is Agreement.DIFFERENT:
        return None
    differences = [difference] if difference else []
    coauthors = _as_many(len(cited), len(names), et_al=et_al, unnamed=unnamed)
    for mine, listed in zip(cited[1:], names[1:], strict=False):
        other, difference = compare(mine, listed)
        if other is Agreement.DIFFERENT:
            coauthors = False
        elif difference:
            differences.append(difference)
    given = _given_agrees(cited[0], names[0])
    return AuthorMatch(entry, agreement, coauthors, tuple(differences), given)


def _as_many(cited: int, listed: int, *, et_al: bool, unnamed: bool) -> bool:
    """Tell whether a citation names as many authors as an entry, those left out counted in."""
    if et_al:
        return unnamed or listed > cited
    return cited > listed if unnamed else cited == listed


def without_initials(cited: str) -> str:
    """Give a cited name without its initials: "Филитов А.М." and "J. L. Gaddis" in one word."""
    return _INITIALS.sub(" ", cited).strip(" ,") or cited


def acronyms(body: str) -> set[str]:
    """Give what a body may be called for short: NATO, МИД (Министерство иностранных дел)."""
    short = set()
    for name in outside_and_inside(body):
        words = _LETTERS.findall(name)
        if len(words) > 1:
            short.add("".join(word[0] for word in words if word[0].isupper()))
            short.add("".join(word[0] for word in words).upper())
    return {each for each in short if len(each) > 1}


def outside_and_inside(body: str) -> list[str]:
    """Give the two names of "Ministry of Foreign Affairs (MFA)"; of another body, its one name."""
    match = _TWO_NAMES.match(body)
    return [match["outside"], match["inside"]] if match else [body]


def _given_agrees(cited: str, name: Name) -> bool:
    """Tell whether "Anna Petrova" may be the Petrova, A.; a family name alone may be anyone."""
    initials = _INITIALS.search(cited)
    if initials and name.given:
        return fold(initials.group())[:1] == fold(name.given)[:1]
    words = fold(cited).split()
    if len(words) < 2 or not name.given or fold(name.family) not in (words[-1], words[0]):
        return True
    given = words[0] if fold(name.family) == words[-1] else words[1]
    return given[0] == fold(name.given)[:1]


def _cited_forms(cited: str) -> list[str]:
    bare = without_initials(cited)
    return list(dict.fromkeys((cited, bare, bare.split()[-1] if bare.split() else bare)))


def _listed_forms(name: Name) -> list[str]:
    if name.family:
        given = [f"{name.given} {name.family}"] if name.given else []
        return [name.family, *given]
    words = name.literal.split()
    if len(words) in (2, 3, 4) and "," not in name.literal and all(w[:1].isupper() for w in words):
        return [name.literal, words[0], words[-1]]
    return list(dict.fromkeys((name.literal, *outside_and_inside(name.literal))))
