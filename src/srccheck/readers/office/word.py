"""Word files (.docx, ECMA-376 and ISO/IEC 29500, transitional and strict)."""

from __future__ import annotations

from srccheck.errors import UnreadableFileError
from srccheck.readers.office.extraction import Collector, Extraction
from srccheck.readers.office.manuscript import to_manuscript
from srccheck.readers.office.word_file import WordFile
from srccheck.readers.office.word_walk import Walk
from srccheck.text import Manuscript

FORMAT = "docx"


def read_word(data: bytes, path: str) -> Manuscript:
    """Read a Word file; UnreadableFileError where it is none, damaged, locked or without text."""
    return to_manuscript(extract(WordFile(data, path)), path, FORMAT)


def extract(file: WordFile) -> Extraction:
    """Write out the text of an opened file; its offsets are those of the manuscript's source."""
    collector = Collector()
    try:
        Walk(file, collector).document()
    except RecursionError:
        raise file.package.damaged() from None
    extraction = collector.extraction()
    if not extraction.text:
        raise UnreadableFileError(
            "the file is empty", where=file.package.path, advice="There is nothing to check"
        )
    return extraction
