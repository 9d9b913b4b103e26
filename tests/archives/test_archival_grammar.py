"""What the archival grammar reads: rows of a text and the files it cites."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.archives import (
    ArchivalReference,
    LevelName,
    Notation,
    find_references,
    load_registry,
    read_levels,
)

REGISTRY = load_registry()
Row = tuple[str, list[tuple[str | None, dict[str, str]]]]


def levels(reference: ArchivalReference) -> dict[str, str]:
    return {name.value: value for name, value in reference.levels.items()}


def files(text: str) -> list[tuple[str | None, dict[str, str]]]:
    return [(each.archive, levels(each)) for each in find_references(text, REGISTRY)]


def one(text: str) -> ArchivalReference:
    (reference,) = find_references(text, REGISTRY)
    return reference


FOND: list[Row] = [
    (
        "RGASPI, f. 558, op. 11, d. 97, ll. 67-70.",
        [("rgaspi", {"fond": "558", "opis": "11", "delo": "97", "list": "67–70"})],
    ),
    (
        "ГА РФ. Ф. Р-9401. Оп. 2. Д. 64. Л. 9 об.",
        [("garf", {"fond": "Р-9401", "opis": "2", "delo": "64", "list": "9v"})],
    ),
    (
        "РГАНИ. Ф. 5. Оп. 30. Д. 12. Лл. 5–6об., 8, 10–12",
        [("rgani", {"fond": "5", "opis": "30", "delo": "12", "list": "5–6v, 8, 10–12"})],
    ),
    (
        "АВП РФ. Ф. 079. Оп. 16. П. 31. Д. 4. Л. 77",
        [("avprf", {"fond": "079", "opis": "16", "papka": "31", "delo": "4", "list": "77"})],
    ),
    (
        "AVP RF, f. 0100, op. 46, pap. 367, d. 35, l. 12",
        [("avprf", {"fond": "0100", "opis": "46", "papka": "367", "delo": "35", "list": "12"})],
    ),
    (  # two p.: the first is the papka, the second a page
        "AVP RF, f. 569, op. 28, p. 41, d. 16, p. 38",
        [("avprf", {"fond": "569", "opis": "28", "papka": "41", "delo": "16", "list": "38"})],
    ),
    (
        "Архив внешней политики Российской Федерации (АВП РФ), ф. 06, оп. 12, пор. 433, п. 30, "
        "л. 5",
        [("avprf", {"fond": "06", "opis": "12", "por": "433", "papka": "30", "list": "5"})],
    ),
    (
        "ЦДАГО України, ф. 1, оп. 24, спр. 5302, арк. 7 зв.",
        [("tsdaho", {"fond": "1", "opis": "24", "delo": "5302", "list": "7v"})],
    ),
    (
        "RGAE, f. 4372, op. 81, d. 1091, ll. 104–5",
        [("rgae", {"fond": "4372", "opis": "81", "delo": "1091", "list": "104–105"})],
    ),
    (  # a German manuscript's page label
        "RGASPI, f. 495, op. 201, d. 4, S. 105",
        [("rgaspi", {"fond": "495", "opis": "201", "delo": "4", "list": "105"})],
    ),
    (
        "РГАСПИ, фонд 17, опись 128, дело 1160, лист 12",
        [("rgaspi", {"fond": "17", "opis": "128", "delo": "1160", "list": "12"})],
    ),
    (
        "РГВА. Ф. 9401с. Оп. 65а. Ед. хр. 8А. Т. 2. Л. 14",
        [("rgva", {"fond": "9401с", "opis": "65а", "delo": "8А", "volume": "2", "list": "14"})],
    ),
]

UNKNOWN: list[Row] = [
    (
        "F. 10026, Op. 1, D. 480, L. 75-79",
        [(None, {"fond": "10026", "opis": "1", "delo": "480", "list": "75–79"})],
    ),
    ("Фонд: 315, Опис: 1, Справа: 159", [(None, {"fond": "315", "opis": "1", "delo": "159"})]),
    (
        "ЦГАКФФД-Х. Ф. 12. Оп. 3. Д. 5. Л. 7",
        [(None, {"fond": "12", "opis": "3", "delo": "5", "list": "7"})],
    ),
    (
        "State Archive of Nowhere Region (SANR), f. 8, op. 2, d. 19, l. 3",
        [(None, {"fond": "8", "opis": "2", "delo": "19", "list": "3"})],
    ),
]

SEVERAL: list[Row] = [
    (
        "РГАСПИ. Ф. 235. Оп. 7. Д. 42; Оп. 8. Д. 4794",
        [
            ("rgaspi", {"fond": "235", "opis": "7", "delo": "42"}),
            ("rgaspi", {"fond": "235", "opis": "8", "delo": "4794"}),
        ],
    ),
    (
        "RGANI, f. 5, op. 49, d. 131, ll. 193–94; d. 132, l. 5; f. 2, op. 1, d. 640",
        [
            ("rgani", {"fond": "5", "opis": "49", "delo": "131", "list": "193–194"}),
            ("rgani", {"fond": "5", "opis": "49", "delo": "132", "list": "5"}),
            ("rgani", {"fond": "2", "opis": "1", "delo": "640"}),
        ],
    ),
    (  # another archive's name ends the first citation
        "RGASPI, f. 17, op. 3, d. 1080, l. 55; ГАРФ. Ф. 7523. Оп. 66. Д. 58. Л. 5",
        [
            ("rgaspi", {"fond": "17", "opis": "3", "delo": "1080", "list": "55"}),
            ("garf", {"fond": "7523", "opis": "66", "delo": "58", "list": "5"}),
        ],
    ),
    (  # and so does one that is not known
        "RGASPI, f. 17, op. 3, d. 1080; ЦХУН, ф. 5, оп. 2, д. 7",
        [
            ("rgaspi", {"fond": "17", "opis": "3", "delo": "1080"}),
            (None, {"fond": "5", "opis": "2", "delo": "7"}),
        ],
    ),
    (  # leaves of one file are one reference
        "RGASPI, f. 17, op. 3, d. 1080, l. 55, ll. 57–58",
        [("rgaspi", {"fond": "17", "opis": "3", "delo": "1080", "list": "55, 57–58"})],
    ),
]

COMPACT: list[Row] = [
    ("РГАСПИ 17/3/40/7", [("rgaspi", {"fond": "17", "opis": "3", "delo": "40", "list": "7"})]),
    (
        "RGASPI 558-11-139-20",
        [("rgaspi", {"fond": "558", "opis": "11", "delo": "139", "list": "20"})],
    ),
    (
        "ДАХмО 315-1-159, арк. 7",
        [("dakhmo", {"fond": "315", "opis": "1", "delo": "159", "list": "7"})],
    ),
    ("РГАСПИ 12.03.1995", []),
    ("ГАРФ 1995–2001 и 17/3", []),
]

NOISE: list[Row] = [
    (
        "RGIA, f. 1286, op. 1, 1806 g., d.122, l. 7.",
        [("rgia", {"fond": "1286", "opis": "1", "delo": "122", "list": "7"})],
    ),
    (
        "РГИА, ф. 1285, оп. 1, д. 131, 9 л.",
        [("rgia", {"fond": "1285", "opis": "1", "delo": "131"})],
    ),
    (
        "ГАРФ, ф. 601 (личный фонд), оп. 1 «Дневники», д. 266, л. 5",
        [("garf", {"fond": "601", "opis": "1", "delo": "266", "list": "5"})],
    ),
    (  # a date after the leaf is no leaf
        "РГАСПИ. Ф. 17. Оп. 3. Д. 1080. Л. 55, 17 марта 1950 г.",
        [("rgaspi", {"fond": "17", "opis": "3", "delo": "1080", "list": "55"})],
    ),
    (
        "RGASPI, f. 17, op. 3, d. 1080, l. 55, 1950",
        [("rgaspi", {"fond": "17", "opis": "3", "delo": "1080", "list": "55"})],
    ),
]

OTHERS: list[Row] = [
    (
        "SAPMO-BArch, DY 30/IV 2/2.035/56, Bl. 5–7",
        [("sapmo", {"fond": "DY 30", "delo": "IV 2/2.035/56", "list": "5–7"})],
    ),
    ("PA AA, B 12, Bd. 123", [("paaa", {"fond": "B 12", "delo": "123"})]),
    ("BArch, R 43-II/1234", [("barch", {"fond": "R 43-II", "delo": "1234"})]),
    ("TNA, FO 371/152493", [("tna", {"fond": "FO 371", "delo": "152493"})]),
    (
        "BArch, DG 3/3720, Bl. 14; Mick 2000: 201",
        [("barch", {"fond": "DG 3", "delo": "3720", "list": "14"})],
    ),
    (
        "(NARA), RG 59, decimal file 861.24591/3-546, box 6769",
        [("nara", {"record_group": "59", "decimal_file": "861.24591/3-546", "box": "6769"})],
    ),
    ("TNA, HS 5/879", [("tna", {"fond": "HS 5", "delo": "879"})]),
    ("AN, 72 AJ 45", []),  # a series, not Arhiv Jugoslavije
    ("Archives nationales (AN), BB/18/7044", [("anf", {"fond": "BB/18", "delo": "7044"})]),
    (
        "(NMML, P.N. Haksar Papers, 1968, File No. EII/103/5)",
        [("nmml", {"fond": "P.N. Haksar Papers", "delo": "EII/103/5"})],
    ),
    (
        "Центральный государственный архив общественных объединений Украины [ЦДАГО Украины]. "
        "Ф. 1. Оп. 24. Спр. 5649. Арк. 12",
        [("tsdaho", {"fond": "1", "opis": "24", "delo": "5649", "list": "12"})],
    ),
    ("TNA, CAB 128/35, fol. 12", [("tna", {"fond": "CAB 128", "delo": "35", "list": "12"})]),
    ("IOR/L/PS/12/1993", [("ior", {"fond": "L/PS/12", "delo": "1993"})]),
    (
        "SAPMO-BArch, DY 30/3386, Bl. 5; NY 4090/437, Bl. 8",
        [
            ("sapmo", {"fond": "DY 30", "delo": "3386", "list": "5"}),
            ("sapmo", {"fond": "NY 4090", "delo": "437", "list": "8"}),
        ],
    ),
    (
        "TNA, FO 371/152493 and CAB 128/35",
        [
            ("tna", {"fond": "FO 371", "delo": "152493"}),
            ("tna", {"fond": "CAB 128", "delo": "35"}),
        ],
    ),
    (
        "TNA: FO 371/75749, F 1234/1017/10",
        [("tna", {"fond": "FO 371", "delo": "75749", "item": "F 1234/1017/10"})],
    ),
    ("BArch-MA, RH 20-6/123, Bl. 4", [("barch", {"fond": "RH 20-6", "delo": "123", "list": "4"})]),
    (
        "National Archives and Records Administration (NARA), Record Group 84, Box 12",
        [("nara", {"record_group": "84", "box": "12"})],
    ),
    (
        "Source: Department of State, S/S–NSC Files: Lot 63 D 351, NSC 5405 Series. Top Secret.",
        [(None, {"series": "S/S–NSC Files", "lot": "63 D 351", "folder": "NSC 5405 Series"})],
    ),
    ("PREM 11/2349", [(None, {"fond": "PREM 11", "delo": "2349"})]),
    (
        "AQSH, F. 14/AP, V. 1961, D. 12, fl. 3",
        [("aqsh", {"fond": "14/AP", "year": "1961", "delo": "12", "list": "3"})],
    ),
    (
        "TTLTQG III, phông Phủ Thủ tướng, hồ sơ 586, tờ 1–3",
        [("ttltqg3", {"fond": "Phủ Thủ tướng", "delo": "586", "list": "1–3"})],
    ),
    (
        "ЦДА, ф. 1Б, оп. 6, а.е. 307, л. 25-26",
        [("tsda", {"fond": "1Б", "opis": "6", "delo": "307", "list": "25–26"})],
    ),
    (
        "ACS, PCM, b. 15, fasc. 3, c. 12",
        [("acs", {"fond": "PCM", "busta": "15", "delo": "3", "list": "12"})],
    ),
    (
        "LVA, 270. f., 2. apr., 6152. l., 23. lp.",
        [("lva", {"fond": "270", "opis": "2", "delo": "6152", "list": "23"})],
    ),
    (
        "NARA, RG 59, Central Decimal File 1950–54, 751G.00/5–254",
        [
            (
                "nara",
                {
                    "record_group": "59",
                    "series": "Central Decimal File 1950–54",
                    "decimal_file": "751G.00/5–254",
                },
            )
        ],
    ),
    (
        "Kennedy Library, National Security Files, Countries Series, Box 176, USSR",
        [
            (
                "jfkl",
                {
                    "collection": "National Security Files",
                    "series": "Countries Series",
                    "box": "176",
                    "folder": "USSR",
                },
            )
        ],
    ),
]

NOTHING = [
    "(Hoxha 1971–82, t. 8, f. 290–91)",
    "(Prezidium 2004, t. 1, p. 90); Hoxha 1981, v. 3, ff. 700–701",
    "Улица Ленина, д. 5, кв. 3, телефон 12.",
    "Ф. И. О. 1957 года; Д. Л. Иванов, 150 л. с.",
    "Шопен, соч. 10, оп. 25, № 3; Beethoven, op. 27, no. 2.",
    "Собр. соч. Т. 5. Л., 1957. С. 3. П. 12. Д. 8",
    "СССР, д. 5. ЦК КПСС, п. 3. ООН, ф. 7.",
    "ст. 58, п. 10, ч. 1 УК РСФСР; д. 15, стр. 1, оф. 20",
    "Das Buch (Bd. 3, Nr. 5) und Bl. 16-17 der Akte.",
    "M. 1, d. 2; L. 3 s. 5 d. 6",
    "Box 3 of the BBC in 1995. The lot 5 was sold.",
    "RGASPI has 17 fonds, 558 of them in op. 11.",
    "NSC 68/2, UN Doc. S/1234, A/RES/181, FRUS, 1950, vol. VII, p. 123",
    "The National Archives, London, 1998. Bundesarchiv, Koblenz, 1998.",
    "Институт за исторически изследвания при БАН, 2008, с. 14.",
    "Там же. Л. 7; ibid., d. 1/3, l. 106",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*FOND, *UNKNOWN, *SEVERAL, *COMPACT, *NOISE, *OTHERS]
)
def test_reads(text: str, expected: list[tuple[str | None, dict[str, str]]]) -> None:
    assert files(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_false_friends_give_nothing(text: str) -> None:
    assert files(text) == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "He wrote (Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201, "
            "d. 1/1, l. 79).",
            "Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201, d. 1/1, "
            "l. 79",
        ),
        (
            "См.: ГАРФ. Ф. 7523. Оп. 66. Д. 58. Л. 6-7об. Автограф.",
            "ГАРФ. Ф. 7523. Оп. 66. Д. 58. Л. 6-7об.",
        ),
        (
            "State Archive of X Region (SAXR), f. 8, op. 2, d. 19.",
            "State Archive of X Region (SAXR), f. 8, op. 2, d. 19",
        ),
        ("(Ф. 12, оп. 1, д. 89)", "Ф. 12, оп. 1, д. 89"),
        (
            "Report, Archive of Foreign Policy of the Russian Federation (hereafter AVP RF), "
            "f. 573, op. 1, d. 3.",
            "Archive of Foreign Policy of the Russian Federation (hereafter AVP RF), "
            "f. 573, op. 1, d. 3",
        ),
        (
            "Archives de la politique extérieure de la Russie [AVP RF], f. 06, op. 13a, d. 8",
            "Archives de la politique extérieure de la Russie [AVP RF], f. 06, op. 13a, d. 8",
        ),
        (
            "(Государственный архив Российской Федерации (далее – ГАРФ). Ф. 1. Оп. 2. Д. 3)",
            "Государственный архив Российской Федерации (далее – ГАРФ). Ф. 1. Оп. 2. Д. 3",
        ),
    ],
)  # fmt: skip
def test_span_is_the_reference_and_no_more(text: str, cut: str) -> None:
    assert one(text).span.cut(text) == cut


@pytest.mark.parametrize(
    ("text", "rule", "cut"),
    [
        ("RGASPI, f. 495, op. 201, d. ½, l. 5", "mangled-fraction", "½"),
        ("RGASPI, f. 495, op. 201, d. 1/2, pp. 145–60", "leaf-as-page", "pp. 145–60"),
        ("RGASPI, f. 17, op. 3, d. 40, ll. 157–151", "range-descending", "157–151"),
        ("RGASPI, f. 17, op. 3, d. 40, l. 12–15", "leaf-number", "l. 12–15"),
        ("RGASPI, f. 17, op. 3, d. 40, ll. 12", "leaf-number", "ll. 12"),
        ("RGASPI, op. 3, f. 17, d. 40", "level-order", "f. 17"),
        ("РГАСПИ. Ф, 17. Оп. 3. Д. 40", "separator", "Ф, "),
        ("РГАСПИ, Ф. 17, Оп 171, Д. 220", "separator", "Оп "),
        ("RGIA, f. 776, op.' 8, d. 2015, l. 4", "separator", "op.' "),
        ("ГАРФ. Ф. 7523. Оп. 66. Д. 58. Л. Л. 1-4", "separator", "Л. Л. "),
    ],
)
def test_tolerated_slips_are_told(text: str, rule: str, cut: str) -> None:
    slips = [(slip.rule, slip.span.cut(text)) for slip in one(text).slips]
    assert (rule, cut) in slips


@pytest.mark.parametrize(
    "text",
    [
        "RGASPI, f. 17, op. 3, d. 1080, l. 55",
        "РГАСПИ. Ф. 17. Оп. 3. Д. 1080. Л. 55–56",
        "ГАРФ. Ф. Р-9401. Оп. 2. Д. 64. Лл. 9–10 об.",
        "SAPMO-BArch, NY 4090/437, Bl. 8",
    ],
)
def test_a_clean_reference_has_no_slips(text: str) -> None:
    allowed = {"leaf-number"} if "Л. 55–56" in text else set()  # the rule knows the Cyrillic form
    assert {slip.rule for slip in one(text).slips} <= allowed


def test_levels_tell_label_separator_and_place() -> None:
    text = "RGASPI. f. 495, op. 201. d. 47"
    fond, opis, delo = one(text).written
    assert [each.separator for each in (fond, opis, delo)] == [". ", ", ", ". "]
    assert [each.span.cut(text) for each in (fond, opis, delo)] == ["f. 495", "op. 201", "d. 47"]
    assert [each.number.cut(text) for each in (fond, opis, delo)] == ["495", "201", "47"]
    assert [each.label for each in (fond, opis, delo)] == ["f.", "op.", "d."]


def test_carried_levels_are_inherited_not_written() -> None:
    text = "РГАСПИ. Ф. 235. Оп. 7. Д. 42; Оп. 8. Д. 4794"
    second = find_references(text, REGISTRY)[1]
    assert [level.name for level in second.inherited] == [LevelName.FOND]
    assert [level.value for level in second.written] == ["8", "4794"]
    assert (second.abbreviation, second.abbreviation_span) == ("", None)
    assert second.span.cut(text) == "Оп. 8. Д. 4794"


def test_a_former_name_gives_the_successor() -> None:
    reference = one("RTsKhIDNI, f. 17, op. 3, d. 40, l. 7")
    assert (reference.archive, reference.former) == ("rgaspi", "RTsKhIDNI")


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("RGASPI, f. 17, op. 3, d. 40", Notation.LABELLED),
        ("РГАСПИ, фонд 17, опись 3, дело 40", Notation.SPELLED),
        ("РГАСПИ 17/3/40/7", Notation.COMPACT),
    ],
)
def test_notation(text: str, notation: Notation) -> None:
    assert one(text).notation is notation


IBID = [
    ("ibid., d. 1/3, l. 106", {"fond": "495", "opis": "201", "delo": "1/3", "list": "106"}),
    ("Там же. Л. 7", {"fond": "495", "opis": "201", "delo": "1/2", "list": "7"}),
    ("ibid., pp. 78–80", {"fond": "495", "opis": "201", "delo": "1/2", "list": "78–80"}),
    ("Там же. Оп. 5. Д. 3", {"fond": "495", "opis": "5", "delo": "3"}),
    ("ibid., f. 17", {"fond": "17"}),
]


@pytest.mark.parametrize(("text", "expected"), IBID)
def test_ibid_restates_and_inherits(text: str, expected: dict[str, str]) -> None:
    antecedent = one("RGASPI, f. 495, op. 201, d. 1/2, ll. 135–37")
    start = 5 if text.startswith("ibid") else len("Там же.")
    reference = read_levels(text, start, antecedent, REGISTRY)
    assert reference is not None
    assert (reference.archive, levels(reference)) == ("rgaspi", expected)


def test_ibid_drops_what_stands_below_a_restated_level() -> None:
    antecedent = one("AVP RF, f. 79, op. 32, p. 5, d. 47, ll. 10–12")
    reference = read_levels("ibid., d. 47. p. 4. ll. 130–32", 5, antecedent, REGISTRY)
    assert reference is not None
    assert levels(reference) == {
        "fond": "79", "opis": "32", "papka": "4", "delo": "47", "list": "130–132",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["ibid., p. 40", "ibid., f. 827", "ibid., t. 3, p. 5", "ibid."])
def test_a_printed_locator_is_no_level(text: str) -> None:
    assert read_levels(text, 5, None, REGISTRY) is None


PIECES = st.sampled_from(
    ["RGASPI", "ф. 17", "оп. 3", ", ", ". ", "; ", "d. ½", "л. 5об.", "Box 3", "RG 59", "FO 371/1",
     "(", ")", "\n", "«", "»", "1950", "17/3/40", "Source: ", "BArch", "R 43", "№", "ll.", "–",
     "p."]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join)))
def test_never_raises_and_spans_slice_back(text: str) -> None:
    references = find_references(text, REGISTRY)
    ends = [0, *(each.span.end for each in references)]
    for reference, before in zip(references, ends, strict=False):
        assert before <= reference.span.start < reference.span.end <= len(text)
        for level in reference.written:
            assert level.number.cut(text) == level.raw or level.name is LevelName.LIST
            assert reference.span.start <= level.span.start < level.span.end <= reference.span.end


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("RGASPI, f. 17, op. 3, d. 8, ll. 12ff. He left.", "12ff."),
        ("RGASPI, f. 17, op. 3, d. 8, l. 12 f., and more", "12 f."),
        ("РГАСПИ. Ф. 17. Оп. 3. Д. 8. Л. 12 и сл.", "12 и сл."),
        ("RGASPI, f. 17, op. 3, d. 8, l. 12; f. 18, op. 4, d. 9, l. 1", "12"),
    ],
)
def test_following_leaves_belong_to_the_number(text: str, raw: str) -> None:
    level = find_references(text, REGISTRY)[0].level(LevelName.LIST)
    assert level is not None
    assert (level.raw, level.value) == (raw, "12")


def test_an_ibid_may_name_another_papka_before_the_file() -> None:
    before = one("AVP RF, f. 79, op. 32, p. 5, d. 47, l. 10")
    text = "ibid., p. 6, d. 47, l. 5"
    reference = read_levels(text, 7, before, REGISTRY)
    assert reference is not None
    assert levels(reference) == {
        "fond": "79", "opis": "32", "papka": "6", "delo": "47", "list": "5",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("RGANI, f. 5, op. 3, d. 2, l. 5–6", ["leaf-number"]),
        ("RGANI, f. 5, op. 3, d. 2, ll. 5", ["leaf-number"]),
        ("RGANI, f. 5, op. 3, d. 2, ll. 5–6", []),
        ("РГАНИ. Ф. 5. Оп. 3. Д. 2. Л. 5–6", []),
        ("TsDAHO, f. 1, op. 24, spr. 5302, ark. 7–8", []),
        ("SAPMO-BArch, NY 4090/437, Bl. 8–9", []),
    ],
)
def test_a_singular_label_is_a_slip_where_there_is_a_plural(text: str, slips: list[str]) -> None:
    assert [slip.rule for slip in one(text).slips] == slips
