"""What places of publication and publishing houses look like.

The list of cities decides only between readings that the punctuation leaves open ("Paris, Plon,
1998" against "Vospominanija, Moskva, 2003"); a city that is not in it is read by its position.
"""

from __future__ import annotations

import re

from srccheck.references.wordlists import CITIES, REGIONS

_HOUSE = re.compile(
    r"""
    (?<!\w)(?:
        press | u\sof\s[\w\s]{3,30}\sp | verl(?:ag|\.)
      | publish(?:ers?|ing) | books | up | éditions? | editions? | editore
      | edizioni | presses | editorial | houghton | penguin | routledge | norton | knopf | vintage
      | random\shouse | macmillan | palgrave | gallimard | fayard | seuil | plon | suhrkamp
      | basic | viking | harper(?:collins)? | scribner's? | brill | springer | sage | longman
      | bloomsbury | praeger | westview | doubleday | allen\slane | cornell | ullstein
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
    parts = list(re.split(r"\s?[/;&,]\s?|\s[–—-]\s|\s(?:and|und|et|и|i)\s|[–—-]", folded))
    return len(parts) > 1 and all(
        part in CITIES or part.rstrip(".") in CITIES or part in REGIONS for part in parts
    )


def is_house(name: str) -> bool:
    """Tell whether ``name`` says that it is a publisher."""
    return _HOUSE.search(name) is not None
