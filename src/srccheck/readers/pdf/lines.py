"""Lines of text on pages, from a PDF or made up by a test."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from srccheck.errors import UnreadableFileError

MOST_PAGES = 3000
MOST_CHARACTERS = 20_000_000
_ITALIC = 1 << 6  # PDF 32000-1:2008, table 123
_BREAK = ("\ufffe", "\x02")  # what PDFium gives for a hyphen at a line's end
_PASSWORD = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one font on one line: its text, where it stands, how large it is (points)."""

    text: str
    left: float
    right: float
    base: float
    size: float
    italic: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: its pieces from left to right. ``base`` counts from the page's foot."""

    page: int
    pieces: tuple[Piece, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """Its text, marks of notes and all."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its height, and its lines in the order of reading."""

    number: int
    height: float
    lines: tuple[TextLine, ...]


def pages_of(data: bytes, path: str) -> list[Page]:
    """Give the pages of a PDF; UnreadableFileError where it cannot be read, or holds no text."""
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableFileError(
            "a PDF is read with the help of pypdfium2, which is not installed here",
            where=path,
            advice="Install it with: pip install 'srccheck[pdf]'",
        ) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, error) from None
    try:
        return _read(document, path)
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, error) from None
    finally:
        document.close()


def _unopened(path: str, error: Exception) -> UnreadableFileError:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return UnreadableFileError(
            "this PDF is protected by a password", where=path, advice="Save it without one"
        )
    return UnreadableFileError(
        "this PDF is damaged and cannot be opened", where=path, advice="Export it once more"
    )


def _read(document: Any, path: str) -> list[Page]:
    if len(document) > MOST_PAGES:
        raise UnreadableFileError(
            f"this PDF has more than {MOST_PAGES:,} pages", where=path, advice="Divide it"
        )
    pages: list[Page] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            raise UnreadableFileError("this PDF is too long", where=path, advice="Divide it")
        pages.append(Page(number + 1, page.get_height(), tuple(_lines(text.raw, number + 1))))
        text.close()
        page.close()
    if not any(page.lines for page in pages):
        raise UnreadableFileError(
            "this PDF holds pictures of pages and no text",
            where=path,
            advice="Have its text recognised (OCR), or check the file it was made from",
        )
    return pages


def _lines(text: Any, page: int) -> list[TextLine]:
    """Give the lines of a page: pieces that follow one another and stand on one base line."""
    lines: list[TextLine] = []
    current: list[Piece] = []
    for piece in _pieces(text):
        if current and not _same_line(current, piece):
            lines.append(line_of(page, current))
            current = []
        current.append(piece)
    if current:
        lines.append(line_of(page, current))
    return [line for line in lines if line.text.strip()]


def _same_line(current: list[Piece], piece: Piece) -> bool:
    main = max(current, key=lambda each: each.size)
    near = abs(piece.base - main.base) <= 0.6 * max(main.size, piece.size)
    return near and piece.right > current[0].left - main.size * 40


def line_of(page: int, pieces: list[Piece]) -> TextLine:
    """Put pieces into a line: from left to right, a space where there is a gap."""
    placed = sorted(pieces, key=lambda piece: piece.left)
    longest = max(placed, key=lambda piece: (len(piece.text.strip()), piece.size))
    whole: list[Piece] = []
    for piece in placed:
        text = piece.text
        if whole:
            before = whole[-1]
            gap = piece.left - before.right
            if gap > 0.2 * longest.size and not before.text.endswith(" ") and text[:1] != " ":
                text = f" {text}"
            elif before.text.endswith(" ") and text.startswith(" "):
                text = text.lstrip(" ")
        whole.append(Piece(text, piece.left, piece.right, piece.base, piece.size, piece.italic))
    return TextLine(page, tuple(whole), longest.base, longest.size)


def _pieces(text: Any) -> list[Piece]:
    """Give the runs of a page, as PDFium finds them: one for each text object of a line."""
    import pypdfium2.raw as pdfium

    found: list[Piece] = []
    letters: list[str] = []
    owner: int | None = None
    look = (0.0, 0.0, False)
    left = right = edge = 0.0
    box = [ctypes.c_double() for _ in range(4)]
    references = [ctypes.byref(each) for each in box]
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if char in "\r\n\0":
            continue
        given = pdfium.FPDFText_GetTextObject(text, at)
        key = ctypes.cast(given, ctypes.c_void_p).value if given else None
        if key is None:  # a space that PDFium adds
            if letters and not letters[-1].endswith(" "):
                letters.append(" ")
            continue
        if not pdfium.FPDFText_GetCharBox(text, at, *references):
            continue
        gap = box[0].value - edge > 0.3 * look[1] and bool(letters)
        if key != owner or gap or box[0].value < left - 2:
            if letters:
                found.append(Piece("".join(letters), left, right, *look))
            letters, owner, left = [], key, box[0].value
            look = _look(text, at, given)
        letters.append("-" if char in _BREAK else char)
        right = max(box[1].value if char.strip() else right, left)
        edge = max(box[1].value, left)
    if letters:
        found.append(Piece("".join(letters), left, right, *look))
    return [piece for piece in found if piece.text]


def _look(text: Any, at: int, given: Any) -> tuple[float, float, bool]:
    """Give the base line, the size and the slant of a character."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
    matrix = pdfium.FS_MATRIX()
    scale = 1.0
    if pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix)):
        scale = abs(matrix.d) or abs(matrix.b) or 1.0
    size = pdfium.FPDFText_GetFontSize(text, at) * scale
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 200, ctypes.byref(flags))
    known = name.value.decode("utf-8", "replace").lower()
    italic = bool(flags.value & _ITALIC) or "italic" in known or "oblique" in known
    return y.value, size, italic
