"""Titles with a year, and newspapers by day."""

from __future__ import annotations

import pytest
from citation_factory import Cited, cited, newspaper, title_date

ENTRIES = (
    "*Livre noir*. Hanoi: Éditions, 1978.",
    '"Pravda o granice." Izvestija 4 (1979): 3–9.',
    "*Prezidium CK KPSS 1954–1964*. Vols. 1–3. Moscow: ROSSPEN, 2004.",
    "Правда о границе // Известия. 1979. № 4. С. 3–9.",
    "Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.",
)

LIVRE = [title_date("*Livre noir* 1978", "Livre noir", year="1978")]
TITLES = [
    ("(*Livre noir* 1978)", LIVRE),
    ("(see *Livre noir* 1978)", LIVRE),
    ("(*Livre noir*, 1978)", [title_date("*Livre noir*, 1978", "Livre noir", year="1978")]),
    ('("Livre noir" 1978)', [title_date('"Livre noir" 1978', "Livre noir", year="1978")]),
    ("(“Livre noir,” 1978, p. 3)",
     [title_date("“Livre noir,” 1978, p. 3", "Livre noir", year="1978", at=["page 3"])]),
    ("(„Livre noir“ 1978)", [title_date("„Livre noir“ 1978", "Livre noir", year="1978")]),
    ("(« Livre noir » 1978)", [title_date("« Livre noir » 1978", "Livre noir", year="1978")]),
    ("(‘Livre noir’ 1978)", [title_date("‘Livre noir’ 1978", "Livre noir", year="1978")]),
    ("(«Правда о границе» 1979, с. 4)",
     [title_date("«Правда о границе» 1979, с. 4", "Правда о границе", year="1979", at=["page 4"])]),
    ("(*Prezidium TsK KPSS* 2004)",
     [title_date("*Prezidium TsK KPSS* 2004", "Prezidium TsK KPSS", year="2004")]),
    ("(Prezidium 2004, t. 1, p. 90)",
     [title_date("Prezidium 2004, t. 1, p. 90", "Prezidium", year="2004",
                 at=["volume 1", "page 90"])]),
    ('("Pravda o granice" 1979)',
     [title_date('"Pravda o granice" 1979', "Pravda o granice", year="1979")]),
    ('("Unknown Record" 1979, p. 6)',
     [title_date('"Unknown Record" 1979, p. 6', "Unknown Record", year="1979", at=["page 6"])]),
]  # fmt: skip

NEWSPAPERS = [
    ("(*Pravda*, 8 July 1977)", [newspaper("*Pravda*, 8 July 1977", "Pravda", "1977-07-08")]),
    ("(on the guests see *The Times*, 7 March 1957, p. 8)",
     [newspaper("*The Times*, 7 March 1957, p. 8", "The Times", "1957-03-07", at=["page 8"])]),
    ("(Pravda, 17 August 1961)", [newspaper("Pravda, 17 August 1961", "Pravda", "1961-08-17")]),
    ("(see *Pravda*, 17 Aug. 1961, p. 1)",
     [newspaper("*Pravda*, 17 Aug. 1961, p. 1", "Pravda", "1961-08-17", at=["page 1"])]),
    ("(*New York Times*, August 17, 1961, p. 1)",
     [newspaper("*New York Times*, August 17, 1961, p. 1", "New York Times", "1961-08-17",
                at=["page 1"])]),
    ("(New York Times, August 17, 1961)",
     [newspaper("New York Times, August 17, 1961", "New York Times", "1961-08-17")]),
    ("(Правда. 1961. 17 августа)",
     [newspaper("Правда. 1961. 17 августа", "Правда", "1961-08-17")]),
    ("(Правда, 17 августа 1961 г.)",
     [newspaper("Правда, 17 августа 1961", "Правда", "1961-08-17")]),
    ("(Правда, 17.08.1961)", [newspaper("Правда, 17.08.1961", "Правда", "1961-08-17")]),
    ("(«Известия», 17 августа 1961)",
     [newspaper("«Известия», 17 августа 1961", "Известия", "1961-08-17")]),
    ("(Neues Deutschland, 18. August 1961)",
     [newspaper("Neues Deutschland, 18. August 1961", "Neues Deutschland", "1961-08-18")]),
    ("(*Neues Deutschland*, 18.8.1961, S. 1)",
     [newspaper("*Neues Deutschland*, 18.8.1961, S. 1", "Neues Deutschland", "1961-08-18",
                at=["page 1"])]),
    ("(*Le Monde*, 17 août 1961)",
     [newspaper("*Le Monde*, 17 août 1961", "Le Monde", "1961-08-17")]),
    ("(*Le Monde*, 1er août 1961)",
     [newspaper("*Le Monde*, 1er août 1961", "Le Monde", "1961-08-01")]),
    ("(*Zëri i Popullit*, 1 December 1961; *Pravda*, 2 December 1961)",
     [newspaper("*Zëri i Popullit*, 1 December 1961", "Zëri i Popullit", "1961-12-01"),
      newspaper("*Pravda*, 2 December 1961", "Pravda", "1961-12-02")]),
    ("(*Trybuna Ludu*, 17 sierpnia 1961)",
     [newspaper("*Trybuna Ludu*, 17 sierpnia 1961", "Trybuna Ludu", "1961-08-17")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*TITLES, *NEWSPAPERS])
def test_titles_and_newspapers(text: str, expected: list[Cited]) -> None:
    assert cited(f"So it was said {text}.", entries=ENTRIES) == expected
