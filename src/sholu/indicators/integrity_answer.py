"""What one integrity test answers: a question to ask, its power, or why nothing can be said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

from sholu.indicators.model import IndicatorError

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

LEVEL = 2.5e-5
"""What a single find among some 300 tests needs to stand out after the control of false discoveries
(0.05 / (300 (1 + 1/2 + … + 1/300)), see `false_discovery`). What is minimally detectable is stated
for it: at 5 % of one test alone it would promise too much."""

POWER = 0.8
"""Cohen 1988, Statistical power analysis, section 1.4: the usual convention."""

DETECTABLE_Z = float(norm.ppf(1 - LEVEL) + norm.ppf(POWER))
"""A one-sided test at `LEVEL` finds an effect of so many standard errors with probability `POWER`
(Cohen 1988, section 12.8, normal approximation)."""

LEAST_P = 1e-9
"""Of the law of a tail that stands in for draws: nobody believes it further out."""

Z95 = float(norm.ppf(0.975))


@dataclass(frozen=True)
class IntegrityAnswer:
    """What a test says of one set of figures.

    Attributes:
        n: how many registrations, figures or periods it rests on.
        method: with author and year.
        sentence: for a person; a question where something stands out.
        statistic, p: None where nothing can be said; ``p`` also where the find is no matter of
            chance (a sum that falls). One-sided unless the method says otherwise.
        effect: on the scale of ``effect_name``, with its 95 % interval.
        minimum_detectable: the effect, on the same scale, that stands out among 300 tests in four
            of five such data sets.
        reason: why nothing can be said; empty if something can.
    """

    n: int
    method: str
    sentence: str
    statistic: float | None = None
    p: float | None = None
    effect: float | None = None
    effect_low: float | None = None
    effect_high: float | None = None
    effect_name: str = ""
    minimum_detectable: float | None = None
    reason: str = ""

    @property
    def answered(self) -> bool:
        """Whether the data allowed an answer."""
        return not self.reason


def cannot_say(n: int, method: str, reason: str) -> IntegrityAnswer:
    """An answer that gives no number."""
    return IntegrityAnswer(n, method, f"Can't say: {reason}.", reason=reason)


def read_values(values: ArrayLike, what: str) -> FloatArray:
    """A one-dimensional array of finite numbers that are not below zero.

    Raises:
        IndicatorError: they are anything else; no figure is dropped in silence.
    """
    array = np.asarray(values, dtype=float)
    if array.ndim != 1:
        raise IndicatorError(f"{what}: a list of numbers is expected.")
    if not np.isfinite(array).all():
        raise IndicatorError(f"{what}: {int((~np.isfinite(array)).sum())} values are no numbers.",
                             "Leave out what was not reported before testing.")  # fmt: skip
    if (array < 0).any():
        raise IndicatorError(f"{what}: {array.min():g} is below zero.",
                             "Look for a lost dash or a wrong unit.")  # fmt: skip
    return array


def read_counts(values: ArrayLike, what: str) -> IntArray:
    """Whole numbers that are not below zero.

    Raises:
        IndicatorError: they are anything else.
    """
    array = read_values(values, what)
    if (array != np.round(array)).any():
        raise IndicatorError(f"{what}: counts are whole numbers.", "Rates have tests of their own.")
    return array.astype(np.int64)


def check_lengths(what: str, *arrays: Any) -> None:
    """Raise unless all have one length.

    Raises:
        IndicatorError: they don't.
    """
    if len({len(one) for one in arrays}) > 1:
        raise IndicatorError(f"{what}: the lists have {', '.join(str(len(a)) for a in arrays)} "
                             "values; they have to belong together.")  # fmt: skip


def share_interval(count: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927, JASA 22:209, equation 1)."""
    if n == 0:
        return (0.0, 1.0)
    share, z2 = count / n, Z95**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return (max(0.0, middle - half), min(1.0, middle + half))


def printed_p(p: float) -> str:
    """A p-value for a sentence.

    >>> printed_p(0.00002), printed_p(0.031)
    ('p < 0.0001', 'p = 0.031')
    """
    return "p < 0.0001" if p < 0.0001 else f"p = {p:.2g}"
