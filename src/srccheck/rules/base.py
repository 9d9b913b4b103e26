"""What a rule is, and what it reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.resolve import Apparatus
    from srccheck.text import Place


class Severity(StrEnum):
    """How bad a finding is (see RULES: error, warning, info)."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Order: 0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


class Safety(StrEnum):
    """Whether a fix may be applied without a human's look."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the visible text of ``place`` by ``replacement``."""

    place: Place
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A suggestion that can be applied: what it does, how safe it is, its edits."""

    safety: Safety
    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding: "the entry", "first cited here"."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports, before positions are turned into lines and columns.

    ``severity`` is set only where a rule deviates from its own default. ``place`` may be empty
    (start == end) for a finding about the whole manuscript. ``sure`` where it rests on the words
    that stand there, whatever fields they were taken for.
    """

    place: Place
    message: str
    severity: Severity | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


class Rule:
    """One rule. Its module's docstring is its manual page.

    A subclass sets the class attributes and yields findings from :meth:`check`, which reads the
    apparatus and nothing else: no files, no network, no output, no state.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    summary: ClassVar[str]  # one line for tables; says the problem
    aliases: ClassVar[tuple[str, ...]] = ()
    options: ClassVar[type[Any]] = NoOptions
    fixes: ClassVar[Safety | None] = None
    gives_way_to: ClassVar[tuple[str, ...]] = ()  # codes whose finding on the same span wins
    judges: ClassVar[bool] = True  # False: another step than check reports it

    def check(self, apparatus: Apparatus, options: Any) -> Iterator[Finding]:
        """Yield what is wrong."""
        raise NotImplementedError

    @property
    def family(self) -> str:
        """The letters of the code: "CIT"."""
        return self.code.rstrip("0123456789")


RuleOptions = Mapping[str, Any]
Findings = Iterable[Finding]
