"""Links of known truth on the loopback interface, for measuring checkers of links.

    python benchmarks/link_zoo.py gen 1000 FOLDER     # links.tsv (address, kind, truth), .md, .html
    python benchmarks/link_zoo.py serve               # 40 hosts, 127.0.0.2 to 127.0.0.41

Truth is "alive", "dead" or "open": nobody can tell from the answer. A live page has a text of its
own; what does not exist is answered with 404, but for the hosts' section /soft/, which has a page
for everything. Needs a system whose loopback interface has all of 127.0.0.0/8 (Linux).
"""

from __future__ import annotations

import argparse
import asyncio
import random
from collections import Counter
from contextlib import suppress
from pathlib import Path

PORT, CLOSED = 18300, 18399
HOSTS = 40
LATENCY = 0.03

KINDS = {
    "page": (560, "alive"), "moved": (90, "alive"), "found": (30, "alive"), "hops": (20, "alive"),
    "cookie": (15, "alive"), "bots": (15, "alive"), "late": (15, "alive"), "large": (15, "alive"),
    "limit": (20, "alive"), "once503": (20, "alive"), "once404": (10, "alive"),
    "gone": (70, "dead"), "gone410": (15, "dead"), "circle": (10, "dead"),
    "movedgone": (10, "dead"), "soft": (20, "dead"), "front": (10, "dead"), "closed": (5, "dead"),
    "wall": (20, "open"), "challenge": (5, "open"), "hour": (5, "open"), "fault": (10, "open"),
    "mute": (5, "open"), "drip": (5, "open"),
}  # fmt: skip

WORDS = [
    *("harbour", "ledger", "consul", "winter", "treaty", "grain", "letter", "bridge", "archive"),
    *("district", "railway", "envoy", "copper", "parish", "census", "border", "captain", "witness"),
]


def text_of(key: str, words: int = 220) -> str:
    """Give a page's own words."""
    choose = random.Random(key)
    return " ".join(choose.choice(WORDS) for _ in range(words))


def page(title: str, text: str) -> str:
    """Give a page with a title and a text."""
    return (
        f"<!doctype html><html><head><title>{title} – Loopback Library</title></head><body>"
        f"<nav>Home Search Help</nav><h1>{title}</h1><p>{text}</p></body></html>"
    )


class Zoo:
    """All hosts: each answers by the kind that stands in the path."""

    def __init__(self) -> None:
        self.seen: Counter[tuple[str, str]] = Counter()

    async def serve(self) -> None:
        """Listen on every host until the process ends."""
        servers = [
            await asyncio.start_server(self._client, f"127.0.0.{2 + number}", PORT, backlog=512)
            for number in range(HOSTS)
        ]
        print("serving", flush=True)
        await asyncio.gather(*(server.serve_forever() for server in servers))

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, path, _ = head.split("\r\n", 1)[0].split(" ", 2)
                await asyncio.sleep(LATENCY)
                if not await self._answer(host, method, path, head.lower(), writer):
                    break
        writer.close()

    async def _answer(
        self, host: str, method: str, path: str, head: str, writer: asyncio.StreamWriter
    ) -> bool:
        kind, _, name = path.strip("/").partition("/")
        if method == "GET":
            self.seen[host, path] += 1
        first = self.seen[host, path] <= 1
        if kind in ("mute", "drip") and name.isdigit() and method == "GET":
            await self._stall(kind, writer)
            return False
        status, more, body = self._page(kind, name, path, head, first=first)
        data = body.encode()
        lines = [f"HTTP/1.1 {status} X", "content-type: text/html; charset=utf-8", *more]
        lines += [f"content-length: {len(data)}", "", ""]
        writer.write("\r\n".join(lines).encode() + (data if method != "HEAD" else b""))
        await writer.drain()
        return True

    async def _stall(self, kind: str, writer: asyncio.StreamWriter) -> None:
        if kind == "drip":
            writer.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9999\r\n\r\n"
            )
        for _ in range(300):
            await asyncio.sleep(0.2)
            if kind == "drip":
                writer.write(b" ")
                await writer.drain()

    def _page(
        self, kind: str, name: str, path: str, head: str, *, first: bool
    ) -> tuple[int, list[str], str]:
        missing = (404, [], page("Nothing at this address", "Look in the catalogue. " * 9))
        there = (200, [], page(f"Record {name}", text_of(path)))
        if kind == "":
            return 200, [], page("Loopback Library", text_of("front"))
        if kind == "soft":
            return 200, [], page("Catalogue", "We hold no such record. Try other words. " * 9)
        if not name.replace("end-", "").isdigit():
            return missing
        match kind:
            case "moved":
                return 301, [f"location: /page/{name}"], ""
            case "found":
                return 302, [f"location: /page/{name}"], ""
            case "hops":
                return 302, [f"location: /moved/{name}"], ""
            case "cookie" if "seen=yes" not in head:
                return 302, [f"location: {path}", "set-cookie: seen=yes; path=/"], ""
            case "bots" if "user-agent: mozilla/5.0" not in head:
                return 403, [], page("No robots", "")
            case "large":
                return 200, [], page(f"Record {name}", text_of(path, 90_000))
            case "limit" if first:
                return 429, ["retry-after: 1"], ""
            case "once503" if first:
                return 503, [], ""
            case "once404" if first:
                return missing
            case "gone":
                return missing
            case "gone410":
                return 410, [], ""
            case "circle":
                return 302, [f"location: /circle/{'' if 'end-' in name else 'end-'}{name[-4:]}"], ""
            case "movedgone":
                return 301, [f"location: /gone/{name}"], ""
            case "front":
                return 302, ["location: /"], ""
            case "wall":
                return 403, [], page("Forbidden", "")
            case "challenge":
                return 503, ["server: cloudflare"], "<title>Just a moment...</title>"
            case "hour":
                return 429, ["retry-after: 3600"], ""
            case "fault":
                return 500, [], ""
        return there


def generate(number: int, folder: Path, seed: int = 7) -> list[tuple[str, str, str]]:
    """Write the links, and give them: address, kind, truth."""
    choose = random.Random(seed)
    weights = sum(weight for weight, _ in KINDS.values())
    rows = []
    for kind, (weight, truth) in KINDS.items():
        for _ in range(round(number * weight / weights)):
            host = f"127.0.0.{2 + choose.randrange(HOSTS)}"
            port = CLOSED if kind == "closed" else PORT
            rows.append((f"http://{host}:{port}/{kind}/{1000 + len(rows)}", kind, truth))
    choose.shuffle(rows)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "links.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    (folder / "links.md").write_text(
        "# Links\n\n"
        + "".join(f"- [{kind} {n}]({url})\n" for n, (url, kind, _) in enumerate(rows)),
        "utf-8",
    )
    anchors = "".join(f'<p><a href="{url}">{kind}</a></p>\n' for url, kind, _ in rows)
    (folder / "links.html").write_text(f"<!doctype html><title>Links</title>\n{anchors}", "utf-8")
    return rows


def main() -> None:
    """Serve, or write the links."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve")
    gen = commands.add_parser("gen")
    gen.add_argument("number", type=int)
    gen.add_argument("folder", type=Path)
    asked = parser.parse_args()
    if asked.command == "gen":
        generate(asked.number, asked.folder)
    else:
        asyncio.run(Zoo().serve())


if __name__ == "__main__":
    main()
