"""The findings a project had when it began: counted by file, rule and words.

The file is JSON, one entry a line, in a fixed order, so that a merge touches what has changed::

    {"version": 1, "findings": [
    {"path": "a.md", "rule": "CIT002", "fingerprint": "…", "count": 1, "quote": "Gaiduk 2010"}
    ]}

``quote`` is for people; the fingerprint counts. Paths start from the folder of the file.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from srccheck.errors import DataFileError
from srccheck.rules import Diagnostic
from srccheck.rules.input.stale_baseline import stale
from srccheck.suppression.fingerprints import fingerprint, quote_of
from srccheck.values import dataclass

VERSION = 1
QUOTE = 80  # code points of a quote that are kept for people


@dataclass(frozen=True, slots=True)
class Known:
    """What an entry is looked up by: the path from the baseline's folder, rule, fingerprint."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Entry:
    """How many findings are known, a piece of their words, and the entry's line in the file."""

    count: int
    quote: str
    line: int = 0


class Baseline:
    """A baseline file's entries, and what a run leaves of them."""

    def __init__(self, file: Path, entries: Mapping[Known, Entry] | None = None) -> None:
        self.file = file
        self.entries = dict(entries or {})
        self._left: Counter[Known] = Counter(
            {key: each.count for key, each in self.entries.items()}
        )

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """Read a file. Raises DataFileError where it is missing, or no baseline."""
        try:
            text = file.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            raise DataFileError(
                "there is no such baseline",
                where=str(file),
                advice="--write-baseline makes one of the findings of a run",
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise DataFileError(f"this cannot be read ({error})", where=str(file)) from None
        return cls(file, _entries(text, file))

    def new(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Give the findings that are not known; each known one answers for one."""
        found: list[Diagnostic] = []
        for each in diagnostics:
            key = self.key(each)
            if self._left[key] > 0:
                self._left[key] -= 1
            else:
                found.append(each)
        return found

    def stale(self, linted: Collection[str], ran: Collection[str]) -> Iterator[Diagnostic]:
        """Report entries that nothing answered to: of files linted by their rule, or gone."""
        for key, entry in self._stale(linted, ran):
            many = f" ({self._left[key]} times)" if self._left[key] > 1 else ""
            gone = f'{key.path}: {key.rule} "{entry.quote}" is gone{many}'
            yield stale(str(self.file), entry.line, f"{gone}; --prune-baseline takes it out")

    def pruned(self, linted: Collection[str], ran: Collection[str]) -> Baseline:
        """Give the baseline without its stale entries."""
        kept = dict(self.entries)
        for key, entry in self._stale(linted, ran):
            left = entry.count - self._left[key]
            if left:
                kept[key] = Entry(left, entry.quote)
            else:
                del kept[key]
        return Baseline(self.file, kept)

    def replaced(self, diagnostics: Iterable[Diagnostic], linted: Collection[str]) -> Baseline:
        """Give a baseline of these findings, with the old entries of files not looked at."""
        looked_at = {self.path(each) for each in linted}
        entries = {
            key: entry
            for key, entry in self.entries.items()
            if key.path not in looked_at and self._exists(key)
        }
        for each in diagnostics:
            key = self.key(each)
            before = entries.get(key)
            entries[key] = Entry((before.count if before else 0) + 1, quote_of(each)[:QUOTE])
        return Baseline(self.file, entries)

    def to_json(self) -> str:
        """Give the file's text."""
        order = sorted(
            self.entries.items(),
            key=lambda each: (each[0].path, each[0].rule, each[1].quote, each[0].fingerprint),
        )
        lines = ",\n".join(
            json.dumps(
                {
                    "path": key.path,
                    "rule": key.rule,
                    "fingerprint": key.fingerprint,
                    "count": entry.count,
                    "quote": entry.quote,
                },
                ensure_ascii=False,
            )
            for key, entry in order
        )
        return f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'

    def key(self, diagnostic: Diagnostic) -> Known:
        """Give what a finding is looked up by."""
        return Known(self.path(diagnostic.path), diagnostic.code, fingerprint(diagnostic))

    def path(self, path: str) -> str:
        """Give a path from the folder of the baseline, with slashes."""
        try:
            below = os.path.relpath(Path(path).absolute(), self.file.absolute().parent)
        except ValueError:  # another drive
            below = path
        return below.replace(os.sep, "/")

    def _stale(
        self, linted: Collection[str], ran: Collection[str]
    ) -> Iterator[tuple[Known, Entry]]:
        looked_at = {self.path(each) for each in linted}
        for key, entry in self.entries.items():
            if self._left[key] <= 0:
                continue
            if (key.path in looked_at and key.rule in ran) or not self._exists(key):
                yield key, entry

    def _exists(self, key: Known) -> bool:
        return (self.file.absolute().parent / key.path).exists()


def _entries(text: str, file: Path) -> dict[Known, Entry]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataFileError(f"this is not JSON ({error})", where=str(file)) from None
    if not isinstance(document, dict) or document.get("version") != VERSION:
        raise DataFileError(
            f"this is no baseline of version {VERSION}",
            where=str(file),
            advice="Write it anew with --write-baseline",
        )
    lines = {line.strip().rstrip(","): n for n, line in enumerate(text.splitlines(), 1)}
    found: dict[Known, Entry] = {}
    findings = document.get("findings", [])
    for each in findings if isinstance(findings, list) else [findings]:
        entry = _entry(each, file, lines)
        key = Known(each["path"], each["rule"], each["fingerprint"])
        before = found.get(key)
        found[key] = Entry(entry.count + before.count, entry.quote, entry.line) if before else entry
    return found


def _entry(record: Any, file: Path, lines: Mapping[str, int]) -> Entry:
    line = lines.get(json.dumps(record, ensure_ascii=False), 1)
    texts = ("path", "rule", "fingerprint")
    if (
        not isinstance(record, dict)
        or not all(isinstance(record.get(key), str) for key in texts)
        or type(record.get("count")) is not int
    ):
        raise DataFileError(
            "an entry has path, rule, fingerprint and count",
            where=f"{file}:{line}",
            advice="Write the baseline anew with --write-baseline",
        )
    return Entry(max(record["count"], 0), str(record.get("quote", "")), line)
