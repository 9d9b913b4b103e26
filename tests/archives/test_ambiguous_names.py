"""Abbreviations that are also words, names of companies, of airlines, of journals."""

from __future__ import annotations

import pytest

from srccheck.archives import find_references, load_registry

REGISTRY = load_registry()


@pytest.mark.parametrize(
    "text",
    [
        "The An-2 and the AN 12 flew. The AJ was 17 years old.",
        "The IPN 5. NA",
        "The vote was AN 34, AP 23.",
        "AN 2/3 of the members left.",
        "KA 5. CA 12-34-56 was its number.",
        "SNA 2-3. FAZ, 12.3.1956, S. 5.",
        "The CAC 40 fell by 3/4 after AMAE 2. CAC 41 is no index.",
        "UN Security Council, S/PV.12, 1956. The UN Charter, art. 2, p. 12.",
        "ACS Nano 12 (2018), p. 5.",
        "A. J. P. Taylor, 1961, p. 12; A. N. Wilson 1999, p. 5.",
        "BAR exams, 1956, p. 12; the AP, p. 5, reported it.",
        "АН СССР, 1956, с. 12. НА 3/4 пути; ЦА 1/2.",
        "Er las das ND 6/7 und die BZ 12/3.",
    ],
)
def test_no_file_is_read(text: str) -> None:
    assert find_references(text, REGISTRY) == []


@pytest.mark.parametrize(
    ("text", "archive", "cut"),
    [
        (
            "He wrote (AN, série F/7, dossier 12). The vote was 12.",
            "anf",
            "AN, série F/7, dossier 12",
        ),
        ("ÁBTL, 3.1.5. O-12345/1. He left.", "abtl", "ÁBTL, 3.1.5. O-12345/1"),
        ("ÁBTL 3.1.9 V-150001. He left.", "abtl", "ÁBTL 3.1.9 V-150001"),
        ("AIPN, 0397/12, k. 5. NA ČR is in Prague.", "aipn", "AIPN, 0397/12, k. 5"),
        ("NMML, P.N. Haksar Papers, File No. 12.", "nmml", "NMML, P.N. Haksar Papers, File No. 12"),
        ("AN, 19900317/5. CAC is near.", "anf", "AN, 19900317/5"),
    ],
)
def test_a_file_is_read_to_its_end(text: str, archive: str, cut: str) -> None:
    (reference,) = find_references(text, REGISTRY)
    assert (reference.archive, reference.span.cut(text)) == (archive, cut)


def test_a_class_is_read_behind_a_name_that_cites_nothing() -> None:
    text = "The vote was AN 34, AP 23. It is in FO 371/152493."
    (reference,) = find_references(text, REGISTRY)
    assert reference.span.cut(text) == "FO 371/152493"
