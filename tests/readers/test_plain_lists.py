"""Plain text as authors send it: headings, reference lists."""

from __future__ import annotations

import pytest
from reading import body, entries, notes

AMES = "Ames, Ana. The Long Harbour. London: Verso, 1999."
BARTOV = "Bartov, Boris. The Short Quay. Tirana: 8 Nëntori, 1984."
CASTELL = "Castell, Clara. Three Boats. Moscow: Nauka, 1975."

HEADINGS = """
References|REFERENCES|references|References:|REFERENCE LIST|References Cited|Works Cited
Bibliography|Select Bibliography|Selected Bibliography|Archival Sources|Primary Sources
Secondary Sources|Sources|Literature Cited|List of References|7. References|VII. References
# References|## References ##|**References**|__References__|*References*
Bibliography and Further Reading|Sources and Bibliography|Unpublished Primary Sources
Works Cited and Consulted|Cited Literature|Further Reading|Литература|ЛИТЕРАТУРА
Список литературы|Список литературы:|Список использованной литературы|Источники и литература
Источники|Список источников|Список источников и литературы|Использованная литература
Список использованных источников и литературы|Список использованных источников|Библиография
Библиографический список|Библиографический список использованной литературы|5. Литература
Архивные источники|Список использованной литературы и источников|Литература и источники
Литература / References|References (transliterated)|Література|Список літератури
Список використаних джерел|Список використаних джерел та літератури|Джерела та література
Джерела і література|Бібліографія|Архівні джерела|Literatur|Literaturverzeichnis
Quellen- und Literaturverzeichnis|Quellen und Literatur|Bibliographie|Bibliografie
Quellenverzeichnis|Literaturliste|Archivalische Quellen|Ungedruckte Quellen
Bibliographie sélective|Références|Références bibliographiques|Sources et bibliographie
Ouvrages cités|Sources d’archives|Liste des références
""".strip().replace("\n", "|")


@pytest.mark.parametrize("heading", HEADINGS.split("|"))
def test_a_list_by_its_heading(heading: str) -> None:
    assert entries(f"The text.\n\n{heading}\n\n{AMES}\n\n{BARTOV}\n") == [AMES, BARTOV]


NOTE_HEADINGS = (
    "Notes|NOTES|Notes:|Endnotes|Footnotes|Notes and References|# Notes|8. Notes|**Notes**|"
    "Примечания|ПРИМЕЧАНИЯ|Примечания:|Сноски|Примечание|Комментарии|Примітки|Виноски|"
    "Anmerkungen|Fußnoten|Fussnoten|Endnoten|Notes de bas de page|Notes de fin"
)


@pytest.mark.parametrize("heading", NOTE_HEADINGS.split("|"))
def test_notes_by_their_heading(heading: str) -> None:
    text = f"The text.\n\n{heading}\n\n1. See Ames.\n\n2. Ibid.\n"
    assert notes(text) == [("1", ["See Ames."]), ("2", ["Ibid."])]


@pytest.mark.parametrize(
    "text",
    [
        "Sources differ on the number of boats.\n\nThey were counted twice.\n",
        "Notes were taken by hand\nand lost later.\n\n1. One.\n",
        "Литература этого времени скудна.\n\nЕё мало.\n",
        "He sent me his\nNotes\nfrom the Underground.\n",
        "The list of his\nreferences\nwas long.\n",
        "References to Vlora, Sazan and Pasha Liman are many, and none is dated.\n\nOne.\n",
        "- Sources\n- Notes\n",
    ],
)
def test_words_in_running_text_are_no_headings(text: str) -> None:
    assert not entries(text)
    assert not notes(text)


UNDERLINED = ["References\n==========\n", "References\n----------\n"]


@pytest.mark.parametrize("heading", UNDERLINED)
def test_an_underlined_heading(heading: str) -> None:
    text = f"The text.\n\n{heading}\n{AMES}\n"
    assert entries(text) == [AMES]
    assert body(text) == ["The text."]


LAYOUTS = [
    f"{AMES}\n\n{BARTOV}\n\n{CASTELL}\n",
    f"{AMES}\n{BARTOV}\n{CASTELL}\n",
    f"- {AMES}\n- {BARTOV}\n- {CASTELL}\n",
    f"• {AMES}\n\n• {BARTOV}\n\n• {CASTELL}\n",
    f"1. {AMES}\n2. {BARTOV}\n3. {CASTELL}\n",
    f"[1] {AMES}\n\n[2] {BARTOV}\n\n[3] {CASTELL}\n",
    f"1) {AMES}\n2) {BARTOV}\n3) {CASTELL}\n",
    "Ames, Ana. The Long Harbour.\n    London: Verso, 1999.\n"
    "Bartov, Boris. The Short Quay.\n    Tirana: 8 Nëntori, 1984.\n"
    "Castell, Clara. Three\n    Boats. Moscow: Nauka, 1975.\n",
    "Ames, Ana. The Long Harbour.\n\tLondon: Verso, 1999.\n"
    "Bartov, Boris. The Short Quay.\n\tTirana: 8 Nëntori, 1984.\n"
    "Castell, Clara. Three\n\tBoats. Moscow: Nauka, 1975.\n",
    "   Ames, Ana. The Long Harbour.\nLondon: Verso, 1999.\n"
    "   Bartov, Boris. The Short Quay.\nTirana: 8 Nëntori, 1984.\n"
    "   Castell, Clara. Three\nBoats. Moscow: Nauka, 1975.\n",
    "Ames, Ana. The Long\nHarbour. London: Verso, 1999.\n\n"
    "Bartov, Boris. The Short Quay.\nTirana: 8 Nëntori, 1984.\n\n"
    "Castell, Clara. Three\nBoats. Moscow: Nauka, 1975.\n",
    "Ames, Ana. The Long Harbour.\nLondon: Verso, 1999.\n"
    "Bartov, Boris. The Short Quay. Tirana:\n8 Nëntori, 1984.\n"
    "Castell, Clara. Three Boats.\nMoscow: Nauka, 1975.\n",
    "1. Ames, Ana. The Long Harbour.\nLondon: Verso,\n1999.\n"
    "2. Bartov, Boris. The Short\nQuay. Tirana: 8 Nëntori, 1984.\n"
    "3. Castell, Clara. Three Boats. Moscow: Nauka, 1975.\n",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_list_in_every_layout(layout: str, gap: str) -> None:
    assert entries(f"The text.\n\nReferences{gap}{layout}") == [AMES, BARTOV, CASTELL]


def test_a_file_of_one_paragraph_a_line() -> None:
    prose = "The embassy reported weekly, and the reports said the same thing (Ames 1999). " * 3
    text = f"The Boats\n{prose}\n{prose}\nReferences\n{AMES}\n{BARTOV}\n"
    assert body(text) == ["The Boats", prose.strip(), prose.strip()]
    assert entries(text) == [AMES, BARTOV]


def test_a_heading_that_follows_its_text_at_once() -> None:
    text = f"The boats were counted twice.\nReferences\n{AMES}\n{BARTOV}\n"
    assert body(text) == ["The boats were counted twice."]
    assert entries(text) == [AMES, BARTOV]


DASHES = ["——. Vepra. Tirana, 1982.", "---. Vepra. Tirana, 1982.", "———, ed. Vepra. 1982."]
DASHES += ["_____. Vepra. Tirana, 1982.", "–––. Vepra. Tirana, 1982.", "— . Vepra. Tirana, 1982."]


@pytest.mark.parametrize("entry", DASHES)
def test_dashes_for_a_repeated_author_are_kept(entry: str) -> None:
    hoxha = "Hoxha, Enver. The Khrushchevites. Tirana, 1984."
    assert entries(f"References\n\n{hoxha}\n\n{entry}\n") == [hoxha, entry]
    assert entries(f"References\n\n{hoxha}\n{entry}\n") == [hoxha, entry]
    assert entries(f"References\n\n- {hoxha}\n- {entry}\n") == [hoxha, entry]


def test_a_bullet_before_a_dash_is_a_bullet() -> None:
    text = "References\n\n- Hoxha, E. Vepra. 1971.\n- -----. X. 1979.\n- . Ditar. 1981.\n"
    assert entries(text) == ["Hoxha, E. Vepra. 1971.", "-----. X. 1979.", ". Ditar. 1981."]


ENDS = """
Appendix|APPENDIX A|Appendices|About the Author|About the authors|Abbreviations
List of Abbreviations|Приложение|Приложение 1|Список сокращений|Сведения об авторе|Об авторе
Благодарности|Anhang|Abkürzungsverzeichnis|Über den Autor|Annexes|Abréviations|Remerciements
Acknowledgements|Додатки|Список скорочень|Conclusion|Abstract|Summary|Резюме|Chapter 2|Index
3. The next question
""".strip().replace("\n", "|")


@pytest.mark.parametrize("heading", ENDS.split("|"))
def test_a_list_ends_at_a_heading_of_another_kind(heading: str) -> None:
    tail = "The author teaches history and has written on boats."
    assert entries(f"References\n\n{AMES}\n\n{heading}\n\n{tail}\n") == [AMES]


PARTS = """
Archives|Printed sources|Newspapers|Архивы|Монографии|Gedruckte Quellen|Books:|Périodiques
Memoirs and diaries|Secondary literature|Опубликованные|Dissertations|Воспоминания
""".strip().replace("\n", "|")


@pytest.mark.parametrize("heading", PARTS.split("|"))
def test_sub_headings_keep_entries_in_the_list(heading: str) -> None:
    text = f"The text.\n\nBibliography\n\n{AMES}\n\n{heading}\n\n{BARTOV}\n\n{CASTELL}\n"
    assert entries(text) == [AMES, BARTOV, CASTELL]
    assert body(text) == ["The text."]


ARCHIVES = (
    "Arhiv vneshnej politiki Rossijskoj Federacii [Archive of Foreign Policy] (AVP RF).",
    "Российский государственный архив социально-политической истории (РГАСПИ).",
)


def test_archives_under_a_sub_heading() -> None:
    text = f"Bibliography\n\nArchives\n\n{ARCHIVES[0]}\n{ARCHIVES[1]}\n\nBooks\n\n{AMES}\n"
    assert entries(text) == [*ARCHIVES, AMES]


def test_a_file_that_is_only_a_list() -> None:
    assert entries(f"References\n{AMES}") == [AMES]
    assert body(f"References\n{AMES}") == []


def test_notes_after_the_list() -> None:
    text = f"Text.\n\nReferences\n\n{AMES}\n\nNotes\n\n1. See Ames.\n"
    assert (entries(text), notes(text)) == ([AMES], [("1", ["See Ames."])])


def test_the_list_after_the_notes() -> None:
    text = f"Text.\n\nNotes\n\n1. See Ames.\n\nReferences\n\n{AMES}\n"
    assert (entries(text), notes(text)) == ([AMES], [("1", ["See Ames."])])
