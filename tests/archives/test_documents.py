"""The document that is named right before an archive: title and date, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.archives import find_references, load_registry
from srccheck.archives.documents import document_before

REGISTRY = load_registry()

DOCUMENTS = [
    (
        "Record of conversation between Khrushchev and Ulbricht, 17 August 1961, RGASPI, f. 17,"
        " op. 3, d. 5, l. 6",
        "Record of conversation between Khrushchev and Ulbricht",
        "1961-08-17",
    ),
    (
        "See also Record of conversation between N. S. Khrushchev and W. Ulbricht, August 1, 1961,"
        " RGANI, f. 52, op. 1, d. 557, ll. 129–31.",
        "Record of conversation between N. S. Khrushchev and W. Ulbricht",
        "1961-08-01",
    ),
    (
        "Запись беседы Н. С. Хрущева с В. Ульбрихтом, 17 августа 1961 г. // РГАСПИ. Ф. 17. Оп. 3."
        " Д. 5. Л. 6.",
        "Запись беседы Н. С. Хрущева с В. Ульбрихтом",
        "1961-08-17",
    ),
    (
        "См.: Записка Ю. В. Андропова в ЦК КПСС от 12 мая 1956 г. РГАНИ. Ф. 5. Оп. 28. Д. 394.",
        "Записка Ю. В. Андропова в ЦК КПСС",
        "1956-05-12",
    ),
    (
        "Докладная записка Жданова. 12.05.1946 // РГАСПИ. Ф. 77. Оп. 3. Д. 5. Л. 6.",
        "Докладная записка Жданова",
        "1946-05-12",
    ),
    (
        "(Протокол № 49 заседания Президиума ЦК КПСС, 31.X.1956. РГАНИ. Ф. 3. Оп. 12. Д. 75. Л. 9)",
        "Протокол № 49 заседания Президиума ЦК КПСС",
        "1956-10-31",
    ),
    (
        "Лист М. Хрущова до Й. Сталіна, 5 травня 1944 р. ЦДАГО України. Ф. 1. Оп. 23. Спр. 3.",
        "Лист М. Хрущова до Й. Сталіна",
        "1944-05-05",
    ),
    (
        "He agreed. Telegram from Puzanov to Gromyko, March 5, 1953, in AVP RF, f. 0102, op. 9,"
        " p. 44, d. 4, l. 1.",
        "Telegram from Puzanov to Gromyko",
        "1953-03-05",
    ),
    (
        "He knew (RGANI, f. 3, op. 12, d. 7, l. 1; Minutes of the Politburo meeting, August 1961,"
        " RGANI, f. 3, op. 12, d. 8, l. 5).",
        "Minutes of the Politburo meeting",
        "1961-08",
    ),
    (
        "Vgl. Vermerk über das Gespräch mit Botschafter Perwuchin, 19. Mai 1961, SAPMO-BArch,"
        " DY 30/3386, Bl. 8.",
        "Vermerk über das Gespräch mit Botschafter Perwuchin",
        "1961-05-19",
    ),
    (
        "Gesprächsprotokoll Ulbricht – Gomułka vom 5. März 1961, SAPMO-BArch, DY 30/3386, Bl. 8.",
        "Gesprächsprotokoll Ulbricht – Gomułka",
        "1961-03-05",
    ),
    (
        "Memorandum of conversation, Rusk and Gromyko, 18–19 March 1962, NARA, RG 59, Central"
        " Decimal Files, 611.61/5-1260.",
        "Memorandum of conversation, Rusk and Gromyko",
        "1962-03-18/1962-03-19",
    ),
    (
        "Letter from Zhdanov to Stalin, RGASPI, f. 77, op. 3, d. 5, l. 6.",
        "Letter from Zhdanov to Stalin",
        None,
    ),
    (
        "“On the situation in Hungary,” 5 November 1956, RGANI, f. 3, op. 12, d. 8, l. 5.",
        "On the situation in Hungary",
        "1956-11-05",
    ),
    (
        "Telegram of 5 March 1953 from Moscow to Tirana, AVP RF, f. 067, op. 22, p. 19, d. 5",
        "Telegram of 5 March 1953 from Moscow to Tirana",
        "1953-03-05",
    ),
]


@pytest.mark.parametrize(("text", "title", "date"), DOCUMENTS)
def test_the_document_behind_a_reference(text: str, title: str, date: str | None) -> None:
    reference = find_references(text, REGISTRY)[-1]
    assert reference.document == {"title": title, "date": date}


@pytest.mark.parametrize(
    "text",
    [
        "RGASPI, f. 17, op. 3, d. 5, l. 6.",
        "The report was sent in May 1953, RGASPI, f. 17, op. 3, d. 5, l. 6.",
        "In a letter of 5 May 1953 Molotov asked for it, RGASPI, f. 82, op. 2, d. 5, l. 6.",
        "Stalin received a telegram from Mao on 5 March 1953, RGASPI, f. 558, op. 11, d. 3, l. 4.",
        "Сталин получил доклад 5 марта 1953 г., РГАСПИ. Ф. 558. Оп. 11. Д. 3. Л. 4.",
        "The note of 5 March 1953 is in AVP RF, f. 0102, op. 9, p. 44, d. 4, l. 1.",
        "He wrote a letter on 5 March 1953 (RGASPI, f. 17, op. 3, d. 5, l. 6).",
        "Record of conversation, 5 May 1953; RGASPI, f. 17, op. 3, d. 5, l. 6.",
        "Record of conversation, 5 May 1953\nRGASPI, f. 17, op. 3, d. 5, l. 6.",
        "Note 12, RGASPI, f. 82, op. 2, d. 5, l. 6.",
        "Zubok, A Failed Empire, 34, RGASPI, f. 82, op. 2, d. 5, l. 6.",
        "Moscow to Foreign Office, 5 May 1960, TNA, FO 371/152493.",
        "«О положении», РГАНИ. Ф. 3. Оп. 12. Д. 8. Л. 5.",
        "Stalin had a plan. Report of the Commission, RGASPI, f. 558, op. 11, d. 3, l. 4.",
    ],
)
def test_what_is_no_document(text: str) -> None:
    (reference,) = find_references(text, REGISTRY)
    assert reference.document is None


def test_a_second_file_has_no_title_of_its_own() -> None:
    text = "Letter to Stalin, 5 May 1946, RGASPI, f. 77, op. 3, d. 5, l. 6; d. 7, l. 8."
    first, second = find_references(text, REGISTRY)
    assert first.document == {"title": "Letter to Stalin", "date": "1946-05-05"}
    assert second.document is None


SCRAPS = st.sampled_from(
    ["Record of", "Запись", "беседы", "31.XIII.1956", "17 August 1961", "19. Mai", "1961", "(", ")",
     ", ", ". ", "// ", "“", "”", "«", "»", "см.", "See", "the", ":", ";", "\n", "Protokoll", "г."]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(SCRAPS, st.text(max_size=6)), max_size=30).map(" ".join), st.integers(0, 99)
)
def test_never_raises_and_a_title_stands_in_the_text(text: str, at: int) -> None:
    start = min(at, len(text))
    document = document_before(text, start)
    if document is not None:
        assert document["title"]
        assert document["title"].split()[0] in text[:start]
