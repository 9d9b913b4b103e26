"""How sure it is that a name and a year are a citation, and not a place, a month or an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import IntEnum
from functools import lru_cache

from srccheck import translit
from srccheck.citations.listing import Listing
from srccheck.citations.locators import read_locators
from srccheck.citations.model import Year
from srccheck.citations.names import Authors
from srccheck.citations.vocabulary import (
    MONTHS,
    NOMINATIVE_MONTHS,
    NOT_AUTHORS,
    PARTICLES,
    PLACES,
    SEASONS,
)
from srccheck.text import Stream, StreamKind
from srccheck.values import dataclass

_WORD = re.compile(r"[^\W\d_][\w'’ʹ-]+")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.\s?")
_SPAN = re.compile(r"\d{4}\s?[-–—‑/]")
_ENDS = re.compile(r"\s?(?:$|[,;:.)\]\[]|(?:and|und|и|та|et|&)\s+[^\W\d_a-zа-я])")
_VIETNAMESE = re.compile("[ạ-ỹẠ-ỸăđơưĂĐƠƯ]")
_IMPRINT_AFTER = re.compile(r"[)\]](?:,|:)?\s(?:pp?\.\s?|S\.\s?|с\.\s?)?\d")
# "PA, 1974, f. 4, d. 12": a file of an archive goes on
_LEVELS = re.compile(r",\s(?:op|d|k|kut|fasc|dok|br|оп|д|к|бр)\.\s?\d")
LONGEST_REIGN = 20  # years; a span as long belongs to a life, not to a set of volumes


class Weight(IntEnum):
    """How sure a citation is: a likely one counts where the manuscript cites by author and year."""

    NONE = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weighs names and years of one stream against the lists."""

    stream: Stream
    listing: Listing

    def weigh(self, authors: Authors, year: Year, end: int, *, loose: bool) -> Weight:
        """Weigh "authors year" in a range that ends at ``end``; ``loose`` is running text."""
        label = " ".join(authors.names)
        words = [word.lower() for word in _WORD.findall(label)]
        if not words or self._marked_up(authors, year) or self._ends_in_imprint(authors):
            return Weight.NONE
        if self.listing.lists(label, year) or self.listing.abbreviates(label, year):
            return Weight.SURE
        marked = self._has_mark_of_citation(authors, year, end)
        if self._is_event(words) or (self._is_life(year) and not marked):
            return Weight.NONE
        if self.listing.knows(authors.names[0]):
            return Weight.SURE
        if any(self._is_place(word) for name in authors.names for word in _WORD.findall(name)):
            return Weight.NONE
        if marked:
            return Weight.SURE
        plain = all(_like_surname(name) for name in authors.names)
        after = _ENDS.match(self.stream.text, year.place.end, end)
        if loose or not plain or after is None or (year.last and not year.suffix):
            return Weight.NONE
        return Weight.LIKELY

    def is_imprint(self, start: int, end: int) -> bool:
        """Tell whether the parenthesis ``start``–``end`` is a title's place and year of print.

        It follows a title in italics or quotes, or a page follows it, in a note.
        """
        if self.stream.kind is not StreamKind.NOTE:
            return False
        text = self.stream.text
        before = text[max(start - 3, 0) : start - 1].rstrip()
        at = start - 1 - (len(text[max(start - 3, 0) : start - 1]) - len(before))
        run = bisect_left(self.stream.emphasis, at, key=lambda each: each.end)
        emphasised = run < len(self.stream.emphasis) and self.stream.emphasis[run].end == at
        return emphasised or before[-1:] in '"”»“' or bool(_IMPRINT_AFTER.match(text, end))

    def _marked_up(self, authors: Authors, year: Year) -> bool:
        """Tell whether a title's italics begin or end in the names or run on over the year."""
        runs = self.stream.emphasis
        at = bisect_left(runs, authors.start + 1, key=lambda each: each.end)
        while at < len(runs) and runs[at].start < year.place.end:
            run = runs[at]
            names = run.start <= authors.start and run.end >= year.place.start
            suffix = run.start >= year.place.start and run.end <= year.place.end
            if not (names or suffix):
                return True
            at += 1
        return False

    def _ends_in_imprint(self, authors: Authors) -> bool:
        """Tell whether a place ends the names: "Karl Müller, Die Botschaft, Berlin 1998"."""
        last = authors.names[-1]
        return len(authors.names) > 1 and not self.listing.knows(last) and self._is_place(last)

    def _has_mark_of_citation(self, authors: Authors, year: Year, end: int) -> bool:
        """Tell whether a suffix, "et al." or a page shows that a work is meant."""
        if year.suffix or authors.et_al:
            return True
        parts, stop = read_locators(self.stream.text, year.place.end, end, self.stream.index)
        return bool(parts) and not _LEVELS.match(self.stream.text, stop, end)

    def _is_event(self, words: list[str]) -> bool:
        if any(word in NOT_AUTHORS for word in words):
            return True
        return words[0] in SEASONS or words[-1] in MONTHS or words[-1] in NOMINATIVE_MONTHS

    def _is_life(self, year: Year) -> bool:
        if year.last is None:
            return False
        whole = _SPAN.match(year.text) is not None and year.last in year.text
        return whole or int(year.last) - int(year.first) >= LONGEST_REIGN

    def _is_place(self, name: str) -> bool:
        lower = name.lower()
        if lower in PLACES or self.listing.is_place(name):
            return True
        return name[:1].isupper() and _is_known_place(name)


@lru_cache(maxsize=4096)
def _is_known_place(name: str) -> bool:
    known = translit.place(name)
    return known is not None and known.status != "slip"


def _like_surname(name: str) -> bool:
    """Tell whether a name is a surname, with initials and particles at most, or Vietnamese."""
    if _VIETNAMESE.search(name):
        return True
    bare = _INITIAL.sub("", name).split()
    words = [word for word in bare if word.lower() not in PARTICLES]
    return len(words) == 1 and not words[0].isupper()
