"""The generated book as a Word file: footnotes, and runs as Word divides them.

Word begins a run wherever the text was once edited, with the same properties over and over; that,
not the text, is what a reader spends its time on.
"""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO

from book import make_book

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LOOK = (
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US"/></w:rPr>'
)
PAGE = 2_700  # bytes of text, notes included


def make_word_book(pages: int, notes: int, seed: int = 1) -> tuple[bytes, int]:
    """Give a Word file of so many pages and footnotes, and how many citations are in it."""
    chance = random.Random(seed)
    book = make_book(pages * PAGE, seed=seed)
    text, _, listed = book.text.partition("\n\nReferences\n\n")
    body: list[str] = []
    footnotes: list[str] = []
    for paragraph in text.split("\n\n"):
        cited = re.search(r" \(([^()]+)\)", paragraph)
        if cited is None or len(footnotes) == notes:
            body.append(f"<w:p>{_runs(paragraph, chance)}</w:p>")
            continue
        number = len(footnotes) + 1
        before, after = paragraph[: cited.start()], paragraph[cited.end() :]
        mark = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        body.append(f"<w:p>{_runs(before, chance)}{mark}{_runs(after, chance)}</w:p>")
        inside = f"<w:p>{_runs(f'{cited[1]}.', chance)}</w:p>"
        footnotes.append(f'<w:footnote w:id="{number}">{inside}</w:footnote>')
    heading = "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>References</w:t></w:r></w:p>"
    entries = (f"<w:p>{_runs(entry.strip(), chance)}</w:p>" for entry in listed.split("\n\n"))
    document = "".join((*body, heading, *entries))
    return _packed(document, "".join(footnotes)), book.citations


def _runs(text: str, chance: random.Random) -> str:
    runs, at = [], 0
    while at < len(text):
        size = chance.randint(10, 90)
        piece = text[at : at + size].replace("&", "&amp;").replace("<", "&lt;")
        runs.append(
            f'<w:r w:rsidRPr="00{chance.randint(100000, 999999)}">{LOOK}'
            f'<w:t xml:space="preserve">{piece}</w:t></w:r>'
        )
        at += size
    return "".join(runs)


def _packed(body: str, footnotes: str) -> bytes:
    relationships = (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}.footnotes+xml"/></Types>'
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        )
        archive.writestr("word/_rels/document.xml.rels", relationships)
        archive.writestr(
            "word/footnotes.xml", f'<w:footnotes xmlns:w="{W}">{footnotes}</w:footnotes>'
        )
    return buffer.getvalue()
