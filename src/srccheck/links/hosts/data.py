"""refs/hosts.toml: the hosts, the forms of their addresses, and where each was read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any

from srccheck.errors import DataFileError
from srccheck.links.address import Address
from srccheck.resources import refs_path
from srccheck.values import dataclass

NAME = "hosts.toml"
_HOST_KEYS = frozenset(
    (
        "id",
        "name",
        "domains",
        "staging",
        "https",
        "publishes_documents",
        "reader",
        "form",
        "sources",
    )
)
_FORM_KEYS = frozenset(("name", "path", "domain", "now", "legacy", "examples"))


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a host's addresses.

    ``path`` matches path and query from the first slash on; its named groups are what the address
    says (number, slug, volume). ``now`` is today's address with the groups in braces, "" where
    the form is itself in use or where today's address cannot be told from this one. ``legacy`` is
    a form the host has given up.
    """

    name: str
    path: re.Pattern[str]
    domain: re.Pattern[str] | None = None
    now: str = ""
    legacy: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Host:
    """A host: its names, whether https is known to answer, and the forms of its addresses.

    ``staging`` matches names of copies that were never meant for readers. ``reader`` names the
    module that reads its pages, "" where there is none.
    """

    id: str
    name: str
    domains: tuple[str, ...]
    staging: re.Pattern[str] | None = None
    https: bool = False
    publishes_documents: bool = False
    reader: str = ""
    forms: tuple[Form, ...] = ()
    sources: tuple[str, ...] = field(default_factory=tuple)


@lru_cache(maxsize=1)
def all_hosts() -> tuple[Host, ...]:
    """Give every host of refs/hosts.toml. Raises DataFileError where the file is broken."""
    return read_hosts(refs_path() / NAME)


def read_hosts(path: Path) -> tuple[Host, ...]:
    """Read a file of hosts; an unknown key, a bad pattern or a missing source is an error."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataFileError(f"this cannot be read ({error})", where=str(path)) from None
    return tuple(_host(each, path) for each in data.get("host", ()))


@lru_cache(maxsize=1)
def _by_domain() -> Mapping[str, Host]:
    return {domain: host for host in all_hosts() for domain in host.domains}


def host_of(address: Address) -> tuple[Host, bool] | None:
    """Give the host that an address names, and whether it is a staging copy of it."""
    host = _by_domain().get(address.host)
    if host is not None:
        return host, False
    for each in all_hosts():
        if each.staging is not None and each.staging.fullmatch(address.host):
            return each, True
    return None


def _host(data: Mapping[str, Any], path: Path) -> Host:
    where = f"{path}: {data.get('id', '?')}"
    _check(data, _HOST_KEYS, ("id", "name", "domains", "sources"), where)
    return Host(
        id=data["id"],
        name=data["name"],
        domains=tuple(data["domains"]),
        staging=_pattern(data["staging"], where) if "staging" in data else None,
        https=bool(data.get("https", False)),
        publishes_documents=bool(data.get("publishes_documents", False)),
        reader=data.get("reader", ""),
        forms=tuple(_form(each, where) for each in data.get("form", ())),
        sources=tuple(data["sources"]),
    )


def _form(data: Mapping[str, Any], where: str) -> Form:
    _check(data, _FORM_KEYS, ("name", "path", "examples"), where)
    return Form(
        name=data["name"],
        path=_pattern(data["path"], where),
        domain=_pattern(data["domain"], where) if "domain" in data else None,
        now=data.get("now", ""),
        legacy=bool(data.get("legacy", False)),
        examples=tuple(data["examples"]),
    )


def _check(
    data: Mapping[str, Any], known: frozenset[str], needed: Iterable[str], where: str
) -> None:
    unknown = sorted(set(data) - known)
    if unknown:
        raise DataFileError(f"there is no key {unknown[0]!r}", where=where)
    missing = [key for key in needed if not data.get(key)]
    if missing:
        raise DataFileError(f"the key {missing[0]!r} is missing", where=where)


def _pattern(text: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise DataFileError(f"{text!r} is no pattern ({error})", where=where) from None
