"""The compile step: refs/archives/*.toml and refs/levels.toml as one JSON file that loads fast.

Reading the TOML of 250 archives takes about 100 ms, the JSON 5. The build hook (hatch_build.py)
writes ``srccheck/_compiled/archives.json``; the first run after a data file changed does too.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from srccheck.archives.folding import abbreviation_key, name_key, word_key
from srccheck.archives.levels import read_levels_file
from srccheck.archives.schema import Record, read_file
from srccheck.errors import DataFileError

Named = tuple[str, str | None, str]
"""What a name stands for: the archive's id, the former name it is or None, its spelling here."""

_PACKAGE = Path(__file__).resolve().parent.parent
_COMPILED = _PACKAGE / "_compiled" / "archives.json"
_FIRST = re.compile(r"[^\W_]+")
_FORMAT = 3  # of the compiled file; a greater number makes older ones stale


def refs_folder() -> Path:
    """Give the folder of the data files: inside an installed package, or beside ``src``."""
    packaged = _PACKAGE / "refs"
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / "refs"


def load() -> dict[str, Any]:
    """Give the registry's plain data, from the compiled file; it is written anew where stale."""
    refs = refs_folder()
    data = _fresh(refs)
    if data is None:
        data = read(refs)
        with suppress(OSError):  # a folder that may not be written: the next run reads the TOML too
            _keep(data, _COMPILED)
    return data


def _fresh(refs: Path) -> dict[str, Any] | None:
    """Give the compiled data, or None where it is absent or older than the data files."""
    try:
        made = _COMPILED.stat().st_mtime_ns
        if refs.parent != _PACKAGE:
            files = _files(refs)
            if any(each.stat().st_mtime_ns > made for each in (*files, files[0].parent)):
                return None
        data: dict[str, Any] = json.loads(_COMPILED.read_bytes())
    except (OSError, ValueError, IndexError):
        return None
    return data if data.get("format") == _FORMAT else None


def _files(refs: Path) -> list[Path]:
    return [*sorted((refs / "archives").glob("*.toml")), refs / "levels.toml"]


def read(refs: Path) -> dict[str, Any]:
    """Read the data files of the folder ``refs``. Raises DataFileError."""
    levels = read_levels_file(refs / "levels.toml")
    records: list[Record] = []
    seen: dict[str, Path] = {}
    for path in _files(refs)[:-1]:
        for record in read_file(path, levels["conventions"]):
            if record["id"] in seen:
                raise DataFileError(
                    f"archive {record['id']!r} stands in {seen[record['id']].name} too",
                    where=str(path),
                )
            seen[record["id"]] = path
            records.append(record)
    return index(records, levels)


def index(records: Iterable[Mapping[str, Any]], levels: Mapping[str, Any]) -> dict[str, Any]:
    """Build the plain data of a registry: the records and what they are looked up by."""
    archives: dict[str, Mapping[str, Any]] = {}
    abbreviations: dict[str, list[Named]] = {}
    first_words: dict[str, None] = {}
    names: dict[str, list[Named]] = {}
    starts: dict[str, int] = {}
    for record in records:
        archives[record["id"]] = record
        for text, former, spelled in _spellings(record):
            if spelled:
                words = name_key(text)
                if words:
                    starts[words[0]] = max(starts.get(words[0], 0), len(words))
                    starts.setdefault(word_key(_FIRST.findall(text)[0]), 0)
                    _add(names, " ".join(words), (record["id"], former, text))
            else:
                _add(abbreviations, abbreviation_key(text), (record["id"], former, text))
                first_words.update(dict.fromkeys(_FIRST.findall(text)[:1]))
    return {
        "format": _FORMAT,
        "archives": archives,
        "abbreviations": abbreviations,
        "abbreviation_starts": list(first_words),
        "names": names,
        "starts": starts,
        "levels": levels,
    }


def _spellings(record: Mapping[str, Any]) -> Iterable[tuple[str, str | None, bool]]:
    """Give each name of a record: text, the former name it is, whether it is a full name."""
    for text in record.get("abbreviations", ()):
        yield text, None, False
    for names in record.get("names", {}).values():
        for text in names:
            yield text, None, True
    for former in record.get("former", ()):
        for text in former.get("abbreviations", ()):
            yield text, text, False
        for text in former.get("names", ()):
            yield text, text, True


def _add(table: dict[str, list[Named]], key: str, named: Named) -> None:
    if key and named not in table.setdefault(key, []):
        table[key].append(named)


def write(target: Path = _COMPILED, refs: Path | None = None) -> Path:
    """Write the compiled file and give its path."""
    _keep(read(refs or refs_folder()), target)
    return target


def _keep(data: Mapping[str, Any], target: Path) -> None:
    """Write ``data``, each record as a text of its own; another process may do so just now."""
    records = {key: _dumped(record) for key, record in data["archives"].items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}")
    partial.write_text(_dumped({**data, "archives": records}), encoding="utf-8")
    partial.replace(target)


def _dumped(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def record_of(stored: Record | str) -> Record:
    """Give a record as it is, or read it: the compiled file keeps each as a text of its own."""
    if isinstance(stored, str):
        record: Record = json.loads(stored)
        return record
    return stored
