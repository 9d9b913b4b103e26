"""What looks like a citation and is none, with a reference list and without one, in every place."""

from __future__ import annotations

import pytest
from citation_factory import cited

ENTRIES = (
    "Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.",
    "Stalin, Iosif. *Voprosy*. Moscow: Gospolitizdat, 1952.",
    "Иванов, А. Б. Союзники поневоле. М.: Наука, 2005.",
    "Рентола К. Сталин и Финляндия в 1953 // Родина. 2005. № 3. С. 5–9.",
)
NOTE_STYLE = (
    "Odd Arne Westad, *The Global Cold War* (Cambridge: Cambridge University Press, 2005), 45.",
    "Westad, *Global Cold War*, 46.",
)

BRACKETS = [
    "Chiang (1879–1953) left", "Сталин (1879–1953) ушёл",
    "Stalin (1879–1952) left", "Gaddis (1904–89) left",
    "Chiang (1879-1953) left", "Nicholas II (reigned 1894–1917) left",
    "he (Stalin, 1879–1953) left", "the ruler (r. 1924–1953) left", "Philby (b. 1950) left",
    "Philby (born 1950) left", "Philby (d. 1988) left", "Филби (род. 1912) ушёл",
    "Adenauer (geb. 1876) ging", "Хрущёв (1894–1971) ушёл", "Philby (1912–88) left",
    "it happened (May 1968)", "it happened (in May 1968)", "it happened (17 August 1961)",
    "it happened (August 17, 1961)", "это было (май 1968)", "это было (17 августа 1961 г.)",
    "das war (Mai 1968)", "it happened (spring 1968)", "it happened (Christmas 1962)",
    "a meeting (Moscow 1956)", "a meeting (Moscow, 1956)", "a meeting (Berlin, 1989)",
    "a meeting (Tashkent, 1966)", "a meeting (Geneva 1954)", "встреча (Москва, 1956)",
    "встреча (Ташкент, 1966)", "ein Treffen (Wien 1961)", "a meeting (New York, 1961)",
    "a meeting (Moscow, 17 August 1961)", "a talk (Khrushchev, 17 August 1961)",
    "a war (Cuban Missile Crisis 1962)", "a war (Suez Crisis, 1956)", "the Treaty (1955) held",
    "the Warsaw Pact (1955) held", "Order No. 227 (1942) held", "приказ № 227 (1942) исполнен",
    "the chart (Figure 3)", "the chart (Table 2, 1961)", "the chart (Fig. 12)",
    "(Twentieth Congress, 1956)", "(XX съезд, 1956)", "(the Twentieth Congress of 1956)",
    "(PRC, founded 1949)", "(PRC, 1949)", "(USSR 1922)", "(ГДР, 1949)", "(hereafter Hoxha)",
    "(then 45)", "(aged 45)", "(45 years old)", "(see chapter 3)", "(above, p. 12)", "(see above)",
    "(see note 12)", "(see p. 12)", "(см. выше, с. 12)", "(siehe oben, S. 12)", "(p. 12)",
    "they won (3–1)", "they won (2:1)", "it cost (5,000 roubles)", "it cost ($2000)",
    "it cost (1950 dollars)", "the book (ISBN 978-5-8243-0123-4)", "the verse (John 3:16)",
    "the verse (Genesis 1:1–5)", "the flight of Apollo 11 (1969) ended",
    "War and Peace (1869) is long", "Doctor Zhivago (1957) is long",
    "*Doctor Zhivago* (1957) is long",
    "“Doctor Zhivago” (1957) is long", "«Доктор Живаго» (1957) — роман", "a film (*Stalker*, 1979)",
    "a film (*The Cranes Are Flying*, 1957)", "the National Security Act (1947) held",
    "the law (Espionage Act 1917)", "Закон о печати (1990) действует", "(Ф. И. О.)", "(J. F. K.)",
    "it was cold (minus 40)", "it was cold (−40 °C in 1941)", "(Operation Barbarossa 1941)",
    "(Prague Spring 1968)", "(Camp David 1978)", "(Black September 1970)", "(Olympics 1980)",
    "(Winter 1941)", "(from 1956)", "(since 1956)", "(1956)", "(1956–1961)", "(in 1956)",
    "(ca. 1950)", "(Stalin in 1952)", "(Khrushchev visited in 1956)", "(after Stalin died in 1953)",
    "(Central Committee, 1956)", "(Politburo, 1956)", "(Nobel Prize 1958)", "(World War 1939–1945)",
    "the USSR (1922–1991) fell", "Khrushchev (1956) spoke", "President Kennedy (1961) spoke",
    "(Secretary 1953–1964)", "(First Secretary, 1953–64)", "(Председатель, 1953)", "(1200 MW)",
    "(the Soyuz 11 crew, 1971)", "(tel. 1999)", "(No. 1999)", "(RSFSR, 1918)",
]  # fmt: skip

NOTES = [
    "Smith, *Title* (London: X, 1998), 45.",
    "Smith, *Title* (London, 1998), 45.",
    "Smith, *Title* (Urbana, 1998), 45.",
    "John Smith, “A Paper,” *Journal of Contemporary History* 12 (1998): 45.",
    "John Smith, “A Paper,” *Journal* 12, no. 3 (Summer 1998): 45–50.",
    "Karl Müller, Die Botschaft, Berlin 1998, S. 45.",
    "Karl Müller, Die Botschaft. Ein Bericht: 1952–1967, Stuttgart 1991, S. 45.",
    "Note, Diplomatic Archive, Belgrade (XNA), PA, 1974, f. 4, d. 12, no. 421930.",
    "Karl Müller: Die Botschaft. Berlin: Dietz, 1998, S. 45.",
    "Зубок В. М. Неудавшаяся империя. М.: РОССПЭН, 2011. С. 45.",
    "Зубок В. М. Неудавшаяся империя. М., 2011. С. 45.",
    "Smith, *Alone*, 45.",
    "Indian Census Rolls, 1885.",
    "U.S. Census Bureau, *1930 Federal Census*, sheet no. 2B, p. 940.",
    "“Congress Cuts Funds.” In *CQ Almanac* 1963.",
    "Fellers, Bonner, “Military Aid,” *Human Events*, 27 July 1949, Vol. VI, No. 30.",
    "John Smith to Mary Jones, 2 April 1937.",
    "He was ill (Smith, *Title*, 1998).",
    "Kappler, *Laws* (Washington: GPO, 1904), 677; Horowitz, *Party* (Urbana, 1997), 12.",
]  # fmt: skip


@pytest.mark.parametrize("text", BRACKETS)
@pytest.mark.parametrize("entries", [(), ENTRIES], ids=["no list", "a list"])
def test_false_friends_in_the_body(text: str, entries: tuple[str, ...]) -> None:
    assert cited(f"So {text}.", entries=entries) == []


@pytest.mark.parametrize("text", BRACKETS)
@pytest.mark.parametrize("entries", [(), ENTRIES], ids=["no list", "a list"])
def test_false_friends_in_notes(text: str, entries: tuple[str, ...]) -> None:
    assert cited(notes=[f"So {text}."], entries=entries) == []


@pytest.mark.parametrize("text", NOTES)
@pytest.mark.parametrize("entries", [(), ENTRIES], ids=["no list", "a list"])
def test_full_and_short_notes_hold_no_author_and_date(text: str, entries: tuple[str, ...]) -> None:
    found = cited(notes=[*NOTE_STYLE, text], entries=entries)
    assert [e for e in found if e.kind in ("author-date", "narrative", "title-date")] == []


def test_a_text_in_notes_has_no_bare_author_and_date() -> None:
    """In an essay that cites by notes, a name and a year in the text are an event."""
    found = cited("The coup (Zogu 1924) failed.", notes=NOTE_STYLE)
    assert {each.kind for each in found} == {"full-note", "short-note"}
