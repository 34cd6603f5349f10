"""How much it tells that two reports share a detail: the fewer reports have it, the more.

`telling_shares.tsv` has the share of reports with each; `tools/fit_pair_weights.py` counts them.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

MOST_BITS = 7.0
"""What is shared by one in 128 reports or by none that were counted."""

SELDOM_BITS = 4.3
"""Less than one report in twenty has it."""


@lru_cache(maxsize=1)
def _bits() -> dict[str, float]:
    table = resources.files("sholu.entities").joinpath("telling_shares.tsv")
    rows = csv.reader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {detail: min(-math.log2(float(share)), MOST_BITS) for detail, share in rows}


def total_bits(details: Iterable[str]) -> float:
    """What several details tell together: the logarithms of how seldom they are, up to a most."""
    bits = _bits()
    return sum(bits.get(detail, MOST_BITS) for detail in details)


def is_frequent(detail: str) -> bool:
    """Whether one report in twenty has the detail."""
    return _bits().get(detail, MOST_BITS) < SELDOM_BITS
