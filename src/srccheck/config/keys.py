"""The keys of a configuration: what each may hold, what it is for, what it is by default.

Everything that knows the keys is made from this table: the check, the JSON schema, the page of the
docs, ``srccheck config``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final, Literal

from srccheck.values import dataclass

Kind = Literal[
    "text",
    "texts",  # a list of texts, or one
    "flag",
    "number",
    "choice",
    "rules",  # codes, families or names: a list, or one
    "ignores",  # rules, and tables that say which findings
    "severities",  # a table: a rule, and a severity or "off"
    "options",  # a table of tables: a rule, and its options
    "tables",
    "records",  # archives: srccheck.archives checks them
]


@dataclass(frozen=True, slots=True)
class Key:
    """One key; ``keys`` are those of the tables it holds."""

    kind: Kind
    about: str
    default: Any = None
    choices: tuple[str, ...] = ()
    keys: Mapping[str, Key] = field(default_factory=dict)
    required: bool = False


SEVERITIES: Final = ("off", "info", "warning", "error")
STYLES: Final = ("auto", "author-date", "notes", "mixed")

_RULES: Final[Mapping[str, Key]] = {
    "select": Key("rules", "run these rules only: codes, families (CIT) or names", ()),
    "severity": Key("severities", 'how bad a rule\'s findings are; "off" leaves it out', {}),
    "rules": Key("options", "options of single rules: [rules.number-implausible]", {}),
    "style": Key("choice", "how the manuscripts cite; auto looks", "auto", STYLES),
}

_NAME: Final[Mapping[str, Key]] = {
    "established": Key("text", "the form that is right", required=True),
    "variants": Key("texts", "other forms that are right", ()),
    "slips": Key("texts", "spellings that are wrong", ()),
    "cyrillic": Key("texts", "the name in Cyrillic", ()),
    "language": Key("text", "the language's two letters"),
    "source": Key("text", "what says so"),
}

KEYS: Final[Mapping[str, Key]] = {
    "extend": Key("texts", "other files to begin with, or house styles (srccheck:NAME)", ()),
    **_RULES,
    "ignore": Key(
        "ignores",
        "leave these rules out; as [[ignore]] tables, these findings",
        (),
        keys={
            "rule": Key("rules", "the rules", required=True),
            "path": Key("texts", "the files, as in .gitignore"),
            "quote": Key("text", "the words that are reported"),
            "reason": Key("text", "why"),
        },
    ),
    "fail-level": Key(
        "choice", "findings from this severity on end with exit code 1", "warning", SEVERITIES[1:]
    ),
    "exclude": Key("texts", "files and folders a walk leaves out, as in .gitignore", ()),
    "respect-gitignore": Key("flag", "leave out what .gitignore leaves out", True),
    "jobs": Key("number", "processes to use; 0: as many as there are cores", 0),
    "baseline": Key("text", "the file of findings that are known"),
    "link-timegates": Key(
        "texts",
        "web archives to ask for copies of pages, beside the Wayback Machine (RFC 7089)",
        (),
    ),
    "link-contact": Key("text", "a mail or web address, told to the hosts that links lead to", ""),
    "override": Key(
        "tables",
        "other settings for some files",
        (),
        keys={
            "paths": Key("texts", "the files, as in .gitignore", required=True),
            "ignore": Key("rules", "leave these rules out too", ()),
            **_RULES,
        },
    ),
    "archive": Key("records", "an archive to add to the registry (docs/archives.md)", ()),
    "name": Key(
        "tables",
        "a name with its established form",
        (),
        keys={**_NAME, "person": Key("flag", "it is one man or woman", False)},
    ),
    "place": Key("tables", "a place of publication", (), keys=_NAME),
    "periodical": Key("tables", "a periodical", (), keys=_NAME),
}
