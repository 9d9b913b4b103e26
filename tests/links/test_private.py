"""A manuscript must not make the machine ask itself or its neighbours."""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import Any

import pytest
from loopback import QUICK, Request, article, serving, use

from srccheck.links.check import check
from srccheck.links.private import is_private_address, is_private_name
from srccheck.verdicts import State, Verdict

PUBLIC = replace(QUICK, allow_private=False)


@pytest.mark.parametrize(
    "text",
    ["127.0.0.1", "127.8.9.10", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
     "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0",
     "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "no address"],
)  # fmt: skip
def test_private_addresses(text: str) -> None:
    assert is_private_address(text)


@pytest.mark.parametrize("text", ["8.8.8.8", "93.184.216.34", "2606:4700::1111"])
def test_public_addresses(text: str) -> None:
    assert not is_private_address(text)


def test_private_names() -> None:
    assert all(
        map(is_private_name, ["localhost", "a.localhost", "printer.local", "127.0.0.1", "::1"])
    )
    assert not any(map(is_private_name, ["example.org", "local.example.org", "8.8.8.8"]))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every address that a socket is connected to; none is reached."""
    asked: list[Any] = []

    def connect(self: socket.socket, address: Any) -> None:
        asked.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    return asked


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost:8080/x", "http://[::1]/", "http://169.254.169.254/latest",
     "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://10.1.2.3/", "http://intranet.lan/"],
)  # fmt: skip
def test_private_links_are_skipped(url: str, asked: list[Any]) -> None:
    verdicts = check([use(url)], PUBLIC).verdicts
    assert [each.state for each in verdicts.values()] == [State.SKIPPED]
    assert "--allow-private" in next(iter(verdicts.values())).reason
    assert asked == []


def test_a_public_name_for_a_private_address(
    monkeypatch: pytest.MonkeyPatch, asked: list[Any]
) -> None:
    def look_up(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    verdicts = check([use("http://rebind.example.org/")], PUBLIC).verdicts
    assert [each.state for each in verdicts.values()] == [State.SKIPPED]
    assert asked == []


@pytest.mark.parametrize(
    "goal", ["http://127.0.0.1:{port}/secret", "http://localhost:{port}/secret", "http://[::1]:{port}/",
             "http://inner.example.org/secret"],
)  # fmt: skip
def test_a_redirect_to_a_private_address(monkeypatch: pytest.MonkeyPatch, goal: str) -> None:
    """Only the first host is let pass here; what it leads to is on the same machine."""
    monkeypatch.delenv("http_proxy", raising=False)
    monkeypatch.delenv("HTTP_PROXY", raising=False)
    seen: list[str] = []

    def answer(request: Request) -> None:
        seen.append(request.path)
        if request.path == "/secret":
            request.answer(200, article("Secret"))
        else:
            request.redirect(302, goal.format(port=request.server.server_port))

    with serving({}, answer) as host:
        port = host.server_port

        def look_up(name: str, _: int, *__: Any, **___: Any) -> list[Any]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        def let_pass(text: str) -> bool:
            return not allowed.pop() if allowed else is_private_address(text)

        allowed = [True]
        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr("srccheck.links.connections.is_private_address", let_pass)
        verdict = _only(check([use("http://outer.example.org/a")], PUBLIC).verdicts)
    assert verdict.state is State.UNCERTAIN
    assert "private address" in verdict.reason
    assert seen == ["/a"]


def test_a_page_that_leads_on_to_a_private_address(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def answer(request: Request) -> None:
        seen.append(request.path)
        port = request.server.server_port
        goal = f"http://127.0.0.1:{port}/secret"
        request.answer(200, f'<meta http-equiv="refresh" content="0; url={goal}">')

    with serving({}, answer) as host:
        port = host.server_port

        def look_up(name: str, _: int, *__: Any, **___: Any) -> list[Any]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        monkeypatch.delenv("http_proxy", raising=False)
        monkeypatch.delenv("HTTP_PROXY", raising=False)
        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr("srccheck.links.connections.is_private_address", lambda text: False)
        verdict = _only(check([use("http://outer.example.org/a")], PUBLIC).verdicts)
    assert verdict.state is State.UNCERTAIN
    assert seen == ["/a"]


def _only(verdicts: dict[str, Verdict]) -> Verdict:
    (verdict,) = verdicts.values()
    return verdict
