"""The rules as a table and as JSON, and one rule's page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from srccheck.report.table import BOLD, DIM, render_table, styled
from srccheck.report.window import PLAIN, Look, wrap
from srccheck.rules import Rule
from srccheck.rules.page import Page

VERSION = 1
PROSE = 88  # cells of a line of running text
VERBATIM = frozenset({"Example", "Use instead"})


def render_rules(rules: Iterable[Rule], look: Look = PLAIN) -> Iterator[str]:
    """Give the catalogue as a table."""
    rows = [("code", "name", "severity", "fix", "reports")]
    for rule in rules:
        fix = rule.fixes.value if rule.fixes else "–"
        rows.append((rule.code, rule.name, rule.severity.value, fix, rule.summary))
    return render_table(rows, look)


def rules_to_json(rules: Iterable[Rule]) -> str:
    """Give the catalogue as one JSON document."""
    document = {
        "version": VERSION,
        "rules": [
            {
                "code": rule.code,
                "name": rule.name,
                "aliases": list(rule.aliases),
                "family": rule.family,
                "severity": rule.severity.value,
                "fix": rule.fixes.value if rule.fixes else None,
                "summary": rule.summary,
            }
            for rule in rules
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def render_page(rule: Rule, page: Page, look: Look = PLAIN) -> Iterator[str]:
    """Give a rule's manual page; examples stand as they are, prose is set to the width."""
    yield f"{styled(rule.code, BOLD, look)} {styled(rule.name, BOLD, look)} ({rule.severity.value})"
    if rule.aliases:
        yield styled(f"also: {', '.join(rule.aliases)}", DIM, look)
    room = min(look.width, PROSE)
    sentence = page.sentence[:1].upper() + page.sentence[1:]
    yield from wrap(sentence, room)
    for title, body in page.sections:
        yield ""
        yield styled(title, BOLD, look)
        if title in VERBATIM:
            yield from (f"    {line}".rstrip() for line in body.splitlines())
        else:
            yield from _prose(body, room)


def _prose(body: str, room: int) -> Iterator[str]:
    """Set paragraphs and lists anew; a line that begins with a mark begins a line here too."""
    block: list[str] = []
    for line in [*body.splitlines(), None]:
        item = line is not None and line.lstrip().startswith(("* ", "- "))
        if block and (not line or item):
            yield from (f"    {each}" for each in wrap(" ".join(block), room - 4))
            block = []
        if line:
            block.append(line.strip())
        elif line is not None:
            yield ""
