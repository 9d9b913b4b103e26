"""citation-field-stale (CIT018): the words of a reference manager's field are not those it wrote.

What it does:
    In Word and OpenDocument files, compares the visible text of each Zotero, Mendeley or EndNote
    citation, and of those that Word makes from its own sources, with what the program wrote there
    last, which stands in the field's data. White space, and the forms of quotation marks and
    dashes, make no difference. Where the program does not say what it wrote, or has been told to
    leave the text alone, only the year is compared with that of the cited work.
Why it matters:
    What was typed into the field, or beside it and so into it, is lost when the program refreshes
    its citations; and a year corrected in the text alone is wrong in the library, from which the
    bibliography is made.
Example:
    $ srccheck lint article.docx --select CIT018
Use instead:
    Correct the work in the reference manager and refresh the document, or move added words out of
    the field.
Fix safety:
    There is no fix: which of the two is right, the data do not say.
Options:
    None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.text import Place
from srccheck.text.fields import FieldData, FieldItem

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_SAME = str.maketrans("“”„‟«»‘’‚‛′″`‐‑‒–—−", '""""""\'\'\'\'\'"\'------')
LONGEST = 60  # code points of a difference that a message shows


class CitationFieldStale(Rule):
    """A field whose text is not what its data say."""

    code = "CIT018"
    name = "citation-field-stale"
    severity = Severity.WARNING
    summary = "the text of a Zotero, Mendeley or EndNote citation is not what its data say"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the fields that were changed by hand, or cite another year."""
        for stream in apparatus.manuscript.streams:
            for field in stream.fields:
                message = _stale(stream.text[field.start : field.end], field.data)
                if message:
                    yield Finding(Place(stream.index, field.start, field.end), message)


def _stale(shown: str, data: FieldData) -> str:
    """Say what is wrong with a field; "" where nothing is."""
    if data.written is not None and not data.manual:
        ours, theirs = _plain(shown), _plain(data.written)
        if ours != theirs:
            mine, other = _difference(ours, theirs)
            return f"changed by hand: {_quoted(mine)} where {data.program} wrote {_quoted(other)}"
        return ""
    years = set(_YEAR.findall(shown))
    for item in data.items:
        if years and _YEAR.fullmatch(item.year) and item.year not in years and _named(item, shown):
            family = item.families[0]
            listed = ", ".join(sorted(years))
            return f"{family} {listed}: {data.program}'s data have {family} {item.year}"
    return ""


def _named(item: FieldItem, shown: str) -> bool:
    return bool(item.families) and _plain(item.families[0]).casefold() in _plain(shown).casefold()


def _plain(text: str) -> str:
    """Give a text without what a word processor may set in its own way."""
    normal = unicodedata.normalize("NFKC", _HIDDEN.sub("", text)).translate(_SAME)
    return " ".join(normal.split())


def _difference(ours: str, theirs: str) -> tuple[str, str]:
    """Give the words from the first to the last that differ, in both texts."""
    mine, others = ours.split(), theirs.split()
    matcher = SequenceMatcher(None, mine, others, autojunk=False)
    changed = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    if not changed:
        return ours, theirs
    _, start, _, other_start, _ = changed[0]
    _, _, end, _, other_end = changed[-1]
    if start == end or other_start == other_end:  # words were added: show one beside them
        start, other_start = max(start - 1, 0), max(other_start - 1, 0)
    return " ".join(mine[start:end]), " ".join(others[other_start:other_end])


def _quoted(text: str) -> str:
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= LONGEST else f"“{text[: LONGEST - 1].rstrip()}…”"
