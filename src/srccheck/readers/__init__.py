"""Readers take a file's bytes and its name and give a Manuscript; one module a format.

They never change the text: what a stream shows can be followed back to the file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from srccheck.readers.decode import decode
from srccheck.readers.plain import read_plain
from srccheck.text import Manuscript

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"})
TEXT = frozenset({".txt", ".text"})
BIB = frozenset({".bib"})
WORD = frozenset({".docx", ".docm"})
ODT = frozenset({".odt"})
FLAT = frozenset({".fodt"})
ODT_TYPE = b"application/vnd.oasis.opendocument.text"  # stands first, unpacked
TEX = frozenset({".tex", ".latex", ".ltx"})
TYPST = frozenset({".typ"})
HTML = frozenset({".html", ".htm", ".xhtml"})
XML = frozenset({".xml", ".tei"})
RTF = frozenset({".rtf"})
PANDOC = frozenset(
    {".epub", ".org", ".rst", ".textile", ".wiki", ".mediawiki", ".fb2", ".dbk", ".docbook"}
    | {".ipynb", ".muse", ".t2t", ".creole"}
)
"""What an installed pandoc reads; see :mod:`srccheck.readers.pandoc`."""
SUFFIXES = MARKDOWN | TEXT | TEX | TYPST | HTML | XML | RTF | BIB | WORD | ODT | FLAT
"""What a walk through a folder takes for a manuscript."""
NAMED = frozenset({".json", ".ris", ".pdf"}) | PANDOC
"""What is read only where it is named: most JSON is no bibliography, most .rst no manuscript."""

__all__ = ["NAMED", "SUFFIXES", "Load", "read"]


Load = Callable[[str], bytes | None]
"""Gives the bytes of a file that a manuscript names, by its name there; None where it cannot."""


def read(data: bytes, path: str, load: Load | None = None) -> Manuscript:
    """Read a file by its suffix; UnreadableFileError where it is empty or no text.

    A reader opens no files: what a manuscript includes it asks ``load`` for.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in WORD or (data.startswith(b"PK") and b"word/document.xml" in data):
        from srccheck.readers.office.word import read_word

        return read_word(data, path)
    if suffix in FLAT:
        from srccheck.readers.office.flat import read_flat

        return read_flat(data, path)
    if suffix in ODT or (data.startswith(b"PK") and ODT_TYPE in data[:100]):
        from srccheck.readers.office.odt import read_odt

        return read_odt(data, path)
    if suffix == ".pdf" or data.startswith(b"%PDF"):
        from srccheck.readers.pdf import read_pdf

        return read_pdf(data, path)
    if suffix in RTF or data.startswith(b"{\\rtf"):
        from srccheck.readers.rtf import read_rtf

        return read_rtf(data, path)
    if suffix in PANDOC:
        from srccheck.readers.pandoc import read_through_pandoc

        return read_through_pandoc(data, path)
    source, encoding = decode(data, path)
    if suffix in TEX:
        from srccheck.readers.latex import read_tex

        return read_tex(source, path, encoding, load)
    if suffix in TYPST:
        from srccheck.readers.typst import read_typst

        return read_typst(source, path, encoding)
    if suffix in HTML:
        from srccheck.readers.markup import read_html

        return read_html(source, path, encoding)
    if suffix in XML:
        from srccheck.readers.markup import read_xml

        return read_xml(source, path, encoding)
    if suffix in MARKDOWN:
        from srccheck.readers.markdown import read_markdown

        return read_markdown(source, path, encoding)
    if suffix in BIB:
        from srccheck.readers.bib import read_bib

        return read_bib(source, path, encoding)
    if suffix == ".json":
        from srccheck.readers.csl import read_csl

        return read_csl(source, path, encoding)
    if suffix == ".ris":
        from srccheck.readers.ris import read_ris

        return read_ris(source, path, encoding)
    return read_plain(source, path, encoding)
