"""Answers that servers give and should not: nothing live is called dead, nothing dead alive."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import pytest
from loopback import QUICK, Host, Page, Request, article, not_found, serving, told, use

from srccheck.links.address import canonical
from srccheck.links.check import check
from srccheck.links.cited import Cited
from srccheck.verdicts import State, Verdict

OWN = "Letter of the consul on the harbour. The ships have come and the grain is unloaded. " * 4
MENU = "Home News Collections About Search Contact Visit Shop " * 100
HTML = b"Content-Type: text/html\r\n"


def page(title: str, text: str = OWN, head: str = "", **headers: str) -> Page:
    return lambda request: request.answer(200, article(title, text, head), **headers)


def source(text: str | bytes, status: int = 200, **headers: str) -> Page:
    return lambda request: request.answer(status, text, **headers)


def redirect(to: str) -> Page:
    return lambda request: request.redirect(302, to)


def refresh(content: str) -> Page:
    return source(f'<meta http-equiv="refresh" content="{content}"><title>Go on</title>')


def wire(head: bytes, body: bytes) -> Page:
    """What is sent byte for byte, and the end of the connection after it."""

    def answer(request: Request) -> None:
        request.close_connection = True
        request.wfile.write(head + b"\r\n" + body)

    return answer


def whole(title: str) -> bytes:
    return article(title, OWN).encode()


CYRILLIC = article("Пленум", "Протокол заседания районного комитета о хлебе. " * 9)
UNPACKED = article("Packed", OWN).encode()
ALIVE = (State.OK, State.MOVED)
DEAD = (State.DEAD, State.SOFT_DEAD)
OPEN = (State.UNCERTAIN, State.BLOCKED, State.RATE_LIMITED)

ANSWERS: dict[str, tuple[Page, tuple[State, ...]]] = {
    "/early-hints": (
        wire(b"HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n" + HTML,
             whole("Early")),
        ALIVE,
    ),
    "/http-1.0": (wire(b"HTTP/1.0 200 OK\r\n" + HTML, whole("Old")), ALIVE),
    "/bare-lines": (wire(b"HTTP/1.1 200 OK\nContent-Type: text/html\n", whole("Bare")), ALIVE),
    "/no-phrase": (wire(b"HTTP/1.1 200\r\n" + HTML, whole("Terse")), ALIVE),
    "/no-header": (wire(b"HTTP/1.1 200 OK\r\nno header\r\n" + HTML, whole("Odd")), ALIVE),
    "/150-headers": (wire(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 150 + HTML, whole("M")), ALIVE),
    "/too-long": (
        wire(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n" + HTML, whole("Cut")), ALIVE),
    "/too-short": (wire(b"HTTP/1.1 200 OK\r\nContent-Length: 60\r\n" + HTML, whole("S")), ALIVE),
    "/negative": (wire(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n" + HTML, whole("N")), ALIVE),
    "/half-a-chunk": (
        wire(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + HTML,
             b"ffff\r\n" + whole("Half")),
        ALIVE,
    ),
    "/no-gzip": (source(UNPACKED, content_encoding="gzip"), ALIVE),
    "/half-a-gzip": (source(gzip.compress(UNPACKED)[:-30], content_encoding="gzip"), ALIVE),
    "/two-gzips": (
        source(gzip.compress(UNPACKED[:90]) + gzip.compress(UNPACKED[90:]),
               content_encoding="gzip"),
        ALIVE,
    ),
    "/bare-deflate": (source(zlib.compress(UNPACKED)[2:-4], content_encoding="deflate"), ALIVE),
    "/no-type": (source(UNPACKED, content_type=""), ALIVE),
    "/no-such-charset": (source(UNPACKED, content_type="text/html; charset=hex"), ALIVE),
    "/empty.pdf": (source(b"", content_type="application/pdf"), ALIVE),
    "/blank-in-location": (redirect("/real/a b"), ALIVE),
    "/refresh": (refresh("0; url=/real/1"), ALIVE),
    "/refresh-quoted": (refresh("0;URL='/real/1'"), ALIVE),
    "/refresh-without-scripts": (
        source(f"<noscript><meta http-equiv=refresh content='0;url=/none'></noscript><p>{OWN}"),
        ALIVE,
    ),
    "/refresh-itself": (refresh("5"), ALIVE),
    "/refresh-to-nothing": (refresh("0; url=/none"), DEAD),
    "/refresh-in-a-circle": (refresh("0; url=/refresh-back"), OPEN),
    "/refresh-back": (refresh("0; url=/refresh-in-a-circle"), OPEN),
    "/plain": (source("Not found.\n", content_type="text/plain"), DEAD),
    "/second-heading": (source("<title>Archive</title><h1>Archive</h1><h2>Page not found</h2>"),
                        DEAD),
    "/rooms": (source(f"<title>Rooms</title><h1>Rooms</h1><h2>404</h2><h2>410</h2><p>{OWN}"),
               ALIVE),
    "/bare-words": (source("<center>404 Not Found</center>"), DEAD),
    "/rejected": (source("<title>Request Rejected</title>Your support ID is 123."), OPEN),
    "/server/521": (source("", 521), OPEN),
    "/server/405": (source("", 405), OPEN),
    "/server/451": (source("", 451), OPEN),
    "/server/300": (source("", 300), OPEN),
}  # fmt: skip


@pytest.fixture(scope="module")
def verdicts() -> Iterator[tuple[Host, dict[str, Verdict]]]:
    pages = {path: each for path, (each, _) in ANSWERS.items()}
    pages |= {"/real/1": page("The real page"), "/real/a%20b": page("With a blank")}
    with serving(pages) as host:
        yield host, check([use(host.base + path) for path in ANSWERS], QUICK).verdicts


@pytest.mark.parametrize("path", ANSWERS)
def test_state(path: str, verdicts: tuple[Host, dict[str, Verdict]]) -> None:
    host, found = verdicts
    verdict = found[host.base + path]
    assert verdict.state in ANSWERS[path][1], told(verdict)


def one(host: Host, path: str, cited: Cited | None = None) -> Verdict:
    url = host.base + path
    return check([use(url, cited)], QUICK).verdicts[canonical(url)]


def test_a_refresh_is_one_of_the_chain(verdicts: tuple[Host, dict[str, Verdict]]) -> None:
    host, found = verdicts
    verdict = found[f"{host.base}/refresh"]
    assert [(hop.url, hop.status) for hop in verdict.chain] == [(f"{host.base}/refresh", 200)]
    assert verdict.title == "The real page"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (CYRILLIC.encode("cp1251"), "text/html; charset=windows-1251"),
        (CYRILLIC.replace("<head>", '<head><meta charset="cp1251">').encode("cp1251"), "text/html"),
        (CYRILLIC.replace("<head>", '<head><meta charset="cp1251">').encode("cp1251"),
         "text/html; charset=utf-8"),
        (CYRILLIC.encode("utf-16"), "text/html"),
        (CYRILLIC.encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        (CYRILLIC.encode(), "text/html; charset=no-such-charset"),
    ],
)  # fmt: skip
def test_an_encoding_that_fits_is_found(body: bytes, content_type: str) -> None:
    with serving({"/d/5": source(body, content_type=content_type)}) as host:
        assert one(host, "/d/5").title == "Пленум"


@pytest.mark.parametrize(
    "text",
    [
        "Désolé, le document que vous cherchez est introuvable. ",
        "Das gesuchte Dokument konnte nicht gefunden werden. ",
        "К сожалению, запрошенный документ не найден. ",
        "Het document kon niet worden gevonden. ",
        "很抱歉，您要找的文件不存在。",
        "This domain name may be for sale. ",
    ],
)
def test_a_site_with_one_title_and_one_page_for_nothing(text: str) -> None:
    site = {"/d/5": page("National Archive")}
    with serving(site, page("National Archive", text * 5)) as host:
        assert one(host, "/d/5").state is State.OK
        assert one(host, "/d/77").state is State.SOFT_DEAD


def test_what_stands_after_the_menus_counts() -> None:
    missing = page("Archive", f"{MENU} The item that you asked for could not be found.")
    with serving({"/d/5": page("Archive", MENU + OWN)}, missing) as host:
        assert one(host, "/d/5").state is State.OK
        assert one(host, "/d/77").state is State.SOFT_DEAD


def test_a_line_of_its_own_among_menus_is_not_called_dead() -> None:
    foot = " If you cannot find what you are looking for, write to us. "
    record = page("Archive", f"{MENU[:2000]} Letter of the consul on ships and grain. {foot}")
    with serving({"/d/5": record}, page("Archive", f"{MENU[:2000]} {foot}")) as host:
        assert one(host, "/d/5").state is State.UNCERTAIN


def test_a_login_at_a_host_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def here(_: str, port: int, *__: object, **___: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", here)

    def ask(request: Request) -> None:
        port = request.server.server_port
        request.redirect(302, f"http://login.example.org:{port}/start?from=d")

    with serving({"/d/5": ask, "/start": page("Welcome")}) as host:
        assert one(host, "/d/5").state is State.BLOCKED


def test_a_kept_connection_that_the_server_closed_is_no_answer() -> None:
    """The server says nothing of it and closes after each answer; the next link is asked anew."""

    def closing(request: Request) -> None:
        request.answer(200, article(request.path, OWN))
        request.close_connection = True

    pages = {f"/d/{number}": closing for number in range(12)}
    with serving(pages, not_found) as host:
        found = check([use(host.base + path) for path in pages], QUICK).verdicts
    assert {each.state for each in found.values()} == {State.OK}


def test_bodies_and_cookies_come_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    def wants_a_cookie(request: Request) -> None:
        if "seen=1" in request.headers.get("Cookie", ""):
            request.answer(200, article("Behind the cookie", OWN))
        else:
            request.redirect(302, request.path, set_cookie="seen=1; Path=/")

    packed = source(gzip.compress(UNPACKED), content_encoding="gzip")
    good = "http://good.example.org"
    with serving({f"{good}/zip": packed, f"{good}/cookie": wants_a_cookie}) as proxy:
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.base)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.setenv(name, "")
        found = check([use(f"{good}/zip"), use(f"{good}/cookie"), use(f"{good}/none")], QUICK)
    assert [(each.state, each.title) for each in found.verdicts.values()] == [
        (State.OK, "Packed"),
        (State.OK, "Behind the cookie"),
        (State.DEAD, ""),
    ]
