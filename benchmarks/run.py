"""Prints how fast srccheck is: start-up, an article, a book, growth, and against eyecite.

All times are CPU seconds of one process; the best of several runs where one is short. Usage::

    make bench
    python benchmarks/run.py --quick     # smaller sizes, for a look
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bib_book import make_bib
from book import Book, dense_citations, make_book, prose, sizes
from marked_book import FORMS, make_marked_book
from note_book import make_note_book
from word_book import make_word_book

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT.parent / "shared" / "seeds" / "selivanov-2017.txt"
KB, MB = 1_000, 1_000_000
PEER_SIZE = 250 * KB  # eyecite's time grows with the square of the citations: a minute is enough


def main() -> None:
    """Measure everything and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="smaller sizes, for a look")
    quick = parser.parse_args().quick
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print(f"{'work':<62}{'measured':>14}{'at most':>12}")
    for measure in (
        _start_up, _article, _folder, _books, _notes, _word, _markup, _bibliography, _archival,
        _growth,
        _peers,
    ):  # fmt: skip
        for work, measured, goal in measure(quick):
            print(f"{work:<62}{measured:>14}{goal:>12}", flush=True)


Row = tuple[str, str, str]


def _start_up(quick: bool) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as empty:
        for name, arguments in (
            ("srccheck --version", ["--version"]),
            ("srccheck lint, an empty folder", ["lint", empty]),
        ):
            yield name, _seconds(_cpu_of_command(arguments, 3 if quick else 10)), "0.12 s"


def _article(quick: bool) -> Iterator[Row]:
    name = "srccheck lint, the 77 KB article, start-up included"
    if not ARTICLE.is_file():
        yield name, "not there", "0.30 s"
        return
    yield (
        name,
        _seconds(_cpu_of_command(["lint", "--no-cache", str(ARTICLE)], 3 if quick else 10)),
        "0.30 s",
    )


def _folder(quick: bool) -> Iterator[Row]:
    """Measure a folder of manuscripts, and the same folder once more, unchanged."""
    number = 40 if quick else 200
    with tempfile.TemporaryDirectory() as folder:
        for each in range(number):
            text = make_book(10 * KB, seed=each).text
            Path(folder, f"{each:03}.md").write_text(text, encoding="utf-8")
        os.environ["SRCCHECK_CACHE_DIR"] = str(Path(folder, ".cache"))
        first, second = (_time_of_command(["lint", folder, "--quiet"]) for _ in range(2))
        del os.environ["SRCCHECK_CACHE_DIR"]
    yield f"srccheck lint, {number} manuscripts of 10 KB, clock", _seconds(first), ""
    yield "the same once more, unchanged", _seconds(second), _seconds(first / 10)


def _books(quick: bool) -> Iterator[Row]:
    for kind, markdown, goal in (("text", False, 2.0), ("Markdown", True, 4.0)):
        size = 500 * KB if quick else 2 * MB
        book = make_book(size, markdown=markdown)
        seconds = _cpu_of_lint(book, "book.md" if markdown else "book.txt")
        limit = _seconds(goal * size / (2 * MB))
        name = f"lint, {size / MB:g} MB of {kind}, {book.citations:,} citations"
        yield name, _seconds(seconds), limit


def _notes(quick: bool) -> Iterator[Row]:
    """Measure a book that cites in notes, and how its time grows."""
    points = []
    for size in sizes(250 * KB, 500 * KB if quick else 2 * MB):
        book = make_note_book(size)
        points.append((len(book.text.encode()), _cpu_of_lint(book, "book.txt")))
    name = f"lint, {size / MB:g} MB of text with notes, {book.citations:,} citations"
    yield name, _seconds(points[-1][1]), ""
    yield "its growth exponent", f"{_exponent(points):.3f}", "1.05"


def _word(quick: bool) -> Iterator[Row]:
    """Measure a Word file of a hundred pages and 360 footnotes: all of it, and its reader."""
    from srccheck.lint import lint
    from srccheck.readers import read
    from srccheck.report.docx import annotate

    data, citations = make_word_book(100, 360)
    runs = 3 if quick else 7
    name = f"a Word file of 100 pages, 360 notes, {citations:,} citations"
    lint(data, "book.docx")
    yield f"lint, {name}", _seconds(_best(lambda: lint(data, "book.docx"), runs)), "1.00 s"
    yield "its reader's share", f"{_best(lambda: read(data, 'book.docx'), runs):.3f} s", "0.100 s"
    found = lint(data, "book.docx").diagnostics
    seconds = _best(lambda: annotate(data, found, "book.docx"), runs)
    yield f"its annotated copy, {len(found):,} findings", _seconds(seconds), ""


def _markup(quick: bool) -> Iterator[Row]:
    """Measure the readers of formats with markup on a book of a hundred pages and 360 notes."""
    from srccheck.readers import read

    for form in FORMS:
        data = make_marked_book(form, 100, 360)
        name = f"the reader of .{form}, 100 pages, 360 notes"

        def work(data: bytes = data, path: str = f"book.{form}") -> object:
            return read(data, path)

        yield name, f"{_best(work, 3 if quick else 7):.3f} s", ""


def _bibliography(quick: bool) -> Iterator[Row]:
    count = 1_000 if quick else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, "refs.bib"), Path(folder, "out")
        path.write_text(make_bib(count), encoding="utf-8")
        for target in ("biblatex", "csl-json"):
            seconds = _cpu_of_command(["bib", str(path), "--to", target, "-o", str(out)], 1)
            name = f"srccheck bib --to {target}, {count:,} entries, start-up included"
            yield name, _seconds(seconds), f"{6 * count / 10_000:.2f} s"


def _archival(quick: bool) -> Iterator[Row]:
    from srccheck.archives import find_references, load_registry
    from srccheck.archives.names import all_names

    def find(text: str) -> list[object]:
        all_names.cache_clear()  # the names of a text looked at before are known
        return [*find_references(text, registry)]

    registry = load_registry()
    chance = random.Random(2)
    text = "\n".join(prose(chance, 500) for _ in range(500 if quick else 4000))
    seconds = _best(lambda: find(text), 3)
    rate = len(text.encode()) / MB / seconds
    yield "archival references, prose without citations", f"{rate:.1f} MB/s", "≥ 5 MB/s"
    number = 2_000 if quick else 10_000
    dense = dense_citations(number)
    found = len(find_references(dense, registry))
    seconds = _best(lambda: find(dense), 3)
    name = f"archival references, dense ({found:,} of {number:,} found)"
    yield name, f"{number / seconds:,.0f}/s", "≥ 10,000/s"


def _growth(quick: bool) -> Iterator[Row]:
    for kind, markdown in (("text", False), ("Markdown", True)):
        points = []
        for size in sizes(250 * KB, 1 * MB if quick else 4 * MB):
            book = make_book(size, markdown=markdown)
            path = "book.md" if markdown else "book.txt"
            seconds = min(_cpu_of_lint(book, path) for _ in range(2))
            points.append((len(book.text.encode()), seconds))
        first, last = points[0][0] / MB, points[-1][0] / MB
        name = f"growth exponent, {kind}, {first:.2f} to {last:.2f} MB"
        yield name, f"{_exponent(points):.3f}", "1.05"


def _peers(quick: bool) -> Iterator[Row]:
    """Compare with eyecite on one text that has citations for both."""
    size = 60 * KB if quick else PEER_SIZE
    book = make_book(size, cases=True)
    ours = _cpu_of_lint(book, "book.txt")
    name = f"{size / MB:g} MB of text, {book.citations:,} citations and court cases"
    yield f"srccheck lint, {name}", _seconds(ours), ""
    try:
        from eyecite import get_citations, resolve_citations
    except ImportError:
        yield "eyecite, the same text", "not there", ""
        return
    get_citations("Ames v. Weiss, 410 U.S. 113 (1973)")  # its tables are built once
    start = time.process_time()
    found = get_citations(book.text)
    resolve_citations(found)
    theirs = time.process_time() - start
    yield f"eyecite, the same text ({len(found):,} citations of its kind)", _seconds(theirs), ""
    yield "eyecite / srccheck", f"{theirs / ours:.1f} ×", ""


def _cpu_of_lint(book: Book, path: str) -> float:
    from srccheck.lint import lint

    data = book.text.encode()
    lint(b"A word first, so that everything is loaded.\n", path)
    start = time.process_time()
    result = lint(data, path)
    seconds = time.process_time() - start
    if result.citations < book.citations * 0.9:
        print(f"  ({path}: only {result.citations:,} of {book.citations:,} citations were found)")
    return seconds


def _cpu_of_command(arguments: Sequence[str], runs: int) -> float:
    """Give the least CPU time, user and system, of a command in a process of its own."""
    import resource

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "srccheck", *arguments], capture_output=True, check=False
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    return min(once() for _ in range(runs))


def _time_of_command(arguments: Sequence[str]) -> float:
    """Give the time a command takes, by the clock: it may use several cores."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "srccheck", *arguments], check=False)
    return time.perf_counter() - start


def _best(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _exponent(points: Sequence[tuple[float, float]]) -> float:
    """Give the slope of log time over log size: 1 is linear (least squares)."""
    xs = [math.log(size) for size, _ in points]
    ys = [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return above / sum((a - x) ** 2 for a in xs)


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s"


if __name__ == "__main__":
    main()
