"""What a year came to, by indicator and place: what the funnel and both views start from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sholu.indicators.model import Observation, Series

_MONTHS = 12


@dataclass(frozen=True)
class YearValue:
    """A figure of a whole year; ``spans``: what it rests on."""

    value: float
    unit: str
    spans: tuple[str, ...]


Key = tuple[str, str, str, str | None]
"""Indicator, place, year, substance."""


def year_values(series: Iterable[Series]) -> dict[Key, YearValue]:
    """Totals of years: told for the year, or to the end of December, or twelve months of a sum.

    Only series of the whole (without a scope). Where two units stand for one thing, none is taken:
    which of both is meant is not for a program to guess.
    """
    found: defaultdict[Key, dict[str, YearValue]] = defaultdict(dict)
    ordered = sorted(series, key=lambda one: _RANK.get(one.frequency, 9), reverse=True)
    for one in ordered:
        if one.scope or one.frequency not in _RANK:
            continue
        for year, value in _years(one).items():
            # Better frequencies come later and stand instead.
            found[one.indicator, one.place, year, one.substance][one.unit] = value
    return {key: next(iter(units.values())) for key, units in found.items() if len(units) == 1}


_RANK = {"year": 0, "year_to_date": 1, "month": 2}


def _years(series: Series) -> dict[str, YearValue]:
    exact = [one for one in series.observations if one.value is not None and not one.value_high]
    by_year: defaultdict[str, list[Observation]] = defaultdict(list)
    for one in exact:
        if series.frequency == "month" or one.last_day.endswith("-12-31"):
            by_year[one.first_day[:4]].append(one)
    years = {}
    for year, months in by_year.items():
        if series.frequency != "month":
            years[year] = _total(months[-1:])
        elif series.accumulation == "stock":
            if months[-1].last_day.endswith("-12-31"):
                years[year] = _total(months[-1:])
        elif series.accumulation == "rate":
            years[year] = _mean(months)
        elif len(months) == _MONTHS:
            years[year] = _total(months)
    return years


def _total(observations: Sequence[Observation]) -> YearValue:
    spans = tuple(one.points[0].span or "" for one in observations)
    total = sum(one.value or 0.0 for one in observations)
    # Twelve digits, as all converted values: 0.1 + 0.2 is 0.3.
    return YearValue(float(f"{total:.12g}"), observations[0].unit, spans)


def _mean(observations: Sequence[Observation]) -> YearValue:
    """The mean of the months that have a price."""
    whole = _total(observations)
    return YearValue(whole.value / len(observations), whole.unit, whole.spans)
