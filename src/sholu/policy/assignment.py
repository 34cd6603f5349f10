"""Who gets a pilot, and when: drawn by lot with a recorded seed."""

from __future__ import annotations

import numpy as np

from sholu.policy.panel import Vector


def draw_stratified(
    levels: Vector, treated: int, lots: int, random: np.random.Generator
) -> np.ndarray:
    """One region by lot in each of as many strata as are to be treated.

    Regions are put in order of their past level and cut into strata of nearly equal size, so that
    treated and others are alike in what is known, whatever the lot says.

    Args:
        levels: (N,) past mean of the outcome.
        treated: how many regions, at most half of them.
        lots: how many lots to draw.

    Returns:
        (lots, treated) indices, by stratum.
    """
    strata = np.array_split(np.argsort(levels, kind="stable"), treated)
    return np.column_stack([random.choice(stratum, lots) for stratum in strata])


def draw_waves(units: int, waves: int, random: np.random.Generator) -> np.ndarray:
    """(N,) wave of each region, from 0; all regions start in the end (stepped wedge)."""
    return np.asarray(random.permutation(np.arange(units) % waves))


def starts_of_waves(wave_of: np.ndarray, before: int, length: int, waves: int) -> Vector:
    """(N,) period in which each region starts; waves follow at equal steps over the pilot.

    The last wave starts while one step is left, so that each is seen under the measure.
    """
    step = max(1, length // waves)
    return np.asarray(before + wave_of * step, dtype=np.float64)
