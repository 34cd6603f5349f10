"""Breaks of definition: what lies on both sides of one is not compared."""

from __future__ import annotations

from sholu.indicators.model import Observation
from sholu.vocabulary.model import Break, Vocabulary


def breaks_of(vocabulary: Vocabulary, indicator: str, place: str) -> tuple[Break, ...]:
    """The breaks that touch an indicator in a place, by day."""
    country = vocabulary.place(place).country
    return tuple(
        one
        for one in vocabulary.breaks
        if indicator in one.indicators
        and (place in one.places or (one.within and country in one.places))
    )


def breaks_within(
    vocabulary: Vocabulary, indicator: str, place: str, first_day: str, last_day: str
) -> tuple[Break, ...]:
    """The breaks after the first day and up to the last one (inclusive), ISO dates.

    A break on the first day itself changes nothing: all the days lie on its far side.
    """
    return tuple(
        one for one in breaks_of(vocabulary, indicator, place) if first_day < one.day <= last_day
    )


def crossing(vocabulary: Vocabulary, earlier: Observation, later: Observation) -> tuple[Break, ...]:
    """The breaks that forbid to compare two observations of one series.

    A period in which a break falls is mixed, and is compared with neither side.
    """
    return breaks_within(
        vocabulary, later.indicator, later.place, earlier.first_day, later.last_day
    )
