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

from srccheck.errors import DataFileError
from srccheck.links.page import Page
from srccheck.resources import refs_path
from srccheck.values import dataclass

_FILE = "not_found.toml"
_SEGMENT = re.compile(r"\s+[|»«·•:–—-]+\s+|\s*\|\s*|\s::\s")
_SENTENCE = re.compile(r"(?<=[.!?:。！])\s*(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGEST = 120  # characters of a text that may say "not found" and nothing else
_PASSWORD = re.compile(r"""<input\b[^>]*\btype\s*=\s*["']?password""", re.IGNORECASE)
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|auth(?:orize|enticate)?|sso|cas|shibboleth|wayf|saml2?|account/login)\b",
    re.IGNORECASE,
)
_LOGIN_HOST = re.compile(
    r"(?:log-?in|sign-?in|auth|sso|idp|openid|cas|accounts?|wayf|shibboleth)\d?\.", re.IGNORECASE
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
_ENDING = 1000  # characters of its end that are compared, too: before them stand menus
_ALIKE = 93.0
_OWN_WORDS = (
    12  # that a page may have and be the same as another: a time, a number, an advertisement
)
_FEW = 3  # of those
_WORD = re.compile(r"[^\W\d_]{2,}")


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
    """Give the title, heading or only words that say there is no such page, or ""."""
    said = [page.title, page.first_heading, page.meta.get("og:title", "")]
    said.extend(each for each in page.headings if _LETTERS.search(each))  # not "404" in a list
    if len(page.text) <= _LONGEST:
        said.append(page.text)
    segments = (each for text in dict.fromkeys(said) for each in (text, *_SEGMENT.split(text)))
    for segment in dict.fromkeys(segments):
        if segment and len(segment) <= _LONGEST and _is_missing(segment):
            return segment.strip()
    return ""


def _is_missing(text: str) -> bool:
    """Tell whether a text says that there is no such page, in one sentence or in each of some."""
    anchored = phrases().anchored
    if anchored.fullmatch(text):
        return True
    sentences = [each for each in _SENTENCE.split(text) if each.strip()]
    return len(sentences) > 1 and all(anchored.fullmatch(each) for each in sentences)


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


def leads_to_login_host(address: str, begun: str) -> bool:
    """Tell whether a redirect led to another host, whose name says that it asks who one is."""
    host = urlsplit(address).hostname or ""
    return host != urlsplit(begun).hostname and _LOGIN_HOST.match(host) is not None


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
    """What is kept of a page to compare another with: title, heading, first and last text.

    ``cut`` is true where the page was not read to its end.
    """

    title: str
    heading: str
    text: str
    end: str = ""
    cut: bool = False

    @classmethod
    def of(cls, page: Page) -> Likeness:
        """Keep what is compared of a page."""
        text = page.text
        end = text[_COMPARED:][-_ENDING:]
        return cls(page.title, page.first_heading, text[:_COMPARED], end, not page.whole)

    def is_like(self, other: Likeness) -> bool:
        """Tell whether two pages say the same, but for a time, a number or a counter in them."""
        if (self.title, self.heading) != (other.title, other.heading):
            return False
        return _alike(self.text, other.text) and _alike(self.end, other.end)

    def has_own_words(self, own: str, other: Likeness) -> bool:
        """Tell whether a page that is like another one has words of its own, if few.

        A line of a record in a page that is menus for the rest looks so, and so does the
        advertisement of the day; ``own`` is the page's address.
        """
        words = f"{self.text} {self.end}"
        if words == f"{other.text} {other.end}":
            return False
        return _own_words(_without(words, own), f"{other.text} {other.end}".casefold()) > _FEW

    def is_named_like(self, own: str, other: Likeness, others: str) -> bool:
        """Tell whether two pages have one title, but for the words of their own addresses."""
        if _without(self.title, own) != _bare(other.title, others):
            return False
        return _without(self.heading, own) == _bare(other.heading, others)

    def reads_like(self, own: str, other: Likeness, others: str) -> bool:
        """Tell the same of their texts."""
        return all(
            _alike(_without(ours, own), _bare(theirs, others))
            for ours, theirs in ((self.text, other.text), (self.end, other.end))
        )


def _alike(ours: str, theirs: str) -> bool:
    """Tell whether two texts are one but for little; a page's own words are no such thing."""
    if ours == theirs:
        return True
    from rapidfuzz import fuzz  # the build, which asks for the phrases, has none

    if len(ours) <= 80 or not fuzz.ratio(ours, theirs, score_cutoff=_ALIKE):
        return False
    return _own_words(ours, theirs) <= _OWN_WORDS


def _own_words(ours: str, theirs: str) -> int:
    return len(set(_WORD.findall(ours)) - set(_WORD.findall(theirs)))


def _without(text: str, address: str) -> str:
    """Give a text without the words of an address, and without numbers."""
    if not text:
        return ""
    text = text.casefold()
    words = {word for word in _IN_ADDRESS.split(address.casefold()) if len(word) >= 2}
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return " ".join(_DIGITS.sub("", text).split())


_bare = lru_cache(maxsize=64)(_without)  # of probes, which many pages are held against
