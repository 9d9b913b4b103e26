"""stale-baseline (SRC005): the baseline lists a finding that is gone.

What it does:
    Reports entries of the baseline (`--baseline`) for files of this run which no finding answers
    to any more, and entries of files that are gone. `--prune-baseline` takes them out.
Why it matters:
    An entry that is left behind excuses the same mistake when it is made again.
Example:
    $ srccheck lint articles --baseline known.json
    known.json:4:1: SRC005 stale-baseline info articles/a.md: CIT002 "Gaiduk 2010" is gone
Use instead:
    $ srccheck lint articles --baseline known.json --prune-baseline
Fix safety:
    There is no fix; `--prune-baseline` writes the file anew.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Rule, Severity
from srccheck.rules.diagnostic import Diagnostic, outside
from srccheck.text import Location


class StaleBaseline(Rule):
    """Made where the baseline is compared with what was found."""

    code = "SRC005"
    name = "stale-baseline"
    severity = Severity.INFO
    summary = "the baseline lists a finding that is gone"
    judges = False

    def check(self, apparatus: Apparatus, options: Any) -> Iterator[Finding]:
        """Yield nothing; :func:`stale` makes the diagnostic."""
        return iter(())


def stale(path: str, line: int, message: str) -> Diagnostic:
    """Give the diagnostic of an entry at a line of the baseline file ``path``."""
    return outside(StaleBaseline, message, path, Location(line, 1, 0))
