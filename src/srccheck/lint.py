"""The way of the data, once: bytes and settings in, a picklable result out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from srccheck import archives, citations, readers, references, resolve
from srccheck.archives import OwnArchives
from srccheck.resolve import Apparatus
from srccheck.rules import Diagnostic, run_rules, select_rules
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do.

    ``select`` and ``ignore`` hold codes, families or names; ``options`` maps a rule's code to an
    instance of its options class. ``archives`` are those a project adds to the registry.
    ``keep_apparatus`` hands the apparatus on, for outputs that look at it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    archives: OwnArchives | None = None
    keep_apparatus: bool = False


@dataclass(frozen=True, slots=True)
class LintResult:
    """What is known of one manuscript after a run; ``style`` as in the JSON contract.

    ``apparatus`` is there where the settings ask for it.
    """

    path: str
    format: str
    style: str
    citations: int
    entries: int
    diagnostics: tuple[Diagnostic, ...]
    apparatus: Apparatus | None = None


def lint(data: bytes, path: str, settings: Settings | None = None) -> LintResult:
    """Lint one manuscript; UnreadableFileError where the bytes are no text of a known kind."""
    settings = settings or Settings()
    apparatus = read_apparatus(data, path, settings.archives)
    diagnostics = run_rules(
        apparatus, select_rules(settings.select, settings.ignore), settings.options
    )
    return LintResult(
        path=path,
        format=apparatus.manuscript.format,
        style=apparatus.style,
        citations=len(apparatus.citations),
        entries=len(apparatus.entries),
        diagnostics=diagnostics,
        apparatus=apparatus if settings.keep_apparatus else None,
    )


def read_apparatus(data: bytes, path: str, own: OwnArchives | None = None) -> Apparatus:
    """Read a manuscript and resolve its citations, without judging them."""
    manuscript = readers.read(data, path)
    texts = [stream.text for stream in manuscript.streams]
    registry = archives.told_apart(archives.registry_with(own), texts)
    found = citations.find(manuscript, registry)
    lists = references.find_lists(manuscript, registry)
    return resolve.resolve(manuscript, found, lists, registry)
