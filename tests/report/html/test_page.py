"""The HTML report: every finding is there and can be reached, and text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from page_reading import Element, page_of, read, report_on

from conftest import Run
from srccheck.lint import Settings, lint
from srccheck.report import LintReport
from srccheck.report.html import render_html
from srccheck.together import lint_together, read_chapter
from srccheck.verdicts import Archived, State, Verdict

ARTICLE = """\
# The Border

He complained at length (Gaiduk 2010, pp. 8–9). So did others (Bukharkin 1998; Westad 2005).

They knew (RGASPI, f. 17, op. 3, d. 1080, l. 55), and wrote it down (ibid., l. 57).[^1]

[^1]: Bovin 2003, p. 3; ibid., p. 4.

## References

Bovin, A.E. *Moj XX vek*. Moscow, 2003.

Buharkin, I.V. "Kreml' i Ho Shi Min, 1945–1969". *Novaja i novejshaja istorija*, no. 3 (1998).

Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

Shehu, M. *Socialisticheskaja Albanija*. Moscow, 1977. https://example.org/a?b=1&c=2
"""
HOSTILE = """\
He knew (<script>alert(1)</script> 2010, p. 3; Ames" onload="alert(2) 2011).{{ 7*7 }} {% raw %}

</script><img src=x onerror=alert(3)> (RGASPI, f. 17, op. 3, d. 1'"><b>, l. 55; Ames 2011).

<!-- --><svg onload=alert(4)> javascript:alert(5) <a href="javascript:alert(6)">x</a> \u202e

References

Ames, A. "</title><script>alert(7)</script>". Oslo: Fjord, 2012. javascript:alert(8)
Bartov, "><style>*{display:none}</style>. &lt;b&gt; Oslo: Fjord, 2013. https://a.example/"onx=1
"""


def ids(page: Element) -> list[str]:
    return [each.attributes["id"] for each in page.all() if "id" in each.attributes]


@pytest.mark.parametrize("path", ["vlora.md", "vlora-clean.md"])
def test_every_finding_has_its_card_and_its_words(root: Path, path: str) -> None:
    source = (root / "examples" / path).read_text(encoding="utf-8")
    report = report_on((path, source))
    page = read(render_html(report))
    cards = page.find("li", "card")
    assert len(cards) == len(report.diagnostics)
    for number, each in enumerate(report.diagnostics, 1):
        card = page.by_id(f"f{number}")
        assert each.message in card.text
        assert each.excerpt in page.by_id(f"w{number}").parent.text  # type: ignore[union-attr]
        (link,) = (inner for inner in card.all() if inner.attributes.get("href") == f"#w{number}")
        assert f"line {each.location.line}" in link.text


def test_every_link_of_the_page_leads_somewhere() -> None:
    page = page_of(("a.md", ARTICLE), ("b.md", ARTICLE), failed="c.md")
    known = ids(page)
    assert len(known) == len(set(known))
    inside = [each.attributes["href"] for each in page.find("a") if "href" in each.attributes]
    inside = [each[1:] for each in inside if each.startswith("#")]
    inside += [each.attributes["data-h"] for each in page.all() if "data-h" in each.attributes]
    assert len(inside) > 60
    assert set(inside) <= set(known)


def test_citations_have_their_states() -> None:
    page = page_of(("a.md", ARTICLE)).by_id("text")
    found = [
        (each.text, each.attributes["title"])
        for each in page.all()
        if "c" in each.attributes.get("class", "").split()
    ]
    assert found == [
        ("Gaiduk 2010, pp. 8–9", "differs"),
        ("Bukharkin 1998", "differs"),
        ("Westad 2005", "missing"),
        ("RGASPI, f. 17, op. 3, d. 1080, l. 55", "archival"),
        ("ibid., l. 57", "ibid"),
        ("Bovin 2003, p. 3", "matched"),
        ("ibid., p. 4", "ibid"),
    ]


def test_an_ibid_leads_to_what_it_stands_for() -> None:
    page = page_of(("a.md", ARTICLE))
    ibid = page.by_id("c4")
    assert ibid.text == "ibid., l. 57"
    assert page.by_id(ibid.attributes["data-b"]).text == "RGASPI, f. 17, op. 3, d. 1080, l. 55"


def test_the_manuscript_is_there_as_it_reads(root: Path) -> None:
    source = (root / "examples" / "vlora.md").read_text(encoding="utf-8")
    report = report_on(("vlora.md", source))
    page = read(render_html(report)).by_id("text")
    apparatus = report.files[0].apparatus
    assert apparatus is not None
    shown = [each.text for each in page.all() if re.match(r"p\d", each.attributes.get("id", ""))]
    assert shown == [
        " ".join(stream.text[paragraph.start : paragraph.end].split())
        for stream in apparatus.manuscript.streams
        for paragraph in stream.paragraphs
    ]
    assert "The Khrushchevites" in [each.text for each in page.find("i")]


def test_citations_against_entries() -> None:
    page = page_of(("a.md", ARTICLE)).by_id("citations")
    (body,) = page.find("tbody")
    rows = [
        [cell.text for cell in row.children if isinstance(cell, Element)] for row in body.find("tr")
    ]
    assert rows[0] == ["Westad 2005 ¶ 2", "not in the list (0 of 4)", "–"]
    assert rows[1][:2] == [
        "Gaiduk 2010 ¶ 2",
        "another year (2 of 4) 2010 here; the list has Gaiduk 1996",
    ]
    assert rows[1][2].startswith("Gaiduk, Ilya V. The Soviet Union")
    assert rows[2][1].startswith("spelt otherwise (3 of 4) Bukharkin here, Buharkin in the list")
    assert rows[3][:2] == ["Bovin 2003 n. 1, n. 1 (ibid.)", "exact (4 of 4)"]
    assert rows[4][:2] == ["not cited", "not cited"]
    assert rows[4][2].startswith("Shehu, M.")
    assert len(rows) == 5


def test_the_register_is_a_tree() -> None:
    page = page_of(("a.md", ARTICLE)).by_id("archives")
    (archive,) = page.find("details", "archive")
    assert [each.text for each in archive.find("span", "level")] == [
        "fond 17",
        "opis 3",
        "delo 1080",
    ]
    (file,) = archive.find("li", "file-of")
    assert file.text == "delo 1080 leaves 55, 57 ¶ 3, ¶ 3"
    assert [link.attributes["href"] for link in file.find("a")] == ["#c3", "#c4"]


def test_a_list_that_is_romanised_is_told_with_its_letters() -> None:
    more = ARTICLE.replace(
        "Shehu, M.", "Orlov, A.S. *Tajna perepiski Stalina s Vengrijej*. Moscow, 2003.\n\nShehu, M."
    )
    page = page_of(("a.md", more)).by_id("names")
    assert "translit.ru" in page.find("h4")[0].text
    assert "ja" in [each.text for each in page.find("td")]


def test_several_files_and_one_that_cannot_be_read() -> None:
    page = page_of(("a.md", ARTICLE), ("b.md", "He knew nothing.\n"), failed="c.md")
    assert [each.text for each in page.find("article")[1].find("p", "empty")] == [
        "Nothing to report: every citation that could be followed leads to its source."
    ]
    (overview,) = page.find("section", "overview")
    assert [row.find("th")[0].text for row in overview.find("tr")[1:]] == ["a.md", "b.md"]
    (alert,) = page.find("p", "alert")
    assert "c.md" in alert.text
    assert "is no text" in alert.text


def test_nothing_at_all() -> None:
    assert "No manuscript could be read." in page_of(failed="c.md").text


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_hostile_text_stays_text(suffix: str) -> None:
    name = '"><script>alert(0)</script>.' + suffix
    page = page_of((name, HOSTILE), ("b.md", "Nothing.\n"))
    assert [each.parent.name for each in page.find("script") if each.parent] == ["body"]
    assert [each.parent.name for each in page.find("style") if each.parent] == ["head"]
    assert not page.find("img")
    for each in page.all():
        assert not [one for one in each.attributes if one.startswith("on")]
        target = each.attributes.get("href", "#")
        assert target.startswith(("#", "https://a.example/")), target
        assert "style" not in each.attributes
    assert "{{ 7*7 }}" in page.text
    assert "<script>alert(0)</script>" in page.find("h2")[1].text
    assert "\u202e" not in page.text
    if suffix == "txt":  # in Markdown the tags are markup of the manuscript's own, and not shown
        assert "<script>alert(1)</script>" in page.by_id("text1-").text
        assert "</script><img src=x onerror=alert(3)>" in page.by_id("text1-").text


def test_the_policy_names_what_the_page_holds() -> None:
    page = render_html(report_on(("a.md", ARTICLE)))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    told = policy[1].replace("&#39;", "'")
    assert told.startswith("default-src 'none'; ")
    assert "unsafe" not in told
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in told
    assert " style=" not in page
    assert "src=" not in page


def test_two_findings_at_one_place_and_one_across_a_citation_are_both_marked() -> None:
    source = "He knew (RGASPI. f. 17, op. 3, d. 1080, l. 55; RGASPI, f. 17, op. 3, d. 9, l. 3).\n"
    page = page_of(("a.md", source))
    marks = [each for each in ids(page) if re.fullmatch(r"w\d+", each)]
    cards = [each for each in ids(page) if re.fullmatch(r"f\d+", each)]
    assert len(marks) == len(cards) >= 2
    assert "RGASPI. f. 17, op. 3, d. 1080, l. 55" in page.by_id("text").text


NOTES = """\
He knew.[^1] So did they.[^2] And he again.[^3] Nobody else did.[^4]

[^1]: Vladislav M. Zubok, *A Failed Empire: The Soviet Union in the Cold War* (Chapel Hill: UNC
    Press, 2007), 45.
[^2]: Zubok, *Failed Empire*, 50.
[^3]: Zubok, *Other Title Altogether*, 51.
[^4]: Ibid., 12.
"""


def test_notes_lead_to_the_note_that_names_the_work() -> None:
    page = page_of(("a.md", NOTES))
    assert [page.by_id(f"c{at}").attributes["title"] for at in range(3)] == [
        "in full",
        "matched",
        "differs",
    ]
    assert page.by_id("c1").attributes["href"] == "#c0"
    (body,) = page.by_id("citations").find("tbody")
    rows = [row.text for row in body.find("tr")]
    assert "another title (2 of 4) of this author there is Zubok 2007" in rows[0]
    assert rows[1].startswith("Vladislav M. Zubok, A Failed Empire")
    assert "n. 1, n. 2 in full, in no list" in rows[1]


def test_details_in_which_a_full_note_is_not_its_entry() -> None:
    work = "*A Failed Empire: The Soviet Union in the Cold War*. London: Longman, 2007."
    page = page_of(("a.md", f"{NOTES}\n## Bibliography\n\nZubok, Vladislav M. {work}\n"))
    (body,) = page.by_id("citations").find("tbody")
    told = [row.text for row in body.find("tr") if "details differ" in row.text]
    assert len(told) == 1
    assert "place: Chapel Hill here, London there" in told[0]


def test_links_are_there_where_they_were_asked_for() -> None:
    source = (
        "He knew (https://a.example/gone, accessed 3 May 2017).\n\n"
        "They did (https://a.example/there; https://a.example/gone).\n"
    )
    gone = Verdict(
        "https://a.example/gone",
        State.DEAD,
        404,
        reason="404 Not Found, twice",
        checked_at="2026-05-03T10:00:00Z",
        archived=Archived("https://web.archive.org/web/2017/x", "20170503000000"),
    )
    there = Verdict("https://a.example/there", State.OK, 200, final_url="javascript:alert(1)")
    settings = Settings(
        keep_apparatus=True, verdicts={each.canonical: each for each in (gone, there)}
    )
    report = LintReport.of([lint(source.encode(), "a.md", settings)])
    page = read(render_html(report)).by_id("links")
    (body,) = page.find("tbody")
    assert [row.text for row in body.find("tr")] == [
        "https://a.example/gone ¶ 1, ¶ 2 dead on 2026-05-03 404 Not Found, twice archived: "
        "https://web.archive.org/web/2017/x 2017-05-03",
        "https://a.example/there ¶ 2 there –",
    ]
    assert "links" not in ids(page_of(("a.md", source)))


def test_marks_lead_to_their_notes_and_back() -> None:
    notes = "[^a]: Gaiduk 1996, p. 3.\n[^2]: Ibid., p. 4.\n"
    source = f"# One\n\nHe knew *this*,[^a] and that.[^2]\n\n{notes}"
    page = page_of(("a.md", source)).by_id("text")
    marks = page.find("sup")
    assert [
        each.children[0].children for each in marks if isinstance(each.children[0], Element)
    ] == [
        ["a"],
        ["2"],
    ]
    for mark, words in zip(marks, ("Gaiduk 1996, p. 3.", "Ibid., p. 4."), strict=True):
        (link,) = mark.find("a")
        note = page.by_id(link.attributes["href"][1:])
        assert words in note.text
        (back,) = note.find("a", "mark-of")
        assert back.attributes["href"] == "#" + link.attributes["id"]


def test_a_mark_inside_a_citation_is_no_link_in_a_link() -> None:
    listed = "## References\n\nAmes, A. *B*. Oslo: C, 1999.\n"
    source = f"They (Ames 1999[^1], p. 3) knew.\n\n[^1]: Nothing.\n\n{listed}"
    page = page_of(("a.md", source)).by_id("text")
    for link in page.find("a"):
        assert len(link.find("a")) == 1
    assert "They (Ames 1999, p. 3) knew." in page.text


def test_chapters_of_one_work_are_one_page() -> None:
    texts = {
        "one.md": "He knew.[^1]\n\n[^1]: Ana Ames, *The Harbour* (London: Verso, 1999), 45.\n",
        "two.md": "They did.[^1]\n\n[^1]: Ames, *Harbour*, 50; Bartov, *Quay*, 3.\n",
    }
    settings = dict.fromkeys(texts, Settings(keep_apparatus=True))
    chapters = [
        read_chapter(text.encode(), path, settings=settings) for path, text in texts.items()
    ]
    page = read(render_html(LintReport.of(lint_together(chapters, settings))))
    assert [each.text for each in page.find("h1")] == ["one.md, two.md"]
    assert len(page.find("article")) == 1
    assert len(ids(page)) == len(set(ids(page)))
    text = page.by_id("text")
    assert [each.text for each in text.find("p", "from")] == ["one.md", "two.md"]
    assert page.by_id("c1").attributes["href"] == "#c0"
    assert "Bartov" in page.by_id("w1").text
    rows = [row.text for row in page.by_id("citations").find("tr")]
    assert any("n. 1, n. 1 (two.md)" in each for each in rows)


def test_a_list_in_a_file_of_its_own_has_ids_of_its_own(srccheck: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("They knew (Ames 1999).\n\nThey did.\n", encoding="utf-8")
    (tmp_path / "a.bib").write_text(
        "@book{ames1999, author={Ames, Ana}, title={The Harbour}, publisher={Verso},\n"
        "location={London}, year={1999}}\n",
        encoding="utf-8",
    )
    ended = srccheck("lint", "a.md", "--bib", "a.bib", "--report", "html=a.html", "--exit-zero")
    assert ended.err == ""
    page = read((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert len(ids(page)) == len(set(ids(page)))
    assert page.by_id("c0").attributes["href"] == "#e1"
    assert "The Harbour" in page.by_id("e1").text
