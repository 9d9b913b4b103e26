"""Canonical forms of a reference, in four styles.

=========  ==================================================
latin      RGASPI, f. 495, op. 201, d. 1/2, ll. 104–105
cyrillic   РГАСПИ. Ф. 495. Оп. 201. Д. 1/2. Л. 104–105   (GOST R 7.0.5-2008)
spelled    RGASPI, fond 495, opis 201, delo 1/2, list 104–105
compact    RGASPI 17/3/40/7
=========  ==================================================

What is rendered reads back as the same archive and levels: of the forms an archive's convention
offers, the first that does is taken. An archive that has no such style (FO 371/152493 in GOST's)
is rendered in its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from srccheck.archives.labelled import is_designated
from srccheck.archives.model import ArchivalReference, Archive, Level, LevelName
from srccheck.archives.registry import Registry

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN_LABELS = {
    LevelName.FOND: "f.", LevelName.SERIES: "series", LevelName.YEAR: "v.", LevelName.OPIS: "op.",
    LevelName.POR: "por.", LevelName.PAPKA: "p.", LevelName.DELO: "d.", LevelName.VOLUME: "t.",
    LevelName.LIST: "l.", LevelName.BOX: "box", LevelName.BUSTA: "b.", LevelName.FOLDER: "folder",
    LevelName.ROLL: "reel", LevelName.ITEM: "item", LevelName.LOT: "Lot File",
    LevelName.RECORD_GROUP: "RG", LevelName.ENTRY: "Entry",
}  # fmt: skip
_CYRILLIC_LABELS = {
    LevelName.FOND: "Ф.", LevelName.OPIS: "Оп.", LevelName.POR: "Пор.", LevelName.PAPKA: "П.",
    LevelName.DELO: "Д.", LevelName.VOLUME: "Т.", LevelName.LIST: "Л.", LevelName.BOX: "К.",
}  # fmt: skip
_SPELLED_LABELS = {
    LevelName.FOND: "fond", LevelName.OPIS: "opis", LevelName.POR: "por.", LevelName.PAPKA: "papka",
    LevelName.DELO: "delo", LevelName.VOLUME: "tom", LevelName.LIST: "list", LevelName.BOX: "box",
}  # fmt: skip
# What a country puts for the file and the leaf: (Latin, Cyrillic) of each level.
_NATIONAL: Mapping[str, Mapping[LevelName, tuple[str, str]]] = {
    "UA": {LevelName.DELO: ("spr.", "Спр."), LevelName.LIST: ("ark.", "Арк.")},
    "BY": {LevelName.DELO: ("d.", "Д."), LevelName.LIST: ("l.", "Л.")},
    "BG": {LevelName.DELO: ("a.e.", "А.е.")},
    "DE": {LevelName.DELO: ("Nr.", "Д."), LevelName.LIST: ("Bl.", "Л.")},
    "AT": {LevelName.BOX: ("Kt.", "К."), LevelName.LIST: ("fol.", "Л.")},
    "PL": {LevelName.DELO: ("sygn.", "Д."), LevelName.LIST: ("k.", "Л.")},
    "CZ": {LevelName.OPIS: ("sv.", "Оп."), LevelName.DELO: ("a. j.", "Д.")},
    "RO": {
        LevelName.DELO: ("dosar", "Д."), LevelName.LIST: ("f.", "Л."),
        LevelName.VOLUME: ("vol.", "Т."),
    },
    "VN": {
        LevelName.FOND: ("phông", "Ф."), LevelName.DELO: ("hồ sơ", "Д."),
        LevelName.LIST: ("tờ", "Л."),
    },
    "AL": {LevelName.LIST: ("fl.", "Л.")},
    "GB": {LevelName.LIST: ("fol.", "Л.")},
    "FR": {LevelName.DELO: ("dossier", "Д."), LevelName.LIST: ("f.", "Л.")},
    "IT": {LevelName.DELO: ("fasc.", "Д."), LevelName.LIST: ("c.", "Л.")},
    "VA": {LevelName.DELO: ("fasc.", "Д."), LevelName.LIST: ("f.", "Л.")},
}  # fmt: skip
_PLURALS = {"l.": "ll.", "ark.": "ark.", "fol.": "fols.", "f.": "ff.", "c.": "cc."}
_OWN_LABELS = frozenset({"named", "romance"})  # conventions whose archives each have their own
_VERSO = re.compile(r"(?<=\d)v")
_Levels = tuple[tuple[LevelName, str, str], ...]  # name, value, label as written


class Style(StrEnum):
    """How a reference is written out."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    SPELLED = "spelled"
    COMPACT = "compact"


def canonical(reference: ArchivalReference, registry: Registry) -> str:
    """Write a reference as DESIGN's `canonical`: labelled, in the script it is written in."""
    written = reference.abbreviation or "".join(level.label for level in reference.written)
    script = Style.CYRILLIC if _CYRILLIC.search(written) else Style.LATIN
    return render(reference, registry, script)


def render(reference: ArchivalReference, registry: Registry, style: Style) -> str:
    """Write a reference in one style; its levels in full, inherited ones too."""
    levels = _all_levels(reference, registry.get(reference.archive))
    for form in _forms(reference, levels, registry, style):
        if _reads_back(form, reference.archive, levels, registry):
            return form
    return next(_forms(reference, levels, registry, style))


def _all_levels(reference: ArchivalReference, archive: Archive | None) -> _Levels:
    """Give the levels in the order the archive uses; others keep their order, after them."""
    values: dict[LevelName, Level] = {}
    for level in (*reference.inherited, *reference.written):
        values[level.name] = level
    usual = archive.levels if archive else ()
    place = {name: number for number, name in enumerate(usual)}
    ordered = sorted(values.values(), key=lambda level: place.get(level.name, len(place)))
    if not usual:
        ordered = list(values.values())
    return tuple((level.name, level.value, level.label) for level in ordered)


def _reads_back(form: str, archive: str | None, levels: _Levels, registry: Registry) -> bool:
    return _read(form, registry) == (archive, frozenset((name, value) for name, value, _ in levels))


@lru_cache(maxsize=4096)
def _read(
    form: str, registry: Registry
) -> tuple[str | None, frozenset[tuple[LevelName, str]]] | None:
    from srccheck.archives.find import find_references

    found = find_references(form, registry)
    if len(found) != 1:
        return None
    return found[0].archive, frozenset(found[0].levels.items())


def _forms(
    reference: ArchivalReference, levels: _Levels, registry: Registry, style: Style
) -> Iterator[str]:
    """Give the forms of a reference in a style, the best first; the last resort is as written."""
    archive = registry.get(reference.archive)
    cyrillic = style is Style.CYRILLIC
    names = list(_names(reference, archive, cyrillic=cyrillic))
    if style is Style.COMPACT:
        yield from (form for name in names if (form := _compact(name, levels)))
    if style is Style.CYRILLIC and _CYRILLIC.search((names[0] if names else "") or "Ф"):
        for name in names:
            yield _labelled(name, levels, archive, style)
    for name in [each for each in names if not _CYRILLIC.search(each)] or names or [""]:
        spelled = Style.SPELLED if style is Style.SPELLED else Style.LATIN
        if archive is not None and archive.convention in _OWN_LABELS:
            yield _as_written(name, levels)
        designated = is_designated(archive) if archive else levels and not levels[0][2]
        if designated:
            yield from _designated(name, levels, archive)
        yield _labelled(name, levels, archive, spelled)
        yield _labelled(name, levels, archive, Style.LATIN)
        yield from _designated(name, levels, archive)
        yield _as_written(name, levels)


def _names(
    reference: ArchivalReference, archive: Archive | None, *, cyrillic: bool
) -> Iterator[str]:
    """Give the names to write, those of the wanted script first."""
    if archive is None:
        yield reference.abbreviation
        return
    full = [name for names in archive.names.values() for name in names]
    every = [*archive.abbreviations, *full]
    yield from sorted(every, key=lambda name: bool(_CYRILLIC.search(name)) is not cyrillic)


def _label(name: LevelName, value: str, archive: Archive | None, style: Style) -> str:
    national = _NATIONAL.get(archive.country if archive else "", {}).get(name)
    if style is Style.CYRILLIC:
        return national[1] if national else _CYRILLIC_LABELS.get(name, _LATIN_LABELS.get(name, ""))
    if style is Style.SPELLED:
        return _SPELLED_LABELS.get(name, _LATIN_LABELS.get(name, ""))
    label = national[0] if national else _LATIN_LABELS.get(name, "")
    several = name is LevelName.LIST and ("–" in value or "," in value)
    return _PLURALS.get(label, label) if several else label


def _labelled(name: str, levels: _Levels, archive: Archive | None, style: Style) -> str:
    parts = []
    for level, value, _ in levels:
        text = value
        if level is LevelName.FOND and not any(each.isdigit() for each in value):
            label = "fond"
        else:
            label = _label(level, value, archive, style)
        if level is LevelName.LIST and style is Style.CYRILLIC:
            text = _VERSO.sub(" об.", value)
        parts.append(f"{label} {text}".strip())
    if style is Style.CYRILLIC:
        return ". ".join(part.removesuffix(".") for part in [name, *parts[:-1]] if part) + (
            f". {parts[-1]}" if name or len(parts) > 1 else parts[-1]
        )
    return _joined([name, *parts])


def _designated(name: str, levels: _Levels, archive: Archive | None) -> Iterator[str]:
    """Give "FO 371/152493, fol. 5", "A1838, 3034/10/1", "RG 59, Lot File 83D222, Box 6, title"."""
    values = {level: value for level, value, _ in levels}
    fond, file = values.get(LevelName.FOND), values.get(LevelName.DELO)
    rest = [row for row in levels if row[0] not in (LevelName.FOND, LevelName.DELO)]
    tail = [_plain(level, value, label, archive) for level, value, label in rest]
    if fond and file:
        for joint in ("/", ", ", "-", f", {_label(LevelName.DELO, file, archive, Style.LATIN)} "):
            yield _joined([name, f"{fond}{joint}{file}", *tail])
    yield _joined([name, *(_plain(*row, archive) for row in levels)])


def _joined(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)


def _plain(level: LevelName, value: str, label: str, archive: Archive | None) -> str:
    """Write a level that has a label only where it needs one."""
    unlabelled = {
        LevelName.FOND, LevelName.DELO, LevelName.SERIES, LevelName.COLLECTION,
        LevelName.DECIMAL_FILE, LevelName.ITEM,
    }  # fmt: skip
    if level in unlabelled or (level is LevelName.FOLDER and not label):
        return value if not label or level is not LevelName.DELO else f"{label} {value}"
    if (level is LevelName.LIST and archive is not None) or not label:
        label = _label(level, value, archive, Style.LATIN)
    if level is LevelName.ROLL and len(value) > 8:
        return value
    return f"{label} {value}" if label else value


def _as_written(name: str, levels: _Levels) -> str:
    return _joined([name, *(f"{label} {value}".strip() for _, value, label in levels)])


def _compact(name: str, levels: _Levels) -> str | None:
    """Give "17/3/40/7" after the name, with a separator that no number has, or None."""
    main = [value for level, value, _ in levels if level is not LevelName.LIST]
    leaves = next((value for level, value, _ in levels if level is LevelName.LIST), "")
    for separator in "/-":
        if any(separator in value or " " in value for value in main):
            continue
        joined = separator.join([*main, leaves] if leaves.isdigit() else main)
        return f"{name} {joined}" + ("" if not leaves or leaves.isdigit() else f", l. {leaves}")
    return None
