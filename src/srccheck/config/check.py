"""Whether a table keeps to the keys: the first thing wrong with it, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from srccheck.config.keys import SEVERITIES, Key
from srccheck.config.model import Path_
from srccheck.config.suggest import did_you_mean
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, at which key, and what to do."""

    path: Path_
    what: str
    advice: str = ""


def problems(
    table: Mapping[str, Any], keys: Mapping[str, Key], at: Path_ = ()
) -> Iterator[Problem]:
    """Give what is wrong with a table."""
    for name, value in table.items():
        known = keys.get(name)
        if known is None:
            inside = f" in [[{at[0]}]]" if at else ""
            yield Problem((*at, name), f"unknown key '{name}'{inside}", did_you_mean(name, keys))
        else:
            yield from _wrong(value, known, (*at, name))
    for name, key in keys.items():
        if key.required and name not in table:
            yield Problem(at, f"'{name}' is missing: {key.about}")


def _wrong(value: Any, key: Key, at: Path_) -> Iterator[Problem]:
    match key.kind:
        case "text":
            fits, wanted = isinstance(value, str), "a text"
        case "texts" | "rules":
            fits, wanted = _is_texts(value), "a text or a list of texts"
        case "flag":
            fits, wanted = isinstance(value, bool), "true or false"
        case "number":
            fits, wanted = type(value) is int and value >= 0, "a whole number, 0 or more"
        case "choice":
            fits, wanted = value in key.choices, f"one of {_listed(key.choices)}"
        case "tables" | "ignores":
            yield from _wrong_tables(value, key, at)
            return
        case "severities":
            yield from _wrong_severities(value, at)
            return
        case "options":
            fits = isinstance(value, dict) and all(
                isinstance(each, dict) for each in value.values()
            )
            wanted = "tables of options: [rules.number-implausible]"
        case "records":
            return  # srccheck.archives says what is wrong with an archive
    if not fits:
        near = did_you_mean(value, key.choices) if isinstance(value, str) and key.choices else ""
        yield Problem(at, f"'{_shown(at)}' must be {wanted}, not {_said(value)}", near)


def _wrong_tables(value: Any, key: Key, at: Path_) -> Iterator[Problem]:
    rules = key.kind == "ignores"
    if rules and isinstance(value, str):
        return
    if not isinstance(value, list):
        wanted = "a list of rules, or [[ignore]] tables" if rules else f"a list: [[{_shown(at)}]]"
        yield Problem(at, f"'{_shown(at)}' must be {wanted}, not {_said(value)}")
        return
    for number, each in enumerate(value):
        here = (*at, number)
        if isinstance(each, dict):
            yield from problems(each, key.keys, here)
            if rules and ("path" in each) != ("reason" in each):
                missing = "reason" if "path" in each else "path"
                yield Problem(here, f"'{missing}' is missing: {key.keys[missing].about}")
            elif rules and "quote" in each and "path" not in each:
                yield Problem(here, "'path' is missing: the files with these words")
        elif not (rules and isinstance(each, str)):
            yield Problem(here, f"'{_shown(at)}' holds tables, not {_said(each)}")


def _wrong_severities(value: Any, at: Path_) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(at, f"'{_shown(at)}' must be a table: {_shown(at)}.CIT012 = \"warning\"")
        return
    for rule, severity in value.items():
        if severity not in SEVERITIES:
            near = did_you_mean(severity, SEVERITIES) if isinstance(severity, str) else ""
            yield Problem(
                (*at, rule),
                f"the severity of '{rule}' must be one of {_listed(SEVERITIES)}, "
                f"not {_said(severity)}",
                near,
            )


def _is_texts(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(each, str) for each in value)
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _shown(at: Path_) -> str:
    return ".".join(str(part) for part in at if isinstance(part, str))


def _said(value: Any) -> str:
    """Say a wrong value as TOML writes it, cut short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value[:60]}"'
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else str(value)[:60]
