"""The HTML report in a browser: filters, jumps, keys, colours, a telephone's width.

Skipped where there is no Chromium, or no Playwright (``pip install '.[browser]'``).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from page_reading import report_on
from test_page import ARTICLE, HOSTILE

from srccheck.report.html import render_html

Browser = Any  # Playwright's, which the checks of types do without
Page = Any
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
FRAMES = "async () => { for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); }"
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser(root: Path) -> Iterator[Browser]:
    pytest.importorskip("playwright", reason="Playwright is not installed")
    spec = importlib.util.spec_from_file_location("chromium", root / "tools" / "chromium.py")
    assert spec is not None
    assert spec.loader is not None
    chromium = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(chromium)
    path = chromium.find()
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    with chromium.opened(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def example(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on the example manuscript and on the article of these tests."""
    source = (root / "examples" / "vlora.md").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(render_html(report_on(("vlora.md", source))), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser: Browser, example: Path) -> Iterator[Open]:
    """Open a page; whatever it says on the console, fetches or asks fails the test."""
    contexts: list[Any] = []
    said: list[str] = []

    def open_page(path: Path = example, size: dict[str, int] = WIDE, **options: Any) -> Page:
        context = browser.new_context(viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on(
            "request",
            lambda request: None if request.url == path.as_uri() else said.append(request.url),
        )
        page.goto(path.as_uri())
        page.evaluate(FRAMES)  # paragraphs take their height when they are first in view
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def shown(page: Page, selector: str) -> list[str]:
    """Give the ids of the elements that a reader can see."""
    found: list[str] = page.evaluate(
        "selector => [...document.querySelectorAll(selector)]"
        ".filter(each => each.offsetParent).map(each => each.id)",
        selector,
    )
    return found


def in_view(page: Page, selector: str) -> bool:
    """Tell whether an element is inside the window, and nothing lies over its middle."""
    page.evaluate(FRAMES)
    seen: bool = page.evaluate(
        """selector => {
          const each = document.querySelector(selector), box = each.getClientRects()[0];
          const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return over !== null && (each.contains(over) || over.contains(each));
        }""",
        selector,
    )
    return seen


def press(page: Page, selector: str) -> None:
    """Click on the first line of an element of the manuscript.

    The place is asked of the document: Playwright's own is off in paragraphs whose painting is
    put off (content-visibility).
    """
    page.locator(selector).first.scroll_into_view_if_needed()
    page.evaluate(FRAMES)
    x, y = page.evaluate(
        "selector => { const box = document.querySelector(selector).getClientRects()[0];"
        " return [box.x + box.width / 2, box.y + box.height / 2]; }",
        selector,
    )
    page.mouse.click(x, y)


def test_filters(open_page: Open) -> None:
    page = open_page()
    everything = shown(page, ".card")
    assert len(everything) > 10
    page.uncheck("[name=severity][value=w]")
    page.uncheck("[name=severity][value=i]")
    errors = shown(page, ".card")
    assert errors
    assert set(errors) == set(shown(page, ".card.e"))
    assert page.inner_text("[name=shown]") == f"{len(errors)} of {len(everything)} findings"
    page.click(".filters .all")
    assert shown(page, ".card") == everything
    page.select_option("[name=rule]", "ARC007")
    assert shown(page, ".group") == [""]
    assert len(shown(page, ".card")) == 1
    page.select_option("[name=rule]", "")
    page.select_option("[name=where]", "r")
    listed = shown(page, ".card")
    assert listed
    assert set(listed) == set(shown(page, ".card[data-w=r]"))
    page.select_option("[name=where]", "")
    page.fill("[name=words]", "LUTHI")
    named = [page.text_content(f"#{each}") or "" for each in shown(page, ".card")]
    assert 0 < len(named) < len(everything)
    assert all("Luthi" in each or "Lüthi" in each for each in named)
    page.fill("[name=words]", "no such words")
    assert shown(page, ".card") == []
    assert page.is_visible(".nothing")


def test_notes_are_filtered_by_number_and_range(open_page: Open, tmp_path: Path) -> None:
    notes = "".join(f"\n[^{n}]: Nobody {1990 + n}, p. {n}.\n" for n in range(1, 13))
    marks = "".join(f" He knew.[^{n}]" for n in range(1, 13))
    path = tmp_path / "notes.html"
    listed = ARTICLE[ARTICLE.index("## References") :]
    body = "They complained (Gaiduk 1996)."
    source = f"{body}{marks}\n{notes}\n{listed}"
    path.write_text(render_html(report_on(("a.md", source))), encoding="utf-8")
    page = open_page(path)
    page.select_option("[name=rule]", "CIT001")
    assert len(shown(page, ".card")) == 12
    page.fill("[name=note]", "12")
    assert [page.get_attribute(f"#{each}", "data-n") for each in shown(page, ".card")] == ["12"]
    page.fill("[name=note]", "5–9")
    assert [page.get_attribute(f"#{each}", "data-n") for each in shown(page, ".card")] == [*"56789"]


def test_there_and_back(open_page: Open) -> None:
    page = open_page()
    page.click("#f9 .where a")
    page.wait_for_url("**#w9")
    assert in_view(page, "#w9")
    assert page.evaluate("document.activeElement.id") == "w9"
    press(page, "#w9")
    page.wait_for_url("**#f9")
    assert in_view(page, "#f9")
    page.click("#back")
    page.wait_for_url("**#w9")
    page.click("#back")
    page.wait_for_url("**#f9")
    page.evaluate(FRAMES)
    assert page.is_hidden("#back")


def test_a_jump_shows_what_a_filter_or_another_part_hides(open_page: Open) -> None:
    page = open_page()
    page.fill("[name=words]", "no such words")
    page.click(".parts a >> text=Citations")
    press(page, "#w9")
    assert in_view(page, "#f9")


def test_an_ibid_shows_its_chain(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "chain.html"
    path.write_text(render_html(report_on(("a.md", ARTICLE))), encoding="utf-8")
    page = open_page(path)
    press(page, "#c4")
    assert page.is_visible(".inspector")
    assert page.locator(".inspector li").all_inner_texts() == [
        "RGASPI, f. 17, op. 3, d. 1080, l. 55 (¶ 3)",
        "RGASPI, fond 17, opis 3, delo 1080",
    ]
    page.click(".inspector li:nth-child(2) a")
    assert in_view(page, "#a0")
    page.keyboard.press("b")
    page.wait_for_url("**#c4")
    page.keyboard.press("Escape")
    assert page.is_hidden(".inspector")


def test_keys(open_page: Open) -> None:
    page = open_page()
    order = shown(page, ".card")
    for _ in range(3):
        page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == order[1]
    assert in_view(page, f"#w{order[1][1:]}")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#w{order[1][1:]}")
    page.keyboard.press("b")
    page.wait_for_url(f"**#{order[1]}")
    page.keyboard.press("2")
    assert page.is_visible(".matches")
    page.keyboard.press("/")
    page.keyboard.type("jjk")
    assert page.input_value("[name=words]") == "jjk"
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    assert page.is_hidden("#keys")


def test_the_next_citation_of_a_state(open_page: Open) -> None:
    page = open_page()
    page.click(".state[data-state=ms]")
    assert in_view(page, ".page .c.ms")
    assert page.is_visible(".inspector")


def test_colours_follow_the_system_and_the_button(open_page: Open) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    page = open_page(color_scheme="dark")
    dark = page.evaluate(background)
    page.click("#theme")
    light = page.evaluate(background)
    assert light != dark
    page.click("#theme")
    assert page.evaluate(background) == dark
    assert open_page(color_scheme="light").evaluate(background) == light


def test_on_a_phone(open_page: Open) -> None:
    page = open_page(size=PHONE, has_touch=True, is_mobile=True)
    for name in ("Findings", "Manuscript", "Citations", "Archives"):
        page.tap(f".parts a >> text={name}")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], name
        assert len(shown(page, ".part")) == 1
    page.tap(".parts a >> text=Findings")
    page.tap("#f9 .where a")
    assert shown(page, ".part") == ["text"]
    assert in_view(page, "#w9")
    page.tap("#back")
    page.wait_for_url("**#f9")
    assert in_view(page, "#f9")


def test_several_manuscripts(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "two.html"
    report = report_on(("a.md", ARTICLE), ("b.md", ARTICLE), failed="c.md")
    path.write_text(render_html(report), encoding="utf-8")
    page = open_page(path)
    assert shown(page, ".file") == ["file1-"]
    page.click(".overview a >> text=b.md")
    assert shown(page, ".file") == ["file2-"]
    page.wait_for_url("**#file2-")
    page.click("#f2-1 .where a")
    assert in_view(page, "#w2-1")


def test_an_ibid_with_numbers_of_its_own_leads_to_its_own_file(
    open_page: Open, tmp_path: Path
) -> None:
    path = tmp_path / "chain.html"
    source = ARTICLE.replace("(ibid., l. 57)", "(ibid., d. 9, l. 57; ibid., l. 60)")
    path.write_text(render_html(report_on(("a.md", source))), encoding="utf-8")
    page = open_page(path)
    press(page, "#c5")
    assert page.locator(".inspector li").all_inner_texts() == [
        "ibid., d. 9, l. 57 (¶ 3)",
        "RGASPI, f. 17, op. 3, d. 1080, l. 55 (¶ 3)",
        "RGASPI, fond 17, opis 3, delo 9",
    ]


def test_print_has_every_part(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    page.click("#theme")
    page.click("#theme")  # dark, whatever the system says
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(35, 39, 44)"
    assert shown(page, ".part") == ["findings", "citations", "archives", "text"]
    assert page.is_hidden(".filters")


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_hostile_text_does_nothing(open_page: Open, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render_html(report_on((f"a.{suffix}", HOSTILE))), encoding="utf-8")
    page = open_page(path)
    for key in "12345":
        page.keyboard.press(key)
    for citation in page.locator(".page .c").all():
        press(page, f"#{citation.get_attribute('id')}")
    assert page.title() == f"a.{suffix} – srccheck"


@pytest.mark.parametrize(
    ("scheme", "size"), [("dark", WIDE), ("light", PHONE)], ids=["dark", "phone"]
)
def test_no_barrier(open_page: Open, scheme: str, size: dict[str, int]) -> None:
    """Axe finds nothing: contrast, names, roles, order (WCAG 2.2 AA and good practice)."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core")
    page = open_page(size=size, color_scheme=scheme, bypass_csp=True)
    page.add_style_tag(content="* { content-visibility: visible !important }")
    for part in range(1, 5):
        page.keyboard.press(str(part))
        if part == 2:
            page.click(".state[data-state=ib]")
            page.keyboard.press(str(part))
        results = axe.Axe().run(page)
        problems = [
            (each["id"], node["html"])
            for each in results.response["violations"]
            for node in each["nodes"]
        ]
        assert problems == []
