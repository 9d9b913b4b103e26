"""Chapters linted together: one manuscript of several files, and a result for each of them.

Names, archives, works and lists are those of all chapters; an ibid stays in its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from srccheck import readers
from srccheck.beside import loader
from srccheck.bibliographies import Bibliographies
from srccheck.lint import LintResult, Settings, graded, judged, resolved
from srccheck.resolve import Apparatus
from srccheck.suppression import Left
from srccheck.text import Manuscript
from srccheck.translit import own


def read_chapter(data: bytes, path: str, *, settings: Mapping[str, Settings]) -> Manuscript:
    """Read one file as ``settings`` of its path say; UnreadableFileError where it is no text."""
    return readers.read(data, path, loader(path) if settings[path].follow else None)


def lint_together(
    chapters: Sequence[Manuscript], settings: Mapping[str, Settings]
) -> list[LintResult]:
    """Lint chapters as one manuscript; ``settings`` are those of each path.

    The rules and what is added to archives and names are the first chapter's; exemptions and
    severities are each file's own.
    """
    if not chapters:
        return []
    first = settings[chapters[0].path]
    exemptions = dict.fromkeys(
        each for chapter in chapters for each in settings[chapter.path].exemptions
    )
    chapters = _with_lists(chapters, first.bibliographies)
    own.use(first.names)
    apparatus = resolved(Manuscript.together(chapters), first.archives, first.style)
    left = judged(apparatus, replace(first, exemptions=tuple(exemptions)))
    owners = _owners(chapters)
    return [
        _result(apparatus, left, chapter, number, settings, owners)
        for number, chapter in enumerate(chapters)
    ]


def _with_lists(
    chapters: Sequence[Manuscript], bibliographies: Bibliographies | None
) -> list[Manuscript]:
    """Attach the bibliographies that chapters name, each once."""
    if bibliographies is None:
        return list(chapters)
    seen = {file.path for chapter in chapters for file in chapter.files()}
    done = []
    for chapter in chapters:
        paths = [path for path in bibliographies.paths_for(chapter) if path not in seen]
        seen.update(paths)
        done.append(bibliographies.attached_to(chapter, paths))
    return done


def _result(
    apparatus: Apparatus,
    left: Left,
    chapter: Manuscript,
    number: int,
    settings: Mapping[str, Settings],
    owners: Mapping[str, int],
) -> LintResult:
    """Give what belongs to one chapter; what belongs to none is the first one's."""
    manuscript = apparatus.manuscript
    inside = frozenset(s.index for s in manuscript.streams if manuscript.chapter_of(s) == number)
    found = tuple(each for each in left.diagnostics if owners.get(each.path, 0) == number)
    return LintResult(
        path=chapter.path,
        format=chapter.format,
        style=apparatus.style,
        citations=sum(each.place.stream in inside for each in apparatus.citations),
        entries=sum(each.place.stream in inside for each in apparatus.entries),
        diagnostics=graded(found, settings[chapter.path].severities),
        suppressed=0 if number else left.suppressed,
        exemptions=() if number else left.exemptions,
        encoding=chapter.encoding,
        apparatus=apparatus if settings[chapter.path].keep_apparatus else None,
    )


def _owners(chapters: Sequence[Manuscript]) -> dict[str, int]:
    """Give the chapter of every path; a file of two chapters belongs to the first."""
    owners: dict[str, int] = {}
    for number, chapter in enumerate(chapters):
        for file in chapter.files():
            owners.setdefault(file.path, number)
    return owners
