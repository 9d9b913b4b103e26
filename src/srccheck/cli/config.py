"""``srccheck config``: the settings in force, and where each of them comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from srccheck.cli.options import ConfigOption
from srccheck.cli.rules import TableFormat

if TYPE_CHECKING:
    from srccheck.config import Config

_BY_KEY = ("severity", "rules")


def config(
    path: Annotated[
        Path,
        typer.Argument(metavar="[PATH]", help="A manuscript or a folder.", show_default="here"),
    ] = Path(),
    form: Annotated[
        TableFormat, typer.Option("--format", "-f", help="What the output looks like.")
    ] = TableFormat.TEXT,
    file: ConfigOption = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON schema of srccheck.toml instead.")
    ] = False,
) -> None:
    """Print the settings in force, and the file and line each comes from."""
    import json

    from srccheck.cli.output import lines, write, write_data
    from srccheck.config import Command, Project

    if schema:
        from srccheck.config.json_schema import json_schema

        write_data(json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n")
        return
    target = path / "manuscript" if path.is_dir() else path
    project = Project(file)
    found = project.config(target)
    settings = project.settings(str(target), Command())  # says what is wrong with its rules
    from srccheck.rules import all_rules, select_rules

    run = {rule.code for rule in select_rules(settings.select, settings.ignore)}
    left_out = [rule.code for rule in all_rules() if rule.code not in run]
    if form is TableFormat.JSON:
        write_data(json.dumps(_document(found, run, left_out), ensure_ascii=False, indent=1) + "\n")
    else:
        write(lines([*_lines(found), "", *_rules(run, left_out)]))


def _lines(config: Config) -> Iterator[str]:
    """Give the settings as TOML, each with its origin."""
    from srccheck.config.keys import KEYS

    yield f"# {config.file or 'no srccheck.toml, no [tool.srccheck]: the defaults'}"
    rows: list[tuple[str, str]] = []
    for key, known in KEYS.items():
        value = config.values.get(key, known.default)
        if key in _BY_KEY or known.kind in ("tables", "records") or _is_tables(value):
            continue
        if value is not None:
            origin = str(config.origins[key]) if key in config.values else "default"
            rows.append((f"{key} = {_toml(value)}", origin))
    width = max(len(text) for text, _ in rows)
    yield from (f"{text:<{width}}  # {origin}" for text, origin in rows)
    for key in _BY_KEY:
        for name, value in config.values.get(key, {}).items():
            yield from _table(f"{key}.{name}", value, str(config.origins[f"{key}.{name}"]))
    for key, known in KEYS.items():
        tables = config.values.get(key, ()) if known.keys or known.kind == "records" else ()
        for number, table in enumerate(tables):
            if isinstance(table, dict):
                yield from ("", f"[[{key}]]  # {config.origins[f'{key}.{number}']}")
                yield from (f"{name} = {_toml(value)}" for name, value in table.items())


def _table(name: str, value: Any, origin: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from ("", f"[{name}]  # {origin}")
        yield from (f"{key} = {_toml(each)}" for key, each in value.items())
    else:
        yield f"{name} = {_toml(value)}  # {origin}"


def _rules(run: set[str], left_out: list[str]) -> Iterator[str]:
    yield f"# rules that run: {len(run)}"
    if left_out:
        yield f"# left out: {', '.join(left_out)}"


def _document(config: Config, run: set[str], left_out: list[str]) -> dict[str, Any]:
    from srccheck.config.keys import KEYS

    return {
        "version": 1,
        "file": str(config.file) if config.file else None,
        "settings": {key: config.get(key) for key in KEYS},
        "origins": {key: str(origin) for key, origin in config.origins.items()},
        "rules": {"run": sorted(run), "left_out": left_out},
    }


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _toml(value: Any) -> str:
    import json

    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(each) for each in value)}]"
    return str(value)


def _key(name: str) -> str:
    import json

    plain = name.replace("-", "").replace("_", "")
    return name if plain.isascii() and plain.isalnum() else json.dumps(name, ensure_ascii=False)
