"""Level words and conventions: refs/levels.toml as it is looked things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from srccheck.archives.model import LevelName
from srccheck.errors import DataFileError
from srccheck.values import dataclass

Convention = Mapping[str, Any]
_GRAMMARS = frozenset({"labelled", "bestand", "class", "american"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a label: ``f.`` is FOND in romanised Russian, LIST in French.

    ``page`` labels count pages and fill LIST; ``countries`` limit a reading to archives there
    (empty: everywhere); ``postfix`` labels may follow their numbers.
    """

    level: LevelName
    language: str
    plural: bool
    spelled: bool
    page: bool
    countries: tuple[str, ...]
    postfix: bool = False


@dataclass(frozen=True, slots=True)
class Levels:
    """The table of level words.

    ``words`` maps the casefolded words of a label ("ед хр") to its readings; ``longest`` maps the
    first word to the greatest number of words of a label that begins with it. ``meanings`` keeps
    what a label was found to mean at an archive.
    """

    words: Mapping[str, tuple[Reading, ...]]
    longest: Mapping[str, int]
    conventions: Mapping[str, Convention]
    meanings: dict[tuple[str, str], tuple[Reading, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def readings(self, label: str) -> tuple[Reading, ...]:
        """Give the meanings of a label as written, dots and capitals notwithstanding."""
        return self.words.get(label_key(label), ())


def label_key(label: str) -> str:
    """Give the key of a label: casefolded words joined by a space, apostrophes gone."""
    parts = (
        label.casefold()
        .replace(".", " ")
        .replace(",", " ")
        .replace("_", " ")
        .replace("/", " ")
        .split()
    )
    return " ".join(part.strip("'’ʹ") for part in parts)


def read_levels_file(path: Path) -> dict[str, Any]:
    """Read refs/levels.toml into the plain form :func:`build` takes. Raises DataFileError."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"not valid TOML: {error}", where=str(path)) from error
    languages = data.get("language", {})
    rows = [row for word in data["word"] for row in _rows(word, languages, path)]
    for name, convention in data["convention"].items():
        if convention.get("grammar") not in _GRAMMARS:
            raise DataFileError(f"convention {name!r}: no such grammar", where=str(path))
        _check_levels(name, [*convention["levels"], *convention["required"]], path)
    return {"words": rows, "conventions": data["convention"]}


def _rows(
    word: Mapping[str, Any], languages: Mapping[str, Any], path: Path
) -> Iterator[tuple[str, str, str, bool, bool, list[str], bool]]:
    language, level = word["language"], word["level"]
    countries = word.get("countries", languages.get(language, {}).get("countries", []))
    if level != "page":
        _check_levels(str(word["texts"]), [level], path)
    for text in word["texts"]:
        yield (
            label_key(text), level, language,
            bool(word.get("plural")), bool(word.get("spelled")), countries,
            bool(languages.get(language, {}).get("postfix")),
        )  # fmt: skip


def _check_levels(what: str, levels: list[str], path: Path) -> None:
    known = {level.value for level in LevelName}
    for level in levels:
        if level not in known:
            raise DataFileError(f"{what}: no level {level!r}", where=str(path))


def build(data: Mapping[str, Any]) -> Levels:
    """Build the table from its plain form."""
    words: dict[str, list[Reading]] = {}
    longest: dict[str, int] = {}
    for key, level, language, plural, spelled, countries, postfix in data["words"]:
        page = level == "page"
        name = LevelName.LIST if page else LevelName(level)
        reading = Reading(name, language, plural, spelled, page, tuple(countries), postfix)
        words.setdefault(key, []).append(reading)
        first, count = key.split(" ", 1)[0], key.count(" ") + 1
        longest[first] = max(longest.get(first, 0), count)
    return Levels(
        {key: tuple(readings) for key, readings in words.items()}, longest, data["conventions"]
    )
