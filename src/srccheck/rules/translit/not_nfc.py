"""not-nfc (TRN005): letters written as a base letter and loose marks.

What it does:
    Reports, once a paragraph, text that is not in Unicode's Normalization Form C: an "é" that is
    an e with a combining acute, or a sign that Unicode keeps only for older standards.
Why it matters:
    It looks the same, but a search for Hồ does not find Hồ, and a list is not sorted as it should
    be. Such text comes from file names and from some PDF programs.
Example:
    The café was closed.
Use instead:
    The café was closed.
Fix safety:
    Safe: the composed letters are written; nothing changes for a reader.
Options:
    None.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Rule, Safety, Severity
from srccheck.text import Place, Stream


class NotNfc(Rule):
    """Decomposed letters."""

    code = "TRN005"
    name = "not-nfc"
    severity = Severity.INFO
    summary = "letters written as a base letter and loose marks"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield a finding for each paragraph that holds such letters."""
        manuscript = apparatus.manuscript
        files = manuscript.files()
        composed = [unicodedata.is_normalized("NFC", file.source) for file in files]
        for stream in manuscript.streams:
            if composed[stream.file]:
                continue
            paragraphs: dict[int, list[Place]] = {}
            for place in _loose(files[stream.file].source, stream):
                number = stream.paragraph_at(place.start).number if stream.paragraphs else 0
                paragraphs.setdefault(number, []).append(place)
            for places in paragraphs.values():
                yield _finding(stream, places)


def _loose(text: str, stream: Stream) -> Iterator[Place]:
    """Give the letters whose source in the file's ``text`` is not NFC."""
    for segment in stream.segments:
        source = text[segment.source : segment.source + segment.source_length]
        if source.isascii() or unicodedata.is_normalized("NFC", source):
            continue
        if segment.length != segment.source_length:
            yield Place(stream.index, segment.start, segment.start + segment.length)
            continue
        for at, char in enumerate(source, start=segment.start):
            if stream.text[at] != char:
                yield Place(stream.index, at, at + 1)


def _finding(stream: Stream, places: list[Place]) -> Finding:
    first = places[0]
    more = f", and {len(places) - 1} more in this paragraph" if len(places) > 1 else ""
    edits = tuple(Edit(place, stream.text[place.start : place.end]) for place in places)
    return Finding(
        first,
        f"{stream.text[first.start : first.end]}: not composed (NFC){more}",
        fix=Fix(Safety.SAFE, "compose the letters", edits),
    )
