"""Ibid and its relatives, with what follows them."""

from __future__ import annotations

import re

from srccheck.archives import ArchivalReference, LevelName, Registry, read_files
from srccheck.citations.leads import lead_before
from srccheck.citations.locators import read_locators
from srccheck.citations.model import ArchivalCitation, IbidCitation
from srccheck.citations.names import REACH, authors_before
from srccheck.text import Place, Span, Stream
from srccheck.values import dataclass

# The first letters stand in front, so that a search over the whole text skips to them.
IBID_WORD = re.compile(
    r"""
    (?P<word> [IiТтEeLlOoУуВвAaDdОоПпTtUu] (?<!\w.) (?:
        (?<=[Ii])(?: bidem | bid\.? | dem | d\. ) | (?<=[Тт])ам\ (?:же | само | жа)
      | (?<=[Ee])(?: benda | bd\. ) | (?<=[Ll])oc\.\ cit\.
      | (?<=[Oo])(?: p\.\ cit\. | uvr\.\ cit\. ) | (?<=[Aa])rt\.\ cit\.
      | (?<=[Уу])каз\.\ соч\. | (?<=[Вв])каз\.\ (?:праця | праці | твір | тв\.)
      | (?<=[Aa])\.\s?[Aa]\.\s?O\. | (?<=[Dd])(?: ers\. | ies\. | z\.\ cyt\. )
      | (?<=[Оо])н\ же | (?<=[Пп])ак\ там | (?<=[Tt])am(?: że | též | tež | že | \ zhe | \ že )
      | (?<=[Uu])o\.
    ))(?!\w)
    """,
    re.VERBOSE,
)
_FURTHER = 400  # code points after an ibid in which another is looked for
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
    "ouvr cit": "op-cit",
    "art cit": "op-cit",
    "dz cyt": "op-cit",
    "указ соч": "op-cit",
    "вказ праця": "op-cit",
    "вказ праці": "op-cit",
    "вказ твір": "op-cit",
    "вказ тв": "op-cit",
    "a a o": "op-cit",
    "aao": "op-cit",
}


@dataclass(frozen=True, slots=True)
class IbidReader:
    """Reads the ibids of one stream."""

    stream: Stream
    registry: Registry

    def first(self, piece: Span, group: int) -> IbidCitation | None:
        """Read an ibid that begins a piece ("see ibid., d. 1/3"; "Hoxha, op. cit., p. 3")."""
        match = IBID_WORD.search(self.stream.text, piece.start, piece.end)
        if match is None:
            return None
        return self.at(match, piece, group)

    def at(self, match: re.Match[str], piece: Span, group: int) -> IbidCitation | None:
        """Read the ibid of a match of ``IBID_WORD``, whose sentence is ``piece``."""
        text, start, word = self.stream.text, match.start(), match["word"]
        form = _FORMS.get(" ".join(word.lower().replace(".", " ").split()), "ibid")
        low = max(piece.start, start - REACH)
        names: tuple[str, ...] = ()
        if form == "op-cit":
            stop = low + len(text[low:start].rstrip(" ,.:"))
            authors = authors_before(text, low, _with_stop(text, stop))
            if authors is not None:
                names, start = authors.names, authors.start
        before = text[low:start].rstrip(" ,:(")
        if before and before[-1] not in ".;!?…—–\n" and lead_before(before) is None:
            return None
        return self._with_rest(Span(start, match.end()), piece.end, group, word, form, names)

    def _with_rest(
        self, span: Span, end: int, group: int, word: str, form: str, names: tuple[str, ...]
    ) -> IbidCitation | None:
        """ibid = word [ levels of an archive | printed locators ]"""
        text = self.stream.text
        gap = _GAP.match(text, span.end, end)
        after = gap.end() if gap else span.end
        if after < end and form == "ibid":
            reference = next(iter(self._files(after, end)), None)
            if reference is not None:
                place = Place(self.stream.index, span.start, reference.span.end)
                return IbidCitation(place, group, word, form, reference=reference)
        locators, stop = read_locators(text, span.end, end, self.stream.index)
        runs_on = not word.endswith(".") and text[span.end : after].isspace()
        if not locators and (form == "idem" or (runs_on and text[after : after + 1].isalpha())):
            return None  # prose: "там же находился архив"
        place = Place(self.stream.index, span.start, max(stop, span.end))
        return IbidCitation(place, group, word, form, locators, authors=names)

    def _files(self, start: int, end: int) -> list[ArchivalReference]:
        """Read the files at ``start``; none where the first may as well be printed ("p. 40")."""
        files = read_files(self.stream.text, start, None, self.registry, end)
        levels = {level.name for level in files[0].written} if files else set()
        return files if levels & _NOT_PRINTED or len(levels) > 1 else []

    def further(self, ibid: IbidCitation, limit: int) -> list[ArchivalCitation]:
        """Read the files after an ibid's own one: "d. 6" of "ibid., d. 5, l. 2; d. 6, l. 7"."""
        text, start = self.stream.text, ibid.place.start + len(ibid.word)
        gap = _GAP.match(text, start, limit)
        if ibid.form != "ibid" or ibid.place.end <= start:
            return []
        following = IBID_WORD.search(text, ibid.place.end, min(limit, ibid.place.end + _FURTHER))
        limit = following.start() if following else limit  # it reads its own
        files = read_files(text, gap.end() if gap else start, None, self.registry, limit)
        return [
            ArchivalCitation(
                Place(self.stream.index, each.span.start, each.span.end), ibid.group, each
            )
            for each in files[1:]
        ]


def _with_stop(text: str, at: int) -> int:
    """Give back the stop of a last initial: "Зубок В. М." """
    return at + 1 if text[at : at + 1] == "." and text[at - 2 : at - 1] in " ." else at
