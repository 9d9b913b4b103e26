"""The romanisation that the entries of a list agree on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.rules.entry_names import Word, is_romanised, title_words
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.translit import Detection

FEWEST = 3  # romanised entries; two say nothing of a list's scheme
NEAR = 6.0  # nats behind the best at which a scheme may still be the list's


@dataclass(frozen=True, slots=True)
class ListScheme:
    """The romanised entries of a list, and what their titles together are written in.

    ``titles`` has the words of each title of an entry by the entry's id. The schemes of ``home``
    that are common in print stand first.
    """

    entries: tuple[Entry, ...]
    titles: dict[str, list[list[Word]]]
    home: Detection


def list_scheme(apparatus: Apparatus, entries: Iterable[Entry]) -> ListScheme | None:
    """Detect the scheme of a list; None where too few of its entries are romanised."""
    romanised = tuple(entry for entry in entries if is_romanised(entry))
    if len(romanised) < FEWEST:
        return None
    from srccheck.translit import detect_scheme

    titles = {entry.id: list(title_words(apparatus, entry)) for entry in romanised}
    words = [word.text for each in titles.values() for title in each for word in title]
    return ListScheme(romanised, titles, _usual_first(detect_scheme(words, within=NEAR)))


def _usual_first(home: Detection) -> Detection:
    from srccheck.translit import schemes

    known = schemes()
    return replace(home, schemes=tuple(sorted(home.schemes, key=lambda each: -known[each].prior)))
