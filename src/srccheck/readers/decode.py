"""Bytes to text: what a file is, and in which encoding."""

from __future__ import annotations

import codecs
import re

from srccheck.errors import UnreadableFileError
from srccheck.readers.legacy import declared, guessed

_WORD = "Open it in Word or LibreOffice, save it as .docx, and check that"
_TEXT = "Export the text, as .docx, Markdown or plain text, and check that"
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old Word file", _WORD),
    (b"\x89PNG", "a picture", _TEXT),
    (b"\xff\xd8\xff", "a picture", _TEXT),
    (b"GIF8", "a picture", _TEXT),
    (b"\x1f\x8b", "a compressed file", "Unpack it, and check the text inside"),
)
# UTF-32 first: its mark begins like that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_VISIBLE = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")
SAMPLE = 65536  # bytes looked at to tell what a file is


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Give the text of a file, newlines untouched and no byte-order mark, and its encoding's name.

    Raises UnreadableFileError for a file that is empty, binary or of another format.
    """
    _refuse_formats(data, path)
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data, codec, path), path), name
    if _CONTROL.search(data[:SAMPLE]):
        wide = _wide(data)
        if wide is None:
            raise UnreadableFileError("this is a binary file, not a text", where=path, advice=_TEXT)
        return _checked(_strict(data, wide, path), path), wide
    try:
        return _checked(data.decode("utf-8"), path), "utf-8"
    except UnicodeDecodeError:
        return _legacy(data, path)


def _refuse_formats(data: bytes, path: str) -> None:
    if data.startswith(b"PK\x03\x04"):
        kind = "an OpenDocument file" if b"content.xml" in data else "a zip file"
        raise UnreadableFileError(f"this is {kind}, not a text", where=path, advice=_TEXT)
    for signature, kind, advice in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFileError(f"this is {kind}, not a text", where=path, advice=advice)


def _strict(data: bytes, codec: str, path: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        name = codec.removesuffix("-sig").upper()
        raise UnreadableFileError(
            f"the text cannot be decoded as {name}, byte {error.start}",
            where=path,
            advice="Save it as UTF-8",
        ) from None


def _checked(text: str, path: str) -> str:
    if not _VISIBLE.search(text):
        raise UnreadableFileError(
            "the file is empty", where=path, advice="There is nothing to check"
        )
    return text


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by the byte that its letters of one script share.

    The high byte of European text is 0, 3 or 4 (Latin, Greek, Cyrillic), and some are 0 (spaces).
    """
    if len(data) % 2:
        return None
    sample = data[: SAMPLE // 2 * 2]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        known = sum(high.count(byte) for byte in b"\x00\x01\x03\x04\x1e\x20")
        low = sample[::2] if name == "utf-16-le" else sample[1::2]
        if high.count(0) and known >= 0.95 * len(high) and low.count(0) * 50 < len(low):
            return name
    return None


def _legacy(data: bytes, path: str) -> tuple[str, str]:
    """Give the text of a file that is no Unicode: as it says, or as its bytes look."""
    name = declared(data)
    if name is not None:
        try:
            return _checked(data.decode(name), path), name
        except UnicodeDecodeError:
            pass  # it says what it is not
    name = guessed(data[:SAMPLE])
    return _checked(data.decode(name, errors="replace"), path), name
