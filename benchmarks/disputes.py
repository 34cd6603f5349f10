"""How long disputes over 100,000 invented claims take, beside comparing every pair of a group.

A tenth of the claims is misprinted, revised or contradicted. The alternative is the plain rule of
a spreadsheet: of one indicator, place and period, every two values that are not equal.

    python benchmarks/disputes.py [CLAIMS]
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from itertools import combinations

from sholu.claims.model import Claim
from sholu.evidence.model import Span
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.dispute_stated import Surroundings
from sholu.indicators.disputes import find_disputes
from sholu.mentions.model import Figure
from sholu.vocabulary.load import load

INDICATORS = ("offences_registered", "seizure_mass", "persons_detained", "overdose_deaths")
UNITS = ("case", "kg", "person", "death")
SUBSTANCES = ("heroin", "hashish", "opium", None)
WORDS = ("polic", "regist", "year", "report", "border", "city", "court", "agency", "total", "drug")


def make_claims(count: int, seed: int) -> tuple[list[Claim], dict[str, ClaimSetting]]:
    """Claims of invented regions over 20 years, 25 of them a document."""
    chance = random.Random(seed)
    claims, settings = [], {}
    for number in range(count):
        kind = number % 4
        region, year = number // 4 % 20 + 1, 2005 + number // 80 % 20
        base = 1000 + 37 * kind + 101 * region + 53 * (year - 2005)  # one truth for each group
        value = float(base if chance.random() > 0.1 else base * chance.choice((1.2, 10, 3.1)))
        document = f"d{number // 25:06d}"
        claim = make_claim(number, value, document, (kind, region, year), chance)
        claims.append(claim)
        near = tuple(sorted(chance.sample(WORDS, 5)))
        settings[claim.id] = ClaimSetting(
            claim.id, document, number * 100, number, -1, near, near, (), (year,), None, None
        )
    return claims, settings


def make_claim(
    number: int,
    value: float,
    document: str,
    of: tuple[int, int, int],
    chance: random.Random,
) -> Claim:
    """One claim about a region of the invented country Aldaria; ``of``: kind, region, year."""
    kind, region, year = of
    span = Span(
        f"span-{number}", document, "v", number * 100, number * 100 + 5, f"{value:.0f}", "", "",
        None, None,
    )  # fmt: skip
    factor = 1000.0 if UNITS[kind] == "kg" else 1.0
    figure = Figure(
        f"figure-{number}", value, None, f"{value:.0f}", UNITS[kind], value * factor, None,
        "g" if UNITS[kind] == "kg" else UNITS[kind], "drugs", chance.choice(SUBSTANCES), "exact",
        "period", str(year), None, None, None, None, None, span,
    )  # fmt: skip
    return Claim(
        f"claim-{number}", figure, INDICATORS[kind], f"XA-{region:02d}", None,
        str(year), str(year), f"s{number % 7}", None, document, None, 0.8, "proposed", "clear", "b",
    )  # fmt: skip


def every_pair(claims: list[Claim]) -> int:
    """How many pairs the plain rule reports."""
    groups: dict[tuple[object, ...], list[float]] = defaultdict(list)
    for claim in claims:
        groups[claim.indicator, claim.place_code, claim.period_start].append(claim.figure.value)
    return sum(a != b for group in groups.values() for a, b in combinations(group, 2))


def main() -> None:
    """Print seconds of both, and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    claims, settings = make_claims(count, seed=1)
    vocabulary = load()
    start = time.perf_counter()
    disputes = find_disputes(claims, Surroundings(settings, {}, {}), (), vocabulary)
    own = time.perf_counter() - start
    start = time.perf_counter()
    pairs = every_pair(claims)
    plain = time.perf_counter() - start
    print(f"claims      {count:,}")
    print(f"disputes    {own:.1f} s, {len(disputes):,} found")
    print(f"every pair  {plain:.1f} s, {pairs:,} found")
    print(
        f"ratio       {own / plain:.1f} of the time, {len(disputes) / max(pairs, 1):.2%} of pairs"
    )


if __name__ == "__main__":
    main()
