"""Where something stands, in a few words."""

from __future__ import annotations

from pathlib import PurePath

from srccheck.report.window import printable
from srccheck.text import Manuscript, Place, StreamKind


def where_in(manuscript: Manuscript, place: Place) -> str:
    """Say in which note or paragraph a place stands, with its file where that is another one."""
    stream = manuscript.streams[place.stream]
    if stream.kind is StreamKind.NOTE:
        said = f"n. {printable(stream.label or '?')}"
    else:
        said = f"¶ {stream.paragraph_at(place.start).number if stream.paragraphs else 0}"
    if not stream.file:
        return said
    return f"{said} ({printable(PurePath(manuscript.file_of(place).path).name)})"
