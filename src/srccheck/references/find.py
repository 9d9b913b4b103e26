"""From the streams of a manuscript to its reference lists."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from srccheck.references.authors import read_names
from srccheck.references.identity import make_id
from srccheck.references.labels import Label, labels_of
from srccheck.references.model import AuthorSource, Entry, EntryType, Name, ReferenceList
from srccheck.references.names import fold
from srccheck.references.parse import Parsed, parse
from srccheck.references.repeated import Authorship, attribute
from srccheck.references.second_opinion import settled
from srccheck.references.split import split_fused
from srccheck.references.wordlists import OTHERS
from srccheck.references.years import ends_of
from srccheck.text import Manuscript, Place, Role, Span, Stream, StreamKind

if TYPE_CHECKING:
    from srccheck.archives import Registry

_BIBLIOGRAPHY = re.compile(
    r"bibliogra|библиогра|further\sreading|weiterführende|selected\sread|"
    r"бібліогра|thư\smục",
    re.IGNORECASE,
)

_EXTRA = {"volume_title": "volume-title", "genre": "genre", "season": "season"}
"""Fields that an entry holds in ``extra``, by their names there: those of CSL."""
_OTHERS = re.compile(rf"{OTHERS}\.?\]?$")
_LATIN = str.maketrans("абвгд", "abcde")


def find_lists(manuscript: Manuscript, registry: Registry) -> tuple[ReferenceList, ...]:
    """Give one list for each reference stream of ``manuscript``, in the order of the file.

    Each paragraph of the stream is an entry, fused ones several; headings are none. Places are
    in stream coordinates. Never raises on any text.
    """
    used: dict[str, int] = {}
    lists = tuple(
        _read_records(stream, manuscript.file(stream.file).format, used)
        if stream.records
        else _read_list(stream, registry, used)
        for stream in manuscript.of_kind(StreamKind.REFERENCES)
    )
    return _without_repeated(lists, manuscript) if manuscript.chapters else lists


def _without_repeated(
    lists: tuple[ReferenceList, ...], manuscript: Manuscript
) -> tuple[ReferenceList, ...]:
    """Leave out of a chapter's list what an earlier chapter lists: they are one bibliography."""
    chapter_of: dict[tuple[str, ...], int] = {}
    done = []
    for each in lists:
        chapter = manuscript.chapter_of(manuscript.streams[each.stream])
        kept = tuple(
            entry
            for entry in each.entries
            if chapter_of.setdefault(_identity(entry), chapter) == chapter
        )
        done.append(replace(each, entries=kept))
    return tuple(done)


def _identity(entry: Entry) -> tuple[str, ...]:
    """Give what two lists have in common of one work."""
    names = entry.authors or entry.editors
    who = fold(names[0].short) if names else ""
    what = fold(entry.title or entry.container or entry.archive_id or entry.archive or "")
    return who, f"{entry.year}{entry.suffix or ''}", " ".join(what.split()), entry.volume or ""


def parse_entry(text: str, registry: Registry | None = None) -> Entry:
    """Parse one entry that stands alone; its places count from the start of ``text``."""
    parsed = settled(text, (), parse(text, (), registry))
    given = Authorship(parsed.authors, parsed.source, 0)
    entry = _entry(parsed, given, Place(0, 0, len(text)), 1, text)
    return replace(entry, id=make_id(entry, {}))


def _read_records(stream: Stream, format_: str, used: dict[str, int]) -> ReferenceList:
    """Give the list of a file that holds its entries in fields."""
    from srccheck.references.records import read_records

    entries = [replace(entry, id=make_id(entry, used)) for entry in read_records(stream, format_)]
    return ReferenceList(stream.index, stream.heading, tuple(entries), fielded=True)


def read_source(stream: Stream, span: Span) -> Entry:
    """Read the source that a note names in full in ``span``; its places are the stream's.

    It has no id yet, and its number is 0: it stands in no list.
    """
    runs = tuple(
        Span(max(run.start, span.start), min(run.end, span.end)).shift(-span.start)
        for run in stream.emphasis_in(span)
    )
    text = span.cut(stream.text)
    parsed = parse(text, runs, None, in_note=True)
    given = Authorship(parsed.authors, parsed.source, 0)
    place = Place(stream.index, span.start, span.end)
    return _entry(parsed, given, place, 0, text)


def _read_list(stream: Stream, registry: Registry, used: dict[str, int]) -> ReferenceList:
    places: list[tuple[Place, bool]] = []
    for paragraph in stream.paragraphs:
        if paragraph.role is Role.HEADING:
            continue
        text = stream.text[paragraph.start : paragraph.end]
        for number, part in enumerate(split_fused(text)):
            span = _trimmed(text, part).shift(paragraph.start)
            if span.end > span.start:
                places.append((Place(stream.index, span.start, span.end), number > 0))
    runs = _Italics(stream)
    labels = labels_of([place.span.cut(stream.text) for place, _ in places])
    read = [
        (_read(place.span.cut(stream.text), runs.inside(place), registry, label), place, fused)
        for (place, fused), label in zip(places, labels, strict=True)
    ]
    read = [row for row in read if not _is_subheading(row[0], row[1].span.cut(stream.text))]
    places = [(place, fused) for _, place, fused in read]
    parsed = [row[0] for row in read]
    keys = dict(stream.entry_keys)
    entries = []
    for number, (each, given, (place, fused)) in enumerate(
        zip(parsed, attribute(parsed), places, strict=True), 1
    ):
        entry = _entry(each, given, place, number, place.span.cut(stream.text), places)
        key = keys.get(place.start)
        entries.append(replace(entry, id=make_id(entry, used), fused=fused, key=key))
    return ReferenceList(
        stream.index,
        stream.heading,
        tuple(entries),
        bibliography=_BIBLIOGRAPHY.search(stream.heading) is not None,
    )


def _read(text: str, italics: tuple[Span, ...], registry: Registry, label: Label | None) -> Parsed:
    if label is None:
        return settled(text, italics, parse(text, italics, registry))
    inside = tuple(
        Span(max(run.start, label.end), run.end).shift(-label.end)
        for run in italics
        if run.end > label.end
    )
    behind = text[label.end :]
    parsed = settled(behind, inside, parse(behind, inside, registry))
    return replace(parsed.shifted(label.end), label=label)


_SUBHEADING = re.compile(r"[^\W\d_][^\d.,;:()\[\]\"“«]{0,60}:?")


def _is_subheading(parsed: Parsed, text: str) -> bool:
    """Tell a line that only orders the list: "Primary sources", "Архивы:", "A"."""
    return (
        parsed.kind is EntryType.OTHER
        and len(text.split()) <= 6
        and _SUBHEADING.fullmatch(text) is not None
    )


def _trimmed(text: str, span: Span) -> Span:
    part = span.cut(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))


class _Italics:
    """The emphasised runs of a stream, handed out entry by entry in order."""

    def __init__(self, stream: Stream) -> None:
        self._runs = stream.emphasis
        self._at = 0

    def inside(self, place: Place) -> tuple[Span, ...]:
        """Give the runs inside ``place``, counted from its start; places come in order."""
        while self._at < len(self._runs) and self._runs[self._at].end <= place.start:
            self._at += 1
        runs = []
        at = self._at
        while at < len(self._runs) and self._runs[at].start < place.end:
            start = max(self._runs[at].start, place.start)
            end = min(self._runs[at].end, place.end)
            runs.append(Span(start, end).shift(-place.start))
            at += 1
        return tuple(runs)


def _entry(
    parsed: Parsed,
    given: Authorship,
    place: Place,
    number: int,
    text: str,
    places: list[tuple[Place, bool]] | None = None,
) -> Entry:
    """Make the value of an entry from its parse and its authorship; its id comes later."""

    def value(field: str) -> str | None:
        held = parsed.values.get(field)
        return held[0] if held else None

    owner = places[given.owner][0] if places else place
    label = parsed.label
    year = value("year") or (label.year if label else None) or None
    first, last = ends_of(year) if year and year[0].isdigit() else (None, None)
    return Entry(
        id="",
        type=parsed.kind,
        place=place,
        number_in_list=number,
        authors=_names(parsed, given, place, owner),
        author_source=given.source if given.people else AuthorSource.NONE,
        editors=tuple(_placed(name, span, place) for name, span in parsed.editors),
        year=year,
        year_first=first,
        year_last=last,
        suffix=_latin(value("suffix") or (label.suffix if label else None) or None),
        title=value("title"),
        container=value("container"),
        volume=value("volume"),
        volume_label=value("volume_label"),
        number=value("number"),
        pages=value("pages"),
        place_name=value("place"),
        publisher=value("publisher"),
        date=value("date"),
        url=value("url"),
        accessed=value("accessed"),
        edition=value("edition"),
        translators=_translators(parsed, place, text),
        volumes=_count(value("volumes")),
        total_pages=value("extent"),
        extra=tuple(
            (name, held[0]) for field, name in _EXTRA.items() if (held := parsed.values.get(field))
        ),
        and_others=("authors",) if _OTHERS.search(value("authors") or "") else (),
        doi=value("doi"),
        original_date=value("original_year"),
        archive=value("archive"),
        archive_translated=value("archive_translated"),
        archive_abbreviation=value("archive_abbreviation"),
        archive_id=parsed.archive_id,
        repeated_author_mark=parsed.mark.cut(text) if parsed.mark else None,
        fields=tuple(
            (field, _at(span, place))
            for field, (_, span) in sorted(parsed.values.items(), key=lambda item: item[1][1].start)
        ),
        rest=parsed.rest,
        label=str(label) if label else None,
        confidence=parsed.confidence,
        other=parsed.other,
    )


def _names(parsed: Parsed, given: Authorship, place: Place, owner: Place) -> tuple[Name, ...]:
    """Place every name where it stands: a repeated author in the entry that spells the name out."""
    own = len(parsed.authors)
    inherited = len(given.people) - own
    repeated = given.source in {AuthorSource.REPEATED_DASH, AuthorSource.LOST_DASH}
    return tuple(
        _placed(name, span, owner if repeated and index < inherited else place)
        for index, (name, span) in enumerate(given.people)
    )


def _translators(parsed: Parsed, place: Place, text: str) -> tuple[Name, ...]:
    held = parsed.values.get("translator")
    if held is None:
        return ()
    people = read_names(text, held[1].start, held[1].end)
    return tuple(_placed(name, span, place) for name, span in people)


def _count(volumes: str | None) -> str | None:
    """Give the number of "3 vols." and "в 4 кн."."""
    number = re.search(r"\d+", volumes or "")
    return number.group() if number else None


def _placed(name: Name, span: Span, entry: Place) -> Name:
    return Name(name.family, name.given, name.literal, _at(span, entry))


def _at(span: Span, entry: Place) -> Place:
    return Place(entry.stream, entry.start + span.start, entry.start + span.end)


def _latin(suffix: str | None) -> str | None:
    """Give a year's letter in Latin script: 2015а and 2015a are one."""
    return suffix.translate(_LATIN) if suffix else None
