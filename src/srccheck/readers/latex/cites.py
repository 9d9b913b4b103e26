r"""Commands that cite by key: biblatex's, natbib's, jurabib's and biblatex-chicago's families.

>>> shape_of("footcites").multi
True
"""

from __future__ import annotations

from srccheck.readers.latex.source import TexSource
from srccheck.readers.latex.symbols import words
from srccheck.text import Span
from srccheck.values import dataclass

_NO_CITATIONS = frozenset(
    words(
        "nocite citestyle setcitestyle citeindextype citereset citename citelist citedelim bibcite"
        " citesetup citeauthorformat citetext defcitealias citenumfont citeleft citeright"
        " citeform citepunct citeindexfalse citeindextrue mancite pagecite citetrackertrue"
        " citetrackerfalse citetracker citebrackets supercitedelim"
    )
)
_IN_NOTES = ("foot", "fullfoot", "smart", "fnote", "ftvol", "fvol", "endnote", "headlessfoot")
MOST = 200  # items of one command


@dataclass(frozen=True, slots=True)
class Shape:
    """How a command cites: in a note of its own, several items, a volume before the pages."""

    note: bool = False
    auto: bool = False  # in a note where the manuscript's style says so
    multi: bool = False
    volume: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a command: texts before its keys, the last of them its postnote, and the keys."""

    start: int
    texts: tuple[Span, ...]
    note: Span | None
    keys: tuple[Span, ...]
    end: int


def shape_of(name: str) -> Shape | None:
    """Tell whether a command word cites, and how."""
    bare = name.rstrip("*")
    lower = bare.lower()
    if "cite" not in lower and lower not in ("bibentry", "footbibentry"):
        return None
    if bare in _NO_CITATIONS or bare.startswith(("Declare", "new", "renew", "blx@", "abx@")):
        return None
    return Shape(
        note=lower.startswith(_IN_NOTES),
        auto=lower.startswith(("auto", "avol")),
        multi=lower.endswith(("cites", "citetexts")),
        volume="volcite" in lower,
    )


def read_items(source: TexSource, at: int, shape: Shape) -> list[Item]:
    """Read what follows the command word at ``at``; no items where it is no citation."""
    items: list[Item] = []
    texts: list[Span] = []
    while shape.multi and len(texts) < 2 and (given := source.parenthesis(at)):
        texts.append(given[0])
        at = given[1]
    while len(items) < MOST:
        item = _item(source, at, shape, texts if not items else [])
        if item is None:
            break
        items.append(item)
        at = item.end
        if not shape.multi:
            break
    return items


def _item(source: TexSource, at: int, shape: Shape, before: list[Span]) -> Item | None:
    start = source.skip(at)
    texts = list(before)
    options: list[Span] = []
    at = start
    while len(options) < 2 and (option := source.option(at)):
        options.append(option[0])
        at = option[1]
    note = options[-1] if options else None
    texts += options
    if shape.volume:
        volume = source.braced(source.skip(at))
        if volume is None:
            return None
        texts.append(volume)
        at = volume.end + 1
        pages = source.option(at)
        note = volume
        if pages:
            texts.append(pages[0])
            note, at = Span(volume.start, pages[0].end), pages[1]
    keys = source.braced(source.skip(at))
    if keys is None:
        return None
    return Item(start, tuple(texts), note, tuple(keys_in(source.text, keys)), keys.end + 1)


def keys_in(text: str, span: Span) -> list[Span]:
    """Give the keys of a list with commas, white space and comments left out."""
    found: list[Span] = []
    at = span.start
    for part in span.cut(text).split(","):
        end = at + len(part)
        begin = at
        for line in part.split("\n"):
            bare = line.split("%", 1)[0].strip()
            if bare:
                place = begin + line.index(bare)
                found.append(Span(place, place + len(bare)))
                break
            begin += len(line) + 1
        at = end + 1
    return [each for each in found if each.cut(text) != "*"]
