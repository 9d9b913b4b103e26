"""JATS: journal articles as publishers and repositories keep them (NISO Z39.96)."""

from __future__ import annotations

from collections.abc import Mapping

from srccheck.readers.markup.schema import (
    BLOCK,
    EMPHASIS,
    HIDDEN,
    INLINE,
    Kind,
    Meaning,
    Vocabulary,
)
from srccheck.readers.markup.tags import Event, events_of, nested
from srccheck.readers.markup.walk import Walk
from srccheck.text import Manuscript, Role

_ELEMENTS: dict[str, Meaning] = {
    **dict.fromkeys(
        ("sec", "body", "back", "app", "ack", "abstract", "trans-abstract", "bio", "notes",
         "glossary", "book-part", "fn-group"),
        Meaning(Kind.SECTION),
    ),
    **dict.fromkeys(
        ("p", "list", "def-list", "def-item", "table", "tr", "thead", "tbody", "table-wrap", "fig",
         "boxed-text", "verse-group", "verse-line", "attrib", "statement", "speech", "front",
         "front-stub", "article-meta", "title-group", "disp-formula", "caption", "article"),
        BLOCK,
    ),
    **dict.fromkeys(("italic", "bold", "underline"), EMPHASIS),
    **dict.fromkeys(("list-item", "def", "term"), Meaning(Kind.BLOCK, Role.ITEM)),
    **dict.fromkeys(("td", "th"), Meaning(Kind.BLOCK, Role.CELL)),
    **dict.fromkeys(
        ("journal-meta", "contrib-group", "aff", "author-notes", "permissions", "history",
         "pub-date", "article-id", "article-categories", "kwd-group", "funding-group", "counts",
         "custom-meta-group", "volume", "issue", "elocation-id", "self-uri", "related-article",
         "tex-math", "math", "alt-text", "long-desc", "object-id", "conference", "supplement",
         "processing-meta", "alt-title", "trans-title-group", "sub-article", "response",
         "fpage", "lpage", "page-range", "isbn", "graphic", "inline-graphic", "book-meta"),
        HIDDEN,
    ),
    "disp-quote": Meaning(Kind.BLOCK, Role.QUOTE),
    "article-title": Meaning(Kind.HEADING, Role.HEADING, 1),
    "subtitle": Meaning(Kind.HEADING, Role.HEADING, 2),
    "title": Meaning(Kind.HEADING, Role.HEADING, 2),
    "fn": Meaning(Kind.NOTE, Role.TEXT),
    "label": Meaning(Kind.LABEL),
    "ref-list": Meaning(Kind.LIST, detail="References"),
    "ref": Meaning(Kind.ENTRY, Role.ITEM),
}  # fmt: skip
_CITATIONS = ("mixed-citation", "element-citation", "nlm-citation", "citation", "product")
_IN_CITATIONS = frozenset(
    {"article-title", "title", "subtitle", "volume", "issue", "fpage", "lpage", "page-range"}
    | {"elocation-id", "isbn", "conference", "supplement", "trans-title-group", "label", "p"}
)
_CLOSING = {
    "surname": ", ", "name": "; ", "string-name": "; ", "collab": "; ", "person-group": ". ",
    "year": ". ", "article-title": ". ", "chapter-title": ". ", "source": ". ", "volume": " ",
    "issue": ": ", "fpage": "–", "lpage": ". ", "publisher-loc": ": ", "publisher-name": ". ",
    "edition": ". ", "pub-id": ". ", "uri": ". ", "ext-link": ". ", "comment": ". ",
    "elocation-id": ". ", "date-in-citation": ". ", "month": " ", "day": " ", "series": ". ",
}  # fmt: skip
"""What stands between the fields of an ``element-citation``, which has no punctuation."""
JATS = Vocabulary("jats", _ELEMENTS, spaces=frozenset({"break"}), closing=_CLOSING)


def read_jats(
    source: str, path: str, encoding: str, entities: Mapping[str, str] | None = None
) -> Manuscript:
    """Read a JATS file. Never raises on any text."""
    events = nested(events_of(source, fold=False))
    walk = _Jats(source, events, JATS, entities)
    return walk.run().manuscript(path, "jats", encoding)


class _Jats(Walk):
    """A walk that knows where JATS's elements mean different things."""

    def meaning(self, event: Event, at: int) -> Meaning:
        """Tell what an element is, by its attributes and by what it stands in."""
        name = event.name
        known = self.vocabulary.elements.get(name, INLINE)
        if name in _IN_CITATIONS and self.inside(*_CITATIONS):
            return INLINE
        if name == "source":
            return EMPHASIS
        if name == "title":
            depth = sum(each.event.name in ("sec", "app", "book-part") for each in self.stack)
            return Meaning(Kind.HEADING, Role.HEADING, depth + 1)
        if name == "ref":
            return Meaning(Kind.ENTRY, Role.ITEM, detail=event.get("id"))
        if name == "xref":
            return self._reference(event)
        if name in ("ext-link", "uri"):
            url = event.get("href")
            return (
                Meaning(Kind.LINK, detail=url) if url.startswith(("http", "www", "doi")) else known
            )
        return known

    def _reference(self, event: Event) -> Meaning:
        if event.get("ref-type") in ("fn", "table-fn"):
            return HIDDEN
        if event.get("ref-type") == "bibr":
            return Meaning(Kind.KEY, detail=event.get("rid"))
        return INLINE

    def fielded(self) -> bool:
        """Tell whether the text stands in the fields of a structured entry."""
        return self.inside("element-citation", "nlm-citation")
