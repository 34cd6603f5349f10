"""A panel out of a CSV file. The file's columns are named by the person who asks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sholu.policy.first_treated import Observed, Told, first_treated
from sholu.policy.panel import NEVER, Panel, Rows, balance
from sholu.policy.panel_file import read_panel_file
from sholu.policy.period_names import order_periods, period_name

ALL = "all"
"""The one unit of a file that names no unit."""


@dataclass(frozen=True)
class Columns:
    """Which column means what.

    Attributes:
        unit: who is observed; None if there is one unit only.
        time: the period: a number, or a date as YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD.
        outcome: what is measured.
        treated: names of treated units, or the name of a column of 0 and 1, or yes and no.
        start: first treated period of those units.
        first_treated: each unit's first treated period; empty or 0 for never.
        covariates: further columns that a design needs.
    """

    unit: str | None
    time: str
    outcome: str
    treated: tuple[str, ...] = ()
    start: str | None = None
    first_treated: str | None = None
    covariates: tuple[str, ...] = ()


def read_rows(path: Path, columns: Columns) -> Rows:
    """Read a panel file.

    Raises:
        PolicyError: if the file can't be read, a column is not there, a number is none, a named
            unit is not there, treatment switches off, or it is not said who is treated.
    """
    found = _observed(path, columns.unit, columns.time)
    found.file.demand(columns.outcome, columns.first_treated, *columns.covariates)
    told = Told(columns.treated, columns.start, columns.first_treated)
    return Rows(
        units=found.units,
        periods=found.periods.names,
        times=found.periods.numbers,
        unit_of=found.unit_of,
        period_of=found.period_of,
        outcome=found.file.outcomes(columns.outcome),
        first_treated=first_treated(told, found),
        covariates={name: found.file.numbers(name) for name in columns.covariates},
    )


def read_history(path: Path, unit: str, time: str, outcome: str) -> Panel:
    """Read the past of regions that no measure touches: what a pilot is tried on.

    Raises:
        PolicyError: as `read_rows`, or if a region lacks a period.
    """
    found = _observed(path, unit, time)
    found.file.demand(outcome)
    return balance(
        Rows(
            units=found.units,
            periods=found.periods.names,
            times=found.periods.numbers,
            unit_of=found.unit_of,
            period_of=found.period_of,
            outcome=found.file.outcomes(outcome),
            first_treated=np.full(len(found.units), NEVER),
            covariates={},
        )
    )


def _observed(path: Path, unit: str | None, time: str) -> Observed:
    """Unit and period of each row."""
    file = read_panel_file(path)
    file.demand(unit, time)
    unit_names = file.texts(unit) if unit else [ALL] * len(file.records)
    units = tuple(dict.fromkeys(unit_names))
    period_names = [period_name(text) for text in file.texts(time)]
    periods = order_periods(period_names, time)
    place_of_unit = {name: place for place, name in enumerate(units)}
    place_of_period = {name: place for place, name in enumerate(periods.names)}
    return Observed(
        file=file,
        units=units,
        unit_of=np.array([place_of_unit[name] for name in unit_names], dtype=np.int64),
        periods=periods,
        period_of=np.array([place_of_period[name] for name in period_names], dtype=np.int64),
    )
