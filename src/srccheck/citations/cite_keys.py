"""Works cited by key, which a reader has found by its format's own syntax."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from srccheck.citations.locators import read_bare, read_locators
from srccheck.citations.model import CiteKeyCitation, LocatorPart
from srccheck.text import CitedKey, Place, Span, Stream


def read_cite_keys(
    stream: Stream, taken: Sequence[Span], group: Callable[[int], int]
) -> Iterator[CiteKeyCitation]:
    """Give the cite keys of a stream with their locators, in order.

    A citation ends before what is read as another one (``taken``, in order): the archival
    reference in ``[@ames1999, citing RGANI, f. 5, op. 49, d. 3]``.
    """
    starts = [span.start for span in taken]
    for cited in stream.cited_keys:
        start, end, note = cited.start, cited.end, cited.note
        at = bisect_left(starts, start)
        if at < len(taken) and taken[at].start < end:
            if taken[at].start < cited.key_end:  # within a note before the key
                start, note = cited.key_start, Span(cited.key_start, cited.key_start)
            else:
                end = max(taken[at].start, cited.key_end)
                note = Span(min(note.start, end), min(note.end, end))
        locators = read_locators(stream.text, note.start, note.end, stream.index)[0]
        locators = locators or read_bare(stream.text, note.start, note.end, stream.index)
        if note.start >= cited.key_end:
            end = _end(stream.text, cited, locators, end)
        yield CiteKeyCitation(
            place=Place(stream.index, start, end),
            group=group(start),
            key=cited.key,
            key_place=Place(stream.index, cited.key_start, cited.key_end),
            locators=locators,
        )


def _end(text: str, cited: CitedKey, locators: Sequence[LocatorPart], end: int) -> int:
    """Give the end of a citation whose locator stands behind the key, brackets closed."""
    if not locators:
        return cited.key_end
    at = locators[-1].place.end
    return at + 1 if at < end and text[at] in "]}" else at
