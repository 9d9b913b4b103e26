"""References as they are written in one country or at one archive, beyond the plain form."""

from __future__ import annotations

import pytest

from srccheck.archives import find_references, load_registry

REGISTRY = load_registry()

# text; for each file its archive and "level=value" pairs in the order of the reference
ROWS = [
    # Fond 89 of RGANI: lists and documents
    ("РГАНИ, ф. 89, пер. 18, док. 5", ["rgani fond=89 opis=18 delo=5"]),
    ("РГАНИ. Ф. 89. Перечень 42. Док. 12. Л. 3", ["rgani fond=89 opis=42 delo=12 list=3"]),
    (
        "RGANI, f. 89, per. 14, dok. 34; per. 15, dok. 3; dok. 4",
        [
            "rgani fond=89 opis=14 delo=34",
            "rgani fond=89 opis=15 delo=3",
            "rgani fond=89 opis=15 delo=4",
        ],
    ),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 12. Док. 5", ["rgaspi fond=17 opis=3 delo=12"]),
    # a reel between the inventory and the file
    ("РГАНИ. Ф. 5. Оп. 30. Рол. 4622. Д. 73. Л. 12", ["rgani fond=5 opis=30 delo=73 list=12"]),
    # the archive before a bracket, or after the levels
    ("РГАСПИ (ф. 17, оп. 125, д. 391, л. 30)", ["rgaspi fond=17 opis=125 delo=391 list=30"]),
    ("f. 558, op. 11, d. 97, ll. 67–70, RGASPI", ["rgaspi fond=558 opis=11 delo=97 list=67–70"]),
    (
        "f. 5, op. 50, d. 123, RGANI, f. 3, op. 2, d. 1",
        ["- fond=5 opis=50 delo=123", "rgani fond=3 opis=2 delo=1"],
    ),
    # the levels of an ibid are not a reference of their own
    ("Там же. Ф. 17. Оп. 3. Д. 1071. Л. 5", []),
    # a number forgotten
    ("RGASPI, f. 17, op. , d. 3, l. 4", ["rgaspi fond=17 delo=3 list=4"]),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. Л. 5", ["rgaspi fond=17 opis=3 list=5"]),
    # verso
    ("РГАНИ. Ф. 3. Оп. 12. Д. 1005. Л. 1–2 с об.", ["rgani fond=3 opis=12 delo=1005 list=1–2v"]),
    ("ЦДА, ф. 1Б, оп. 91, а.е. 1234, л. 45 гръб", ["tsda fond=1Б opis=91 delo=1234 list=45v"]),
    # Germany
    ("SAPMO-BArch, DY 30, IV A 2/20/331, Bl. 45", ["sapmo fond=DY_30 delo=IV_A_2/20/331 list=45"]),
    ("BStU, MfS, HA II/6, Nr. 1234, Bl. 5–7", ["bstu fond=MfS,_HA_II/6 delo=1234 list=5–7"]),
    ("BStU MfS AP 11566/73 Bl. 3", ["bstu fond=MfS_AP_11566 delo=73 list=3"]),
    ("BArch-MA, RW 4/v. 577", ["barch fond=RW_4 delo=v._577"]),
    ("Bundesarchiv Berlin-Lichterfelde, NS 19/38, Bl. 2f.", ["barch fond=NS_19 delo=38 list=2"]),
    ("AdsD, Nachlass Brandt, A 6, Mappe 12", ["adsd fond=Nachlass_Brandt,_A_6 delo=12"]),
    # Britain: the piece, and the paper in it
    ("TNA, FO 371/135627/NS1022/12", ["tna fond=FO_371 delo=135627 item=NS1022/12"]),
    ("TNA, FO 371/94814, FS1051/12", ["tna fond=FO_371 delo=94814 item=FS1051/12"]),
    ("FO 371/94814/FS1051/12", ["- fond=FO_371 delo=94814 item=FS1051/12"]),
    ("TNA, CAB 129/87, CP(57)137", ["tna fond=CAB_129 delo=87 item=CP(57)137"]),
    ("TNA, CAB 128/30, CM 54 (56)", ["tna fond=CAB_128 delo=30 item=CM_54_(56)"]),
    ("The National Archives (TNA), London, FO 371/116148", ["tna fond=FO_371 delo=116148"]),
    ("TNA, FO 800/477, ff. 12–15", ["tna fond=FO_800 delo=477 list=12–15"]),
    # the United States
    (
        "HSTL, PSF, Box 186, Folder \"Russia, Molotov\"",
        ["hstl collection=PSF box=186 folder=Russia,_Molotov"],
    ),
    ("JFKL, POF, Box 125a, Security", ["jfkl collection=POF box=125a folder=Security"]),
    (
        "RG 59, Decimal File 1950–54, Box 3762, 761.00/4-1553",
        ["- record_group=59 series=Decimal_File_1950–54 box=3762 decimal_file=761.00/4-1553"],
    ),
    (
        "W. Averell Harriman Papers, Box 96, Library of Congress",
        ["loc collection=W._Averell_Harriman_Papers box=96"],
    ),
    (
        "Eisenhower Papers, Whitman File, NSC Series, Box 3",
        ["- collection=Eisenhower_Papers series=Whitman_File,_NSC_Series box=3"],
    ),
    # elsewhere
    ("MNL OL, XIX-J-1-j, Szovjetunió, 1956, 34. d., 001234",
     ["mnl-ol fond=XIX-J-1-j,_Szovjetunió box=34 delo=001234"]),
    ("ACS, PCM, 1948–50, b. 3, fasc. 1", ["acs fond=PCM busta=3 delo=1"]),
    ("ASV, Segr. Stato, 1914, rubr. 244, fasc. 3, ff. 12–14",
     ["aav fond=Segr._Stato series=244 delo=3 list=12–14"]),
    ("NA ČR, f. 02/2, sv. 53, ar. j. 68", ["nacr fond=02/2 opis=53 delo=68"]),
    ("ՀԱԱ, ֆ. 1, ց. 20, գ. 13, թ. 4", ["haa fond=1 opis=20 delo=13 list=4"]),
    ("ფ. 14, აღ. 7, ს. 12", ["- fond=14 opis=7 delo=12"]),
    ("AQSH, F. 14/AP, V. 1950, D. 3, fq. 12", ["aqsh fond=14/AP year=1950 delo=3 list=12"]),
]  # fmt: skip


def shown(text: str) -> list[str]:
    return [
        " ".join(
            [
                each.archive or "-",
                *(f"{name.value}={value.replace(' ', '_')}" for name, value in each.levels.items()),
            ]
        )
        for each in find_references(text, REGISTRY)
    ]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_reads(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Papers were in Box 5, and nobody knew.",
        "They paid 89 per 14 documents, and 5 doc. 7 pages.",
        "In London, FO clerks read 371 letters.",
        "He flew from RGASPI (founded 1999) to Berlin.",
        "RG 59 hosted a party, and KV 2/1 tanks drove by with WO 2/3 of the men.",
        "Rolik 12 and Reel 5 were lost.",
    ],
)
def test_prose_gives_nothing(text: str) -> None:
    assert shown(text) == []
