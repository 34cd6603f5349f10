"""Effects of each cohort in each period (Callaway and Sant'Anna 2021, section 2.2)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sholu.policy.model import PolicyError
from sholu.policy.panel import Matrix, Panel, Vector


@dataclass(frozen=True, eq=False)
class CohortEffects:
    """The effects ATT(g, t).

    Attributes:
        cohort: (C,) first treated period of each cell.
        period: (C,) index of its period.
        effect: (C,).
        influence: (N, C) influence of each unit on each effect; the mean over units of the
            squares, over N, is the squared standard error.
    """

    cohort: Vector
    period: np.ndarray
    effect: Vector
    influence: Matrix


def cohort_effects(panel: Panel, never: bool) -> CohortEffects:
    """All ATT(g, t): change since the last period before treatment, less that of comparison units.

    Before treatment the base is the period before t (a varying base, as in the authors' package).

    Args:
        panel: balanced.
        never: compare with units never treated; otherwise with those not yet treated.

    Raises:
        PolicyError: if nothing can be compared.
    """
    found = []
    starts = np.unique(panel.first_treated[panel.treated])
    for cohort in starts:
        first = int(np.searchsorted(panel.times, cohort))
        for period in range(1, len(panel.periods)):
            base = first - 1 if period >= first else period - 1
            if base >= 0:
                cell = _cell(panel, float(cohort), period, base, never)
                if cell is not None:
                    found.append((cohort, period, *cell))
    if not found:
        raise PolicyError(
            "No cohort has a period before treatment and units to compare with.",
            "Cohorts treated in the first period can't be judged; leave them out.",
        )
    cohorts, periods, effects, influences = zip(*found, strict=True)
    return CohortEffects(
        np.array(cohorts), np.array(periods), np.array(effects), np.array(influences).T
    )


def _cell(
    panel: Panel, cohort: float, period: int, base: int, never: bool
) -> tuple[float, Vector] | None:
    """One effect with its influence function (their equation 4.3 without covariates)."""
    change = panel.outcome[:, period] - panel.outcome[:, base]
    mine = panel.first_treated == cohort
    if never:
        others = ~np.isfinite(panel.first_treated)
    else:
        latest = panel.times[max(period, base)]
        others = (panel.first_treated > latest) & ~mine
    if not others.any():
        return None
    gain, drift = change[mine].mean(), change[others].mean()
    units = len(panel.units)
    influence = np.zeros(units)
    influence[mine] = (change[mine] - gain) * units / mine.sum()
    influence[others] -= (change[others] - drift) * units / others.sum()
    return float(gain - drift), influence
