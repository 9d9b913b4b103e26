"""Read a page as a browser does: its elements, their attributes and text, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from srccheck.errors import SrccheckError
from srccheck.files import Failure
from srccheck.lint import Settings, lint
from srccheck.report import LintReport
from srccheck.report.html import render_html

VOID = {"meta", "input", "br", "link", "img", "hr"}


@dataclass(slots=True)
class Element:
    """An element: its name, attributes, children (text among them) and parent."""

    name: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def all(self) -> Iterator[Element]:
        """Give the element and all below it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def find(self, name: str, kind: str = "") -> list[Element]:
        """Give the elements of a name and, if given, a class."""
        return [
            each
            for each in self.all()
            if each.name == name and (not kind or kind in each.attributes.get("class", "").split())
        ]

    def by_id(self, identifier: str) -> Element:
        """Give the one element of an id."""
        (found,) = (each for each in self.all() if each.attributes.get("id") == identifier)
        return found

    @property
    def text(self) -> str:
        """The text of the element, white space folded, without the marks of notes."""
        return " ".join(self._text().split())

    def _text(self) -> str:
        return "".join(
            child if isinstance(child, str) else child._text()
            for child in self.children
            if isinstance(child, str) or child.name != "sup"
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        assert len(element.attributes) == len(attrs), f"an attribute twice in {attrs}"
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.here.name == tag, f"<{self.here.name}> is closed by </{tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def read(page: str) -> Element:
    """Read a page in which every element is closed, and none by another's tag."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.here is reader.root
    return reader.root


def report_on(*texts: tuple[str, str], failed: str = "") -> LintReport:
    """Give the report on manuscripts by their path and text, and on a file that has none."""
    settings = Settings(keep_apparatus=True)
    outcomes: list[object] = [lint(text.encode(), path, settings) for path, text in texts]
    if failed:
        outcomes.append(Failure(failed, False, SrccheckError("is no text", where=failed)))
    return LintReport.of(outcomes)  # type: ignore[arg-type]


def page_of(*texts: tuple[str, str], failed: str = "") -> Element:
    """Give the page on manuscripts, read."""
    return read(render_html(report_on(*texts, failed=failed)))
