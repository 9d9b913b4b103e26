"""The JSON schema of the configuration, for editors that complete and check TOML."""

from __future__ import annotations

import dataclasses
from typing import Any, get_type_hints

from srccheck.config.keys import KEYS, SEVERITIES, Key
from srccheck.rules import all_rules

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, Any]

_TEXTS: Json = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def json_schema() -> Json:
    """Give the schema, made from the keys and from the options of the rules."""
    return {
        "$schema": DRAFT,
        "title": "srccheck.toml",
        "description": "The configuration of srccheck, a linter for the scholarly apparatus.",
        **_table({name: _schema(key) for name, key in KEYS.items()}, KEYS),
    }


def _schema(key: Key) -> Json:
    said: Json = {"description": f"{key.about[:1].upper()}{key.about[1:]}."}
    match key.kind:
        case "text":
            return {**said, "type": "string"}
        case "texts" | "rules":
            return {**said, **_TEXTS}
        case "flag":
            return {**said, "type": "boolean", "default": key.default}
        case "number":
            return {**said, "type": "integer", "minimum": 0, "default": key.default}
        case "choice":
            return {**said, "enum": list(key.choices), "default": key.default}
        case "severities":
            return {**said, "type": "object", "additionalProperties": {"enum": list(SEVERITIES)}}
        case "options":
            return {**said, **_options()}
        case "records":
            return {**said, "type": "array", "items": {"type": "object", "required": ["id"]}}
        case "tables" | "ignores":
            table = _table({name: _schema(each) for name, each in key.keys.items()}, key.keys)
            if key.kind == "tables":
                return {**said, "type": "array", "items": table}
            items = {"anyOf": [{"type": "string"}, table]}
            return {**said, "anyOf": [{"type": "string"}, {"type": "array", "items": items}]}


def _table(properties: Json, keys: Any) -> Json:
    required = [name for name, key in keys.items() if key.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        **({"required": required} if required else {}),
    }


def _options() -> Json:
    """Give the tables of options: one for each rule that has some, under its name or its code."""
    tables: Json = {}
    names: list[str] = []
    for rule in all_rules():
        names += (rule.code, rule.name, *rule.aliases)
        hints = get_type_hints(rule.options)
        properties = {
            field.name.replace("_", "-"): {**_type(hints[field.name]), "default": field.default}
            for field in dataclasses.fields(rule.options)
        }
        if properties:
            table = {"type": "object", "additionalProperties": False, "properties": properties}
            tables |= dict.fromkeys((rule.name, rule.code), table)
    return {"type": "object", "properties": tables, "additionalProperties": {"type": "object"}}


def _type(hint: Any) -> Json:
    kinds = {int: "integer", bool: "boolean", str: "string", float: "number"}
    if hint in kinds:
        return {"type": kinds[hint]}
    return {"type": "array", "items": {"type": "string"}}
