"""Words that decide between readings of a name or an imprint.

They are hints for a parser, not a gazetteer: a word that is missing costs a guess by position.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Give the words of ``text``; a word of several parts has ``_`` for its spaces."""
    return frozenset(word.replace("_", " ") for word in text.split())


PARTICLES = words(
    """
    af al av bin d' da dal de del della den der des di do dos du d’ e el ibn la las le los ten ter
    van vom von y zu zum zur аль ван да де дер ди ла ле тер фон эль
    """
)
"""What may stand inside or before a family name."""

CHINESE_FAMILIES = words(
    """
    bai cai cao chen cheng chiang chou cui dai deng ding dong du fan fang feng fu gao gong guo han
    hao he hou hu hua huang jia jiang jin lei li liang liao lin liu long lu luo lü ma mao meng niu
    pan peng qian qin qiu ren shao shen shi song su sun tan tang tao teng tian wang wei wu xia
    xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng zhai zhang zhao zheng zhong zhou zhu
    zou
    """
)
"""Family names in pinyin, and a few in Wade-Giles."""

VIETNAMESE_FAMILIES = words(
    """
    bui cao chu dang dao dinh do doan duong ho hoang huynh lam le luong luu ly mai ngo nguyen pham
    phan quach ta thai to tran trinh truong vo vu vuong
    """
)
"""Family names without their marks."""

CYRILLIC_CHINESE = words(
    """
    ван гао дэн ли линь лю мао пэн си ху цзян чжан чжао чжоу чэнь
    """
)
"""Chinese family names in Cyrillic."""

CYRILLIC_ASIAN = words(
    """
    буи ван во ву гао данг до дэн зыонг ким ле ли линь лю мао нго нгуен пак пэн си фам фан хо
    хоанг ху цзян чан чжан чжао чжоу чыонг чэнь
    """
)
"""Family names of the whole region in Cyrillic."""

GIVEN_NAMES = words(
    """
    alan alice amy ann anna caroline catherine charlotte emily emma gary glenn graham ian jason
    jennifer jessica julia karen kate kevin laura linda lisa lorenz maria mathilde matthew nancy
    neil orlando penny rachel rebecca ruth sarah sergey simon stuart tony tom vojtech
    albert alexander alfred andrew anne anthony arthur barbara benjamin brian charles christopher
    daniel david donald edward elizabeth eric ernest francis frank frederick geoffrey george
    gerald hans harold harry heinz helen henry hugh jack jacques james jane jean jeffrey john
    jonathan joseph karl kenneth klaus lawrence lewis louis margaret mark martin mary melvyn
    michael nicholas norman odd oliver patrick paul peter philip pierre ralph raymond richard
    robert roger ronald samuel scott stephen steven susan theodore thomas timothy vincent
    vladislav walter warren william wolfgang
    """
)
"""Western given names: "Robert J. Banks" is no Banks of Robert."""

NO_FAMILY = words(
    """
    annex band chapter fond papka part teil tom tome vol volume war
    """
)
"""Words that an initial-like number may follow: "Tom I." is no author."""

CITIES = words(
    """
    venezia padova verona vicenza napoli palermo pisa siena bari genova trieste udine treviso
    brescia bergamo ferrara modena parma perugia pavia mantova ravenna trento lucca catania messina
    cagliari livorno ancona cremona piacenza spoleto arezzo salerno parigi londra monaco stoccarda
    lipsia ginevra zurigo berlino francoforte basilea norimberga cracovia varsavia lubiana zagabria
    praga mosca strasbourg toulouse marseille lille nantes dijon rouen poitiers aix-en-provence caen
    tours reims montpellier besançon vienne berne venise bâle leyde la_haye sevilla valencia
    salamanca zaragoza granada coimbra bilbao moscú nueva_york parís karlsruhe kassel osnabrück
    hildesheim gütersloh trier wolfenbüttel braunschweig gotha erfurt linz klagenfurt st._gallen
    luzern rotterdam groningen leuven louvain gent ghent nijmegen den_haag 's-gravenhage the_hague
    liège namur turnhout glasgow aberdeen leeds liverpool bristol brighton cardiff belfast abingdon
    woodbridge evanston albany rochester syracuse detroit providence notre_dame iowa_city tuscaloosa
    baton_rouge knoxville santa_barbara westport hoboken hanover malden san_diego atlanta honolulu
    wilmington annapolis venetiis parisiis lugduni romae basileae lipsiae florentiae mediolani
    patavii coloniae antverpiae amstelodami londini paryż londyn rzym wiedeń wilno petersburg vídeň
    londýn split rijeka novi_sad athenai athina thessaloniki nanjing tianjin guangzhou chongqing
    singapore jakarta bangkok manila
    londres moscou pékin genève bruxelles varsovie lyon grenoble rennes bordeaux lisboa porto
    haarlem bremen innsbruck erlangen bochum regensburg passau würzburg augsburg chemnitz halle
    neuwied darmstadt konstanz koblenz belgrad breslau wrocław łódź gdańsk lublin toruń katowice
    boulder cheltenham calcutta bombay taipei cairo
    aldershot almaty amsterdam ankara ann_arbor antwerpen armonk athen athens baku baltimore
    barcelona basel basingstoke beijing belgrade beograd berkeley berlin bern bielefeld
    bloomington bologna bonn boston bratislava brno brussels bruxelles brüssel bucarest bucharest
    bucurești budapest buenos_aires cambridge canberra cape_town chapel_hill chicago chişinău
    college_park college_station cologne copenhagen delhi dordrecht dresden dublin durham
    düsseldorf edinburgh essen exeter farnham firenze florence frankfurt frankfurt/main
    frankfurt_a._m. frankfurt_am_main freiburg geneva genf genève graz göttingen h h. hamburg
    hannover hanoi hanoj harmondsworth havana heidelberg helsinki hong_kong houndmills hà_nội
    hồ_chí_minh istanbul ithaca jena jerusalem kiev kiew krakow kraków kursk kyiv köln københavn
    l. la_habana lanham lausanne lawrence leiden leipzig leningrad lexington lisbon liubljana
    ljubljana london london-new_york los_angeles lund lviv lwów m. m.; madison madrid mainz
    manchester marburg melbourne mexico milan milano minneapolis minsk montreal montréal moscou
    moscow moskau moskow moskva moskwa munich münchen münchen-wien münster n.p. new_brunswick
    new_delhi new_haven new_york newbury_park novosibirsk nürnberg o._o. o.o. oldenbourg opladen
    oslo oxford paderborn paris pekin peking philadelphia phnom_penh pittsburgh potsdam poznań
    prag prague praha princeton pyongyang pékin riga rom roma rome rostock s.l. saigon
    saint_petersburg salzburg samarkand san_francisco sankt-peterburg santa_monica sarajevo
    seattle seoul shanghai singapore skopje sofia sofija spb spb. st._petersburg stanford
    stockholm stuttgart sydney sài_gòn tallinn tashkent tbilisi tehran tirana tiranë tokyo torino
    toronto tp._hồ_chí_minh turin tübingen ulan_bator university_park uppsala urbana utrecht
    vanves venice vienna vientiane vilnius vladivostok warsaw warschau warszawa washington weimar
    wien wiesbaden yerevan zagreb zurich zürich аддис-абеба алма-ата алматы архангельск астана
    б._м. б.м. баку барнаул белгород белград берлин бишкек благовещенск варшава вена владивосток
    владимир волгоград вологда воронеж горький днепропетровск донецк екатеринбург ереван иваново
    ижевск иркутск к. казань калининград калуга киев киров кишинев київ краснодар красноярск курск
    л л. ленинград липецк лондон львов львів м м. м.,_л. м.-л. м.;_л. м.;_спб. м._–_л. м.–л.
    махачкала минск москва мурманск мінск н._новгород нижний_новгород новгород новосибирск одесса
    омск орел оренбург париж пг пг. пекин пенза пермь петроград петрозаводск прага псков рига
    ростов-на-дону ростов_н/д рязань самара санкт-петербург саратов свердловск севастополь
    симферополь смоленск софия спб спб. ставрополь сталинград сыктывкар таллин тамбов ташкент
    тбилиси тверь томск тула тюмень улан-удэ ульяновск уфа фрунзе хабаровск ханой харків харьков
    челябинск чита якутск ярославль
    """
)
"""Places of publication, in the forms that imprints use."""

REGIONS = words(
    """
    new_hampshire new_jersey new_mexico north_carolina south_carolina rhode_island
    west_germany great_britain
    alabama alaska arkansas delaware florida idaho iowa kentucky louisiana maine mississippi montana
    nevada oklahoma oregon tennessee vermont wisconsin wyoming ala. ark ark. ariz del. kan. miss.
    mont. nev. okla. oreg. s.c. s.d. tenn. w.va. wyo.
    ariz. austria az ca calif calif. california co colo. conn conn. connecticut ct d.c. dc
    deutschland eng. england essex fl fla. france ga ga. germany hants hungary il ill. illinois in
    ind. italy kans. ks ky ky. la la. ma maryland mass mass. massachusetts md md. me mi mich.
    michigan minn. mn mo mo. n.c. n.h. n.j. n.y. nc ne neb. netherlands nh nj ny oh ohio on ont.
    or ore. oxon pa pa. pennsylvania poland r.i. ri russia schweiz surrey switzerland tex. texas
    tx tx. u.k. u.s.a. uk usa ut utah va va. virginia vt vt. wa wash. wi wis.
    """
)
"""What follows a city after a comma: "Cambridge, MA"."""

JOINERS = words(
    """
    a. am an and d. de der et i la le of sur the und upon и м. на
    """
)
"""Small words inside the name of a place."""

BODIES = words(
    """
    academy agency archive association bank ban bộ bureau board center college centre centr
    collection commission comité papers
    committee congress council department foundation gesellschaft government komitee library
    ministère ministerium ministry museum nations office organisation organization parliament
    parti partei party program project programme republic society state states viện zentrum đảng
    академия бюро институт комитет министерство общество партия совет университет центр
    """
)
"""Words that only the name of an institution holds."""

BODY_STEMS = ("institut", "universit", "bundes", "akademi", "ministerstv", "komitet")
"""How such words may begin."""

DIGRAPHS = words(
    """
    ju ja je jo yu ya ye yo iu ia ie io zh kh ts tz ch sh sc th ph dz dž lj nj gy sz cs zs ny ty ly
    kv st gh ng дж дз ев эд ал ол ст
    """
)
"""Initials of two letters, mostly one Cyrillic letter romanised: "Ju. S. Girenko"."""

SEASONS = words(
    """
    spring summer autumn fall winter frühjahr sommer herbst printemps été automne hiver весна
    лето осень зима january february march april may june july august september october november
    december
    """
)
"""What may stand before the year of an issue: "(Fall–Winter 2001)"."""

OTHERS = r"(?:et\sal|и\sдр|та\sін|i\sdr|u\.\s?a)"
"""A pattern for "and others" behind names, without the full stop."""

HOUSES = words(
    """
    press presses verlag publisher publishers publishing books edition editions éditions editore
    edizioni editorial penguin routledge norton knopf vintage macmillan palgrave gallimard fayard
    seuil plon suhrkamp basic viking harper harpercollins scribner scribner's brill springer sage
    longman bloomsbury praeger westview doubleday cornell ullstein fischer beck dietz propyläen
    oldenbourg harrassowitz steiner böhlau droste siedler rowohlt piper dtv изд-во издательство
    izd-vo izdatel'stvo izdatel’stvo наука nauka росспэн rosspen политиздат politizdat
    госполитиздат gospolitizdat прогресс progress мысль материк вагриус эксмо аст яуза вече
    воениздат voenizdat центрполиграф алетейя нло nxb wydawnictwo kiadó nakladatelství l'harmattan
    l’harmattan tauris cass university houghton
    """
)
"""Publishing houses, and the words their names hold."""

HOUSE_STEMS = ("университет", "universitet")
HOUSE_PHRASES = (
    "random house",
    "allen lane",
    "международные отношения",
    "mezhdunarodnye otnoshenija",
    "nhà xuất bản",
    "полит. лит",
    "verl.",
)
"""The same, of several words."""

SHORTENED_NAMES = frozenset({"Wm", "Geo", "Chas", "Thos", "Jas", "Jno", "Robt", "Edw", "Benj"})
"""Given names as they are shortened with a dot: Wm. Roger Louis, Jas. Smith."""
