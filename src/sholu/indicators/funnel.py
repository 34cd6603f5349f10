"""From facts to persons to courts: how much of one stage reaches the next, and where it leaks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import beta
from scipy.stats import t as student

from sholu.indicators.integrity_answer import (
    FloatArray,
    IntegrityAnswer,
    cannot_say,
    check_lengths,
    printed_p,
    read_counts,
)
from sholu.indicators.integrity_outlier import LEAST_OTHERS, against_others, detectable

METHOD = (
    "ratio of two stages against that of the other regions, random effects (DerSimonian and Laird "
    "1986; Higgins, Thompson and Spiegelhalter 2009)"
)

LEAST_COUNT = 10
"""A ratio of smaller counts has an interval of more than a factor of two."""


@dataclass(frozen=True)
class Step:
    """How one stage leads to the next. Units stay apart: a ratio of persons to facts is no share.

    Attributes:
        ratio: later over earlier, with its 95 % interval; None without both.
        reason: why there is no ratio; empty if there is one.
    """

    earlier: str
    later: str
    earlier_unit: str
    later_unit: str
    earlier_count: int | None
    later_count: int | None
    ratio: float | None
    low: float | None
    high: float | None
    reason: str = ""


def ratio_interval(later: int, earlier: int) -> tuple[float, float, float]:
    """The ratio of two counts with its exact 95 % interval.

    Conditional on the sum, the later count is binomial (Przyborowski and Wilenski 1940, Biometrika
    31:313; interval of Clopper and Pearson 1934).
    """
    low = float(beta.ppf(0.025, later, earlier + 1)) if later else 0.0
    high = float(beta.ppf(0.975, later + 1, earlier)) if earlier else 1.0
    return later / earlier, low / (1 - low), high / (1 - high) if high < 1 else math.inf


def step(earlier: tuple[str, str, float | None], later: tuple[str, str, float | None]) -> Step:
    """One step of the funnel; a stage is its name, its unit and its count (None: not reported)."""
    counts = [None if one[2] is None else int(read_counts([one[2]], one[0])[0])
              for one in (earlier, later)]  # fmt: skip
    names = (earlier[0], later[0], earlier[1], later[1])
    if counts[0] is None or counts[1] is None:
        missing = earlier[0] if counts[0] is None else later[0]
        return Step(*names, counts[0], counts[1], None, None, None, f"{missing} is not reported")
    if counts[0] == 0:
        return Step(*names, counts[0], counts[1], None, None, None, f"{earlier[0]} is zero")
    return Step(*names, counts[0], counts[1], *ratio_interval(counts[1], counts[0]))


def leaks(earlier: ArrayLike, later: ArrayLike, places: Sequence[str]) -> list[IntegrityAnswer]:
    """Test for each region whether its ratio of two stages differs from that of the others.

    Args:
        earlier, later: counts of the stages of one year, one for each region; a region with a stage
            that is not reported is left out by the caller.

    Returns:
        For each region. Effect: its ratio over that of the others; p two-sided.

    Raises:
        IndicatorError: counts below zero or not whole, or lists of different length.
    """
    check_lengths("Funnel", earlier, later, places)
    first, second = read_counts(earlier, "Earlier stage"), read_counts(later, "Later stage")
    usable = (first >= LEAST_COUNT) & (second >= LEAST_COUNT)
    ratios = np.log(second[usable] / first[usable])
    # Of a share the error is smaller; the larger one of two free counts never flatters.
    errors = np.sqrt(1 / first[usable] + 1 / second[usable])
    position = np.cumsum(usable) - 1
    answers = []
    for number, place in enumerate(places):
        if not usable[number]:
            answers.append(cannot_say(int(first[number]), METHOD, f"one of the stages has fewer "
                                      f"than {LEAST_COUNT}"))  # fmt: skip
        elif usable.sum() <= LEAST_OTHERS:
            answers.append(cannot_say(int(first[number]), METHOD, f"only {int(usable.sum()) - 1} "
                                      "other regions have both stages"))  # fmt: skip
        else:
            at = int(position[number])
            answers.append(_answer(ratios, errors, at, int(first[number]), place))
    return answers


def _answer(ratios: FloatArray, errors: FloatArray, at: int, n: int, place: str) -> IntegrityAnswer:
    statistic, p, difference, error = against_others(ratios, errors, at)
    own, usual = math.exp(ratios[at]), math.exp(ratios[at] - difference)
    half = float(student.isf(0.025, len(ratios) - 3)) * error
    return IntegrityAnswer(
        n=n,
        method=METHOD,
        sentence=f"In {place} the later stage is {own:.2f} of the earlier one, in the other "
        f"{len(ratios) - 1} regions {usual:.2f} ({printed_p(p)}).",
        statistic=statistic,
        p=p,
        effect=math.exp(difference),
        effect_low=math.exp(difference - half),
        effect_high=math.exp(difference + half),
        effect_name="ratio of the stages over that of the other regions",
        minimum_detectable=math.exp(detectable(error, len(ratios) - 1)),
    )
