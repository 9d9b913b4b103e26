"""Every kind of answer that a link can get, over real connections to the loopback interface."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from loopback import QUICK, Host, Page, Request, article, free_port, serving, told, use

from srccheck.links.check import Checked, check
from srccheck.links.cited import Cited
from srccheck.verdicts import State, Verdict

MISSING = article("Search the collection", "We are sorry: nothing of that name is here. " * 8)
MISSING_PL = article("Archiwum", "Nie znaleziono strony, której szukasz. Przejdź do spisu. " * 8)


def page(title: str, text: str = "", head: str = "") -> Page:
    return lambda request: request.answer(200, article(title, text, head))


def status(code: int, **headers: str) -> Page:
    return lambda request: request.answer(code, article(f"Status {code}"), **headers)


def redirect(code: int, to: str) -> Page:
    return lambda request: request.redirect(code, to)


def first(before: Page, after: Page) -> Page:
    return lambda request: (before if request.nth == 1 else after)(request)


def for_browsers(request: Request) -> None:
    mine = "srccheck" in request.headers["User-Agent"]
    (status(403) if mine else page("For browsers"))(request)


def wants_a_cookie(request: Request) -> None:
    if "seen=1" in request.headers.get("Cookie", ""):
        request.answer(200, article("Behind the cookie"))
    else:
        request.redirect(302, request.path, set_cookie="seen=1; Path=/")


def a_new_cookie_each_time(request: Request) -> None:
    request.redirect(302, request.path, set_cookie=f"visit={request.nth}; Path=/")


def drip(request: Request) -> None:
    """A page that never ends, a byte at a time: each byte would start a time-out anew."""
    request.send_response(200)
    request.send_header("content-type", "text/html")
    request.send_header("content-length", "100000")
    request.end_headers()
    request.wfile.write(b"<title>Dripping</title><h1>Dripping</h1>")
    while not request.server.over.wait(0.1):
        request.wfile.write(b".")


def drip_head(request: Request) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not request.server.over.wait(0.1):
        request.wfile.write(b"x-drip: 1\r\n")


def endless_chunk(request: Request) -> None:
    request.send_response(200)
    request.send_header("content-type", "text/html")
    request.send_header("transfer-encoding", "chunked")
    request.end_headers()
    request.wfile.write(b"ffffff\r\n<title>One chunk</title><h1>One chunk</h1>")
    while not request.server.over.wait(0.05):
        request.wfile.write(b" " * 64)


def close_at_once(request: Request) -> None:
    request.close_connection = True
    request.connection.close()


def garbage(request: Request) -> None:
    request.wfile.write(b"220 mail.example.org ESMTP ready\r\n")
    request.close_connection = True


def zipped(request: Request) -> None:
    body = gzip.compress(article("Zipped").encode())
    request.answer(200, body, content_encoding="gzip")


BOMB = gzip.compress(b"<title>Bomb</title>" + b" " * 20_000_000, compresslevel=1)


def bomb(request: Request) -> None:
    request.answer(200, BOMB, content_encoding="gzip")


def slow(request: Request) -> None:
    request.hold(0.6)
    request.answer(200, article("Slow"))


def huge(request: Request) -> None:
    request.answer(200, article("Five megabytes", "word " * 1_000_000))


PAGES: dict[str, Page] = {
    "/": page("The Archive", "The front page of the archive, with news and much else. " * 9),
    "/a/plain": page("A plain page"),
    "/a/gzip": zipped,
    "/a/bomb": bomb,
    "/a/huge": huge,
    "/a/empty": lambda request: request.answer(200, ""),
    "/a/nothing": lambda request: request.answer(204, ""),
    "/a/file.pdf": lambda request: request.answer(
        200, b"%PDF-1.7 " + b"0" * 4000, content_type="application/pdf"
    ),
    "/a/slow": slow,
    "/a/browsers": for_browsers,
    "/a/cookie": wants_a_cookie,
    "/a/once-404": first(status(404), page("Back again")),
    "/a/once-500": first(status(500), page("Back again")),
    "/a/once-closed": first(close_at_once, page("Back again")),
    "/a/limit": first(status(429, retry_after="1"), page("Patience helps")),
    "/m/301": redirect(301, "/a/plain"),
    "/m/308": redirect(308, "plain"),
    "/m/plain": page("A plain page"),
    "/m/302": redirect(302, "/a/plain"),
    "/m/chain": redirect(301, "/m/chain2"),
    "/m/chain2": redirect(302, "/m/301"),
    "/m/letters": redirect(301, "/m/дом".encode().decode("latin-1")),
    "/m/%D0%B4%D0%BE%D0%BC": page("The house"),
    "/d/404": status(404),
    "/d/410": status(410),
    "/d/301-404": redirect(301, "/d/404"),
    "/d/loop": redirect(302, "/d/loop2"),
    "/d/loop2": redirect(302, "/d/loop"),
    "/d/cookies": a_new_cookie_each_time,
    "/d/closed": close_at_once,
    "/s/title": page("Page not found | The Archive", "Try the search. " * 20),
    "/s/russian": page("Страница не найдена — Архив", "Воспользуйтесь поиском. " * 20),
    "/s/heading": page("404 - File or directory not found.", "Try again. " * 20),
    "/s/front": redirect(302, "/"),
    "/s/front-for-good/9": redirect(301, "/"),
    "/s/error": redirect(302, "/errors/404.html"),
    "/errors/404.html": page("The Archive", "Go back and try the list of collections. " * 9),
    "/w/403": status(403),
    "/w/401": status(401),
    "/w/999": status(999),
    "/w/challenge": lambda request: request.answer(
        503, "<title>Just a moment...</title>", server="cloudflare"
    ),
    "/w/challenge-404": lambda request: request.answer(
        404, "<title>Wait</title>", cf_mitigated="challenge"
    ),
    "/w/login": redirect(302, "/login?from=/w/login"),
    "/login": page("The Archive", "<form><input type='password' name='p'></form>"),
    "/w/ask-first": redirect(302, "/cookie-consent"),
    "/cookie-consent": page("The Archive", "We value your privacy. " * 12),
    "/l/hour": status(429, retry_after="3600"),
    "/l/date": status(429, retry_after="Fri, 31 Dec 2100 23:59:59 GMT"),
    "/l/always": status(429, retry_after="0"),
    "/u/500": status(500),
    "/u/503": status(503, retry_after="3600"),
    "/u/400": status(400),
    "/u/hang": lambda request: request.hold(30),
    "/u/drip-head": drip_head,
    "/u/garbage": garbage,
    "/u/file": redirect(302, "file:///etc/passwd"),
    "/u/nowhere": redirect(302, "http://"),
    "/u/script": redirect(302, "javascript:alert(1)"),
    "/a/drip": drip,
    "/a/chunk": endless_chunk,
    **{f"/u/hop{number}": redirect(302, f"/u/hop{number + 1}") for number in range(14)},
    "/a/resolution/404": page("Resolution 404 of the Council", "The Council could not be found."),
}

EXPECTED = {
    "/a/plain": State.OK, "/a/gzip": State.OK, "/a/bomb": State.OK, "/a/huge": State.OK,
    "/a/empty": State.OK, "/a/nothing": State.OK, "/a/file.pdf": State.OK, "/a/slow": State.OK,
    "/a/browsers": State.OK, "/a/cookie": State.OK, "/a/once-404": State.OK,
    "/a/once-500": State.OK, "/a/once-closed": State.OK, "/a/limit": State.OK,
    "/a/drip": State.OK, "/a/chunk": State.OK, "/a/resolution/404": State.OK,
    "/m/301": State.MOVED, "/m/308": State.MOVED, "/m/302": State.OK, "/m/chain": State.OK,
    "/m/letters": State.MOVED,
    "/d/404": State.DEAD, "/d/410": State.DEAD, "/d/301-404": State.DEAD, "/d/loop": State.DEAD,
    "/d/cookies": State.DEAD, "/d/closed": State.DEAD,
    "/s/title": State.SOFT_DEAD, "/s/russian": State.SOFT_DEAD, "/s/heading": State.SOFT_DEAD,
    "/s/front": State.SOFT_DEAD, "/s/error": State.SOFT_DEAD,
    "/s/front-for-good/9": State.SOFT_DEAD,
    "/w/403": State.BLOCKED, "/w/401": State.BLOCKED, "/w/999": State.BLOCKED,
    "/w/challenge": State.BLOCKED, "/w/challenge-404": State.BLOCKED, "/w/login": State.BLOCKED,
    "/w/ask-first": State.BLOCKED,
    "/l/hour": State.RATE_LIMITED, "/l/date": State.RATE_LIMITED, "/l/always": State.RATE_LIMITED,
    "/u/500": State.UNCERTAIN, "/u/503": State.UNCERTAIN, "/u/400": State.UNCERTAIN,
    "/u/hang": State.UNCERTAIN, "/u/drip-head": State.UNCERTAIN, "/u/garbage": State.UNCERTAIN,
    "/u/file": State.UNCERTAIN, "/u/nowhere": State.UNCERTAIN, "/u/script": State.UNCERTAIN,
    "/u/hop0": State.UNCERTAIN,
}  # fmt: skip


@pytest.fixture(scope="module")
def web() -> Iterator[Host]:
    with serving(PAGES) as host:
        yield host


@pytest.fixture(scope="module")
def run(web: Host) -> tuple[dict[str, Verdict], float]:
    """The verdicts on all paths, by path, and the seconds they took."""
    began = time.monotonic()
    checked = check([use(web.base + path) for path in EXPECTED], QUICK)
    took = time.monotonic() - began
    return {url.removeprefix(web.base): each for url, each in checked.verdicts.items()}, took


@pytest.mark.parametrize("path", EXPECTED)
def test_state(path: str, run: tuple[dict[str, Verdict], float]) -> None:
    verdict = run[0][path]
    assert verdict.state is EXPECTED[path], told(verdict)
    assert verdict.state in (State.OK, State.MOVED) or verdict.reason


def test_no_server_stretches_the_run(run: tuple[dict[str, Verdict], float]) -> None:
    """Four that drip or hang, one that asks for an hour: all of it together ends."""
    assert run[1] < 25


def test_the_chain_is_kept(web: Host, run: tuple[dict[str, Verdict], float]) -> None:
    verdict = run[0]["/m/chain"]
    assert [(hop.url.removeprefix(web.base), hop.status) for hop in verdict.chain] == [
        ("/m/chain", 301),
        ("/m/chain2", 302),
        ("/m/301", 301),
    ]
    assert verdict.final_url == f"{web.base}/a/plain"
    assert verdict.status == 200
    assert verdict.title == "A plain page"


def test_dead_is_confirmed_and_a_wall_is_asked_as_a_browser_once(
    web: Host, run: tuple[dict[str, Verdict], float]
) -> None:
    assert web.count["/d/404"] >= 2
    assert web.count["/w/403"] == 2
    mine = [agent for method, path, sent in web.asked if path == "/w/403"
            for agent in [sent["User-Agent"]]]  # fmt: skip
    assert [agent.startswith("srccheck/") for agent in mine] == [True, False]


def one(url: str, cited: Cited | None = None, **options: object) -> Verdict:
    from dataclasses import replace

    checked = _checked(url, cited, replace(QUICK, **options))  # type: ignore[arg-type]
    return next(iter(checked.verdicts.values()))


def _checked(url: str, cited: Cited | None, options: object) -> Checked:
    return check([use(url, cited)], options)  # type: ignore[arg-type]


@pytest.mark.parametrize("body", [MISSING, MISSING_PL])
def test_a_page_for_every_address_is_not_believed(body: str) -> None:
    """What cannot exist gets the same page, which says that something is missing."""
    real = {"/x/a-real-one": page("Real", "Words of its own, many of them. " * 9)}
    with serving(real, lambda request: request.answer(200, body)) as host:
        assert one(f"{host.base}/x/gone-long-ago").state is State.SOFT_DEAD
        assert one(f"{host.base}/x/a-real-one").state is State.OK


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The archive is closed for maintenance, and no page can be found. " * 5, State.UNCERTAIN),
        ("You do not have access to this page. Ask your library. " * 5, State.BLOCKED),
        ("Choose a section of the collection from the list on the left. " * 5, State.UNCERTAIN),
    ],
)
def test_a_page_that_stands_in_for_all_is_no_verdict(text: str, state: State) -> None:
    with serving({}, lambda request: request.answer(200, article("The Archive", text))) as host:
        assert one(f"{host.base}/records/110158").state is state


def test_a_page_that_repeats_its_address_is_not_believed() -> None:
    def echo(request: Request) -> None:
        name = request.path.rpartition("/")[2]
        request.answer(200, article(f"No record {name}", f"There is no record {name} here. " * 9))

    with serving({}, echo) as host:
        assert one(f"{host.base}/records/110158").state is State.SOFT_DEAD


def test_pages_that_only_repeat_their_name_are_alive() -> None:
    def echo(request: Request) -> None:
        name = request.path.rpartition("/")[2]
        request.answer(200, article(f"Record {name}", f"The text of {name} stands here. " * 9))

    with serving({}, echo) as host:
        assert one(f"{host.base}/records/110158").state is State.OK


def test_a_shell_that_scripts_fill_cannot_be_judged() -> None:
    shell = (
        "<html><head><title>App</title></head><body><div id=root></div><script src=a.js></script>"
    )
    with serving({}, lambda request: request.answer(200, shell)) as host:
        assert one(f"{host.base}/records/110158").state is State.UNCERTAIN


def test_the_cited_title_is_proof_of_life() -> None:
    """Whatever else the page says, and whatever the host gives for what cannot exist."""
    title = "Letter of the Consul on the Harbour"
    text = f"Page not found? No: here is the {title}, and more. "
    with serving({}, lambda request: request.answer(200, article("Page not found", text))) as host:
        assert one(f"{host.base}/x/1", Cited(title=title)).state is State.OK
        assert one(f"{host.base}/x/1", Cited(labels=(title,))).state is State.OK
        assert one(f"{host.base}/x/1", Cited(title="Another letter altogether")).state is (
            State.SOFT_DEAD
        )


def test_another_page_than_the_cited_one() -> None:
    head = '<meta name="citation_title" content="Report on the Grain of 1932">'
    with serving({"/x/1": page("Report on the Grain of 1932", head=head)}) as host:
        url = f"{host.base}/x/1"
        verdict = one(url, Cited(title="Memorandum of a Conversation in Moscow"))
        assert verdict.state is State.MISMATCH
        assert "Report on the Grain of 1932" in verdict.reason
        assert one(url, Cited(title="Report on the grain of 1932.")).state is State.OK
        assert one(url, Cited(title="Донесение о хлебе 1932 года")).state is State.OK
    with serving({"/x/1": page("Somebody's site")}) as host:  # no title that is meant for citing
        verdict = one(f"{host.base}/x/1", Cited(title="Memorandum of a Conversation in Moscow"))
        assert verdict.state is State.OK


def test_a_host_that_refuses_every_connection_is_gone() -> None:
    with serving(PAGES) as host:
        gone = f"http://127.0.0.1:{free_port()}"
        urls = [f"{gone}/a", f"{gone}/b", f"{host.base}/a/plain"]
        checked = check([use(url) for url in urls], QUICK)
        states = [checked.verdicts[url].state for url in urls]
    assert states == [State.HOST_GONE, State.HOST_GONE, State.OK]
    assert not checked.offline


def test_a_name_that_never_exists_is_gone_offline_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    checked = check([use("http://archive.invalid/a")], QUICK)
    assert [each.state for each in checked.verdicts.values()] == [State.HOST_GONE]
    assert not checked.offline


def test_a_host_that_asks_everyone_to_wait_an_hour_is_left() -> None:
    with serving({}, status(429, retry_after="3600")) as host:
        uses = [use(f"{host.base}/x/{number}") for number in range(40)]
        began = time.monotonic()
        checked = check(uses, QUICK)
        assert time.monotonic() - began < 5
        assert {each.state for each in checked.verdicts.values()} == {State.RATE_LIMITED}
        assert len(host.asked) <= 4


def test_one_address_with_a_limit_does_not_cost_the_others() -> None:
    pages = {f"/x/{number}": page(f"Page {number}") for number in range(12)}
    pages["/x/3"] = status(429, retry_after="3600")
    with serving(pages) as host:
        checked = check([use(f"{host.base}{path}") for path in pages], QUICK)
    states = [each.state for each in checked.verdicts.values()]
    assert (states.count(State.OK), states.count(State.RATE_LIMITED)) == (11, 1)


def test_the_time_for_a_run_is_bounded() -> None:
    with serving({}, lambda request: request.hold(30)) as host:
        uses = [use(f"{host.base}/x/{number}") for number in range(50)]
        began = time.monotonic()
        from dataclasses import replace

        checked = check(uses, replace(QUICK, max_seconds=1.0, jobs=2))
        assert time.monotonic() - began < 5
    assert checked.out_of_time
    assert {each.state for each in checked.verdicts.values()} <= {State.SKIPPED, State.UNCERTAIN}


def test_a_host_is_asked_by_two_at_a_time_and_not_at_once() -> None:
    from dataclasses import replace

    at: list[float] = []

    def note(request: Request) -> None:
        at.append(time.monotonic())
        request.answer(200, article(f"Page {request.path}"))

    pages = {f"/x/{number}": note for number in range(4)}
    with serving(pages) as host:
        options = replace(QUICK, host_interval=0.2)
        check([use(f"{host.base}{path}") for path in pages], options)
    gaps = [later - sooner for sooner, later in pairwise(at)]
    assert min(gaps) > 0.15
