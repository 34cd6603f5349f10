"""Units followed over periods, and which of them are treated from when on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sholu.policy.model import PolicyError

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Codes = NDArray[np.int64]

NEVER = np.inf
"""First treated period of a unit that is never treated."""


@dataclass(frozen=True, eq=False)
class Rows:
    """Long data: one row for each observation; several rows may share a unit and a period.

    Attributes:
        units: names of the N units.
        periods: names of the T periods, rising.
        times: (T,) the periods as numbers; their places 0, 1, … where they are dates.
        unit_of: (rows,) index into units.
        period_of: (rows,) index into periods.
        outcome: (rows,); NaN where it is missing.
        first_treated: (N,) number of the first treated period, `NEVER` for units of comparison.
        covariates: (rows,) each, NaN where missing.
    """

    units: tuple[str, ...]
    periods: tuple[str, ...]
    times: Vector
    unit_of: Codes
    period_of: Codes
    outcome: Vector
    first_treated: Vector
    covariates: Mapping[str, Vector]

    @property
    def one_row_each(self) -> bool:
        """Whether no unit has two rows for one period."""
        cells = self.unit_of * len(self.periods) + self.period_of
        return bool(np.unique(cells).size == cells.size)

    def treated_now(self) -> NDArray[np.bool_]:
        """(rows,) whether the row's unit is under treatment in the row's period."""
        return np.asarray(self.times[self.period_of] >= self.first_treated[self.unit_of])


@dataclass(frozen=True, eq=False)
class Panel:
    """Balanced data: each of N units observed once in each of T periods.

    Attributes:
        outcome: (N, T).
        first_treated: (N,), as in `Rows`.
        covariates: (N, T) each, NaN where missing.
    """

    units: tuple[str, ...]
    periods: tuple[str, ...]
    times: Vector
    outcome: Matrix
    first_treated: Vector
    covariates: Mapping[str, Matrix]

    @property
    def treated(self) -> Codes:
        """Indices of the treated units."""
        return np.flatnonzero(np.isfinite(self.first_treated))

    @property
    def comparison(self) -> Codes:
        """Indices of the units that are never treated."""
        return np.flatnonzero(~np.isfinite(self.first_treated))

    def start(self) -> int:
        """Index of the first treated period, where it is one for all treated units.

        Raises:
            PolicyError: if treatment starts at different times.
        """
        starts = np.unique(self.first_treated[self.treated])
        if starts.size != 1:
            raise PolicyError(
                f"Treatment starts at {starts.size} different times; this design needs one.",
                "Use the design cs, which is made for staggered starts.",
            )
        return int(np.searchsorted(self.times, starts[0]))

    def between(self, units: Codes) -> Panel:
        """The panel of some units only."""
        return replace(
            self,
            units=tuple(self.units[i] for i in units),
            outcome=self.outcome[units],
            first_treated=self.first_treated[units],
            covariates={name: values[units] for name, values in self.covariates.items()},
        )


def season_of(periods: Sequence[str]) -> int:
    """Periods in a year, out of the form of their names: 12 for 2025-01, 4 for 2025-Q1, else 1."""
    if all(len(p) == 7 and p[4] == "-" and p[5:].isdigit() for p in periods):
        return 12
    return 4 if all(len(p) == 7 and p[4:6] == "-Q" for p in periods) else 1


def is_calendar(periods: Sequence[str]) -> bool:
    """Whether names are neighbouring periods of time: dates, or whole numbers without a gap."""
    if all(period.isdigit() for period in periods):
        numbers = [int(period) for period in periods]
        return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return all(period[:4].isdigit() and period[4:5] == "-" for period in periods)


def missing_between(periods: Sequence[str]) -> int:
    """How many years, quarters or months between the first and the last are not among periods."""
    season = season_of(periods)
    if season == 1:
        if not all(period.isdigit() and len(period) == 4 for period in periods):
            return 0
        places = [int(period) for period in periods]
    else:
        places = [int(p[:4]) * season + int(p[5:].removeprefix("Q")) for p in periods]
    return places[-1] - places[0] + 1 - len(places)


def balance(rows: Rows) -> Panel:
    """Lay long data out as a balanced panel.

    Raises:
        PolicyError: if a unit has two rows for a period, lacks a period or lacks an outcome.
    """
    if not rows.one_row_each:
        raise PolicyError(
            f"Some units have several rows for one period ({_first_repeated(rows)}).",
            "Add them up first, or use the design did, which takes rows of persons or shops.",
        )
    shape = (len(rows.units), len(rows.periods))
    outcome = _spread(rows, rows.outcome, shape)
    if np.isnan(outcome).any():
        raise PolicyError(_missing(rows, outcome), "Fill them from the source, or leave units out.")
    covariates = {name: _spread(rows, column, shape) for name, column in rows.covariates.items()}
    return Panel(rows.units, rows.periods, rows.times, outcome, rows.first_treated, covariates)


def _spread(rows: Rows, column: Vector, shape: tuple[int, int]) -> Matrix:
    """One column as units by periods."""
    matrix = np.full(shape, np.nan)
    matrix[rows.unit_of, rows.period_of] = column
    return matrix


def _first_repeated(rows: Rows) -> str:
    """A unit and period that stand twice."""
    cells = rows.unit_of * len(rows.periods) + rows.period_of
    values, counts = np.unique(cells, return_counts=True)
    unit, period = divmod(int(values[counts > 1][0]), len(rows.periods))
    return f"{rows.units[unit]}, {rows.periods[period]}"


def _missing(rows: Rows, outcome: Matrix) -> str:
    """Say how many outcomes are missing, and where the first is."""
    gaps = np.argwhere(np.isnan(outcome))
    unit, period = gaps[0]
    return (
        f"The panel is not balanced: {len(gaps)} of {outcome.size} outcomes are missing, the first "
        f"that of {rows.units[unit]} in {rows.periods[period]}."
    )
