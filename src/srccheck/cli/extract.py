"""``srccheck extract``: every citation, entry and link as JSON, or the register of files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from srccheck.cli.options import ArchivesOption, BibOption
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.archives import OwnArchives
    from srccheck.bibliographies import Bibliographies
    from srccheck.files import Failure
    from srccheck.report import Extracted
    from srccheck.report.register import Cited


class ExtractFormat(StrEnum):
    """The reports of this command; all but JSON are the register's."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def extract(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Manuscripts, folders that hold some, or - for standard input: "
            "a citation a line, or with --stdin-name a whole manuscript.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        ExtractFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="What the output looks like: json; of the register text, csv or json.",
            show_default=False,
        ),
    ] = None,
    register: Annotated[
        bool,
        typer.Option(
            "--register", help="Give the files cited, archive by archive, and where each is cited."
        ),
    ] = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KINDS", help="Give these kinds of citation only, separated by commas."
        ),
    ] = None,
    stdin_name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name standard input, and read it as one manuscript."),
    ] = None,
    bib: BibOption = None,
    archives: ArchivesOption = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the output here.")
    ] = None,
) -> None:
    """Give every citation, entry and link of a manuscript, with its place and its fields."""
    from srccheck import patterns

    patterns.warm()
    from srccheck.cli.inputs import words
    from srccheck.cli.output import complain, write_data
    from srccheck.files import Failure
    from srccheck.report import extract_to_json

    kinds = _kinds(words(kind))
    _check_form(form, register=register, kinds=kinds)
    outcomes = _extract_all(paths or _from_pipe(), stdin_name, archives, bib or ())
    failures = [each for each in outcomes if isinstance(each, Failure)]
    files = [each for each in outcomes if not isinstance(each, Failure)]
    if register:
        _write_register(files, form or ExtractFormat.TEXT, output)
    else:
        write_data(extract_to_json((each.objects for each in files), kinds) + "\n", output)
    for failure in failures:
        complain(failure.error)
    raise typer.Exit(2 if any(each.named for each in failures) else int(bool(failures)))


def _check_form(form: ExtractFormat | None, *, register: bool, kinds: frozenset[str]) -> None:
    """Refuse what does not go together. Raises UsageError."""
    from srccheck.errors import UsageError

    if register and kinds:
        raise UsageError("the register has no kinds", advice="Leave out --kind or --register")
    if not register and form in (ExtractFormat.TEXT, ExtractFormat.CSV):
        raise UsageError(f"only the register comes as {form}", advice="Add --register")


def _write_register(files: Sequence[Read], form: ExtractFormat, output: Path | None) -> None:
    from srccheck.cli.output import lines, look_of_stdout, write, write_data
    from srccheck.report.register import (
        holdings_of,
        register_to_csv,
        register_to_json,
        render_register,
    )

    holdings = holdings_of(each for file in files for each in file.cited)
    match form:
        case ExtractFormat.TEXT:
            write(lines(render_register(holdings, look_of_stdout(output))), output)
        case ExtractFormat.CSV:
            write_data(register_to_csv(holdings), output)
        case ExtractFormat.JSON:
            write_data(register_to_json(holdings) + "\n", output)


def _from_pipe() -> list[str]:
    """Read standard input where nothing is named, but do not wait for someone to type."""
    import sys

    from srccheck.cli.inputs import STDIN
    from srccheck.errors import UsageError

    if sys.stdin is not None and sys.stdin.isatty():
        raise UsageError("nothing to read", advice="Name a manuscript, or send citations by a pipe")
    return [STDIN]


def _kinds(words: Sequence[str]) -> frozenset[str]:
    from srccheck.citations import Kind
    from srccheck.errors import UsageError

    every = {kind.value for kind in Kind}
    for word in words:
        if word not in every:
            raise UsageError(
                f"there is no kind of citation '{word}'",
                advice=f"The kinds are {', '.join(kind.value for kind in Kind)}",
            )
    return frozenset(words)


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one file: the objects of the contract, and the rows of the register."""

    objects: Extracted
    cited: tuple[Cited, ...]


def _extract_all(
    paths: Sequence[str], stdin_name: str | None, archives: Path | None, bib: Sequence[str]
) -> list[Read | Failure]:
    from functools import partial

    from srccheck.batch import run
    from srccheck.bibliographies import Bibliographies
    from srccheck.cli.inputs import STDIN_NAME, gather
    from srccheck.config import Project, Walk

    project = Project()
    found = gather(paths, stdin_name, Walk(project))
    own = project.archives_for((each.path for each in found), archives)
    lists = Bibliographies(tuple(bib))
    lists.check()
    by_line = STDIN_NAME if stdin_name is None else ""
    work = partial(_extract_file, by_line=by_line, own=own, lists=lists)
    return list(run(work, found))


def _extract_file(
    data: bytes,
    path: str,
    *,
    by_line: str,
    own: Mapping[str, OwnArchives],
    lists: Bibliographies,
) -> Read:
    """Read one manuscript; in the file called ``by_line`` every line is one of its own."""
    from srccheck.beside import loader
    from srccheck.lint import read_apparatus
    from srccheck.report import extract, joined, moved
    from srccheck.report.register import archival_citations, moved_citations

    archives = own.get(path)
    if path != by_line:
        load = loader(path)
        apparatus = read_apparatus(data, path, archives, bibliographies=lists, load=load)
        return Read(extract(apparatus), archival_citations(apparatus))
    found: list[Extracted] = []
    cited: list[Cited] = []
    offset = 0
    for number, line in enumerate(_decoded(data, path).split("\n")):
        if line.strip():
            apparatus = read_apparatus(line.encode(), path, archives)
            found.append(moved(extract(apparatus), number, offset))
            cited.extend(moved_citations(archival_citations(apparatus), number, offset))
        offset += len(line) + 1
    return Read(joined(found), tuple(cited))


def _decoded(data: bytes, path: str) -> str:
    from srccheck.errors import UnreadableFileError

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError(
            "this is not UTF-8", where=path, advice="Convert it, or name it with --stdin-name"
        ) from None
    if not text.strip():
        raise UnreadableFileError("there is nothing in it", where=path)
    return text
