"""An entry while it is being read: what has been understood so far, and what is still free."""

from __future__ import annotations

import re
from dataclasses import field
from operator import attrgetter

from srccheck.text import Span
from srccheck.values import dataclass

TAKEN = "\ue000"  # stands in `work` for text a field or a label has taken
HIDDEN = "\ue001"  # stands in `work` for quoted text, whose years and numbers are title text

_QUOTED = re.compile(
    r"""
      «[^«»]*(?:«[^«»]*»[^«»]*)*»
    | “[^“”]*(?:“[^“”]*”[^“”]*)*”
    | „[^„“”"]*[“”"]
    | "[^"“”]*["”]
    | ‹[^‹›]*›
    """,
    re.VERBOSE,
)
_INWARD = re.compile(r"»[^«»]*«|›[^‹›]*‹")  # as German books set them
_SINGLE_QUOTED = re.compile(
    r"‘(?=\w)[^‘’]{8,400}?(?:\w’\w[^‘’]{0,400}?){0,5}’(?=[\s.,;:)]|$)"  # closed as they are opened
    r"|['‚‘](?=\w).{8,400}?[.,?!]?[’'‘](?=[\s.,;:)]|$)"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted run: ``start`` and ``end`` with the marks, ``inner`` without them."""

    start: int
    end: int
    inner: Span


@dataclass(slots=True)
class Draft:
    """The working copy of one entry; all offsets count from the entry's first code point.

    ``work`` is as long as ``text`` and has fillers where nothing more is to be looked for.
    ``values`` maps a field's JSON name to its value and place; ``labels`` are the words that
    served to recognise a field ("no.", "accessed") and need not be kept.
    """

    text: str
    emphasis: tuple[Span, ...] = ()
    work: str = ""
    quotes: list[Quote] = field(default_factory=list)
    values: dict[str, tuple[str, Span]] = field(default_factory=dict)
    labels: list[Span] = field(default_factory=list)
    start: int = 0  # where the title may begin: behind authors and an early year

    def __post_init__(self) -> None:
        self.work = self.text
        inward = 0 <= self.text.find("»") < self.text.find("«")
        for match in (_INWARD if inward else _QUOTED).finditer(self.text):
            self.quotes.append(
                Quote(match.start(), match.end(), Span(match.start() + 1, match.end() - 1))
            )
            self.hide(match.start() + 1, match.end() - 1)

    def hide(self, start: int, end: int, filler: str = HIDDEN) -> None:
        """Put fillers over a range of ``work``."""
        if end > start:
            self.work = self.work[:start] + filler * (end - start) + self.work[end:]

    def label(self, start: int, end: int) -> None:
        """Note that the range has been understood, though no field holds it."""
        if end > start:
            self.labels.append(Span(start, end))
            self.hide(start, end, TAKEN)

    def take(self, name: str, start: int, end: int, value: str | None = None) -> None:
        """Give the range to the field ``name``; without ``value`` it is the text itself."""
        if end > start:
            self.values[name] = (self.text[start:end] if value is None else value, Span(start, end))
            self.hide(start, end, TAKEN)

    def take_clean(self, name: str, start: int, end: int) -> bool:
        """Give the range without its outer punctuation to ``name``; tell whether any is left."""
        span = cleaned(self.text, start, end)
        self.take(name, span.start, span.end)
        return span.end > span.start

    def value(self, name: str) -> str | None:
        """Give a field's value, or None."""
        held = self.values.get(name)
        return held[0] if held else None

    def at(self, name: str) -> Span | None:
        """Give a field's range, or None."""
        held = self.values.get(name)
        return held[1] if held else None

    def single_quote_at(self, offset: int) -> Quote | None:
        """Give the title in single quotes that begins at ``offset``.

        Only asked for where a title is due: everywhere else ' is an apostrophe or a soft sign.
        """
        match = _SINGLE_QUOTED.match(self.work, offset)
        if match is None:
            return None
        return Quote(match.start(), match.end(), Span(match.start() + 1, match.end() - 1))

    def rest(self) -> str:
        """Give what neither a field nor a label took, its runs joined by one space."""
        spans = sorted([span for _, span in self.values.values()] + self.labels, key=_START)
        runs: list[str] = []
        at = 0
        for span in [*spans, Span(len(self.text), len(self.text))]:
            run = self.text[at : span.start]
            if any(char.isalnum() for char in run):
                runs.append(run.strip(" .,:;—–-)(][/"))
            at = max(at, span.end)
        return " ".join(runs)


_START = attrgetter("start")
_LEADING = " .,:;—–-/=*>)]”"
_TRAILING = " ,:;—–-/=*<([“"
_ABBREVIATION = re.compile(
    r"""(?:^|[\s(\d])(?:gg?|гг?|vv|вв?|etc|u\.a|и\sдр|i\sdr|др|Jr|Sr|Inc|Co|Ltd|[IO]-?go|[A-ZА-Я])\.$""",
    re.VERBOSE,
)


def cleaned(text: str, start: int, end: int) -> Span:
    """Give the range without outer punctuation and without quotes that embrace all of it.

    A full stop stays where it belongs to an abbreviation ("1966 g.", "Jr.").
    """
    while start < end and text[start] in _LEADING:
        start += 1
    while start < end:
        last = text[end - 1]
        if (
            last in _TRAILING
            or (last == "." and not _kept_stop(text, start, end))
            or (
                last in ")]"
                and text.count(_OPENING[last], start, end) < text.count(last, start, end)
            )
        ):
            end -= 1
        else:
            break
    if start < end and text[start] in "([" and text.find(_CLOSING[text[start]], start, end) < 0:
        start += 1
    match = _QUOTED.fullmatch(text, start, end)
    if match and end - start > 2:
        return cleaned(text, start + 1, end - 1)
    return Span(start, max(start, end))


_OPENING = {")": "(", "]": "["}
_CLOSING = {"(": ")", "[": "]"}


def _kept_stop(text: str, start: int, end: int) -> bool:
    return _ABBREVIATION.search(text[max(start, end - 8) : end]) is not None
