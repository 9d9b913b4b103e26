r"""The bibliographies of a manuscript that stand in files of their own.

A run may give them (``--bib``), or the manuscript names them (``\addbibresource{refs.bib}``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path, PurePath

from srccheck import readers
from srccheck.consulted import note
from srccheck.errors import UnreadableFileError
from srccheck.text import Manuscript
from srccheck.values import dataclass

SUFFIXES = (".bib", ".json", ".ris")
KEPT = 8  # files; a folder of manuscripts mostly shares one


@dataclass(frozen=True, slots=True)
class Bibliographies:
    """The files a run adds to every manuscript; picklable.

    What a manuscript names itself is looked for beside it, and taken where ``given`` has nothing.
    """

    given: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise UnreadableFileError where a given file cannot be read, or is no bibliography."""
        for path in self.given:
            if PurePath(path).suffix.lower() not in SUFFIXES:
                raise UnreadableFileError(
                    "this is no bibliography",
                    where=path,
                    advice=f"--bib takes files ending in {', '.join(SUFFIXES)}",
                )
            _read(path)

    def paths_for(self, manuscript: Manuscript) -> tuple[str, ...]:
        """Give the files to read with a manuscript: those given, or those that it names."""
        if manuscript.format in {"bibtex", "csl-json", "ris"}:
            return ()
        return self.given or _named_by(manuscript)

    def attached_to(self, manuscript: Manuscript, paths: Sequence[str] | None = None) -> Manuscript:
        """Give the manuscript with its bibliographies (or ``paths``), each as a list."""
        paths = self.paths_for(manuscript) if paths is None else paths
        for path in paths:
            note(path)
        return manuscript.with_attached(*map(_read, paths)) if paths else manuscript


def _named_by(manuscript: Manuscript) -> tuple[str, ...]:
    """Give the files that a manuscript names and that are there, each once."""
    return tuple(dict.fromkeys(path for _, path in named_by(manuscript) if path))


def named_by(manuscript: Manuscript) -> list[tuple[str, str]]:
    """Give the names of its bibliographies, each with the file, or "" where that is not there.

    Only names that count from the manuscript's folder are followed.
    """
    folder = Path(manuscript.path).parent
    found = []
    for written in manuscript.bibliographies:
        name = written.replace("\\jobname", Path(manuscript.path).stem)
        suffixed = name if PurePath(name).suffix.lower() in SUFFIXES else f"{name}.bib"
        path = folder / suffixed
        note(path)
        there = not PurePath(suffixed).is_absolute() and _is_file(path)
        found.append((written, str(path) if there else ""))
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


@lru_cache(maxsize=KEPT)
def _read(path: str) -> Manuscript:
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(
            f"this bibliography cannot be read ({reason.lower()})",
            where=path,
            advice="Check the spelling of its name and folder",
        ) from None
    return readers.read(data, path)
