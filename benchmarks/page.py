"""Prints how large the HTML report on a book is, how long it takes to make and to open.

The book is written from a seed (``book.py``): 300 pages, 1,500 notes, with the slips of a
manuscript. Opening is measured where there is a Chromium and Playwright: the best of several runs,
as the clock has it, and the seconds that the page's own thread was at work. Usage::

    python benchmarks/page.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from book import make_noted_book

from srccheck.lint import Settings, lint
from srccheck.report import LintReport
from srccheck.report.html import render_html

RUNS = 5
SCREENS = ((1440, 900), (390, 844))
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    """Measure and print."""
    text = make_noted_book(pages=300, notes=1500)
    result = lint(text.encode(), "book.md", Settings(keep_apparatus=True))
    begun = time.process_time()
    page = render_html(LintReport.of([result]))
    made = time.process_time() - begun
    print(f"{len(text) / 1e6:.2f} MB of text, {result.citations} citations,", end=" ")
    print(f"{len(result.diagnostics)} findings")
    print(f"the page: {len(page.encode()) / 1e6:.2f} MB (at most 6), made in {made:.2f} s of CPU")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        for line in _opening(path):
            print(line)


def _opening(path: Path) -> Iterator[str]:
    sys.path.append(str(Path(__file__).resolve().parent.parent / "tools"))
    import chromium

    browser_path = chromium.find()
    if browser_path is None:
        yield "opening: not measured, there is no Chromium"
        return
    with chromium.opened(browser_path) as browser:
        for width, height in SCREENS:
            clock, cpu = [], []
            for _ in range(RUNS):
                page = browser.new_page(viewport={"width": width, "height": height})
                session = page.context.new_cdp_session(page)
                session.send("Performance.enable", {"timeDomain": "threadTicks"})
                begun = time.perf_counter()
                page.goto(path.as_uri())
                page.evaluate(DRAWN)
                clock.append(time.perf_counter() - begun)
                metrics = session.send("Performance.getMetrics")["metrics"]
                cpu.append(next(e["value"] for e in metrics if e["name"] == "TaskDuration"))
                page.close()
            yield (
                f"opened at {width} px: {min(clock):.2f} s by the clock (at most 2),"
                f" {min(cpu):.2f} s of the page's thread"
            )


if __name__ == "__main__":
    main()
