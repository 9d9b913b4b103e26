"""XML by its root: TEI, JATS, XHTML; anything else is refused with its name."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from srccheck.errors import UnreadableFileError
from srccheck.text import Manuscript

_ROOT = re.compile(
    r"""(?:
        \s++ | <!--.*?--> | <\?.*?\?>
      | <!DOCTYPE(?:[^\[\]<>"']|"[^"]*"|'[^']*')*+(?:\[.*?\]\s*+)?>
    )*+<(?P<name>[A-Za-z_][\w:.-]*)(?P<rest>[^<>]*)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SUBSET = re.compile(r"<!DOCTYPE[^\[<>]*\[(?P<subset>.*?)\]\s*>", re.DOTALL | re.IGNORECASE)
_DECLARED = re.compile(
    r"<!ENTITY\s+(?P<parameter>%\s+)?(?P<name>[\w:.-]+)\s+"
    r"(?:(?P<outside>SYSTEM|PUBLIC)\b|\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)')"
)
_REFERENCE = re.compile(r"&(?!#)|%\w|<")
HEAD = 100_000  # code points in which a file's DOCTYPE begins
LONGEST_ENTITY = 200  # code points
_TEI = frozenset({"TEI", "TEI.2", "teiCorpus", "text"})
_JATS = frozenset({"article", "book", "book-part", "book-part-wrapper"})
_JATS_SIGN = re.compile(r"<(?:front|article-meta|article-title|ref-list|sec|journal-meta|body)\b")


def read_xml(source: str, path: str, encoding: str) -> Manuscript:
    """Read a TEI or JATS file. UnreadableFileError where it is other XML, or may not be opened."""
    entities = _entities(source, path)
    match = _ROOT.match(source)
    if match is None:
        raise UnreadableFileError(
            "this is no XML: it has no root element", where=path, advice="Check what the file holds"
        )
    root = match["name"].rpartition(":")[2]
    if root.lower() == "html":
        from srccheck.readers.markup.html import read_html

        return read_html(source, path, encoding)
    if root in _TEI and (root != "text" or "tei-c.org" in match["rest"]):
        from srccheck.readers.markup.tei import read_tei

        return read_tei(source, path, encoding, entities)
    if root in _JATS and _JATS_SIGN.search(source) and "docbook" not in match["rest"]:
        from srccheck.readers.markup.jats import read_jats

        return read_jats(source, path, encoding, entities)
    raise UnreadableFileError(
        f"this is XML of a kind that is not read (its root is <{root[:40]}>)",
        where=path,
        advice="srccheck reads TEI, JATS and XHTML: export one of these, or text",
    )


def _entities(source: str, path: str) -> Mapping[str, str]:
    """Give the entities that the file declares for itself, as far as each is a plain text.

    One that opens another file, or is built of others, is refused: no manuscript needs it.
    """
    begin = source[:HEAD].upper().find("<!DOCTYPE")
    subset = _SUBSET.match(source, begin) if begin >= 0 else None
    if subset is None:
        return {}
    declared: dict[str, str] = {}
    for match in _DECLARED.finditer(subset["subset"]):
        if match["outside"]:
            raise UnreadableFileError(
                f"this XML asks for another file to be opened (the entity {match['name'][:40]})",
                where=path,
                advice="Nothing was opened. Take the declaration out of its DOCTYPE",
            )
        value = match["two"] if match["two"] is not None else match["one"]
        if match["parameter"] or _REFERENCE.search(value) or len(value) > LONGEST_ENTITY:
            raise UnreadableFileError(
                f"this XML builds its text from entities (the entity {match['name'][:40]})",
                where=path,
                advice="Such a file can grow without bound. Write the text out, and check that",
            )
        declared[match["name"]] = html.unescape(value)
    return declared
