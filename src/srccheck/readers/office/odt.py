"""OpenDocument texts (.odt, ISO/IEC 26300)."""

from __future__ import annotations

from srccheck.errors import UnreadableFileError
from srccheck.readers.office.extraction import Collector, Extraction
from srccheck.readers.office.fields import bookmark_codes
from srccheck.readers.office.manuscript import to_manuscript
from srccheck.readers.office.odt_styles import TextStyles
from srccheck.readers.office.odt_walk import OFFICE, OdtWalk
from srccheck.readers.office.package import Package, locked
from srccheck.text import Manuscript

FORMAT = "odt"
KIND = "an OpenDocument text"
_MANIFEST = "META-INF/manifest.xml"


def read_odt(data: bytes, path: str) -> Manuscript:
    """Read an OpenDocument text; UnreadableFileError where it is none, damaged or locked."""
    return to_manuscript(extract_odt(data, path), path, FORMAT)


def extract_odt(data: bytes, path: str) -> Extraction:
    """Write out the text of a document; its offsets are those of the manuscript's source."""
    package = Package(data, path, KIND)
    if _MANIFEST in package and b"encryption-data" in package.part(_MANIFEST):
        raise locked(path)
    root = package.xml("content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableFileError(
            "this is an OpenDocument file, but not a text",
            where=path,
            advice="Save the text as .odt or .docx, and check that",
        )
    named = [package.xml("styles.xml")] if "styles.xml" in package else []
    codes = bookmark_codes(package.xml("meta.xml")) if "meta.xml" in package else {}
    collector = Collector()
    try:
        OdtWalk(TextStyles(*named, root), collector, codes).document(body)
    except RecursionError:
        raise package.damaged() from None
    extraction = collector.extraction()
    if not extraction.text:
        raise UnreadableFileError(
            "the file is empty", where=path, advice="There is nothing to check"
        )
    return extraction
