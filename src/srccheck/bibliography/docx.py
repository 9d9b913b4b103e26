"""A plain Word file: headings, and a list with hanging indents.

Only what a word processor needs to open it (ECMA-376, parts document and styles); the same list
gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from srccheck.bibliography.inline import runs

Paragraph = tuple[str, str]  # the style's id and the text, italics marked

HEADING, SUBHEADING, ENTRY, FOND = "Heading1", "Heading2", "Bibliography", "Fond"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = _HEAD + (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.styles+xml"/></Types>'
)
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT_LINKS = _HEAD + (
    f'<Relationships xmlns="{_LINKS}"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_LINKS = _HEAD + (
    f'<Relationships xmlns="{_LINKS}"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_INVALID = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def _style(identifier: str, name: str, paragraph: str, text: str = "", *, base: bool = True) -> str:
    on = '<w:basedOn w:val="Normal"/>' if base else ""
    default = "" if base else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{on}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
    )


_FONT = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/>'
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}">'
    + _style("Normal", "Normal", "", _FONT, base=False)
    + _style(
        HEADING, "heading 1", '<w:keepNext/><w:spacing w:before="360" w:after="120"/>'
        '<w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="28"/>',
    )
    + _style(
        SUBHEADING, "heading 2", '<w:keepNext/><w:spacing w:before="240" w:after="60"/>'
        '<w:outlineLvl w:val="1"/>', "<w:b/>",
    )
    + _style(ENTRY, "Bibliography", '<w:spacing w:after="120"/>'
             '<w:ind w:left="709" w:hanging="709"/>')
    + _style(FOND, "Fond", '<w:spacing w:after="60"/><w:ind w:left="709" w:hanging="354"/>')
    + "</w:styles>"
)  # fmt: skip


def docx(paragraphs: Iterable[Paragraph], title: str = "") -> bytes:
    """Give the bytes of a Word file with these paragraphs."""
    body = "".join(map(_paragraph, paragraphs))
    document = (
        f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440"'
        ' w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body>'
        "</w:document>"
    )
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _ROOT_LINKS),
            ("word/_rels/document.xml.rels", _DOCUMENT_LINKS),
            ("word/document.xml", document),
            ("word/styles.xml", _STYLES),
        ):
            info = ZipInfo(name)  # dated 1980: the same list gives the same file
            info.compress_type = ZIP_DEFLATED
            file.writestr(info, text.encode())
    return packed.getvalue()


def _paragraph(paragraph: Paragraph) -> str:
    style, text = paragraph
    pieces = "".join(_run(*each) for each in runs(text))
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>{pieces}</w:p>"


def _run(text: str, slanted: bool) -> str:
    look = "<w:rPr><w:i/></w:rPr>" if slanted else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text.translate(_INVALID))}</w:t></w:r>'
