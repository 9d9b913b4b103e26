"""Hooks for mkdocs: a page a rule, made from the rules themselves, and their index.

mkdocs calls the functions `on_…`; nothing of what they make is written beside the sources.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from srccheck.rules import Rule, all_rules
from srccheck.rules.catalogue import FAMILIES
from srccheck.rules.page import page_of

FENCES = {".md": "markdown", ".bib": "bibtex"}
VERBATIM = frozenset({"Example", "Use instead"})
UNNAMED = frozenset({"rules.md"})  # the site has a page a rule instead
GUIDE = Path(__file__).resolve().parent.parent / "docs"


def on_files(files: Any, config: Any) -> Any:
    """Add the pages."""
    from mkdocs.structure.files import File

    files.append(File.generated(config, "rules/index.md", content="\n".join(_index()) + "\n"))
    for rule in all_rules():
        text = "\n".join(_page(rule)) + "\n"
        files.append(File.generated(config, f"rules/{rule.code}.md", content=text))
    return files


def on_config(config: Any) -> Any:
    """Put the pages below their families into the navigation; add guides that it does not name."""
    named = str(config["nav"])
    for section in config["nav"]:
        if "Guide" in section:
            guides = sorted(each.name for each in GUIDE.glob("*.md") if each.name not in UNNAMED)
            section["Guide"] += [each for each in guides if f"'{each}'" not in named]
        if "Rules" in section:
            for family, subject in FAMILIES.items():
                pages = [f"rules/{rule.code}.md" for rule in all_rules() if rule.family == family]
                if pages:
                    section["Rules"].append({f"{family}: {subject}": pages})
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Lead links to the one page of all rules, which the site does not have, to their index."""
    up = "../" * page.file.src_uri.count("/")
    return markdown.replace("](rules.md)", f"]({up}rules/index.md)")


def _index() -> Iterator[str]:
    yield "# The rules"
    yield ""
    yield "`srccheck rule CODE` shows a rule's page; a code or a name can be given wherever a rule"
    yield "is named. **error**: the reader is led to the wrong place or to none. **warning**: very"
    yield "probably a slip. **info**: house style, or worth a look."
    for family, subject in FAMILIES.items():
        rules = [rule for rule in all_rules() if rule.family == family]
        if not rules:
            continue
        yield from ("", f"## {family}: {subject}", "")
        yield "| code | name | severity | fix | reports |"
        yield "|---|---|---|---|---|"
        for rule in rules:
            fix = rule.fixes.value if rule.fixes else "–"
            link = f"[{rule.name}]({rule.code}.md)"
            yield f"| {rule.code} | {link} | {rule.severity.value} | {fix} | {rule.summary} |"


def _page(rule: Rule) -> Iterator[str]:
    page = page_of(rule)
    fix = f"{rule.fixes.value} fix" if rule.fixes else "no fix"
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield f"*{rule.severity.value}, {fix}*"
    if rule.aliases:
        yield from ("", f"Also: {', '.join(rule.aliases)}.")
    yield from ("", page.sentence[:1].upper() + page.sentence[1:])
    for title, body in page.sections:
        yield from ("", f"## {title}", "")
        if title in VERBATIM:
            yield from (f"````{FENCES[page.suffix]}", body, "````")
        else:
            yield body
        if title == "Options" and dataclasses.fields(rule.options):
            yield from ("", "In `srccheck.toml`, with what they are by default:", "", "````toml")
            yield f"[rules.{rule.name}]"
            for field in dataclasses.fields(rule.options):
                yield f"{field.name.replace('_', '-')} = {json.dumps(field.default)}"
            yield "````"
    yield from ("", "## To leave a finding out", "")
    yield f"    <!-- srccheck: ignore[{rule.code}] why -->"
    yield from ("", "in the manuscript, or in `srccheck.toml`: [suppression](../suppression.md).")
