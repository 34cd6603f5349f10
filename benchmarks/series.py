"""Measure how long series take to build out of 100,000 invented claims.

    python benchmarks/series.py [CLAIMS]

Named alternative: the same claims grouped and sorted by pandas, which keeps no choice, no rule and
no competing claims.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import pandas as pd  # noqa: E402

from sholu.indicators.model import ClaimPoint  # noqa: E402
from sholu.indicators.observations import build_observations, series_of  # noqa: E402
from sholu.vocabulary.load import load  # noqa: E402
from tests.indicators.points import point  # noqa: E402

INDICATORS = ("offences_registered", "persons_suspected", "cases_to_court", "persons_convicted")


def make_points(count: int) -> list[ClaimPoint]:
    """Claims of 20 regions and ten years by month, a third of them competing."""
    random = Random(1)
    return [
        point(
            f"c{number}",
            f"{random.randint(2015, 2024)}-{random.randint(1, 12):02d}",
            float(random.randint(1, 500)),
            indicator=random.choice(INDICATORS),
            place=f"XA-{random.randint(1, 20):02d}",
            scope=f"article={random.randint(290, 302)}",
            source=random.choice(("a", "b", "c")),
        )
        for number in range(count)
    ]


def main(count: int) -> None:
    """Print seconds of both."""
    points, vocabulary = make_points(count), load()
    start = time.process_time()
    observations = build_observations(points, {}, vocabulary)
    series = series_of(observations, vocabulary)
    own = time.process_time() - start
    start = time.process_time()
    frame = pd.DataFrame([vars(one) for one in points])
    keys = ["indicator", "place", "scope", "period"]
    groups = frame.sort_values("published").groupby(keys)["value"].last()
    other = time.process_time() - start
    print(f"{count} claims, {len(observations)} observations, {len(series)} series: {own:.1f} s")
    print(f"pandas: {len(groups)} groups {other:.1f} s; ratio {own / other:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
