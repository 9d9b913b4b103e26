"""Pages that say "not found" under status 200, walls that say nothing, and pages that are alike.

Two lists of phrases (refs/not_found.toml), in the languages of historians. An *anchored* phrase is
the whole of a title or heading ("Page not found | The Archive"): it decides alone. A *loose* one
("we could not find …") decides only for a page that is also given for an address that cannot exist.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from srccheck.errors import DataFileError
from srccheck.links.page import Page
from srccheck.resources import refs_path
from srccheck.values import dataclass

_FILE = "not_found.toml"
_SEGMENT = re.compile(r"\s+[|»«·•:–—-]+\s+|\s*\|\s*|\s::\s")
_PASSWORD = re.compile(r"""<input\b[^>]*\btype\s*=\s*["']?password""", re.IGNORECASE)
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|auth(?:orize|enticate)?|sso|cas|shibboleth|wayf|saml2?|account/login)\b",
    re.IGNORECASE,
)
_ERROR_PATH = re.compile(
    r"/(?:page[-_]?)?(?:404|not[-_]?found|error[-_]?404|404[-_]?error|missing|errors?/404)"
    r"(?:[-_]?page)?(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_CONSENT_PATH = re.compile(r"cookie|consent|gdpr|cookieabsent|no-?cookie", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[/?=&._-]+")
_DIGITS = re.compile(r"\d+")
_SCANT = 40  # words under which a page with scripts is a shell that a browser fills
_COMPARED = 4000  # characters of the visible text that are compared
_ALIKE = 93.0


@dataclass(frozen=True, slots=True)
class Phrases:
    """What refs/not_found.toml holds; walls by the beginning of a title, or by a mark in a page."""

    anchored: re.Pattern[str]
    loose: re.Pattern[str]
    temporary: re.Pattern[str]
    access: re.Pattern[str]
    wall_titles: tuple[str, ...]
    wall_marks: tuple[str, ...]
    captcha_marks: tuple[str, ...]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """Read refs/not_found.toml. Raises DataFileError where it is broken."""
    path = refs_path() / _FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        thing = data["anchored"].pop("thing")
        anchored = [each for language in data["anchored"].values() for each in language]
        loose = [each for language in data["loose"].values() for each in language]
        whole = "|".join(anchored).replace("{thing}", thing)
        return Phrases(
            re.compile(rf"\W*(?:{whole})\W*", re.IGNORECASE),
            re.compile("|".join(loose), re.IGNORECASE),
            re.compile("|".join(data["stands_in"]["temporary"]), re.IGNORECASE),
            re.compile("|".join(data["stands_in"]["access"]), re.IGNORECASE),
            tuple(data["wall"]["titles"]),
            tuple(data["wall"]["marks"]),
            tuple(data["wall"]["captcha"]),
        )
    except (OSError, ValueError, KeyError, re.error) as error:
        raise DataFileError(f"this cannot be read ({error})", where=str(path)) from None


def says_missing(page: Page) -> str:
    """Give the title or heading that says there is no such page, or ""."""
    anchored = phrases().anchored
    for text in dict.fromkeys((page.title, page.first_heading, page.meta.get("og:title", ""))):
        for segment in (text, *_SEGMENT.split(text)):
            if segment and len(segment) <= 120 and anchored.fullmatch(segment):
                return segment.strip()
    return ""


def may_say_missing(text: str, address: str = "") -> str:
    """Give the words of a page that may mean it is not there, or "".

    What stands in its own address says nothing: "Resolution 404" at /resolutions/404.
    """
    named = address.casefold()
    for match in phrases().loose.finditer(text[:_COMPARED]):
        words = " ".join(match.group().split())
        if words.casefold() not in named:
            return words
    return ""


def stands_in(text: str) -> str:
    """Tell what a page that stands for every other is: "maintenance", "no access", or ""."""
    known = phrases()
    if known.access.search(text[:_COMPARED]):
        return "no access"
    return "maintenance" if known.temporary.search(text[:_COMPARED]) else ""


def wall(status: int, headers: Mapping[str, str], page: Page) -> str:
    """Tell what stands before a page and is not it: a challenge, or ""."""
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return "a challenge by Cloudflare"
    known = phrases()
    start = page.source[:60_000].lower()
    if any(mark in start for mark in known.wall_marks):
        return "a challenge for browsers"
    if page.title.casefold().startswith(known.wall_titles) and (
        status != 200 or len(page.text.split()) < 120
    ):
        return f"a challenge for browsers ({page.title})"
    if any(mark in start for mark in known.captcha_marks) and len(page.text.split()) < _SCANT:
        return "a captcha"
    return ""


def asks_for_login(page: Page, address: str) -> bool:
    """Tell whether a page is a login form that a redirect led to."""
    return bool(_LOGIN_PATH.search(urlsplit(address).path)) or bool(
        _PASSWORD.search(page.source) and len(page.text.split()) < 400
    )


def ends_at_not_found(address: str, begun: str) -> bool:
    """Tell whether a redirect led to a page whose very name is "not found"."""
    return bool(
        _ERROR_PATH.search(urlsplit(address).path) and not _ERROR_PATH.search(urlsplit(begun).path)
    )


def asks_for_consent(address: str) -> bool:
    """Tell whether a redirect led to a page about cookies."""
    return bool(_CONSENT_PATH.search(urlsplit(address).path))


def is_shell(page: Page) -> bool:
    """Tell whether a page has next to no text before its scripts run."""
    return len(page.text.split()) < _SCANT and bool(_SCRIPT.search(page.source))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is kept of a page to compare another with: its title, its heading, its first text."""

    title: str
    heading: str
    text: str

    @classmethod
    def of(cls, page: Page) -> Likeness:
        """Keep what is compared of a page."""
        return cls(page.title, page.first_heading, page.text[:_COMPARED])

    def is_like(self, other: Likeness) -> bool:
        """Tell whether two pages say the same, but for a time, a number or a counter in them."""
        if (self.title, self.heading) != (other.title, other.heading):
            return False
        if self.text == other.text:
            return True
        return len(self.text) > 80 and fuzz.ratio(self.text, other.text) >= _ALIKE

    def is_named_like(self, own: str, other: Likeness, others: str) -> bool:
        """Tell whether two pages have one title, but for the words of their own addresses."""
        if _without(self.title, own) != _without(other.title, others):
            return False
        return _without(self.heading, own) == _without(other.heading, others)

    def reads_like(self, own: str, other: Likeness, others: str) -> bool:
        """Tell the same of their texts."""
        ours, theirs = _without(self.text, own), _without(other.text, others)
        return ours == theirs or (len(ours) > 80 and fuzz.ratio(ours, theirs) >= _ALIKE)


def _without(text: str, address: str) -> str:
    """Give a text without the words of an address, and without numbers."""
    text = text.casefold()
    words = {word for word in _IN_ADDRESS.split(address.casefold()) if len(word) >= 2}
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return " ".join(_DIGITS.sub("", text).split())
