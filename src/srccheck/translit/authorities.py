"""What no algorithm knows: established variants of persons, places and periodicals.

The data are refs/names.toml, places.toml and periodicals.toml; a project's own additions
(`translit.own`) go first.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, Literal

from srccheck.errors import DataFileError
from srccheck.resources import refs_path
from srccheck.translit.folding import folded_cyrillic
from srccheck.translit.own import current, depends_on_own
from srccheck.values import dataclass

Kind = Literal["name", "place", "periodical"]
_FILES: Final[Mapping[Kind, str]] = {
    "name": "names.toml",
    "place": "places.toml",
    "periodical": "periodicals.toml",
}
_LINE: Final = re.compile(
    r"""^(?: \[\[ (?P<table>\w+) \]\]
          | (?P<key>\w+) [ ]=[ ] (?: "(?P<value>[^"\n]*)" | (?P<flag>true|false) ) )$""",
    re.VERBOSE | re.MULTILINE,
)
_LOOSE: Final = str.maketrans(dict.fromkeys("’‘´`′ʼˈʹ'\"ʺ«»“”.,", "") | dict.fromkeys("-–", " "))


@dataclass(frozen=True, slots=True)
class Authority:
    """One established form with its variants.

    ``slips`` are spellings that are wrong in every language; ``person`` marks one individual.
    """

    kind: Kind
    established: str
    variants: tuple[str, ...]
    slips: tuple[str, ...] = ()
    cyrillic: tuple[str, ...] = ()
    person: bool = False
    language: str | None = None
    source: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every correct form, the established one first."""
        return (self.established, *self.variants)

    def explanation(self, a: str, b: str) -> str:
        """One line on why two forms are one name."""
        origin = f" ← {self.cyrillic[0]}" if self.cyrillic else ""
        return f"{a} = {b} (established variants){origin}"


class Aliases:
    """The authorities by every form, marks and case apart."""

    def __init__(self, authorities: Iterable[Authority]) -> None:
        self.authorities = tuple(authorities)
        self._by_form: dict[str, list[Authority]] = {}
        for authority in self.authorities:
            for form in {
                loose(each) for each in (*authority.forms, *authority.slips, *authority.cyrillic)
            }:
                self._by_form.setdefault(form, []).append(authority)

    def find(self, form: str, kind: Kind | None = None) -> tuple[Authority, ...]:
        """The authorities that have this form, in file order."""
        found = self._by_form.get(loose(form), ())
        return tuple(each for each in found if kind is None or each.kind == kind)

    def extended(self, more: Iterable[Authority]) -> Aliases:
        """These and a project's own, which go first."""
        return Aliases((*more, *self.authorities))


def loose(form: str) -> str:
    """A form without case, marks, apostrophes and hyphens: Mao Tsé-toung, mao tse toung."""
    text = form.casefold().translate(_LOOSE)
    if not text.isascii():
        folded = unicodedata.normalize("NFD", text.replace("đ", "d").replace("ł", "l"))
        text = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(text.split())


@depends_on_own
@lru_cache(maxsize=1)
def aliases() -> Aliases:
    """The project's own authorities and those of refs/ (read at the first call)."""
    found: list[Authority] = []
    for kind in _FILES:
        found += [*_own(kind), *_read(kind)]
    return Aliases(found)


@depends_on_own
@lru_cache(maxsize=3)
def aliases_of(kind: Kind) -> Aliases:
    """The project's own authorities and those of one file of refs/ (read at the first call)."""
    return Aliases([*_own(kind), *_read(kind)])


@depends_on_own
@lru_cache(maxsize=1)
def spelt() -> dict[str, str]:
    """Well-known Cyrillic names by their careless form (`folded_cyrillic`)."""
    known = {folded_cyrillic(name): name for name in _strings(_data("name")["spelt"])}
    for authority in aliases_of("name").authorities:
        known |= {folded_cyrillic(name): name for name in authority.cyrillic}
    return known


def established_pair(a: str, b: str, kind: Kind = "name") -> Authority | None:
    """The authority that has both forms as correct ones, if there is one."""
    known = aliases_of(kind)
    left = known.find(a)
    if not left:
        return None
    right = known.find(b)
    wrong = {loose(a), loose(b)}
    return next(
        (each for each in left if each in right and not wrong & set(map(loose, each.slips))), None
    )


def _own(kind: Kind) -> list[Authority]:
    """The authorities of one kind that the project adds."""
    own = current()
    return authorities_from(kind, json.loads(own.records).get(kind, ())) if own else []


def authorities_from(kind: Kind, records: Iterable[Mapping[str, Any]]) -> list[Authority]:
    """Authorities from records as the data files and a project's config have them."""
    return [
        Authority(
            kind=kind,
            established=record["established"],
            variants=_strings(record.get("variants", ())),
            slips=_strings(record.get("slips", ())),
            cyrillic=_strings(record.get("cyrillic", ())),
            person=bool(record.get("person", False)),
            language=record.get("language"),
            source=record.get("source", ""),
        )
        for record in records
    ]


def _strings(value: str | Iterable[str]) -> tuple[str, ...]:
    """The forms of a field: a list, or one string with semicolons (three times as fast)."""
    if isinstance(value, str):
        return tuple(form for each in value.split(";") if (form := each.strip()))
    return tuple(value)


def _read(kind: Kind) -> list[Authority]:
    data = _data(kind)
    try:
        return authorities_from(kind, data[kind])
    except (KeyError, TypeError) as error:
        path = refs_path() / _FILES[kind]
        raise DataFileError(f"not a list of names ({error})", where=str(path)) from error


@lru_cache(maxsize=3)
def _data(kind: Kind) -> dict[str, Any]:
    """The tables of a data file, read by `tables_of`."""
    path = refs_path() / _FILES[kind]
    try:
        return tables_of(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileError(f"not a list of names ({error})", where=str(path)) from error


def tables_of(text: str) -> dict[str, Any]:
    """Read the plain TOML that the files of names keep to, ten times as fast as tomllib.

    That is: ``[[table]]`` headings and ``key = "string"`` or ``key = true``, one a line, no
    escapes. A test reads the files with tomllib too and compares.
    """
    data: dict[str, Any] = {}
    record = data
    for table, key, value, flag in _LINE.findall(text):
        if table:
            record = {}
            data.setdefault(table, []).append(record)
        else:
            record[key] = flag == "true" if flag else value
    return data
