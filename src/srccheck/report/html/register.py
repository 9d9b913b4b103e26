"""The register of archival sources as a tree: an archive, below it fond, opis, file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from srccheck.report.html.anchors import Anchors
from srccheck.report.html.where import where_in
from srccheck.report.register import (
    Cited,
    File,
    Holding,
    Levels,
    archival_citations,
    holdings_of,
)
from srccheck.report.window import printable
from srccheck.resolve import Apparatus
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to, and what it is called: "¶ 12", "n. 4"."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A level of a file ("fond 17"), and what stands below it.

    Where a file ends here, ``anchor`` is its id, ``leaves`` are those cited, ``documents`` the
    papers named, ``cited`` the places.
    """

    label: str
    below: tuple[Branch, ...] = ()
    anchor: str = ""
    leaves: str = ""
    documents: tuple[str, ...] = ()
    cited: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveTree:
    """An archive: its abbreviation, name and city, how many files are cited, and its fonds."""

    label: str
    place: str
    files: int
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The register of one manuscript; ``anchors`` has the id of a citation's file by its index."""

    archives: tuple[ArchiveTree, ...]
    anchors: Mapping[int, str]


def tree_of(apparatus: Apparatus, anchors: Anchors) -> Tree:
    """Give the register of a manuscript as a tree."""
    numbers: dict[int, str] = {}
    archives = tuple(
        _archive(holding, apparatus, anchors, numbers)
        for holding in holdings_of(archival_citations(apparatus))
    )
    return Tree(archives, numbers)


def _archive(
    holding: Holding, apparatus: Apparatus, anchors: Anchors, numbers: dict[int, str]
) -> ArchiveTree:
    leaves: list[tuple[Levels, Branch]] = []
    for file in holding.files:
        anchor = anchors.archive(len(numbers))  # grows with every citation: never the same twice
        numbers.update((cited.index, anchor) for cited in file.cited)
        leaves.append((file.levels, _file(file, anchor, apparatus, anchors)))
    return ArchiveTree(
        printable(holding.abbreviation) or "no archive named",
        printable(", ".join(part for part in (holding.name, holding.city) if part)),
        len(holding.files),
        tuple(_branches(leaves, 0)),
    )


def _branches(files: Sequence[tuple[Levels, Branch]], depth: int) -> Iterator[Branch]:
    """Put files that share their levels down to ``depth`` into one branch, in their order."""
    for _, group in groupby(files, key=lambda file: file[0][: depth + 1]):
        same = list(group)
        levels, first = same[0]
        if len(levels) > depth + 1:
            label = _label(*levels[depth])
            yield Branch(label, tuple(_branches(same, depth + 1)))
        else:
            yield replace(first, below=tuple(_branches(same[1:], depth + 1)))


def _file(file: File, anchor: str, apparatus: Apparatus, anchors: Anchors) -> Branch:
    return Branch(
        _label(*file.levels[-1]) if file.levels else "no file named",
        anchor=anchor,
        leaves=printable(file.leaves),
        documents=tuple(
            printable(", ".join(part for part in document if part)) for document in file.documents
        ),
        cited=tuple(_cited(each, apparatus, anchors) for each in file.cited),
    )


def _cited(cited: Cited, apparatus: Apparatus, anchors: Anchors) -> Link:
    place = apparatus.citations[cited.index].place
    return Link(anchors.citation(cited.index), where_in(apparatus.manuscript, place))


def _label(name: str, value: str) -> str:
    return printable(f"{name.replace('_', ' ')} {value}")
