"""A text file that can be changed and written back, everything else untouched."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import replace

from srccheck.fixing.apply import apply_fixes
from srccheck.fixing.dialect import written
from srccheck.readers.decode import decode
from srccheck.rules import Diagnostic
from srccheck.values import dataclass

_MARKS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF32_LE,  # begins like that of UTF-16
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
)
_ORDERED = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text, its encoding, the byte-order mark in front of it, and its format."""

    text: str
    encoding: str
    mark: bytes = b""
    form: str = "text"

    @classmethod
    def of(cls, data: bytes, path: str, form: str = "text") -> TextFile | None:
        """Read a file; None where it would not come back byte for byte."""
        text, encoding = decode(data, path)
        mark = next((each for each in _MARKS if data.startswith(each)), b"")
        file = cls(text, _ORDERED.get(mark, encoding), mark, form)
        try:
            return file if file.data == data else None
        except (UnicodeEncodeError, LookupError):
            return None

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.mark + self.text.encode(self.encoding)

    def fixed(self, diagnostics: Sequence[Diagnostic]) -> tuple[TextFile, tuple[Diagnostic, ...]]:
        """Make the fixes that the format can write, and whose every letter the encoding has."""
        forms = (written(each, self.form, self.text) for each in diagnostics)
        text, applied = apply_fixes(
            self.text, [each for each in forms if each is not None and self._holds(each)]
        )
        return replace(self, text=text), applied

    def _holds(self, diagnostic: Diagnostic) -> bool:
        try:
            for each in diagnostic.fix.edits if diagnostic.fix else ():
                each.replacement.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True
