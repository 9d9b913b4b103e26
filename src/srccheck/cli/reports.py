"""Which reports a run is asked for, and where each of them goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.errors import UsageError
from srccheck.report.outputs import Output, Request, find_output, make
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.report import LintReport

DEFAULT = "text"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One report: the name of its output, and a file, or None for standard output."""

    name: str
    target: Path | None = None

    @property
    def output(self) -> Output:
        """What is known of the output."""
        return find_output(self.name)


def wanted(
    form: str | None, output: Path | None, reports: Sequence[str], *, quiet: bool = False
) -> list[Wanted]:
    """Give the reports that ``--format``, ``--output`` and each ``--report NAME=FILE`` ask for.

    ``form`` is None where it was not given: the usual report then goes to standard output, unless
    a ``--report`` goes there or the run is to be ``quiet``. Raises UsageError for an unknown name,
    a report that needs a file, and two that would run together.
    """
    given = [_split(each) for each in reports]
    usual = not quiet and all(each.target for each in given)
    if form is not None or output is not None or usual:
        given.insert(0, Wanted(form or DEFAULT, output))
    for each in given:
        if each.output.needs_file and each.target is None:
            raise UsageError(
                f"the report '{each.name}' needs a file",
                advice=f"Write --report {each.name}=FILE",
            )
    here = [each for each in given if each.target is None]
    whole = [each for each in here if not each.output.mixes]
    for_programs = any(not each.output.people for each in whole)
    if len(whole) > 1 or (for_programs and len(here) > 1):
        names = " and ".join(f"'{each.name}'" for each in here)
        raise UsageError(
            f"the reports {names} would both go to standard output",
            advice=f"Give one a file: --report {here[-1].name}=FILE",
        )
    return given


def write_report(wanted: Wanted, report: LintReport) -> None:
    """Make a report and write it where it is wanted."""
    from srccheck.cli.output import look_of_stdout, write, write_bytes, write_data

    made = make(wanted.name, report, Request(look_of_stdout(wanted.target), wanted.target))
    if isinstance(made, str):
        writer: Callable[[str, Path | None], None]
        writer = write if wanted.output.people else write_data
        writer(made, wanted.target)
    elif isinstance(made, bytes):
        write_bytes(made, wanted.target)
    else:
        for name, data in made.items():
            write_bytes(data, (wanted.target or Path()) / name)


def _split(text: str) -> Wanted:
    name, _, target = text.partition("=")
    find_output(name.strip())
    return Wanted(name.strip().lower(), Path(target) if target and target != "-" else None)
