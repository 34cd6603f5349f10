"""Are there more masses just above a legal threshold than a smooth distribution has?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from sholu.indicators.bunching_cells import (
    SPAN,
    WINDOW,
    Cells,
    Stratum,
    count_cells,
    design_matrix,
    fit_poisson,
)
from sholu.indicators.integrity_answer import (
    DETECTABLE_Z,
    Z95,
    FloatArray,
    IntegrityAnswer,
    cannot_say,
    printed_p,
    read_values,
)
from sholu.indicators.model import IndicatorError

METHOD = (
    "bunching with placebo thresholds after Knorre 2020 and Travova 2023; Poisson regression with "
    "levels for round numbers (Kleven and Waseem 2013)"
)

PLACEBOS = (0.2, 0.3, 0.4, 0.6, 1.6, 2.0, 3.0, 4.0, 6.0)
"""Placebo thresholds as multiples of the true one: round numbers themselves where it is one, and so
far from it that the windows don't meet."""

LEAST_EXPECTED = 4.0
"""Masses that must be expected just above; below, the score test's normal law is poor (Cochran 1954
asks for five, and one in single cells)."""

LEAST_MASSES = 50
FEWEST_PLACEBOS = 4


@dataclass(frozen=True)
class _Excess:
    """What lies just above; ``expected`` from outside of the window, ``smoothed`` from all."""

    z: float
    observed: float
    expected: float
    smoothed: float
    error: float


def bunching(strata: Sequence[Stratum]) -> IntegrityAnswer:
    """Test for an excess of masses in the tenth above a threshold; over several, for a common one.

    Use it on masses as registered, with the thresholds of the day. The expectation is a smooth
    curve for each threshold, with levels for round numbers, from the masses around it; the score
    test asks whether the cells just above have more. The same is asked at placebo thresholds, and
    where these scatter more than chance, the test is weakened in proportion. An excess on the round
    number itself does not count.

    Args:
        strata: one for each substance and threshold; masses and thresholds in grams.

    Returns:
        Effect: observed over expected masses in the window; p one-sided (too many).

    Raises:
        IndicatorError: a mass is below zero, or a threshold is not above zero.
    """
    checked = [_checked(one) for one in strata]
    cells = [(one, found) for one in checked if (found := count_cells(one, one.threshold_g))]
    n = sum(found.masses for _, found in cells)
    if n < LEAST_MASSES:
        return cannot_say(n, METHOD, f"{n} masses lie within a factor of {SPAN} of a threshold and "
                          f"are weighed finely enough; {LEAST_MASSES} are needed")  # fmt: skip
    usable = [found for _, found in cells if found.masses >= 10]
    excess = _excess(usable) if usable else None
    if excess is None or excess.smoothed < LEAST_EXPECTED:
        return cannot_say(n, METHOD, "fewer than four masses are expected just above a threshold")
    placebos = _placebo_z([one for one, found in cells if found.masses >= 10])
    return _answer(excess, placebos, n)


def _checked(stratum: Stratum) -> Stratum:
    if not (math.isfinite(stratum.threshold_g) and stratum.threshold_g > 0 < stratum.step_g):
        raise IndicatorError(f"A threshold of {stratum.threshold_g} g can't be tested.")
    read_values(stratum.masses_g, "Masses")
    return stratum


def _excess(strata: list[Cells]) -> _Excess | None:
    """The score statistic of a common excess just above, and what is expected there without it."""
    counts = np.concatenate([one.counts for one in strata])
    offset = np.log(np.concatenate([one.points for one in strata]))
    above = np.concatenate([one.above for one in strata])
    design = design_matrix(strata)
    null = fit_poisson(counts, design, offset)
    outside = above == 0
    apart = fit_poisson(counts[outside], design[outside], offset[outside])
    if null is None or apart is None or above.sum() == 0:
        return None
    information = _information(design, above, null)
    if information <= 0:
        return None
    z = float(above @ (counts - null)) / math.sqrt(information)
    expected = _predict(design, offset, outside, apart, above)
    return _Excess(z, float(above @ counts), expected, float(above @ null),
                   1 / math.sqrt(information))  # fmt: skip


def _information(design: FloatArray, above: FloatArray, expected: FloatArray) -> float:
    """Fisher information about the excess, the curve estimated (Cox and Hinkley 1974, 9.3)."""
    within = design.T @ (design * expected[:, None])
    across = design.T @ (above * expected)
    solved = np.linalg.lstsq(within, across, rcond=None)[0]
    return float(above @ expected - across @ solved)


def _predict(
    design: FloatArray,
    offset: FloatArray,
    outside: FloatArray,
    fitted: FloatArray,
    above: FloatArray,
) -> float:
    """What the curve that was fitted outside of the window expects within it."""
    beta = np.linalg.lstsq(design[outside], np.log(fitted) - offset[outside], rcond=None)[0]
    return float(above @ np.exp(np.clip(design @ beta + offset, -30, 30)))


def _placebo_z(strata: list[Stratum]) -> FloatArray:
    """Score statistics at thresholds that no law names, each over all strata together."""
    found = []
    for factor in PLACEBOS:
        cells = [_placebo_cells(one, factor) for one in strata]
        usable = [one for one in cells if one is not None and one.masses >= 10]
        excess = _excess(usable) if sum(one.masses for one in usable) >= LEAST_MASSES else None
        if excess is not None and excess.smoothed >= LEAST_EXPECTED:
            found.append(excess.z)
    return np.array(found)


def _placebo_cells(stratum: Stratum, factor: float) -> Cells | None:
    placebo = float(f"{stratum.threshold_g * factor:.6g}")
    near = (1 / (1 + 3 * WINDOW) < placebo / other < 1 + 3 * WINDOW for other in stratum.others_g)
    return None if any(near) else count_cells(stratum, placebo)


def _answer(excess: _Excess, placebos: FloatArray, n: int) -> IntegrityAnswer:
    scatter = float(np.sqrt(np.mean(placebos**2))) if placebos.size >= FEWEST_PLACEBOS else 1.0
    scatter = max(1.0, scatter)
    z = excess.z / scatter
    p = float(norm.sf(z))
    ratio = excess.observed / max(excess.expected, 0.5)
    # The error of a logarithm of a count that was observed, with the curve's own.
    spread = scatter * math.hypot(1 / math.sqrt(max(excess.observed, 0.5)), _curve_error(excess))
    as_large = int((placebos >= excess.z).sum())
    return IntegrityAnswer(
        n=n,
        method=METHOD,
        sentence=f"{excess.observed:.0f} masses lie within {WINDOW:.0%} above a legal threshold, "
        f"{excess.expected:.1f} are expected from those around ({printed_p(p)}); of "
        f"{placebos.size} placebo thresholds {as_large} show as much.",
        statistic=z,
        p=p,
        effect=ratio,
        effect_low=ratio * math.exp(-Z95 * spread),
        effect_high=ratio * math.exp(Z95 * spread),
        effect_name="masses just above, observed / expected",
        minimum_detectable=math.exp(DETECTABLE_Z * scatter * excess.error),
    )


def _curve_error(excess: _Excess) -> float:
    """What the error of the expectation adds to that of a count of the expected size."""
    return math.sqrt(max(excess.error**2 - 1 / max(excess.expected, 0.5), 0.0))
