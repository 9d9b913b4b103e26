"""Links by https, over a certificate that is made for the test."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest
from loopback import QUICK, Host, Page, article, serving, use

from srccheck.links.check import check
from srccheck.verdicts import State, Verdict

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate of "localhost" and its key, in one file."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem",
         "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_bytes((folder / "cert.pem").read_bytes() + (folder / "key.pem").read_bytes())
    return both


def page(text: str) -> Page:
    return lambda request: request.answer(200, article(request.path, text))


def verdicts(host: Host, certificate: Path, name: str = "localhost") -> list[Verdict]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    host.socket = context.wrap_socket(host.socket, server_side=True)
    uses = [use(f"https://{name}:{host.server_port}{path}") for path in host.pages]
    return list(check(uses, QUICK).verdicts.values())


def test_a_certificate_of_the_users_own_bundle(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that is kept serves the next link; the user names whom to trust."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    text = "Its own words. " * 20
    paths = [f"/d/{number}" for number in range(6)]
    with serving({path: page(text) for path in paths}) as host:
        connections: list[str] = []
        accept = host.get_request

        def counted() -> Any:
            connections.append("one more")
            return accept()

        monkeypatch.setattr(host, "get_request", counted)
        found = verdicts(host, certificate)
    assert [each.state for each in found] == [State.OK] * 6
    assert len(connections) <= 2


@pytest.mark.parametrize(("trusted", "name"), [(False, "localhost"), (True, "127.0.0.1")])
def test_a_certificate_that_cannot_be_trusted_is_no_verdict(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, trusted: bool, name: str
) -> None:
    if trusted:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    else:
        monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    with serving({"/d/1": page("Never seen.")}) as host:
        (verdict,) = verdicts(host, certificate, name)
    assert verdict.state is State.TLS
    assert verdict.title == ""
