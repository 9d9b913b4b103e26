"""OpenDocument texts in one XML file (.fodt): the parts of an .odt without the zip."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

from srccheck.errors import UnreadableFileError
from srccheck.readers.office.odt import read_odt
from srccheck.text import Manuscript

_BEGIN = re.compile(rb"<office:document(?=[\s>])")
_END = b"</office:document>"


def read_flat(data: bytes, path: str) -> Manuscript:
    """Read a flat OpenDocument text; UnreadableFileError where it is none, or damaged."""
    if not _BEGIN.search(data[:100_000]) or _END not in data[-1000:]:
        raise UnreadableFileError(
            "this is no flat OpenDocument text, or the end of it is missing",
            where=path,
            advice="Save it as .odt or .docx, and check that",
        )
    content = _BEGIN.sub(b"<office:document-content", data, count=1)
    head, _, tail = content.rpartition(_END)
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("content.xml", head + b"</office:document-content>" + tail)
    return replace(read_odt(held.getvalue(), path), format="fodt")
