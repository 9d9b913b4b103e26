"""Records and papers in the United States: RG 59, Lot File 83D222, Box 6, a folder's title.

    reference = [archive] { "," segment } [ "," archive ]
    segment   = "RG" number | "Entry" number | [papers] "Lot File" number | "Box" number
              | "Folder" number | "Reel" number | file number | series or papers | folder's title

Segments have no fixed order and most have no label. What stands before the box is a collection
(a series, at an archive with record groups); what stands after it is the folder, to the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from srccheck.archives.model import ArchivalReference, Level, LevelName
from srccheck.archives.names import UPPER, NameAt
from srccheck.archives.registry import Registry
from srccheck.archives.whose import whose_name
from srccheck.text import Span

_ORIGIN = re.compile(r"(?:Source:\s)?(?P<origin>Department\sof\sState|Department\sof\sDefense),\s")
_LABELLED = re.compile(
    r"""
      (?P<record_group> (?:RG|R\.G\.|Record\sGroup)\s?(?P<rg>\d+[A-Z]?) )
    | (?P<entry> Entry\s(?:No\.\s)?(?P<e>[A-Z]{0,4}[\s-]?\d[\w-]*) )
    | (?P<lot> Lots?(?:\sFiles?)?:?\s(?P<l>\d{2}\s?-?[A-Z]\s?-?\d{1,4}[A-Z]?) )
    | (?P<box> (?:Box(?:es)?|box|Container)\s(?:No\.\s)?\#?
               (?P<b>[A-Z]{0,2}-?\d+(?:[A-Za-z](?![^\W_]))?(?:[–-]\d+[A-Z]?)?) )
    | (?P<folder> (?:Folders?|folder)\s(?:No\.\s)?(?P<f>\d+[A-Z]?(?:[–-]\d+)?|[A-Z](?![^\W_])) )
    | (?P<titled> (?:Folders?|folder)[:,]?\s[“"](?P<t>[^“”"\n]+)[”"]? )
    | (?P<volume> (?:Vol(?:ume|\.)|vol(?:ume|\.))\s(?P<v>\d+) )
    | (?P<roll> (?:Reel|reel|Roll|roll)\s(?P<r>[A-Z]?\d+) | (?P<preel>[PDN]\d{6}[–-]\d{4}) )
    """,
    re.VERBOSE,
)
_GROUPS = (
    ("record_group", "rg", LevelName.RECORD_GROUP), ("entry", "e", LevelName.ENTRY),
    ("lot", "l", LevelName.LOT), ("box", "b", LevelName.BOX), ("folder", "f", LevelName.FOLDER),
    ("titled", "t", LevelName.FOLDER), ("roll", "r", LevelName.ROLL),
    ("volume", "v", LevelName.VOLUME),
)  # fmt: skip
_DECIMAL = re.compile(
    r"""
      \d{3}[A-Z]?(?:\.\d[\w]*)? [^,;\n]*? / \s?\d[\w–-]*(?:\s\d/\d)?   # 763.72/859, 023/4–154
    | \d{3}\s[A-Z]\s\d+                                             # 123 H 43
    | [A-Z]{2,5}\s\d+(?:[–-]\d+)?\s[A-Z][A-Z–\s-]*(?![a-z])          # POL 27 ARAB–ISR
    """,
    re.VERBOSE,
)
_PURE_DECIMAL = re.compile(r"\d{3}[A-Z]?\.\d[\w.]*/\d[\w–-]*")
_DECIMAL_LABEL = re.compile(
    r"(?:(?:central\s)?decimal\sfiles?|CDF|CF|DF)[:,]?\s(?=\d{3}[A-Z]?\.)", re.IGNORECASE
)
_LOT_INSIDE = re.compile(r"(?P<lot>\d{2}D-?\d{2,4})(?:\s|-)(?P<rest>.+)")
_FILE = re.compile(r"[Ff]iles?:?\s(?:No\.\s)?(?=\S)")
_YEARS = re.compile(r"(?:ca?\.\s)?\d{4}(?:\s?[–-]{1,2}\s?(?:\d{2}|\d{4}))?")
_PAPERS = re.compile(
    r"(?:Papers|Collection|MSS|Manuscripts|Accession|Fonds)\b|^(?:Papers|Records|Accession)\s"
)
_NAMED_PAPERS = re.compile(rf"(?:[{UPPER}]\S*\s){{1,5}}(?:Papers|Collection|MSS)")
_UNKNOWN_ARCHIVE = re.compile(r"[A-Z]{2,6}")  # NAC, RG 25
_MICROFILM = re.compile(r"[MT]-?\d{2,4}")
_STOP = re.compile(
    rf"""
      \n | ;(?!\s\d{{4}}(?![^\W_]))
    | \.(?=\s(?:Top\s)?(?:Secret|Confidential|Unclassified|Restricted|Limited|Official|Personal|
                         No\s(?:classification|drafting)|Eyes|Drafted|Printed|Sent)(?![^\W_]))
    | (?<!\b[A-Z])(?<!Vol)(?<!No)(?<!Jr)(?<!St)(?<!Dept)\.(?=\s[«“"(]?[{UPPER}]|\s*$|\s*\n)
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"[;(\[\n]|Source:\s|[a-z]{2}\.\s(?=[A-Z])|\bIn\s")
_CLOSERS = {"(": ")", "[": "]"}
_PAGES = re.compile(r"pp?\.\s\d")
_COLLECTION_WORDS = re.compile(
    r"(?:Papers?|Records?|Files?|Collection|Series|Correspondence|Materials?|Accession|MSS?)\b"
)
_LONGEST = 360  # code points of one reference


@dataclass(slots=True)
class _Clause:
    """The text of one reference without its archive, and what was read of it."""

    text: str
    start: int
    end: int
    volumes: bool = False  # the archive counts volumes, so "vol. 8081" is one
    levels: dict[LevelName, Level] = field(default_factory=dict)
    above: list[Span] = field(default_factory=list)  # unlabelled, before the box
    below: list[Span] = field(default_factory=list)  # unlabelled, after it

    def add(self, name: LevelName, span: Span, label: str = "") -> None:
        """Put a level down, unless it stands already."""
        number = _trimmed(self.text, span)
        if name in self.levels or not len(number):
            return
        raw = number.cut(self.text)
        whole = Span(number.start - len(label), number.end) if label else number
        self.levels[name] = Level(name, raw, label.strip(), raw, whole, number, ", ")

    @property
    def has_place(self) -> bool:
        """Tell whether a box or lot was read, so that a folder may follow."""
        return any(each in self.levels for each in _PLACES)


_PLACES = (LevelName.BOX, LevelName.LOT)
_DECISIVE = (LevelName.LOT, LevelName.DECIMAL_FILE, LevelName.ROLL, LevelName.BOX)


def read_american(
    text: str,
    anchor: int,
    floor: int,
    registry: Registry,
    names: Sequence[NameAt],
    last: int,
    *,
    opens: bool,
) -> Iterator[ArchivalReference]:
    """Read the reference round the number at ``anchor``, for a known archive or an unnamed one.

    ``opens`` tells that a label of these conventions stands before the number; ``names`` are the
    known names of the text, ``last`` the index of the last before ``anchor``.
    """
    name = names[last] if last >= 0 and names[last].span.start >= floor else None
    if name is not None and (anchor - name.span.end > _LONGEST or not _is_us(name, registry)):
        return
    if name is not None and not _may_follow(text, name.span.end):
        name = None
    if name is None and not opens:
        return
    start = name.span.end if name else _clause_start(text, anchor, floor)
    while name is not None and text[start : start + 1] in (")", "]"):  # "… Administration (NARA)"
        start += 1
    end = _clause_end(text, start, names, last)
    after = _name_after(text, end, names, last, registry) if name is None else None
    state = registry.get(name.archive) if name else None
    volumes = state is not None and LevelName.VOLUME in state.levels
    clause = _Clause(text, start, end, volumes)
    groups = state is None or LevelName.RECORD_GROUP in state.levels
    origin = _ORIGIN.match(text, start, end) if name is None else None
    places = _places(registry, state.city if state else "")
    _read_segments(clause, origin.end() if origin else start, places)
    told = name is not None or origin is not None or LevelName.RECORD_GROUP in clause.levels
    _assign(clause, groups=groups and after is None and told, trailing=name is None)
    if not _is_evidence(clause, known=name is not None or after is not None, origin=bool(origin)):
        return
    first = max(0, last - 2)
    yield _made(clause, names[first : last + 1] if name else (), name or after)


def _is_us(name: NameAt, registry: Registry) -> bool:
    archive = registry.get(name.archive)
    return archive is not None and registry.convention(archive)["grammar"] == "american"


def _may_follow(text: str, end: int) -> bool:
    following = text[end : end + 14].lstrip(")]")
    return following[:1] in (",", ":", ";") or bool(re.match(r"\s(?:RG|Record G|\()", following))


def _clause_start(text: str, anchor: int, floor: int) -> int:
    window = max(floor, anchor - _LONGEST // 2)
    start = window
    for match in _BEFORE.finditer(text, window, anchor):
        if match.group() not in "([" or text.find(_CLOSERS[match.group()], start, anchor) < 0:
            start = match.end()
    if start == window > floor:  # not in the middle of a word
        start = text.find(" ", start, anchor) + 1 or start
    while start < anchor and text[start] in " ,.)":
        start += 1
    return start


def _clause_end(text: str, start: int, names: Sequence[NameAt], last: int) -> int:
    """Give where a reference ends: a sentence's end, a semicolon, a closing bracket, a name."""
    limit = min(len(text), start + _LONGEST)
    for name in names[last + 1 : last + 2]:
        if name.span.start < limit:
            limit = name.span.start
    stop = _STOP.search(text, start, limit)
    limit = stop.start() if stop else limit
    depth = 0
    opened = start
    for at in range(start, limit):
        if text[at] in "([":
            depth, opened = depth + 1, at
        elif text[at] in ")]":
            if depth == 0:
                return at
            depth -= 1
    return opened if depth else limit


def _name_after(
    text: str, end: int, names: Sequence[NameAt], last: int, registry: Registry
) -> NameAt | None:
    """Give the archive that ends a reference: "Box 58, Special Collections, University of …"."""
    for name in names[last + 1 : last + 2]:
        if 0 <= name.span.start - end <= 1 and _is_us(name, registry):
            return name
    return None


def _places(registry: Registry, city: str) -> frozenset[str]:
    places = registry.levels.conventions["us"].get("places", ())
    return frozenset((*places, *(part.strip() for part in re.split("[,;]", city))))


def _segments(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a clause at its commas, not inside brackets or quotes."""
    depth, begin = 0, start
    quotes = text.count('"', start, end) // 2 * 2  # an odd one is an inch, or nothing
    for at in range(start, end):
        letter = text[at]
        if letter == '"' and quotes:
            depth += 1 if quotes % 2 == 0 else -1
            quotes -= 1
        elif letter in "([“":
            depth += 1
        elif letter in ")]”":
            depth -= 1
        elif letter == "," and depth <= 0:
            yield Span(begin, at)
            begin = at + 1
    yield Span(begin, end)


def _read_segments(clause: _Clause, start: int, places: frozenset[str]) -> None:
    for segment in _segments(clause.text, start, clause.end):
        span = _trimmed(clause.text, segment)
        if not len(span) or span.cut(clause.text) in places:
            continue
        if _PAGES.match(clause.text, span.start, span.end):
            break
        _read_segment(clause, span)


def _read_segment(clause: _Clause, span: Span) -> None:
    """Read one segment: labelled parts in it, a file number, or plain words."""
    at = span.start
    for match in _LABELLED.finditer(clause.text, span.start, span.end):
        if match.start() > at and clause.text[match.start() - 1] not in " (/":
            continue
        if match["volume"] and not clause.volumes:
            continue
        plain = _trimmed(clause.text, Span(at, match.start()))
        if len(plain):
            _plain(clause, plain, before_lot=match["lot"] is not None)
        name, number = _labelled_part(match)
        clause.add(name, number, clause.text[match.start() : number.start])
        at = match.end()
        if name is LevelName.RECORD_GROUP and at < span.end:
            rest = _trimmed(clause.text, Span(at, span.end))
            if len(rest) and clause.text[rest.start].isdigit():
                clause.add(LevelName.DECIMAL_FILE, rest)
                return
    rest = _trimmed(clause.text, Span(at, span.end))
    if len(rest):
        _plain(clause, rest)


def _labelled_part(match: re.Match[str]) -> tuple[LevelName, Span]:
    for group, number, name in _GROUPS:
        if match[group] is not None:
            part = number if match[number] is not None else "preel"
            return name, Span(*match.span(part))
    raise AssertionError(match)


def _plain(clause: _Clause, span: Span, *, before_lot: bool = False) -> None:
    """Read words without a label."""
    text = span.cut(clause.text)
    if text.startswith("(") and text.endswith(")"):
        return
    if before_lot:
        if _PAPERS.search(text):
            clause.add(LevelName.COLLECTION, span)
        elif _COLLECTION_WORDS.search(text):
            clause.add(LevelName.SERIES, Span(span.start, span.end - text.endswith(":")))
        return
    if _MICROFILM.fullmatch(text):
        return
    if _YEARS.fullmatch(text) and not clause.has_place and clause.above:
        clause.above[-1] = Span(clause.above[-1].start, span.end)
        return
    inside = _LOT_INSIDE.match(clause.text, span.start, span.end)
    if inside and LevelName.LOT not in clause.levels:
        clause.add(LevelName.LOT, Span(*inside.span("lot")))
        span = Span(*inside.span("rest"))
    file = _FILE.match(clause.text, span.start, span.end)
    body = Span(file.end(), span.end) if file else span
    label = _DECIMAL_LABEL.match(clause.text, body.start, body.end)
    if label and not clause.has_place:
        body = Span(label.end(), body.end)
    decimal = _DECIMAL.match(clause.text, body.start, body.end)
    if decimal and (not clause.has_place or _PURE_DECIMAL.fullmatch(decimal.group())):
        _decimal(clause, body, decimal)
        return
    if file:
        clause.add(LevelName.FOLDER, body, file.group())
        return
    (clause.below if clause.has_place else clause.above).append(span)


def _decimal(clause: _Clause, span: Span, match: re.Match[str]) -> None:
    conjunction = clause.text.find(" and ", match.start(), span.end)
    end = conjunction if conjunction > 0 else span.end
    clause.add(LevelName.DECIMAL_FILE, Span(span.start, end))


def _assign(clause: _Clause, *, groups: bool, trailing: bool) -> None:
    """Give the unlabelled parts their levels."""
    text, above, below = clause.text, clause.above, clause.below
    if groups and above and _UNKNOWN_ARCHIVE.fullmatch(above[0].cut(text)):
        group = clause.levels.get(LevelName.RECORD_GROUP)
        if group is not None and above[0].end < group.span.start:
            del above[0]
    if trailing and below and not groups:
        papers = [span for span in below if _COLLECTION_WORDS.search(span.cut(text))]
        if papers or (LevelName.FOLDER not in clause.levels and above):
            _trailing(clause, papers[0] if papers else below[-1])
            return
    if groups:
        kept = [span for span in above if _PAPERS.search(span.cut(text))]
        kept = [span for span in kept if not span.cut(text).startswith("Records")]
        if kept:
            clause.add(LevelName.COLLECTION, kept[0])
        rest = [span for span in above if span not in kept]
        if rest:
            clause.add(LevelName.SERIES, Span(rest[0].start, rest[-1].end))
    elif above:
        clause.add(LevelName.COLLECTION, above[0])
        if len(above) > 1:
            clause.add(LevelName.SERIES, Span(above[1].start, above[-1].end))
    if below:
        clause.add(LevelName.FOLDER, Span(below[0].start, below[-1].end))


def _trailing(clause: _Clause, papers: Span) -> None:
    """Assign where the papers are named after the box: folder, Box 57, papers, archive."""
    text = clause.text
    years = [span for span in clause.below if span.start > papers.start]
    end = papers.end
    for span in years:
        if _YEARS.fullmatch(span.cut(text)):
            end = span.end
    clause.add(LevelName.COLLECTION, Span(papers.start, end))
    if clause.above and LevelName.FOLDER not in clause.levels:
        last = clause.above[-1]
        inside = text.rfind(" in ", last.start, last.end)
        clause.add(LevelName.FOLDER, Span(inside + 4 if inside >= 0 else last.start, last.end))
    elif clause.above:
        clause.above.clear()  # a letter's writer and date, no place


def _is_evidence(clause: _Clause, *, known: bool, origin: bool) -> bool:
    levels = clause.levels
    if LevelName.LOT in levels:
        return True
    if known:
        return LevelName.RECORD_GROUP in levels or any(each in levels for each in _DECISIVE)
    if origin:
        return LevelName.DECIMAL_FILE in levels or LevelName.SERIES in levels
    if LevelName.RECORD_GROUP in levels:
        series = levels.get(LevelName.SERIES)
        named = len(levels) - 1 - (series is not None and series.value[0].islower())
        return named > 0  # "RG 59 hosted a party" is no reference
    if LevelName.BOX not in levels or LevelName.COLLECTION not in levels:
        return False
    collection = levels[LevelName.COLLECTION].value
    if _NAMED_PAPERS.fullmatch(collection):
        return True
    return LevelName.FOLDER in levels and bool(_COLLECTION_WORDS.search(collection))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in ' ,:;-–—“"':
        start += 1
    while end > start and text[end - 1] in ' ,:;”"':
        end -= 1
    if end - start > 1 and text[end - 1] == "." and text[end - 2].islower():
        end -= 1
    return Span(start, end)


def _made(clause: _Clause, before: Sequence[NameAt], name: NameAt | None) -> ArchivalReference:
    """Make the value of a clause whose archive is the last name ``before`` it, or ``name``."""
    written = tuple(sorted(clause.levels.values(), key=lambda level: level.span))
    start = min(level.span.start for level in written)
    end = max(level.span.end for level in written)
    if before:
        named = whose_name(clause.text, before).start
        start = start if named is None else min(named, start)
    elif name is not None:
        end = max(end, name.span.end)
    return ArchivalReference(
        span=Span(start, end),
        archive=name.archive if name else None,
        abbreviation=name.span.cut(clause.text) if name else "",
        abbreviation_span=name.span if name else None,
        written=written,
        former=name.former if name else None,
    )
