"""Control the share of false alarms among all that stands out."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from sholu.indicators.integrity_answer import FloatArray
from sholu.indicators.model import IndicatorError

RATE = 0.05
"""Of the questions asked, at most one in twenty is expected to be due to chance."""

METHOD = "Benjamini and Yekutieli 2001"
"""Not Benjamini and Hochberg 1995: tests of one region share its registrations, and a heap on round
masses makes an alarm of digits likelier and one of density less likely. The first procedure holds
for any dependence; it asks some six times as much of a single find among 300 tests. An agency that
is asked without cause will not answer a second time."""


def adjust(p_values: ArrayLike) -> FloatArray:
    """The smallest rate of false discoveries at which each test stands out.

    Benjamini and Yekutieli 2001, Annals of Statistics 29:1165, theorem 1.3: with p sorted, the
    smallest m (1 + 1/2 + … + 1/m) p(k) / k from here on.

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
    ranks = np.arange(1, len(p) + 1)
    scaled = p[order] * len(p) * (1 / ranks).sum() / ranks
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return adjusted
