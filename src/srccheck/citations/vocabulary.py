"""Words that decide what a run of text is: months, lead-ins, what is capitalised and no author."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Give the words of a list that is written as running text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Give the phrases of such a list; a semicolon ends each."""
    return frozenset(" ".join(each.split()) for each in text.split(";") if each.strip())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier января янв січня січ stycznia ianuarie janvarja"
            " ianvaria yanvarya janar",
            "february feb februar feber février février fév февраля фев февр лютого лют lutego"
            " fevralja fevralia fevralya shkurt",
            "march mar märz mars марта мар березня бер marca marta",
            "april apr avril avr апреля апр квітня квіт kwietnia aprelja aprelia aprelya prill",
            "may mai мая травня трав maja maya maj",
            "june jun juni juin июня июн червня черв czerwca ijunja iiunia iyunya qershor",
            "july jul juli juillet июля июл липня лип lipca ijulja iiulia iyulya korrik",
            "august aug août авг августа серпня серп sierpnia avgusta gusht",
            "september sep sept septembre сентября сен сент вересня вер września sentjabrja"
            " sentiabria sentyabrya shtator",
            "october oct oktober okt octobre октября окт жовтня жовт października oktjabrja"
            " oktiabria oktyabrya tetor",
            "november nov novembre ноября ноя нояб листопада лист listopada nojabrja noiabria"
            " noyabrya nëntor",
            "december dec dezember dez décembre déc декабря дек грудня груд grudnia dekabrja"
            " dekabria dekabrya dhjetor",
        ),
        start=1,
    )
    for name in names.split()
}
NOMINATIVE_MONTHS = words(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
)

SEASONS = words(
    "spring summer autumn fall winter early mid late christmas easter midsummer"
    " весна лето осень зима frühjahr frühling sommer herbst weihnachten printemps été automne"
    " hiver"
)

NOT_AUTHORS = words("""
    congress conference plenum plenary session treaty war wars crisis act law constitution
    revolution resolution agreement accord accords pact party committee council meeting summit
    protocol figure fig table chapter section part note notes map appendix article no nr vol volume
    page pages number born died since until after before during between circa ca c b d r fl about
    around year years decree declaration doctrine plan operation campaign election elections
    olympics olympiad games uprising invasion coup battle siege offensive day days festival edition
    version prize award order reigned ruled founded hereafter politburo presidium secretariat
    secretary minister president premier chairman ambassador general marshal king queen emperor
    tsar pope prince duke republic union federation speech report memorandum memo telegram letter
    diary interview crew tel isbn issn see above below ibid idem state states army brigade division
    spring press album film novel report series
    съезд конференция пленум договор война кризис закон конституция революция резолюция соглашение
    рис таблица табл глава гл раздел около род ум год годы политбюро президиум секретариат
    секретарь председатель министр президент маршал генерал посол король император царь приказ
    указ постановление декрет заседание совещание выборы битва операция премия см выше ниже
    kongress konferenz vertrag krieg krise gesetz verfassung abbildung abb tabelle tab kapitel
    geboren gestorben geb gest parteitag plenum präsident minister könig kaiser siehe oben unten
    congrès conférence traité guerre crise loi né mort président roi kongres traktat wojna ustawa
    з'їзд договір війна криза
    """)

PLACES = words("""
    moskau moscou london paris berlin bonn geneva genf genève cambridge oxford princeton stanford
    ithaca boston washington york yalta potsdam teheran tehran bandung urbana bloomington hamburg
    russia ussr germany france britain england china vietnam albania yugoslavia poland hungary
    romania bulgaria czechoslovakia korea japan india cuba egypt israel ukraine belarus turkey
    greece italy spain austria finland iran iraq syria lebanon laos cambodia indonesia mongolia
    afghanistan angola ethiopia congo algeria chile america europe asia africa siberia
    stuttgart göttingen baden-baden freiburg heidelberg tübingen mainz dresden jena weimar erlangen
    wiesbaden bremen hannover münster paderborn frankfurt basel bern graz innsbruck salzburg
    opladen rostock marburg essen bochum regensburg passau würzburg augsburg chemnitz halle neuwied
    darmstadt konstanz koblenz düsseldorf lublin toruń katowice łódź brno berkeley armonk lanham
    baltimore aldershot manchester cheltenham toronto montreal sydney melbourne delhi calcutta
    bombay taipei singapore cairo lyon grenoble barcelona hague oslo
    хабаровск самара ростов петрозаводск алма-ата
    москва ленинград киев берлин лондон париж варшава прага будапешт вена ялта потсдам женева
    россия ссср германия франция китай вьетнам албания югославия польша венгрия румыния болгария
    чехословакия корея япония индия куба египет израиль украина
    """)
"""Places that stand before a year; the rest is asked of refs/places.toml."""

SENTENCE_STARTERS = words("""
    in as see however while both the but and for since although according when where whereas like
    unlike following against with from by to at on if yet still later earlier even also thus hence
    cf compare contrast consult recall contrary despite because after before until historian
    historians scholar scholars
    professor dr mr mrs here there moreover indeed similarly recently only once nor so what
    wie nach laut auch bei so doch aber während als für gegen mit vgl siehe dagegen dazu der die das
    как по в на но а и о об у с же также согласно вслед хотя если когда историк см ср однако именно
    позднее здесь
    comme selon voir dans pour mais chez
    """)

PARTICLES = words(
    "von van de der den des del della di da dos du la le ten ter zu zur al el bin ibn ap af av"
    " фон ван де дер ди да дель ла ле ибн бин аль d"
)

AND = words("and und u и й та і й et y e i oraz a ja og och és & ve")

STRONG_LEADS = phrases(
    """
    see; see also; see especially; see in particular; see for example; see for instance;
    see e g; cf; cf also; compare; e g; i e; for example; for instance; quoted in; quoted from;
    quoted after; quoted by; cited in; cited from; cited after; cited by; as quoted in;
    as cited in; reprinted in; published in; according to; qtd in; in the words of; but see;
    on this see; for this see; siehe; siehe auch; siehe etwa; siehe dazu; s auch; vgl; vgl auch;
    vgl dazu; vgl etwa; z b; zit nach; zitiert nach; zit in; zitiert in; zit bei; zitiert bei;
    hierzu; dazu; laut; zufolge; so auch; см; см также; см напр; см например; см об этом;
    см подробнее; подробнее см; подробнее; ср; напр; например; цит по; цитируется по; по;
    об этом см; об этом; по мнению; по словам; согласно; по данным; за словами; на думку; див;
    див також; пор; цит за; zob; zob także;
    zob też; por; por także; srov; viz; cyt za; np; voir; voir aussi; voir par exemple;
    cf aussi; cité dans; cité par; cité d après; selon; d après; według; notamment; p ex;
    """
)
WEAK_LEADS = words("and also following after in by so auch bei также и und et")
LEADS = STRONG_LEADS | WEAK_LEADS

REPORTING = words(
    """
    argues argue argued shows show showed notes note noted claims claim claimed suggests suggest
    suggested writes wrote contends contend contended maintains maintain points finds found
    concludes concluded observes observed describes emphasizes emphasises demonstrates explains
    считает считают пишет пишут писал утверждает отмечает отмечают показывает указывает полагает
    zeigt zeigen schreibt schreiben meint argumentiert betont
    montre montrent écrit soutient affirme
    """
)
"""Verbs after "Westad (2005)" that make the name an author."""
