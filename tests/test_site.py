"""The documentation as a site, built with warnings as errors, and the commands that it shows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import typer

from conftest import ROOT, environment
from srccheck.cli.app import app
from srccheck.rules import Rule, all_rules

COMMAND = re.compile(r"^(?:    |[$] |    [$] )(?:python -m )?(srccheck [^\n]*)", re.MULTILINE)


class Text(HTMLParser):
    """The visible text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    place = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(place)],
        cwd=ROOT,
        env=environment(ROOT, {"NO_MKDOCS_2_WARNING": "1"}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return place


def test_there_is_a_page_a_rule(site: Path) -> None:
    def check(rule: Rule) -> None:
        parser = Text()
        parser.feed((site / "rules" / f"{rule.code}.html").read_text(encoding="utf-8"))
        text = " ".join(" ".join(parser.parts).split())
        for word in (f"{rule.code} {rule.name}", "What it does", "Use instead", "Options"):
            assert word in text, (rule.code, word)

    for rule in all_rules():
        check(rule)
    index = (site / "rules" / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{rule.code}.html"' in index for rule in all_rules())


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        for tag in re.findall(r"<(?:link|script|img)\b[^>]*>", page.read_text(encoding="utf-8")):
            address = re.search(r'(?:href|src)="?([^" >]*)', tag)
            assert address is None or not address[1].startswith(("http", "//")), (page.name, tag)


def commands() -> Iterator[tuple[str, str]]:
    """Give every command line that the documents show, with the document's name."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for match in COMMAND.finditer(page.read_text(encoding="utf-8")):
            yield page.name, match[1].split(" | ")[0].split(" > ")[0].split("  #")[0].strip()


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_commands_of_the_documents_have_their_options(page: str, line: str) -> None:
    group = typer.main.get_command(app)
    words = [word for word in shlex.split(line)[1:] if word != "…"]
    known = group.commands  # type: ignore[attr-defined]
    command = known.get(words[0]) if words else None
    if command is None:
        assert not words or words[0].startswith("-") or words[0] == "COMMAND", line
        return
    options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    for word in words[1:]:
        if word.startswith("-") and word not in ("-", "--", "--help"):
            assert word.split("=")[0] in options, (line, word)
