"""Reads a configuration file and those it extends into one Config."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from srccheck.config.check import problems
from srccheck.config.keys import KEYS
from srccheck.config.lines import lines_of
from srccheck.config.model import Config, ConfigError, Origin, Path_
from srccheck.config.suggest import did_you_mean

NAME = "srccheck.toml"
PYPROJECT = "pyproject.toml"
HOUSE = "srccheck:"
"""What the name of a house style begins with; they stand in refs/styles/."""

_AT_LINE = re.compile(r"\(?at line (?P<line>\d+)(?:, column \d+)?\)?")
_ADDED = frozenset({"archive", "name", "place", "periodical", "override"})
"""Lists that a file adds to, where it extends another; every other list it sets anew."""
_BY_KEY = frozenset({"severity", "rules"})
"""Tables that are put together key by key."""


def load(path: Path, before: Sequence[Path] = (), name: str = "") -> Config:
    """Read ``path`` and what it extends. Raises ConfigError with file, line and what to do.

    ``before`` are the files that led here: a circle is an error. ``name`` is what origins call it.
    """
    table, lines, prefix = _read(path)
    _check(path, table, lines, prefix)
    folder = path.absolute().parent
    origins: dict[str, Origin] = {}

    def origin(*at: str | int) -> Origin:
        return Origin(name or str(path), lines.get((*prefix, *at), 1), folder)

    values: dict[str, Any] = {}
    extended = table.get("extend", ())
    for each in [extended] if isinstance(extended, str) else extended:
        base = _extended(each, path, origin("extend"), (*before, path))
        _add(values, origins, base.values, base.origins)
    own: dict[str, Origin] = {}
    for key, value in table.items():
        own[key] = origin(key)
        if key in _BY_KEY:
            own |= {f"{key}.{inner}": origin(key, inner) for inner in value}
        elif isinstance(value, list):
            own |= {f"{key}.{number}": origin(key, number) for number in range(len(value))}
    _add(values, origins, table, own)
    return Config(path, values, origins)


def has_settings(path: Path) -> bool:
    """Tell whether a pyproject.toml has a table of ours."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if b"srccheck" not in data:
        return False
    import tomllib

    try:
        return "srccheck" in tomllib.loads(data.decode()).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError):
        return b"[tool.srccheck" in data  # broken, and ours: it is read, and the error told


def house_styles() -> dict[str, Path]:
    """Give the house styles by name."""
    from srccheck.resources import refs_path

    return {each.stem: each for each in sorted((refs_path() / "styles").glob("*.toml"))}


def shown(path: Path) -> Path:
    """Give a path as a message shows it: from the working directory, where it is below that."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def _read(path: Path) -> tuple[dict[str, Any], dict[Path_, int], Path_]:
    """Give a file's table of settings, the lines of its keys, and where the table stands in it."""
    import tomllib

    try:
        source = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        data = tomllib.loads(source)
    except OSError as error:
        raise ConfigError(f"this cannot be read ({error.strerror})", where=str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("this is not UTF-8", where=str(path), advice="Convert it") from None
    except RecursionError:
        raise ConfigError("this is nested too deeply", where=str(path)) from None
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        where = f"{path}:{found['line'] if found else source.count(chr(10)) + 1}"
        what = _AT_LINE.sub("", str(error)).strip()
        advice = ""
        if "[[ignore]]" in source and ("immutable" in what or "overwrite" in what):
            advice = 'Beside [[ignore]] tables, write a list of rules as rule = ["…"] in one'
        raise ConfigError(f"not valid TOML: {what}", where=where, advice=advice) from None
    prefix: Path_ = ("tool", "srccheck") if path.name == PYPROJECT else ()
    for part in prefix:
        data = data.get(str(part), {})
        if not isinstance(data, dict):
            raise ConfigError("tool.srccheck must be a table", where=str(path))
    return data, lines_of(source), prefix


def _check(path: Path, table: Mapping[str, Any], lines: Mapping[Path_, int], prefix: Path_) -> None:
    for problem in problems(table, KEYS):
        at = (*prefix, *problem.path)
        while at and at not in lines:
            at = at[:-1]
        raise ConfigError(problem.what, where=f"{path}:{lines.get(at, 1)}", advice=problem.advice)
    if "archive" in table:
        from srccheck.archives import read_own

        read_own(path)  # says what is wrong, with its own line


def _extended(name: str, path: Path, origin: Origin, before: Sequence[Path]) -> Config:
    if name.startswith(HOUSE):
        styles = house_styles()
        style = name.removeprefix(HOUSE)
        if style not in styles:
            raise ConfigError(
                f"there is no house style '{name}'",
                where=str(origin),
                advice=did_you_mean(style, styles),
            )
        return load(styles[style], before, name)
    base = shown((path.absolute().parent / name).resolve())
    if base.absolute() in {each.absolute() for each in before}:
        raise ConfigError(f"'{name}' leads back to this file", where=str(origin))
    if not base.is_file():
        raise ConfigError(
            f"'{name}', which this extends, is not there",
            where=str(origin),
            advice="Paths start from the folder of the file that names them",
        )
    return load(base, before)


def _add(
    values: dict[str, Any],
    origins: dict[str, Origin],
    more: Mapping[str, Any],
    their: Mapping[str, Origin],
) -> None:
    """Put ``more`` over ``values``: a key replaces, but see _ADDED and _BY_KEY."""
    for key, value in more.items():
        inner = {name: each for name, each in their.items() if name.startswith(f"{key}.")}
        if key in _BY_KEY:
            values[key] = _by_key(values.get(key, {}), value)
            origins |= inner
        elif key in _ADDED:
            kept = values.setdefault(key, [])
            shift = len(kept)
            values[key] = [*kept, *value]
            for name, each in inner.items():
                origins[f"{key}.{int(name.rpartition('.')[2]) + shift}"] = each
        elif key == "ignore":
            _add_ignores(values, origins, value, inner)
        else:
            values[key] = value
            for name in [name for name in origins if name.startswith(f"{key}.")]:
                del origins[name]
            origins |= inner
        origins[key] = their[key]


def _by_key(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(first)
    for key, value in second.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = {**merged[key], **value}
        else:
            merged[key] = value
    return merged


def _add_ignores(
    values: dict[str, Any],
    origins: dict[str, Origin],
    more: Sequence[Any] | str,
    their: Mapping[str, Origin],
) -> None:
    """Replace the rules of ``ignore``, and add to its tables."""
    items = [more] if isinstance(more, str) else list(more)
    theirs = [their.get(f"ignore.{number}") for number in range(len(items))]
    old = values.get("ignore", [])
    only_tables = bool(items) and all(isinstance(each, dict) for each in items)
    kept = [
        (each, origins.get(f"ignore.{number}"))
        for number, each in enumerate(old)
        if isinstance(each, dict) or only_tables
    ]
    for name in [name for name in origins if name.startswith("ignore.")]:
        del origins[name]
    pairs = [*kept, *zip(items, theirs, strict=True)]
    values["ignore"] = [each for each, _ in pairs]
    origins |= {f"ignore.{n}": where for n, (_, where) in enumerate(pairs) if where is not None}
