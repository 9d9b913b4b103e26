"""Designations: what follows an archive's name without a label before each number.

    reference   = archive separator segment { ", " segment }
    segment     = label number | designation
    designation = fond ("/" | "-" | ":") file   "FO 371/152493", "PRC FMA 117-00123-01"
                | name                          "Segr. Stato", "KC PZPR"; a second is a series
                | number                        "A1838, 3034/10/1"

The archive's record decides: `shapes.fond` says where a fond ends, `levels` what may follow.
"""

from __future__ import annotations

import re
from dataclasses import field

from srccheck.archives.labels import Label, read_label
from srccheck.archives.levels import Levels, Reading
from srccheck.archives.model import Archive, Level, LevelName, Slip
from srccheck.archives.names import UPPER
from srccheck.archives.shapes import DATE, FILE_CODE, YEAR, Shapes
from srccheck.archives.values import DASHES, VULGAR, read_leaves, written_out
from srccheck.text import Span
from srccheck.values import dataclass

_SEPARATOR = re.compile(rf"\s?[,.:;/]{{1,2}}\s?|\s?[{DASHES}]\s|\s")
_CLOSING = re.compile(r"(?:\s?[)\]»”])?(?:\s?\([^()\n]{0,120}\)|\s?\[[^\[\]\n]{0,120}\])?")
_STOP = re.compile(
    rf"[,;\n«»“”\"]|(?<!/v)(?<!Rep)(?<!Abt)\.\s(?=[«“\"(]?[{UPPER}\d])|\.$|\.(?=\n)|\)(?=[\s,.;]|$)|:\s"
)
_ABBREVIATED = re.compile(rf"(?<![^\W_])[{UPPER}][^\W\d_]{{1,4}}$")
_PARENTHESES = re.compile(r"\([^()\n]{0,80}\)")
_FILE_NUMBER = re.compile(
    rf"(?:[A-Z]{{1,5}}\s?(?=\d))?[^\W_]+(?:['’][^\W_]+)?(?:[/.:{DASHES}()]{{1,2}}[^\W_]+\)?)*"
)
_NAME_AND_NUMBER = re.compile(r"(?P<name>[^\d,;]+?)\s(?P<number>\d+[a-z]?)$")
_YEARS = re.compile(rf"1[89]\d\d(?:[{DASHES}/]\d{{2,4}})?")
_AFTER_NUMBER = re.compile(r"(?P<number>\d+[a-z]?)\.\s?(?=[^\W\d_])")
_LONGEST = 110  # code points of a designation
_SEGMENTS = 9


@dataclass(slots=True)
class Designated:
    """The levels read after a name."""

    levels: list[Level] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)

    def has(self, name: LevelName) -> bool:
        """Tell whether this level was read."""
        return any(level.name is name for level in self.levels)


class DesignationReader:
    """Reads the segments after the name of one archive."""

    def __init__(self, text: str, end: int, levels: Levels, archive: Archive) -> None:
        self.text = text
        self.end = end
        self.words = levels
        self.archive = archive
        self.shapes = Shapes.of(archive)
        self.found = Designated()

    def read(self, start: int) -> Designated | None:
        """Read ``{ separator segment }`` after a name that ends at ``start``."""
        closing = _CLOSING.match(self.text, start, self.end)
        at = closing.end() if closing else start
        for _ in range(_SEGMENTS):
            separator = _SEPARATOR.match(self.text, at, self.end)
            if separator is None or (";" in separator.group()):
                break
            if self.found.levels and self._ends_sentence(separator):
                break
            following = self._segment(separator.end(), separator.group())
            if following is None:
                break
            at = following
        return self.found if self._complete() else None

    def _ends_sentence(self, separator: re.Match[str]) -> bool:
        """Tell a full stop after what was read, with no label behind it, from a separator."""
        before = self.text[max(0, separator.start() - 2) : separator.start()]
        if not separator.group().startswith(". ") or _INITIAL.search(before):
            return False
        if FILE_CODE.match(self.text, separator.end(), self.end):  # 3.1.9. V-150001
            return False
        label = read_label(self.text, separator.end(), self.end, self.words)
        return label is None or self._reading(label) is None

    def another(self, start: int) -> Designated | None:
        """Read ``";" designation`` after a reference: another file of the same archive."""
        joint = _ANOTHER.match(self.text, start, self.end)
        if joint is None or self.shapes.fond is None:
            return None
        fond = self.shapes.fond.match(self.text, joint.end(), self.end)
        if fond is None or not any(each.isdigit() for each in fond.group()):
            return None
        if _AUTHOR_AND_YEAR.match(self.text, joint.end(), self.end):
            return None
        return self._read_from(joint.end(), joint.group())

    def _read_from(self, at: int, separator: str) -> Designated | None:
        following = self._segment(at, separator)
        return self.read(following) if following is not None else None

    def _segment(self, at: int, separator: str) -> int | None:
        """Read one segment at ``at``; where it ends, or None where it is none."""
        label = read_label(self.text, at, self.end, self.words)
        bare = label is not None and (len(label.text) == 1 or self._is_code(label))
        if label is not None and not bare:  # D1071/H, F 1234/10
            reading = self._reading(label)
            if reading is not None:
                stop = self._labelled(label, reading, separator)
                if stop is not None:
                    return stop
        counted = self._counted(at, separator)
        if counted is not None:
            return counted
        end = self._designation_end(at)
        joint = _ANOTHER_AFTER_NUMBER.search(self.text, at, end)
        end = joint.start("joint") if joint else end
        raw = self.text[at:end].rstrip(" .")
        number = raw.partition(" (")[0]
        if (
            number != raw and self._is_file(number) and not _SESSION.search(raw)
        ):  # БАН 17.4.9 (a description)
            raw = number
        if not raw or self._is_place(raw):
            return at + len(raw) if raw else None
        if not (raw[0].isupper() or raw[0].isdigit()) or len(raw) > _LONGEST:
            return None
        return self._designation(at, raw, separator)

    def _counted(self, at: int, separator: str) -> int | None:
        """Read ``number "." label``: "34. d." is the box in Budapest."""
        number = _AFTER_NUMBER.match(self.text, at, self.end)
        label = read_label(self.text, number.end(), self.end, self.words) if number else None
        if number is None or label is None or not self.found.levels:
            return None
        for reading in label.readings:
            taken = self.found.has(reading.level) or reading.level not in self.archive.levels
            if reading.postfix and self.archive.country in reading.countries and not taken:
                span, end = Span(*number.span("number")), label.end
                self.found.levels.append(
                    Level(
                        reading.level, number["number"], label.text, number["number"],
                        Span(at, end), span, separator, reading.plural, reading.page,
                    )
                )  # fmt: skip
                return end
        return None

    def _is_code(self, label: Label) -> bool:
        """Tell a class from a label of another language: HS 5/879 is no hồ sơ in London."""
        opens = not self.found.levels and self.archive.convention == "class"
        return opens and label.text.isupper() and not label.text.endswith(".")

    def _reading(self, label: Label) -> Reading | None:
        country, usual = self.archive.country, self.archive.levels
        first = LevelName.FOND
        for reading in sorted(
            label.readings, key=lambda r: (not r.countries, r.level is not first)
        ):
            if reading.countries and country not in reading.countries:
                continue
            fits = reading.level in usual and not self.found.has(reading.level)
            if reading.page or reading.level is LevelName.LIST:
                fits = bool(self.found.levels) and not self.found.has(LevelName.LIST)
            if fits:
                return reading
        return None

    def _is_leaf(self, label: Label) -> bool:
        """Tell a label of leaves that may follow a number: "AP 11566/73 Bl. 3"."""
        return any(
            reading.level is LevelName.LIST
            and (not reading.countries or self.archive.country in reading.countries)
            for reading in label.readings
        )

    def _labelled(self, label: Label, reading: Reading, separator: str) -> int | None:
        at = label.number
        if reading.level is LevelName.LIST:
            leaves = read_leaves(self.text, at, self.end)
            if leaves is None:
                return None
            value, end = leaves.value, leaves.end
            if leaves.descending:
                self.found.slips.append(Slip("range-descending", Span(at, end), value))
        elif reading.level in (LevelName.FOND, LevelName.SERIES):
            end = self._designation_end(at)
            value = self.text[at:end].rstrip(" .")
            end = at + len(value)
            if not value:
                return None
        else:
            match = _FILE_NUMBER.match(self.text, at, self.end)
            if match is None or not _may_be_number(match.group(), spelled=reading.spelled):
                return None
            value, end = match.group(), match.end()
            if value.endswith(")") and "(" not in value:  # of the parenthesis round it all
                value, end = value[:-1], end - 1
            extra = _SECOND_PART.match(self.text, end, self.end)
            if extra and not any(each.isdigit() for each in value):
                value, end = value + extra.group(), extra.end()
            if any(each in VULGAR for each in value):
                self.found.slips.append(Slip("mangled-fraction", Span(at, end), value))
                value = written_out(value)
        self.found.levels.append(
            Level(
                reading.level, value, label.text, self.text[at:end], Span(label.start, end),
                Span(at, end), separator, reading.plural, reading.page,
            )
        )  # fmt: skip
        return end

    def _designation_end(self, at: int) -> int:
        """Give where an unlabelled designation ends: a comma, a sentence's end, the next label."""
        limit = min(self.end, at + _LONGEST + 20)
        position = at
        while position < limit:
            stop = _STOP.search(self.text, position, limit)
            parenthesis = _PARENTHESES.search(self.text, position, limit)
            if parenthesis and (stop is None or parenthesis.start() < stop.start()):
                position = parenthesis.end()
                continue
            if stop and stop.group().startswith(".") and self._abbreviated(at, stop.start()):
                position = stop.end()
                continue
            limit = stop.start() if stop else limit
            break
        for word in _WORD_AFTER_SPACE.finditer(self.text, at, limit):
            label = read_label(self.text, word.end(), self.end, self.words)
            if label is None:
                continue
            counted = any(map(str.isdigit, self.text[at : word.start()]))
            if self._reading(label) is None and not (counted and self._is_leaf(label)):
                continue
            if self.text[label.number : label.number + 1].isdigit():
                return word.start()
        return limit

    def _abbreviated(self, at: int, dot: int) -> bool:
        """Tell the dot of an abbreviated word in a name ("Segr. Stato") from a sentence's end."""
        if self.archive.convention in ("class", "bestand"):
            return False
        return _ABBREVIATED.search(self.text, at, dot) is not None

    def _is_place(self, raw: str) -> bool:
        """Tell a segment that names the archive's town: "London", "The Hague"."""
        towns = [place.strip() for place in re.split("[,;]", self.archive.city)]
        towns += self.words.conventions[self.archive.convention].get("places", ())
        district = raw.partition("-")[0] if not any(map(str.isdigit, raw)) else raw
        return any(town in (raw, district) for town in towns)  # Berlin-Lichterfelde

    def _designation(self, at: int, raw: str, separator: str) -> int | None:
        """Read ``fond sep file | name | number`` and give its end."""
        end = at + len(raw)
        found = self.found
        if not found.has(LevelName.FOND) and LevelName.FOND in self.archive.levels:
            return self._first(at, raw, separator)
        if found.has(LevelName.DELO):
            return self._after_file(at, raw, separator)
        if LevelName.YEAR in self.archive.levels and YEAR.fullmatch(raw):
            self._add(LevelName.YEAR, at, raw, separator)
            return end
        if self.archive.convention == "romance" and _YEARS.fullmatch(raw):
            return end  # "ACS, PCM, 1948-50, b. 3"
        if YEAR.fullmatch(raw) and self._file_follows(end):
            return end  # "Ministry of External Affairs, 1968, file no. EII/103"
        if self._is_file(raw) and not (
            self.archive.convention == "bestand" and self._numbered_file_follows(end)
        ):
            self._add(LevelName.DELO, at, raw, separator)
            return end
        if LevelName.FOND not in self.archive.levels:
            return None
        if LevelName.SERIES in self.archive.levels and not found.has(LevelName.SERIES):
            self._add(LevelName.SERIES, at, raw, separator)
            return end
        return self._longer_fond(at, raw)

    def _first(self, at: int, raw: str, separator: str) -> int | None:
        """Read the first designation: fond and file in one, or the fond's number or name."""
        cut = self.shapes.split(raw)
        end = at + len(raw)
        if (
            LevelName.FOND not in self.archive.required
            and self.shapes.fond is None
            and self._is_file(raw)
        ):
            return self._only_file(at, raw, separator)
        if cut is not None and (self.shapes.fond is None or self.shapes.fond.fullmatch(raw)):
            cut = None if self._file_follows(end) else cut
        if cut is not None:
            self._add(LevelName.FOND, at, raw[: cut[0]], separator)
            rest = raw[cut[1] :]
            between = raw[cut[0] : cut[1]]
            self._rest(at + cut[1], rest, between)
            return end
        if self.shapes.fond is not None and any(each.isdigit() for each in raw):
            whole = self.shapes.fond.fullmatch(raw)
            if whole is None and not self._named_may_stand(raw):
                return self._only_file(at, raw, separator)
        self._add(LevelName.FOND, at, raw, separator)
        return end

    def _file_follows(self, end: int) -> bool:
        """Tell whether a file comes after a comma, so that what was read is the fond alone."""
        comma = _COMMA.match(self.text, end, self.end)
        if comma is None:
            return False
        label = read_label(self.text, comma.end(), self.end, self.words)
        if label is not None and label.number > label.end:
            return self._means_file(label)
        rest = self.text[comma.end() : self._designation_end(comma.end())]
        return self._is_file(rest.rstrip(" ."))

    def _numbered_file_follows(self, end: int) -> bool:
        """Tell whether a labelled file follows, with or without a comma: "HA II/6, Nr. 1234"."""
        comma = _COMMA_OR_SPACE.match(self.text, end, self.end)
        label = read_label(self.text, comma.end(), self.end, self.words) if comma else None
        if label is None or not self.text[label.number : label.number + 1].isdigit():
            return False
        return self._means_file(label)

    def _means_file(self, label: Label) -> bool:
        return any(
            reading.level in _FILES
            and (not reading.countries or self.archive.country in reading.countries)
            for reading in label.readings
        )

    def _named_may_stand(self, raw: str) -> bool:
        return len(re.findall(r"[^\W\d_]{3,}", raw)) > 0

    def _only_file(self, at: int, raw: str, separator: str) -> int | None:
        if LevelName.FOND in self.archive.required or not self._is_file(raw):
            return None
        self._add(LevelName.DELO, at, raw, separator)
        return at + len(raw)

    def _rest(self, at: int, rest: str, between: str) -> None:
        """Read what follows the fond in one designation: a file, or after ":" box and file."""
        below = [
            name for name in self.archive.levels
            if name not in (LevelName.FOND, LevelName.LIST, LevelName.SERIES)
        ]  # fmt: skip
        parts = rest.split("/")
        if between == ":" and len(parts) <= len(below) and LevelName.BOX in below:
            for name, part in zip(below, parts, strict=False):
                self._add(name, at, part, between)
                at += len(part) + 1
            return
        file, item = self.shapes.file_and_item(rest)
        self._add(LevelName.DELO, at, file, between)
        if item:
            joint = len(rest) - len(item)
            self._add(LevelName.ITEM, at + joint, item, rest[len(file) : joint])

    def _after_file(self, at: int, raw: str, separator: str) -> int | None:
        """Read what follows the file without a label: leaves, or an item below it."""
        leaves = read_leaves(self.text, at, self.end)
        if (
            (self.archive.convention == "bestand" or _SIDED.fullmatch(raw))
            and leaves is not None
            and leaves.end - at == len(raw)
            and not self.found.has(LevelName.LIST)
        ):
            self._add(LevelName.LIST, at, raw, separator, leaves.value)
            return at + len(raw)
        item = LevelName.ITEM
        wanted = item in self.archive.levels and not self.found.has(item)
        if wanted and not self.found.has(LevelName.LIST) and _ITEM.fullmatch(raw):
            if YEAR.fullmatch(raw) or DATE.fullmatch(raw):
                return None
            self._add(item, at, raw, separator)
            return at + len(raw)
        return None

    def _is_file(self, raw: str) -> bool:
        return self.shapes.is_file(raw, first=not self.found.levels)

    def _longer_fond(self, at: int, raw: str) -> int | None:
        """Join a second name to the fond ("MfS, ZAIG"), its last number being the file."""
        fond = self.found.levels[0] if self.found.levels else None
        if fond is None or fond.name is not LevelName.FOND or len(self.found.levels) > 1:
            return None
        if not raw[0].isupper():
            return None
        whole = self.archive.convention != "bestand" or self._numbered_file_follows(at + len(raw))
        cut = None if whole else _NAME_AND_NUMBER.match(raw)
        name = cut["name"] if cut else raw
        start, end = fond.number.start, at + len(name)
        value = self.text[start:end]
        self.found.levels[0] = Level(
            LevelName.FOND, value, fond.label, value, Span(fond.span.start, end),
            Span(start, end), fond.separator,
        )  # fmt: skip
        if cut:
            self._add(LevelName.DELO, at + cut.start("number"), cut["number"], " ")
        return at + len(raw)

    def _add(
        self, name: LevelName, at: int, raw: str, separator: str, value: str | None = None
    ) -> None:
        span = Span(at, at + len(raw))
        if any(each in VULGAR for each in raw):
            self.found.slips.append(Slip("mangled-fraction", span, raw))
        self.found.levels.append(
            Level(name, value or written_out(raw), "", raw, span, span, separator)
        )

    def _is_bare_number(self, first: Level) -> bool:
        """Tell a figure that happens to follow a name: "AN 12 flew", "IPN 5", "SNA 2–3"."""
        if first.label or self.archive.shapes.get(first.name):
            return False
        if first.name is LevelName.DELO:
            return first.value.isdigit() and len(first.value) < _LONG_NUMBER
        return _BARE.fullmatch(first.value) is not None

    def _complete(self) -> bool:
        """Tell whether enough was read: what the archive requires, and a number in it."""
        names = {level.name for level in self.found.levels}
        if not self.archive.required <= names or not names - {LevelName.LIST}:
            return False
        if not any(any(c.isdigit() for c in level.value) for level in self.found.levels):
            return False
        if self._is_bare_number(self.found.levels[0]):
            return False
        alone = names == {LevelName.FOND}
        if alone and self.shapes.fond is not None:
            return self.shapes.fond.fullmatch(self.found.levels[0].value) is not None
        return not alone or bool(self.found.levels[0].label)


_BARE = re.compile(rf"\d{{1,4}}(?:[{DASHES}/.]\d{{1,2}})?(?:\s[a-z]+)?")
_LONG_NUMBER = 5  # figures that hardly follow a name by chance
_INITIAL = re.compile(rf"(?<![^\W_])[{UPPER}]$")
_WORD_AFTER_SPACE = re.compile(r"\s(?=[^\W\d_])")
_ANOTHER = re.compile(r"\s?;\s|,?\s(?:and|und|et|e|y|и|sowie)\s")
_AUTHOR_AND_YEAR = re.compile(rf"[{UPPER}][^\W\d_A-Z]+,?\s(?:1[4-9]|20)\d\d[a-z]?(?![\w/-])")
_ANOTHER_AFTER_NUMBER = re.compile(
    rf"\d[^\s,]*(?P<joint>\s(?:and|und|et|sowie|e|y|и)\s)(?=[{UPPER}\d])"
)
_FILES = {
    LevelName.OPIS,
    LevelName.DELO,
    LevelName.BOX,
    LevelName.BUSTA,
    LevelName.FOLDER,
    LevelName.ITEM,
}
_SIDED = re.compile(r"\d+[ab]")
_SESSION = re.compile(r"\(\d\d\)$")  # CM 54 (56)
_COMMA = re.compile(r",\s")
_COMMA_OR_SPACE = re.compile(r",?\s")
_SECOND_PART = re.compile(r"\s\d[^\s,;()]*(?<![.])")
_ITEM = re.compile(
    r"(?:serial\s|[A-Z.]{1,4}\s?\(\d\d\)\s?|[A-Z]{0,4}\s?)\d[^\W_]*"
    rf"(?:[/.{DASHES}][^\W_]+){{0,5}}(?:\s?\(\d\d\))?"
)


def _may_be_number(raw: str, *, spelled: bool) -> bool:
    return any(each.isdigit() or each in VULGAR for each in raw) or (spelled and raw.isupper())
