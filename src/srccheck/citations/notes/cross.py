"""Cross-references from note to note: "see note 12", "vgl. Anm. 12", "см. прим. 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.citations.model import CrossReference
from srccheck.text import Place, Span, Stream

_CROSS = re.compile(
    r"""
    (?<!\w)(?:
        (?:[Ss]ee(?:\salso)?|[Cc]f\.|[Vv]gl\.(?:\sauch)?|[Ss]iehe(?:\sauch)?|[Ss]\.\s(?:auch)?|wie|[Aa]s\sin
          |[Сс]м\.(?:\sтакже)?|[Сс]р\.|[Vv]oir)\s(?:above,?\s|supra,?\s|oben,?\s|выше,?\s)?
        (?:nn?\.|notes?|fn\.|footnotes?|endnotes?|Anm(?:\.|erkung)|Fn\.|Fu(?:ß|ss)n(?:\.|ote)
          |прим(?:\.|еч(?:\.|ание))|сн\.|сноску)
        \s?(?P<led>\d{1,4})(?:,?\s(?:above|below|supra|infra|oben|unten|выше|ниже))?
      | (?:nn?\.|[Nn]otes?|fn\.|Anm\.|прим\.)\s?(?P<placed>\d{1,4}),?\s
        (?:above|below|supra|infra|oben|unten|выше|ниже)
    )(?!\d)
    """,
    re.VERBOSE,
)


def read_cross_references(stream: Stream, taken: list[Span]) -> Iterator[CrossReference]:
    """Give the cross-references of a note that stand outside ``taken``."""
    for match in _CROSS.finditer(stream.text):
        span = Span(*match.span())
        if not any(each.overlaps(span) for each in taken):
            number = match["led"] or match["placed"]
            yield CrossReference(Place(stream.index, span.start, span.end), 0, number)
