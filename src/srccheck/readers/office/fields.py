"""The data that reference managers keep in a document: CSL JSON, EndNote's XML.

Zotero and Mendeley write CSL JSON (the citation items of https://citationstyles.org) into the code
of a Word field, of a reference mark in OpenDocument, or, the later Mendeley, into the tag of a
content control; EndNote writes XML. What cannot be read is no data, and never an error.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import TYPE_CHECKING, Any

from srccheck.text.fields import FieldData, FieldItem

if TYPE_CHECKING:
    from lxml import etree

LONGEST = 2_000_000  # code points of the data of one field

_YEAR = re.compile(r"-?\d{1,4}")
_WEB = re.compile(r"https?://|ftp://", re.IGNORECASE)
_MANAGERS = re.compile(
    r"https?://(?:www\.)?(?:zotero\.org/google-docs/|paperpile\.com/[bc]/)", re.IGNORECASE
)
_BOOKMARK = re.compile(r"(?P<name>ZOTERO_BREF_\w+?)_(?P<number>\d{1,6})")
_TAG = re.compile(r"<[^<>]*>")
_ENDNOTE_END = "</EndNote>"
_MENDELEY = "MENDELEY_CITATION_v"
_BIBLIOGRAPHY = re.compile(
    r"""\s*(?:ADDIN\s+(?:ZOTERO_BIBL|Mendeley\s+Bibliography|EN\.REFLIST|CitaviBibliography|RefMgr\sReflist)
        |BIBLIOGRAPHY\b|ZOTERO_BIBL|CSL_BIBLIOGRAPHY|ADDIN\s+PAPERS2_BIBLIOGRAPHY)""",
    re.VERBOSE,
)
_BIBLIOGRAPHY_TAG = re.compile(r"MENDELEY_BIBLIOGRAPHY|CitaviBibliography", re.IGNORECASE)


def is_bibliography(code: str) -> bool:
    """Tell the code of a field that holds a reference list."""
    return _BIBLIOGRAPHY.match(code) is not None


def is_bibliography_tag(tag: str) -> bool:
    """Tell the tag of a content control that holds a reference list."""
    return _BIBLIOGRAPHY_TAG.match(tag) is not None


def citation_data(code: str) -> FieldData | None:
    """Give the data in the code of a field or a reference mark, None where it is no citation."""
    if "CSL_CITATION" in code:
        return _from_csl(code, "Zotero" if "ZOTERO" in code else "Mendeley")
    if "EN.CITE" in code and "<EndNote" in code:
        return _from_endnote(code)
    return None


def is_source_address(url: str) -> bool:
    """Tell a web address of a source from others that a document may link to.

    Mail and places of the same document are none, and neither are those by which reference managers
    mark their citations in Google Docs.
    """
    return _WEB.match(url) is not None and _MANAGERS.match(url) is None


def stored_code(encoded: str) -> str:
    """Give what a field keeps beside its code in base64 (w:fldData): EndNote's data."""
    if len(encoded) > LONGEST:
        return ""
    try:
        decoded = base64.b64decode(encoded.encode("ascii")).rstrip(b"\0").decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
    return decoded if decoded.startswith("<EndNote") else ""


def bookmark_codes(properties: etree._Element) -> dict[str, str]:
    """Give the codes that Zotero keeps for bookmarks, by the bookmark's name.

    In its mode for several word processors a document's own properties hold them, divided into
    pieces: ZOTERO_BREF_name_1, ZOTERO_BREF_name_2.
    """
    pieces: dict[str, dict[int, str]] = {}
    for each in properties.iter():
        names = [str(each.get(key)) for key in map(str, each.keys()) if key.endswith("name")]
        match = _BOOKMARK.fullmatch(names[0]) if names else None
        if match:
            pieces.setdefault(match["name"], {})[int(match["number"])] = _inside(each)
    return {
        name: "".join(parts[number] for number in sorted(parts)) for name, parts in pieces.items()
    }


def tag_data(tag: str) -> FieldData | None:
    """Give the data in the tag of a content control (Mendeley Cite)."""
    if not tag.startswith(_MENDELEY) or len(tag) > LONGEST:
        return None
    _, _, encoded = tag[len(_MENDELEY) :].partition("_")
    try:
        decoded = base64.b64decode(encoded + "=" * (-len(encoded) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return _from_csl(decoded, "Mendeley")


def _from_csl(code: str, program: str) -> FieldData | None:
    start = code.find("{")
    if start < 0 or len(code) > LONGEST:
        return None
    try:
        data, _ = json.JSONDecoder().raw_decode(code, start)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    items = data.get("citationItems")
    found = tuple(
        _csl_item(each.get("itemData"))
        for each in (items if isinstance(items, list) else [])
        if isinstance(each, dict) and isinstance(each.get("itemData"), dict)
    )
    written, manual = _written(data)
    return FieldData(program, found, written, manual)


def _written(data: dict[str, Any]) -> tuple[str | None, bool]:
    """Give the text that the program wrote last, and whether it lets a change by hand stand."""
    properties, mendeley = _dict(data.get("properties")), _dict(data.get("mendeley"))
    override = _dict(data.get("manualOverride"))
    manual = bool(
        properties.get("dontUpdate")
        or mendeley.get("manualFormatting")
        or override.get("isManuallyOverridden")
    )
    for text in (
        properties.get("plainCitation"),
        mendeley.get("plainTextFormattedCitation"),
        override.get("citeprocText"),
    ):
        if isinstance(text, str) and text.strip():
            return _TAG.sub("", text), manual
    return None, manual


def _csl_item(data: Any) -> FieldItem:
    year = ""
    issued = _dict(data.get("issued"))
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        year = str(parts[0][0])
    else:
        match = _YEAR.search(str(issued.get("raw") or issued.get("literal") or ""))
        year = match.group() if match else ""
    names = data.get("author") or data.get("editor") or []
    families = tuple(
        name
        for each in (names if isinstance(names, list) else [])
        if (name := str(_dict(each).get("family") or _dict(each).get("literal") or ""))
    )
    return FieldItem(families, year, str(data.get("title") or ""))


def _from_endnote(code: str) -> FieldData | None:
    from lxml import etree

    start = code.find("<EndNote")
    if len(code) > LONGEST:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        end = code.find(_ENDNOTE_END, start)  # what follows may say it a second time
        root = etree.fromstring(code[start : end + len(_ENDNOTE_END)].encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    items, written = [], None
    for cite in root.iter("Cite"):
        author, year = cite.findtext("Author") or "", cite.findtext("Year") or ""
        titles = cite.find(".//titles/title")
        title = "" if titles is None else _inside(titles)
        items.append(FieldItem((author,) if author else (), year.strip(), title))
        shown = cite.find("DisplayText")
        if shown is not None and written is None:
            written = _inside(shown)
    return FieldData("EndNote", tuple(items), written)


def _inside(element: etree._Element) -> str:
    """Give the text of an element and of those in it."""
    return "".join(str(each) for each in element.itertext())


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
