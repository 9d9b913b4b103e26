"""Measure the names library: every figure its targets ask for, on data files you name.

    python tools/measure_translit.py --article F --vectors F --pairs F --surnames F --words F

Each option adds the figures that its file allows: vectors (Cyrillic, scheme, expected, source,
status), pairs (two names and 1 or 0), surnames and words (one Cyrillic word a line), article
(a manuscript, for the rules on names). Random choices are seeded.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from srccheck.lint import read_apparatus
from srccheck.rules import run_rules, select_rules
from srccheck.translit import (
    MIXED_ENTRY,
    Detection,
    Scheme,
    detect_scheme,
    deviations,
    entry_gap,
    name_keys,
    reverse_word,
    romanise,
    same_name,
    schemes,
)
from srccheck.translit.lattice import plain_latin

T = TypeVar("T")

# One of each habit; wikipedia_ru and the simplified BGN/PCGN differ from BGN/PCGN in endings only.
MAIN = (
    "alalc_ru", "alalc_ru_plain", "bgn_pcgn_ru_plain", "iso9_ru", "un1987_ru", "din1460_ru",
    "scholarly_ru", "translit_ru", "gost779b_ru", "gost7034_ru", "gost16876_71_t2", "duden_ru",
)  # fmt: skip

NAME_RULES = ("TRN", "REF002", "REF004")

REVERSE_TARGETS = {
    "translit_ru": 99.5,
    "bgn_pcgn_ru_plain": 99.0,
    "alalc_ru": 98.0,
    "alalc_ru_plain": 97.0,
}


def show(label: str, value: str, target: str = "") -> None:
    """Print one figure."""
    sys.stdout.write(f"{label:<58} {value:<24} {target}\n")


def percent(part: int, whole: int) -> str:
    """A share in per cent with its counts."""
    return f"{100 * part / max(whole, 1):.2f} % ({part}/{whole})"


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a heading."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def vectors(path: Path) -> None:
    """Forward romanisation against published examples."""
    counted: Counter[bool] = Counter()
    for row in rows(path):
        if row["status"] == "agree":
            expected = unicodedata.normalize("NFC", row["expected"])
            right = romanise(row["cyrillic"], row["scheme"]) == expected
            counted[right] += 1
            if not right:
                show("  differs", f"{row} {romanise(row['cyrillic'], row['scheme'])}")
    show("forward: agreeing vectors", percent(counted[True], counted.total()), "all")


def iuliia_agreement(lexicon: Sequence[str]) -> None:
    """Forward romanisation against the iuliia package, scheme by scheme."""
    try:
        iuliia = import_module("iuliia")
    except ImportError:
        show("forward: iuliia", "not installed")
        return
    for ours, theirs in IULIIA.items():
        peer = getattr(iuliia, theirs.upper(), None)
        if peer is None:
            continue
        differing = [w for w in lexicon if romanise(w, ours) != nfc(peer.translate(w))]
        sample = ", ".join(
            f"{w}: {romanise(w, ours)}/{nfc(peer.translate(w))}" for w in differing[:3]
        )
        show(f"forward: {ours} = iuliia {theirs}",
             percent(len(lexicon) - len(differing), len(lexicon)), sample)  # fmt: skip


IULIIA = {
    "alalc_ru_plain": "ala_lc_alt", "bgn_pcgn_ru": "bgn_pcgn", "bgn_pcgn_ru_plain": "bgn_pcgn_alt",
    "bs2979_ru": "bs_2979", "gost16876_71_t1": "gost_16876",
    "gost16876_71_t2": "gost_16876_alt",
    "gost52290_ru": "gost_52290", "gost52535_ru": "gost_52535", "gost7034_ru": "gost_7034",
    "iso9_ru": "gost_779", "gost779b_ru": "gost_779_alt", "icao9303_ru": "icao_doc_9303",
    "isor9_1968_ru": "iso_9_1968", "mosmetro_ru": "mosmetro", "mvd310_ru": "mvd_310",
    "mvd310_fr_ru": "mvd_310_fr", "mvd782_ru": "mvd_782", "scholarly_ru": "scientific",
    "telegram_ru": "telegram", "un1987_ru": "ungegn_1987", "wikipedia_ru": "wikipedia",
    "yandex_maps_ru": "yandex_maps",
}  # fmt: skip


def nfc(text: str) -> str:
    """``text`` in NFC."""
    return unicodedata.normalize("NFC", text)


def reverse_surnames(surnames: Sequence[str]) -> None:
    """Reverse top-1, and how often a reading that is printed alone is right."""
    for identifier, target in REVERSE_TARGETS.items():
        right = alone = alone_right = 0
        for surname in surnames:
            read = reverse_word(romanise(surname, identifier), scheme_id=identifier)
            hit = read.output == surname
            right += hit
            alone += read.certain
            alone_right += hit and read.certain
        show(f"reverse top-1: {identifier}", percent(right, len(surnames)), f">= {target}")
        share = f"{100 * alone / len(surnames):.1f} % alone"
        show(f"  printed alone, of which right ({share})", percent(alone_right, alone), ">= 99.5")


def same_names(surnames: Sequence[str], chance: random.Random) -> None:
    """Recall and false matches on surnames in two random schemes, rapidfuzz beside them."""
    from rapidfuzz.fuzz import ratio

    russian = [each for each in schemes().values() if each.language == "ru"]
    first = [(s, chance.choice(russian).romanise(s)) for s in surnames]
    second = [(s, chance.choice(russian).romanise(s)) for s in surnames]
    started = time.process_time()
    keyed = [same(a, b) for (_, a), (_, b) in zip(first, second, strict=True)]
    cost = (time.process_time() - started) / len(surnames)
    fuzzy = sum(ratio(a.lower(), b.lower()) >= 85 for (_, a), (_, b) in zip(first, second))  # noqa: B905
    show("same name: recall", percent(sum(keyed), len(keyed)), ">= 99.5")
    show("same name: cost of a pair", f"{cost * 1e3:.2f} ms")
    missed = [(a[1], b[1]) for a, b, hit in zip(first, second, keyed, strict=True) if not hit]
    show("  missed", str(missed[:10]))
    index: dict[str, list[int]] = {}
    for at, (_, spelt) in enumerate(second):
        for key in name_keys(spelt):
            index.setdefault(key, []).append(at)
    false_keys = false_same = 0
    wrong = []
    for surname, spelt in first:
        near = {at for key in name_keys(spelt) for at in index.get(key, ())}
        for at in near:
            if folded(second[at][0]) != folded(surname):
                false_keys += 1
                if same(spelt, second[at][1]):
                    false_same += 1
                    wrong.append((surname, spelt, second[at]))
    pairs = len(surnames) * (len(surnames) - 1)
    show("same name: false matches", f"{100 * false_same / pairs:.6f} % of {pairs}", "<= 0.0005")
    show("  by keys alone", f"{100 * false_keys / pairs:.6f} %")
    show("  false", str(wrong[:6]))
    show("rapidfuzz >= 85: recall", percent(fuzzy, len(surnames)))
    sample = [(chance.randrange(len(first)), chance.randrange(len(first))) for _ in range(400_000)]
    alike = sum(
        ratio(first[i][1].lower(), second[j][1].lower()) >= 85
        for i, j in sample
        if folded(first[i][0]) != folded(second[j][0])
    )
    show("rapidfuzz >= 85: false matches", f"{100 * alike / len(sample):.4f} % of {len(sample)}")


def folded(surname: str) -> str:
    """A surname as print treats it: ё is е."""
    return surname.lower().replace("ё", "е")


def same(a: str, b: str) -> bool:
    """Whether the verdict is "same"."""
    return same_name(a, b).verdict == "same"


def pairs(path: Path) -> None:
    """The verdict "same" against hand-labelled pairs."""
    right = total = 0
    for row in rows(path):
        expected = row["same_name(1/0)"] == "1"
        verdict = same_name(row["a"], row["b"])
        total += 1
        right += (verdict.verdict == "same") == expected
        if (verdict.verdict == "same") != expected:
            show("  differs", f"{row['a']} {row['b']} expected {expected}: {verdict}")
    show("same name: labelled pairs", percent(right, total), ">= 95")


def detection(lexicon: Sequence[str], chance: random.Random, trials: int) -> None:
    """The right family at 5, 10 and 20 words of one scheme."""
    russian = [each for each in schemes().values() if each.language == "ru"]
    for count, target in ((5, ">= 90"), (10, ""), (20, ">= 99")):
        best = within = sizes = 0
        wrong: Counter[tuple[str, str]] = Counter()
        for _ in range(trials):
            home = chance.choice(russian)
            text = [home.romanise(w) for w in chance.sample(lexicon, count)]
            found = detect_scheme(text)
            families = {schemes()[each].family for each in found.schemes}
            best += found.family == home.family
            within += home.family in families
            sizes += len(families)
            if home.family not in families:
                wrong[home.id, found.schemes[0]] += 1
        show(f"detection: right family in the set, {count} words", percent(within, trials), target)
        show(f"  first in the set; families a set: {sizes / trials:.2f}", percent(best, trials))
        show("  wrong", str(wrong.most_common(4)))


def mixed_entries(lexicon: Sequence[str], chance: random.Random, trials: int) -> None:
    """Entries of four words in another scheme than their list, found and falsely found."""
    every = [s for s in schemes().values() if s.language == "ru" and s.prior > -1.5]
    main = [schemes()[identifier] for identifier in MAIN]
    for label, usual in (("main schemes", main), ("all that print has", every)):
        found, asked, false = mixed_among(usual, lexicon, chance, trials)
        show(f"detection: mixed entries of 4 words found, {label}", percent(found, asked), ">= 98")
        show(f"detection: false alarms, {label}", percent(false, trials), "<= 0.3")


def mixed_among(
    usual: Sequence[Scheme], lexicon: Sequence[str], chance: random.Random, trials: int
) -> tuple[int, int, int]:
    """Mixed entries found and asked for, and false alarms, among some schemes."""
    found = false = 0
    asked = 0
    for _ in range(trials):
        home, guest = chance.choice(usual), chance.choice(usual)
        own = [home.romanise(w) for w in chance.sample(lexicon, 40)]
        profile = detect_scheme(own)
        entry = chance.sample(lexicon, 4)
        false += mixed([home.romanise(w) for w in entry], profile)
        foreign = [guest.romanise(w) for w in entry]
        if guest.family != home.family and distinct(entry, foreign, profile.schemes):
            asked += 1
            found += mixed(foreign, profile)
    return found, asked, false


def mixed(entry: Sequence[str], home: Detection) -> bool:
    """Whether an entry is found to be in another scheme than its list."""
    return bool(deviations(entry, home)) or entry_gap(entry, home) > MIXED_ENTRY


def distinct(entry: Sequence[str], foreign: Sequence[str], home: Sequence[str]) -> bool:
    """Whether no scheme of the list could have written the entry so, apostrophes apart."""
    spelt = [plain_latin(word) for word in foreign]
    return all([plain_latin(romanise(w, each)) for w in entry] != spelt for each in home)


def article(path: Path) -> None:
    """What the rules on names find in an article, and what they cost before anything is cached."""
    apparatus = read_apparatus(path.read_bytes(), path.name)
    total = 0.0
    for rule in select_rules(NAME_RULES):
        started = time.process_time()
        found = run_rules(apparatus, [rule])
        cost = time.process_time() - started
        total += cost
        show(f"article: {rule.code} {rule.name}", f"{cost * 1e3:.1f} ms, {len(found)} findings")
        for each in found:
            show(f"  {each.location.line}:{each.location.column}", each.message)
    show("article: CPU of the names analysis", f"{total * 1e3:.0f} ms", "<= 80 ms")


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("vectors", "pairs", "surnames", "words", "article"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--trials", type=int, default=300)
    parser.add_argument("--sample", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    if asked.article:
        article(asked.article)
    if asked.vectors:
        vectors(asked.vectors)
    if asked.pairs:
        pairs(asked.pairs)
    if asked.surnames:
        lines = asked.surnames.read_text(encoding="utf-8").split()
        chosen = chance.sample(lines, asked.sample)
        iuliia_agreement(chosen)
        reverse_surnames(chosen)
        same_names(chosen, chance)
    if asked.words:
        known = asked.words.read_text(encoding="utf-8").split()
        detection(known, chance, asked.trials)
        mixed_entries(known, chance, asked.trials)


if __name__ == "__main__":
    main()
