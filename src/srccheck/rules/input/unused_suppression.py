"""unused-suppression (SRC003): a comment that leaves out findings which are not there.

What it does:
    Reports a comment `srccheck: ignore[...]` (or a part of it, or an `[[ignore]]` of the
    configuration whose path names one file) that no finding needs any more. Rules that were not
    run are not judged.
Why it matters:
    The comment was written for a finding that somebody has looked at. Once the finding is gone it
    only waits for the next mistake, to hide it.
Example:
    He complained (Kramer 1999, p. 12). <!-- srccheck: ignore[CIT002] checked in the archive -->

    ## References

    Kramer, Lena. *The Reading Room*. Bonn: Dietz, 1999.
Use instead:
    He complained (Kramer 1999, p. 12).

    ## References

    Kramer, Lena. *The Reading Room*. Bonn: Dietz, 1999.
Fix safety:
    Safe: the comment, or the part of it that is not needed, is taken out.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Rule, Safety, Severity
from srccheck.rules.diagnostic import Diagnostic, DiagnosticEdit, DiagnosticFix, outside
from srccheck.text import Location, SourceFile


class UnusedSuppression(Rule):
    """Made where suppressions are applied: a rule does not see what others found."""

    code = "SRC003"
    name = "unused-suppression"
    severity = Severity.WARNING
    summary = "a comment that leaves out findings which are not there"
    fixes = Safety.SAFE
    judges = False

    def check(self, apparatus: Apparatus, options: Any) -> Iterator[Finding]:
        """Yield nothing; :func:`unused_suppression` makes the diagnostic."""
        return iter(())


def unused_suppression(
    file: SourceFile, start: int, end: int, named: str, edit: DiagnosticEdit
) -> Diagnostic:
    """Give the diagnostic of a comment in which the rules ``named`` are not needed."""
    places = file.location(start), file.location(end)
    message = f"there is no finding of {named} here to leave out"
    fix = DiagnosticFix("safe", f"take out {named}", (edit,))
    return outside(UnusedSuppression, message, file.path, *places, file.source[start:end], fix)


def unused_exemption(path: str, line: int, codes: str) -> Diagnostic:
    """Give the diagnostic of an [[ignore]] in a configuration file that nothing needed."""
    message = f"this [[ignore]] leaves out a finding of {codes} that is not there; take it out"
    return outside(UnusedSuppression, message, path, Location(line, 1, 0))
