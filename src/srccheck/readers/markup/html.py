"""HTML as browsers, Pandoc, Word, LibreOffice and e-books write it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from srccheck.readers.markup.html_notes import Notes
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

_VOID = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input"}
    | {"keygen", "link", "meta", "param", "source", "track", "wbr"}
)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes"})
_BLOCK_NAMES = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr"}
    | {"li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"}
    | {"tfoot", "th", "thead", "tr", "ul", "caption", "html", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_P = frozenset({"p"})
_HOLDS = frozenset({"td", "th", "table", "button", "object", "caption", "body", "aside"})
_CELLS = frozenset({"td", "th"})
_CLOSED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    **{name: (_P, _HOLDS | {"li", "dd", "blockquote"}) for name in _BLOCK_NAMES - _CELLS},
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (_CELLS, frozenset({"tr", "table"})),
    "th": (_CELLS, frozenset({"tr", "table"})),
}
_HIDDEN_NAMES = (
    "head",
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "math",
    "object",
    "iframe",
)
_ELEMENTS: dict[str, Meaning] = {
    **dict.fromkeys(_BLOCK_NAMES, BLOCK),
    **{f"h{level}": Meaning(Kind.HEADING, Role.HEADING, level) for level in range(1, 7)},
    **dict.fromkeys(("em", "i", "cite", "b", "strong", "var", "dfn"), EMPHASIS),
    **dict.fromkeys(("li", "dd", "dt"), Meaning(Kind.BLOCK, Role.ITEM)),
    **dict.fromkeys((*_CELLS, "caption"), Meaning(Kind.BLOCK, Role.CELL)),
    **dict.fromkeys(_HIDDEN_NAMES, HIDDEN),
    **dict.fromkeys(("textarea", "select", "button", "title", "rp", "rt"), HIDDEN),
    "blockquote": Meaning(Kind.BLOCK, Role.QUOTE),
    "section": Meaning(Kind.SECTION),
    "article": Meaning(Kind.SECTION),
    "q": Meaning(Kind.QUOTED),
}
HTML = Vocabulary("html", _ELEMENTS, spaces=frozenset({"br"}))

_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)|font-weight\s*:\s*(?:bold|[6-9]00)")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_LISTS = re.compile(r"(?:^|\s)(?:csl-bib-body|references|doc-bibliography)(?:\s|$)")
_ADDRESS = re.compile(r"(?:https?://|www\.|ftp://|doi:|mailto:)", re.IGNORECASE)


def read_html(source: str, path: str, encoding: str) -> Manuscript:
    """Read an HTML page. Never raises on any text."""
    events = nested(events_of(source, fold=True, raw=_RAW), void=_VOID, closed_by=_CLOSED_BY)
    return _Html(source, events).run().manuscript(path, "html", encoding)


class _Html(Walk):
    """A walk that knows the conventions for notes and lists of references."""

    def __init__(self, source: str, events: Sequence[Event]) -> None:
        super().__init__(source, events, HTML)
        self.conventions = Notes.of(source, events)
        self.breaks = -1  # where the last line break ended

    def meaning(self, event: Event, at: int) -> Meaning:
        """Tell what an element is by its name, and by how it is marked."""
        if at in self.conventions.marks:
            return HIDDEN
        if at in self.conventions.notes:
            return Meaning(Kind.NOTE, Role.TEXT, detail=self.conventions.notes[at])
        known = self.vocabulary.elements.get(event.name, INLINE)
        if not event.written:
            return known
        return self._marked(event, known)

    def _marked(self, event: Event, known: Meaning) -> Meaning:
        style = event.get("style")
        hidden = "hidden" in event.written and "hidden" in event.written.lower().split()
        if hidden or (style and _HIDDEN_STYLE.search(style)):
            return HIDDEN
        if event.name == "a":
            url = event.get("href")
            return Meaning(Kind.LINK, detail=url) if _ADDRESS.match(url) else known
        if event.name in ("span", "font") and style and _ITALIC.search(style):
            return EMPHASIS
        if event.name in ("div", "section", "ol", "ul"):
            marks = f"{event.get('class')} {event.get('role')} {event.get('epub:type')}"
            if _LISTS.search(marks) or event.get("id") == "refs" or "bibliography" in marks.split():
                return replace(known, kind=Kind.LIST, detail="References")
        return known

    def empty(self, event: Event) -> None:
        """Read a line break: two of them in a row end the paragraph."""
        if event.name != "br":
            if event.name == "hr":
                self.paragraph()
            return
        between = self.source[max(self.breaks, 0) : event.start]
        if self.breaks >= 0 and not between.replace("&nbsp;", " ").strip():
            self.paragraph()
        else:
            self.show(event.start, event.end, " ")
        self.breaks = event.end
