"""A LaTeX manuscript: its own file, and those it includes."""

from __future__ import annotations

from dataclasses import replace

from srccheck.readers.latex.scan import Scanner, State
from srccheck.text import Manuscript
from srccheck.text.assemble import Assembler


def read_tex(source: str, path: str, encoding: str) -> Manuscript:
    """Read a LaTeX file. Never raises on any text."""
    state = State.of(source)
    assembler = Assembler(source)
    Scanner(source, assembler, state).run()
    manuscript = assembler.manuscript(path, "latex", encoding)
    return replace(
        manuscript, bibliographies=tuple(state.bibliographies), nocite=tuple(state.nocite)
    )
