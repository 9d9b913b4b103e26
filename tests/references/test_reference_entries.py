"""Entries of many styles, fields written down by hand from the entry itself."""

from __future__ import annotations

import pytest
from reference_factory import manuscript_of

from srccheck.archives import Registry, load_registry
from srccheck.references import Entry, EntryType, Name, find_lists

CHICAGO = [
    (
        "Gaddis, John Lewis. *We Now Know: Rethinking Cold War History*. Oxford: Clarendon Press, 1997.",
        "book | Gaddis, John Lewis | year 1997 | title We Now Know: Rethinking Cold War History | "
        "place_name Oxford | publisher Clarendon Press",
    ),
    (
        "Gaddis, John Lewis. We Now Know: Rethinking Cold War History. Oxford: Clarendon Press, 1997.",
        "book | Gaddis, John Lewis | year 1997 | title We Now Know: Rethinking Cold War History | "
        "place_name Oxford | publisher Clarendon Press",
    ),
    (
        "Westad, Odd Arne, ed. Brothers in Arms: The Rise and Fall of the Sino-Soviet Alliance, "
        "1945–1963. Washington, D.C.: Woodrow Wilson Center Press, 1998.",
        "book | Westad, Odd Arne | editors Westad, Odd Arne | year 1998 | title Brothers in Arms: "
        "The Rise and Fall of the Sino-Soviet Alliance, 1945–1963 | place_name Washington, D.C. | "
        "publisher Woodrow Wilson Center Press",
    ),
    (
        "Leffler, Melvyn P., and Odd Arne Westad, eds. The Cambridge History of the Cold War. "
        "3 vols. Cambridge: Cambridge University Press, 2010.",
        "book | Leffler, Melvyn P.; Westad, Odd Arne | editors Leffler, Melvyn P.; Westad, Odd Arne"
        " | year 2010 | title The Cambridge History of the Cold War | place_name Cambridge | "
        "publisher Cambridge University Press",
    ),
    (
        "Békés, Csaba, Malcolm Byrne, and János M. Rainer, eds. The 1956 Hungarian Revolution: A "
        "History in Documents. Budapest: Central European University Press, 2002.",
        "book | Békés, Csaba; Byrne, Malcolm; Rainer, János M. | editors Békés, Csaba; Byrne, "
        "Malcolm; Rainer, János M. | year 2002 | title The 1956 Hungarian Revolution: A History in "
        "Documents | place_name Budapest | publisher Central European University Press",
    ),
    (
        'Kramer, Mark. "The Collapse of East European Communism and the Repercussions within the '
        'Soviet Union (Part 1)." Journal of Cold War Studies 5, no. 4 (2003): 178–256.',
        "article | Kramer, Mark | year 2003 | title The Collapse of East European Communism and the "
        "Repercussions within the Soviet Union (Part 1) | container Journal of Cold War Studies | "
        "volume 5 | number 4 | pages 178–256",
    ),
    (
        "Naimark, Norman. “The Sovietization of Eastern Europe, 1944–1953.” In *The Cambridge "
        "History of the Cold War*, vol. 1, edited by Melvyn P. Leffler and Odd Arne Westad, 175–97. "
        "Cambridge: Cambridge University Press, 2010.",
        "chapter | Naimark, Norman | editors Leffler, Melvyn P.; Westad, Odd Arne | year 2010 | "
        "title The Sovietization of Eastern Europe, 1944–1953 | container The Cambridge History of "
        "the Cold War | volume 1 | volume_label vol. | pages 175–97 | place_name Cambridge | "
        "publisher Cambridge University Press",
    ),
    (
        "Roberts, Geoffrey, “Stalin and the Katyn Massacre,” in Stalin: His Times and Ours, ed. "
        "Geoffrey Roberts (Dublin: Irish Association for Russian Studies, 2005), 191–206.",
        "chapter | Roberts, Geoffrey | editors Roberts, Geoffrey | year 2005 | title Stalin and the "
        "Katyn Massacre | container Stalin: His Times and Ours | pages 191–206 | place_name Dublin |"
        " publisher Irish Association for Russian Studies",
    ),
    (
        "Chen Jian. Mao's China and the Cold War. Chapel Hill: University of North Carolina Press, "
        "2001.",
        "book | Chen, Jian | year 2001 | title Mao's China and the Cold War | place_name Chapel Hill"
        " | publisher University of North Carolina Press",
    ),
    (
        "Mëhilli, Elidor. From Stalin to Mao: Albania and the Socialist World. Ithaca, NY: Cornell "
        "University Press, 2017.",
        "book | Mëhilli, Elidor | year 2017 | title From Stalin to Mao: Albania and the Socialist "
        "World | place_name Ithaca, NY | publisher Cornell University Press",
    ),
    (
        "Olsen, Mari. Soviet-Vietnam Relations and the Role of China, 1949–64: Changing Alliances. "
        "London/New York: Routledge, 2006.",
        "book | Olsen, Mari | year 2006 | title Soviet-Vietnam Relations and the Role of China, "
        "1949–64: Changing Alliances | place_name London/New York | publisher Routledge",
    ),
    (
        "van der Linden, Marcel. Western Marxism and the Soviet Union. Leiden: Brill, 2007.",
        "book | van der Linden, Marcel | year 2007 | title Western Marxism and the Soviet Union | "
        "place_name Leiden | publisher Brill",
    ),
    (
        "Lüthi, Lorenz M. The Sino-Soviet Split. Princeton: Princeton University Press, 2008. "
        "https://doi.org/10.1515/9781400837625.",
        "book | Lüthi, Lorenz M. | year 2008 | title The Sino-Soviet Split | place_name Princeton | "
        "publisher Princeton University Press | url https://doi.org/10.1515/9781400837625",
    ),
    (
        "Smith, John. “Albania and the Bloc.” PhD diss., Harvard University, 1975.",
        "thesis | Smith, John | year 1975 | title Albania and the Bloc | publisher Harvard University",
    ),
    (
        "Selvage, Douglas. “The Warsaw Pact and Nuclear Nonproliferation, 1963–1965.” CWIHP Working "
        "Paper no. 32. Washington, D.C., 2001.",
        "article | Selvage, Douglas | year 2001 | title The Warsaw Pact and Nuclear "
        "Nonproliferation, 1963–1965 | container CWIHP Working Paper | number 32 | place_name "
        "Washington, D.C.",
    ),
    (
        "Hoover, J. Edgar. *Masters of Deceit*. New York: Holt, 1958.",
        "book | Hoover, J. Edgar | year 1958 | title Masters of Deceit | place_name New York | "
        "publisher Holt",
    ),
    (
        "Forster, E. M. Howards End. New York: Barnes & Noble Classics, 2003 [1910].",
        "book | Forster, E. M. | year 2003 | title Howards End | place_name New York | publisher "
        "Barnes & Noble Classics",
    ),
    (
        "Boyer, Paul S. Purity in Print. 2nd ed. Madison: University of Wisconsin Press, 2002.",
        "book | Boyer, Paul S. | year 2002 | title Purity in Print | edition 2nd ed. | place_name "
        "Madison | publisher University of Wisconsin Press",
    ),
    (
        "Foreign Relations of the United States, 1961–1963. Vol. XIV: Berlin Crisis, 1961–1962. "
        "Washington: Government Printing Office, 1993.",
        "multivolume-book | year 1993 | title Foreign Relations of the United States, 1961–1963 | "
        "volume XIV | volume_label Vol. | place_name Washington | publisher Government Printing "
        "Office",
    ),
]

AUTHOR_DATE = [
    (
        "Gaddis, John Lewis. 2005. *The Cold War: A New History*. New York: Penguin.",
        "book | Gaddis, John Lewis | year 2005 | title The Cold War: A New History | place_name New "
        "York | publisher Penguin",
    ),
    (
        "Kramer, Mark. 1999a. “Ideology and the Cold War.” *Review of International Studies* 25 (4):"
        " 539–76.",
        "article | Kramer, Mark | year 1999 | suffix a | title Ideology and the Cold War | container"
        " Review of International Studies | volume 25 | number 4 | pages 539–76",
    ),
    (
        "Radchenko, S. (2009) *Two Suns in the Heavens*. Stanford: Stanford University Press.",
        "book | Radchenko, S. | year 2009 | title Two Suns in the Heavens | place_name Stanford | "
        "publisher Stanford University Press",
    ),
    (
        "Mastny, V. (1998b), 'Soviet foreign policy in the 1950s', Journal of Strategic Studies, "
        "21(3), pp. 1–20.",
        "article | Mastny, V. | year 1998 | suffix b | title Soviet foreign policy in the 1950s | "
        "container Journal of Strategic Studies | volume 21 | number 3 | pages 1–20",
    ),
    (
        "Larson, D. W., & Shevchenko, A. (2010). Status seekers: Chinese and Russian responses to "
        "U.S. primacy. *International Security*, 34(4), 63–95.",
        "article | Larson, D. W.; Shevchenko, A. | year 2010 | title Status seekers: Chinese and "
        "Russian responses to U.S. primacy | container International Security | volume 34 | number "
        "4 | pages 63–95",
    ),
    (
        "Salisbury, Harrison. “Moscow and Peking.” New York Times, May 5, 1961, 1.",
        "newspaper-article | Salisbury, Harrison | year 1961 | date 1961-05-05 | title Moscow and "
        "Peking | container New York Times | pages 1",
    ),
    (
        "United States. Department of State. 1993. Foreign Relations of the United States, "
        "1961–1963. Vol. 14. Washington: GPO.",
        "multivolume-book | =United States. Department of State | year 1993 | title Foreign "
        "Relations of the United States, 1961–1963 | volume 14 | volume_label Vol. | place_name "
        "Washington | publisher GPO",
    ),
]

MLA = [
    (
        "Zubok, Vladislav M. *A Failed Empire*. U of North Carolina P, 2007.",
        "book | Zubok, Vladislav M. | year 2007 | title A Failed Empire | publisher U of North "
        "Carolina P",
    ),
    (
        "Yang, Kuisong. “The Sino-Soviet Border Clash of 1969.” *Cold War History*, vol. 1, no. 1, "
        "2000, pp. 21–52.",
        "article | Yang, Kuisong | year 2000 | title The Sino-Soviet Border Clash of 1969 | "
        "container Cold War History | volume 1 | volume_label vol. | number 1 | pages 21–52",
    ),
    (
        "“Soviet Tanks Roll.” *New York Times*, 5 November 1956.",
        "newspaper-article | year 1956 | date 1956-11-05 | title Soviet Tanks Roll | container New "
        "York Times",
    ),
]

RUSSIAN = [
    (
        "Хлевнюк О. В. Сталин. Жизнь одного вождя. М.: Corpus, 2015. 464 с.",
        "book | Хлевнюк, О. В. | year 2015 | title Сталин. Жизнь одного вождя | place_name М. | "
        "publisher Corpus",
    ),
    (
        "Зубок В. М., Печатнов В. О. Отечественная историография холодной войны: некоторые итоги "
        "десятилетия // Отечественная история. 2003. № 4. С. 143–150.",
        "article | Зубок, В. М.; Печатнов, В. О. | year 2003 | title Отечественная историография "
        "холодной войны: некоторые итоги десятилетия | container Отечественная история | number 4 |"
        " pages 143–150",
    ),
    (
        "Адибеков, Г. М. Коминформ и послевоенная Европа, 1947–1956 гг. / Г. М. Адибеков. — М. : "
        "Россия молодая, 1994. — 234 с.",
        "book | Адибеков, Г. М. | year 1994 | title Коминформ и послевоенная Европа, 1947–1956 гг. |"
        " place_name М. | publisher Россия молодая",
    ),
    (
        "Волокитина Т. В., Мурашко Г. П., Носкова А. Ф. Москва и Восточная Европа (1949–1953): "
        "Очерки истории. М.: РОССПЭН, 2002.",
        "book | Волокитина, Т. В.; Мурашко, Г. П.; Носкова, А. Ф. | year 2002 | title Москва и "
        "Восточная Европа (1949–1953): Очерки истории | place_name М. | publisher РОССПЭН",
    ),
    (
        "Советский фактор в Восточной Европе. 1944–1953: Документы: В 2 т. / Отв. ред. Т. В. "
        "Волокитина. М.: РОССПЭН, 1999. Т. 1.",
        "multivolume-book | editors Волокитина, Т. В. | year 1999 | title Советский фактор в "
        "Восточной Европе. 1944–1953: Документы | volume 1 | volume_label Т. | place_name М. | "
        "publisher РОССПЭН",
    ),
    (
        "Быстрова Н. Е. «Холодная война» и формирование военных блоков // Россия и мир. М., 2002. "
        "С. 45–67.",
        "chapter | Быстрова, Н. Е. | year 2002 | title «Холодная война» и формирование военных "
        "блоков | container Россия и мир | pages 45–67 | place_name М.",
    ),
    (
        "О культе личности и его последствиях // Известия ЦК КПСС. 1989. № 3. С. 128–170.",
        "article | year 1989 | title О культе личности и его последствиях | container Известия ЦК "
        "КПСС | number 3 | pages 128–170",
    ),
    ("Правда. 1956. 2 июля.", "newspaper-issue | year 1956 | date 1956-07-02 | container Правда"),
    (
        "Президиум ЦК КПСС. 1954–1964. Т. 1. М.: РОССПЭН, 2004.",
        "multivolume-book | year 2004 | title Президиум ЦК КПСС. 1954–1964 | volume 1 | volume_label"
        " Т. | place_name М. | publisher РОССПЭН",
    ),
    (
        "Ленин В. И. Полное собрание сочинений. 5-е изд. Т. 41. М., 1981.",
        "multivolume-book | Ленин, В. И. | year 1981 | title Полное собрание сочинений | edition "
        "5-е изд. | volume 41 | volume_label Т. | place_name М.",
    ),
    (
        "Хо Ши Мин. Избранные статьи и речи. М.: Политиздат, 1959.",
        "book | =Хо Ши Мин | year 1959 | title Избранные статьи и речи | place_name М. | publisher "
        "Политиздат",
    ),
    (
        "Гайдук И. В. Советский Союз и война во Вьетнаме: дис. ... д-ра ист. наук. М., 1998.",
        "thesis | Гайдук, И. В. | year 1998 | title Советский Союз и война во Вьетнаме | place_name "
        "М.",
    ),
    (
        "Вихавайнен Т. Сталин и финны. СПб.: Нева, 2003.",
        "book | Вихавайнен, Т. | year 2003 | title Сталин и финны | place_name СПб. | publisher Нева",
    ),
    (
        "Горлов С. А. Совершенно секретно: Москва—Берлин, 1920–1933 [Электронный ресурс]. URL: "
        "http://militera.lib.ru/research/gorlov1/index.html (дата обращения: 11.05.2017).",
        "website | Горлов, С. А. | title Совершенно секретно: Москва—Берлин, 1920–1933 | url "
        "http://militera.lib.ru/research/gorlov1/index.html | accessed 2017-05-11",
    ),
    (
        "Микоян А. И. Так было: размышления о минувшем. М.; СПб.: Вагриус, 1999.",
        "book | Микоян, А. И. | year 1999 | title Так было: размышления о минувшем | place_name М.; "
        "СПб. | publisher Вагриус",
    ),
    (
        "Stalin, I. V. Sochinenija. T. 13. M.: Gospolitizdat, 1951.",
        "multivolume-book | Stalin, I. V. | year 1951 | title Sochinenija | volume 13 | volume_label"
        " T. | place_name M. | publisher Gospolitizdat",
    ),
]

GERMAN = [
    (
        "Wettig, Gerhard: Chruschtschows Berlin-Krise 1958 bis 1963. Drohpolitik und Mauerbau, "
        "München 2006.",
        "book | Wettig, Gerhard | year 2006 | title Chruschtschows Berlin-Krise 1958 bis 1963. "
        "Drohpolitik und Mauerbau | place_name München",
    ),
    (
        "Steininger, Rolf: Der Mauerbau. Die Westmächte und Adenauer in der Berlinkrise 1958–1963, "
        "4. Aufl., München 2009.",
        "book | Steininger, Rolf | year 2009 | title Der Mauerbau. Die Westmächte und Adenauer in "
        "der Berlinkrise 1958–1963 | edition 4. Aufl. | place_name München",
    ),
    (
        "Wettig, Gerhard: Die sowjetische Politik während der Berlinkrise 1958 bis 1962, in: "
        "Deutschland Archiv 30 (1997), S. 383–398.",
        "article | Wettig, Gerhard | year 1997 | title Die sowjetische Politik während der "
        "Berlinkrise 1958 bis 1962 | container Deutschland Archiv | volume 30 | pages 383–398",
    ),
    (
        "Lemke, Michael: Die SED und die Berlin-Krise, in: Hoffmann, Dierk/Schwartz, Michael (Hg.): "
        "Sozialpolitik in der DDR, München 2005, S. 15–40.",
        "chapter | Lemke, Michael | editors Hoffmann, Dierk; Schwartz, Michael | year 2005 | title "
        "Die SED und die Berlin-Krise | container Sozialpolitik in der DDR | pages 15–40 | "
        "place_name München",
    ),
    (
        "Uhl, Matthias: Krieg um Berlin? Die sowjetische Militär- und Sicherheitspolitik in der "
        "zweiten Berlin-Krise. München: Oldenbourg, 2008.",
        "book | Uhl, Matthias | year 2008 | title Krieg um Berlin? Die sowjetische Militär- und "
        "Sicherheitspolitik in der zweiten Berlin-Krise | place_name München | publisher Oldenbourg",
    ),
    (
        "Müller, Hans (Hrsg.): Quellen zur Geschichte der Berlinkrise. Berlin (Ost): Dietz, o. J.",
        "book | Müller, Hans | editors Müller, Hans | year n.d. | title Quellen zur Geschichte der "
        "Berlinkrise | place_name Berlin (Ost) | publisher Dietz",
    ),
    (
        "Neues Deutschland, 14. August 1961.",
        "newspaper-issue | year 1961 | date 1961-08-14 | container Neues Deutschland",
    ),
    (
        "von Plato, Alexander. Die Vereinigung Deutschlands. Berlin: Ch. Links, 2002.",
        "book | von Plato, Alexander | year 2002 | title Die Vereinigung Deutschlands | place_name "
        "Berlin | publisher Ch. Links",
    ),
]

FRENCH = [
    (
        "SOUTOU Georges-Henri, La guerre de Cinquante Ans. Les relations Est-Ouest, 1943-1990, "
        "Paris, Fayard, 2001, 767 p.",
        "book | SOUTOU, Georges-Henri | year 2001 | title La guerre de Cinquante Ans. Les relations "
        "Est-Ouest, 1943-1990 | place_name Paris | publisher Fayard",
    ),
    (
        "VAÏSSE Maurice, « La Guerre froide et la bombe », *Relations internationales*, n° 147, "
        "2011, p. 9-20.",
        "article | VAÏSSE, Maurice | year 2011 | title La Guerre froide et la bombe | container "
        "Relations internationales | number 147 | pages 9-20",
    ),
    (
        "Rey, Marie-Pierre. « De Gaulle, l’URSS et la sécurité européenne ». In Maurice Vaïsse "
        "(dir.), De Gaulle et la Russie, Paris, CNRS Éditions, 2006, p. 213-229.",
        "chapter | Rey, Marie-Pierre | editors Vaïsse, Maurice | year 2006 | title De Gaulle, l’URSS"
        " et la sécurité européenne | container De Gaulle et la Russie | pages 213-229 | place_name "
        "Paris | publisher CNRS Éditions",
    ),
]

VIETNAMESE = [
    (
        "Nguyễn Thị Mai Hoa (2013), Các nước xã hội chủ nghĩa ủng hộ Việt Nam kháng chiến chống Mỹ, "
        "cứu nước (1954–1975), Nxb Chính trị Quốc gia, Hà Nội.",
        "book | =Nguyễn Thị Mai Hoa | year 2013 | title Các nước xã hội chủ nghĩa ủng hộ Việt Nam "
        "kháng chiến chống Mỹ, cứu nước (1954–1975) | place_name Hà Nội | publisher Nxb Chính trị "
        "Quốc gia",
    ),
    (
        "Đảng Cộng sản Việt Nam (2002), Văn kiện Đảng toàn tập, tập 20, Nxb Chính trị Quốc gia, Hà "
        "Nội.",
        "multivolume-book | =Đảng Cộng sản Việt Nam | year 2002 | title Văn kiện Đảng toàn tập | "
        "volume 20 | volume_label tập | place_name Hà Nội | publisher Nxb Chính trị Quốc gia",
    ),
    (
        "Hồ Chí Minh. Toàn tập. Tập 12. Hà Nội: Nxb Chính trị Quốc gia, 2011.",
        "multivolume-book | =Hồ Chí Minh | year 2011 | title Toàn tập | volume 12 | volume_label Tập"
        " | place_name Hà Nội | publisher Nxb Chính trị Quốc gia",
    ),
    (
        "Nguyen, Lien-Hang T. *Hanoi's War*. Chapel Hill: University of North Carolina Press, 2012.",
        "book | Nguyen, Lien-Hang T. | year 2012 | title Hanoi's War | place_name Chapel Hill | "
        "publisher University of North Carolina Press",
    ),
]

ARCHIVES = [
    (
        "ГАРФ — Государственный архив Российской Федерации.",
        "archive | archive Государственный архив Российской Федерации | archive_abbreviation ГАРФ |"
        " archive_id garf",
    ),
    (
        "Государственный архив Российской Федерации (ГАРФ). Ф. Р-5446, Р-9401.",
        "archive | archive Государственный архив Российской Федерации | archive_abbreviation ГАРФ |"
        " archive_id garf | rest Ф. Р-5446, Р-9401",
    ),
    (
        "RGASPI. Russian State Archive of Socio-Political History.",
        "archive | archive Russian State Archive of Socio-Political History | archive_abbreviation "
        "RGASPI | archive_id rgaspi",
    ),
    (
        "Bundesarchiv Berlin (BArch)",
        "archive | archive Bundesarchiv Berlin | archive_abbreviation BArch | archive_id barch",
    ),
    (
        "РГАНИ. Ф. 3. Оп. 12.",
        "archive | archive_abbreviation РГАНИ | archive_id rgani | rest Ф. 3. Оп. 12",
    ),
    (
        "The National Archives, Kew (TNA)",
        "archive | archive The National Archives, Kew | archive_abbreviation TNA | archive_id tna",
    ),
]

FIELDS = (
    "year suffix date title container volume volume_label number pages place_name publisher "
    "edition url accessed archive archive_translated archive_abbreviation archive_id rest"
).split(" ")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def shown(entry: Entry) -> str:
    """Write an entry down in the form of the rows above."""
    parts = [str(entry.type)]
    if entry.authors:
        parts.append("; ".join(name_shown(name) for name in entry.authors))
    if entry.editors:
        parts.append("editors " + "; ".join(name_shown(name) for name in entry.editors))
    parts += [f"{field} {getattr(entry, field)}" for field in FIELDS if getattr(entry, field)]
    return " | ".join(parts)


def name_shown(name: Name) -> str:
    return f"={name.literal}" if name.literal else name.sort_form


def normal(row: str) -> list[str]:
    """Order the fields of a row: the author is second, everything else is named."""
    kind, *rest = row.split(" | ")
    return [kind, *sorted(rest)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*CHICAGO, *AUTHOR_DATE, *MLA, *RUSSIAN, *GERMAN, *FRENCH, *VIETNAMESE, *ARCHIVES],
)
def test_the_fields_of_an_entry(text: str, expected: str, registry: Registry) -> None:
    (entry,) = find_lists(manuscript_of([text]), registry)[0].entries
    assert normal(shown(entry)) == normal(expected)


def test_types_have_the_names_of_the_contract() -> None:
    assert EntryType("multivolume-book") is EntryType.MULTIVOLUME
