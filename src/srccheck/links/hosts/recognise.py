"""The one interface to every host: an address is recognised, and a page of it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from srccheck.links.address import Address, read_address
from srccheck.links.hosts.data import Form, Host, host_of
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.links.page import Page


@dataclass(frozen=True, slots=True)
class Known:
    """An address of a known host.

    ``form`` is None for a page of the host that has no form of its own in the data. ``parts`` are
    what the address says ("number", "slug", "doi"). ``now`` is today's address of the same page,
    where it differs and follows from the address alone.
    """

    host: Host
    address: Address
    form: Form | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    staging: bool = False
    now: str | None = None

    @property
    def is_document(self) -> bool:
        """Whether the address is one document's, not a collection's or the front page."""
        return self.form is not None and self.host.publishes_documents


@dataclass(frozen=True, slots=True)
class Record:
    """What a document's page says of it.

    ``title`` as the page has it, and ``titles`` all that it may be called; ``date`` as the page
    has it ("August 15, 1961"); ``source`` the line that names the original's archive; ``number``
    the record's own number.
    """

    title: str = ""
    titles: tuple[str, ...] = ()
    date: str = ""
    source: str = ""
    number: str = ""


class Recogniser:
    """What a host's module may know beyond its data; by default it knows nothing more."""

    def record(self, known: Known, page: Page) -> Record | None:
        """Give what the page of ``known`` says of its document, or None where it is none."""
        return None

    def remembered(self, known: Known) -> Record | None:
        """Give what is known of a document without its page, or None."""
        return None

    def ask(self, known: Known) -> str | None:
        """Give an address that answers for ``known`` better than its own does, or None."""
        return None

    def answer(self, known: Known, status: int, page: Page) -> bool | None:
        """Tell whether the answer of :meth:`ask`'s address says the document exists."""
        return None

    def other_forms(self, known: Known, title: str = "") -> tuple[str, ...]:
        """Give other addresses under which an archive may hold the page of ``known``."""
        return ()

    def newer_form(self, known: Known, title: str) -> str | None:
        """Give today's address of a document whose cited title is known, or None."""
        return None


def recognise(url: str) -> Known | None:
    """Tell what is known of an address from its form alone; None for a host that is not known."""
    address = read_address(url)
    if address is None:
        return None
    found = host_of(address)
    if found is None:
        return None
    host, staging = found
    tail = f"{address.path}?{address.query}" if address.query else address.path
    for form in host.forms:
        if form.domain is not None and not form.domain.fullmatch(address.host):
            continue
        match = form.path.fullmatch(tail)
        if match is not None:
            parts = {key: value for key, value in match.groupdict().items() if value is not None}
            return Known(host, address, form, parts, staging, _now(form, host, address, parts))
    moved = _on_its_own_host(host, address) if staging else None
    return Known(host, address, staging=staging, now=moved)


def recogniser_of(host: Host) -> Recogniser:
    """Give the module that reads a host's pages, or one that knows nothing."""
    if not host.reader:
        return Recogniser()
    return cast(Any, import_module(f"srccheck.links.hosts.{host.reader}")).RECOGNISER  # type: ignore[no-any-return]


def _now(form: Form, host: Host, address: Address, parts: Mapping[str, str]) -> str | None:
    if form.now:
        now = form.now.format_map(parts)
    elif address.host not in host.domains:
        now = _on_its_own_host(host, address)
    else:
        return None
    return None if now == address.text else now


def _on_its_own_host(host: Host, address: Address) -> str:
    scheme = "https" if host.https else address.scheme
    return Address(scheme, host.domains[0], None, address.path, address.query).text
