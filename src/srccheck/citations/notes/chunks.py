"""A note divided where one source may end and the next begin.

note   = chunk { ( ";" | sentence-end | new line ) chunk }

A semicolon and a new line divide for certain; a full stop may as well stand inside a source ("Зубок
В.М. Неудавшаяся империя. М., 2011. С. 45."), so that :func:`pieces_of` joins again what belongs
together. Quoted titles, italics and brackets are never divided.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from srccheck.citations.vocabulary import MONTHS, words
from srccheck.text import Span, Stream
from srccheck.values import dataclass

_QUOTED = re.compile(
    r"""
      «[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*»
    | “[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*”
    | „[^„“”"\n]*[“”"]
    | "[^"“”\n]*["”]
    | (?<!\w)‘[^‘’\n]{2,300}?(?:’\w[^‘’\n]{0,200}?){0,5}’(?!\w)
    """,
    re.VERBOSE,
)
_INWARD = re.compile(r"»[^«»\n]*«|›[^‹›\n]*‹")  # as German books set them
_BREAK = re.compile(
    r"""
      (?P<hard>\n|;\s)
    | (?P<soft>(?P<stop>[.?!…])["”»’)\]]{0,2}\s+(?:[–—-]\s)?)(?=[^\W_a-zа-яё]|["“„«‘*(\[/])
    """,
    re.VERBOSE,
)
_BRACKET = re.compile(r"[()\[\]\n]")
_LAST_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
_ABBREVIATIONS = words(
    """
    ed eds edn trans tr transl vol vols no nos nr pp p ch chap chaps pt pts fasc fol fols ff f n nn
    fn rev repr rpt ser suppl dept univ inst diss ph d dr mr mrs ms st jr sr co corp inc ltd gen
    col sen rep gov prof cf vs viz ca c esp op cit loc ibid et al u s t e i g etc orig comp comps
    bd bde hg hgg hrsg hrsgg jg aufl aufz ausg bearb übers vgl ebd bzw sog insb bes anm zit nach
    geb gest jh jhs abt kap art abb tab masch a o m w z b ders dies phil
    т тт ч кн вып ред отв сост пер изд изд-во им гл г гг в вв др рис док прим примеч указ соч
    цит тж напр см ср стр с сс лл ф оп д дд ед хр об н э авт науч обл ун-т ин-т акад проф доп
    испр перераб вступ ст предисл коммент рос сов
    dir éd éds trad coll pag
    """
)
_COUNTED = words("""
    aufl auflage jg jahrgang bd band jahrhundert jahrhunderts ausgabe kapitel parteitag plenum
    tagung sitzung kongress armee division kompanie
    """)  # what an ordinal counts: "3. Aufl."
_FIRST_WORD = re.compile(r"[\"“„«‘(\[\s–—-]*(?P<word>[^\W\d_]+)")
LONGEST = 4000  # code points of a note's chunk in which sources are looked for


@dataclass(frozen=True, slots=True)
class Chunk:
    """A range that holds a source or prose; ``hard`` where it cannot go on from the one before."""

    span: Span
    hard: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands whole in a note: quotations and brackets, in order."""

    quotes: tuple[Span, ...]
    brackets: tuple[Span, ...]  # outermost, with their marks

    def quote_at(self, offset: int) -> Span | None:
        """Give the quotation that begins at ``offset``."""
        at = bisect_right(self.quotes, offset, key=lambda each: each.start) - 1
        return self.quotes[at] if at >= 0 and self.quotes[at].start == offset else None

    def bracket_at(self, offset: int) -> Span | None:
        """Give the bracket that ``offset`` lies in."""
        at = bisect_right(self.brackets, offset, key=lambda each: each.start) - 1
        found = self.brackets[at] if at >= 0 else None
        return found if found is not None and found.start < offset < found.end else None

    def brackets_in(self, span: Span) -> tuple[Span, ...]:
        """Give the brackets that begin in ``span``."""
        low = bisect_left(self.brackets, span.start, key=lambda each: each.start)
        high = bisect_left(self.brackets, span.end, key=lambda each: each.start)
        return self.brackets[low:high]

    def quotes_in(self, span: Span) -> tuple[Span, ...]:
        """Give the quotations that begin in ``span``."""
        low = bisect_left(self.quotes, span.start, key=lambda each: each.start)
        high = bisect_left(self.quotes, span.end, key=lambda each: each.start)
        return self.quotes[low:high]

    def inside(self, offset: int) -> bool:
        """Tell whether ``offset`` lies inside a quotation or a bracket."""
        return _inside(self.quotes, offset) or _inside(self.brackets, offset)

    def in_quote(self, offset: int) -> bool:
        """Tell whether ``offset`` lies inside a quotation."""
        return _inside(self.quotes, offset)


def layout_of(text: str) -> Layout:
    """Find the quotations and brackets of a note."""
    inward = 0 <= text.find("»") < (text.find("«") if "«" in text else -1)
    pattern = _INWARD if inward else _QUOTED
    quotes = tuple(Span(*match.span()) for match in pattern.finditer(text))
    return Layout(quotes, tuple(_brackets(text, quotes)))


def chunks_of(stream: Stream, layout: Layout) -> list[Chunk]:
    """Divide a note at its semicolons, lines and sentence ends."""
    text = stream.text
    found: list[Chunk] = []
    start, hard = 0, True
    for match in _BREAK.finditer(text):
        at = match.start()
        behind = at + len(match.group().rstrip(" –—-")) if match["soft"] else at
        if match["hard"] != "\n" and (
            layout.inside(behind) or stream.emphasised(Span(behind - 1, behind + 1))
        ):
            continue
        if match["soft"] and match["stop"] == "." and _is_abbreviation(text, start, at):
            continue
        end = at if match["hard"] else at + len(match["soft"].rstrip(" –—-"))
        if end > start:
            found.append(Chunk(Span(start, end), hard))
        start, hard = match.end(), match["hard"] is not None
    if start < len(text):
        found.append(Chunk(Span(start, len(text)), hard))
    return found


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at ``stop`` belongs to a word: an initial, "ed.", "т."."""
    word = _LAST_WORD.search(text, max(start, stop - 14), stop)
    if word is None:
        return False
    last = word.group().lower()
    if last.isdigit():
        # "Berlin, 9. Mai 1945", "Bd. 2. Aufl."
        following = _FIRST_WORD.match(text, stop + 1)
        return following is not None and (
            following["word"].lower() in MONTHS or following["word"].lower() in _COUNTED
        )
    if len(last) == 1:
        return not last.isdigit()
    return last in _ABBREVIATIONS


def _brackets(text: str, quotes: tuple[Span, ...]) -> Iterator[Span]:
    stack: list[int] = []
    for match in _BRACKET.finditer(text):
        char = match.group()
        if char == "\n":
            stack.clear()
        elif char in "([":
            stack.append(match.start())
        elif stack:
            start = stack.pop()
            if not stack:
                yield Span(start, match.end())


def _inside(spans: tuple[Span, ...], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda each: each.start) - 1
    return at >= 0 and spans[at].start < offset < spans[at].end - 1
