"""What pages say that are not there, and what pages say that are."""

from __future__ import annotations

import pytest
from loopback import article

from srccheck.links.missing import (
    Likeness,
    asks_for_consent,
    asks_for_login,
    ends_at_not_found,
    may_say_missing,
    says_missing,
    wall,
)
from srccheck.links.page import Page


@pytest.mark.parametrize(
    "title",
    [
        "404", "404 Not Found", "Error 404", "404 - Page not found", "Page not found | The Archive",
        "The Archive | Page Not Found", "Not Found", "Page Not Found - JSTOR", "HTTP Error 404",
        "Sorry, the page you requested could not be found", "Document not found",
        "This page does not exist", "The requested page cannot be found.", "410 Gone",
        "Oops! We can’t find that page", "No such document", "Record no longer exists",
        "This item has been removed", "Страница не найдена", "Ошибка 404", "Документ не найден",
        "Сторінку не знайдено", "Seite nicht gefunden – Bundesarchiv", "Die Seite existiert nicht",
        "Page introuvable", "Page non trouvée", "Página no encontrada", "Pagina non trovata",
        "Nie znaleziono strony", "页面不存在", "404 – Сторінку не знайдено",
        "Ошибка 404. Страница не найдена", "Oops! Page not found.", "Pagina niet gevonden",
        "Sidan hittades inte", "Siden ikke fundet", "Siden ble ikke funnet", "Sivua ei löytynyt",
        "Lehte ei leitud", "Lapa nav atrasta", "Puslapis nerastas", "Pagina nu a fost găsită",
        "Страницата не е намерена", "Stranica nije pronađena", "Страница није пронађена",
        "Старонка не знойдзена", "Sayfa bulunamadı", "Η σελίδα δεν βρέθηκε", "הדף לא נמצא",
        "الصفحة غير موجودة", "ページが見つかりません", "페이지를 찾을 수 없습니다",
        "გვერდი ვერ მოიძებნა",
    ],
)  # fmt: skip
def test_titles_that_say_so(title: str) -> None:
    assert says_missing(Page(article(title))), title
    heading = f"<title>The Archive</title><h1>{title}</h1>"
    assert says_missing(Page(heading)), title


@pytest.mark.parametrize(
    "title",
    [
        "Resolution 404 (1977)", "Document 404", "Page 404 of the register", "Gone with the Wind",
        "Error Analysis in Geodesy", "The Missing Page: A Memoir", "Not Found in Translation",
        "Lost and Found in the Archives", "Documents no longer secret", "Records, 1941–1945",
        "What We Could Not Find in Moscow: Notes on a Visit", "Missing Persons of 1937",
        "The Page That Does Not Exist in the Manuscript of 1410", "Ошибка резидента",
        "Не найденный документ: история одной папки", "Sites of Memory", "File 410, Box 7",
        "The Archive", "", "Nothing to Report", "Pages from a Diary", "404. A History of the Room",
        "Not Found. Letters of a Family", "Страница истории", "Sidan av saken",
    ],
)  # fmt: skip
def test_titles_of_documents(title: str) -> None:
    assert says_missing(Page(article(title))) == "", title


def test_the_address_is_no_evidence() -> None:
    text = "Resolution 404 was adopted in 1977."
    assert may_say_missing(text, "https://example.org/resolutions/404") == ""
    assert may_say_missing(text, "https://example.org/resolutions/9") == "404"


@pytest.mark.parametrize(
    ("status", "headers", "source", "is_wall"),
    [
        (403, {"cf-mitigated": "challenge"}, "", True),
        (503, {}, "<title>Just a moment...</title>", True),
        (200, {}, "<title>x</title><script src='/cdn-cgi/challenge-platform/a.js'></script>", True),
        (200, {}, article("Attention Required! | Cloudflare", "Enable cookies."), True),
        (200, {}, article("Access Denied: The Politics of Archives", "word " * 200), False),
        (200, {}, article("A page"), False),
    ],
)
def test_walls(status: int, headers: dict[str, str], source: str, is_wall: bool) -> None:
    assert bool(wall(status, headers, Page(source))) is is_wall


def test_logins_consents_and_pages_named_404() -> None:
    form = Page("<form><input type=password name=p></form>")
    assert asks_for_login(form, "https://example.org/x")
    assert asks_for_login(Page(article("x")), "https://example.org/login?next=/x")
    assert not asks_for_login(Page(article("x")), "https://login.example.org/x")
    assert asks_for_consent("https://example.org/cookies/accept")
    assert not asks_for_consent("https://cookies.example.org/x")
    assert ends_at_not_found("https://example.org/errors/404.html", "https://example.org/a")
    assert not ends_at_not_found("https://example.org/documents/404a", "https://example.org/a")


def test_likeness() -> None:
    def seen(title: str, text: str) -> Likeness:
        return Likeness.of(Page(article(title, text)))

    words = "The words that this page has, and has had for years, in the order they stand in. " * 4
    assert seen("A", words).is_like(seen("A", words + "12:04:05"))
    assert not seen("A", words).is_like(seen("B", words))
    assert not seen("A", words).is_like(seen("A", words[::-1]))
    one, other = seen("No record 17", words + "17"), seen("No record zq5", words + "zq5")
    assert not one.is_like(other)
    assert one.is_named_like("example.org/r/17", other, "example.org/r/zq5")
    assert one.reads_like("example.org/r/17", other, "example.org/r/zq5")
