"""The Wilson Center Digital Archive, imitated: its pages of two generations, its wall, its end."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from loopback import QUICK, Host, Page, Request, serving

from srccheck.archives import OwnArchives, read_own
from srccheck.links.check import check
from srccheck.links.cited import uses
from srccheck.lint import read_apparatus
from srccheck.verdicts import State, Verdict

ARCHIVE = "digitalarchive.wilsoncenter.org"
WAYBACK = "web.archive.org"
ENTRY = (
    'Hoxha, Enver. "{title}". Woodrow Wilson Center. Digital Archive: International History '
    "Declassified, {date}. {reference}http://digitalarchive.wilsoncenter.org/document/{name} "
    "(accessed 10 May 2017)."
)
TITLE = (
    "Telegram from the Enver Hoxha to Ho Chi Minh via Gac Mazi, the Albanian Ambassador to Moscow"
)
NEARLY = "Telegram of Enver Hoxha for Ho Chi Minh by Gac Mazi, Albanian Envoy in Moscow"
SLUG = "telegram-enver-hoxha-ho-chi-minh-gac-mazi-albanian-ambassador-moscow"
TEXT = "<p>Comrade Ho Chi Minh. Source: this word stands in the text, too.</p>" * 60

# A field of the page made with Drupal: a label and its item in blocks of their own.
NEW = """<!doctype html><html><head><title>{title} | Wilson Center Digital Archive</title>
<style>{css}</style></head><body><header><h2>Digital Archive</h2></header>
<h1>{title}</h1><div class="field field-date"><time datetime="1961-08-15">{date}</time></div>
<div class="body">{text}</div>
<div class="field__label">Original Archive</div><div class="field__item">An archive</div>
<div class="field__label">Source</div><div class="field__item">{source}</div>
<div class="field__label">Record ID</div><div class="field__item">110158</div>
<footer>The History and Public Policy Program</footer></body></html>"""

# The page before: the site's own title, the document's in h2, labels with a colon.
OLD = """<html><head><title>Digital Archive : International History Declassified</title></head>
<body><h1>Digital Archive</h1><h2>{title}</h2><p class="date">{date}</p>{text}
<h4>Sources:</h4><p>{source}</p><h4>Record ID:</h4><p>110158</p></body></html>"""

CHALLENGE = (
    "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>"
    "<script>window._cf_chl_opt={}</script></body></html>"
)


def record(form: str = NEW, **changes: str) -> Page:
    fields = {"title": TITLE, "date": "August 15, 1961", "text": TEXT, "css": "a{b:c}" * 60_000,
              "source": "AMPJSh, V. 1961 D.219, p.18"} | changes  # fmt: skip
    return lambda request: request.answer(200, form.format(**fields))


def challenge(request: Request) -> None:
    request.answer(403, CHALLENGE, server="cloudflare", cf_mitigated="challenge")


class Net:
    """The names that there are, each a host of the loopback interface; all others have none."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ports: dict[str, int] = {}
        monkeypatch.setattr(socket, "getaddrinfo", self._look_up)
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.upper(), raising=False)

    def _look_up(self, host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        if host not in self.ports:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        at = ("127.0.0.1", self.ports[host])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", at)]


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Net:
    return Net(monkeypatch)


@pytest.fixture
def elsewhere(net: Net) -> Iterator[Host]:
    """Another host that answers, so that one without an answer is gone and not out of reach."""
    with serving({}, lambda request: request.answer(200, "<title>There</title>")) as host:
        net.ports["example.com"] = host.server_port
        yield host


Ask = Callable[..., Verdict]


@pytest.fixture
def ask(net: Net, elsewhere: Host) -> Ask:
    def ask(
        page: Page | None, *, title: str = TITLE, date: str = "15 August 1961",
        reference: str = "", name: str = "110158", archives: OwnArchives | None = None,
        **options: Any,
    ) -> Verdict:  # fmt: skip
        """Give the verdict on a manuscript's one entry; ``page`` None: there is no such host."""
        entry = ENTRY.format(title=title, date=date, reference=reference, name=name)
        apparatus = read_apparatus(f"References\n\n{entry}\n".encode(), "a.txt", archives)
        named = uses(apparatus, archives)
        chosen = replace(QUICK, control="http://example.com/", **options)
        if page is None:
            return _only(check(named, chosen).verdicts)
        with serving({f"/document/{name}": page}) as host:
            net.ports[ARCHIVE] = host.server_port
            return _only(check(named, chosen).verdicts)

    return ask


def _only(verdicts: dict[str, Verdict]) -> Verdict:
    (verdict,) = verdicts.values()
    return verdict


@pytest.mark.parametrize("form", [NEW, OLD], ids=["new", "old"])
def test_a_record_is_read(ask: Ask, form: str) -> None:
    verdict = ask(record(form))
    assert verdict.state is State.OK
    assert verdict.title == TITLE
    assert verdict.date in ("August 15, 1961", "1961-08-15")
    assert verdict.source == "AMPJSh, V. 1961 D.219, p.18"
    assert verdict.reason == ""


@pytest.mark.parametrize("form", [NEW, OLD], ids=["new", "old"])
def test_another_title(ask: Ask, form: str) -> None:
    verdict = ask(record(form, title="Report, Kovalev to Stalin", source=""))
    assert verdict.state is State.MISMATCH
    assert "Report, Kovalev to Stalin" in verdict.reason
    assert TITLE in verdict.reason


def test_a_title_that_differs_slightly(ask: Ask) -> None:
    verdict = ask(record(), title=NEARLY)
    assert verdict.state is State.OK
    assert "differs slightly" in verdict.reason


def test_another_date(ask: Ask) -> None:
    verdict = ask(record(), date="15 August 1963")
    assert verdict.state is State.MISMATCH
    assert "August 15, 1961" in verdict.reason or "1961-08-15" in verdict.reason
    assert "1963-08-15" in verdict.reason


def test_a_date_in_the_title_will_do(ask: Ask) -> None:
    title = "Report on the Meeting of 4 December 1989 in Moscow"
    page = record(title=title, date="December 6, 1989")
    assert ask(page, title=title, date="4 December 1989").state is State.OK


def test_the_original_is_compared_level_by_level(ask: Ask) -> None:
    page = record(
        source="RGASPI, f. 558, op. 11, d. 97, ll. 67-70. Contributed by Sergey Radchenko."
    )
    right = "RGASPI, f. 558, op. 11, d. 97, l. 68. "
    assert ask(page, reference=right).state is State.OK
    verdict = ask(page, reference=right.replace("97", "79"))
    assert verdict.state is State.MISMATCH
    assert verdict.reason == "the record gives d. 97, you cite d. 79"
    verdict = ask(page, reference=right.replace("RGASPI", "RGANI"))
    assert verdict.reason == "the record gives RGASPI, you cite RGANI"


def test_an_archive_that_the_project_added_is_compared_too(ask: Ask, tmp_path: Path) -> None:
    tables = tmp_path / "srccheck.toml"
    tables.write_text(
        '[[archive]]\nid = "mmg"\ncity = "Bratsk"\ncountry = "RU"\nconvention = "fond"\n'
        'abbreviations = ["ММГ", "MMG"]\nnames.en = ["Museum of Dam Builders"]\n',
        encoding="utf-8",
    )
    own = read_own(tables)
    page = record(source="MMG, f. 5, op. 1, d. 97, l. 3.")
    cited = "MMG, f. 5, op. 1, d. 79, l. 3. "
    verdict = ask(page, reference=cited, archives=own)
    assert verdict.state is State.MISMATCH
    assert verdict.reason == "the record gives d. 97, you cite d. 79"
    assert ask(page, reference=cited.replace("79", "97"), archives=own).state is State.OK


def test_another_record_than_the_number_says(ask: Ask) -> None:
    verdict = ask(record(), name="110802")
    assert verdict.state is State.MISMATCH
    assert verdict.reason == "the page is record 110158, you cite 110802"


def test_a_challenge_is_a_wall(ask: Ask) -> None:
    verdict = ask(challenge)
    assert verdict.state is State.BLOCKED
    assert "challenge" in verdict.reason


def test_a_name_without_address_is_a_grave(ask: Ask) -> None:
    verdict = ask(None)
    assert verdict.state is State.HOST_GONE
    assert "no address record" in verdict.reason


def test_nothing_answers_at_all(net: Net) -> None:
    entry = ENTRY.format(title=TITLE, date="15 August 1961", reference="", name="110158")
    apparatus = read_apparatus(f"References\n\n{entry}\n".encode(), "a.txt")
    checked = check(uses(apparatus), QUICK)
    assert checked.offline
    assert _only(checked.verdicts).state is State.OFFLINE


def wayback(copies: dict[str, str], index: dict[str, str]) -> Page:
    """Imitate the Wayback Machine: copies by address, and which of them have status 200."""

    def answer(request: Request) -> None:
        memento = re.fullmatch(r"/web/(\d+)/(.+)", request.path)
        if memento is not None:
            at = copies.get(memento.group(2))
            if at is None:
                request.answer(404, "not archived")
            else:
                request.redirect(302, f"/web/{at}/{memento.group(2)}")
            return
        url = unquote(request.path.partition("url=")[2].partition("&")[0])
        found = index.get(url)
        rows = [["timestamp", "original", "statuscode"], [found, url, "200"]] if found else []
        request.answer(200, json.dumps(rows), content_type="application/json")

    return answer


def test_an_archived_copy_from_about_the_day_of_access(net: Net, ask: Ask) -> None:
    there = f"http://{ARCHIVE}/document/110158"
    at = "20170509214411"
    with serving({}, wayback({there: at}, {there: at})) as archive:
        net.ports[WAYBACK] = archive.server_port
        verdict = ask(None, archive="bad", wayback=f"http://{WAYBACK}")
        assert archive.asked[0][1] == f"/web/20170510000000/{there}"
    assert verdict.state is State.HOST_GONE
    assert verdict.archived is not None
    assert verdict.archived.url == f"http://{WAYBACK}/web/{at}/{there}"
    assert verdict.archived.timestamp == at


def test_an_archived_404_is_refused_and_the_slug_is_tried(net: Net, ask: Ask) -> None:
    number, slug = (f"{ARCHIVE}/document/{name}" for name in ("110158", SLUG))
    copies = {f"http://{number}": "20220101000000", f"https://{slug}": "20220301000000"}
    index = {f"https://{slug}": "20220301000000"}
    with serving({}, wayback(copies, index)) as archive:
        net.ports[WAYBACK] = archive.server_port
        verdict = ask(None, archive="bad", wayback=f"http://{WAYBACK}")
    assert verdict.archived is not None
    assert verdict.archived.url.endswith(f"/web/20220301000000/https://{slug}")


def test_no_copy_and_an_archive_that_is_out_are_told_apart(net: Net, ask: Ask) -> None:
    with serving({}, wayback({}, {})) as archive:
        net.ports[WAYBACK] = archive.server_port
        verdict = ask(None, archive="bad", wayback=f"http://{WAYBACK}")
        assert (verdict.archived, verdict.archive_asked) == (None, True)
    with serving({}, lambda request: request.answer(503, "")) as archive:
        net.ports[WAYBACK] = archive.server_port
        verdict = ask(None, archive="bad", wayback=f"http://{WAYBACK}")
        assert (verdict.archived, verdict.archive_asked) == (None, False)


def test_a_timegate(net: Net, ask: Ask) -> None:
    """RFC 7089, pattern 1.1: a redirect, then a copy with its own Memento-Datetime."""

    def gate(request: Request) -> None:
        if request.path.startswith("/gate/"):
            assert request.headers["Accept-Datetime"] == "Wed, 10 May 2017 00:00:00 GMT"
            request.redirect(302, "/copy/7", vary="accept-datetime")
        else:
            request.answer(200, "x", memento_datetime="Tue, 09 May 2017 21:44:11 GMT")

    with serving({}, wayback({}, {})) as archive, serving({}, gate) as other:
        net.ports |= {WAYBACK: archive.server_port, "gate.example": other.server_port}
        verdict = ask(None, archive="bad", wayback=f"http://{WAYBACK}",
                      timegates=("http://gate.example/gate/",))  # fmt: skip
    assert verdict.archived is not None
    assert verdict.archived.url == "http://gate.example/copy/7"
    assert verdict.archived.timestamp == "20170509214411"


def test_a_copy_is_taken_only_when_told_to(net: Net, ask: Ask) -> None:
    there = f"http://{ARCHIVE}/document/110158"

    def saving(request: Request) -> None:
        if request.path.startswith("/save/"):
            request.redirect(302, f"/web/20260701000000/{request.path.removeprefix('/save/')}")
        else:
            wayback({}, {})(request)

    with serving({}, saving) as archive:
        net.ports[WAYBACK] = archive.server_port
        ask(record(), archive="bad", wayback=f"http://{WAYBACK}")
        assert archive.asked == []
        verdict = ask(record(), archive="bad", save=True, wayback=f"http://{WAYBACK}")
        assert f"/save/{there}" in [path for _, path, _ in archive.asked]
    assert verdict.archived is not None
    assert verdict.archived.timestamp == "20260701000000"


def test_a_doi_is_alive_though_its_publisher_is_walled(net: Net) -> None:
    def registry(request: Request) -> None:
        there = request.path == "/api/handles/10.1086/354321"
        code, status = (1, 200) if there else (100, 404)
        request.answer(status, json.dumps({"responseCode": code}), content_type="application/json")

    text = b"See http://doi.org/10.1086/354321 and http://doi.org/10.1086/000000."
    with serving({}, registry) as host:
        net.ports["doi.org"] = host.server_port
        verdicts = check(uses(read_apparatus(text, "a.txt")), QUICK).verdicts
    states = {url.rpartition("/")[2]: each.state for url, each in verdicts.items()}
    assert states == {"354321": State.OK, "000000": State.DEAD}
