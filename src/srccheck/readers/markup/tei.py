"""TEI: the Text Encoding Initiative's P5, as far as it holds prose, notes and bibliographies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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

_ENTRIES = frozenset({"bibl", "biblStruct", "biblFull"})
_SECTIONS = ("div", "div1", "div2", "div3", "div4", "div5", "front", "body", "back", "group")
_ELEMENTS: dict[str, Meaning] = {
    **dict.fromkeys(_SECTIONS, Meaning(Kind.SECTION)),
    **dict.fromkeys(
        ("p", "ab", "l", "lg", "sp", "speaker", "stage", "list", "table", "row"), BLOCK
    ),
    **dict.fromkeys(("figure", "argument", "epigraph", "opener", "closer", "postscript"), BLOCK),
    **dict.fromkeys(("salute", "signed", "dateline", "trailer", "text", "TEI", "formula"), BLOCK),
    **dict.fromkeys(("titlePart", "docTitle"), Meaning(Kind.HEADING, Role.HEADING, 1)),
    **dict.fromkeys(("item", "label"), Meaning(Kind.BLOCK, Role.ITEM)),
    **dict.fromkeys(("quote", "cit", "floatingText"), Meaning(Kind.BLOCK, Role.QUOTE)),
    **dict.fromkeys(("emph", "foreign"), EMPHASIS),
    **dict.fromkeys(
        ("teiHeader", "figDesc", "sic", "orig", "del", "fw", "byline", "docAuthor", "docDate"),
        HIDDEN,
    ),
    **dict.fromkeys(
        ("docImprint", "docEdition", "titlePage", "graphic", "index", "facsimile"), HIDDEN
    ),
    **dict.fromkeys(("bibl", "biblStruct", "biblFull"), Meaning(Kind.ENTRY, Role.ITEM)),
    "head": Meaning(Kind.HEADING, Role.HEADING, 1),
    "cell": Meaning(Kind.BLOCK, Role.CELL),
    "note": Meaning(Kind.NOTE, Role.TEXT),
    "listBibl": Meaning(Kind.LIST, detail="Bibliography"),
}
_CLOSING = {
    "surname": ", ", "persName": ". ", "author": ". ", "editor": ", ed. ", "pubPlace": ": ",
    "publisher": ", ", "date": ". ", "biblScope": ", ", "title": ". ", "monogr": " ",
    "analytic": " ", "idno": ". ",
}  # fmt: skip
"""What stands between the fields of a ``biblStruct``, which has no punctuation of its own."""
_MARKED = re.compile(r"ital|bold|emph|under|\bit?\b|\bb\b", re.IGNORECASE)
_BLOCK_PARENTS = frozenset(
    {*_SECTIONS, "text", "figure", "cit", "epigraph", "item", "floatingText"}
)
_SPACES = frozenset({"lb", "cb", "pb", "milestone"})
TEI = Vocabulary("tei", _ELEMENTS, spaces=_SPACES, closing=_CLOSING)


def read_tei(
    source: str, path: str, encoding: str, entities: Mapping[str, str] | None = None
) -> Manuscript:
    """Read a TEI file. Never raises on any text."""
    events = nested(events_of(source, fold=False))
    walk = _Tei(source, events, TEI, entities)
    return walk.run().manuscript(path, "tei", encoding)


class _Tei(Walk):
    """A walk that knows where TEI's elements mean different things."""

    def __init__(
        self,
        source: str,
        events: Sequence[Event],
        vocabulary: Vocabulary,
        entities: Mapping[str, str] | None,
    ) -> None:
        super().__init__(source, events, vocabulary, entities)
        self.entries = {event.get("xml:id") for event in events if event.name in _ENTRIES} - {""}

    def meaning(self, event: Event, at: int) -> Meaning:
        """Tell what an element is, by its attributes and by what it stands in."""
        name = event.name
        known = self.vocabulary.elements.get(name, INLINE)
        if name == "head":
            depth = sum(each.event.name.startswith("div") for each in self.stack)
            return Meaning(Kind.HEADING, Role.HEADING, max(depth, 1))
        if name == "note":
            number = re.search(r"\d{1,4}", event.get("n"))
            return Meaning(Kind.NOTE, Role.TEXT, detail=number.group() if number else "")
        if name in _ENTRIES:
            listed = self.stack and self.stack[-1].event.name == "listBibl"
            key = event.get("xml:id")
            return Meaning(Kind.ENTRY, Role.ITEM, detail=key) if listed else INLINE
        if name in ("quote", "cit"):
            parent = self.stack[-1].event.name if self.stack else ""
            return known if parent in _BLOCK_PARENTS else INLINE
        if name == "label" and self.inside("note", "bibl", "p"):
            return INLINE
        if name == "hi":
            rend = f"{event.get('rend')} {event.get('rendition')} {event.get('style')}"
            return EMPHASIS if _MARKED.search(rend) else INLINE
        if name == "title":
            return INLINE if event.get("level") == "a" else EMPHASIS
        if name in ("ref", "ptr"):
            return self._reference(event)
        return known

    def _reference(self, event: Event) -> Meaning:
        target = event.get("target")
        if target.startswith(("http://", "https://", "www.", "doi:")):
            return Meaning(Kind.LINK, detail=target)
        if target[1:] in self.entries and event.name == "ref":
            return Meaning(Kind.KEY, detail=target[1:])
        return INLINE

    def empty(self, event: Event) -> None:
        """Read a line's end; one inside a word is none."""
        if event.get("break") != "no":
            super().empty(event)

    def fielded(self) -> bool:
        """Tell whether the text stands in the fields of a structured entry."""
        return self.inside("biblStruct")
