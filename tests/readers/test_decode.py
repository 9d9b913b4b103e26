"""Bytes as they come: encodings, and what is no text."""

from __future__ import annotations

import codecs
import zipfile
from io import BytesIO

import pytest
from reading import paragraphs

from srccheck.errors import UnreadableFileError
from srccheck.readers import read

RUSSIAN = "Российский государственный архив, Ф. 17. Оп. 3. Д. 1080. Л. 55. Ёлка и объём «работ»."
LATIN = "Müller said “Fußnoten” – Ménage, p. 5. " * 3
RECORD = "РГАСПИ. Ф. 17. Оп. 3."
ENGLISH = "The record (RGASPI, f. 17) is long; only «Правда» is not. " * 9

ENCODINGS = [
    (RUSSIAN, "utf-8", b"", "utf-8"),
    (RUSSIAN, "utf-8", codecs.BOM_UTF8, "utf-8"),
    (RUSSIAN, "utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
    (RUSSIAN, "utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
    (RUSSIAN, "utf-16-le", b"", "utf-16-le"),
    (LATIN, "utf-16-be", b"", "utf-16-be"),
    (RUSSIAN, "utf-32-le", codecs.BOM_UTF32_LE, "utf-32"),
    (RUSSIAN, "cp1251", b"", "cp1251"),
    (RUSSIAN.replace("«", '"').replace("»", '"'), "koi8-r", b"", "koi8-r"),
    (RUSSIAN.replace("«", '"').replace("»", '"'), "cp866", b"", "cp866"),
    (RECORD, "cp1251", b"", "cp1251"),
    (RECORD.lower(), "koi8-r", b"", "koi8-r"),
    (ENGLISH, "cp1251", b"", "cp1251"),
    (LATIN, "cp1252", b"", "cp1252"),
    ("Plain ASCII.", "ascii", b"", "utf-8"),
]


POLISH = "Źródła do dziejów Łodzi: zeszyt trzeci, część pierwsza – ąę żółw. " * 3
CZECH = "Příběh žluťoučkého koně říká, že dějiny české země běží dál. " * 3
HUNGARIAN = "A történelmi források őrzése, a levéltár új kötete és az űr. " * 3
FRENCH = "L’été, à Orléans, où l’archive a brûlé, le garçon était très âgé. " * 3
SPANISH = "¿Cuándo? El año próximo, señor, la guía del archivo español. " * 3
PORTUGUESE = "A coleção não está à disposição; informações e documentação. " * 3
DANISH = "Året efter så man på øen, at præsten havde gået langs åen. " * 3
WESTERN = [(text, "cp1252") for text in (FRENCH, SPANISH, PORTUGUESE, DANISH)]
CENTRAL = [(text, "cp1250") for text in (POLISH, CZECH, HUNGARIAN)]


@pytest.mark.parametrize(("text", "codec"), [*WESTERN, *CENTRAL])
def test_west_and_centre_of_europe(text: str, codec: str) -> None:
    manuscript = read(text.encode(codec), "a.txt")
    assert (manuscript.encoding, manuscript.source) == (codec, text)


DECLARED = [
    ('<?xml version="1.0" encoding="koi8-r"?><TEI><text><p>Ф</p></text></TEI>', "koi8-r", "a.xml"),
    ("<meta charset=windows-1253><p>Ωραίο</p>", "cp1253", "a.html"),
    ('<meta http-equiv=x content="text/html; charset=iso-8859-1"><p>“é”</p>', "cp1252", "a.html"),
    (r"\usepackage[maccyr]{inputenc} Фонд", "mac-cyrillic", "a.tex"),
    (r"\usepackage[latin2]{inputenc} šž", "iso8859-2", "a.tex"),
]


@pytest.mark.parametrize(("text", "codec", "name"), DECLARED)
def test_what_a_file_says_of_itself_counts(text: str, codec: str, name: str) -> None:
    manuscript = read(text.encode(codec), name)
    assert (manuscript.encoding, manuscript.source) == (codec, text)


def test_what_a_file_says_of_itself_is_not_believed_against_its_bytes() -> None:
    text = "<meta charset=windows-1251><p>Фонд</p>"
    assert read(text.encode(), "a.html").encoding == "utf-8"
    wrong = '<meta charset="x-unknown"><p>Фонд семнадцать, опись</p>'.encode("cp1251")
    assert read(wrong, "a.html").encoding == "cp1251"


@pytest.mark.parametrize(("text", "codec", "bom", "name"), ENCODINGS)
def test_encodings(text: str, codec: str, bom: bytes, name: str) -> None:
    manuscript = read(bom + text.encode(codec), "a.txt")
    assert manuscript.source == text
    assert manuscript.encoding == name
    assert " ".join(paragraphs(manuscript.streams[0])) == text.strip()


def _zip(*names: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


REFUSED = [
    (b"", "empty"),
    (b" \r\n\t\n", "empty"),
    (codecs.BOM_UTF8, "empty"),
    ("\u00a0\u200b\n".encode(), "empty"),
    (b"text\x00with\x00\x00\x01 zeros", "binary"),
    (_zip("[Content_Types].xml", "word/document.xml"), "Word file"),
    (_zip("mimetype", "content.xml"), "OpenDocument"),
    (_zip("a.txt"), "zip"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff\xe0", "picture"),
    (b"GIF89a", "picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
    (b"\x1f\x8b\x08", "compressed"),
    (codecs.BOM_UTF8 + b"\xff\xfe text", "UTF-8"),
    (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", "UTF-16"),
]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(("data", "what"), REFUSED)
def test_what_cannot_be_read_is_named(data: bytes, what: str, name: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, name)
    assert what in caught.value.what
    assert caught.value.where == name
    assert caught.value.advice
