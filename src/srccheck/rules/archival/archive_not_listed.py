"""archive-not-listed (ARC014): the list names the archives used, and not this one.

What it does:
    Where the reference list has entries for archives, reports an archive that is cited and has
    none, at its first place; and an entry for an archive that is never cited.
Why it matters:
    The list of archives is what a reader takes along, and it is incomplete.
Example:
    He said so (RGASPI, f. 17, op. 3, d. 8, l. 5), and wrote so (RGANI, f. 2, op. 1, d. 6, l. 5).

    ## References

    Rossijskij gosudarstvennyj arhiv social'no-politicheskoj istorii [Russian State Archive of
    Socio-Political History] (RGASPI).
Use instead:
    He said so (RGASPI, f. 17, op. 3, d. 8, l. 5), and wrote so (RGANI, f. 2, op. 1, d. 6, l. 5).

    ## References

    Rossijskij gosudarstvennyj arhiv novejshej istorii [Russian State Archive of Contemporary
    History] (RGANI).

    Rossijskij gosudarstvennyj arhiv social'no-politicheskoj istorii [Russian State Archive of
    Socio-Political History] (RGASPI).
Fix safety:
    There is no fix.
Options:
    None. In a list headed Bibliography or Further reading an archive that is never cited is info.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.references import EntryType
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.files import archive_of, at, written
from srccheck.rules.quoting import entry_head
from srccheck.text import StreamKind


class ArchiveNotListed(Rule):
    """An archive the list forgets, or lists in vain."""

    code = "ARC014"
    name = "archive-not-listed"
    severity = Severity.WARNING
    summary = "the list names the archives used, and not this one"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield cited archives without an entry, then entries of archives never cited."""
        listed = [entry for entry in apparatus.entries if entry.type is EntryType.ARCHIVE]
        if not listed:
            return
        seen: set[str] = set()
        within = _named_in_entries(apparatus)
        for resolved, reference in written(apparatus):
            name = reference.archive or reference.abbreviation
            if not name or name in seen:
                continue
            seen.add(name)
            if resolved.entry is None and name not in within:
                archive = archive_of(apparatus, reference)
                shown = reference.abbreviation or (archive.abbreviations[0] if archive else name)
                yield Finding(
                    at(resolved, reference.abbreviation_span or reference.span),
                    f"{shown}: cited, and not among the archives of the reference list",
                    related=(Related(listed[0].place, "the list names archives"),),
                )
        if not seen:
            return
        whole = {each.stream for each in apparatus.lists if each.bibliography}
        for entry in listed:
            if not apparatus.cited_by(entry):
                shown = entry.archive_abbreviation or entry.archive or ""
                severity = Severity.INFO if entry.place.stream in whole else None
                yield Finding(entry_head(entry), f"{shown}: listed, and never cited", severity)


def _named_in_entries(apparatus: Apparatus) -> set[str]:
    """Give the archives that stand inside an entry: "Bliss Papers, Harvard University Archives"."""
    lists = {stream.index for stream in apparatus.manuscript.of_kind(StreamKind.REFERENCES)}
    return {
        each.archive for each in apparatus.mentions if each.place.stream in lists and each.archive
    }
