"""The way of the data, once: bytes and settings in, a picklable result out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from srccheck import archives, citations, readers, references, resolve
from srccheck.archives import OwnArchives
from srccheck.beside import loader
from srccheck.bibliographies import Bibliographies
from srccheck.consulted import noted
from srccheck.resolve import Apparatus
from srccheck.rules import Diagnostic, Severity, run_rules, select_rules
from srccheck.suppression import Exemption, Left, Suppressions
from srccheck.text import Manuscript
from srccheck.translit import own
from srccheck.translit.own import OwnAuthorities
from srccheck.values import dataclass
from srccheck.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do.

    ``select`` and ``ignore`` hold codes, families or names; ``options`` maps a rule's code to an
    instance of its options class, ``severities`` to the severity that all its findings get in
    place of their own. ``archives`` and ``names`` are those a project adds to what is known,
    ``exemptions`` the findings it lives with; ``verdicts`` are those on links that were asked for,
    by canonical address. ``style`` is "author-date", "notes" or "mixed" where it is not to be told
    from the manuscript. ``bibliographies`` are read with every manuscript; without them none that
    it names is looked for. ``follow`` reads the files that a manuscript includes from its folder.
    ``keep_apparatus`` hands the apparatus on, for outputs that look at it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    archives: OwnArchives | None = None
    bibliographies: Bibliographies | None = None
    keep_apparatus: bool = False
    severities: Mapping[str, Severity] = field(default_factory=dict)
    style: str | None = None
    names: OwnAuthorities | None = None
    exemptions: tuple[Exemption, ...] = ()
    follow: bool = False
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LintResult:
    """What is known of one manuscript after a run; ``style`` as in the JSON contract.

    ``apparatus`` is there where the settings ask for it. ``suppressed`` counts the findings that
    comments and exemptions left out; ``exemptions`` are those that did. ``consulted`` are the other
    files that were read or looked for.
    """

    path: str
    format: str
    style: str
    citations: int
    entries: int
    diagnostics: tuple[Diagnostic, ...]
    apparatus: Apparatus | None = None
    suppressed: int = 0
    exemptions: tuple[Exemption, ...] = ()
    consulted: tuple[str, ...] = ()
    encoding: str = "utf-8"


def lint(data: bytes, path: str, settings: Settings | None = None) -> LintResult:
    """Lint one manuscript; UnreadableFileError where the bytes are no text of a known kind."""
    settings = settings or Settings()
    with noted() as consulted:
        apparatus = with_verdicts(apparatus_of(data, path, settings), settings)
    left = judged(apparatus, settings)
    return LintResult(
        path=path,
        format=apparatus.manuscript.format,
        style=apparatus.style,
        citations=len(apparatus.citations),
        entries=len(apparatus.entries),
        diagnostics=graded(left.diagnostics, settings.severities),
        apparatus=apparatus if settings.keep_apparatus else None,
        suppressed=left.suppressed,
        exemptions=left.exemptions,
        consulted=tuple(consulted),
        encoding=apparatus.manuscript.encoding,
    )


def judged(apparatus: Apparatus, settings: Settings) -> Left:
    """Run the rules, and take out what the manuscript or its project lives with."""
    apparatus = with_verdicts(apparatus, settings)
    rules = select_rules(settings.select, settings.ignore)
    suppressions = Suppressions.of(apparatus.manuscript.files(), settings.exemptions)
    diagnostics = run_rules(apparatus, suppressions.to_run(rules), settings.options)
    return suppressions.apply(diagnostics, rules)


def with_verdicts(apparatus: Apparatus, settings: Settings) -> Apparatus:
    """Give an apparatus with what became of its links, where they were asked for."""
    return replace(apparatus, verdicts=settings.verdicts) if settings.verdicts else apparatus


def apparatus_of(data: bytes, path: str, settings: Settings) -> Apparatus:
    """Read a manuscript as ``settings`` say, without judging it."""
    own.use(settings.names)
    load = loader(path) if settings.follow else None
    return read_apparatus(
        data, path, settings.archives, settings.style, settings.bibliographies, load
    )


def graded(
    diagnostics: tuple[Diagnostic, ...], severities: Mapping[str, Severity]
) -> tuple[Diagnostic, ...]:
    """Give findings the severities that a project gives them."""
    if not severities:
        return diagnostics
    return tuple(
        replace(each, severity=severities.get(each.code, each.severity)) for each in diagnostics
    )


def read_apparatus(
    data: bytes,
    path: str,
    added: OwnArchives | None = None,
    style: str | None = None,
    bibliographies: Bibliographies | None = None,
    load: readers.Load | None = None,
) -> Apparatus:
    """Read a manuscript and resolve its citations, without judging them.

    ``added`` are archives beside the registry's; ``style`` as in Settings. ``load`` gives the files
    that the manuscript includes, by their names there.
    """
    manuscript = readers.read(data, path, load)
    if bibliographies is not None:
        manuscript = bibliographies.attached_to(manuscript)
    return resolved(manuscript, added, style)


def resolved(
    manuscript: Manuscript, added: OwnArchives | None = None, style: str | None = None
) -> Apparatus:
    """Resolve the citations of a manuscript that was read."""
    texts = [stream.text for stream in manuscript.streams]
    registry = archives.told_apart(archives.registry_with(added), texts)
    lists = references.find_lists(manuscript, registry)
    entries = [entry for each in lists for entry in each.entries]
    found = citations.find(manuscript, registry, entries, style or "auto")
    return resolve.resolve(manuscript, found, lists, registry, style)
