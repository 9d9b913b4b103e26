r"""The manuscripts that use a bibliography, found from the bibliography's side.

They are looked for in its folder, in the folders right in that, and in the folder above. A
manuscript uses the bibliography that it names (``\addbibresource{refs.bib}``); one that names none
uses the only .bib of its folder, where that holds most of the keys it cites.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from srccheck import readers
from srccheck.beside import LARGEST, loader
from srccheck.bibliographies import Bibliographies
from srccheck.errors import SrccheckError
from srccheck.files import SKIPPED, Source, included_by, without_included
from srccheck.lint import LintResult, Settings, graded
from srccheck.resolve.cross_references import is_cross_reference
from srccheck.rules import Diagnostic, select_rules
from srccheck.rules.citation.missing_reference import MissingReference
from srccheck.rules.citation.uncited_entry import UncitedEntry
from srccheck.rules.input.unused_suppression import UnusedSuppression
from srccheck.suppression import Exemption
from srccheck.text import Manuscript
from srccheck.values import dataclass

CITES_BY_KEY = readers.TEX | readers.MARKDOWN | readers.TYPST
_WORD = re.compile(rb"[\w:./+-]+")
_AT_END = b":./+-_"  # what may stand behind a key and is no part of it
_KEY = re.compile(rb"@\w+\s*[{(]\s*(?P<key>[^\s,{}]+)\s*,")


@dataclass(frozen=True, slots=True)
class User:
    """A manuscript that uses a bibliography: by its name, or as the only one there is."""

    path: str
    named: bool


@dataclass(frozen=True, slots=True)
class Users:
    """Who uses a bibliography.

    ``cited`` are keys of its entries that manuscripts cite of which it is not known what they use:
    chapters, mostly, that another file puts together.
    """

    found: tuple[User, ...] = ()
    cited: frozenset[str] = frozenset()


def users_of(bibliography: str, keeps: Callable[[str], bool], known: Iterable[str] = ()) -> Users:
    """Look for the users of one bibliography.

    ``keeps`` tells which files are looked at; ``known`` are the real paths of manuscripts that are
    linted anyhow, with the bibliographies that they name.
    """
    return _Search(Path(bibliography), keeps, frozenset(known)).users()


class _Search:
    """The files round one bibliography."""

    def __init__(self, path: Path, keeps: Callable[[str], bool], known: frozenset[str]) -> None:
        self.path = path
        self.keeps = keeps
        self.known = known

    def users(self) -> Users:
        """Read what may use it."""
        found: list[User] = []
        cited: set[str] = set()
        sources = [Source(str(path), named=False) for path in self._manuscripts()]
        for source in without_included(sources):
            path = Path(source.path)
            texts = list(_texts(path))
            named = self._may_name(texts) and os.path.realpath(path) not in self.known
            manuscript = _read(path, texts[0]) if named or self._may_cite(texts) else None
            if manuscript is None:
                continue
            if manuscript.bibliographies:
                if named and self._is_named_by(manuscript):
                    found.append(User(source.path, named=True))
                continue
            keys = _cited_keys(manuscript)
            held = {self._keys[key] for key in keys if key in self._keys}
            if self._is_only_choice(path) and held and 2 * len(held) >= len(keys):
                found.append(User(source.path, named=False))
            else:
                cited |= held
        return Users(tuple(found), frozenset(cited))

    def _manuscripts(self) -> Iterator[Path]:
        """Give the files that may cite by key, in the folders where they are looked for."""
        here = self.path.parent
        below = [each for each in _entries(here) if _is_folder(each)]
        above = [] if (here / ".git").exists() else [Path(os.path.normpath(here / ".."))]
        for folder in (here, *below, *above):
            yield from filter(self._may_be_user, _entries(folder))

    def _may_be_user(self, path: Path) -> bool:
        """Tell a file of a kind that cites by key, and that the run would read."""
        return (
            path.suffix.lower() in CITES_BY_KEY
            and not path.name.startswith(".")
            and path.is_file()
            and self.keeps(str(path))
        )

    def _may_name(self, texts: Sequence[bytes]) -> bool:
        """Tell whether the name of the bibliography stands anywhere in the text."""
        stem = self.path.stem
        return not stem.isascii() or any(stem.encode() in text for text in texts)

    def _is_named_by(self, manuscript: Manuscript) -> bool:
        named = Bibliographies().paths_for(manuscript)
        return os.path.realpath(self.path) in map(os.path.realpath, named)

    def _is_only_choice(self, manuscript: Path) -> bool:
        """Tell a manuscript in the folder of the only .bib, or right below, where there is none."""
        here = self.path.parent
        if manuscript.parent == here:
            return self._is_alone
        return manuscript.parent.parent == here and self._is_alone and not _bibs(manuscript.parent)

    @cached_property
    def _is_alone(self) -> bool:
        return self.path.suffix.lower() == ".bib" and len(_bibs(self.path.parent)) == 1

    @cached_property
    def _key_bytes(self) -> frozenset[bytes]:
        return frozenset(_KEY.findall(_bytes(self.path)))

    @cached_property
    def _keys(self) -> dict[str, str]:
        """Give the keys of its entries, and the others that they can be cited by, each its own."""
        manuscript = _read(self.path, _bytes(self.path))
        found: dict[str, str] = {}
        for stream in manuscript.streams if manuscript else ():
            for record in stream.records:
                found[record.key] = record.key
                for field in record.fields:
                    if field.name == "ids":
                        found |= {key.strip(): record.key for key in field.value.split(",")}
        return found

    @cached_property
    def _odd_keys(self) -> frozenset[bytes]:
        """Give the keys that are no single word, which must be looked for one by one."""
        return frozenset(key for key in self._key_bytes if not _WORD.fullmatch(key))

    def _may_cite(self, texts: Sequence[bytes]) -> bool:
        words = {word for text in texts for word in _WORD.findall(text)}
        words |= {word.rstrip(_AT_END) for word in words}
        return not self._key_bytes.isdisjoint(words) or any(
            key in text for text in texts for key in self._odd_keys
        )


def told_of(settings: Settings) -> tuple[str, ...]:
    """Give the rules that a user is asked about, of those that its settings choose."""
    chosen = {rule.code for rule in select_rules(settings.select, settings.ignore)}
    asked = (MissingReference, UncitedEntry, UnusedSuppression)
    return tuple(rule.code for rule in asked if rule.code in chosen)


def joined(
    result: LintResult,
    settings: Settings,
    ran: Sequence[LintResult],
    more: Sequence[LintResult],
    cited: frozenset[str] = frozenset(),
) -> LintResult:
    """Give the result of a bibliography, linted as ``settings`` say, with what its users say of it.

    ``more`` are the users that were linted for its sake only; those among the others that ``ran``
    tell what they find themselves. An entry is uncited where all of them say so, and its key is
    not among those ``cited`` elsewhere.
    """
    path = os.path.realpath(result.path)
    users = [*more, *(each for each in ran if each is not result and _uses(each, path))]
    if not users or not (more or cited):
        return result
    told = [_of_the_file(each, path) for each in users]
    own = {_key(each) for each in result.diagnostics}
    agreed = [
        _moved(each, result.path)
        for key, each in told[0].items()
        if key not in own and all(key in others for others in told) and each.raw not in cited
    ]
    missing = [
        _moved(each, each.path)
        for user in more
        for each in user.diagnostics
        if each.code == MissingReference.code and os.path.realpath(each.path) != path
    ]
    left, exemptions = _left(agreed, settings)
    found = sorted(
        [*result.diagnostics, *left], key=lambda each: (each.location, each.end_location, each.code)
    )
    read = (*result.consulted, result.path, *(user.path for user in more))
    return replace(
        result,
        diagnostics=(*found, *missing),
        suppressed=result.suppressed + len(agreed) - len(left),
        exemptions=tuple(dict.fromkeys((*result.exemptions, *exemptions))),
        consulted=tuple(dict.fromkeys(read)),
    )


def _left(
    found: Sequence[Diagnostic], settings: Settings
) -> tuple[tuple[Diagnostic, ...], list[Exemption]]:
    """Give what the bibliography's own settings leave of findings in it, and what took some out."""
    codes = {rule.code for rule in select_rules(settings.select, settings.ignore)}
    at_work = [each for each in settings.exemptions if any(map(each.covers, found))]
    kept = [
        each
        for each in found
        if each.code in codes and not any(one.covers(each) for one in at_work)
    ]
    return graded(tuple(kept), settings.severities), at_work


def _of_the_file(user: LintResult, path: str) -> dict[tuple[object, ...], Diagnostic]:
    """Give what a user says of the bibliography at ``path`` that others may gainsay."""
    return {
        _key(each): each
        for each in user.diagnostics
        if each.code in (UncitedEntry.code, UnusedSuppression.code)
        and os.path.realpath(each.path) == path
    }


def _key(each: Diagnostic) -> tuple[object, ...]:
    return each.code, each.location, each.end_location, each.message


def _moved(each: Diagnostic, path: str) -> Diagnostic:
    """Give a finding for another result, whose streams are not those it was found in."""
    related = tuple(replace(one, place=None) for one in each.related)
    return replace(each, path=path, place=None, related=related)


def _uses(result: LintResult, path: str) -> bool:
    return path in map(os.path.realpath, result.consulted)


def _cited_keys(manuscript: Manuscript) -> set[str]:
    return {
        each.key
        for stream in manuscript.streams
        for each in stream.cited_keys
        if not is_cross_reference(each.key)
    }


def _read(path: Path, data: bytes) -> Manuscript | None:
    try:
        return readers.read(data, str(path), loader(str(path)))
    except SrccheckError:
        return None


def _texts(path: Path) -> Iterator[bytes]:
    """Give the bytes of a manuscript, and of what it includes."""
    yield _bytes(path)
    if path.suffix.lower() in readers.TEX:
        yield from (_bytes(Path(each)) for each in sorted(included_by(path)))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_folder(path: Path) -> bool:
    return path.name[0] != "." and path.name not in SKIPPED and path.is_dir()


def _bibs(folder: Path) -> list[Path]:
    return [each for each in _entries(folder) if each.suffix.lower() == ".bib"]
