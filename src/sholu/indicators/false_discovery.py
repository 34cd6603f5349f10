"""Control the share of false alarms among all that stands out."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from sholu.indicators.integrity_answer import FloatArray
from sholu.indicators.model import IndicatorError

RATE = 0.05
"""Of the questions asked, at most one in twenty is expected to be due to chance."""

METHOD = "Benjamini and Hochberg 1995"
"""Not Benjamini and Yekutieli 2001: tests of different regions share no registration, and those of
one region that share them (masses) tend to alarm together, for which the first procedure holds
(Benjamini and Yekutieli 2001, theorem 1.2). With 300 tests the second would ask six times as much
of a single find."""


def adjust(p_values: ArrayLike) -> FloatArray:
    """The smallest rate of false discoveries at which each test stands out.

    Benjamini and Hochberg 1995, JRSS B 57:289: with p sorted, the smallest m p(k) / k from here on.

    Args:
        p_values: of all tests that were made, whatever came out.

    Returns:
        In the order given, none above 1.

    Raises:
        IndicatorError: a value is no probability.
    """
    p = np.asarray(p_values, dtype=float)
    if p.size and not ((p >= 0) & (p <= 1)).all():
        raise IndicatorError("A p-value lies outside of 0 to 1.")
    order = np.argsort(p)
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return adjusted
