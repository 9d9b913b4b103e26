"""Archives, and references to what they hold, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from srccheck.text import Span
from srccheck.values import dataclass


class LevelName(StrEnum):
    """The levels of every convention (DESIGN.md's table); the value is the JSON name."""

    FOND = "fond"
    OPIS = "opis"
    PAPKA = "papka"
    POR = "por"
    DELO = "delo"
    VOLUME = "volume"
    LIST = "list"
    YEAR = "year"
    ITEM = "item"
    RECORD_GROUP = "record_group"
    SERIES = "series"
    ENTRY = "entry"
    LOT = "lot"
    DECIMAL_FILE = "decimal_file"
    COLLECTION = "collection"
    BOX = "box"
    FOLDER = "folder"
    ROLL = "roll"
    BUSTA = "busta"


class Notation(StrEnum):
    """How a reference writes its levels."""

    LABELLED = "labelled"  # RGASPI, f. 17, op. 3
    SPELLED = "spelled"  # fond 17, opis 3
    COMPACT = "compact"  # 17/3/40/7


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name an archive bore until ``until`` (a year)."""

    abbreviations: tuple[str, ...]
    names: tuple[str, ...]
    since: int | None
    until: int | None


@dataclass(frozen=True, slots=True)
class Archive:
    """One record of the registry (refs/archives/<country>.toml).

    ``levels`` is the order this archive uses; ``required`` must stand in a reference to a file;
    ``shapes`` maps a level to the regular expression its number usually matches in full.
    """

    id: str
    country: str
    city: str
    names: Mapping[str, tuple[str, ...]]  # language code, "en" among them -> names
    abbreviations: tuple[str, ...]
    convention: str
    levels: tuple[LevelName, ...]
    required: frozenset[LevelName]
    shapes: Mapping[LevelName, str]
    former: tuple[FormerName, ...] = ()
    website: str = ""
    sources: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a reference: ``d. ½`` is name DELO, label "d.", raw "½", value "1/2".

    ``span`` covers label and number, ``number`` the number alone, both in stream coordinates.
    ``separator`` is the text between the level (or archive) before and this one, as written where
    it is punctuation and spaces alone, and ends in its last punctuation where words stand between.
    """

    name: LevelName
    value: str
    label: str
    raw: str
    span: Span
    number: Span
    separator: str = ""
    plural: bool = False  # the label announces several numbers: "ll.", "лл."
    page: bool = False  # the label counts pages: "p.", "с."


@dataclass(frozen=True, slots=True)
class Slip:
    """A deviation the grammar tolerated: the name of the rule that reports it, and where."""

    rule: str  # "separator", "mangled-fraction", "leaf-as-page", "level-order", "leaf-number"
    span: Span
    message: str = ""


@dataclass(frozen=True, slots=True)
class ArchivalReference:
    """One file cited, with its leaves.

    ``written`` are the levels that stand in this reference's own text, in their order there;
    ``inherited`` those carried over from the reference before it (or from an ibid's antecedent).
    ``archive`` is the registry's id or None; ``abbreviation`` is the name as written (""
    where none stands); ``former`` is the former abbreviation or name used, if one was.
    ``document`` holds "title" and "date" (ISO, may be partial) of the paper itself, where the text
    names it right before the archive.
    """

    span: Span
    archive: str | None
    abbreviation: str
    abbreviation_span: Span | None
    written: tuple[Level, ...]
    inherited: tuple[Level, ...] = ()
    slips: tuple[Slip, ...] = ()
    notation: Notation = Notation.LABELLED
    former: str | None = None
    document: Mapping[str, str | None] | None = None

    @property
    def levels(self) -> dict[LevelName, str]:
        """All levels, inherited ones first; values as the contract has them."""
        values = {level.name: level.value for level in self.inherited}
        values.update((level.name, level.value) for level in self.written)
        return values

    def level(self, name: LevelName) -> Level | None:
        """Give the level ``name``, written or inherited."""
        for level in (*self.written, *self.inherited):
            if level.name is name:
                return level
        return None


@dataclass(frozen=True, slots=True)
class ArchiveMention:
    """A place where a text names an archive: "RGASPI", "Russian State Archive … [RGASPI]".

    ``expands`` is true where abbreviation and full name stand together, which explains it.
    """

    span: Span
    archive: str | None
    abbreviation: str
    name: str
    expands: bool
    former: str | None = None


@dataclass(frozen=True, slots=True)
class LevelWord:
    """A label of refs/levels.toml: "л." is LIST in Russian, plural "лл."."""

    text: str
    level: LevelName
    language: str
    plural: bool = False
    spelled: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)
