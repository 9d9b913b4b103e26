"""The schema of refs/archives/*.toml: a table becomes an Archive, or an error with its line.

A record is kept as a plain dict until it is needed, so that a run pays for the archives it meets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from srccheck.archives.model import Archive, FormerName, LevelName
from srccheck.errors import DataFileError

Record = dict[str, Any]

_LISTS_OF_TEXT = ("abbreviations", "non_examples", "sources", "levels", "required", "patterns")
_TEXTS = ("id", "city", "website", "convention", "country")
_KNOWN = {*_LISTS_OF_TEXT, *_TEXTS, "names", "shapes", "examples", "former", "note"}
_FORMER = {"abbreviations", "names", "since", "until"}
_LEVELS = frozenset(level.value for level in LevelName)
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(?:[\w.\-]+\.)?archives?[ \t]*\]\]", re.MULTILINE)
_NO_TABLES = re.compile(r"^[ \t]*(?:\[[ \t]*archive[ \t]*\]|archive\b)", re.MULTILINE)
_AT_LINE = re.compile(r"at line (?P<line>\d+)")
_ID = re.compile(r"[a-z][a-z0-9-]*")

_THE_LEVELS = f"the levels are {', '.join(level.value for level in LevelName)}"


class _Broken(Exception):
    """What is wrong with a record, and at which of its keys."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


def read_file(path: Path, conventions: Mapping[str, Any]) -> Iterator[Record]:
    """Read the records of one file of refs/archives. Raises DataFileError with file and line."""
    found = _read_file(path, conventions, own=False)
    if not found:
        raise DataFileError("no [[archive]] in the file", where=str(path))
    yield from found


def read_own_file(path: Path, conventions: Mapping[str, Any]) -> list[Record]:
    """Read the archives a project adds in a file; other keys of the file are left alone.

    Raises DataFileError with file and line. A file that holds no [[archive]] gives none.
    """
    return _read_file(path, conventions, own=True)


def _read_file(path: Path, conventions: Mapping[str, Any], *, own: bool) -> list[Record]:
    source, data = _loaded(path)
    records = data.get("archive", [])
    if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
        found_at = _NO_TABLES.search(source)
        line = source.count("\n", 0, found_at.start()) + 1 if found_at else 1
        raise DataFileError(
            "archive must be a list of tables",
            where=f"{path}:{line}",
            advice="Write [[archive]], with two brackets, above each record",
        )
    given = data.get("country")
    country = given if isinstance(given, str) else ""
    found: list[Record] = []
    for number, record in enumerate(records):
        try:
            found.append(checked({"country": country, **record}, conventions, own=own))
        except _Broken as broken:
            line = _line_of(source, number, broken.key)
            raise DataFileError(
                f"archive {record.get('id', number + 1)!r}: {broken}",
                where=f"{path}:{line}",
                advice="docs/archives.md describes a record",
            ) from None
    return found


def _loaded(path: Path) -> tuple[str, dict[str, Any]]:
    """Give a TOML file's text and content."""
    import tomllib

    try:
        source = path.read_bytes().decode("utf-8-sig")
        return source, tomllib.loads(source)
    except OSError as error:
        raise DataFileError(f"this cannot be read ({error.strerror})", where=str(path)) from None
    except UnicodeDecodeError:
        raise DataFileError("this is not UTF-8", where=str(path)) from None
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        where = f"{path}:{found['line']}" if found else str(path)
        raise DataFileError(f"not valid TOML: {error}", where=where) from None


def read_records(
    records: Sequence[Mapping[str, Any]], conventions: Mapping[str, Any], where: str
) -> Iterator[Record]:
    """Read the archives a project adds: id, convention, a name or an abbreviation are enough."""
    for number, record in enumerate(records):
        try:
            yield checked(dict(record), conventions, own=True)
        except _Broken as broken:
            name = record.get("id", number + 1)
            raise DataFileError(f"archive {name!r}: {broken}", where=where) from None


def checked(record: Record, conventions: Mapping[str, Any], *, own: bool = False) -> Record:
    """Give the record with its convention's levels filled in, or raise what is wrong with it."""
    for key in record:
        if key not in _KNOWN:
            raise _Broken(f"unknown key {key!r}; the keys are {_listed(_KNOWN)}", key)
    for key in _TEXTS:
        if not isinstance(record.get(key, ""), str):
            raise _Broken(f"{key} must be a text", key)
    if not _ID.fullmatch(record.get("id", "")):
        raise _Broken("id must be lower-case letters, digits and hyphens", "id")
    convention = conventions.get(record.get("convention", "fond"))
    if convention is None:
        known = _listed(conventions)
        raise _Broken(
            f"no convention {record['convention']!r}; the conventions are {known}", "convention"
        )
    _check_lists(record)
    _check_names(record)
    _check_shapes(record)
    _check_examples(record, own=own)
    if not own and not record.get("sources"):
        raise _Broken("sources: name what was read", "sources")
    return {
        **record,
        "convention": record.get("convention", "fond"),
        "levels": record.get("levels") or convention["levels"],
        "required": record.get("required", convention["required"]),
    }


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _check_lists(record: Record) -> None:
    for key in _LISTS_OF_TEXT:
        value = record.get(key, [])
        if key == "patterns" and isinstance(value, bool):
            continue
        if not _is_texts(value):
            raise _Broken(f"{key} must be a list of texts", key)
    for key in ("levels", "required"):
        for level in record.get(key, ()):
            if level not in _LEVELS:
                raise _Broken(f"{key}: no level {level!r}; {_THE_LEVELS}", key)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


def _check_names(record: Record) -> None:
    names = record.get("names", {})
    if not isinstance(names, dict):
        raise _Broken("names must be a table: names.en = [...]", "names")
    for language, each in names.items():
        if not _is_texts(each):
            raise _Broken(f"names.{language} must be a list of texts", "names")
    if not names and not record.get("abbreviations"):
        raise _Broken("neither names nor abbreviations", "id")
    formers = record.get("former", [])
    if not isinstance(formers, list):
        raise _Broken("former must be a list of tables: [[archive.former]]", "former")
    for former in formers:
        if not isinstance(former, dict) or set(former) - _FORMER:
            raise _Broken("former: only abbreviations, names, since, until", "former")
        if not all(isinstance(former.get(key, 0), int) for key in ("since", "until")):
            raise _Broken("former: since and until are years", "since")
        if not all(_is_texts(former.get(key, [])) for key in ("abbreviations", "names")):
            raise _Broken("former: abbreviations and names are lists of texts", "abbreviations")


def _check_shapes(record: Record) -> None:
    shapes = record.get("shapes", {})
    if not isinstance(shapes, dict):
        raise _Broken("shapes must be a table", "shapes")
    for level, shape in shapes.items():
        if level not in _LEVELS:
            raise _Broken(f"shapes: no level {level!r}; {_THE_LEVELS}", "shapes")
        try:
            re.compile(shape)
        except (re.error, TypeError) as error:
            raise _Broken(f"shapes.{level}: {error}", "shapes") from None


def _check_examples(record: Record, *, own: bool) -> None:
    examples = record.get("examples", [])
    if not isinstance(examples, list):
        raise _Broken("examples must be a list", "examples")
    for example in examples:
        if not isinstance(example, dict) or not isinstance(example.get("text"), str):
            raise _Broken("an example has text and levels", "examples")
        levels = example.get("levels", {})
        if not isinstance(levels, dict):
            raise _Broken('an example\'s levels are a table: { fond = "1" }', "examples")
        for level in levels:
            if level not in _LEVELS:
                raise _Broken(f"examples: no level {level!r}; {_THE_LEVELS}", "examples")
    if own:
        return
    if len(examples) < 2:
        raise _Broken("at least two examples", "examples")
    if not record.get("non_examples"):
        raise _Broken("at least one non-example", "non_examples")


def _line_of(source: str, number: int, key: str) -> int:
    """Give the line of ``key`` in the ``number``-th record, or the record's own."""
    headers = [match.start() for match in _HEADER.finditer(source)]
    if number >= len(headers):
        return 1
    start = headers[number]
    end = headers[number + 1] if number + 1 < len(headers) else len(source)
    if key:
        found = re.compile(rf"^[ \t]*{re.escape(key)}\b", re.MULTILINE).search(source, start, end)
        if found:
            start = found.start()
    return source.count("\n", 0, start) + 1


def to_archive(record: Mapping[str, Any]) -> Archive:
    """Make the value of a checked record."""
    return Archive(
        id=record["id"],
        country=record.get("country", ""),
        city=record.get("city", ""),
        names={key: tuple(names) for key, names in record.get("names", {}).items()},
        abbreviations=tuple(record.get("abbreviations", ())),
        convention=record["convention"],
        levels=tuple(LevelName(level) for level in record["levels"]),
        required=frozenset(LevelName(level) for level in record["required"]),
        shapes={LevelName(key): shape for key, shape in record.get("shapes", {}).items()},
        former=tuple(_former(each) for each in record.get("former", ())),
        website=record.get("website", ""),
        sources=tuple(record.get("sources", ())),
        examples=tuple(each["text"] for each in record.get("examples", ())),
        non_examples=tuple(record.get("non_examples", ())),
    )


def _former(table: Mapping[str, Any]) -> FormerName:
    return FormerName(
        abbreviations=tuple(table.get("abbreviations", ())),
        names=tuple(table.get("names", ())),
        since=table.get("since"),
        until=table.get("until"),
    )
