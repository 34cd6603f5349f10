"""Predictors as a person writes them: ``lnincome:1980-1988,cigsale@1975``."""

from __future__ import annotations

import re

from sholu.policy.controls import Predictor
from sholu.policy.model import PolicyError

_WINDOW = re.compile(r"^(?P<column>.+):(?P<first>[^:]+?)(?:\.\.|-)(?P<last>[^:]+)$")
_DATES = re.compile(r"^(?P<column>.+):(?P<first>[\d-]+)\.\.(?P<last>[\d-]+)$")


def parse_predictors(text: str) -> tuple[tuple[str, str, str], ...]:
    """Column, first and last period of each predictor, as written.

    ``column:FIRST-LAST`` is the mean over a window of years, ``column:FIRST..LAST`` over one of
    dates, ``column@PERIOD`` the value of one period.

    Raises:
        PolicyError: if a predictor is written otherwise.

    Example:
        >>> parse_predictors("retprice:1980-1988,cigsale@1975")
        (('retprice', '1980', '1988'), ('cigsale', '1975', '1975'))
    """
    return tuple(_parse(part.strip()) for part in text.split(",") if part.strip())


def _parse(part: str) -> tuple[str, str, str]:
    """One predictor."""
    column, at, period = part.rpartition("@")
    if at and column:
        return column, period, period
    found = _DATES.match(part) or _WINDOW.match(part)
    if found is None:
        raise PolicyError(
            f"The predictor {part!r} can't be read.",
            "Write COLUMN:FIRST-LAST for a mean over a window, COLUMN@PERIOD for one period.",
        )
    return found["column"], found["first"], found["last"]


def place_predictors(
    written: tuple[tuple[str, str, str], ...], number_of: dict[str, float]
) -> tuple[Predictor, ...]:
    """The same with numbers of periods.

    Args:
        written: as `parse_predictors` gives them.
        number_of: number of each period by its name.

    Raises:
        PolicyError: if a bound is neither a period nor a number.
    """
    return tuple(
        Predictor(column, _number(first, number_of), _number(last, number_of))
        for column, first, last in written
    )


def _number(text: str, number_of: dict[str, float]) -> float:
    """A bound as a number."""
    if text in number_of:
        return number_of[text]
    try:
        return float(text)
    except ValueError:
        raise PolicyError(f"The predictors' window names {text!r}, which is no period.") from None
