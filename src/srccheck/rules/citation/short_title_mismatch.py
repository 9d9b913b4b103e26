"""short-title-mismatch (CIT015): a short note whose title fits no work of its author.

What it does:
    Compares the title of a short note with the works of its author, as full notes and the list
    name them. Words may be left out, romanised otherwise or inflected; nothing else may differ.
    A title that the notes mention in words that could not be read as a source is left alone.
Why it matters:
    The reader looks for a book that is not there: the title is misspelt, or its full note was
    cut, or the author is another one.
Example:
    The army had other plans.[^1] The ministry had none.[^2]

    [^1]: Anna Weber, *The Long Retreat: Armies in Winter* (London: Longman, 1998), 12.
    [^2]: Weber, *The Short Advance*, 14.
Use instead:
    The army had other plans.[^1] The ministry had none.[^2]

    [^1]: Anna Weber, *The Long Retreat: Armies in Winter* (London: Longman, 1998), 12.
    [^2]: Weber, *Long Retreat*, 14.
Fix safety:
    There is no fix: only the author knows which work is meant.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import ShortNote
from srccheck.references import Entry
from srccheck.resolve import Apparatus, Outcome
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import shorten


class ShortTitleMismatch(Rule):
    """A short title that is no work's of its author."""

    code = "CIT015"
    name = "short-title-mismatch"
    severity = Severity.WARNING
    summary = "a short note whose title fits no work of its author"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the short notes whose author is known, by other works."""
        for resolved in apparatus.citations:
            note = resolved.citation
            if resolved.outcome is not Outcome.TITLE or not isinstance(note, ShortNote):
                continue
            works = ", ".join(_named(entry) for entry in resolved.nearest)
            author = " and ".join(note.authors) or "this author"
            yield Finding(
                note.title_place or note.place,
                f"{note.title}: {author} has {works}",
                related=tuple(Related(e.place, "a work of this author") for e in resolved.nearest),
            )


def _named(entry: Entry) -> str:
    title = shorten(entry.title or entry.container or "", 8)
    return f"{title} ({entry.year})" if entry.year else title
