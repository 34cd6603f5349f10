"""Decisions that tell the same plot: how alike tellings are, and how long 10,000 take.

    python benchmarks/verdict_plots.py [NUMBER]

Both parts use the plots of the development half of evaluation/verdicts (invented). The first makes
edited tellings of each and prints what each threshold finds; the second clusters NUMBER decisions
and compares the time with rapidfuzz alone, each with each.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

import yaml
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from sholu.verdicts.model import Verdict
from sholu.verdicts.near_identical import group_tellings, likeness
from sholu.verdicts.plot_words import Telling, mask_words, read_tellings
from sholu.verdicts.plots import find_plots

FRAMES = Path(__file__).resolve().parent.parent / "evaluation" / "verdicts" / "frames"
THRESHOLDS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
PLACES = ("посёлка Аксу", "автовокзала", "рынка «Алтын»", "станции Бозшаколь", "Ақсу ауылы")
THINGS = ("гашиш", "марихуана", "героин", "мефедрон", "апиын", "hashish")
ADDED = (
    "При задержании он сопротивления не оказал и пояснил, где взял свёрток.",
    "О случившемся он никому из родственников и знакомых не рассказал.",
    "Бұл туралы ол туыстарына да, таныстарына да айтпаған.",
    "He told nobody of his family about what had happened that evening.",
)


@dataclass(frozen=True)
class Told:
    """A telling and the plot that it was made of."""

    language: str
    plot: int
    text: str


def frames() -> dict[str, list[str]]:
    """Texts with gaps, by language."""
    languages = ("ru", "kk", "en")
    read = {
        name: yaml.safe_load((FRAMES / f"{name}.yaml").read_text("utf-8")) for name in languages
    }
    return {
        name: [plot["text"] for plot in read[name]["development"]["plot"]] for name in languages
    }


def tell(frame: str, random: Random, rate: float) -> str:
    """A frame with its gaps filled, words left out and put in, and sentences cut and added."""
    filled = re.sub(r"\{[DV][^}]*\}|‹[^›]*›", f"person-{random.randrange(10**6)}", frame)
    filled = re.sub(r"\{[ST]\.?[^}]*\}", lambda _: random.choice(THINGS), filled)
    filled = re.sub(
        r"\{W\}", f"{random.randrange(1, 28)} марта {random.randrange(2015, 2025)} г.", filled
    )
    filled = re.sub(r"\{M\}|\{n\}|\{count\}", f"{random.uniform(0.1, 90):.2f} г", filled)
    filled = re.sub(r"\{[^}]*\}", lambda _: random.choice(PLACES), filled)
    words = [word for word in filled.split() if random.random() > rate / 2]
    for _ in range(int(len(words) * rate / 2)):
        words.insert(random.randrange(len(words)), random.choice(words))
    text = " ".join(words)
    return f"{text} {random.choice(ADDED)}" if random.random() < rate * 2 else text


def decision(number: int, told: Told, random: Random) -> Verdict:
    """A decision that holds nothing but circumstances."""
    return Verdict(
        id=f"verdict-{number:06d}", document="0" * 64, language=told.language,
        court=f"Court {random.randrange(60)}", region=None, date=f"{2015 + number % 10}-05-05",
        offence_date=None, case_kind="first_instance", outcome=None, case_number=None,
        first_decision=None, case=f"case-{number}", defendants=(), circumstances=told.text,
        marking="clear", spans=(), understood=(), status="proposed", reader="benchmark",
    )  # fmt: skip


def measure_likeness(told: Sequence[Told]) -> None:
    """Print how many pairs of one plot, and of two plots, are as alike as each threshold."""
    words = [mask_words(one.text) for one in told]
    same, other = [], []
    for (one, a), (two, b) in combinations(zip(told, words, strict=True), 2):
        alike = likeness(a, b)
        (same if (one.language, one.plot) == (two.language, two.plot) else other).append(alike)
    print(
        f"{len(same)} pairs of one plot, {len(other)} of two; the likest of two: {max(other):.2f}"
    )
    print("threshold  of one plot  of two plots  groups with two plots")
    tellings = [
        Telling(str(n), 0, one.text, w) for n, (one, w) in enumerate(zip(told, words, strict=True))
    ]
    for threshold in THRESHOLDS:
        groups = group_tellings(tellings, threshold)
        mixed = sum(
            len({(told[int(m.verdict)].language, told[int(m.verdict)].plot) for m in g.members}) > 1
            for g in groups
        )
        found = sum(alike >= threshold for alike in same) / len(same)
        wrong = sum(alike >= threshold for alike in other) / len(other)
        print(f"{threshold:9.2f} {found:12.3f} {wrong:13.5f} {mixed:10d} of {len(groups)}")


def tellings_of(number: int, random: Random, rate: float) -> Iterator[Told]:
    """Tellings of the plots in turn."""
    plots = [
        (name, place, text) for name, texts in frames().items() for place, text in enumerate(texts)
    ]
    for place in range(number):
        language, plot, frame = plots[place % len(plots)]
        yield Told(language, plot, tell(frame, random, rate))


def measure_time(number: int) -> None:
    """Print the seconds for a number of decisions, beside comparing each with each."""
    random = Random(7)
    decisions = [
        decision(place, told, random) for place, told in enumerate(tellings_of(number, random, 0.1))
    ]
    start = time.perf_counter()
    search = find_plots(decisions)
    seconds = time.perf_counter() - start
    some = read_tellings(decisions[: min(number, 1000)]).tellings
    words = {w for one in some for w in one.words}
    letters = {word: chr(0x4E00 + place) for place, word in enumerate(words)}
    coded = ["".join(letters[word] for word in one.words) for one in some]
    start = time.perf_counter()
    cdist(coded, coded, scorer=Indel.normalized_similarity)
    alone = (time.perf_counter() - start) * (number / len(some)) ** 2
    print(f"{number} decisions: {len(search.plots)} plots in {seconds:.1f} s")
    ratio = f"ratio {alone / seconds:.2f}"
    print(f"rapidfuzz alone, each with each, comparing only: {alone:.1f} s ({ratio})")


def main() -> None:
    """Print both parts."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for rate in (0.0, 0.1, 0.2):
        print(f"\nwords left out or put in: {rate:.0%}")
        measure_likeness(list(tellings_of(300, Random(3), rate)))
    print()
    measure_time(number)


if __name__ == "__main__":
    main()
