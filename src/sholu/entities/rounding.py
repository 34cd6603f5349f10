"""Whether one value is another as headlines print it."""

from __future__ import annotations

import math

from sholu.entities.model import ComparedFigure

DIGITS_OF_ROUND = 3
"""Significant digits of a rounded amount: "nearly 40 hectares" of 38, "118 kg" of 118.45."""

LEAST_ROUNDED, MOST_ROUNDED = 0.68, 1.35
"""What a value keeps at least of itself when it is rounded (1.46: "more than 1"; 1.5 is "one and a
half") and gains at most (1.5: 2). Nothing else needs a closer look."""

ABOUT = 0.08
"""Share by which a value that is called rough may miss."""

ROUGH = frozenset({"about", "less_than"})
"""What "nearly" and "roughly" are read as."""

NEAR_HALF = 0.05
"""How far a value may be from the half that stands for it."""


def is_about(one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether one of two values is called rough, and the other is near it: 94 and "about 100"."""
    is_rough = one.qualifier in ROUGH or other.qualifier in ROUGH
    return is_rough and abs(one.value - other.value) <= ABOUT * max(one.value, other.value)


def rounds_to(exact: float, round_: float) -> bool:
    """Whether one value is the other as headlines print it: rounded, or "more than"."""
    if exact == round_ or not LEAST_ROUNDED * exact < round_ < MOST_ROUNDED * exact:
        return False
    magnitude = math.floor(math.log10(exact))
    half = 5 * 10.0 ** (magnitude - 1)
    if math.isclose(math.floor(exact / half) * half, round_):
        return True  # "more than two and a half" of 2.74
    if math.isclose(round(exact / half) * half, round_) and abs(exact - round_) < NEAR_HALF * exact:
        return True  # "almost three and a half" of 3.41
    for kept in range(1, DIGITS_OF_ROUND + 1):
        step = 10.0 ** (magnitude - kept + 1)
        floor = math.floor(exact / step) * step
        if math.isclose(float(f"{exact:.{kept}g}"), round_) or math.isclose(floor, round_):
            return True
    return False
