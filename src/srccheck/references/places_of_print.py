"""What places of publication and publishing houses look like.

The list of cities decides only between readings that the punctuation leaves open ("Paris, Plon,
1998" against "Vospominanija, Moskva, 2003"); a city that is not in it is read by its position.
"""

from __future__ import annotations

import re

CITIES = frozenset(
    """
    aldershot almaty amsterdam ankara ann\tarbor antwerpen armonk athens athen baku baltimore
    barcelona basel basingstoke beijing peking pekin pékin belgrade beograd berkeley berlin bern
    bloomington bologna bonn boston bratislava brno brussels bruxelles brüssel bucharest bucurești
    bucarest budapest buenos\taires cambridge canberra cape\ttown chapel\thill chicago chişinău
    college\tpark college\tstation cologne copenhagen københavn delhi new\tdelhi dordrecht dresden
    dublin durham düsseldorf edinburgh essen exeter farnham florence firenze frankfurt
    frankfurt\tam\tmain frankfurt\ta.\tm. frankfurt/main freiburg geneva genève genf göttingen
    graz hamburg hanoi hanoj hannover harmondsworth havana la\thabana heidelberg helsinki
    hong\tkong houndmills istanbul ithaca jena jerusalem kiev kyiv kiew köln kraków krakow kursk
    lanham lausanne lawrence leiden leipzig leningrad lexington lisbon liubljana ljubljana london
    london-new\tyork los\tangeles lund lwów lviv madison madrid manchester mainz marburg melbourne
    mexico milan milano minneapolis minsk montreal montréal moscow moskow moskau moskva moskwa
    moscou munich münchen münster new\tbrunswick new\thaven new\tyork newbury\tpark novosibirsk
    nürnberg oldenbourg opladen oslo oxford paderborn paris phnom\tpenh philadelphia pittsburgh
    potsdam poznań prague praha prag princeton pyongyang riga rome roma rom rostock saigon
    saint\tpetersburg salzburg samarkand san\tfrancisco santa\tmonica sankt-peterburg sarajevo
    seattle seoul shanghai singapore skopje sofia sofija stanford st.\tpetersburg stockholm
    stuttgart sydney tallinn tashkent tbilisi tehran tirana tiranë tokyo toronto tübingen turin
    torino ulan\tbator university\tpark uppsala urbana utrecht venice vienna wien vientiane vilnius
    vladivostok vanves warsaw warszawa warschau washington weimar wiesbaden yerevan zagreb zurich
    zürich hà\tnội tp.\thồ\tchí\tminh hồ\tchí\tminh sài\tgòn bielefeld münchen-wien
    аддис-абеба алма-ата алматы архангельск астана баку барнаул белгород бишкек благовещенск
    владивосток владимир волгоград вологда воронеж горький днепропетровск донецк екатеринбург
    ереван иваново ижевск иркутск казань калининград калуга киев київ киров кишинев краснодар
    красноярск курск ленинград липецк львов львів махачкала минск мінск москва мурманск н.\tновгород
    нижний\tновгород новгород новосибирск одесса омск оренбург орел пенза пермь петрозаводск
    петроград псков рига ростов-на-дону ростов\tн/д рязань самара санкт-петербург саратов
    свердловск севастополь симферополь смоленск сталинград ставрополь сыктывкар таллин тамбов
    ташкент тбилиси тверь томск тула тюмень улан-удэ ульяновск уфа фрунзе хабаровск харьков харків
    челябинск чита якутск ярославль софия белград варшава прага париж лондон берлин вена ханой
    пекин
    м м. л л. к. спб спб. пг. пг м.;\tл. м.;\tспб. м.–л. м.-л. м.,\tл. м.\t–\tл. h. h n.p. s.l. б.\tм.
    б.м. o.\to. o.o. m. m.; l. spb. spb
    """.replace("\n", " ")
    .replace("    ", " ")
    .split(" ")
)
CITIES = frozenset(name.replace("\t", " ") for name in CITIES if name)

REGIONS = frozenset(
    """
    ma mass mass. ny n.y. nj n.j. ca calif calif. d.c. dc nc n.c. il ill. ct conn. conn pa pa. md
    md. va va. ks kans. wi wis. ky ky. in ind. tx tex. tx. mi mich. oh ohio oxon essex surrey
    hants eng. england uk u.k. usa u.s.a. ga ga. co colo. wa wash. mn minn. on ont. me ri r.i. nh
    n.h. vt vt. la la. fl fla. or ore. az ariz. mo mo. ne neb. ut utah
    """.split()
)

_HOUSE = re.compile(
    r"""
    (?<!\w)(?:
        press | verl(?:ag|\.) | publish(?:ers?|ing) | books | up | éditions? | editions? | editore
      | edizioni | presses | editorial | houghton | penguin | routledge | norton | knopf | vintage
      | random\shouse | macmillan | palgrave | gallimard | fayard | seuil | plon | suhrkamp
      | basic | viking | harper(?:collins)? | scribner's? | brill | springer | sage | longman
      | bloomsbury | praeger | westview | doubleday | doubleday | allen\slane | cornell | ullstein
      | fischer | beck | dietz | propyläen | oldenbourg | harrassowitz | steiner | böhlau | droste
      | siedler | rowohlt | piper | dtv | издательство | изд-во | izd-vo | izdatel'stvo | наука
      | nauka | росспэн | rosspen | политиздат | politizdat | прогресс | progress | мысль
      | материк | вагриус | эксмо | аст | яуза | вече | международные\sотношения
      | mezhdunarodnye\sotnosheni\w* | университет\w* | universitet\w* | university | nxb
      | nhà\sxuất\sbản | wydawnictwo | kiadó | nakladatelství | l'harmattan | tauris | cass
      | полит\.?\sлит\w* | воениздат | voenizdat | центрполиграф | алетейя | нлo | нло
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_city(name: str) -> bool:
    """Tell whether ``name`` is a known place of publication, or several joined."""
    folded = name.lower().strip(" ,:;()[]")
    if folded in CITIES or folded.rstrip(".") in CITIES:
        return True
    parts = [
        part for part in re.split(r"\s?[/;&,]\s?|\s[–—-]\s|\s(?:and|und|et|и|i)\s|[–—-]", folded)
    ]
    return len(parts) > 1 and all(
        part in CITIES or part.rstrip(".") in CITIES or part in REGIONS for part in parts
    )


def is_house(name: str) -> bool:
    """Tell whether ``name`` says that it is a publisher."""
    return _HOUSE.search(name) is not None
