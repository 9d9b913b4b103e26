"""The [[ignore]] tables of a configuration that a run found nothing for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.files import Failure

if TYPE_CHECKING:
    from srccheck.config import Command, Project
    from srccheck.lint import LintResult
    from srccheck.rules import Diagnostic
    from srccheck.suppression import Exemption


def unused_exemptions(
    outcomes: Sequence[LintResult | Failure], project: Project, command: Command
) -> Iterator[Exemption]:
    """Give the tables for one file of this run that took nothing out of it.

    Of rules that were not run, and of those that more than a manuscript is needed for (verdicts on
    links), nothing is said.
    """
    from srccheck.rules import select_rules
    from srccheck.rules.input.unused_suppression import UnusedSuppression

    for each in outcomes:
        if isinstance(each, Failure):
            continue
        settings = project.settings(each.path, command)
        if not settings.exemptions:
            continue
        ran = select_rules(settings.select, settings.ignore)
        if not any(rule.code == UnusedSuppression.code for rule in ran):
            continue
        judged = {rule.code for rule in ran if rule.judges}
        for exemption in settings.exemptions:
            if exemption.exact and exemption not in each.exemptions and exemption.codes <= judged:
                yield exemption


def reported(exemptions: Iterable[Exemption]) -> Iterator[Diagnostic]:
    """Give a finding (SRC003) for each."""
    from srccheck.rules.input.unused_suppression import unused_exemption

    for each in exemptions:
        yield unused_exemption(each.file, each.line, ", ".join(sorted(each.codes)))


def taken_out(exemptions: Sequence[Exemption]) -> list[Exemption]:
    """Take tables out of their files; give those that have to be taken out by hand."""
    from srccheck.cli.output import tell
    from srccheck.config.removal import without_tables
    from srccheck.errors import UsageError
    from srccheck.report.summary import count
    from srccheck.writing import write_whole

    left: list[Exemption] = []
    for file in dict.fromkeys(each.file for each in exemptions):
        lines = {each.line for each in exemptions if each.file == file}
        path = Path(file)
        try:
            text = path.read_bytes().decode("utf-8")
            changed, gone = without_tables(text, lines)
            if gone:
                write_whole(path, changed.encode())
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"this cannot be written ({error})", where=file) from None
        left += [each for each in exemptions if each.file == file and each.line not in gone]
        if gone:
            tell(f"{file}: {count(len(gone), '[[ignore]] table')} taken out\n")
    return left
