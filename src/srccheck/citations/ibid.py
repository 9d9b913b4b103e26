"""Ibid and its relatives, with what follows them."""

from __future__ import annotations

import re

from srccheck.archives import LevelName, Registry, read_levels
from srccheck.citations.locators import read_locators
from srccheck.citations.model import IbidCitation
from srccheck.citations.names import AUTHORS, authors_in
from srccheck.citations.vocabulary import IBID, LEAD_IN
from srccheck.text import Place, Span, Stream

IBID_WORD = re.compile(rf"(?<![\w])(?P<word>{IBID})(?![\w])", re.VERBOSE | re.IGNORECASE)
_BEFORE = re.compile(rf"(?:[\s,:(]|{LEAD_IN})*", re.VERBOSE | re.IGNORECASE)
_GAP = re.compile(r"[,.:;]?\s*")
_NOT_PRINTED = frozenset(
    {LevelName.OPIS, LevelName.DELO, LevelName.PAPKA, LevelName.POR, LevelName.BOX}
)
_FORMS = {
    "idem": "idem",
    "id": "idem",
    "ders": "idem",
    "dies": "idem",
    "он же": "idem",
    "op cit": "op-cit",
    "loc cit": "op-cit",
    "указ соч": "op-cit",
    "a a o": "op-cit",
    "aao": "op-cit",
}


def read_ibid(stream: Stream, piece: Span, group: int, registry: Registry) -> IbidCitation | None:
    """Read an ibid at the start of a piece ("ibid., d. 1/3, l. 106"; "Hoxha, op. cit., p. 3")."""
    text = stream.text
    before = _BEFORE.match(text, piece.start, piece.end)
    start = before.end() if before else piece.start
    match = IBID_WORD.match(text, start, piece.end)
    authors: tuple[str, ...] = ()
    begin = start
    if match is None:
        named = AUTHORS.match(text, start, piece.end)
        gap = _GAP.match(text, named.end("names")) if named else None
        match = IBID_WORD.match(text, gap.end(), piece.end) if gap else None
        if named is None or match is None or _form(match["word"]) != "op-cit":
            return None
        authors = authors_in(named).names
    word = match["word"]
    form = _form(word)
    return _with_rest(stream, Span(begin, match.end()), piece.end, group, registry, word, form, authors)


def _form(word: str) -> str:
    return _FORMS.get(" ".join(word.lower().replace(".", " ").split()), "ibid")


def _with_rest(
    stream: Stream,
    span: Span,
    end: int,
    group: int,
    registry: Registry,
    word: str,
    form: str,
    authors: tuple[str, ...],
) -> IbidCitation | None:
    text = stream.text
    gap = _GAP.match(text, span.end, end)
    after = gap.end() if gap else span.end
    reference = read_levels(text, after, None, registry) if after < end and form == "ibid" else None
    if reference is not None and reference.span.end <= end:
        names = {level.name for level in reference.written}
        if names & _NOT_PRINTED or len(names) > 1:
            place = Place(stream.index, span.start, reference.span.end)
            return IbidCitation(place, group, word, form, reference=reference, authors=authors)
    locators, stop = read_locators(text, span.end, end, stream.index)
    if form == "idem" and not locators:
        return None
    if not locators and not word.endswith(".") and text[after : after + 1].isalpha():
        return None  # running prose: "там же находился архив"
    place = Place(stream.index, span.start, max(stop, span.end))
    return IbidCitation(place, group, word, form, locators, authors=authors)
