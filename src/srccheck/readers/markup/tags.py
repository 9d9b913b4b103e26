"""A text with tags as a list of events that nest, each with its place in the file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from srccheck.text.folding import Run

_MARKUP = re.compile(
    r"""<(?:
      !--.*?(?:-->|\Z)
    | !\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)
    | !DOCTYPE(?:[^\[\]<>"']|"[^"]*"|'[^']*')*(?:\[.{0,20000}?\]\s*)?>
    | \?.*?(?:\?>|\Z)
    | ![^<>]*>
    | /\s*(?P<closing>[A-Za-z_][\w:.-]*)[^<>]*>
    | (?P<opening>[A-Za-z_][\w:.-]*)(?P<attributes>(?:[^<>"']|"[^"]{0,9000}"|'[^']{0,9000}')*)>
    )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w:.-]+)\s*=\s*(?:\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z_][\w.-]{0,40});")


@dataclass(slots=True)
class Event:
    """A tag or a run of text. ``kind`` is "open", "close", "empty" or "text".

    ``mate`` is the index of the event that closes an open one, and the other way round.
    """

    kind: str
    name: str
    start: int
    end: int
    written: str = ""
    mate: int = -1
    _attributes: dict[str, str] | None = field(default=None, repr=False)

    @property
    def attributes(self) -> Mapping[str, str]:
        """Give the attributes by name, entities resolved; of two with one name the first."""
        if self._attributes is None:
            self._attributes = {}
            for match in _ATTRIBUTE.finditer(self.written):
                value = match["two"] if match["two"] is not None else match["one"]
                name = match["name"]
                name = name if name.startswith(("xml:", "epub:")) else name.rpartition(":")[2]
                shown = value if value is not None else match["bare"]
                self._attributes.setdefault(name, html.unescape(shown))
        return self._attributes

    def get(self, name: str) -> str:
        """Give an attribute, "" where there is none."""
        return self.attributes.get(name, "")


def events_of(source: str, *, fold: bool, raw: frozenset[str] = frozenset()) -> Iterator[Event]:
    """Give the tags and texts of a source in order.

    Names lose their prefix, and with ``fold`` their capitals; what stands in ``raw`` elements
    (scripts) is passed over.
    """
    at = 0
    while match := _MARKUP.search(source, at):
        start, end = match.span()
        if start > at:
            yield Event("text", "", at, start)
        at = end
        if match["cdata"] is not None:
            if match["cdata"]:
                yield Event("text", "cdata", *match.span("cdata"))
            continue
        name = match["closing"] or match["opening"]
        if name is None:
            continue
        name = name.rpartition(":")[2]
        name = name.lower() if fold else name
        if match["closing"]:
            yield Event("close", name, start, end)
            continue
        written = match["attributes"] or ""
        empty = written.rstrip().endswith("/")
        yield Event("empty" if empty else "open", name, start, end, written)
        if name in raw and not empty:
            at = _end_of_raw(source, name, end)
    if at < len(source):
        yield Event("text", "", at, len(source))


def _end_of_raw(source: str, name: str, at: int) -> int:
    match = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, at)
    return match.start() if match else len(source)


def nested(
    events: Iterator[Event],
    *,
    void: frozenset[str] = frozenset(),
    closed_by: Mapping[str, tuple[frozenset[str], frozenset[str]]] | None = None,
) -> list[Event]:
    """Give the events with every element closed once, inside the one that it was opened in.

    ``void`` elements are empty. ``closed_by`` tells for the name of an element that opens which
    open ones it ends, and which ones it does not look beyond.
    """
    done: list[Event] = []
    stack: list[int] = []
    count: dict[str, int] = {}

    def close(at: int, end: int) -> None:
        opened = stack.pop()
        count[done[opened].name] -= 1
        done[opened].mate = len(done)
        done.append(Event("close", done[opened].name, at, end, mate=opened))

    for event in events:
        if event.kind == "open" and event.name in void:
            event.kind = "empty"
        if event.kind == "close":
            if not count.get(event.name):
                continue
            while done[stack[-1]].name != event.name:
                close(event.start, event.start)
            close(event.start, event.end)
            continue
        if event.kind == "open":
            ends, within = (closed_by or {}).get(event.name, (frozenset(), frozenset()))
            if any(count.get(name) for name in ends):
                depth = _depth(done, stack, ends, within)
                for _ in range(depth):
                    close(event.start, event.start)
            stack.append(len(done))
            count[event.name] = count.get(event.name, 0) + 1
        done.append(event)
    end = done[-1].end if done else 0
    while stack:
        close(end, end)
    return done


def _depth(
    done: list[Event], stack: list[int], ends: frozenset[str], within: frozenset[str]
) -> int:
    """Give how many elements end before one that ends ``ends``."""
    for depth, at in enumerate(reversed(stack), 1):
        if done[at].name in ends:
            return depth
        if done[at].name in within or depth > 50:
            return 0
    return 0


def text_runs(
    source: str, start: int, end: int, entities: Mapping[str, str] | None = None
) -> Iterator[Run]:
    """Give the runs of a text, its entities as what they stand for."""
    at = start
    if source.find("&", start, end) >= 0:
        for match in _ENTITY.finditer(source, start, end):
            name = match.group()[1:-1]
            text = (entities or {}).get(name) or html.unescape(match.group())
            if text == match.group():
                continue
            if match.start() > at:
                yield Run(at, match.start())
            yield from atom(match.start(), match.end(), text)
            at = match.end()
    if at < end:
        yield Run(at, end)


def atom(start: int, end: int, text: str) -> Iterator[Run]:
    """Give a run that shows as ``text``, never one to one (see Segment)."""
    yield Run(start, end - 1 if len(text) == end - start > 1 else end, text)
