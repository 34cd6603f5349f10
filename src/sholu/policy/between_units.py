"""A difference between treated and other units, with an error from the spread between units.

One number for each unit makes serial correlation harmless (Bertrand, Duflo and Mullainathan 2004,
section IV.C); unequal spreads are allowed for (Welch 1947).
"""

from __future__ import annotations

from dataclasses import dataclass

from scipy.stats import t as student

from sholu.policy.panel import Vector

FEW = 6
"""Units in the smaller group below which its own spread is not used; 6 is where the interval of
Welch holds its level in `benchmarks/policy_simulation.py`."""


@dataclass(frozen=True)
class UnitDifference:
    """Mean of the treated less mean of the others.

    Attributes:
        freedom: degrees of freedom of its Student interval.
    """

    value: float
    se: float
    freedom: float

    @property
    def critical(self) -> float:
        """97.5 % point of its distribution."""
        return float(student.ppf(0.975, self.freedom))

    @property
    def p(self) -> float:
        """Two-sided p of no difference; 1 where nothing varies and nothing differs."""
        if self.se > 0:
            return 2 * float(student.sf(abs(self.value) / self.se, self.freedom))
        return 1.0 if self.value == 0 else 0.0


def difference_between(ours: Vector, others: Vector) -> UnitDifference:
    """Compare one number of each treated unit with one of each other unit.

    One treated unit tells nothing of its own spread, and fewer than `FEW` tell little: all units
    are then taken to spread alike (the assumption of Conley and Taber 2011), or Welch's degrees of
    freedom would leave no power.

    Args:
        ours: one or more.
        others: two or more.
    """
    value = float(ours.mean() - others.mean())
    if min(ours.size, others.size) < FEW:
        freedom = ours.size + others.size - 2
        squares = float(((ours - ours.mean()) ** 2).sum() + ((others - others.mean()) ** 2).sum())
        spread = squares / freedom * (1 / ours.size + 1 / others.size)
        return UnitDifference(value, spread**0.5, float(freedom))
    first, second = ours.var(ddof=1) / ours.size, others.var(ddof=1) / others.size
    total = float(first + second)
    if total == 0:
        return UnitDifference(value, 0.0, float(ours.size + others.size - 2))
    parts = first**2 / (ours.size - 1) + second**2 / (others.size - 1)
    return UnitDifference(value, total**0.5, total**2 / float(parts))
