"""What pandoc reads for us; skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from reading import paragraphs

from srccheck.errors import UnreadableFileError
from srccheck.lint import lint
from srccheck.readers import PANDOC, read
from srccheck.readers.pandoc import FORMATS
from srccheck.text import StreamKind

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")

ENDINGS = {"latex": "tex", "jats": "xml"}
ORG = """* The quay
Text[fn:1] of /it/.
[fn:1] See RGANI, f. 5, op. 49, d. ½, l. 3.
* References
Ames, Ana. /The Long Harbour/. London: Verso, 1999.
"""


@needs_pandoc
def test_org() -> None:
    manuscript = read(ORG.encode(), "a.org")
    assert manuscript.format == "org"
    assert paragraphs(manuscript.streams[0]) == ["The quay", "Text of it."]
    [note] = manuscript.of_kind(StreamKind.NOTE)
    assert (note.label, note.text) == ("1", "See RGANI, f. 5, op. 49, d. ½, l. 3.")
    [found] = [each for each in lint(ORG.encode(), "a.org").diagnostics if each.code == "ARC007"]
    assert found.where == "note 1, ¶ 5"


@needs_pandoc
@pytest.mark.parametrize("form", ["epub", "rst"])
def test_what_pandoc_writes_and_reads_is_the_same(form: str, tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "formats" / "vlora.md"
    made = tmp_path / f"a.{form}"
    command = ["pandoc", "--standalone", "--wrap=none", str(source), "--output", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    manuscript, plain = read(made.read_bytes(), made.name), read(source.read_bytes(), "a.md")
    for kind in (StreamKind.NOTE, StreamKind.REFERENCES):
        texts = [stream.text for stream in manuscript.of_kind(kind)]
        assert texts == [stream.text for stream in plain.of_kind(kind)]


@needs_pandoc
@pytest.mark.parametrize("name", ["crdh_v01-03-sites-of-sovereignty", "crdh_v02-14-race-and-place"])
@pytest.mark.parametrize("form", ["latex", "html", "jats", "rtf"])
def test_real_texts_read_the_same_in_other_formats(
    shared: Path, tmp_path: Path, name: str, form: str
) -> None:
    """What our own readers make of pandoc's LaTeX, HTML, JATS and rich text."""
    source = shared / "manuscripts" / f"{name}.md"
    made = tmp_path / f"a.{ENDINGS.get(form, form)}"
    command = ["pandoc", "--from=markdown-smart", f"--to={form}", "--standalone", str(source)]
    subprocess.run([*command, "--output", str(made)], check=True, capture_output=True)
    manuscript, plain = read(made.read_bytes(), made.name), read(source.read_bytes(), "a.md")
    for kind in (StreamKind.NOTE, StreamKind.REFERENCES):
        one, other = (
            [each.text.replace("’", "'") for each in text.of_kind(kind)]
            for text in (manuscript, plain)
        )
        assert one == other


@needs_pandoc
def test_what_pandoc_cannot_read_is_a_sentence() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(b"no zip", "a.epub")
    assert "pandoc could not read this epub file" in caught.value.what


def test_without_pandoc_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(UnreadableFileError) as caught:
        read(ORG.encode(), "a.org")
    assert "pandoc, which is not installed" in caught.value.what
    assert "https://pandoc.org" in caught.value.advice


def test_the_endings_are_those_of_the_reader() -> None:
    assert frozenset(FORMATS) == PANDOC
