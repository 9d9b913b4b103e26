"""refs/hosts.toml: every form recognises its examples; the Wilson Center's addresses are read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from srccheck.errors import DataFileError
from srccheck.links.hosts import all_hosts, recognise, recogniser_of
from srccheck.links.hosts.data import read_hosts
from srccheck.links.hosts.wilson import SLUG_LENGTH, same_slug, slug_of

ARCHIVE = "digitalarchive.wilsoncenter.org"
EXAMPLES = [
    pytest.param(host.id, form.name, example, id=f"{host.id}: {example}")
    for host in all_hosts()
    for form in host.forms
    for example in form.examples
]


@pytest.mark.parametrize(("host", "form", "example"), EXAMPLES)
def test_a_form_recognises_its_examples(host: str, form: str, example: str) -> None:
    known = recognise(example)
    assert known is not None
    assert known.form is not None
    assert (known.host.id, known.form.name) == (host, form)


def test_hosts_are_told_apart() -> None:
    ids = [host.id for host in all_hosts()]
    domains = [domain for host in all_hosts() for domain in host.domains]
    assert len(ids) == len(set(ids))
    assert len(domains) == len(set(domains))
    assert all(domain == domain.lower() for domain in domains)


def test_the_new_form_is_no_old_form() -> None:
    for host in all_hosts():
        for form in host.forms:
            for example in form.examples if form.now else ():
                known = recognise(example)
                assert known is not None
                assert known.now is not None
                again = recognise(known.now)
                assert again is None or again.now is None, example


def test_every_reader_is_there() -> None:
    for host in all_hosts():
        assert recogniser_of(host) is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[host]]\nid = 'a'\nname = 'A'\ndomains = ['a.org']\n", "'sources' is missing"),
        (
            "[[host]]\nid = 'a'\nname = 'A'\ndomains = ['a.org']\nsources = ['x']\nhttp = true\n",
            "no key 'http'",
        ),
        (
            "[[host]]\nid = 'a'\nname = 'A'\ndomains = ['a.org']\nsources = ['x']\nstaging = '('\n",
            "is no pattern",
        ),
        ("[[host\n", "cannot be read"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "hosts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=said):
        read_hosts(path)


@pytest.mark.parametrize(
    ("url", "form", "parts"),
    [
        (f"http://{ARCHIVE}/document/110158", "record number", {"number": "110158"}),
        (f"https://{ARCHIVE}/document/110158/", "record number", {"number": "110158"}),
        (
            f"HTTP://{ARCHIVE.upper()}:80/document/110158#text",
            "record number",
            {"number": "110158"},
        ),
        (f"https://{ARCHIVE}/document/86908/download", "node download", {"node": "86908"}),
        (f"https://{ARCHIVE}/document/110158.pdf?v=1", "record file", {"number": "110158"}),
        (f"https://{ARCHIVE}/document/cable-1", "slug", {"slug": "cable-1"}),
    ],
)
def test_wilson_forms(url: str, form: str, parts: dict[str, str]) -> None:
    known = recognise(url)
    assert known is not None
    assert known.form is not None
    assert (known.form.name, dict(known.parts)) == (form, parts)


@pytest.mark.parametrize("path", ["", "/", "/collection/1/x", "/search?term=a", "/document/"])
def test_wilson_pages_that_are_no_document(path: str) -> None:
    known = recognise(f"https://{ARCHIVE}{path}")
    assert known is not None
    assert not known.is_document


def test_another_host_is_not_the_archive() -> None:
    assert recognise(f"https://{ARCHIVE}.example.org/document/110158") is None
    assert recognise("https://www.wilsoncenter.org/document/110158") is None


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Of the Past, since Then", "past-then"),
        ("Talks Up To and Including the 20th Congress", "talks-and-including-20th-congress"),
        ("Émigrés’ “Appeal” (U.S.S.R.)", "emigres-appeal-ussr"),
        ("Baden-Baden – Bonn", "baden-baden-bonn"),
        ("The", ""),
        ("中", ""),
    ],
)
def test_a_slug_is_made_of_a_title(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_slug_is_cut_at_a_word() -> None:
    slug = slug_of("word " * 40)
    assert slug == "-".join(["word"] * 18)
    assert len(slug) <= SLUG_LENGTH


def test_twins_have_one_slug() -> None:
    assert same_slug("cable-mao-zedong-stalin-0", "cable-mao-zedong-stalin")
    assert not same_slug("cable-mao-zedong-stalin", "cable-mao-zedong-kovalev")


def test_the_archives_records(shared: Path) -> None:
    """Each record that the archive's own pages gave: shape, number, slug from the title."""
    with (shared / "data" / "wilson_documents.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    slugs = 0
    for row in rows:
        names = [part.rpartition("/document/")[2].split(" ")[0] for part in row["url"].split(";")]
        for name in names:
            if "(" in name:
                continue  # no address was given for it
            known = recognise(f"https://{ARCHIVE}/document/{name}")
            assert known is not None
            assert known.is_document, name
            if name.isdigit():
                assert known.parts == {"number": row["record_id"]}
            else:
                assert known.parts == {"slug": name}
                assert same_slug(slug_of(row["title"]), name), row["title"]
                slugs += 1
    assert (len(rows), slugs) == (48, 27)


def test_other_forms_of_a_record_are_its_number_and_its_slug_on_both_schemes() -> None:
    known = recognise(f"http://{ARCHIVE}/document/110802")
    assert known is not None
    forms = recogniser_of(known.host).other_forms(
        known, "Information on the Meeting with Comrade Zhou Enlai"
    )
    names = ("110802", "information-meeting-comrade-zhou-enlai")
    assert forms == tuple(
        f"{scheme}://{ARCHIVE}/document/{name}" for name in names for scheme in ("https", "http")
    )
