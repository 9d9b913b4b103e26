"""A LaTeX manuscript: its own file, and those it includes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from srccheck.errors import UnreadableFileError
from srccheck.readers.decode import decode
from srccheck.readers.included import place_of
from srccheck.readers.latex.scan import DOCUMENT, Scanner, State
from srccheck.readers.shelf import Shelf
from srccheck.text import Manuscript, Missing, SourceFile, Span, Stream, StreamKind
from srccheck.text.assemble import Assembler

Load = Callable[[str], bytes | None]
"""Gives the bytes of a file beside the manuscript, by its name there; None where it cannot."""

MOST_FILES = 500
DEEPEST = 12  # files that include one another

_ORDER = (StreamKind.BODY, StreamKind.NOTE, StreamKind.REFERENCES)


def read_tex(source: str, path: str, encoding: str, load: Load | None = None) -> Manuscript:
    """Read a LaTeX file, and what it includes as far as ``load`` gives it.

    Never raises on any text.
    """
    project = _Project(source, path, encoding, load)
    numbers = project.state.labels
    if project.state.references & numbers.keys():  # "see note 12" is written by its name
        project = _Project(source, path, encoding, load, numbers)
    return project.manuscript()


class _Project:
    """The files of one manuscript in the order of reading; a file may be left and come back to."""

    def __init__(
        self,
        source: str,
        path: str,
        encoding: str,
        load: Load | None,
        numbers: Mapping[str, str] | None = None,
    ) -> None:
        self.load = load
        self.folder = PurePosixPath(path.replace("\\", "/")).parent
        self.state = State.of(source)
        self.state.numbers.update(numbers or {})
        first = Assembler(source)
        self.shelf = Shelf(first)
        self.files = [SourceFile(path, "latex", source, first.lines(), encoding)]
        self.parts: list[tuple[int, Assembler]] = [(0, first)]
        self.missing: list[tuple[str, int, Span, str]] = []
        self.open: list[str] = []
        self._read(0, preamble=False)

    def _read(self, number: int, *, preamble: bool) -> None:
        def include(name: str, span: Span, in_preamble: bool) -> bool:
            return self._include(name, span, number, preamble=in_preamble)

        source = self.files[number].source
        Scanner(source, self.shelf, self.state, include, preamble=preamble).run()

    def _include(self, name: str, span: Span, number: int, *, preamble: bool) -> bool:
        """Read the file ``name`` here; tell whether that could be done."""
        found = self._found(name)
        if isinstance(found, str):
            self.missing.append((name, number, span, found))
            return False
        shown, data = found
        path = str(self.folder / shown)
        try:
            source, encoding = decode(data, path)
        except UnreadableFileError as error:
            self.missing.append((name, number, span, error.what))
            return False
        self.open.append(shown)
        before = self.shelf.assembler
        self.shelf.assembler = before.following(source)
        self.files.append(SourceFile(path, "latex", source, self.shelf.assembler.lines(), encoding))
        self.parts.append((len(self.files) - 1, self.shelf.assembler))
        self._read(len(self.files) - 1, preamble=preamble)
        self.shelf.assembler = self.shelf.assembler.following(before.source)
        self.parts.append((number, self.shelf.assembler))
        self.open.pop()
        return True

    def _found(self, name: str) -> tuple[str, bytes] | str:
        """Give the file that ``name`` means, or the reason why it is not read."""
        if self.load is None:
            return ""
        names = (name,) if name.lower().endswith(".tex") else (f"{name}.tex", name)
        if any(each in self.open for each in names):
            return "it includes itself"
        if len(self.files) >= MOST_FILES or len(self.open) >= DEEPEST:
            return "there are too many files"
        for each in names:
            data = self.load(each)
            if data is not None:
                return each, data
        whole = DOCUMENT.search(self.files[0].source)  # a chapter's names count from elsewhere
        return "there is no such file in the manuscript's folder" if whole else ""

    def manuscript(self) -> Manuscript:
        """Put the streams of all files together: bodies, notes, lists, each in reading order."""
        built = [
            replace(stream, file=number)
            for number, assembler in self.parts
            for stream in assembler.streams()
        ]
        streams = [
            stream
            for kind in _ORDER
            for at, stream in enumerate(built)
            if stream.kind is kind and (at == 0 or stream.text)
        ]
        numbered = tuple(replace(stream, index=at) for at, stream in enumerate(streams))
        own = self.files[0]
        return Manuscript(
            own.path,
            own.format,
            own.source,
            numbered,
            own.lines,
            own.encoding,
            tuple(self.files[1:]),
            bibliographies=tuple(dict.fromkeys(self.state.bibliographies)),
            nocite=tuple(self.state.nocite),
            missing=tuple(self._missing(numbered)),
        )

    def _missing(self, streams: tuple[Stream, ...]) -> list[Missing]:
        """Find where the files stand that were not read: their commands show as they are."""
        found = []
        for name, number, span, reason in self.missing:
            for stream in streams:
                place = place_of(stream, span) if stream.file == number else None
                if place is not None:
                    found.append(Missing(name, place, reason))
                    break
        return found
