"""The manuscript model: streams of visible text, each with a map back to the file's own text.

Readers build it, every later step reads it, nobody changes it.
"""

from srccheck.text.manuscript import (
    CitedKey,
    Emphasis,
    Hyperlink,
    Location,
    Manuscript,
    Missing,
    Paragraph,
    Passage,
    Place,
    Role,
    Segment,
    SourceFile,
    Stream,
    StreamKind,
)
from srccheck.text.spans import Span

__all__ = [
    "CitedKey",
    "Emphasis",
    "Hyperlink",
    "Location",
    "Manuscript",
    "Missing",
    "Paragraph",
    "Passage",
    "Place",
    "Role",
    "Segment",
    "SourceFile",
    "Span",
    "Stream",
    "StreamKind",
]
