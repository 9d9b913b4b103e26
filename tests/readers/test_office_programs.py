"""Documents written by pandoc and LibreOffice read as their source does.

Skipped where the programs, or the texts, are not at hand.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from srccheck.readers import read
from srccheck.text import Manuscript, StreamKind

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PANDOC = shutil.which("pandoc")
# Every note of these is cited once; what pandoc takes for a figure or a title is left aside.
NAMES = ["crdh_v01-03-sites-of-sovereignty.md", "crdh_v02-14-race-and-place.md"]


def apparatus(manuscript: Manuscript) -> list[tuple[str, str | None, str, str]]:
    """Give notes and entries: kind, label or heading, text, what is emphasised in it."""
    return [
        (
            stream.kind.value,
            stream.label or stream.heading,
            stream.text[each.start : each.end],
            "|".join(
                stream.text[run.start : run.end]
                for run in stream.emphasis
                if each.start <= run.start < each.end
            ),
        )
        for stream in manuscript.streams
        if stream.kind is not StreamKind.BODY
        for each in stream.paragraphs
    ]


def prose(manuscript: Manuscript) -> list[str]:
    """Give the paragraphs of the body that are no figures."""
    stream = manuscript.streams[0]
    each = [stream.text[one.start : one.end] for one in stream.paragraphs]
    return [one for one in each if "{%" not in one]


def run(*command: str | Path) -> None:
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, check=False, timeout=180
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")


@pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_pandoc(shared: Path, tmp_path: Path, name: str, form: str) -> None:
    source, target = shared / "manuscripts" / name, tmp_path / f"a.{form}"
    run("pandoc", "-f", "markdown-smart", source, "-o", target)
    expected, found = read(source.read_bytes(), name), read(target.read_bytes(), target.name)
    assert len(apparatus(expected)) > 30
    assert apparatus(found) == apparatus(expected)
    first = prose(expected)[0]
    assert prose(found)[prose(found).index(first) :] == prose(expected)  # after title and abstract


@pytest.mark.skipif(PANDOC is None or OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_libreoffice(shared: Path, tmp_path: Path, form: str) -> None:
    source, target = shared / "manuscripts" / NAMES[1], tmp_path / "a.docx"
    run("pandoc", "-f", "markdown-smart", source, "-o", target)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "out"
    run(OFFICE or "", profile, "--headless", "--convert-to", form, "--outdir", out, target)
    expected = read(target.read_bytes(), target.name)
    found = read((out / f"a.{form}").read_bytes(), f"a.{form}")
    assert apparatus(found) == apparatus(expected)
    assert prose(found) == prose(expected)
