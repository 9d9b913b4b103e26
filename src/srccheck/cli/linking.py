"""The run of ``srccheck links``: manuscripts to links, links to verdicts, verdicts to a report."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.config import Command, Project, Walk
from srccheck.errors import UsageError
from srccheck.files import Failure, Source
from srccheck.links.options import Options
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.links.cited import Use
    from srccheck.links.session import Outcome
    from srccheck.links.store import Store
    from srccheck.lint import Settings
    from srccheck.verdicts import Verdict

_READ_APART_FROM = 40_000  # bytes of manuscripts
INTERRUPTED = 130  # exit code, as a shell gives it for SIGINT


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line of ``srccheck links`` says."""

    paths: tuple[str, ...]
    form: str
    options: Options
    show_all: bool = False
    offline: bool = False
    refresh: bool = False
    changed: bool = False
    export: bool = False
    store: Path | None = None
    no_store: bool = False
    fail_level: str = "warning"
    exit_zero: bool = False
    stdin_name: str | None = None
    config: Path | None = None
    isolated: bool = False
    output: Path | None = None


def run(choices: Choices) -> int:
    """Read, ask, report, and give the exit code."""
    _check(choices)
    store = _store(choices)
    try:
        if choices.export:
            return _export(choices, store)
        return _run(choices, store)
    finally:
        if store is not None:
            store.close()


def _check(choices: Choices) -> None:
    """Refuse what does not go together. Raises UsageError."""
    if choices.no_store and (choices.offline or choices.export or choices.changed):
        raise UsageError("without a store there is nothing to compare with or to give back")
    if choices.offline and (choices.refresh or choices.options.save):
        raise UsageError("--offline asks for nothing", advice="Leave out --refresh and --save")
    if not choices.paths and not choices.export:
        raise UsageError("nothing to read", advice="Name a manuscript, a folder, or -")


def _store(choices: Choices) -> Store | None:
    if choices.no_store:
        return None
    from srccheck.links.store import Store, default_path

    return Store(choices.store or default_path(), notice)


def _export(choices: Choices, store: Store | None) -> int:
    from srccheck.cli.output import write_parts
    from srccheck.report.links import verdicts_to_json

    verdicts = store.every() if store is not None else ()
    write_parts(verdicts_to_json(verdicts), choices.output)
    return 0


def _run(choices: Choices, store: Store | None) -> int:
    project = Project(choices.config, isolated=choices.isolated)
    options = _configured(choices.options, project)
    uses, failures = _read_uses(choices, project)
    from srccheck.cli.links_report import Reporter
    from srccheck.links.session import Ask, hold

    reporter = Reporter(choices, uses)
    ask = Ask.NOTHING if choices.offline else Ask.ALL if choices.refresh else Ask.STALE
    outcome = hold(
        uses,
        options,
        store,
        ask=ask,
        told=reporter.told,
        ticked=reporter.ticked,
    )
    reporter.end(outcome)
    _say_how_it_ended(outcome, choices)
    return _exit_code(choices, outcome, failures)


def _configured(options: Options, project: Project) -> Options:
    """Give the options with what the configuration adds to the command line."""
    here = project.here()
    gates = here.get("link-timegates")
    return replace(
        options,
        timegates=(*options.timegates, *([gates] if isinstance(gates, str) else gates)),
        contact=options.contact or here.get("link-contact"),
    )


def _read_uses(choices: Choices, project: Project) -> tuple[list[Use], list[Failure]]:
    """Read the manuscripts; give their links in order, and what could not be read."""
    from srccheck.cli.inputs import gather

    found = gather(choices.paths, choices.stdin_name, Walk(project))
    settings = project.settings_for((each.path for each in found), Command())
    return collect_uses(found, settings)


def collect_uses(
    found: Sequence[Source | Failure], settings: Mapping[str, Settings]
) -> tuple[list[Use], list[Failure]]:
    """Give the links of the files found, and what could not be read."""
    from srccheck.batch import run as run_batch

    uses: list[Use] = []
    failures: list[Failure] = []
    work = partial(_uses_of, settings=settings)
    read = run_batch(work, found, apart_from=_READ_APART_FROM, meanwhile=_make_ready)
    for each in read:
        if isinstance(each, Failure):
            failures.append(each)
        else:
            uses.extend(each)
    return uses, failures


def _make_ready() -> None:
    """Load what asks for links, which takes as long as another process needs to read them."""
    from srccheck.links.missing import phrases
    from srccheck.links.session import hold  # noqa: F401

    phrases()


def with_verdicts(
    found: Sequence[Source | Failure], settings: Mapping[str, Settings], project: Project
) -> dict[str, Settings]:
    """Ask for the links of all files and give each file's settings with its verdicts."""
    from srccheck.cli.links_report import Progress
    from srccheck.links.session import hold
    from srccheck.links.store import Store, default_path

    by_path: dict[str, set[str]] = {}
    uses: list[Use] = []
    for path, each in _by_file(found, settings):
        uses.extend(each)
        by_path[path] = {use.canonical for use in each}
    options = _configured(Options(), project)
    store = Store(default_path(), notice)
    progress = Progress(len({use.canonical for use in uses}))
    try:
        outcome = hold(uses, options, store, told=progress.told, ticked=progress.ticked)
    finally:
        progress.clear()
        store.close()
    if outcome.interrupted:
        raise KeyboardInterrupt
    if outcome.offline:
        notice(f"nothing answers, {options.control} neither: the links have no verdict")
    return {
        path: replace(
            own,
            verdicts={
                canonical: outcome.verdicts[canonical]
                for canonical in by_path.get(path, ())
                if canonical in outcome.verdicts
            },
        )
        for path, own in settings.items()
    }


def _by_file(
    found: Sequence[Source | Failure], settings: Mapping[str, Settings]
) -> Iterator[tuple[str, tuple[Use, ...]]]:
    from srccheck.batch import run as run_batch

    results = run_batch(partial(_uses_of, settings=settings), found)
    for source, result in zip(found, results, strict=True):
        if not isinstance(result, Failure):
            yield source.path, result


def _uses_of(data: bytes, path: str, *, settings: Mapping[str, Settings]) -> tuple[Use, ...]:
    """Give the links of one manuscript with what is cited at each."""
    from srccheck.links.cited import uses
    from srccheck.lint import apparatus_of

    own = settings[path]
    return uses(apparatus_of(data, path, own), own.archives)


def _say_how_it_ended(outcome: Outcome, choices: Choices) -> None:
    if outcome.offline:
        notice(
            f"nothing answers, {choices.options.control} neither: there is no verdict on the links "
            "without an answer"
        )
    if outcome.out_of_time:
        notice("the time was up; the links that were not asked for are marked skipped")
    if outcome.interrupted:
        notice("interrupted; what is known is reported")


def notice(text: str) -> None:
    """Say something on standard error that is no failure."""
    if sys.stderr is not None:
        sys.stderr.write(f"srccheck: {text}\n")
        sys.stderr.flush()


def _exit_code(choices: Choices, outcome: Outcome, failures: Sequence[Failure]) -> int:
    from srccheck.cli.output import complain

    for failure in failures:
        complain(failure.error)
    if any(each.named for each in failures):
        return 2
    if outcome.interrupted:
        return INTERRUPTED
    bad = any(_is_bad(each, choices, outcome) for each in outcome.verdicts.values())
    return int((bad or bool(failures)) and not choices.exit_zero)


def _is_bad(verdict: Verdict, choices: Choices, outcome: Outcome) -> bool:
    from srccheck.report.links import severity_of
    from srccheck.rules import Severity
    from srccheck.verdicts import State

    if verdict.state in (State.OK, State.OFFLINE, State.SKIPPED):
        return False
    if choices.changed and not outcome.has_changed(verdict.canonical):
        return False
    return severity_of(verdict.state).rank >= Severity(choices.fail_level).rank
