"""A series set against its denominator: per person, per 100,000 people, per officer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sholu.indicators.model import IndicatorError, Observation, Series


class DenominatorError(IndicatorError):
    """A rate whose denominator nobody stated."""


def rate_of(series: Series, per: str, denominators: Sequence[Series], times: float) -> Series:
    """The series divided by another indicator of the same place and period, times ``times``.

    The denominator of a year serves its months too: a population is a stock. A period without a
    denominator has no value; it is not taken from a neighbouring year.

    Args:
        per: code of the denominator; ``denominators``: its series for the same place.

    Raises:
        DenominatorError: if no period has both.
    """
    known = _by_year(denominators)
    made = [_divided(one, known.get(one.first_day[:4]), times) for one in series.observations]
    if all(one.value is None for one in made):
        raise DenominatorError(
            f"Can't say: there is no {per} for {series.place} in any period of {series.indicator}.",
            "Add a table or 'sholu claims add' with the denominator and its source.",
        )
    unit = f"{series.unit}/{times:,.15g} {denominators[0].unit}"
    return replace(series, unit=unit, observations=tuple(replace(one, unit=unit) for one in made))


def _by_year(denominators: Sequence[Series]) -> Mapping[str, Observation]:
    return {
        one.first_day[:4]: one
        for series in denominators
        for one in series.observations
        if one.value and not series.scope and series.frequency in ("year", "day")
    }


def _divided(one: Observation, base: Observation | None, times: float) -> Observation:
    if base is None or base.value is None or one.value is None:
        status = one.status if one.value is None else "unknown"
        gone = replace(one, value=None, value_high=None, low=None, high=None)
        return replace(gone, status=status, chosen=None)
    factor = times / base.value
    return replace(
        one,
        value=one.value * factor,
        value_high=None if one.value_high is None else one.value_high * factor,
        low=None if one.low is None else one.low * factor,
        high=None if one.high is None else one.high * factor,
        derived=f"per {times:,.15g} of {base.indicator} {base.period}",
        points=(*one.points, *base.points),
    )
