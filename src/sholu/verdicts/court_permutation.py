"""Whether a court tells a plot more often than chance: an exact permutation test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, hypergeom

LEVEL = 0.05
"""False discovery rate over all courts and plots tested together."""


@dataclass(frozen=True)
class Decided:
    """A decision that can be dealt to another court: its court, and what it is compared within."""

    id: str
    court: str
    stratum: str


@dataclass(frozen=True)
class CourtTest:
    """A court and a plot.

    Attributes:
        told: decisions of the court with the plot; decisions: all that were compared.
        expected: with the plot, if it were dealt out among the courts by chance.
        p: probability of as many or more by chance; q: after correction for all courts and plots.
        least_p: the smallest ``p`` that this court's number of decisions allows at all.
        says: ``exceeds chance``, ``no more than chance`` or ``too few to tell``.
    """

    court: str
    told: int
    decisions: int
    expected: float
    p: float
    q: float
    least_p: float
    says: str


def compare_courts(
    decisions: Sequence[Decided], plots: Sequence[frozenset[str]]
) -> list[list[CourtTest]]:
    """For each plot the courts that tell it, the furthest beyond chance first.

    The plot is dealt out anew among the decisions of a stratum, in all possible ways: if courts
    made no difference, each would be as likely. A court's number is then a sum of hypergeometric
    numbers, one for each stratum, so that no dealing has to be drawn. Probabilities are corrected
    over every court and plot whose numbers could exceed chance at all, also over courts that don't
    tell a plot.

    Args:
        decisions: each once, with a known court.
        plots: ids of the decisions that tell each.

    Returns:
        Tests in the order of ``plots``; courts that don't tell a plot are left out.

    Source: Fisher (1935), The Design of Experiments, chapter 2; Good (2005), Permutation Tests,
    section 3.5 (blocks); Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57, 289-300;
        Gilbert (2005), J. R. Stat. Soc. C 54, 143-158 (which tests count for discrete numbers).
    """
    courts = sorted({one.court for one in decisions})
    sizes = Counter((one.court, one.stratum) for one in decisions)
    everywhere = Counter(one.stratum for one in decisions)
    rows = []
    for plot in plots:
        marked = Counter(one.stratum for one in decisions if one.id in plot)
        told = Counter(one.court for one in decisions if one.id in plot)
        for court in courts:
            within = {s: (everywhere[s], marked[s], sizes[court, s]) for s in everywhere}
            rows.append(_test(court, told[court], within))
    judged = [_judged(row, q) for row, q in zip(rows, _corrected(rows), strict=True)]
    step = len(courts)
    return [
        sorted(
            (one for one in judged[place * step : (place + 1) * step] if one.told),
            key=lambda one: (one.p, one.court),
        )
        for place in range(len(plots))
    ]


def _corrected(rows: Sequence[CourtTest]) -> list[float]:
    """False discovery rates; 1 for tests that could show nothing whatever came up."""
    able = [row.p for row in rows if row.least_p <= LEVEL]
    corrected = iter(false_discovery_control(able)) if able else iter(())
    return [float(next(corrected)) if row.least_p <= LEVEL else 1.0 for row in rows]


def _test(court: str, told: int, within: Mapping[str, tuple[int, int, int]]) -> CourtTest:
    """The test before the correction.

    Args:
        within: by stratum: its decisions, those with the plot, those of the court.
    """
    chances = np.ones(1)
    expected = 0.0
    for total, marked, own in within.values():
        if marked and own:
            chances = np.convolve(chances, hypergeom.pmf(np.arange(own + 1), total, marked, own))
            expected += own * marked / total
    p = float(min(1.0, chances[told:].sum()))
    possible = _last_possible(chances)
    decisions = sum(own for _, _, own in within.values())
    least = float(min(1.0, chances[possible:].sum()))
    return CourtTest(court, told, decisions, expected, p, p, least, "")


def _last_possible(chances: NDArray[np.float64]) -> int:
    """The largest number that can come up."""
    return int(np.flatnonzero(chances > 0)[-1])


def _judged(row: CourtTest, q: float) -> CourtTest:
    if q <= LEVEL:
        says = "exceeds chance"
    elif row.least_p > LEVEL:
        says = "too few to tell"
    else:
        says = "no more than chance"
    return CourtTest(row.court, row.told, row.decisions, row.expected, row.p, q, row.least_p, says)
