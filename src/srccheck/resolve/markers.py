"""Where a text calls for its notes: ``[^12]``, ``[12]``, ``¹²``, ``(12)``, "sold.12".

In Markdown a marker is a reference to a definition, and sure. In plain text any number might be
one: a form of marker is believed only where it runs through the text as the notes do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from srccheck.text import Manuscript, Place, SourceFile, Stream, StreamKind
from srccheck.values import dataclass

_HIDDEN = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)|<!--.*?-->|`[^`\n]{1,200}`",
    re.MULTILINE | re.DOTALL,
)
_DEFINITION = re.compile(r"^[ \t]{0,3}\[\^(?P<label>[^\]\s]{1,60})\]:", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\s\[]{1,60})\](?P<defines>:)?")
# Each begins with what a search can skip to; what may stand before it, `_stands` tells.
_FORMS = {
    "caret": re.compile(r"\[\^(?P<n>\d{1,4})\]"),
    "bracket": re.compile(r"\[(?P<n>\d{1,3})\]"),
    "raised": re.compile(r"(?P<n>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"),
    "round": re.compile(r"\((?P<n>\d{1,3})\)"),
    "glued": re.compile(r"(?P<n>\d{1,3})(?=[\s”\"»)]|$)"),
}
_STOPS = tuple('.,;:!?”"’»)')
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LEAST = 3  # notes below which numbers in a plain text are no markers
SURE = 0.8  # of the notes that a form has to call for, in their order
WORD = re.compile(r"\w[\w’'-]*\W*$")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A marker or a note that has lost the other; ``kind`` is "no-note", "no-marker", "twice" …

    The kinds: "no-note", "no-marker", "marker-twice", "note-twice", "order".
    """

    kind: str
    label: str
    place: Place
    other: Place | None = None


def troubles(manuscript: Manuscript) -> Iterator[Trouble]:
    """Give what is wrong between markers and notes, in plain text and Markdown."""
    for number, file in enumerate(manuscript.files()):
        if file.format not in ("markdown", "text"):
            continue
        streams = [stream for stream in manuscript.streams if stream.file == number]
        source = _HIDDEN.sub(lambda hidden: " " * len(hidden.group()), file.source)
        defined = list(_DEFINITION.finditer(source))
        if defined:
            yield from _defined(source, defined, streams)
        else:
            yield from _listed(file, streams)


def _defined(
    source: str, defined: Sequence[re.Match[str]], streams: Sequence[Stream]
) -> Iterator[Trouble]:
    """Compare the definitions ``[^1]:`` of a Markdown text with the references ``[^1]``."""
    starts = {match.start() + len(match.group()) - len(match.group().lstrip()) for match in defined}
    called: dict[str, list[int]] = {}
    for match in _REFERENCE.finditer(source):
        if match.start() not in starts:
            called.setdefault(match["label"], []).append(match.start())
    notes = _by_label(streams)
    labels = Counter(match["label"] for match in defined)
    for label, times in labels.items():
        places = notes.get(label, [])
        if times > 1 and len(places) > 1:
            yield Trouble("note-twice", label, places[1], places[0])
        if label not in called and places:
            yield Trouble("no-marker", label, places[0])
    for label, offsets in called.items():
        if label not in labels:
            place = _shown(streams, label)
            if place is not None:
                yield Trouble("no-note", label, place)
        elif len(offsets) > 1 and label.isdigit():
            place = _before(streams, offsets[1])
            if place is not None:
                yield Trouble("marker-twice", label, place, _before(streams, offsets[0]))
    first = sorted((offsets[0], label) for label, offsets in called.items() if label in labels)
    for offset, label in _out_of_order([(at, label) for at, label in first if label.isdigit()]):
        place = _before(streams, offset)
        if place is not None:
            yield Trouble("order", label, place)


def _by_label(streams: Sequence[Stream]) -> dict[str, list[Place]]:
    """Give the first words of each note, by its label."""
    found: dict[str, list[Place]] = {}
    for stream in streams:
        if stream.kind is StreamKind.NOTE and stream.label and stream.text:
            found.setdefault(stream.label, []).append(_first_words(stream))
    return found


def _first_words(stream: Stream) -> Place:
    words = re.match(r"\S+(?:[ ]\S+){0,3}", stream.text)
    return Place(stream.index, 0, words.end() if words else len(stream.text))


def _shown(streams: Sequence[Stream], label: str) -> Place | None:
    """Give where a marker shows: one without a definition is text to Markdown."""
    for stream in streams:
        at = stream.text.find(f"[^{label}]")
        if at >= 0:
            return Place(stream.index, at, at + len(label) + 3)
    return None


def _before(streams: Sequence[Stream], offset: int) -> Place | None:
    """Give the word that a marker at ``offset`` of the file follows."""
    for stream in streams:
        if not stream.segments or stream.kind is StreamKind.REFERENCES:
            continue
        at = bisect_right(stream.segments, offset - 1, key=lambda segment: segment.source) - 1
        if at < 0:
            continue
        segment = stream.segments[at]
        if not segment.source <= offset - 1 < segment.source + segment.source_length + 3:
            continue
        end = min(segment.start + segment.length, segment.start + offset - segment.source)
        word = WORD.search(stream.text, max(end - 40, 0), end)
        if word is not None:
            return Place(stream.index, word.start(), end)
    return None


def _out_of_order(called: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Give the one number that stands out of a row that is otherwise in order.

    Labels that mostly do not rise are names that happen to be numbers.
    """
    numbers = [int(label) for _, label in called]
    falls = [at for at in range(1, len(numbers)) if numbers[at] < numbers[at - 1]]
    if not falls or len(falls) * 10 > max(len(numbers), 10):
        return
    for at in falls:
        early = numbers[at - 1]  # the one before may be what is out of place
        moved = at - 1 if at + 1 >= len(numbers) or numbers[at + 1] < early else at
        yield called[moved]


def _listed(file: SourceFile, streams: Sequence[Stream]) -> Iterator[Trouble]:
    """Compare a list of numbered notes with the numbers that the text has in one form."""
    notes = [
        s for s in streams if s.kind is StreamKind.NOTE and (s.label or "").isdigit() and s.text
    ]
    if len(notes) < LEAST or any(_restarts(notes)):
        return
    yield from _numbered_twice(notes)
    body = [stream for stream in streams if stream.kind is StreamKind.BODY]
    labels = [int(stream.label or 0) for stream in notes]
    found = _best_form(body, labels)
    if found is None:
        return
    called = {number for number, _ in found}
    for stream in notes:
        if int(stream.label or 0) not in called:
            yield Trouble("no-marker", stream.label or "", _first_words(stream))
    for number, place in found:
        if number not in labels and number <= max(labels) + 1:
            yield Trouble("no-note", str(number), place)
    seen: dict[int, Place] = {}
    for number, place in found:
        if number in seen:
            yield Trouble("marker-twice", str(number), place, seen[number])
        seen.setdefault(number, place)


def _restarts(notes: Sequence[Stream]) -> Iterator[bool]:
    """Tell whether a chapter begins to count anew."""
    return (number > 0 and stream.label == "1" for number, stream in enumerate(notes))


def _numbered_twice(notes: Sequence[Stream]) -> Iterator[Trouble]:
    seen: dict[str, Stream] = {}
    for stream in notes:
        label = stream.label or ""
        if label in seen:
            yield Trouble("note-twice", label, _first_words(stream), _first_words(seen[label]))
        seen.setdefault(label, stream)


def _best_form(body: Iterable[Stream], labels: Sequence[int]) -> list[tuple[int, Place]] | None:
    """Give the markers of the first form that calls for nearly all notes, in their order."""
    wanted = set(labels)
    streams = list(body)
    for name, form in _FORMS.items():
        found = [each for stream in streams for each in _in_stream(stream, name, form)]
        row = _rising(found) if name == "glued" else found
        hit = {number for number, _ in row if number in wanted}
        if len(hit) >= SURE * len(wanted) and len(row) <= 2 * len(wanted):
            return row
    return None


def _in_stream(stream: Stream, name: str, form: re.Pattern[str]) -> Iterator[tuple[int, Place]]:
    for match in form.finditer(stream.text):
        if _stands(stream.text, match.start(), name):
            yield int(match["n"].translate(_RAISED)), Place(stream.index, *match.span("n"))


def _stands(text: str, at: int, name: str) -> bool:
    """Tell whether a marker of this form may stand at ``at``: behind a stop, or a word."""
    if name == "round":
        return text[max(at - 2, 0) : at].rstrip(" ").endswith(_STOPS)
    if name == "glued":
        return text[at - 1 : at] in _STOPS
    return text[at - 1 : at] != "["


def _rising(found: Sequence[tuple[int, Place]]) -> list[tuple[int, Place]]:
    """Leave out numbers that do not go on counting: "1764.2" counts, "the year.1908" does not."""
    row: list[tuple[int, Place]] = []
    last = 0
    for number, place in found:
        if last < number <= last + 2 or (row and number == last):
            row.append((number, place))
            last = number
    return row
