"""What the manuscripts say of a bibliography that is linted and that they use."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.files import Failure, Keeps, Source

if TYPE_CHECKING:
    from srccheck.citing import Users
    from srccheck.cli.linting import Choices
    from srccheck.config import Project
    from srccheck.lint import LintResult, Settings

SUFFIXES = (".bib", ".json", ".ris")
"""The endings of bibliographies.

A copy, held to that of srccheck.bibliographies by a test: its import costs what a run without any
saves.
"""


def with_users(
    found: Sequence[Source | Failure],
    outcomes: Sequence[LintResult | Failure],
    project: Project,
    choices: Choices,
    walk: Keeps,
) -> list[LintResult | Failure]:
    """Give what was found with what the users of each bibliography say of it.

    Manuscripts that were not named are linted for that, and nothing else of theirs is told.
    """
    listed = [each.path for each in found if isinstance(each, Source) and each.data is None]
    bibliographies = [path for path in listed if path.lower().endswith(SUFFIXES)]
    if not bibliographies or choices.together or choices.command.bib:
        return list(outcomes)
    from srccheck.citing import joined, users_of

    known = [os.path.realpath(path) for path in listed]
    users = {path: users_of(path, walk.keeps, known) for path in bibliographies}
    linted = _linted(users, project, choices)
    results = [each for each in outcomes if not isinstance(each, Failure)]
    done: list[LintResult | Failure] = []
    for each in outcomes:
        if isinstance(each, Failure) or each.path not in users:
            done.append(each)
        else:
            mine = users[each.path]
            more = [linted[user.path] for user in mine.found if user.path in linted]
            own = project.settings(each.path, choices.command)
            done.append(joined(each, own, results, more, mine.cited))
    return done


def _linted(
    users: Mapping[str, Users], project: Project, choices: Choices
) -> dict[str, LintResult]:
    """Lint the users of bibliographies; one that cannot be read says nothing."""
    from srccheck.batch import run
    from srccheck.bibliographies import Bibliographies
    from srccheck.citing import told_of
    from srccheck.cli.caching import with_kept
    from srccheck.cli.linting import lint_file

    command = replace(choices.command, keep_apparatus=False)
    settings: dict[str, Settings] = {}
    for bibliography, citing in users.items():
        for user in citing.found:
            mine = project.settings(user.path, command)
            codes = told_of(mine)
            if not codes:
                continue
            mine = replace(mine, select=codes, ignore=())
            if not user.named:
                mine = replace(mine, bibliographies=Bibliographies((bibliography,)))
            settings[user.path] = mine
    found = [Source(path, named=False, size=Path(path).stat().st_size) for path in settings]
    jobs = choices.jobs if choices.jobs is not None else project.here().get("jobs")

    def lint(others: Sequence[Source | Failure]) -> Iterable[LintResult | Failure]:
        return run(partial(lint_file, settings=settings), others, jobs)

    outcomes = with_kept(found, settings, lint) if choices.cache else lint(found)
    return {each.path: each for each in outcomes if not isinstance(each, Failure)}
