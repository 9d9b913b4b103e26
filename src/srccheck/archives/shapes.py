"""What the numbers of one archive look like: where its fond ends and its file begins.

A record's `shapes` decide where they are given; else a fond holds a figure, and a slash ends it.
"""

from __future__ import annotations

import re

from srccheck.archives.model import Archive, LevelName
from srccheck.archives.values import DASHES
from srccheck.values import dataclass

YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
DATE = re.compile(
    r"\d{1,2}\.?\s[^\W\d_]{3,}\.?\s\d{4}|[^\W\d_]{3,}\s\d{1,2},?\s\d{4}|[^\W\d_]{3,}\s\d{4}$"
)
FILE_CODE = re.compile(r"[A-Z]{1,2}[-/]\d")
_NUMBER_LIKE = re.compile(
    rf"[^\W\d_]{{0,5}}['’]?[{DASHES}.\s]?(?:\([^()]{{1,6}}\))?[^\s,;]*\d[^,;\n]{{0,24}}"
)
_SIGNATUR = re.compile(r"(?:[A-Z]{1,3}\s){1,3}\d+(?:/\d+)+")  # IV A 2/20/331
_PLAIN_SPLIT = re.compile(r"(?P<fond>(?:[A-Z]{1,3}/)?[^/]*\d[^/]*)/(?P<delo>[^\s/][^,;]*)$")
_ENDS_FOND = re.compile(rf"[/:\#{DASHES}\s]")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The patterns of an archive's record for fond, file and item; None where it has none.

    ``bestand`` marks the German convention, whose signatures have letters and spaces.
    """

    fond: re.Pattern[str] | None
    delo: re.Pattern[str] | None
    item: re.Pattern[str] | None
    bestand: bool

    @classmethod
    def of(cls, archive: Archive) -> Shapes:
        """Give the shapes of a record; those of the last record of an id are kept."""
        kept = _KEPT.get(archive.id)
        if kept is None or kept[0] is not archive:
            kept = _KEPT[archive.id] = (
                archive,
                cls(
                    _compiled(archive, LevelName.FOND),
                    _compiled(archive, LevelName.DELO),
                    _compiled(archive, LevelName.ITEM),
                    archive.convention == "bestand",
                ),
            )
        return kept[1]

    def split(self, raw: str) -> tuple[int, int] | None:
        """Give where the fond of a designation ends and its file begins, or None."""
        if self.fond is None:
            plain = _PLAIN_SPLIT.match(raw)
            return (plain.end("fond"), plain.start("delo")) if plain else None
        cuts: list[tuple[int, int]] = []
        for gap in _ENDS_FOND.finditer(raw):
            fond, file = raw[: gap.start()], raw[gap.end() :]
            if not file or not self.fond.fullmatch(fond):
                continue
            begins = file[0].isdigit() or FILE_CODE.match(file)
            if gap.group() == " " and not (begins and " " not in file):
                continue
            if self.delo is not None:
                if self.delo.fullmatch(self.file_and_item(file)[0]):
                    cuts.append((gap.start(), gap.end()))
            elif any(each.isdigit() for each in file):
                cuts.append((gap.start(), gap.end()))
        strong = [cut for cut in cuts if raw[cut[0]] in "/:#"]
        if self.fond.fullmatch(raw) and not strong:
            return None
        if not strong and any(each in raw for each in "/:"):
            cuts = []
        cuts = strong or cuts
        if cuts:
            return cuts[0]
        plain = _PLAIN_SPLIT.match(raw) if self.fond.match(raw) else None
        return (plain.end("fond"), plain.start("delo")) if plain else None

    def file_and_item(self, rest: str) -> tuple[str, str]:
        """Cut what stands below the file off it: "135627/NS1022/12" is a piece and its paper."""
        if self.item is None or self.delo is None:
            return rest, ""
        file = self.delo.match(rest)
        if file is None or rest[file.end() : file.end() + 1] not in ("/", " "):
            return rest, ""
        item = rest[file.end() + 1 :]
        return (file.group(), item) if self.item.fullmatch(item) else (rest, "")

    def is_file(self, raw: str, *, first: bool) -> bool:
        """Tell a file's number; ``first`` where nothing was read before it."""
        if DATE.fullmatch(raw) or (YEAR.fullmatch(raw) and (self.fond is None or first)):
            return False
        if self.delo is not None and self.delo.fullmatch(raw):
            return True
        if self.bestand and _SIGNATUR.fullmatch(raw):
            return True
        return _NUMBER_LIKE.fullmatch(raw) is not None and raw.count(" ") < 3


_KEPT: dict[str, tuple[Archive, Shapes]] = {}


def _compiled(archive: Archive, level: LevelName) -> re.Pattern[str] | None:
    shape = archive.shapes.get(level)
    return re.compile(shape) if shape else None  # the re module keeps the last 512
