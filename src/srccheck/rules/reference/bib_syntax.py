"""bib-syntax (REF012): a slip in the syntax of a .bib or RIS file.

What it does:
    Reports what a program that reads the file loses, changes or refuses: a comma or a closing brace
    that is missing, a string that is defined nowhere, a key that two entries share, an entry
    without a key, a RIS record without its end. A field that stands twice in one entry is a
    warning: one of the two is dropped in silence.
Why it matters:
    BibTeX and biber skip such an entry or a field of it, and the printed list lacks it without a
    word.
Example:
    @book{hoxha1984,
      author = {Hoxha, Enver},
      title = {The Superpowers}
      year = 1984,
    }
Use instead:
    @book{hoxha1984,
      author = {Hoxha, Enver},
      title = {The Superpowers},
      year = 1984,
    }
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.text import Place


class BibSyntax(Rule):
    """A slip in a file of entries."""

    code = "REF012"
    name = "bib-syntax"
    severity = Severity.ERROR
    summary = "a .bib block that did not parse, a missing comma, an undefined string, a key twice"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield what the readers of such files could not read."""
        for stream in apparatus.manuscript.streams:
            for each in stream.problems:
                yield Finding(
                    Place(stream.index, each.span.start, each.span.end),
                    each.message,
                    None if each.lost else Severity.WARNING,
                )
