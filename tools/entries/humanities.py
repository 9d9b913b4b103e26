"""References as historians write them, generated from a seed: what no labelled set has enough of.

Slavic titles in Cyrillic and in several romanisations, GOST with ``//``, German ``In:``, Vietnamese
and Albanian books, entries that begin with a title, documents on the web, newspapers, archives.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from entries import vocabulary as words_of
from entries.corpora import Labelled
from srccheck.translit import romanise

SCHEMES = (
    "alalc_ru_plain", "alalc_ru_plain", "bgn_pcgn_ru_plain", "translit_ru", "translit_ru",
    "scholarly_ru", "iso9_ru", "alalc_ru",
)  # fmt: skip
LANGUAGES = ("ru", "en", "de", "fr", "it", "vi", "sq", "pl")
WEIGHTS = (44, 17, 12, 6, 7, 6, 4, 4)
_WORDS = {
    "ru": (words_of.RUSSIAN, words_of.RUSSIAN_SMALL),
    "en": (words_of.ENGLISH, words_of.ENGLISH_SMALL),
    "de": (words_of.GERMAN, words_of.GERMAN_SMALL),
    "fr": (words_of.FRENCH, words_of.FRENCH_SMALL),
    "it": (words_of.ITALIAN, words_of.ITALIAN_SMALL),
    "vi": (words_of.VIETNAMESE, []),
    "sq": (words_of.ALBANIAN, words_of.ALBANIAN_SMALL),
    "pl": (words_of.POLISH, words_of.POLISH_SMALL),
}
AND = {
    "ru": "и",
    "en": "and",
    "de": "und",
    "fr": "et",
    "it": "e",
    "vi": "và",
    "sq": "dhe",
    "pl": "i",
}


def generate(count: int, seed: int = 7) -> list[Labelled]:
    """Give ``count`` labelled references."""
    maker = _Maker(random.Random(seed))
    found: list[Labelled] = []
    while len(found) < count:
        entry = [(word, label) for word, label in maker.entry() if word]
        if 3 < len(entry) < 70:
            found.append(entry)
    return found


class _Maker:
    """Makes one entry after the other; ``lang`` and ``scheme`` are those of the current one."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lang = "en"
        self.scheme: str | None = None

    def entry(self) -> Labelled:
        """Give one entry in a style of its language."""
        self.lang = self.chance.choices(LANGUAGES, WEIGHTS)[0]
        cyrillic = self.lang == "ru" and self.maybe(0.4)
        self.scheme = None if self.lang != "ru" or cyrillic else self.one(SCHEMES)
        kind = self.chance.choices(
            ("book", "article", "chapter", "web", "paper", "archive", "thesis", "titled"),
            (36, 24, 14, 7, 4, 3, 3, 9),
        )[0]
        if kind in {"web", "paper", "archive", "thesis"}:
            return getattr(self, f"_{kind}")()  # type: ignore[no-any-return]
        style = self.one(self._styles(cyrillic=cyrillic))
        made: Labelled = getattr(self, f"_{style}")(kind)
        if self.maybe(0.03):
            made = [(f"[{self.number(1, 99)}]", "citation-number"), *made]
        return made

    def _styles(self, *, cyrillic: bool) -> Sequence[str]:
        if cyrillic:
            return ("gost", "gost", "gost", "chicago")
        return {
            "ru": ("chicago", "chicago", "gost", "dated", "comma"),
            "de": ("german", "german", "german", "chicago"),
            "it": ("comma", "comma", "comma", "dated"),
            "fr": ("comma", "comma", "chicago"),
            "vi": ("chicago", "comma", "dated"),
            "sq": ("chicago", "comma", "dated"),
            "pl": ("comma", "chicago", "gost"),
        }.get(self.lang, ("chicago", "chicago", "dated", "dated", "note", "comma"))

    # what entries are made of

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def one(self, choices: Sequence[str]) -> str:
        return self.chance.choice(choices)

    def number(self, low: int, high: int) -> int:
        return self.chance.randint(low, high)

    def shown(self, text: str) -> str:
        return romanise(text, self.scheme) if self.scheme else text

    def year(self) -> str:
        return str(self.number(1850, 2023))

    def title(self, low: int = 2, high: int = 11) -> str:
        """Give words that read like a title: sentences, years and quotations among them."""
        common, small = _WORDS[self.lang]
        words = [self.one(common) for _ in range(self.number(low, high))]
        for at in range(1, len(words)):
            if small and self.maybe(0.35):
                words[at] = self.one(small)
            elif self.maybe(0.12) or (self.lang == "en" and self.maybe(0.6)):
                words[at] = words[at].capitalize()
        words[0] = words[0].capitalize()
        if len(words) > 4 and self.maybe(0.3):
            at = self.number(1, len(words) - 3)
            words[at] += self.one(".:.?")
            words[at + 1] = words[at + 1].capitalize()
        if len(words) > 3 and self.maybe(0.08):
            at = self.number(1, len(words) - 2)
            opening, closing = ("«", "»") if self.lang in {"ru", "fr", "it"} else ("“", "”")
            words[at] = opening + words[at].capitalize() + closing
        if self.maybe(0.06):
            words[self.number(0, len(words) - 1)] = self.person(short=False)
        text = " ".join(words)
        if self.maybe(0.18):
            first = self.number(1850, 1990)
            years = f"{first}{self.one('–-')}{first + self.number(1, 40)}"
            text += self.one([f", {years}", f" ({years})", f" {years}", f". {years}", f" {first}"])
            if self.lang == "ru" and self.maybe(0.4):
                text += self.one([" гг.", " годы", " г."])
        return self.shown(text)

    def person(self, *, short: bool = True, inverted: bool = False) -> str:
        """Give a name in Cyrillic or Latin, not yet romanised."""
        if self.lang == "vi":
            given = [self.one(words_of.VIETNAMESE_NAMES) for _ in range(self.number(2, 3))]
            return " ".join(given)
        if self.lang == "ru":
            family = (self.one(words_of.STEMS) + self.one(words_of.ENDINGS)).capitalize()
            first, second = self.one(words_of.GIVEN_RU), self.one(words_of.GIVEN_RU)
            given = self.one(
                [f"{first[0]}.{second[0]}.", f"{first[0]}. {second[0]}.", first, f"{first[0]}.",
                 f"{first} {second[0]}."]
            )  # fmt: skip
        else:
            family = self.one(words_of.SURNAMES[self.lang]).replace("_", " ")
            first = self.one(words_of.GIVEN[self.lang])
            given = first if not short or self.maybe(0.5) else f"{first[0]}."
            if self.maybe(0.2):
                given += f" {self.one('ABCDEFGHJLMNPRSTW')}."
        if inverted:
            return f"{family}, {given}"
        return f"{given} {family}"

    def people(self, form: str, most: int = 3) -> str:
        """Give one to three names: "inverted" first, "surname" (Иванов И.И.) or "direct"."""
        count = self.chance.choices(range(1, most + 1), (74, 19, 7)[:most])[0]
        names = []
        for at in range(count):
            name = self.person(
                inverted=form in {"inverted", "surname"}
                and (at == 0 or form == "surname" or self.maybe(0.3))
            )
            if form == "surname":
                name = name.replace(",", "" if self.maybe(0.8) else ",")
            names.append(self.shown(name))
        if count == 1:
            return names[0]
        word = self.one([self.shown(AND[self.lang]), "and", "&", ";", ","])
        glue = f"{word} " if word in ";," else f" {word} " if count == 2 else f", {word} "
        return ", ".join(names[:-1]) + glue + names[-1]

    def place(self) -> str:
        return self.shown(self.one(words_of.PLACES[self.lang]))

    def press(self) -> str:
        return self.shown(self.one(words_of.PRESSES[self.lang]))

    def journal(self) -> str:
        if self.maybe(0.75):
            return self.shown(self.one(words_of.JOURNALS[self.lang]))
        return self.title(1, 4).split(",")[0].split("(")[0].strip(" .:?")

    def pages(self) -> str:
        first = self.number(1, 600)
        last = first + self.number(1, 40)
        ending = str(last)[-2:] if self.maybe(0.25) and first // 100 == last // 100 else str(last)
        return f"{first}{self.one('––-')}{ending}"

    def volumes(self) -> str:
        at = self.number(1, 30)
        roman = self.one(["I", "II", "III", "IV", "V", "VI", "VII"])
        return self.one(
            [f"T. {at}", f"Т. {at}", f"vol. {at}", f"Vol. {at}", f"Bd. {at}", f"V. {at}", f"t. {roman}",
             f"T. {at}, {at + 3}", f"T. {at}–{at + 2}", f"Vols. {at}–{at + 3}", f"{self.number(2, 9)} vols.",
             f"Кн. {at}", f"Vyp. {at}", f"Bd. {roman}", f"tập {at}", f"Ч. {at}", f"В {at} т."]
        )  # fmt: skip

    def issue(self) -> str:
        at, volume = self.number(1, 12), self.number(1, 90)
        return self.one(
            [f"no. {at}", f"№ {at}", f"No. {at}", f"nr. {at}", f"vol. {volume}, no. {at}",
             f"{volume}, no. {at}", f"{volume}", f"{volume} ({at})", f"{volume}:{at}", f"n. {at}",
             f"Jg. {volume}, H. {at}", f"{volume}/{at}", f"số {at}"]
        )  # fmt: skip

    def day(self, year: str) -> str:
        lang = self.lang if self.lang in words_of.MONTHS else "en"
        month, number = self.one(words_of.MONTHS[lang]), self.number(1, 28)
        at = self.number(1, 12)
        forms = [f"{number} {month} {year}", f"{number} {month} {year}", f"{number}.{at:02}.{year}"]
        if lang == "en":
            forms.append(f"{month} {number}, {year}")
        if lang == "de":
            forms = [
                f"{number}. {month} {year}",
                f"{number}. {at}. {year}",
                f"{number}.{at}.{year}",
            ]
        return self.shown(self.one(forms))

    def accessed(self) -> str:
        year, month, day = self.number(2003, 2023), self.number(1, 12), self.number(1, 28)
        name = words_of.MONTHS["en"][month - 1]
        if self.lang == "ru" and self.scheme is None:
            return f"(дата обращения: {day:02}.{month:02}.{year})"
        if self.lang == "de":
            return self.one(
                [f"(Zugriff am {day}.{month}.{year})", f"(abgerufen am {day}. {month}. {year})"]
            )
        return self.one(
            [f"(accessed {day} {name} {year})", f"Accessed {name} {day}, {year}",
             f"(last accessed {day} {name} {year})", f"[accessed {day} {name} {year}]"]
        )  # fmt: skip

    def url(self) -> str:
        host = "".join(self.one("abcdefghiklmnoprstu") for _ in range(self.number(4, 9)))
        tail = self.one(
            [
                "",
                f"/document/{self.number(1000, 99999)}",
                f"/a/{host}.html",
                f"/?id={self.number(1, 9999)}",
            ]
        )
        return f"{self.one(['http', 'https'])}://{self.one(['www.', ''])}{host}.{self.one(['org', 'com', 'ru', 'edu'])}{tail}"

    # styles

    def _authors(self, form: str, stop: str) -> Labelled:
        if form == "inverted" and self.maybe(0.12):
            return _label(
                self.one(["———.", "——.", "---.", "—.", "_____.", "Idem.", "———,"]), "author"
            )
        if self.maybe(0.07):
            return _ended(_label(self.shown(self.one(words_of.BODIES[self.lang])), "author"), ".")
        return _ended(_label(self.people(form), "author"), stop)

    def _italic(self, text: str) -> str:
        return text

    def _quoted(self, text: str, stop: str) -> Labelled:
        opening, closing = self.one(['""', "“”", "«»", "“”"]) if self.lang != "de" else "„“"
        inside = self.maybe(0.6) and self.lang == "en"
        body = f"{opening}{text}{stop if inside else ''}{closing}{'' if inside else stop}"
        return _label(body, "title")

    def _imprint(self, stop: str = ".", *, year: str | None = None) -> Labelled:
        """Place, publisher and year in one of the usual orders."""
        year = year or self.year()
        if self.maybe(0.05):
            year = self.one(
                ["n.d.", "б. г.", "o. J.", f"{year} [{self.number(1800, 1849)}]", f"c. {year}"]
            )
        where, who = _label(self.place(), "location"), _label(self.press(), "publisher")
        if self.maybe(0.65):
            return [*_ended(where, ":"), *_ended(who, ","), *_ended(_label(year, "date"), stop)]
        return [*_ended(where, ","), *_ended(_label(year, "date"), stop)]

    def _chicago(self, kind: str) -> Labelled:
        begin = [] if kind == "titled" else self._authors("inverted", ".")
        if kind == "article":
            tail = self.one([f" ({self.year()})", f" ({self.year()}):", f", {self.year()},"])
            number = _label(self.issue(), "volume")
            body = [
                *begin,
                *self._quoted(self.title(), "."),
                *_ended(_label(self.journal(), "journal"), self.one(["", ","])),
                *number,
            ]
            if tail[0] == ",":
                body = _ended(body, ",")
            body += _label(tail.strip(" ,") if tail[0] == " " else tail[1:].strip(), "date")
            if body[-1][0][-1] in ":,":
                return [
                    *body,
                    *_ended(_label(self.one(["", "pp. ", "S. "]) + self.pages(), "pages"), "."),
                ]
            return _ended(body, ".")
        if kind == "chapter":
            host = [
                *_label("In", "container-title"),
                *_ended(_label(self.title(2, 7), "container-title"), ","),
            ]
            editors = _ended(
                _label(
                    f"{self.one(['edited by', 'ed.', 'eds.'])} {self.people('direct')}", "editor"
                ),
                self.one([".", ","]),
            )
            pages = _ended(_label(self.pages(), "pages"), ".") if editors[-1][0][-1] == "," else []
            return [
                *begin,
                *self._quoted(self.title(), "."),
                *host,
                *editors,
                *pages,
                *self._imprint(),
            ]
        body = [*begin, *_ended(_label(self.title(), "title"), ".")]
        return [*body, *self._extras(), *self._imprint()]

    def _extras(self) -> Labelled:
        """What may stand between a title and its imprint."""
        extras: Labelled = []
        if self.maybe(0.06):
            extras += _ended(_label(f"Translated by {self.people('direct', 2)}", "translator"), ".")
        if self.maybe(0.07):
            extras += _ended(_label(f"Edited by {self.people('direct', 2)}", "editor"), ".")
        if self.maybe(0.2):
            extras += _ended(_label(self.volumes(), "volume"), ".")
        if self.maybe(0.06):
            edition = self.one(
                ["2nd ed", "3rd ed", "2-е изд", "Rev. ed", "2. Aufl", "2., überarb. Aufl"]
            )
            extras += _ended(_label(edition, "edition"), ".")
        if self.maybe(0.05):
            extras += _ended(
                _label(
                    self.title(2, 4) + self.one(["", f", {self.number(2, 40)}"]), "collection-title"
                ),
                ".",
            )
        return extras

    def _dated(self, kind: str) -> Labelled:
        year = self.year() + self.one(["", "", "", "", "a", "b"])
        early = _label(self.one([f"({year})", f"({year}).", f"{year}.", f"({year}),"]), "date")
        if kind == "titled":
            return [
                *_ended(_label(self.title(), "title"), "."),
                *early,
                *_ended(_label(self.place(), "location"), "."),
            ]
        begin = [*self._authors("inverted", "." if early[0][0][0] != "(" else ""), *early]
        if kind == "article":
            title = (
                self._quoted(self.title(), ",")
                if self.maybe(0.5)
                else _ended(_label(self.title(), "title"), ".")
            )
            body = [
                *begin,
                *title,
                *_ended(_label(self.journal(), "journal"), self.one([",", "", "."])),
                *_ended(_label(self.issue(), "volume"), self.one([",", ":"])),
            ]
            return [*body, *_ended(_label(self.one(["pp. ", ""]) + self.pages(), "pages"), ".")]
        where = [
            *_ended(_label(self.place(), "location"), ":"),
            *_ended(_label(self.press(), "publisher"), "."),
        ]
        if kind == "chapter":
            title = (
                self._quoted(self.title(), ",")
                if self.maybe(0.5)
                else _ended(_label(self.title(), "title"), ".")
            )
            eds = _label(
                f"in {self.people('direct', 2)} {self.one(['(ed.),', '(eds.),', '(Hg.):'])}",
                "editor",
            )
            eds = [("in", "container-title"), *eds[1:]] if self.maybe(0.3) else eds
            pages = _ended(_label("pp. " + self.pages(), "pages"), ".")
            host = _ended(
                _label(self.title(2, 6), "container-title"), self.one([".", ",", ". "])[:1]
            )
            return [*begin, *title, *eds, *host, *where, *(pages if self.maybe(0.7) else [])]
        if self.maybe(0.25):
            where = _ended(_label(self.press(), "publisher"), ".")
        return [*begin, *_ended(_label(self.title(), "title"), "."), *self._extras(), *where]

    def _gost(self, kind: str) -> Labelled:
        """GOST: "Иванов И.И. Заглавие // Журнал. 1999. № 3. С. 5–10."."""
        begin = [] if kind == "titled" else _label(self.people("surname"), "author")
        if begin and not begin[-1][0].endswith("."):
            begin = _ended(begin, self.one([".", ",", ""]))
        dash = self.one([" ", " ", " – ", " — "])
        title = _label(self.title(), "title")
        if kind in {"article", "chapter"}:
            part = self.shown(self.one(["С.", "С.", "с."]))
            if kind == "article":
                host = [("//", "journal"), *_ended(_label(self.journal(), "journal"), ".")]
                number = _label(
                    self.shown(
                        self.one(
                            [
                                f"№ {self.number(1, 24)}",
                                f"Т. {self.number(1, 90)}. № {self.number(1, 6)}",
                                f"Вып. {self.number(1, 30)}",
                            ]
                        )
                    ),
                    "volume",
                )
                middle = [*_ended(_label(self.year(), "date"), "."), *_ended(number, ".")]
            else:
                host = [
                    ("//", "container-title"),
                    *_ended(_label(self.title(2, 7), "container-title"), "."),
                ]
                if self.maybe(0.4):
                    host = [*host[:-1], (host[-1][0].rstrip("."), host[-1][1])]
                    host += [
                        ("/", "editor"),
                        *_ended(
                            _label(self.shown("отв. ред. ") + self.people("direct", 2), "editor"),
                            ".",
                        ),
                    ]
                middle = self._imprint()
            pages = _ended(_label(f"{part} {self.pages()}", "pages"), ".")
            return _dashed([*begin, *title, *host, *middle, *pages], dash)
        body = [*begin, *_ended(title, "")]
        if self.maybe(0.2):
            role = self.shown(self.one(["отв. ред.", "сост.", "под ред.", "пер. с англ."]))
            label = "translator" if role.startswith(("пер", "per")) else "editor"
            body += [("/", label), *_label(f"{role} {self.people('direct', 2)}", label)]
        body = _ended(body, ".")
        if self.maybe(0.2):
            body += _ended(_label(self.shown(self.volumes()), "volume"), ".")
        body += self._imprint()
        if self.maybe(0.55):
            total = f"{self.number(60, 900)} {self.shown('с')}"
            body += _ended(_label(total, "pages"), ".")
        return _dashed(body, dash)

    def _german(self, kind: str) -> Labelled:
        """ "Ames, Ana: Titel. In: Bell, Ben (Hg.): Sammelband. Berlin 1999, S. 5–10."."""
        begin = [] if kind == "titled" else self._authors("inverted", ":")
        title = _ended(_label(self.title(), "title"), self.one([".", ","]))
        pages = _ended(_label(f"S. {self.pages()}", "pages"), ".")
        if kind == "article":
            mark = self.one(["In:", "in:"])
            number, year = self.number(1, 90), self.year()
            host = [(mark, "journal"), *_label(self.journal(), "journal")]
            date = _label(f"({year}),", "date")
            volume = _label(
                self.one(
                    [
                        f"{number}",
                        f"Jg. {number}",
                        f"{number}/{self.number(1, 6)}",
                        f"{number}, {self.number(1, 4)}",
                    ]
                ),
                "volume",
            )
            return [*begin, *title, *host, *volume, *date, *pages]
        if kind == "chapter":
            editor = _label(
                f"{self.people('inverted', 2)} {self.one(['(Hg.):', '(Hrsg.):', '(Hg.),'])}",
                "editor",
            )
            mark = self.one(["In:", "in:"])
            where = [*_label(self.place(), "location"), *_ended(_label(self.year(), "date"), ",")]
            if self.maybe(0.35):
                where = [
                    *_ended(_label(self.place(), "location"), ":"),
                    *_ended(_label(self.press(), "publisher"), ","),
                    *_ended(_label(self.year(), "date"), ","),
                ]
            host = [*_ended(_label(self.title(2, 8), "container-title"), ".")]
            return [*begin, *title, (mark, "container-title"), *editor, *host, *where, *pages]
        body = [*begin, *_ended(_label(self.title(), "title"), ".")]
        if self.maybe(0.12):
            body += _ended(
                _label(f"{self.one(['2. Aufl', '2., durchges. Aufl', '3. Auflage'])}", "edition"),
                ".",
            )
        if self.maybe(0.15):
            body += _ended(_label(f"Bd. {self.number(1, 12)}", "volume"), ".")
        if self.maybe(0.6):
            return [
                *body,
                *_label(self.place(), "location"),
                *_ended(_label(self.year(), "date"), "."),
            ]
        return [*body, *self._imprint()]

    def _comma(self, kind: str) -> Labelled:
        """Italian and French: everything behind a comma."""
        begin = (
            []
            if kind == "titled"
            else self._authors("direct" if self.maybe(0.6) else "surname", ",")
        )
        title = _ended(_label(self.title(), "title"), ",")
        pages = _ended(_label(self.one(["pp. ", "p. ", "S. "]) + self.pages(), "pages"), ".")
        if kind == "article":
            opening, closing = self.one(["«»", "“”", '""'])
            host = _label(f"{opening}{self.journal()}{closing},", "journal")
            if self.maybe(0.3):
                host = [(self.one(["in", "in:", "dans", "w:"]), "journal"), *host]
            roman = self.one(["I", "IV", "XII", "XXI", "LX", "CXV", str(self.number(1, 120))])
            number = _label(
                self.one(
                    [
                        roman,
                        f"{roman}, {self.number(1, 4)}",
                        f"a. {roman}",
                        f"n. {self.number(1, 12)}",
                        f"n.s., {roman}",
                        f"t. {roman}",
                    ]
                ),
                "volume",
            )
            return [*begin, *title, *host, *number, *_label(f"({self.year()}),", "date"), *pages]
        where, who, year = (
            _label(self.place(), "location"),
            _label(self.press(), "publisher"),
            _label(self.year(), "date"),
        )
        imprint = self.chance.choice(
            [[*_ended(where, ","), *_ended(who, ","), *year], [*where, *year],
             [*_ended(who, ","), *where, *year], [*_ended(where, ","), *year]]
        )  # fmt: skip
        if kind == "chapter":
            mark = self.one(["in", "in:", "dans", "w:"])
            by = self.one(["a cura di", "éd. par", "sous la dir. de", "red.", "ed."])
            host = _ended(_label(self.title(2, 8), "container-title"), ",")
            editor = _ended(_label(f"{by} {self.people('direct', 2)}", "editor"), ",")
            return [
                *begin,
                *title,
                (mark, "container-title"),
                *host,
                *editor,
                *_ended(imprint, ","),
                *pages,
            ]
        extras = _ended(_label(self.volumes(), "volume"), ",") if self.maybe(0.12) else []
        return [*begin, *title, *extras, *_ended(imprint, ".")]

    def _note(self, kind: str) -> Labelled:
        begin = [] if kind == "titled" else self._authors("direct", ",")
        page = _ended(
            _label(
                self.one(
                    [f"p. {self.number(1, 400)}", f"{self.number(1, 400)}", f"pp. {self.pages()}"]
                ),
                "pages",
            ),
            ".",
        )
        if kind == "article":
            return [
                *begin,
                *self._quoted(self.title(), ","),
                *_label(self.journal(), "journal"),
                *_label(self.issue(), "volume"),
                *_label(f"({self.year()}):", "date"),
                *page,
            ]
        if kind == "chapter":
            host = [
                ("in", "container-title"),
                *_ended(_label(self.title(2, 7), "container-title"), ","),
            ]
            editors = _label(
                f"{self.one(['ed.', 'eds.', 'edited by'])} {self.people('direct', 2)}", "editor"
            )
            return [
                *begin,
                *self._quoted(self.title(), ","),
                *host,
                *editors,
                *self._bracketed(),
                *page,
            ]
        return [*begin, *_label(self.title(), "title"), *self._bracketed(), *page]

    def _bracketed(self) -> Labelled:
        inside = self._imprint("")
        inside[0] = (f"({inside[0][0]}", inside[0][1])
        return _ended(inside, "),")

    def _web(self) -> Labelled:
        begin = self._authors("inverted", ".") if self.maybe(0.6) else []
        body = [*begin, *self._quoted(self.title(), ".")]
        year = self.number(1990, 2023)
        if self.maybe(0.6):
            body += _ended(
                _label(self.one(words_of.SITES), "container-title"), self.one([",", "."])
            )
        if self.maybe(0.7):
            body += _ended(_label(self.day(str(year)), "date"), self.one([".", ","]))
        body += _label(self.url(), "url")
        return [*body, *_ended(_label(self.accessed(), "note"), ".")] if self.maybe(0.8) else body

    def _paper(self) -> Labelled:
        paper = _ended(
            _label(self.shown(self.one(words_of.PAPERS[self.lang])), "journal"),
            self.one([",", ".", ""]),
        )
        if self.maybe(0.25):
            paper += _label(f"({self.place()}),", "location")
        date = _ended(_label(self.day(str(self.number(1900, 2022))), "date"), ".")
        if self.maybe(0.4):
            return [*paper, *date]
        return [*self._authors("inverted", "."), *self._quoted(self.title(), "."), *paper, *date]

    def _archive(self) -> Labelled:
        return _ended(_label(self.one(words_of.ARCHIVES), "archive"), self.one([".", ""]))

    def _thesis(self) -> Labelled:
        genre = {
            "ru": "дис. ... канд. ист. наук", "de": "Diss.", "fr": "thèse de doctorat",
            "it": "tesi di dottorato",
        }.get(self.lang, self.one(["PhD diss.", "PhD thesis", "Ph.D. dissertation", "Master’s thesis"]))  # fmt: skip
        school = f"{self.place()} {self.one(['University', 'Universität', 'Univ.'])}"
        return [
            *self._authors("inverted", "."),
            *_ended(_label(self.title(), "title"), "."),
            *_ended(_label(self.shown(genre), "genre"), ","),
            *_ended(_label(school, "publisher"), ","),
            *_ended(_label(self.year(), "date"), "."),
        ]


def _label(text: str, label: str) -> Labelled:
    return [(word, label) for word in text.split()]


def _ended(words: Labelled, stop: str) -> Labelled:
    """Put punctuation behind the last word; no second full stop."""
    if not words or not stop:
        return words
    word, label = words[-1]
    if stop == "." and word[-1] in ".?!":
        stop = ""
    return [*words[:-1], (word + stop, label)]


def _dashed(words: Labelled, dash: str) -> Labelled:
    """Put the dash of GOST between the areas of an entry."""
    if not dash.strip():
        return words
    dashed: Labelled = []
    for at, (word, label) in enumerate(words):
        if (
            at
            and dashed[-1][1] != label
            and label in {"location", "date", "pages", "volume"}
            and (dashed[-1][0][-1] == ".")
        ):
            dashed.append((dash.strip(), label))
        dashed.append((word, label))
    return dashed
