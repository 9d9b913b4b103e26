"""Full notes, short notes and cross-references, as notes write them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from citation_factory import find_in, manuscript_of

from srccheck.citations import CrossReference, FullNote, LocatorPart, ShortNote
from srccheck.text import Manuscript


@dataclass(frozen=True, slots=True)
class Noted:
    """What a row says of one citation: "author | title | year | locators", or a note's label."""

    kind: str
    said: str


def full(said: str) -> Noted:
    """A source named in full."""
    return Noted("full-note", said)


def short(said: str) -> Noted:
    """A source named in short."""
    return Noted("short-note", said)


def cross(note: str) -> Noted:
    """A note that is referred to."""
    return Noted("cross-reference", note)


def _noted(notes: list[str], entries: tuple[str, ...] = ()) -> list[Noted]:
    manuscript = manuscript_of("", notes=notes, entries=entries)
    found = []
    for each in find_in(manuscript).citations:
        if isinstance(each, FullNote):
            work = each.work
            who = " & ".join(
                f"{name.given} {name.family or name.literal}".strip() for name in work.authors
            )
            found.append(full(_row(who, work.title, work.year, each.locators)))
        elif isinstance(each, ShortNote):
            found.append(short(_row(" & ".join(each.authors), each.title, "", each.locators)))
        elif isinstance(each, CrossReference):
            found.append(cross(each.note))
    return found


def _row(who: str, title: str | None, year: str | None, locators: tuple[LocatorPart, ...]) -> str:
    pages = ", ".join(f"{part.label} {part.value}".strip() for part in locators)
    return " | ".join((who, title or "", year or "", pages))


ROWS = [
    (  # French: town, publisher and year between commas
        "Georges-Henri Soutou, *La guerre de Cinquante Ans*, Paris, Fayard, 2001, p. 345-348.",
        [full("Georges-Henri Soutou | La guerre de Cinquante Ans | 2001 | p. 345-348")],
    ),
    (  # Ukrainian: a span of years in the title, and what goes back to it
        "Баран В.К. Україна після Сталіна: нарис 1953–1985 рр. Львів: Свобода, 1992. С. 45.",
        [full("В.К. Баран | Україна після Сталіна: нарис 1953–1985 рр | 1992 | С. 45")],
    ),
    (  # a year and a full stop inside the title
        "Rüdiger Wenzke, Die NVA und der Prager Frühling 1968. Die Rolle, Berlin 1995, S. 155.",
        [full("Rüdiger Wenzke | Die NVA und der Prager Frühling 1968. Die Rolle | 1995 | S. 155")],
    ),
    (
        "Mark Kramer, Die Sowjetunion und der Pakt, in: Torsten Diedrich/Winfried Heinemann "
        "(Hrsg.), Der Pakt. Von der Gründung bis 1991, Berlin 2009, S. 273–336, hier S. 280.",
        [full("Mark Kramer | Die Sowjetunion und der Pakt | 2009 | S. 280")],
    ),
    (
        "Vladislav M. Zubok, *A Failed Empire: The Soviet Union* (Chapel Hill: UNC, 2007), 45–47.",
        [full("Vladislav M. Zubok | A Failed Empire: The Soviet Union | 2007 | 45–47")],
    ),
    (
        "Hope M. Harrison, *Driving the Soviets up the Wall, 1953–1961* (Princeton: PUP, 2003).",
        [full("Hope M. Harrison | Driving the Soviets up the Wall, 1953–1961 | 2003 | ")],
    ),
    (
        "Mark Kramer, “The Succession Struggle,” *Studies* 1, no. 1 (Winter 1999): 3–55, 12.",
        [full("Mark Kramer | The Succession Struggle | 1999 | 12")],
    ),
    (
        "Ivan Maisky, ‘A Title of Note,’ in *Things*, ed. Xavier Young (London: Cass, 1999), 12.",
        [full("Ivan Maisky | A Title of Note | 1999 | 12")],
    ),
    (
        "John Smith, “A Thesis on Things” (PhD diss., Harvard University, 1999), 34.",
        [full("John Smith | A Thesis on Things | 1999 | 34")],
    ),
    (
        "Jane Doe, “Kremlin Says No,” *New York Times*, March 5, 1961, A1.",
        [full("Jane Doe | Kremlin Says No | 1961 | A1")],
    ),
    (
        "Zubok and Pleshakov, *Inside the Kremlin*, 101; Harrison, *Driving the Soviets*, 12.",
        [short("Zubok & Pleshakov | Inside the Kremlin |  | 101"),
         short("Harrison | Driving the Soviets |  | 12")],
    ),
    (
        "For another view, see John Lewis Gaddis, *We Now Know* (Oxford: Clarendon, 1997), 26, "
        "and Melvyn P. Leffler, *For the Soul of Mankind* (New York: Hill and Wang, 2007), 3.",
        [full("John Lewis Gaddis | We Now Know | 1997 | 26"),
         full("Melvyn P. Leffler | For the Soul of Mankind | 2007 | 3")],
    ),
    (
        "See Hemmer, Nicole. *Messengers of the Right*. (Philadelphia: Penn Press, 2016), p.10.",
        [full("Nicole Hemmer | Messengers of the Right | 2016 | p. 10")],
    ),
    ("See note 12 above.", [cross("12")]),
    ("Vgl. Anm. 3.", [cross("3")]),
    ("См. прим. 5.", [cross("5")]),
    (
        "Зубок В.М. Неудавшаяся империя: Советский Союз. М.: РОССПЭН, 2011. С. 45.",
        [full("В.М. Зубок | Неудавшаяся империя: Советский Союз | 2011 | С. 45")],
    ),
    (
        "Филитов А.М. Германия в планах // Новая и новейшая история. 2001. № 3. С. 45–67.",
        [full("А.М. Филитов | Германия в планах | 2001 | С. 45–67")],
    ),
    (
        "Подробнее см.: Зубок В.М. Неудавшаяся империя. С. 51; Филитов А.М. Германия. С. 46.",
        [short("Зубок В.М. | Неудавшаяся империя |  | С. 51"),
         short("Филитов А.М. | Германия |  | С. 46")],
    ),
    (
        "Хрущев Н.С. Время. Люди. Власть: Воспоминания. В 4 кн. М., 1999. Кн. 2. С. 45. И всё.",
        [full("Н.С. Хрущев | Время. Люди. Власть: Воспоминания | 1999 | С. 45")],
    ),
    (
        "Цит. по: Печатнов В. О. Сталин, Рузвельт, Трумэн: СССР в 1940-х гг. М., 2006. С. 320.",
        [full("В. О. Печатнов | Сталин, Рузвельт, Трумэн: СССР в 1940-х гг. | 2006 | С. 320")],
    ),
    (
        "Советско-китайские отношения. 1952–1955: Сборник / Отв. ред. А.М. Ли. М., 2015. С. 30.",
        [full(" | Советско-китайские отношения. 1952–1955: Сборник | 2015 | С. 30")],
    ),
    (
        "Karl Müller, Die Botschaft des Kaisers. Eine Geschichte, Berlin 1998, S. 12.",
        [full("Karl Müller | Die Botschaft des Kaisers. Eine Geschichte | 1998 | S. 12")],
    ),
    (
        "Hans Schmidt, Beitrag, in: Otto Weber (Hg.), Der Band, München 2001, S. 5–20, hier S. 7.",
        [full("Hans Schmidt | Beitrag | 2001 | S. 7")],
    ),
    (
        "Peter Weiß, Ein Titel, in: Zeitschrift für Geschichte 45 (1998), H. 2, S. 12–34.",
        [full("Peter Weiß | Ein Titel | 1998 | S. 12–34")],
    ),
    (
        "Georges-Henri Soutou, *La guerre de Cinquante Ans*, Paris, Fayard, 2001, p. 45.",
        [full("Georges-Henri Soutou | La guerre de Cinquante Ans | 2001 | p. 45")],
    ),
    # what is no source, or cannot be read
    ("The author was in Berlin in 1998, and in Bonn a year later.", []),
    ("In Washington, Kennedy met his brother, New York, 1961.", []),
    ("Henry Dworshak (career opposition of 62%) took the seat held by Charles Gossett.", []),
    ("Herbert Hoover to Felix Morley, 18 December 1952, Box 1, Felix Morley Papers.", []),
    ("Truman, “Address to Congress,” 12 March 1947, in his papers.", []),
]  # fmt: skip

STYLE = [
    "Anna Weber, *The Long Retreat* (London: Longman, 1998), 12.",
    "Weber, *Long Retreat*, 14.",
]


@pytest.mark.parametrize(("note", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_a_note(note: str, expected: list[Noted]) -> None:
    assert _noted([*STYLE, note])[2:] == expected


def test_an_unmarked_short_note_needs_an_author_that_is_known() -> None:
    notes = [
        "Karl Müller, Die Botschaft, Berlin 1998, S. 12.",
        "Müller, Botschaft, S. 15; Huber, Amt, S. 3.",
    ]
    assert _noted(notes)[1:] == [short("Müller | Botschaft |  | S. 15")]


def test_two_authors_with_initials_and_a_short_title() -> None:
    first = "Попов А.А., Липкин М.А. СЭВ: начало // Новая история. 2017. № 3. С. 44."
    found = _noted([first, "Попов А.А., Липкин М.А. СЭВ: начало. С. 46."])
    assert found[1:] == [short("Попов А.А. & Липкин М.А. | СЭВ: начало |  | С. 46")]


def test_a_speech_is_no_surname() -> None:
    found = _noted([*STYLE, "Речь Н.С. Хрущева на съезде // Известия. 1989. № 3. С. 128–170."])
    assert [each for each in found if "Речь" in each.said.split(" | ")[0]] == []


def test_a_name_and_a_page() -> None:
    assert _noted([*STYLE, "Weber, 47; Potsdam, 12."])[2:] == [short("Weber |  |  | 47")]


def test_a_short_note_that_points_to_a_note() -> None:
    notes = [
        "Karl Müller, Die Botschaft, Berlin 1998, S. 12.",
        "Müller, Botschaft (wie Anm. 1), S. 20.",
    ]
    assert _noted(notes)[1:] == [short("Müller | Botschaft |  | S. 20")]


def test_titles_of_a_list_are_known() -> None:
    entries = ("*Foreign Relations of the Realm, 1961*. London: HMSO, 1998.",)
    notes = [*STYLE, "*Foreign Relations of the Realm*, 45."]
    assert _noted(notes, entries)[2:] == [short(" | Foreign Relations of the Realm |  | 45")]


def test_what_cites_by_author_and_year_has_no_notes_to_read() -> None:
    body = "So (Westad 2005; Gaddis 1997). And (Harrison 2003, p. 3). Then (Kramer 1999)."
    manuscript: Manuscript = manuscript_of(body, notes=STYLE[:1])
    assert find_in(manuscript).style == ""


def test_both_in_one_manuscript() -> None:
    body = "So (Westad 2005, p. 3), it is said."
    manuscript = manuscript_of(body, notes=[*STYLE, *STYLE])
    assert find_in(manuscript).style == "mixed"
