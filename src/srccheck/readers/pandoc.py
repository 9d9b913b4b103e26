"""What pandoc can read and srccheck cannot: e-books, Org, reStructuredText, wikis …

An installed pandoc writes the file out as HTML, and that is read. Lines and offsets are those of
this page, which nobody sees, so that places are told by note and paragraph.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import PurePath

from srccheck.errors import UnreadableFileError
from srccheck.readers.decode import decode
from srccheck.readers.markdown_keys import with_cited_keys
from srccheck.readers.markup import read_html
from srccheck.text import Manuscript

FORMATS = {
    ".epub": "epub", ".org": "org", ".rst": "rst", ".textile": "textile",
    ".wiki": "mediawiki", ".mediawiki": "mediawiki", ".fb2": "fb2", ".dbk": "docbook",
    ".docbook": "docbook", ".ipynb": "ipynb", ".muse": "muse", ".t2t": "t2t", ".creole": "creole",
}  # fmt: skip
"""The endings, and pandoc's names for what they hold."""
_BINARY = frozenset({"epub"})
_SECONDS = 60
_MEMORY = "-M768M"
_LONGEST = 30_000_000  # code points of the page
_ADVICE = "Save it as .docx or .odt, and check that"


def read_through_pandoc(data: bytes, path: str, form: str = "") -> Manuscript:
    """Read a file in pandoc's format ``form``, by its ending where none is given.

    UnreadableFileError where there is no pandoc, or where it cannot read the file.
    """
    form = form or FORMATS[PurePath(path).suffix.lower()]
    program = shutil.which("pandoc")
    if program is None:
        raise UnreadableFileError(
            f"this format ({form}) is read with the help of pandoc, which is not installed here",
            where=path,
            advice=f"Install it (https://pandoc.org). Or: {_ADVICE[0].lower()}{_ADVICE[1:]}",
        )
    if form not in _BINARY:
        data = decode(data, path)[0].encode("utf-8", "replace")
    manuscript = read_html(_page(program, data, path, form), path, "utf-8")
    if not any(stream.text for stream in manuscript.streams):
        raise UnreadableFileError(
            "the file is empty", where=path, advice="There is nothing to check"
        )
    return with_cited_keys(replace(manuscript, format=form), declared=False)


def _page(program: str, data: bytes, path: str, form: str) -> str:
    command = [program, f"--from={form}", "--to=html5-smart", "--wrap=none", "--sandbox"]
    command += ["--standalone", "--metadata", "title=", "+RTS", _MEMORY, "-RTS"]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _failed(path, f"pandoc did not finish within {_SECONDS} seconds") from None
    except OSError as error:
        raise _failed(path, f"pandoc could not be started ({error.strerror or error})") from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = " ".join(lines[:2])[:200] or f"exit code {done.returncode}"
        raise _failed(path, f"pandoc could not read this {form} file ({reason})")
    text = done.stdout[: _LONGEST * 4].decode("utf-8", "replace")[:_LONGEST]
    return text.replace("\r\n", "\n")


def _failed(path: str, what: str) -> UnreadableFileError:
    return UnreadableFileError(what, where=path, advice=_ADVICE)
