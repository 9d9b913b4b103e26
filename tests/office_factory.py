"""Small Word and OpenDocument files, written from snippets of their XML."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
V = "urn:schemas-microsoft-com:vml"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:wps="{WPS}" xmlns:v="{V}" xmlns:m="{M}"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
 <w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>
 <w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Betont"><w:name w:val="Emphasis"/>
 <w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Versteckt"><w:name w:val="Hid"/>
 <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bib"><w:name w:val="Bibliography"/></w:style>
"""


def r(text: str, properties: str = "") -> str:
    """Give a run."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def i(text: str) -> str:
    """Give a run in italics."""
    return r(text, "<w:i/>")


def p(*content: str, style: str = "", properties: str = "") -> str:
    """Give a paragraph; content that is no XML is a run."""
    runs = "".join(each if each.startswith("<") else r(each) for each in content)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return f"<w:p>{inside}{runs}</w:p>"


def h(text: str, level: int = 1) -> str:
    """Give a heading."""
    return p(text, style=f"berschrift{level}")


def field(code: str, *result: str) -> str:
    """Give a complex field, its code in two pieces as Word divides them."""
    runs = "".join(each if each.startswith("<") else r(each) for each in result)
    half = code.rfind(" ", 0, len(code) // 2)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code[:half]}</w:instrText></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code[half:]}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def foot(number: int) -> str:
    """Give the mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def end(number: int) -> str:
    """Give the mark of an endnote."""
    return f'<w:r><w:endnoteReference w:id="{number}"/></w:r>'


def docx(
    *body: str,
    footnotes: Mapping[int, str] | None = None,
    endnotes: Mapping[int, str] | None = None,
    settings: str = "",
    links: Mapping[str, str] | None = None,
    section: str = "",
    parts: Mapping[str, str] | None = None,
    properties: Mapping[str, str] | None = None,
) -> bytes:
    """Give a Word file. Notes map an id to paragraphs; ``links`` an id to an address.

    ``properties`` are those that programs keep with a document.
    """
    relationships = [
        ("rS", f"{R}/styles", "styles.xml", ""),
        ("rT", f"{R}/settings", "settings.xml", ""),
        *(
            (each, f"{R}/hyperlink", to, ' TargetMode="External"')
            for each, to in (links or {}).items()
        ),
    ]
    files = {
        "word/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        "word/settings.xml": f"<w:settings {NAMESPACES}>{settings}</w:settings>",
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{''.join(body)}<w:sectPr>{section}</w:sectPr>"
            "</w:body></w:document>"
        ),
    }
    relationships += [
        (f"rX{at}", f"{R}/customXml", f"../{name}", "")
        for at, name in enumerate(parts or {})
        if name.startswith("customXml/")
    ]
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes is not None:
            relationships.append((f"r{kind}", f"{R}/{kind}s", f"{kind}s.xml", ""))
            inside = "".join(
                f'<w:{kind} w:id="{each}">{text}</w:{kind}>' for each, text in notes.items()
            )
            files[f"word/{kind}s.xml"] = f"<w:{kind}s {NAMESPACES}>{inside}</w:{kind}s>"
    files |= parts or {}
    first = [("r1", f"{R}/officeDocument", "word/document.xml", "")]
    if properties:
        first.append(("r2", f"{R}/custom-properties", "docProps/custom.xml", ""))
        files["docProps/custom.xml"] = _properties(properties)
    return packed(
        {
            "[Content_Types].xml": _types(files),
            "_rels/.rels": _relationships(first),
            "word/_rels/document.xml.rels": _relationships(relationships),
            **files,
        }
    )


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Give a zip of files, the same bytes every time."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            text = content
            if isinstance(text, str) and name.endswith((".xml", ".rels")) and "<?xml" not in text:
                text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _properties(values: Mapping[str, str]) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006"
    inside = "".join(
        f'<property name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for name, value in values.items()
    )
    return (
        f'<Properties xmlns="{kind}/custom-properties" xmlns:vt="{kind}/docPropsVTypes">'
        f"{inside}</Properties>"
    )


def _relationships(rows: list[tuple[str, str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{each}" Type="{kind}" Target="{target}"{mode}/>'
        for each, kind, target, mode in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _types(files: Mapping[str, str]) -> str:
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD}.{kinds.get(stem, stem)}+xml"/>'
        for name in files
        if (stem := name.removeprefix("word/").removesuffix(".xml")).isalpha()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip

ODT_STYLES = """
<style:style style:name="I" style:family="text">
 <style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Up" style:family="text">
 <style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Gone" style:family="text">
 <style:text-properties text:display="none"/></style:style>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="Quote" style:family="paragraph">
 <style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Upright" style:family="text">
 <style:text-properties fo:font-style="normal"/></style:style>
<style:style style:name="Bibliography_20_1" style:family="paragraph"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Bibliography_20_1"/>
"""


def odt(*body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Give an OpenDocument text with the content of its body."""
    content = (
        f"<office:document-content {ODF_NAMESPACES}>"
        f"<office:automatic-styles>{ODT_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content, **(parts or {})})


def odt_note(label: str, *paragraphs: str, kind: str = "footnote") -> str:
    """Give a note where its mark stands."""
    inside = "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{inside}</text:note-body></text:note>"
    )
