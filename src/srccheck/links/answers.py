"""What answers and pages mean by themselves, without regard to what was asked before."""

from __future__ import annotations

import datetime
import time
from email.utils import parsedate_to_datetime
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import urljoin

from srccheck.links.address import canonical, read_address
from srccheck.links.missing import Likeness, asks_for_login, is_shell
from srccheck.links.options import BODY_LIMIT, HEAD_LIMIT, RECORD_LIMIT
from srccheck.links.page import Page
from srccheck.links.probe import Kind, Probed, Sight
from srccheck.links.trail import Trail
from srccheck.links.transport import Answer

_LEADS_ON = 600  # characters of a page that leads on to another


def now_in_utc() -> str:
    """Give the time as the contract has it: "2026-07-01T12:00:00Z"."""
    return _in_utc(int(time.time()))


@lru_cache(maxsize=2)
def _in_utc(second: int) -> str:
    return datetime.datetime.fromtimestamp(second, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def status_said(status: int) -> str:
    """Say a status: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def retry_after(answer: Answer) -> float | None:
    """Read Retry-After (RFC 9110, 10.2.3): seconds or a date; None where it is neither."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=datetime.UTC)
    return max((when - datetime.datetime.now(datetime.UTC)).total_seconds(), 0.0)


def reading_limit(trail: Trail) -> int:
    """Give how much of a page is read: what has no title to be looked for is told by its head."""
    if trail.known is not None and trail.known.host.reader:
        return RECORD_LIMIT
    return BODY_LIMIT if any(each.title for each in trail.cited) else HEAD_LIMIT


def leads_on(answer: Answer, page: Page) -> str:
    """Give the address that a page without much to read leads on to by itself, or "".

    A page that only loads itself anew is one to read.
    """
    if not (200 <= answer.status < 300 and page.is_html and page.refresh):
        return ""
    goal = urljoin(page.address, page.refresh)
    if canonical(goal) == canonical(page.address) or len(page.text) > _LEADS_ON:
        return ""
    return goal


def leads_to_front(trail: Trail) -> bool:
    """Tell whether redirects led from a page of its own to a front page."""
    if not trail.hops or trail.address.is_front:
        return False
    end = read_address(trail.at)
    return end is not None and end.is_front


def sight_of(trail: Trail, page: Page, *, front: bool) -> Sight:
    """Keep of a page what it is held against a probe by."""
    return Sight(
        likeness=Likeness.of(page),
        address=trail.canonical,
        end=trail.at,
        redirected=bool(trail.hops),
        login=asks_for_login(page, trail.at),
        shell=is_shell(page),
        front=front,
    )


def likeness_of_two(sight: Sight, probed: Probed) -> str:
    """Tell whether a page and the one for nothing are one: "end", "page", "nearly" or ""."""
    if probed.kind is not Kind.PAGE or probed.likeness is None:
        return ""
    if sight.redirected and probed.redirected and sight.end == probed.end:
        return "end"
    ours, theirs = (each.partition("://")[2] for each in (sight.address, probed.address))
    likeness = sight.likeness
    if likeness.is_like(probed.likeness):
        return "nearly" if likeness.has_own_words(ours, probed.likeness) else "page"
    named = likeness.is_named_like(ours, probed.likeness, theirs)
    if named and likeness.reads_like(ours, probed.likeness, theirs) and sight.loose:
        return "nearly" if likeness.has_own_words(ours, probed.likeness) else "page"
    return ""


def described(page: Page) -> tuple[str, str]:
    """Give title and date of a page, as far as they are known."""
    return (page.declared_title or page.title)[:300], page.dated[:60]
