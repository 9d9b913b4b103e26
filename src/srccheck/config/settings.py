"""What a configuration and the command line come to: the settings of a run."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, get_type_hints

from srccheck.bibliographies import Bibliographies
from srccheck.config.model import Command, Config, ConfigError, Origin
from srccheck.config.own import own_archives, own_names
from srccheck.config.patterns import is_exact
from srccheck.config.suggest import did_you_mean
from srccheck.errors import UsageError
from srccheck.lint import Settings
from srccheck.rules import Severity, find_rule, select_rules
from srccheck.suppression import Exemption


def settings_of(
    config: Config, command: Command, overrides: Sequence[int] = (), exempt: Sequence[int] = ()
) -> Settings:
    """Give the settings of the manuscripts that these overrides and exemptions fit."""
    parts: list[tuple[Mapping[str, Any], str]] = [(config.values, "")]
    parts += [(config.values["override"][number], f"override.{number}") for number in overrides]
    select: tuple[str, ...] = ()
    ignore: set[str] = set()
    severities: dict[str, Severity] = {}
    options: dict[str, dict[str, Any]] = {}
    style = "auto"
    for values, name in parts:
        where = partial(_origin, config, name)
        if "select" in values:
            select = tuple(_rules(values["select"], partial(where, "select")))
        ignore.update(_rules(_ignored(values.get("ignore", ())), partial(where, "ignore")))
        for word, severity in values.get("severity", {}).items():
            for code in _codes(word, where("severity", word)):
                if severity == "off":
                    ignore.add(code)
                else:
                    ignore.discard(code)
                    severities[code] = Severity(severity)
        for word, given in values.get("rules", {}).items():
            code = _one_code(word, where("rules", word))
            options.setdefault(code, {}).update(given)
            _options(code, given, where("rules", word))
        style = values.get("style", style)
    style = command.style or style
    return Settings(
        select=command.select or select,
        ignore=(*command.ignore, *(() if command.select else sorted(ignore))),
        options={code: _options(code, given, None) for code, given in options.items()},
        archives=own_archives(config, command.archives),
        bibliographies=Bibliographies(command.bib),
        keep_apparatus=command.keep_apparatus,
        follow=True,
        severities=severities,
        style=None if style == "auto" else style,
        names=own_names(config),
        exemptions=tuple(_exemption(config, number) for number in exempt),
    )


def _origin(config: Config, table: str, key: str, inner: str | int) -> Origin:
    """Give where a value was set: the closest place that is known."""
    names = (table,) if table else (f"{key}.{inner}", key)
    return next(config.origins[name] for name in names if name in config.origins)


def _ignored(given: Any) -> list[Any]:
    """Give the items of ``ignore`` with the tables that leave a rule out altogether as lists."""
    items = [given] if isinstance(given, str) else given
    return [
        each if isinstance(each, str) else () if "path" in each else each["rule"] for each in items
    ]


def _rules(words: str | Sequence[Any], where: Callable[[int], Origin]) -> Iterator[str]:
    """Give the codes that words, or lists of words, stand for."""
    for number, word in enumerate([words] if isinstance(words, str) else words):
        yield from _codes(word, where(number))


def _codes(words: str | Sequence[str], origin: Origin) -> tuple[str, ...]:
    listed = [words] if isinstance(words, str) else list(words)
    try:
        return tuple(rule.code for rule in select_rules(listed)) if listed else ()
    except UsageError as error:
        raise ConfigError(error.what, where=str(origin), advice=error.advice) from None


def _one_code(word: str, origin: Origin) -> str:
    try:
        return find_rule(word).code
    except UsageError as error:
        raise ConfigError(error.what, where=str(origin), advice=error.advice) from None


def _options(code: str, given: Mapping[str, Any], origin: Origin | None) -> Any:
    """Make a rule's options. Raises ConfigError where one is unknown or of another kind."""
    rule = find_rule(code)
    known = {each.name.replace("_", "-"): each for each in dataclasses.fields(rule.options)}
    hints = get_type_hints(rule.options)
    made: dict[str, Any] = {}
    for name, said in given.items():
        each = known.get(name.replace("_", "-"))
        if each is None:
            there = did_you_mean(name, known) if known else "It has no options"
            raise ConfigError(
                f"unknown option '{name}' of {rule.name}", where=str(origin or ""), advice=there
            )
        wanted = hints[each.name]
        texts = wanted == tuple[str, ...] and isinstance(said, list)
        value = tuple(said) if texts else said
        if not texts and type(value) is not wanted:
            raise ConfigError(
                f"'{name}' of {rule.name} must be {_kind(wanted)}, not {value!r}",
                where=str(origin or ""),
            )
        made[each.name] = value
    return rule.options(**made)


def _kind(wanted: Any) -> str:
    names = {int: "a whole number", bool: "true or false", str: "a text", float: "a number"}
    return names.get(wanted, "a list of texts")


def _exemption(config: Config, number: int) -> Exemption:
    table, origin = config.tables("ignore")[number]
    path = table["path"]
    return Exemption(
        codes=frozenset(_codes(table["rule"], origin)),
        quote=" ".join(table.get("quote", "").split()),
        reason=table["reason"],
        file=origin.file,
        line=origin.line,
        exact=is_exact((path,) if isinstance(path, str) else tuple(path)),
    )
