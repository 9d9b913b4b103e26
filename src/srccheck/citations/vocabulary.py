"""Words that decide what a run of text is: months, lead-ins, what is capitalised and no author."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier января янв січня stycznia ianuarie janvarja ianvaria",
            "february feb februar février février февраля февр лютого lutego fevralja fevralia",
            "march mar märz mars марта мар березня marca marta",
            "april apr avril апреля апр квітня kwietnia aprelja aprelia",
            "may mai мая травня maja",
            "june jun juni juin июня июн червня czerwca ijunja iiunia",
            "july jul juli juillet июля июл липня lipca ijulja iiulia",
            "august aug août авг августа серпня sierpnia avgusta",
            "september sep sept septembre сентября сент вересня września sentjabrja sentiabria",
            "october oct oktober okt octobre октября окт жовтня października oktjabrja oktiabria",
            "november nov novembre ноября нояб листопада listopada nojabrja noiabria",
            "december dec dezember dez décembre декабря дек грудня grudnia dekabrja dekabria",
        ),
        start=1,
    )
    for name in names.split()
}

SEASONS = frozenset("spring summer autumn fall winter early mid late весна лето осень зима".split())

NOT_AUTHORS = frozenset(
    """
    congress conference plenum plenary session treaty war crisis act law constitution revolution
    resolution agreement accord accords pact party committee council meeting summit protocol figure
    fig table chapter section part note notes map appendix article no vol volume page pages number
    born died since until after before during between circa ca c b d r fl about around year years
    decree declaration doctrine plan operation campaign election elections olympics games uprising
    invasion coup battle siege offensive day days olympiad festival edition version
    съезд конференция пленум договор война кризис закон конституция революция резолюция соглашение
    рис таблица табл глава гл раздел около род ум год годы
    kongress konferenz vertrag krieg krise gesetz verfassung abbildung abb tabelle tab kapitel
    geboren gestorben
    """.split()
)

PLACES = frozenset(
    """
    moscow moskau moskva leningrad petersburg petrograd kiev kyiv minsk riga vilnius tallinn tbilisi
    yerevan baku london paris berlin bonn vienna wien warsaw warschau prague prag budapest bucharest
    sofia belgrade tirana athens rome geneva brussels washington york chicago boston cambridge oxford
    princeton stanford ithaca beijing peking shanghai hanoi saigon tokyo seoul pyongyang delhi cairo
    havana helsinki stockholm oslo copenhagen yalta potsdam teheran tehran bandung madrid lisbon
    munich münchen hamburg frankfurt leipzig köln cologne zurich zürich amsterdam hague dublin
    russia ussr germany france britain england china vietnam albania yugoslavia poland hungary
    romania bulgaria czechoslovakia korea japan india cuba egypt israel ukraine belarus
    москва ленинград киев минск берлин лондон париж варшава прага будапешт вена ялта потсдам
    """.split()
)

SENTENCE_STARTERS = frozenset(
    """
    in as see however while both the but and for since although according when where whereas like
    unlike following against with from by to at on if yet still later earlier even also thus hence
    cf compare contrary despite because after before until historian historians scholar scholars
    professor dr mr mrs
    wie nach laut auch bei so doch aber während als für gegen mit vgl siehe dagegen
    как по в на но а и о об у с же также согласно вслед хотя если когда историк см ср
    comme selon voir dans pour mais
    """.split()
)

PARTICLES = r"(?:von|van|de|der|den|des|del|della|di|da|du|la|le|ten|ter|zu|zur|al|el|bin|ibn|ap|фон|де|ван|дер)"

LEAD_IN = (
    r"(?:see\ also|see|cf\.?|compare|e\.\s?g\.,?|i\.\s?e\.,?|for\ example,?|for\ instance,?|also|and"
    r"|quoted\ (?:in|from|after)|cited\ (?:in|from|after|by)|as\ (?:quoted|cited)\ in|reprinted\ in"
    r"|according\ to|following|after|in|by"
    r"|siehe\ auch|siehe|s\.\ auch|vgl\.?\ auch|vgl\.?|z\.\s?B\.|zit(?:iert)?\.?\ (?:nach|in|bei)|so|auch|bei|dazu|hierzu"
    r"|см\.\ также|см\.,?\ (?:напр\.|например),?:?|см\.:?|ср\.:?|напр\.,?|например,?|цит\.\ по:?|по:|также|об\ этом|подробнее"
    r"|voir\ aussi|voir|cf\.\ aussi|cité\ (?:dans|par)|notamment)"
)

IBID = (
    r"(?:ibidem|ibid\.?|там\ же|ebenda|ebd\.|loc\.\ cit\.|op\.\ cit\.|указ\.\ соч\.|a\.\s?a\.\s?O\."
    r"|idem|id\.|ders\.|dies\.|он\ же)"
)
