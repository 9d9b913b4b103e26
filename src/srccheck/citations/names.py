"""The authors of a citation, as they are written before its year.

authors  = name { joint name } [ et-al ] [ editor ]
name     = { particle | initial | Word } [ "," initials ]
joint    = "," | "&" | "/" | "–" | and
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.citations.vocabulary import AND, PARTICLES, SENTENCE_STARTERS
from srccheck.values import dataclass

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\ufe20-\ufe2f])"
_TOKEN = re.compile(
    rf"""
    (?P<word>{_LETTER}+(?:['’ʹʼ`‘-]{_LETTER}+)*['’ʹʼ]?)
  | (?P<joint>[,&/–—])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)
_TAIL = re.compile(
    r"""
    (?P<et_al>,?\s(?:et\s?al\.?|et\salii|u\.\s?a\.|и\s(?:др|соавт)\.|и\sдругие|та\sін\.
        |and\sothers|i\sin\.|usw\.))?
    (?:,?\s\(?(?:[Ee]ds?|Hgg?|Hrsg|ред|отв\.\sред|сост|comps?|dir|red|éds?)\.?\)?)?
    [\s,:]*$
    """,
    re.VERBOSE,
)
_GENITIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_GAP = re.compile(r"[\s,:]")
REACH = 160  # code points in which the authors of a citation stand
MOST = 60  # words of a label


@dataclass(frozen=True, slots=True)
class Authors:
    """Names as cited, and where they stand in the text they were read from."""

    names: tuple[str, ...]
    start: int
    end: int
    et_al: bool
    genitive: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "name" | "initial" | "particle" | "and" | "comma"
    start: int
    end: int
    word: str


def authors_before(text: str, start: int, end: int, *, in_prose: bool = False) -> Authors | None:
    """Give the authors that end at ``end``, as many as stand there after ``start``.

    In prose a comma joins names only where "and" joins the last two: "In Hanoi, Westad (2005)".
    """
    low = max(start, end - REACH * 3)
    label = text[low:end]
    tail = _tail(label)
    genitive = _GENITIVE.search(label, 0, tail.start()) if in_prose else None
    stop = genitive.start() if genitive else tail.start()
    tokens = _suffix(label[:stop])
    if in_prose:
        tokens = _without_prose(tokens)
    names = _names(label, tokens)
    if not names:
        return None
    return Authors(
        tuple(label[a:b] for a, b in names),
        low + names[0][0],
        low + names[-1][1],
        tail["et_al"] is not None,
        genitive is not None,
    )


def _tail(label: str) -> re.Match[str]:
    """Find "et al." and "ed." at the end of a label; they begin in its last few words."""
    for match in _GAP.finditer(label, max(len(label) - 30, 0)):
        found = _TAIL.match(label, match.start())
        if found is not None:
            return found
    found = _TAIL.match(label, len(label))
    assert found is not None  # the empty tail always matches
    return found


def _suffix(label: str) -> list[_Token]:
    """Give the longest run of name-like tokens that ends the label."""
    tokens: list[_Token] = []
    for token in _tokens(label):
        if token is None:
            tokens.clear()
        else:
            tokens.append(token)
    tokens = tokens[-MOST:]
    while tokens and tokens[0].kind in ("and", "comma"):
        tokens.pop(0)
    return tokens


def _tokens(label: str) -> Iterator[_Token | None]:
    initial = False
    for match in _TOKEN.finditer(label):
        word, lower = match.group(), match.group().lower()
        dotted = label[match.end() : match.end() + 1] == "."
        if initial:  # the stop of an initial
            initial = False
            continue
        if word in "–—" and label[match.start() - 1 : match.start()].isspace():
            yield None  # a dash between clauses: "о позиции Брандта – Кеворков (1997)"
            continue
        if match["joint"]:
            kind = "comma" if word == "," else "and"
        elif match["word"] and word[0].isupper():
            initial = dotted and len(word) <= 2
            kind = "initial" if initial else "name"
        elif match["word"] and lower in AND and not dotted:
            kind = "and"
        elif match["word"] and (lower in PARTICLES or lower[:2] in ("d'", "d’")):
            kind = "particle"
        else:
            yield None
            continue
        yield _Token(kind, match.start(), match.end() + initial, word)


def _without_prose(tokens: list[_Token]) -> list[_Token]:
    """Leave out a sentence's first word, and what a comma divides from the last name."""
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        joined = any(each.kind == "and" for each in tokens[at + 1 :])
        starts = token.kind == "name" and token.word.lower() in SENTENCE_STARTERS
        if starts or (token.kind == "comma" and not joined):
            return tokens[at + 1 :]
    return tokens


def _names(label: str, tokens: list[_Token]) -> list[tuple[int, int]]:
    """Divide the tokens into names; initials after a comma belong to the name before it."""
    names: list[tuple[int, int]] = []
    current: list[_Token] = []
    divided = False
    for token in [*tokens, None]:
        if token is not None and token.kind not in ("and", "comma"):
            current.append(token)
            continue
        if current:
            span = (current[0].start, current[-1].end)
            if all(each.kind == "initial" for each in current) and names and divided:
                names[-1] = (names[-1][0], span[1])
            elif not any(each.kind == "name" for each in current):
                return []
            else:
                names.append(span)
        elif token is not None and token.kind == "and" and not names:
            return []
        divided = token is not None and token.kind == "comma"
        current = []
    return names
