"""Records: entries that a file holds in fields of its own (.bib, CSL-JSON, RIS).

A reader of such a file gives a stream of references whose text is the file as a reader sees it,
and beside it the records, so that nobody has to read the fields out of the text again.
"""

from __future__ import annotations

from srccheck.text.spans import Span
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record.

    ``name`` is the file's own, in lower case where the format does not tell case apart. ``value``
    is what a reader sees, ``raw`` what the format says of it: TeX for a .bib (delimiters gone,
    strings put in), JSON for CSL-JSON. ``span`` is where the value stands, in stream coordinates,
    without its delimiters where it is one piece; ``source`` is the same in file coordinates, to
    the letter (a brace at its end that no reader sees belongs to it).
    """

    name: str
    value: str
    raw: str
    span: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the file: its type and key in the file's own words, its fields in their order.

    ``span`` is the whole entry, ``source`` the same in file coordinates, ``key_span`` its key
    (empty where it has none).
    """

    kind: str
    key: str
    span: Span
    source: Span
    key_span: Span
    fields: tuple[RecordField, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What a reader could not read, or read against the letter of the format.

    ``lost`` tells that a program which is strict would lose or change something here;
    ``span`` is in stream coordinates.
    """

    span: Span
    message: str
    lost: bool = True
