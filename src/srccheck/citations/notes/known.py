"""What the manuscript names in full: its authors and titles, from full notes and from the lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from srccheck.citations.listing import Listing, simple
from srccheck.citations.vocabulary import words
from srccheck.references import Entry
from srccheck.translit import name_keys
from srccheck.values import dataclass

_ARTICLES = words(
    """
    the a an der die das des ein eine le la les l un une il lo el los las de het
    """
)
ENOUGH = 2  # words of a title without an author that are telling


@dataclass(slots=True)
class Known:
    """The authors and titles that a short note may stand for."""

    listing: Listing
    _authors: set[str] = field(default_factory=set)
    _titles: dict[str, list[str]] = field(default_factory=dict)  # by each word, folded titles

    @classmethod
    def of(cls, listing: Listing, entries: Iterable[Entry]) -> Known:
        """Begin with what the lists name."""
        known = cls(listing)
        known.add(entries)
        return known

    def add(self, works: Iterable[Entry]) -> None:
        """Add the works that full notes or a list name."""
        for work in works:
            for name in (*work.authors, *work.editors):
                for word in name.short.replace("-", " ").split():
                    self._authors.update(name_keys(word))
                self._authors.update(name_keys(name.short))
            for title in (work.title, work.container):
                if title:
                    folded = simple(title)
                    for word in set(folded.split()):
                        self._titles.setdefault(word, []).append(folded)

    def author(self, name: str) -> bool:
        """Tell whether a cited name may be one of the authors: by its last word or its first."""
        bare = [word for word in name.replace(".", ". ").split() if not word.endswith(".")]
        if not bare:
            return False
        known = any(key in self._authors for word in {bare[-1], bare[0]} for key in name_keys(word))
        return known or self.listing.knows(bare[-1])

    def title(self, words: str) -> bool:
        """Tell whether these words begin a title, its article aside, or stand in one together."""
        wanted = [word for word in simple(words).split() if word not in _ARTICLES]
        if not wanted or (len(wanted) < ENOUGH and len(wanted[0]) < 5):
            return False
        phrase = " ".join(wanted)
        rarest = min(wanted, key=lambda word: len(self._titles.get(word, ())))
        for title in self._titles.get(rarest, ()):
            bare = " ".join(word for word in title.split() if word not in _ARTICLES)
            if bare.startswith(phrase) or f" {phrase} " in f" {bare} ":
                return True
        return False
