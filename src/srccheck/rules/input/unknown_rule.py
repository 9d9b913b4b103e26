"""unknown-rule (SRC004): a comment for srccheck that names no rule, or one that is not there.

What it does:
    Reports a comment `srccheck: ignore[...]` in which a word is no code, family or name of a rule,
    one without a rule, and one whose first word srccheck does not know. In a configuration file or
    on the command line the same mistake ends the run with exit code 2.
Why it matters:
    A comment with a slip in it leaves nothing out, and its author believes that it does. One
    without a rule would leave out everything, mistakes of tomorrow included.
Example:
    He complained (Kramer 1999, p. 12). <!-- srccheck: ignore[CIT02x] -->

    ## References

    Kramer, Lena. *The Reading Room*. Bonn: Dietz, 1999.
Use instead:
    He complained (Kramer 1999, p. 12).

    ## References

    Kramer, Lena. *The Reading Room*. Bonn: Dietz, 1999.
Fix safety:
    There is no fix; the message names the nearest rule.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Rule, Severity
from srccheck.rules.diagnostic import Diagnostic, outside
from srccheck.text import SourceFile


class UnknownRule(Rule):
    """Made where suppressions are read: comments are not part of an apparatus."""

    code = "SRC004"
    name = "unknown-rule"
    severity = Severity.ERROR
    summary = "a comment for srccheck that names no rule, or one that is not there"
    judges = False

    def check(self, apparatus: Apparatus, options: Any) -> Iterator[Finding]:
        """Yield nothing; :func:`unknown_rule` makes the diagnostic."""
        return iter(())


def unknown_rule(file: SourceFile, start: int, end: int, message: str) -> Diagnostic:
    """Give the diagnostic of a comment, or of a word in it."""
    places = file.location(start), file.location(end)
    return outside(UnknownRule, message, file.path, *places, file.source[start:end])
