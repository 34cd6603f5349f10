"""Masses around a threshold as counts in cells, and a smooth expectation for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sholu.indicators.integrity_answer import BoolArray, FloatArray, IntArray
from sholu.indicators.integrity_masses import grid_numbers, roundness

SPAN = 2.5
"""Cells reach from threshold / SPAN to threshold * SPAN: wide enough for a curve of its own, and
near enough for a quadratic in the logarithm (a log-normal density is one)."""

BIN = 0.05
"""Width of a cell, relative to the threshold, on the logarithmic scale."""

WINDOW = 0.10
"""Just above: up to 10 % more than the threshold. Travova 2023 (JEBO 212:1143) sees the excess of
heroin cases within the first tenth above the limit."""

FINEST = 5_000
"""Steps of the grid below a threshold; a finer grid is read in steps ten times as wide."""

MOST_STEPS = 60


@dataclass(frozen=True)
class Stratum:
    """Masses that one threshold speaks of.

    Attributes:
        masses_g: of one substance while the threshold was in force.
        threshold_g: the last mass that still belongs to the smaller size.
        step_g: in which the masses are reported.
        others_g: other thresholds of the substance, which a placebo keeps away from.
    """

    masses_g: FloatArray
    threshold_g: float
    step_g: float
    others_g: tuple[float, ...] = ()


@dataclass(frozen=True)
class Cells:
    """Counts with what explains them, one row a cell.

    Attributes:
        above: 1 for cells just above the threshold; ``points``: places of the grid in the cell.
        log_ratio: logarithm of the mass over the threshold; ``round_kind`` as `roundness`.
        masses: how many lie between the cells' ends.
    """

    counts: FloatArray
    points: FloatArray
    log_ratio: FloatArray
    round_kind: IntArray
    above: FloatArray
    masses: int


def count_cells(stratum: Stratum, threshold_g: float) -> Cells | None:
    """Count the masses of a stratum around a threshold, its own or a placebo.

    Masses of exactly the threshold are left out: it is a round number, and a heap on it is no
    bunching. For a placebo, what lies just above a true threshold is left out, too.

    Returns:
        None if the grid is too coarse to have four places in the window just above.
    """
    step = stratum.step_g
    while threshold_g / step > FINEST:
        step *= 10
    limit = round(threshold_g / step)
    if limit * WINDOW < 4:
        return None
    grid = np.arange(max(1, int(np.ceil(limit / SPAN))), int(limit * SPAN) + 1)
    kept = (grid != limit) & ~_near_others((grid * step).astype(float), stratum, threshold_g)
    log_ratio = np.log(grid / limit)
    bins = np.where(grid > limit, np.ceil(log_ratio / BIN), np.floor(log_ratio / BIN)).astype(int)
    kinds = roundness(grid, limit)
    numbers = grid_numbers(stratum.masses_g, step)
    inside = numbers[(numbers >= grid[0]) & (numbers <= grid[-1])] - grid[0]
    counts = np.bincount(inside, minlength=len(grid))
    return _gather(counts[kept], bins[kept], kinds[kept])


def _near_others(grid_g: FloatArray, stratum: Stratum, threshold_g: float) -> BoolArray:
    """Grid places at and just above true thresholds other than the one looked at."""
    near = np.zeros(len(grid_g), dtype=bool)
    for other in (stratum.threshold_g, *stratum.others_g):
        if other != threshold_g:
            near |= (grid_g > other * (1 - WINDOW)) & (grid_g < other * (1 + 2 * WINDOW))
    return near


def _gather(counts: IntArray, bins: IntArray, kinds: IntArray) -> Cells:
    """Grid places of one bin and one roundness as one cell."""
    keys, index = np.unique(bins * 100 + kinds, return_inverse=True)
    cell_bins = np.floor_divide(keys, 100)
    # Bin k covers (k - 1, k] widths above the threshold, [k, k + 1) below it.
    middle = np.where(cell_bins > 0, cell_bins - 0.5, cell_bins + 0.5) * BIN
    wide = round(np.log1p(WINDOW) / BIN)
    return Cells(
        counts=np.bincount(index, weights=counts).astype(float),
        points=np.bincount(index).astype(float),
        log_ratio=middle,
        round_kind=keys % 100,
        above=((cell_bins >= 1) & (cell_bins <= wide)).astype(float),
        masses=int(counts.sum()),
    )


def design_matrix(strata: list[Cells]) -> FloatArray:
    """A quadratic in the logarithm for each stratum, and a level for each kind of round number.

    A kind of round number on which no mass lies counts as not round.
    """
    kinds = np.concatenate([cells.round_kind for cells in strata])
    counts = np.concatenate([cells.counts for cells in strata])
    columns = []
    start = 0
    for cells in strata:
        here = slice(start, start + len(cells.counts))
        for power in range(3):
            column = np.zeros(len(kinds))
            column[here] = cells.log_ratio**power
            columns.append(column)
        start += len(cells.counts)
    for kind in range(1, int(kinds.max(initial=0)) + 1):
        if counts[kinds == kind].sum() > 0 and (kinds != kind).any():
            columns.append((kinds == kind).astype(float))
    return np.column_stack(columns)


def fit_poisson(counts: FloatArray, design: FloatArray, offset: FloatArray) -> FloatArray | None:
    """Expected counts under a log-linear Poisson model, by Newton's method; None if it finds none.

    Written out because some hundred small fits are due in a second; `statsmodels` gives the same
    numbers (tests/indicators/test_integrity_bunching.py).

    Args:
        counts: shape (cells,); design: (cells, columns); offset: logarithm of the places of a cell.
    """
    beta = np.linalg.lstsq(design, np.log(counts + 0.1) - offset, rcond=None)[0]
    for _ in range(MOST_STEPS):
        expected = np.exp(np.clip(design @ beta + offset, -30, 30))
        information = design.T @ (design * expected[:, None])
        ridge = 1e-9 * np.trace(information) / len(beta) * np.eye(len(beta))
        try:
            step = np.linalg.solve(information + ridge, design.T @ (counts - expected))
        except np.linalg.LinAlgError:
            return None
        largest = np.abs(step).max()
        beta = beta + step * min(1.0, 3.0 / max(largest, 1e-12))
        if largest < 1e-8:
            fitted: FloatArray = np.exp(np.clip(design @ beta + offset, -30, 30))
            return fitted
    return None
