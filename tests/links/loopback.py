"""A small web on the loopback interface: hosts whose pages are functions of this file's callers."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from srccheck.links.address import canonical
from srccheck.links.cited import Cited, Use
from srccheck.links.options import Options
from srccheck.text import Location
from srccheck.verdicts import Verdict

Page = Callable[["Request"], None]

QUICK = Options(
    jobs=24,
    host_interval=0.0,
    timeout=1.5,
    connect_timeout=1.5,
    patience=2.0,
    allow_private=True,
    again_after=0.05,
    archive="none",
)
"""A run that does not wait: the tests are about what is concluded, not about manners."""


class Request(BaseHTTPRequestHandler):
    """One request: what a page needs to answer it."""

    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        host = self.server
        with host.lock:
            host.count[self.path] += 1
            self.nth = host.count[self.path]
            host.agents.append(self.headers.get("User-Agent", ""))
            host.asked.append((self.command, self.path, dict(self.headers)))
        path = self.path.partition("?")[0]
        page = host.pages.get(self.path) or host.pages.get(path) or host.otherwise
        page(self)

    def answer(self, status: int = 200, body: str | bytes = "", **headers: str) -> None:
        """Send a whole answer; headers with _ for -."""
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        sent = {name.replace("_", "-").lower(): value for name, value in headers.items()}
        sent.setdefault("content-type", "text/html; charset=utf-8")
        sent.setdefault("content-length", str(len(data)))
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, status: int, to: str, **headers: str) -> None:
        """Send a redirect."""
        self.answer(status, "", location=to, **headers)

    def hold(self, seconds: float) -> None:
        """Wait, or less where the test is over."""
        self.server.over.wait(seconds)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Host(ThreadingHTTPServer):
    """A host of the small web, at a port of its own."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, pages: Mapping[str, Page], otherwise: Page) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.pages = dict(pages)
        self.otherwise = otherwise
        self.count: Counter[str] = Counter()
        self.agents: list[str] = []
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.lock = threading.Lock()
        self.over = threading.Event()

    @property
    def base(self) -> str:
        """The address of its front page, without the slash."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients go away in the middle: that is what is tested."""


def not_found(request: Request) -> None:
    """A host that knows what it does not have."""
    request.answer(404, article("Not here"))


def article(title: str, text: str = "", head: str = "") -> str:
    """Give a page that is there."""
    body = (
        text or "A page with some words in it, and with more of them than a shell would have. " * 6
    )
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        f"<body><h1>{title}</h1><p>{body}</p></body></html>"
    )


@contextmanager
def serving(pages: Mapping[str, Page] | None = None, otherwise: Page = not_found) -> Iterator[Host]:
    """Serve pages until the block ends."""
    host = Host(pages or {}, otherwise)
    thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield host
    finally:
        host.over.set()
        host.shutdown()
        host.server_close()
        thread.join()


def use(url: str, cited: Cited | None = None) -> Use:
    """Give a link as a manuscript would."""
    here = Location(1, 1, 0)
    return Use(url, canonical(url), "a.md", here, here, cited or Cited())


def free_port() -> int:
    """Give a port that nobody listens at."""
    import socket

    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def told(verdict: Verdict) -> str:
    """Give a verdict for a message of pytest."""
    return f"{verdict.state.value}: {verdict.reason} {verdict.chain}"
