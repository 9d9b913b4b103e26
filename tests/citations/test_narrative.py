"""Citations whose author stands in the sentence, and those in notes outside every parenthesis."""

from __future__ import annotations

import pytest
from citation_factory import Cited, author_date, cited, narrative

ENTRIES = (
    "Ulunjan, Artem A. *Balkany*. Moscow: Nauka, 2015.",
    "Smith, Adam and Jones, Mary. *Two Allies*. London: Verso, 1999.",
    "Smith, Adam and Jones, Mary. *Two Enemies*. London: Verso, 2001.",
    "Зубок, В. М. Неудавшаяся империя. М.: РОССПЭН, 2011.",
    "Müller, Karl. *Die Botschaft*. Berlin: Dietz, 1998.",
    "von Bülow, Otto. *Memoiren*. Berlin: Dietz, 1991.",
    "Рентола К. Сталин и Финляндия // Родина. 2005. № 3. С. 5–9.",
    "Nguyễn Thị Mai. *Lịch sử*. Hanoi, 2001.",
)

BODY = [
    ("Ulunyan (2015) tells it.", [narrative("Ulunyan (2015)", "Ulunyan", year="2015")]),
    ("As Ulunyan (2015) tells, he left.", [narrative("Ulunyan (2015)", "Ulunyan", year="2015")]),
    ("Ulunyan (2015; see also Smith 1999) tells it.",
     [narrative("Ulunyan (2015", "Ulunyan", year="2015"),
      author_date("Smith 1999", "Smith", year="1999")]),
    ("Ulunyan (2015, p. 3; cf. Müller 1998, S. 4) tells it.",
     [narrative("Ulunyan (2015, p. 3", "Ulunyan", year="2015", at=["page 3"]),
      author_date("Müller 1998, S. 4", "Müller", year="1998", at=["page 4"])]),
    ("Prague (1968; see Smith 1999) was near.", [author_date("Smith 1999", "Smith", year="1999")]),
    ("In Ulunyan (2015, p. 3) he left.",
     [narrative("Ulunyan (2015, p. 3)", "Ulunyan", year="2015", at=["page 3"])]),
    ("Unlike Artem Ulunyan (2015), he left.",
     [narrative("Artem Ulunyan (2015)", "Artem Ulunyan", year="2015")]),
    ("However, Ulunyan (2015) left.", [narrative("Ulunyan (2015)", "Ulunyan", year="2015")]),
    ("As Smith and Jones (1999, 2001) show, he left.",
     [narrative("Smith and Jones (1999", "Smith", "Jones", year="1999"),
      narrative("2001", "Smith", "Jones", year="2001", carried=True)]),
    ("Smith et al. (1999) left.",
     [narrative("Smith et al. (1999)", "Smith", year="1999", et_al=True)]),
    ("Wie Müller (1998: 34 f.) zeigt, ging er.",
     [narrative("Müller (1998: 34 f.)", "Müller", year="1998", at=["page 34 f."])]),
    ("Bei von Bülow (1991, S. 3) steht es.",
     [narrative("von Bülow (1991, S. 3)", "von Bülow", year="1991", at=["page 3"])]),
    ("Зубок (2011, с. 45) считает иначе.",
     [narrative("Зубок (2011, с. 45)", "Зубок", year="2011", at=["page 45"])]),
    ("Как пишет В. М. Зубок (2011), он уехал.",
     [narrative("В. М. Зубок (2011)", "В. М. Зубок", year="2011")]),
    ("По мнению Westad (2005, с. 3), он уехал.",
     [narrative("Westad (2005, с. 3)", "Westad", year="2005", at=["page 3"])]),
    ("Ulunyan's (2015) account is short.", [narrative("Ulunyan's (2015)", "Ulunyan", year="2015")]),
    ("Ulunyan’s (2015, p. 3) account is short.",
     [narrative("Ulunyan’s (2015, p. 3)", "Ulunyan", year="2015", at=["page 3"])]),
    ("Nguyễn Thị Mai (2001) left.",
     [narrative("Nguyễn Thị Mai (2001)", "Nguyễn Thị Mai", year="2001")]),
    ("On this see Smith and Jones 1999, p. 4.",
     [narrative("Smith and Jones 1999, p. 4", "Smith", "Jones", year="1999", at=["page 4"])]),
    ("Подробнее см. Зубок 2011, с. 4.",
     [narrative("Зубок 2011, с. 4", "Зубок", year="2011", at=["page 4"])]),
    ("According to Westad (2005) he left.", [narrative("Westad (2005)", "Westad", year="2005")]),
    ("Westad (2005) argues that he left.", [narrative("Westad (2005)", "Westad", year="2005")]),
    ("In Ulunyan's words (2015: 56; emphasis added), he left.",
     [narrative("Ulunyan's words (2015: 56; emphasis added)", "Ulunyan", year="2015",
                at=["page 56"])]),
    ("По мнению Вестада (2005), он уехал.", [narrative("Вестада (2005)", "Вестада", year="2005")]),
    ("Вслед за Зубком (2011) он уехал.", [narrative("Зубком (2011)", "Зубком", year="2011")]),
    ("По словам В. М. Зубка (2011), он уехал.",
     [narrative("В. М. Зубка (2011)", "В. М. Зубка", year="2011")]),
    ("У Рентолы (2005) этого нет.", [narrative("Рентолы (2005)", "Рентолы", year="2005")]),
    ("See Smith and Jones (1999), and Smith et al. 2001, p. 12.",
     [narrative("Smith and Jones (1999)", "Smith", "Jones", year="1999"),
      narrative("Smith et al. 2001, p. 12", "Smith", year="2001", at=["page 12"], et_al=True)]),
    ("О позиции Брандта – Ulunyan (2015).",
     [narrative("Ulunyan (2015)", "Ulunyan", year="2015")]),
    ("Westad (2005a) was right.", [narrative("Westad (2005a)", "Westad", year="2005", suffix="a")]),
]  # fmt: skip

NOTES = [
    ("See Westad 2005, p. 12; Smith 1999, p. 4.",
     [narrative("Westad 2005, p. 12", "Westad", year="2005", at=["page 12"]),
      narrative("Smith 1999, p. 4", "Smith", year="1999", at=["page 4"])]),
    ("Smith 1999, p. 4.", [narrative("Smith 1999, p. 4", "Smith", year="1999", at=["page 4"])]),
    ("Smith, 1999: 4; Müller 1998.",
     [narrative("Smith, 1999: 4", "Smith", year="1999", at=["page 4"]),
      narrative("Müller 1998", "Müller", year="1998")]),
    ("Vgl. Westad 2005, S. 4.",
     [narrative("Westad 2005, S. 4", "Westad", year="2005", at=["page 4"])]),
    ("Зубок 2011. С. 45.", [narrative("Зубок 2011. С. 45", "Зубок", year="2011", at=["page 45"])]),
    ("Зубок 2011. С. 12; Ulunyan 2015. С. 7.",
     [narrative("Зубок 2011. С. 12", "Зубок", year="2011", at=["page 12"]),
      narrative("Ulunyan 2015. С. 7", "Ulunyan", year="2015", at=["page 7"])]),
    ("Müller 1998, S. 45; vgl. auch Lemke 1995, S. 3.",
     [narrative("Müller 1998, S. 45", "Müller", year="1998", at=["page 45"]),
      narrative("Lemke 1995, S. 3", "Lemke", year="1995", at=["page 3"])]),
    ("Müller 1998, S. 45; ders. 2006, S. 3.",
     [narrative("Müller 1998, S. 45", "Müller", year="1998", at=["page 45"]),
      narrative("2006, S. 3", "Müller", year="2006", at=["page 3"], carried=True)]),
    ("Цит. по: Зубок 2011, с. 45.",
     [narrative("Зубок 2011, с. 45", "Зубок", year="2011", at=["page 45"])]),
    ("He left early (Smith 1999, p. 4). See also Müller 1998, S. 3.",
     [author_date("Smith 1999, p. 4", "Smith", year="1999", at=["page 4"]),
      narrative("Müller 1998, S. 3", "Müller", year="1998", at=["page 3"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODY)
def test_in_the_sentence(text: str, expected: list[Cited]) -> None:
    assert cited(f"{text} He was ill (Smith 1999).", entries=ENTRIES)[:-1] == expected


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_in_a_note(text: str, expected: list[Cited]) -> None:
    assert cited(notes=[text], entries=ENTRIES) == expected
