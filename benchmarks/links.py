"""Prints how fast and how right ``srccheck links`` is, beside other checkers of links.

All of them get the same links of known truth (link_zoo.py) in the same run. Usage::

    make bench-links
    python benchmarks/links.py --number 5000
    python benchmarks/links.py --zoo FILE     # another zoo: "FILE serve", "FILE gen N FOLDER"

A zoo writes links.tsv: address, kind, and "alive", "dead" or a word for what cannot be told. Other
checkers are measured where they are installed (lychee, linkchecker; linkinator through npx).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
SRCCHECK = [sys.executable, "-m", "srccheck", "links", "--host-interval", "0", "--jobs", "32",
            "--allow-private", "--no-store", "--format", "json"]  # fmt: skip
LONGEST = 400  # seconds for one checker

Judged = dict[str, str]
"""What a checker says of an address: "alive", "dead" or "open"."""

STATES = {"ok": "alive", "moved": "alive", "mismatch": "alive",
          "dead": "dead", "soft-dead": "dead", "host-gone": "dead"}  # fmt: skip


def main() -> None:
    """Serve the zoo, run every checker, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=1000, help="links")
    parser.add_argument("--zoo", type=Path, default=HERE / "link_zoo.py", help="another zoo")
    parser.add_argument("--only", default="", help="checkers whose name has this in it")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # LinkChecker run by root reads as nobody
        subprocess.run(
            [sys.executable, asked.zoo, "gen", str(asked.number), folder / "zoo"],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        rows = [line.split("\t") for line in _read(folder / "zoo" / "links.tsv").splitlines()]
        truth = {row[0]: row[2] for row in rows}
        kinds = {row[0]: row[1] for row in rows}
        print(f"{len(truth)} links: {dict(Counter(truth.values()))}\n")
        print(f"{'checker':<22}{'wall':>8}{'CPU':>8}{'MB':>6}  verdicts")
        for checker, command, read in _checkers(folder):
            if asked.only in checker:
                with _serving(asked.zoo, folder):
                    _measure(checker, command, read, folder, truth, kinds)


def _checkers(folder: Path) -> Iterator[tuple[str, list[str], Callable[[Path], Judged]]]:
    pages = folder / "zoo"
    yield "srccheck links", [*SRCCHECK, str(pages / "links.md")], _of_srccheck
    yield (
        "lychee",
        ["lychee", "--timeout", "5", "-n", "-v", "-f", "json", str(pages / "links.md")],
        _of_lychee,
    )
    yield (
        "LinkChecker",
        ["linkchecker", "--no-robots", "-r1", "--check-extern", "--timeout", "5", "--no-status",
         "-v", "-o", "csv/utf-8", (pages / "links.html").as_uri()],
        _of_linkchecker,
    )  # fmt: skip
    yield (
        "linkinator",
        ["npx", "--yes", "linkinator", "links.html", "--format", "json", "--timeout", "5000",
         "--verbosity", "debug"],
        _of_linkinator,
    )  # fmt: skip


def _measure(
    checker: str,
    command: list[str],
    read: Callable[[Path], Judged],
    folder: Path,
    truth: Judged,
    kinds: Judged,
) -> None:
    if shutil.which(command[0]) is None:
        print(f"{checker:<22}{'not there':>8}")
        return
    out = folder / "out.txt"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    with out.open("w") as stdout, (folder / "err.txt").open("w") as stderr:
        running = subprocess.Popen(command, cwd=folder / "zoo", stdout=stdout, stderr=stderr)
        try:
            _, _, used = _wait(running)
        except subprocess.TimeoutExpired:
            print(f"{checker:<22}{'> ' + str(LONGEST) + ' s':>8}")
            return
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    try:
        judged = read(out)
    except (ValueError, KeyError, OSError) as error:
        print(f"{checker:<22}{wall:7.1f}s  its report cannot be read ({error})")
        return
    print(f"{checker:<22}{wall:7.1f}s{cpu:7.1f}s{used:6.0f}  {_score(judged, truth, kinds)}")


def _wait(running: subprocess.Popen[bytes]) -> tuple[int, int, float]:
    """Wait for a checker; give its peak of memory in MB last."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        pid, status, usage = os.wait4(running.pid, os.WNOHANG)
        if pid:
            running.returncode = os.waitstatus_to_exitcode(status)
            return pid, status, usage.ru_maxrss / 1024
        time.sleep(0.02)
    running.kill()
    running.wait()
    raise subprocess.TimeoutExpired(running.args, LONGEST)


def _score(judged: Judged, truth: Judged, kinds: Judged) -> str:
    wrong: Counter[str] = Counter()
    where: Counter[str] = Counter()
    for url, true in truth.items():
        said = judged.get(url, "missing")
        is_open = true not in ("alive", "dead")
        if true == "alive" and said == "dead":
            wrong["alive called dead"] += 1
        elif true == "dead" and said != "dead":
            wrong["dead missed"] += 1
        elif is_open and said == "dead":
            wrong["undecidable called dead"] += 1
        elif true == "alive" and said != "alive":
            wrong["alive not seen so"] += 1
        else:
            continue
        where[kinds[url]] += 1
    if not wrong:
        return "all right"
    most = ", ".join(f"{kind} {count}" for kind, count in where.most_common(6))
    return f"{', '.join(f'{count} {what}' for what, count in wrong.items())} ({most})"


def _of_srccheck(out: Path) -> Judged:
    links = json.loads(_read(out))["links"]
    return {link["url"]: STATES.get(link["state"], "open") for link in links}


def _of_lychee(out: Path) -> Judged:
    report = json.loads(_read(out))
    judged = {}
    for part, said in (("success_map", "alive"), ("error_map", "dead"), ("timeout_map", "open")):
        for items in (report.get(part) or {}).values():
            judged.update({item["url"]: said for item in items})
    return judged


def _of_linkchecker(table: Path) -> Judged:
    lines = [line for line in _read(table).splitlines() if not line.startswith("#")]
    return {
        row["urlname"]: "alive" if row.get("valid") == "True" else "dead"
        for row in csv.DictReader(lines, delimiter=";")
        if row.get("urlname")
    }


def _of_linkinator(out: Path) -> Judged:
    text = _read(out)
    said = {"OK": "alive", "BROKEN": "dead"}
    links = json.loads(text[text.index("{") :])["links"]
    return {link["url"]: said.get(link["state"], "open") for link in links}


@contextmanager
def _serving(zoo: Path, folder: Path) -> Iterator[None]:
    """Serve the zoo anew: some of its pages answer otherwise the second time."""
    server = subprocess.Popen(
        [sys.executable, zoo.resolve(), "serve"], cwd=folder, stdout=subprocess.PIPE
    )
    try:
        assert server.stdout is not None
        server.stdout.readline()  # it says so when it is ready
        yield
    finally:
        server.kill()
        server.wait()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
