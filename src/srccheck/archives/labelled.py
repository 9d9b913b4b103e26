"""The labelled grammar: "ф. 353, оп. 1, д. 1035 (…), д. 1284; ф. 574, оп. 1, д. 3756".

    references = file { separator file }
    file       = level { separator level }   levels above carry over from the file before
    level      = label number                "f. 495", "лл. 6–7об.", "Фонд: 315"
    separator  = punctuation | noise         noise: (…), «…», 1898 г., a name between commas

What follows a level is tried in that order, so the text is read once, from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from srccheck.archives.labels import Label, number_follows, read_label
from srccheck.archives.levels import Levels, Reading
from srccheck.archives.model import Archive, Level, LevelName, Slip
from srccheck.archives.names import UPPER
from srccheck.archives.values import DASHES, NUMBER, VULGAR_SET, read_leaves, written_out
from srccheck.text import Span
from srccheck.values import dataclass

RANK = {
    LevelName.RECORD_GROUP: 0, LevelName.FOND: 0, LevelName.SERIES: 1, LevelName.YEAR: 2,
    LevelName.OPIS: 3, LevelName.POR: 4, LevelName.PAPKA: 5, LevelName.BUSTA: 5, LevelName.BOX: 5,
    LevelName.DELO: 6, LevelName.ITEM: 7, LevelName.VOLUME: 8, LevelName.LIST: 9,
}  # fmt: skip
"""From the whole to the part: a level restated drops the carried levels of a higher rank."""

_OPENING = {LevelName.FOND, LevelName.OPIS, LevelName.DELO}
_FILE_LEVELS = {LevelName.FOND, LevelName.OPIS, LevelName.PAPKA, LevelName.DELO}
_PLAIN = {LevelName.FOND, LevelName.OPIS, LevelName.DELO}  # fit wherever no file was read yet
# Levels that mean one only at archives that use them.
_ELSEWHERE = {
    LevelName.RECORD_GROUP, LevelName.ENTRY, LevelName.LOT, LevelName.BOX, LevelName.FOLDER,
    LevelName.ROLL, LevelName.YEAR, LevelName.BUSTA, LevelName.SERIES,
}  # fmt: skip
_MARK = r"(?:\#\w+\[|\\\w+\{|[*_\[\]{}]|<[^<>\n]{1,12}>)"
_SEPARATOR = re.compile(
    rf"{_MARK}?\s?[,.;:/|{DASHES}]{{0,3}}{_MARK}?\s?{_MARK}?"
    r"(?:(?:и|та|і|and|et|und|a|oraz|&)\s)?"
)
_PARENTHESES = re.compile(
    r"\s?(?:\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\]|«[^«»\n]{0,200}»|[“„\"][^“”\"\n]{0,200}[”“\"])"
)
_YEARS = re.compile(
    rf"\s?(?:1[6-9]\d\d|20[0-4]\d)(?:\s?[{DASHES}/]\s?\d{{2,4}})?\s?"
    r"(?:г\.?\s?г\.?|г\.|год[а-я]*|g\.?\s?g\.?|god[a-z]*|р\.|рр\.|рік|year)?(?![^\W_])"
)
_NOISE_PART = re.compile(
    rf"""
      (?P<group> \([^()\n]{{0,200}}\) | \[[^\[\]\n]{{0,200}}\] | «[^«»\n]{{0,200}}»
               | “[^“”\n]{{0,200}}” | „[^„“”\n]{{0,200}}[“”] | "[^"\n]{{0,200}}" )
    | (?P<stop> [;\n()\[\]] | [.!?…][)»”"]?\s[«"“(]?[{UPPER}](?=[^\W\d_]{{2}}) )
    | (?P<word> (?<![^\W_])[^\W\d_] )
    """,
    re.VERBOSE,
)
_CAPITALS = re.compile(rf"[{UPPER}][^\W\d_]*[{UPPER}]")
_SEMICOLON = re.compile(r"\s?;\s?")
_NOISE = 160  # code points a noise may have
_REMEMBERED = 50_000  # labels of archives whose readings are kept
_WORDS = 14  # and words
_WORDS_AFTER_SEMICOLON = 4
_REEL = re.compile(r"\s?(?:рол(?:ик)?|rol(?:ik)?|reel)\.?\s?\d+[^\W_]{0,2}", re.IGNORECASE)
_DOCUMENT = ("док", "dok", "doc")
_PERECHEN = ("пер", "per")  # the lists of RGANI's fond 89, whose files are documents
_MORE_NUMBERS = re.compile(r",\s?\d")
_NAMED_FOND = re.compile(rf"[«\"“]?(?P<name>[{UPPER}][^,;:.()\[\]\n«»“”\"]{{1,90}})[»\"”]?")
_POSTFIX_LEVEL = re.compile(r"\s?(?:л|l|арк|с|p|k|f|fol|Bl)\.?(?=[,;.)\s]|$)")


@dataclass(slots=True)
class File:
    """One file being read: its written levels, its slips, the levels carried over to it."""

    written: list[Level] = field(default_factory=list)
    carried: tuple[Level, ...] = ()
    slips: list[Slip] = field(default_factory=list)
    start: int = 0
    names: set[LevelName] = field(default_factory=set)  # of the written levels
    known: frozenset[LevelName] = frozenset()  # of the carried ones

    def __post_init__(self) -> None:
        self.names = {level.name for level in self.written}
        self.known = frozenset(level.name for level in self.carried)

    @property
    def end(self) -> int:
        """Where the last number ends."""
        last = self.written[-1]
        return max(last.number.end, last.span.end)

    def has(self, name: LevelName) -> bool:
        """Tell whether this level was written already."""
        return name in self.names

    def knows(self, name: LevelName) -> bool:
        """Tell whether this level was written or carried over."""
        return name in self.names or name in self.known

    def inherited(self) -> tuple[Level, ...]:
        """Give the carried levels that stand: none restated, none below a restated one."""
        if not self.written or not self.carried:
            return self.carried
        highest = min(RANK.get(level.name, 5) for level in self.written)
        return tuple(
            level
            for level in self.carried
            if RANK.get(level.name, 5) < highest and level.name not in self.names
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """Where the labelled grammar reads: a text up to ``end``, for an archive, or an unknown one."""

    text: str
    end: int
    levels: Levels
    archive: Archive | None
    labels: dict[int, Label | None] = field(default_factory=dict)  # read already, by offset

    def label(self, at: int) -> Label | None:
        """Read the label at ``at``, once."""
        if at not in self.labels:
            self.labels[at] = read_label(self.text, at, self.end, self.levels)
        return self.labels[at]

    def files(
        self,
        start: int,
        separator: str,
        carried: tuple[Level, ...] = (),
        *,
        after_ibid: bool = False,
    ) -> list[File]:
        """Read ``file { separator file }`` at ``start``."""
        current = File(carried=carried, start=start)
        return self._files(current, start, separator, after_ibid=after_ibid)

    def after(self, levels: list[Level]) -> list[File]:
        """Read on after levels that another grammar read: "РГАСПИ 17/3/40, л. 7"."""
        current = File(written=list(levels), start=levels[0].span.start)
        following = self._next(levels[-1].number.end, current)
        if following is None:
            return [current]
        return self._files(current, *following, after_ibid=False)

    def _files(self, current: File, at: int, before: str, *, after_ibid: bool) -> list[File]:
        files: list[File] = []
        while True:
            found = self._level(at, before, current, after_ibid=after_ibid)
            if found is None:
                past = self._past_empty(at) if current.written else None
                if past is None:
                    break
                at, before = past
                continue
            level, slips = found
            if self._opens_file(current, level) or (after_ibid and _leaves_ibid(current, level)):
                files.append(current)
                current = File(carried=(*current.inherited(), *current.written), start=at)
            _add(current, level, slips)
            following = self._next(level.number.end, current)
            if following is None:
                break
            at, before = following
        if current.written:
            files.append(current)
        return files

    def _past_empty(self, at: int) -> tuple[int, str] | None:
        """Pass over a label whose number was forgotten: "f. 17, op. , d. 3"."""
        label = self.label(at)
        if label is None or number_follows(self.text, label, self.end):
            return None
        separator = _SEPARATOR.match(self.text, label.number, self.end)
        start = separator.end() if separator else label.number
        following = self.label(start) if start > at else None
        if following is None or not number_follows(self.text, following, self.end):
            return None
        return start, self.text[label.end : start]

    def _level(
        self, at: int, separator: str, current: File, *, after_ibid: bool
    ) -> tuple[Level, list[Slip]] | None:
        """Read ``level = label number`` at ``at``, its meaning chosen by what stands before it."""
        label = self.label(at)
        if label is None:
            return None
        reading = self._reading(label, current, after_ibid=after_ibid)
        if reading is None:
            return None
        value = self._number(label, reading)
        if value is None:
            return None
        text, span, slips = value
        if label.slip:
            slips.insert(0, Slip("separator", Span(label.start, label.number), label.slip))
        if reading.page:
            slips.append(Slip("leaf-as-page", Span(label.start, span.end), "page label"))
        level = Level(
            name=reading.level,
            value=text,
            label=label.text,
            raw=span.cut(self.text),
            span=Span(label.start, span.end),
            number=span,
            separator=separator,
            plural=reading.plural,
            page=reading.page,
        )
        return level, slips

    def _reading(self, label: Label, current: File, *, after_ibid: bool) -> Reading | None:
        """Choose what a label means here; None where it means no level that can follow."""
        possible = self._possible(label)
        if len(possible) > 1 and possible[0].level in current.names:
            leaves, names = LevelName.LIST, current.names
            possible = tuple(
                sorted(possible, key=lambda r: r.level in names and r.level is not leaves)
            )
        for reading in possible:
            if self._fits(reading, label, current, after_ibid=after_ibid):
                return reading
        return None

    def _possible(self, label: Label) -> tuple[Reading, ...]:
        """Give the readings of a label at this archive: levels it uses first, its country first."""
        key = (self.archive.id if self.archive else "", label.text)
        known = self.levels.meanings.get(key)
        if known is None:
            country = self.archive.country if self.archive else ""
            usual = self.archive.levels if self.archive else ()
            possible = [r for r in label.readings if not r.countries or country in r.countries]
            possible.sort(key=lambda r: (bool(usual) and r.level not in usual, not r.countries))
            known = tuple(possible)
            if len(self.levels.meanings) < _REMEMBERED:
                self.levels.meanings[key] = known
        return known

    def _fits(self, reading: Reading, label: Label, current: File, *, after_ibid: bool) -> bool:
        name = reading.level
        if name is LevelName.DELO and label.text.casefold().startswith(_DOCUMENT):
            return _in_perechen(current)
        if name in _PLAIN and not current.has(LevelName.DELO):
            return True
        usual = self.archive.levels if self.archive else ()
        if name in _ELSEWHERE and name not in usual:
            return False
        below = current.knows(LevelName.DELO) or (bool(usual) and current.knows(LevelName.FOND))
        if reading.page:
            dotted = self.text[label.end - 1 : label.end] == "." or reading.spelled
            return (below or after_ibid) and dotted
        if name is LevelName.PAPKA and label.text.casefold() in ("p.", "p", "п", "п."):
            return self._is_papka(label, current)
        if name is LevelName.LIST:
            return below or after_ibid or current.knows(LevelName.OPIS)
        if name is LevelName.VOLUME:
            return current.knows(LevelName.DELO) or (
                name in usual and (bool(current.written) or after_ibid)
            )
        if name is LevelName.FOND and current.has(LevelName.DELO):
            return self._opens_fond(label)
        return True

    def _is_papka(self, label: Label, current: File) -> bool:
        """Tell papka from page: p. is papka where the archive has papkas or a file follows it."""
        if current.has(LevelName.PAPKA):
            return False
        has_papkas = self.archive is not None and LevelName.PAPKA in self.archive.levels
        has_papkas = has_papkas and bool(current.written)  # "ibid., p. 40" is a page
        number = NUMBER.match(self.text, label.number, self.end)
        if number is None:
            return False
        ranged = _MORE_NUMBERS.match(self.text, number.end(), self.end) is not None or any(
            dash in number.group() for dash in DASHES
        )
        following = self._label_after(number.end())
        if following is not None and not ranged:
            names = {reading.level for reading in following.readings}
            if names & {LevelName.DELO, LevelName.LIST} and number_follows(
                self.text, following, self.end
            ):
                return True
        return has_papkas and not any(dash in number.group() for dash in DASHES)

    def _opens_fond(self, label: Label) -> bool:
        """Tell whether a second f. begins another fond: an inventory or file must follow it."""
        number = NUMBER.match(self.text, label.number, self.end)
        following = self._label_after(number.end()) if number else None
        if following is None:
            return False
        names = {reading.level for reading in following.readings}
        return bool(names & {LevelName.OPIS, LevelName.DELO})

    def _label_after(self, at: int) -> Label | None:
        separator = _SEPARATOR.match(self.text, at, self.end)
        at = separator.end() if separator else at
        return self.label(at)

    def _number(self, label: Label, reading: Reading) -> tuple[str, Span, list[Slip]] | None:
        """Read the number (or the name of a fond) that belongs to a label."""
        if reading.level is LevelName.LIST:
            return self._leaves(label, reading)
        match = NUMBER.match(self.text, label.number, self.end)
        if match is None:
            return self._named_fond(label, reading)
        if reading.spelled and _POSTFIX_LEVEL.match(self.text, match.end(), self.end):
            return None  # "дело 5 л." is an extent
        span = Span(match.start(), match.end())
        slips = []
        if not VULGAR_SET.isdisjoint(match.group()):
            slips.append(Slip("mangled-fraction", span, match.group()))
        return written_out(match.group()), span, slips

    def _leaves(self, label: Label, reading: Reading) -> tuple[str, Span, list[Slip]] | None:
        start = label.number
        misprint = _MISTYPED_PLURAL.match(self.text, start, self.end)
        start = misprint.end() if misprint else start
        leaves = read_leaves(self.text, start, self.end)
        if leaves is None:
            return None
        span = Span(start, leaves.end)
        slips = []
        if misprint:
            slips.append(Slip("separator", Span(label.start, start), "label misprinted"))
        has_plural = label.text.rstrip(".").lower() == "l"  # "Л. 55–56", "ark. 7–8" are normal
        singular = leaves.several and not reading.plural and has_plural
        plural = reading.plural and not leaves.several
        if (singular or plural) and not reading.spelled and not reading.page:
            slips.append(Slip("leaf-number", Span(label.start, span.end), "number of the label"))
        if leaves.descending:
            slips.append(Slip("range-descending", span, leaves.value))
        return leaves.value, span, slips

    def _named_fond(self, label: Label, reading: Reading) -> tuple[str, Span, list[Slip]] | None:
        """Read a fond that has a name and no number: "Phông Phủ Thủ tướng", "fond URSS"."""
        if reading.level is not LevelName.FOND or not reading.spelled or self.archive is None:
            return None
        match = _NAMED_FOND.match(self.text, label.number, self.end)
        if match is None:
            return None
        name = match["name"].rstrip()
        start = match.start("name")
        return name, Span(start, start + len(name)), []

    def _opens_file(self, current: File, level: Level) -> bool:
        """Tell whether a level begins another file: it stands there already, or above it does."""
        if level.name is LevelName.LIST or not current.written:
            return False
        above = level.name in (LevelName.FOND, LevelName.OPIS)
        return current.has(level.name) or (
            above and current.has(LevelName.DELO) and current.knows(level.name)
        )

    def _next(self, at: int, current: File) -> tuple[int, str] | None:
        """Find the next level: after punctuation, or after noise that may stand in a reference."""
        plain = _SEPARATOR.match(self.text, at, self.end)
        stop = plain.end() if plain else at
        if self._begins(stop):
            return stop, self.text[at:stop]
        past = at
        if stop >= self.end:
            return None
        for pattern in (_PARENTHESES, _YEARS, _REEL, _PARENTHESES):
            separator = _SEPARATOR.match(self.text, past, self.end)
            for start in (past, separator.end() if separator else past):
                noise = pattern.match(self.text, start, self.end)
                if noise is not None:
                    past = noise.end()
                    break
        separator = _SEPARATOR.match(self.text, past, self.end)
        if past > at and separator and self._begins(separator.end()):
            return separator.end(), separator.group()
        return self._past_words(past, current)

    def _past_words(self, past: int, current: File) -> tuple[int, str] | None:
        """Find a level after words: of the same file, below its last; after ";" of any file."""
        if past >= self.end:
            return None
        semicolon = _SEMICOLON.match(self.text, past, self.end)
        start = semicolon.end() if semicolon else past
        rank = max(RANK.get(level.name, 5) for level in current.written)
        words = 0
        for part in _NOISE_PART.finditer(self.text, start, min(start + _NOISE, self.end)):
            if part["stop"] or words > (_WORDS_AFTER_SEMICOLON if semicolon else _WORDS):
                return None
            if part["group"]:
                continue
            words += 1
            if semicolon and _CAPITALS.match(self.text, part.start(), self.end):
                return None  # another archive's abbreviation
            label = self.label(part.start())
            if label is None or not number_follows(self.text, label, self.end):
                continue
            reading = self._reading(label, current, after_ibid=False)
            if reading is None or label.slip == "label without its dot":
                continue
            below = RANK.get(reading.level, 5) > rank and not current.knows(reading.level)
            if semicolon is not None:
                return (part.start(), "; ") if reading.level in _OPENING else None
            return (part.start(), ", ") if below else None
        return None

    def _begins(self, at: int) -> bool:
        return self.label(at) is not None


def _leaves_ibid(current: File, level: Level) -> bool:
    """Tell "f. 243" in "ibid., ll. 2–3; f. 243, op. 2": what is above came with the ibid."""
    rank = RANK.get(level.name, 5)
    if level.name not in _FILE_LEVELS or not current.written:
        return False
    above = rank < max(RANK.get(each.name, 5) for each in current.written)
    return above and (";" in level.separator or current.has(LevelName.LIST))


def _in_perechen(current: File) -> bool:
    """Tell a document that is a file ("f. 89, per. 14, dok. 34") from one inside a file."""
    return any(
        level.name is LevelName.OPIS and level.label.casefold().startswith(_PERECHEN)
        for level in (*current.carried, *current.written)
    )


_MISTYPED_PLURAL = re.compile(r"[1Il][lI1]\.?\s(?=\d)")


def _add(current: File, level: Level, slips: list[Slip]) -> None:
    """Put a level into a file; leaves named twice become one level."""
    last = current.written[-1] if current.written else None
    if last is not None and last.name is level.name is LevelName.LIST:
        merged = replace(
            last,
            value=f"{last.value}, {level.value}",
            raw=f"{last.raw}, {level.raw}",
            span=Span(last.span.start, level.span.end),
            number=Span(last.number.start, level.number.end),
        )
        current.written[-1] = merged
        current.slips.extend(slips)
        return
    current.written.append(level)
    current.names.add(level.name)
    current.slips.extend(slips)


def order_slips(levels: list[Level], archive: Archive | None) -> Iterator[Slip]:
    """Give a slip for each level that stands after one it should stand before."""
    usual = archive.levels if archive else ()
    rank = {name: number for number, name in enumerate(usual)} or RANK
    highest = -1
    for level in levels:
        place = rank.get(level.name, highest)
        if place < highest:
            yield Slip("level-order", level.span, level.label)
        highest = max(highest, place)


def names_a_file(files: list[File], *, known: bool) -> bool:
    """Tell whether levels are evidence enough for a reference, with or without a known archive."""
    if not files:
        return False
    written = {level.name for level in files[0].written}
    above = written & _FILE_LEVELS
    if known:
        return bool(above)
    if len(above) < 2 or not above & {LevelName.FOND, LevelName.OPIS}:
        return False
    if LevelName.FOND in above and LevelName.OPIS in above:
        return True
    letters = [level for level in files[0].written if len(level.label.strip(".")) == 1]
    latin = all(level.label[0].isascii() for level in letters)
    return len(letters) < 2 or not latin or len(written) > 2


def is_designated(archive: Archive) -> bool:
    """Tell whether an archive's references have designations without labels (FO 371/152493)."""
    return LevelName.OPIS not in archive.required and archive.convention not in ("us", "albania")
