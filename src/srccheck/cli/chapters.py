"""``srccheck lint --together``: the files named are the chapters of one work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from srccheck.errors import UsageError
from srccheck.files import Failure, Source

if TYPE_CHECKING:
    from srccheck.cli.linting import Choices
    from srccheck.lint import LintResult, Settings


def check_together(choices: Choices) -> None:
    """Raise UsageError for what chapters cannot be put through as one work."""
    if choices.fixes:
        raise UsageError(
            "--together does not go with --fix or --diff",
            advice="Fix the chapters one by one, then lint them together",
        )


def lint_chapters(
    found: Sequence[Source | Failure], settings: Mapping[str, Settings]
) -> list[LintResult | Failure]:
    """Lint all files as one manuscript; one that cannot be read does not stop the others."""
    from srccheck.batch import run
    from srccheck.text import Manuscript
    from srccheck.together import lint_together, read_chapter

    read = list(run(partial(read_chapter, settings=settings), found, 1))
    chapters = [each for each in read if isinstance(each, Manuscript)]
    results = iter(lint_together(chapters, settings))
    return [each if isinstance(each, Failure) else next(results) for each in read]
