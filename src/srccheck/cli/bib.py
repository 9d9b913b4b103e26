"""``srccheck bib``: one normalised bibliography."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from srccheck.cli.options import ArchivesOption
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.archives import OwnArchives
    from srccheck.bibliography.record import Gathered
    from srccheck.bibliography.script import Change
    from srccheck.bibliography.styles import Style
    from srccheck.bibliography.write import Target, Written


class BibFormat(StrEnum):
    """What a bibliography can be written as; the module that writes it is loaded later."""

    BIBLATEX = "biblatex"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"
    MARKDOWN = "markdown"
    TEXT = "text"
    DOCX = "docx"


class Script(StrEnum):
    """Scripts to write romanised entries in."""

    CYRILLIC = "cyrillic"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line says."""

    paths: tuple[str, ...]
    output: Path | None
    to: BibFormat | None
    style: str
    merge: bool
    romanise: str | None
    script: Script | None
    provenance: Path | None
    check: bool
    diff: bool
    stdin_name: str | None
    archives: Path | None
    archived: bool = False


def bib(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Manuscripts, .bib, CSL-JSON or RIS files, folders that hold some, or - for "
            "standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write here; the ending tells the format."
        ),
    ] = None,
    to: Annotated[
        BibFormat | None,
        typer.Option(
            help="What to write, if the ending of -o does not tell; else biblatex.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        str,
        typer.Option(
            metavar="STYLE",
            help="The style of markdown, text and docx: chicago-author-date, chicago-notes, "
            "gost-r-7.0.100, gost-r-7.0.5 or harvard-cite-them-right.",
        ),
    ] = "chicago-author-date",
    merge: Annotated[
        bool, typer.Option("--merge/--no-merge", help="Make one entry of two for one work.")
    ] = True,
    romanise: Annotated[
        str | None,
        typer.Option(
            metavar="SCHEME", help="Write Cyrillic entries in this scheme, the original beside it."
        ),
    ] = None,
    script: Annotated[
        Script | None,
        typer.Option(
            help="Write romanised entries in this script, where there is one reading only.",
            show_default=False,
        ),
    ] = None,
    archived: Annotated[
        bool,
        typer.Option(
            "--archived",
            help="Add the archived copies that `srccheck links` has found (archiveurl).",
        ),
    ] = False,
    provenance: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write here, as JSON, where every field comes from."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit code 1 if the file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change; exit code as with --check.")
    ] = False,
    stdin_name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name standard input; the ending tells its format."),
    ] = None,
    archives: ArchivesOption = None,
) -> None:
    """Write one bibliography out of manuscripts and .bib files: merged, sorted, in one form.

    A .bib is edited: comments, order and unknown fields stay. Of one that a manuscript names, what
    it cites is taken. What was merged, and what could not be parsed and stands as it was, is told
    on standard error.
    """
    choices = Choices(
        tuple(paths), output, to, style, merge, romanise, script, provenance, check, diff,
        stdin_name, archives, archived,
    )  # fmt: skip
    raise typer.Exit(_run(choices))


def _run(choices: Choices) -> int:
    from srccheck import patterns
    from srccheck.bibliography.script import changer
    from srccheck.bibliography.styles import style_named
    from srccheck.bibliography.write import write
    from srccheck.errors import UsageError

    style = style_named(choices.style)
    change = changer(choices.romanise, choices.script)
    if choices.archived:
        change = _with_copies(change)
    target = _target(choices)
    _check_output(choices)
    patterns.warm()
    files = _gather(choices)
    if files is None:
        return 2
    if choices.output is None and len(files) > 1 and (choices.check or choices.diff):
        return max(_check_alone(each, choices, style, change) for each in files)
    _check_named(choices, files)
    written = write(files, target, style, merge=choices.merge, change=change)
    for file in files:
        _tell_named(file)
    if not written.entries and not any(each.cited for each in files):
        raise UsageError(
            "there is nothing to write: no reference list, no entry, no archival reference",
            where=", ".join(choices.paths),
            advice="Give the list a heading (References, Bibliography), or name a .bib",
        )
    _tell(written)
    if choices.provenance is not None:
        _write_provenance(written, choices.provenance)
    if choices.check or choices.diff:
        return _compare(choices, target, files, written)
    _send(choices, target, written)
    return 0


def _check_alone(file: Gathered, choices: Choices, style: Style, change: Change | None) -> int:
    """Hold one of several .bib, CSL-JSON or RIS files against itself in one form."""
    from dataclasses import replace

    from srccheck.bibliography.write import Target, write

    alone = replace(choices, paths=(file.path,))
    suffix = Target.of_suffix(Path(file.path).suffix)
    target = Target(choices.to.value) if choices.to else suffix or Target.BIBLATEX
    written = write([file], target, style, merge=choices.merge, change=change)
    _tell(written)
    return _compare(alone, target, [file], written)


def _with_copies(change: Change | None) -> Change:
    from srccheck.bibliography.robust import KnownCopies
    from srccheck.cli.linking import notice
    from srccheck.links.store import Store, default_path

    store = Store(default_path(), notice)
    try:
        return KnownCopies(store).change(change)
    finally:
        store.close()


def _target(choices: Choices) -> Target:
    """Tell what to write: as asked, else as the file's ending says, else as the input is."""
    from srccheck.bibliography.write import Target
    from srccheck.errors import UsageError
    from srccheck.readers import NAMED

    if choices.to is not None:
        return Target(choices.to.value)
    if choices.output is None or str(choices.output) == "-":
        suffixes = {Path(path).suffix.lower() for path in choices.paths}
        only = next(iter(suffixes)) if len(suffixes) == 1 else ""
        return (Target.of_suffix(only) if only in NAMED else None) or Target.BIBLATEX
    target = Target.of_suffix(choices.output.suffix)
    if target is None:
        raise UsageError(
            f"the ending '{choices.output.suffix}' tells no format",
            where=str(choices.output),
            advice=f"Add --to with one of {', '.join(BibFormat)}",
        )
    return target


def _check_output(choices: Choices) -> None:
    """Refuse to write over a manuscript. Raises UsageError."""
    from srccheck.errors import UsageError
    from srccheck.readers import BIB, NAMED

    output = choices.output
    if output is None or not output.exists():
        return
    for path in choices.paths:
        same = path != "-" and Path(path).is_file() and output.samefile(path)
        if same and output.suffix.lower() not in BIB | NAMED:
            raise UsageError(
                "this is the manuscript itself, and would be written over",
                where=str(output),
                advice="Name another file",
            )


def _check_named(choices: Choices, files: Sequence[Gathered]) -> None:
    """Refuse to put what is cited in the place of all that a bibliography holds. UsageError."""
    from srccheck.errors import UsageError

    output = choices.output
    if output is None or not output.exists():
        return
    for file in files:
        for each in file.named:
            if each.path and output.samefile(each.path) and each.taken < each.entries:
                raise UsageError(
                    f"{file.path} cites {each.taken} of its {each.entries} entries: the others "
                    "would be lost",
                    where=str(output),
                    advice="Name another file, or name this one among the files to read, too",
                )


def _tell_named(file: Gathered) -> None:
    """Say which bibliographies a manuscript names, and what of them was taken."""
    for each in file.named:
        if each.path:
            _say(f"{file.path} names {each.path}: {each.taken} of its {each.entries} entries taken")
        else:
            _say(f"{file.path} names {each.name}: there is no such file beside it; not read")
    if file.unknown:
        _say(f"{file.path} cites what no bibliography holds: {', '.join(file.unknown)}")


def _gather(choices: Choices) -> list[Gathered] | None:
    """Read every file; None, after the reasons were told, where one could not be read."""
    from functools import partial

    from srccheck.batch import run
    from srccheck.cli.inputs import gather
    from srccheck.cli.output import complain
    from srccheck.config import Project, Walk
    from srccheck.files import Failure

    project = Project()
    found = gather(choices.paths, choices.stdin_name, Walk(project))
    own = project.archives_for((each.path for each in found), choices.archives)
    given = frozenset(os.path.realpath(each.path) for each in found)
    outcomes = list(run(partial(_read, own=own, given=given), found))
    failures = [each for each in outcomes if isinstance(each, Failure)]
    for failure in failures:
        complain(failure.error)
    return None if failures else [each for each in outcomes if not isinstance(each, Failure)]


def _read(
    data: bytes, path: str, *, own: Mapping[str, OwnArchives], given: frozenset[str]
) -> Gathered:
    from srccheck.bibliography.gather import gather

    return gather(data, path, own.get(path), given=given)


def _tell(written: Written) -> None:
    """Say on standard error what was merged and changed, and what could not be parsed."""
    for note in written.notes:
        _say(note)
    if written.unparsed:
        several = "entries" if len(written.unparsed) > 1 else "entry"
        places = ", ".join(written.unparsed)
        _say(f"{len(written.unparsed)} {several} not parsed to the end, written raw: {places}")


def _say(sentence: str) -> None:
    from srccheck.cli.output import tell

    tell(f"srccheck: {sentence}\n")


def _write_provenance(written: Written, target: Path) -> None:
    from srccheck.bibliography.write import provenance
    from srccheck.cli.output import write_data

    write_data(provenance(written), target)


def _send(choices: Choices, target: Target, written: Written) -> None:
    import sys

    from srccheck.cli.output import write_bytes
    from srccheck.errors import UsageError

    output = choices.output if choices.output and str(choices.output) != "-" else None
    if target.value == BibFormat.DOCX and output is None and sys.stdout and sys.stdout.isatty():
        raise UsageError("a Word file is no text", advice="Name a file with -o")
    write_bytes(written.data, output)


def _compare(choices: Choices, target: Target, files: Sequence[Gathered], written: Written) -> int:
    """Hold what would be written against the file; tell and show the difference."""
    from srccheck.cli.output import write

    path = _compared(choices, target, files)
    before = b""
    if str(path) != "-" and path.exists():
        before = path.read_bytes()
    elif files and files[0].source:
        before = files[0].source.encode()
    if before == written.data:
        return 0
    _say(f"{path}: would change" if before else f"{path}: is not there, and would be written")
    if choices.diff:
        write(_difference(before, written.data, str(path)))
    return 1


def _compared(choices: Choices, target: Target, files: Sequence[Gathered]) -> Path:
    """Give the file to compare with: the output, or the only input where it is of that format."""
    from srccheck.bibliography.write import Target
    from srccheck.errors import UsageError

    if choices.output is not None:
        return choices.output
    path = Path(choices.paths[0])
    same = target in (Target.of_suffix(Path(files[0].path).suffix), Target.BIBLATEX)
    fielded = files[0].format in ("bibtex", "csl-json", "ris")
    if len(files) == 1 and same and fielded:
        return path
    raise UsageError("there is no file to compare with", advice="Name the bibliography with -o")


def _difference(before: bytes, after: bytes, path: str) -> str:
    import difflib

    try:
        old, new = (each.decode().splitlines(keepends=True) for each in (before, after))
    except UnicodeDecodeError:
        return f"{path} differs, and is no text\n"
    lines = difflib.unified_diff(old, new, f"{path} (as it is)", f"{path} (normalised)")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
