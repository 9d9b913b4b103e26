"""A page as it was received: its title, headings, labelled lines and visible text.

Read with patterns and not with a parser: most pages are only asked for their title, a run has
thousands of them, and the end of a page may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape

_TITLE = re.compile(r"<title\b[^>]*>(.{0,4000}?)</title", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"<h([12])\b[^>]*>(.{0,4000}?)</h\1", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta\b([^>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_HIDDEN = re.compile(
    r"<(script|style|template|svg|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<head\b.*?</head\s*>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|section|article|header|footer|main|nav"
    r"|br|hr|form|blockquote|figure|time|aside|title)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_TIME = re.compile(r"""<time\b[^>]*\bdatetime\s*=\s*["']?(\d{4}(?:-\d\d){0,2})""", re.IGNORECASE)
_DATED = re.compile(
    r"""<(\w+)\b[^>]*\b(?:class|id)\s*=\s*["'][^"']*\bdate\b[^"']*["'][^>]*>(.{0,400}?)</\1""",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NO_SCRIPT = re.compile(r"<noscript\b.*?(?:</noscript\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_REFRESH = re.compile(
    r"""\s*(?P<seconds>\d{1,9})?(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?(?P<goal>[^"']+)""",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_HEAD = 20_000  # characters of a page in which its head is looked for
_SOON = 10  # seconds after which a page that leads on is no page to read
_DATES = ("citation_publication_date", "citation_date", "dc.date", "dcterms.date", "dc.date.issued")
_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")


def decode(body: bytes, content_type: str) -> str:
    """Give the text of a body by the first encoding that fits it.

    A mark at its beginning, the header, the page itself and UTF-8 are believed in this order; where
    none fits, the first one named is taken and what it has no letter for is replaced.
    """
    if not body:
        return ""
    named = _named_encodings(body, content_type)
    for charset in named:
        text = _decoded(body, charset)
        if text is not None:
            return text
    for charset in named:
        try:
            return body.decode(charset, "replace")
        except (LookupError, UnicodeError):
            continue
    return body.decode("utf-8", "replace")


def _named_encodings(body: bytes, content_type: str) -> list[str]:
    marked = next((name for mark, name in _MARKS if body.startswith(mark)), "")
    header, page = _IN_HEADER.search(content_type), _CHARSET.search(body, 0, 4096)
    said = (
        marked,
        header.group(1) if header else "",
        page.group(1).decode("ascii") if page else "",
        "utf-8",
    )
    return list(dict.fromkeys(each.lower() for each in said if each))


def _decoded(body: bytes, charset: str) -> str | None:
    """Decode a body, or give None; it may have been cut in the middle of a letter."""
    try:
        return body.decode(charset)
    except UnicodeDecodeError as error:
        if error.start < len(body) - 4:
            return None
        return body[: error.start].decode(charset, "replace")
    except (LookupError, UnicodeError):
        return None


class Page:
    """What was received of a page.

    ``source`` is its text (empty for a file that is no text), ``content_type`` the header,
    ``address`` where it was in the end, ``whole`` whether it was received to its end.
    """

    def __init__(
        self, source: str, content_type: str = "text/html", address: str = "", *, whole: bool = True
    ) -> None:
        self.source = source
        self.content_type = content_type
        self.address = address
        self.whole = whole

    @property
    def is_html(self) -> bool:
        """Whether the page is one of markup, and not a file to download."""
        kind = self.content_type.lower()
        return "html" in kind or "xml" in kind or not kind

    @cached_property
    def title(self) -> str:
        """The words of the title element."""
        match = _TITLE.search(self.source)
        return _words(match.group(1)) if match else ""

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings of the first level, then those of the second, in order."""
        found = [(match.group(1), _words(match.group(2))) for match in _some(_HEADING, self.source)]
        return tuple(text for level in "12" for each, text in found if each == level and text)

    @cached_property
    def first_heading(self) -> str:
        """The first heading of the first level."""
        for match in _some(_HEADING, self.source):
            if match.group(1) == "1":
                return _words(match.group(2))
        return ""

    @cached_property
    def meta(self) -> dict[str, str]:
        """The page's own data: what its meta elements give under a name or property."""
        found: dict[str, str] = {}
        for match in _META.finditer(self.source):
            given = {key.lower(): unescape(a or b or c) for key, a, b, c in
                     _ATTRIBUTE.findall(match.group(1))}  # fmt: skip
            name = given.get("name") or given.get("property") or given.get("itemprop") or ""
            if name and given.get("content"):
                found.setdefault(name.lower(), " ".join(given["content"].split()))
        return found

    @property
    def refresh(self) -> str:
        """The address that a browser goes on to by itself within some seconds, or "".

        That of a page for browsers without scripts (noscript) is not meant.
        """
        if "refresh" not in self.source[:_HEAD].lower():
            return ""
        for match in _META.finditer(_NO_SCRIPT.sub(" ", self.source[:_HEAD])):
            given = {key.lower(): unescape(a or b or c) for key, a, b, c in
                     _ATTRIBUTE.findall(match.group(1))}  # fmt: skip
            if given.get("http-equiv", "").lower() != "refresh":
                continue
            goal = _REFRESH.match(given.get("content", ""))
            if goal and int(goal["seconds"] or 0) <= _SOON:
                return goal["goal"].strip()
        return ""

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything that may be the title of what the page shows, without doubles."""
        named = [self.meta[name] for name in _TITLES if name in self.meta]
        return tuple(dict.fromkeys(each for each in (*named, *self.headings, self.title) if each))

    @property
    def declared_title(self) -> str:
        """The title that the page declares for programs to cite, or ""."""
        return next((self.meta[name] for name in _TITLES[:3] if name in self.meta), "")

    @property
    def dated(self) -> str:
        """The date that the page gives for what it shows, as it writes it, or ""."""
        for name in _DATES:
            if name in self.meta:
                return self.meta[name]
        match = _DATED.search(self.source)
        if match:
            return _words(match.group(2))
        match = _TIME.search(self.source)
        return match.group(1) if match else ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The visible text, a block of markup a line."""
        text = _HIDDEN.sub(" ", self.source).replace("\n", " ")
        text = unescape(_TAG.sub("", _BLOCK.sub("\n", text)))
        folded = (" ".join(line.split()) for line in text.split("\n"))
        return tuple(line for line in folded if line)

    @cached_property
    def text(self) -> str:
        """The visible text in one line."""
        return " ".join(self.lines)

    def labelled(self, *labels: str) -> str:
        """Give the line after the last one of these labels: "Source" or "Source: RGANI, …"."""
        wanted = {label.casefold() for label in labels}
        for at in range(len(self.lines) - 1, -1, -1):
            head, colon, rest = self.lines[at].partition(":")
            if head.strip().casefold() not in wanted:
                continue
            if colon and rest.strip():
                return rest.strip()
            if at + 1 < len(self.lines):
                return self.lines[at + 1]
        return ""


def _some(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give the first matches of a pattern: a page of headings alone has nothing more to say."""
    for number, match in enumerate(pattern.finditer(text)):
        if number == 40:
            return
        yield match


def _words(markup: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", markup)).split())
