"""unreadable-file (SRC001): a file could not be read, and nothing in it was checked.

What it does:
    Reports a file that is missing, empty, binary, locked or in an encoding that cannot be told.
    A path that was named on the command line makes the run end with exit code 2, after everything
    else has been checked; a file that was found by walking a folder counts as a finding of that
    folder (exit code 1). So does a file that a LaTeX manuscript includes and that is not in its
    folder or below.
Why it matters:
    A manuscript that was silently left out looks like a manuscript without problems.
Example:
    $ srccheck lint chapter-1.md chapter-2.md
    srccheck: chapter-2.md: there is no such file. Check the spelling of its name and folder.
Use instead:
    $ srccheck lint chapter-1.md chapter-3.md
    no findings in 86 citations and 43 entries (2 files)
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srccheck.errors import SrccheckError
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Rule, Severity
from srccheck.rules.diagnostic import Diagnostic, outside
from srccheck.text import Location


class UnreadableFile(Rule):
    """A file that was not read: the manuscript itself, or one that it includes."""

    code = "SRC001"
    name = "unreadable-file"
    severity = Severity.ERROR
    summary = "a file could not be read, and nothing in it was checked"
    judges = False

    def check(self, apparatus: Apparatus, options: Any) -> Iterator[Finding]:
        """Yield the files that a manuscript includes and that were not read.

        :func:`unreadable` makes the diagnostic where the manuscript itself cannot be read.
        """
        for each in apparatus.manuscript.missing:
            why = f"it was not read: {each.reason}" if each.reason else "it was not read"
            severity = None if each.reason else Severity.INFO
            yield Finding(each.place, f"the manuscript includes {each.name}, and {why}", severity)


def unreadable(path: str, error: SrccheckError) -> Diagnostic:
    """Give the diagnostic of a file that ``error`` kept from being read, at its first place."""
    return outside(UnreadableFile, error.what, path, Location(1, 1, 0))
