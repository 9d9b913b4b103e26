"""A rule's manual page, read from its module's docstring.

The docstring is a headline, "name (CODE): sentence.", and six sections in a fixed order, each a
heading with a colon at the margin and an indented body::

    year-mismatch (CIT002): the author is listed, with another year.

    What it does:
        …
    Why it matters:
        …
    Example:
        A small manuscript in Markdown that has the problem.
    Use instead:
        The same manuscript without it.
    Fix safety:
        …
    Options:
        None.

Example and Use instead are run by the tests; one that begins with ``@`` is a .bib. An example that
begins with ``$ `` shows a command and is not run.
"""

from __future__ import annotations

import inspect
import re
import sys
from textwrap import dedent

from srccheck.errors import SrccheckError
from srccheck.rules.base import Rule
from srccheck.values import dataclass

SECTIONS = (
    "What it does",
    "Why it matters",
    "Example",
    "Use instead",
    "Fix safety",
    "Options",
)

_HEADLINE = re.compile(
    r"""
    (?P<name> [a-z0-9]+ (?: -[a-z0-9]+ )* )  # year-mismatch
    [ ] \( (?P<code> [A-Z]+ [0-9]+ ) \) : [ ]  # (CIT002):
    (?P<sentence> .+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_HEADING = re.compile(rf"^(?P<title>{'|'.join(SECTIONS)}):[ \t]*$", re.MULTILINE)


class PageError(SrccheckError):
    """A docstring that does not keep the form of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page: its names, its one sentence, and its sections as written, dedented."""

    code: str
    name: str
    sentence: str
    sections: tuple[tuple[str, str], ...]

    @property
    def suffix(self) -> str:
        """The ending that tells the examples' format."""
        return ".bib" if self.section("Example").startswith("@") else ".md"

    def section(self, title: str) -> str:
        """Give the body of a section by its title ("Example")."""
        return dict(self.sections)[title]

    @property
    def example(self) -> str | None:
        """The manuscript that has the problem; None where the section shows a command."""
        return _manuscript(self.section("Example"))

    @property
    def remedy(self) -> str | None:
        """The manuscript without the problem; None where the section shows a command."""
        return _manuscript(self.section("Use instead"))


def page_of(rule: Rule) -> Page:
    """Give the page of ``rule``. Raises PageError where its module's docstring is not one."""
    module = sys.modules[type(rule).__module__]
    return parse_page(inspect.getdoc(module) or "", where=module.__name__)


def parse_page(docstring: str, where: str = "") -> Page:
    """Read a page from a cleaned docstring (:func:`inspect.cleandoc`).

    Raises PageError where the headline has another form, or where a section is missing, empty,
    twice there or out of order.
    """
    headings = list(_HEADING.finditer(docstring))
    titles = tuple(heading["title"] for heading in headings)
    if titles != SECTIONS:
        wanted = ", ".join(SECTIONS)
        raise PageError(
            f"the sections are {', '.join(titles) or 'missing'}, not {wanted}", where=where
        )
    headline = _HEADLINE.fullmatch(docstring[: headings[0].start()].strip())
    if headline is None:
        raise PageError("the first line is not 'name (CODE): sentence.'", where=where)
    ends = [heading.start() for heading in headings[1:]] + [len(docstring)]
    bodies = tuple(
        (heading["title"], dedent(docstring[heading.end() : end].strip("\n")).rstrip())
        for heading, end in zip(headings, ends, strict=True)
    )
    for title, body in bodies:
        if not body.strip():
            raise PageError(f"the section '{title}' is empty", where=where)
    return Page(headline["code"], headline["name"], _folded(headline["sentence"]), bodies)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _manuscript(body: str) -> str | None:
    return None if body.startswith("$ ") else body + "\n"
