"""Writes docs/rules.md from the rules' own pages: ``make docs``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from srccheck.rules import Rule, all_rules
from srccheck.rules.catalogue import FAMILIES
from srccheck.rules.page import page_of

TARGET = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
VERBATIM = frozenset({"Example", "Use instead"})
FENCES = {".md": "markdown", ".bib": "bibtex"}


def main() -> None:
    """Write the file."""
    TARGET.write_text(rule_docs(), encoding="utf-8")


def rule_docs() -> str:
    """Give the text of docs/rules.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The rules"
    yield ""
    yield "Made by `make docs` from the docstrings of `src/srccheck/rules/`; `srccheck rule CODE`"
    yield "shows the same page. A code or a name can be given wherever a rule is named."
    for family, subject in FAMILIES.items():
        rules = [rule for rule in all_rules() if rule.family == family]
        if not rules:
            continue
        yield from ("", f"## {family}: {subject}", "")
        yield "| code | name | severity | fix | reports |"
        yield "|---|---|---|---|---|"
        for rule in rules:
            fix = rule.fixes.value if rule.fixes else "–"
            link = f"[{rule.name}](#{rule.code.lower()}-{rule.name})"
            yield f"| {rule.code} | {link} | {rule.severity.value} | {fix} | {rule.summary} |"
        for rule in rules:
            yield from _page(rule)


def _page(rule: Rule) -> Iterator[str]:
    page = page_of(rule)
    yield from ("", f"### {rule.code} {rule.name}", "")
    yield page.sentence[:1].upper() + page.sentence[1:]
    for title, body in page.sections:
        yield from ("", f"**{title}.**", "")
        if title in VERBATIM:
            yield from (f"````{FENCES[page.suffix]}", body, "````")
        else:
            yield body


if __name__ == "__main__":
    main()
