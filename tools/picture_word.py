"""Draws docs/pictures/annotated.png: what a Word file looks like after ``srccheck annotate``.

    python tools/picture_word.py [FILE.docx] [--output FILE.png] [--page N]

The example of this repository becomes a Word file by pandoc, gets its remarks, and LibreOffice
prints it with the remarks in the margin; pdftoppm (poppler) makes the picture. All three have to be
installed. With a Word file of your own it draws that.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from srccheck.lint import lint
from srccheck.report.docx import annotate

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "vlora.md"
TARGET = ROOT / "docs" / "pictures" / "annotated.png"
IN_MARGIN = 4  # of the ways in which Writer prints comments
SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content">
<prop oor:name="Note" oor:op="fuse"><value>{IN_MARGIN}</value></prop></item>
</oor:items>
"""


def main() -> None:
    """Draw a picture of one page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="a Word file (the example)")
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("--page", type=int, default=1)
    given = parser.parse_args()
    programs = ("soffice", "pdftoppm") if given.file else ("pandoc", "soffice", "pdftoppm")
    if missing := [each for each in programs if shutil.which(each) is None]:
        sys.exit(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        article = given.file or _example(here)
        data = article.read_bytes()
        found = lint(data, article.name).diagnostics
        (here / "checked.docx").write_bytes(annotate(data, found, article.name))
        _draw(here, given.output, given.page)


def _example(folder: Path) -> Path:
    article = folder / "article.docx"
    _run("pandoc", EXAMPLE, "-o", article)
    return article


def _draw(folder: Path, target: Path, page: int) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    checked = folder / "checked.docx"
    _run("soffice", profile, "--headless", "--print-to-file", "--outdir", folder, checked)
    target.parent.mkdir(parents=True, exist_ok=True)
    # The page without the empty margin above it.
    part = ("-r", "100", "-x", "50", "-y", "110", "-W", "760", "-H", "480")
    only = ("-f", str(page), "-l", str(page), "-singlefile", "-png")
    _run("pdftoppm", *part, *only, folder / "checked.pdf", target.with_suffix(""))


def _run(*command: str | Path) -> None:
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False, timeout=180)
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr.decode(errors='replace').strip()}")


if __name__ == "__main__":
    main()
