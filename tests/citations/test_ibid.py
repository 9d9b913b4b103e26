"""Ibid and its relatives, with printed and archival rests."""

from __future__ import annotations

import pytest
from citation_factory import Cited, archival, cited, ibid, narrative

ENTRIES = (
    "Hoxha, Enver. *Ditar*. Tirana, 1981.",
    "Зубок, В. М. Неудавшаяся империя. М.: РОССПЭН, 2011.",
)

BRACKETED = [
    ("(ibid., p. 40)", [ibid("ibid., p. 40", at=["page 40"])]),
    ("(ibid.)", [ibid("ibid.")]),
    ("(Ibid)", [ibid("Ibid")]),
    ("(ibidem, pp. 833–34)", [ibid("ibidem, pp. 833–34", at=["page 833–34"])]),
    ("(ibid.: 40)", [ibid("ibid.: 40", at=["page 40"])]),
    ("(ibid., 40–41)", [ibid("ibid., 40–41", at=["page 40–41"])]),
    ("(ibid., v. 3, p. 40)", [ibid("ibid., v. 3, p. 40", at=["volume 3", "page 40"])]),
    ("(see ibid., p. 40)", [ibid("ibid., p. 40", at=["page 40"])]),
    ("(ibid., d. 1/3, l. 106)", [ibid("ibid., d. 1/3, l. 106", at=["delo 1/3", "list 106"])]),
    ("(там же, с. 5)", [ibid("там же, с. 5", at=["page 5"])]),
    ("(Там же. С. 5)", [ibid("Там же. С. 5", at=["page 5"])]),
    ("(там же)", [ibid("там же")]),
    ("(Там же. Д. 7. Л. 8)", [ibid("Там же. Д. 7. Л. 8", at=["delo 7", "list 8"])]),
    ("[Там же: 45]", [ibid("Там же: 45", at=["page 45"])]),
    ("(ebd., S. 5)", [ibid("ebd., S. 5", at=["page 5"])]),
    ("(ebenda, S. 5 f.)", [ibid("ebenda, S. 5 f.", at=["page 5 f."])]),
    ("(idem, p. 5)", [ibid("idem, p. 5", at=["page 5"])]),
    ("(op. cit., p. 5)", [ibid("op. cit., p. 5", at=["page 5"])]),
    ("(Hoxha, op. cit., p. 5)", [ibid("Hoxha, op. cit., p. 5", "Hoxha", at=["page 5"])]),
    ("(Зубок. Указ. соч. С. 5)", [ibid("Зубок. Указ. соч. С. 5", "Зубок", at=["page 5"])]),
    ("(Зубок, указ. соч., с. 5)", [ibid("Зубок, указ. соч., с. 5", "Зубок", at=["page 5"])]),
    ("(Müller, a. a. O., S. 5)", [ibid("Müller, a. a. O., S. 5", "Müller", at=["page 5"])]),
    ("(RGASPI, f. 17, op. 3, d. 8, l. 4; ibid., d. 9, l. 5)",
     [archival("RGASPI, f. 17, op. 3, d. 8, l. 4", "fond 17", "opis 3", "delo 8", "list 4"),
      ibid("ibid., d. 9, l. 5", at=["delo 9", "list 5"])]),
    ("(ibid., p. 40; ibid., p. 42)",
     [ibid("ibid., p. 40", at=["page 40"]), ibid("ibid., p. 42", at=["page 42"])]),
]  # fmt: skip

NOTES = [
    ("Ibid., p. 40.", [ibid("Ibid., p. 40", at=["page 40"])]),
    ("Ibid.", [ibid("Ibid.")]),
    ("Там же.", [ibid("Там же")]),
    ("Там же. Л. 7.", [ibid("Там же. Л. 7", at=["leaf 7"])]),
    ("Там же. Л. 7об.", [ibid("Там же. Л. 7об.", at=["leaf 7об."])]),
    ("Ibid., l. 7 verso.", [ibid("Ibid., l. 7 verso", at=["leaf 7 verso"])]),
    ("Ibid., ll. 8 ob.–9.", [ibid("Ibid., ll. 8 ob.–9", at=["leaf 8 ob.–9"])]),
    ("Там же. С. 5–6.", [ibid("Там же. С. 5–6", at=["page 5–6"])]),
    ("Там же. Оп. 2. Д. 7. Л. 8 об.",
     [ibid("Там же. Оп. 2. Д. 7. Л. 8 об.", at=["opis 2", "delo 7", "list 8v"])]),
    ("Ebd., S. 5.", [ibid("Ebd., S. 5", at=["page 5"])]),
    ("Ebenda.", [ibid("Ebenda")]),
    ("See ibid., p. 40.", [ibid("ibid., p. 40", at=["page 40"])]),
    ("Hoxha 1981, p. 4. Ibid., p. 5.",
     [narrative("Hoxha 1981, p. 4", "Hoxha", year="1981", at=["page 4"]),
      ibid("Ibid., p. 5", at=["page 5"])]),
    ("Hoxha, op. cit., p. 5.", [ibid("Hoxha, op. cit., p. 5", "Hoxha", at=["page 5"])]),
    ("Зубок В. М. Указ. соч. С. 5.",
     [ibid("Зубок В. М. Указ. соч. С. 5", "Зубок В. М.", at=["page 5"])]),
    ("Зубок В.М. Указ. соч. С. 15.",
     [ibid("Зубок В.М. Указ. соч. С. 15", "Зубок В.М.", at=["page 15"])]),
    ("Ibid., d. 722; ibid., d. 723.",
     [ibid("Ibid., d. 722", at=["delo 722"]), ibid("ibid., d. 723", at=["delo 723"])]),
    ("He was ill. On this see ibid., p. 40.", [ibid("ibid., p. 40", at=["page 40"])]),
]  # fmt: skip

PROSE = (
    "(там же находился архив)",
    "(he was ill there, idem in Moscow)",
    "(id est the embassy of 1961)",
    "(the id. of the file)",
)


@pytest.mark.parametrize(("text", "expected"), BRACKETED)
def test_in_a_parenthesis(text: str, expected: list[Cited]) -> None:
    assert cited(f"He was ill {text}.", entries=ENTRIES) == expected


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_in_a_note(text: str, expected: list[Cited]) -> None:
    assert cited(notes=[text], entries=ENTRIES) == expected


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_ibid(text: str) -> None:
    assert cited(f"He was ill {text}.", notes=[f"He was ill {text}."], entries=ENTRIES) == []


@pytest.mark.parametrize("text", ["Там же находился архив.", "В 1961 г. там же жил его брат."])
def test_there_also_is_prose(text: str) -> None:
    assert cited(text, notes=[text]) == []
