"""The zip that a document is: its parts, read without trust.

A file that someone else made may be cut off, locked, or built to fill the memory: a part that
unpacks to gigabytes, a document type that doubles itself thirty times, an entity that names a file
of this machine. Every part is read up to a limit, no entity is ever resolved, and nothing is
fetched.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from srccheck.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 64 * 1024 * 1024
"""Bytes of one part, unpacked. The text of a book of 1,500 pages takes a third of it."""

TAGS = 2_000_000
"""Tags of one part, some 2,000 pages of them: the parsed tree takes 200 bytes for each."""

PARTS = 20_000
"""Parts of one file: every picture is one."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Package:
    """An opened document. Raises UnreadableFileError with a sentence where it cannot be one."""

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        """``kind`` names the format to a user: "a Word file"."""
        self.path = path
        self.kind = kind
        if data.startswith(_OLE):
            raise _refused_ole(data, path)
        if not data.startswith(b"PK"):
            raise UnreadableFileError(
                "the file is empty" if not data.strip() else f"this is not {kind}",
                where=path,
                advice=f"Its ending says that it is {kind}: open it, and save it as one",
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except UNPACKING:
            raise self.damaged() from None
        # Some old programs write the separators of Windows.
        self._names = {info.filename.replace("\\", "/"): info for info in infos}
        if len(self._names) > PARTS:
            raise self.too_large()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def part(self, name: str) -> bytes:
        """Give the bytes of a part."""
        info = self._names.get(name)
        if info is None:
            raise UnreadableFileError(
                f"this is not {self.kind}: it has no part {name}",
                where=self.path,
                advice="Open it in the program that wrote it, and save it again",
            )
        if info.flag_bits & 1:
            raise locked(self.path)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(LARGEST + 1)
        except RuntimeError:
            raise locked(self.path) from None
        except UNPACKING:
            raise self.damaged() from None
        if len(data) > LARGEST:
            raise self.too_large()
        return data

    def xml(self, name: str) -> etree._Element:
        """Give the parsed root of a part."""
        return parse_xml(self.part(name), self, name)

    def damaged(self) -> UnreadableFileError:
        """Give the error for a zip that is cut off or broken."""
        return UnreadableFileError(
            f"{self.kind} that is damaged or cut off",
            where=self.path,
            advice="Copy it again from where it came, or open it in its program and save it anew",
        )

    def too_large(self) -> UnreadableFileError:
        """Give the error for a file that unpacks to more than any manuscript."""
        return UnreadableFileError(
            f"{self.kind} that unpacks to more than any manuscript would hold",
            where=self.path,
            advice="If it is a real one, divide it into chapters",
        )


def parse_xml(data: bytes, package: Package, name: str) -> etree._Element:
    """Parse a part of a package: no entities, no document type, no network, a bounded tree."""
    from lxml import etree

    if data.count(b"<") > TAGS:
        raise package.too_large()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = f", line {error.lineno}" if isinstance(error, etree.XMLSyntaxError) else ""
        raise UnreadableFileError(
            f"{package.kind} that is damaged: its part {name} is no XML{line}",
            where=package.path,
            advice="Open it in its program, and save it anew",
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(
            f"{package.kind} that declares a document type in {name}, which none may",
            where=package.path,
            advice="It was not written by an office program; do not trust it",
        )
    return root


def _refused_ole(data: bytes, path: str) -> UnreadableFileError:
    if _ENCRYPTED in data:
        return locked(path)
    return UnreadableFileError(
        "this is an old Word file (.doc)", where=path, advice="Save it as .docx, and check that"
    )


def locked(path: str) -> UnreadableFileError:
    """Give the error for a file that only its password opens."""
    return UnreadableFileError(
        "this file is protected by a password",
        where=path,
        advice="Open it, remove the password, and save it",
    )
