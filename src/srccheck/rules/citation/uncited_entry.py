"""uncited-entry (CIT004): an entry that nothing in the manuscript cites.

What it does:
    Reports an entry of a list of references that no citation resolves to, whose title the text does
    not mention, and whose author does not stand beside its year anywhere in the text. An entry
    that another finding names as the one probably meant is left to that finding. Archives are
    ARC014's. In notes, at least a third of the list must have been found in them. Entries of a
    .bib that a cited one points to (``crossref``, ``xref``, ``related``, ``entryset``) are cited
    with it. Of a bibliography that is linted by itself the manuscripts beside it that use it are
    asked. Where a file that the manuscript includes was not read, nothing is reported.
Why it matters:
    It is a leftover of an earlier draft, or the citation it belongs to is wrong or missing.
Example:
    The alliance was over by then (Westad 2005, p. 12).

    ## References

    Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.

    Westad, Odd Arne. *The Global Cold War*. Cambridge: Cambridge University Press, 2005.
Use instead:
    The alliance was over by then (Gaddis 1997; Westad 2005, p. 12).

    ## References

    Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.

    Westad, Odd Arne. *The Global Cold War*. Cambridge: Cambridge University Press, 2005.
Fix safety:
    There is no fix.
Options:
    None. In a list headed Bibliography or Further reading the finding is info, and in a .bib, of
    which only what is cited is printed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from srccheck.citations import CiteKeyCitation, FullNote, PrintedCitation, ShortNote
from srccheck.references import Entry, EntryType, Name
from srccheck.resolve import Apparatus, Outcome
from srccheck.resolve.folding import fold
from srccheck.resolve.names import acronyms
from srccheck.resolve.pointing import cited_keys, pointed_to
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.quoting import entry_head, listed
from srccheck.text import StreamKind
from srccheck.values import dataclass

NAMING = (Outcome.MISSING, Outcome.YEAR, Outcome.SUFFIX, Outcome.TITLE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d")
NEAR = 80  # code points before a year in which its author's name may stand in running text


class UncitedEntry(Rule):
    """An entry nobody cites."""

    code = "CIT004"
    name = "uncited-entry"
    severity = Severity.WARNING
    summary = "an entry that nothing in the manuscript cites"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the entries without a citation, where citations lead to the list."""
        if apparatus.manuscript.missing or not _leads_to_list(apparatus):
            return
        spoken_for = _spoken_for(apparatus)
        own_list = not all(each.fielded for each in apparatus.lists)
        listed_anyhow = _listed_anyhow(apparatus)
        by_key = any(isinstance(each.citation, CiteKeyCitation) for each in apparatus.citations)
        uncited = [
            (each, entry)
            for each in apparatus.lists
            if not (each.fielded and own_list and not by_key) and "*" not in listed_anyhow
            for entry in each.entries
            if entry.type is not EntryType.ARCHIVE
            and entry.id not in spoken_for
            and not apparatus.cited_by(entry)
            and listed_anyhow.isdisjoint(entry.keys)
        ]
        if not uncited:
            return
        running = _Running.of(apparatus)
        for each, entry in uncited:
            if running.names(entry):
                continue
            severity = Severity.INFO if each.bibliography or each.fielded else None
            yield Finding(entry_head(entry), f"{listed(entry)}: nothing cites this entry", severity)


def _listed_anyhow(apparatus: Apparatus) -> frozenset[str]:
    """Give the keys that are listed uncited ("*": all), and those that cited entries point to."""
    manuscript = apparatus.manuscript
    return frozenset(manuscript.nocite) | pointed_to(manuscript, cited_keys(apparatus))


def _leads_to_list(apparatus: Apparatus) -> bool:
    """Tell whether the manuscript cites what it lists; in notes, a third of it has to be found."""
    listed_ids = {entry.id for entry in apparatus.entries}
    kinds: tuple[type, ...] = (PrintedCitation, CiteKeyCitation)
    if apparatus.style in ("notes", "mixed"):
        kinds = (FullNote, ShortNote, CiteKeyCitation)
        cited = sum(bool(apparatus.cited_by(entry)) for entry in apparatus.entries)
        if cited * 3 < len(listed_ids):
            return False
    return any(
        isinstance(each.citation, kinds) and each.entry and each.entry.id in listed_ids
        for each in apparatus.citations
    )


def _spoken_for(apparatus: Apparatus) -> set[str]:
    """Give the entries that CIT001, CIT002, CIT005, CIT006 or CIT015 name."""
    named = {
        entry.id
        for resolved in apparatus.citations
        if resolved.outcome in NAMING
        for entry in resolved.nearest
    }
    for resolved in apparatus.citations:
        named.update(entry.id for entry in resolved.candidates)
    return named


@dataclass(frozen=True, slots=True)
class _Running:
    """The text outside the lists, folded, and what stands before each year in it."""

    text: str
    before_year: dict[str, list[str]]

    @classmethod
    def of(cls, apparatus: Apparatus) -> _Running:
        text = " ".join(
            fold(stream.text)
            for stream in apparatus.manuscript.streams
            if stream.kind is not StreamKind.REFERENCES
        )
        before: dict[str, list[str]] = defaultdict(list)
        for match in _YEAR.finditer(text):
            before[match.group()].append(text[max(0, match.start() - NEAR) : match.start()])
        return cls(text, before)

    def names(self, entry: Entry) -> bool:
        """Tell whether the text names the entry's title, or its author close before its year."""
        title = fold(entry.title or entry.container or "")
        if len(title.split()) > 1 and title in self.text:
            return True
        called = [_called(name) for name in (entry.authors or entry.editors)[:1]]
        windows = self.before_year.get(entry.year_first or "", ())
        if not called or not called[0] or not windows:
            return False
        pattern = re.compile(rf"\b(?:{called[0]})\b")
        return any(pattern.search(window) for window in windows)


def _called(name: Name) -> str:
    """Give a pattern for what an author may be called: by name, a body by initials, last words."""
    if not name.literal:
        return _inflected(fold(name.family))
    words = fold(name.literal).split()
    forms = {" ".join(words), " ".join(words[-3:]), *map(fold, acronyms(name.literal))}
    return "|".join(_inflected(form) for form in sorted(forms) if form)


def _inflected(name: str) -> str:
    """Give a pattern for a name and its cases: Kennan's, Wettigs, Егоровой."""
    if not _CYRILLIC.search(name):
        return rf"{re.escape(name)}s?"
    return rf"{re.escape(name.rstrip('аяоиь'))}\w{{0,3}}"
