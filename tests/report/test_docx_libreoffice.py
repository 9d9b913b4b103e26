"""Annotated copies in LibreOffice, every comment on its words; skipped where it is absent."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from test_docx import ARTICLE, findings

from srccheck.report.docx import annotate

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"  # noqa: E741
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def comments(content: bytes) -> list[tuple[str, str, str]]:
    """Give author, first line and marked words of each comment of an OpenDocument text."""
    rows: dict[str, list[str]] = {}
    closed: set[str] = set()

    def add(text: str | None) -> None:
        for name, row in rows.items():
            if name not in closed:
                row[2] += text or ""

    def walk(element: etree._Element) -> None:
        name = element.get(f"{O}name", "")
        if element.tag == f"{O}annotation":
            first = next(element.iter(f"{TEXT}p"))
            author = element.findtext(CREATOR) or ""
            rows[name] = [author, "".join(str(each) for each in first.itertext()), ""]
        else:
            if element.tag == f"{O}annotation-end":
                closed.add(name)
            add(element.text)
            for child in element:
                walk(child)
        add(element.tail)

    walk(etree.fromstring(content))
    assert closed <= set(rows)
    return [(row[0], row[1], row[2]) for row in rows.values()]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("track", [False, True])
def test_comments_open_on_their_words(tmp_path: Path, track: bool) -> None:
    found = findings(ARTICLE)
    copy = tmp_path / "a.docx"
    copy.write_bytes(annotate(ARTICLE, found, "a.docx", track_changes=track))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        OFFICE or "",
        profile,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(copy)], capture_output=True, check=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "a.odt") as archive:
        shown = comments(archive.read("content.xml"))
    ours = [(line, words) for author, line, words in shown if author == "srccheck"]
    assert ("Editor", "Really?", "more") in shown
    assert len(ours) == len(found)
    words = {words for line, words in ours if line.startswith("CIT002")}
    assert {"Gaiduk 2010", "Gaiduk 2012", "Gaiduk 2015", "Gaiduk 2016"} <= words
    assert any("See Gaiduk 2011" in each for each in words)  # the mark carries its note
