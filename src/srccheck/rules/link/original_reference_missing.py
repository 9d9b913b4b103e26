"""original-reference-missing (URL011): a published document without its archive, fond and file.

What it does:
    Reports a link to a document that a site publishes from another archive (the Wilson Center
    Digital Archive) where neither the entry, nor the note or parenthesis that cites it, says
    where the original is kept. Where the record's own reference is known, the message has it.
Why it matters:
    Sites go, and the papers stay. A reader who finds the link dead can still ask the archive for
    the file, if the citation names it.
Example:
    ## References

    "Information on the Meeting with Comrade Zhou Enlai". 21 August 1961.
    https://digitalarchive.wilsoncenter.org/document/110802 (accessed 10 May 2017).
Use instead:
    ## References

    "Information on the Meeting with Comrade Zhou Enlai". 21 August 1961. RGANI, f. 5, op. 49,
    d. 131. https://digitalarchive.wilsoncenter.org/document/110802 (accessed 10 May 2017).
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from srccheck.archives import find_references
from srccheck.archives.names import all_names
from srccheck.citations import ArchivalCitation, Link
from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.rules.addresses import entry_of
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.text import Place

if TYPE_CHECKING:
    from srccheck.links.hosts import Known


class OriginalReferenceMissing(Rule):
    """A document cited by its link alone."""

    code = "URL011"
    name = "original-reference-missing"
    severity = Severity.INFO
    summary = "a published archival document cited without its archive, fond and file"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each link to a published document whose original is not named."""
        if not apparatus.links:
            return
        from srccheck.links.hosts import recognise, recogniser_of

        for link in apparatus.links:
            known = recognise(link.url)
            if known is None or not known.is_document:
                continue
            record = recogniser_of(known.host).remembered(known)
            source = record.source if record is not None else ""
            if source and not _names_a_file(apparatus, source):
                continue  # the record itself comes from a book
            if not _is_named(apparatus, link):
                yield Finding(link.place, _message(known, source))


def _message(known: Known, source: str) -> str:
    if source:
        return f"the original's archive is not named; the record gives {source}"
    return (
        "the original's archive, fond and file are not named; "
        f"the record of the {known.host.name} gives them"
    )


def _is_named(apparatus: Apparatus, link: Link) -> bool:
    """Tell whether the entry, its citations, or the paragraph of the link name a file."""
    entry = entry_of(apparatus, link)
    if entry is not None:
        return _names_a_file(apparatus, apparatus.quote(entry.place)) or _is_cited_with_a_file(
            apparatus, entry
        )
    stream = apparatus.manuscript.streams[link.place.stream]
    paragraph = stream.paragraph_at(link.place.start)
    around = Place(stream.index, paragraph.start, paragraph.end)
    return any(
        isinstance(each.citation, ArchivalCitation)
        and each.place.stream == around.stream
        and around.start <= each.place.start < around.end
        for each in apparatus.citations
    )


def _is_cited_with_a_file(apparatus: Apparatus, entry: Entry) -> bool:
    groups = {each.citation.group for each in apparatus.cited_by(entry)}
    return any(
        isinstance(each.citation, ArchivalCitation) and each.citation.group in groups
        for each in apparatus.citations
    )


def _names_a_file(apparatus: Apparatus, text: str) -> bool:
    """Tell whether a text has an archival reference, or names an archive that counts otherwise."""
    return bool(find_references(text, apparatus.registry) or all_names(text, apparatus.registry))
