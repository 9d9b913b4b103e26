"""The catalogue of rules, found by walking the packages below this one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from srccheck.errors import UsageError
from srccheck.rules import archival, citation, link, reference, translit
from srccheck.rules import input as input_rules
from srccheck.rules.base import Rule

FAMILIES = {
    "CIT": "citations in text and notes against the list",
    "ARC": "archival references",
    "REF": "entries of the reference list",
    "TRN": "names, scripts, romanisation",
    "URL": "links",
    "SRC": "the run itself",
}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule once, in the order of their codes' families and numbers."""
    found: list[Rule] = []
    for package in (citation, archival, reference, translit, link, input_rules):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            loaded = importlib.import_module(module.name)
            found.extend(
                value()
                for value in vars(loaded).values()
                if isinstance(value, type)
                and issubclass(value, Rule)
                and value.__module__ == module.name
            )
    order = list(FAMILIES)
    return tuple(sorted(found, key=lambda rule: (order.index(rule.family), rule.code)))


def find_rule(word: str) -> Rule:
    """Give the rule of a code, name or alias; UsageError with the nearest names otherwise."""
    for rule in all_rules():
        if word.upper() == rule.code or word.lower() in (rule.name, *rule.aliases):
            return rule
    raise UsageError(f"there is no rule '{word}'", advice=_did_you_mean(word))


def select_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Give the rules in force: all or those selected, less those ignored.

    A word is a code (CIT001), a family (CIT), a beginning of codes (CIT01) or a name.
    """
    chosen = _expand(select)
    dropped = _expand(ignore)
    return tuple(
        rule
        for rule in all_rules()
        if (not chosen or rule.code in chosen) and rule.code not in dropped
    )


def _expand(words: Iterable[str]) -> frozenset[str]:
    codes: set[str] = set()
    for word in words:
        prefix = word.upper()
        if prefix == "ALL":
            hits = [rule.code for rule in all_rules()]
        else:
            hits = [rule.code for rule in all_rules() if rule.code.startswith(prefix)]
        codes.update(hits or [find_rule(word).code])
    return frozenset(codes)


def _did_you_mean(word: str) -> str:
    from rapidfuzz import process

    names = [rule.name for rule in all_rules()] + [rule.code for rule in all_rules()]
    near = [name for name, score, _ in process.extract(word, names, limit=2) if score >= 60]
    listed = " or ".join(f"'{name}'" for name in near)
    return f"Did you mean {listed}?" if near else "`srccheck rules` lists them all."
