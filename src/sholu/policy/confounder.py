"""Taking out what another cause did, before a design is run again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from sholu.policy.model import PolicyError
from sholu.policy.panel import Rows, Vector


@dataclass(frozen=True)
class Adjustment:
    """How strongly the outcome follows the confounder where no measure holds.

    Attributes:
        rows: the data with the confounder's part taken out of the outcome.
        slope: change of the outcome with one unit of the confounder.
        share: of the remaining variance that the confounder explains.
    """

    rows: Rows
    slope: float
    share: float


def take_out(rows: Rows, confounder: str) -> Adjustment:
    """Estimate the confounder's slope on untreated rows only, and subtract its part everywhere.

    The slope comes from rows not under treatment, with effects of units and periods (of units and
    a common trend, if there is but one unit), as in imputation estimators (Borusyak, Jaravel and
    Spiess 2024): what the measure did can't leak into it.

    Raises:
        PolicyError: if values are missing, or the confounder can't be told from units and periods.
    """
    values = rows.covariates[confounder]
    if np.isnan(values).any():
        raise PolicyError(f"The confounder {confounder} has missing values.")
    untreated = ~rows.treated_now() & ~np.isnan(rows.outcome)
    columns = _effects(rows)[untreated]
    left = _residual(columns, values[untreated])
    outcome = _residual(columns, rows.outcome[untreated])
    square = float(left @ left)
    if square <= 1e-10 * float(values[untreated] @ values[untreated]) + 1e-300:
        raise PolicyError(
            f"The confounder {confounder} can't be told from units and periods where no measure "
            "holds: it must differ between units within periods, or over time in a single unit."
        )
    slope = float(left @ outcome) / square
    explained = slope**2 * square / float(outcome @ outcome) if outcome.any() else 0.0
    adjusted = rows.outcome - slope * (values - values.mean())
    return Adjustment(replace(rows, outcome=adjusted), slope, explained)


def _effects(rows: Rows) -> np.ndarray:
    """Columns of units and periods; a trend in place of periods if there is one unit."""
    units = np.eye(len(rows.units))[rows.unit_of]
    if len(rows.units) == 1:
        return np.column_stack([units, rows.times[rows.period_of]])
    return np.column_stack([units, np.eye(len(rows.periods))[rows.period_of]])


def _residual(columns: np.ndarray, values: Vector) -> Vector:
    """What columns leave of values."""
    left: Vector = values - columns @ np.linalg.lstsq(columns, values, rcond=None)[0]
    return left
