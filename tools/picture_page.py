"""Draws docs/pictures/page-*.png: the HTML report on the example, in a Chromium without a window.

    python tools/picture_page.py [MANUSCRIPT] [--folder FOLDER]

Needs a Chromium and Playwright (``pip install '.[browser]'``). With a manuscript of your own it
draws the report on that.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import chromium

from srccheck.lint import Settings, lint
from srccheck.report import LintReport
from srccheck.report.html import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "vlora.md"
TARGET = ROOT / "docs" / "pictures"
WIDE, PHONE = (1200, 760), (390, 760)
SETTLED = "async () => { for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame); }"


def main() -> None:
    """Draw every picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("manuscript", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--folder", type=Path, default=TARGET)
    given = parser.parse_args()
    path = chromium.find()
    if path is None:
        sys.exit("not installed: Chromium")
    result = lint(
        given.manuscript.read_bytes(), given.manuscript.name, Settings(keep_apparatus=True)
    )
    with tempfile.TemporaryDirectory() as folder, chromium.opened(path) as browser:
        page = Path(folder) / "page.html"
        page.write_text(render_html(LintReport.of([result])), encoding="utf-8")
        for name, size, scheme, act in PICTURES:
            _draw(browser, page, given.folder / f"page-{name}.png", size, scheme, act)


def _draw(
    browser: Browser,
    report: Path,
    target: Path,
    size: tuple[int, int],
    scheme: str,
    act: Callable[[Page], None],
) -> None:
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(report.as_uri())
    page.evaluate(SETTLED)
    act(page)
    page.evaluate(SETTLED)
    page.screenshot(path=target)
    page.close()
    print(f"{target}: {target.stat().st_size // 1000} KB")


def _findings(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("j")
    page.evaluate("scrollTo(0, 0)")


def _citations(page: Page) -> None:
    page.click(".parts a >> text=Citations")
    page.click(".state[data-state=ib]")
    page.click(".state[data-state=ib]")
    page.evaluate("scrollTo(0, 0)")


def _phone(page: Page) -> None:
    page.click(".state[data-state=ib]")


PICTURES = (
    ("findings", WIDE, "light", _findings),
    ("citations", WIDE, "dark", _citations),
    ("phone", PHONE, "light", _phone),
)


if __name__ == "__main__":
    main()
