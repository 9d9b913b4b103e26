"""Bytes to text: what a file is, and in which encoding."""

from __future__ import annotations

import codecs
import re

from srccheck.errors import UnreadableFileError

_SIGNATURES = (
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ADVICE = "srccheck reads plain text and Markdown"
SAMPLE = 65536  # bytes looked at to tell a binary file


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Give the text of a file, newlines untouched and without a mark of byte order, and its encoding.

    Raises UnreadableFileError for an empty or a binary file.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFileError(f"this is {kind}, not a text", where=path, advice=_ADVICE)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data, name, path), path), name.replace("-sig", "")
    if _CONTROL.search(data[:SAMPLE]):
        raise UnreadableFileError("this is a binary file, not a text", where=path, advice=_ADVICE)
    try:
        return _checked(data.decode("utf-8"), path), "utf-8"
    except UnicodeDecodeError:
        name = _legacy(data)
        return _checked(data.decode(name, errors="replace"), path), name


def _strict(data: bytes, name: str, path: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"the text cannot be decoded as {name}, byte {error.start}",
            where=path,
            advice="Save it as UTF-8",
        ) from None


def _checked(text: str, path: str) -> str:
    if not text.strip():
        raise UnreadableFileError(
            "the file is empty", where=path, advice="There is nothing to check"
        )
    return text


def _legacy(data: bytes) -> str:
    """Tell cp1251, koi8-r and cp1252 apart by where their letters lie."""
    high = [byte for byte in data[:SAMPLE] if byte >= 0x80]
    if len(high) * 8 < len(data[:SAMPLE]):
        return "cp1252"
    lower_1251 = sum(byte >= 0xE0 for byte in high)
    lower_koi8 = sum(0xC0 <= byte < 0xE0 for byte in high)
    return "cp1251" if lower_1251 >= lower_koi8 else "koi8-r"
