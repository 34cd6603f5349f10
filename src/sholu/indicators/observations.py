"""Put claims about one thing together, and observations into series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sholu.core.ids import identify
from sholu.core.marking import highest
from sholu.core.period import parse_period
from sholu.indicators.breaks import breaks_within
from sholu.indicators.choice import RULE, differ, in_order
from sholu.indicators.model import ClaimPoint, Observation, Series, series_id
from sholu.indicators.period_values import steps_of
from sholu.indicators.periods import frequency_of, written
from sholu.vocabulary.model import Vocabulary


@dataclass(frozen=True)
class Choice:
    """A person's choice of the claim that is drawn; ``entry`` is its number in the journal."""

    claim: str
    entry: int


def build_observations(
    points: Iterable[ClaimPoint], choices: Mapping[str, Choice], vocabulary: Vocabulary
) -> tuple[Observation, ...]:
    """Every place of every series, with all its claims, and what year-to-date steps give.

    Args:
        points: of all indicators.
        choices: id of an observation to what a person chose.

    Returns:
        by series and period.
    """
    groups: defaultdict[tuple[str, str], list[ClaimPoint]] = defaultdict(list)
    for point in points:
        frequency = frequency_of(parse_period(point.period), point.accumulation)
        groups[series_id(point, frequency), _days(point.period)].append(point)
    claimed = [_observation(series, group, choices) for (series, _), group in groups.items()]
    known = {(one.series, one.first_day, one.last_day) for one in claimed}
    steps = [
        step
        for step in steps_of(claimed, vocabulary)
        if (step.series, step.first_day, step.last_day) not in known
    ]
    return tuple(sorted((*claimed, *steps), key=lambda one: (one.series, one.first_day, one.id)))


def series_of(observations: Iterable[Observation], vocabulary: Vocabulary) -> tuple[Series, ...]:
    """The observations by series, each with its breaks; the longest series first."""
    groups: defaultdict[str, list[Observation]] = defaultdict(list)
    for one in observations:
        groups[one.series].append(one)
    made = [_series(group, vocabulary) for group in groups.values()]
    made.sort(key=lambda one: (one.indicator, one.place, -len(one.observations), one.id))
    return tuple(made)


def _days(period: str) -> str:
    """One spelling for 2024, 2024-01/2024-12 and 2024-01-01/2024-12-31."""
    whole = parse_period(period)
    return f"{whole.first_day()}/{whole.last_day()}"


def _observation(
    series: str, points: list[ClaimPoint], choices: Mapping[str, Choice]
) -> Observation:
    ordered = in_order(points)
    period = parse_period(ordered[0].period)
    id_ = identify("observation", series, period.first_day(), period.last_day())
    rule = RULE
    choice = choices.get(id_)
    chosen = next((p for p in ordered if choice and p.claim == choice.claim), None)
    if choice and chosen:
        ordered = (chosen, *(point for point in ordered if point != chosen))
        rule = f"journal entry {choice.entry}"
    first = ordered[0]
    return Observation(
        id=id_,
        series=series,
        indicator=first.indicator,
        place=first.place,
        substance=first.substance,
        scope=first.scope,
        frequency=frequency_of(period, first.accumulation),
        accumulation=first.accumulation,
        period=written(period.first_day(), period.last_day()),
        first_day=str(period.first_day()),
        last_day=str(period.last_day()),
        value=first.value,
        value_high=first.value_high,
        low=first.value if first.low is None and first.value_high is not None else first.low,
        high=first.value_high if first.high is None else first.high,
        unit=first.unit,
        status=first.status,
        qualifier=first.qualifier,
        derived="",
        chosen=first.claim,
        rule=rule,
        differing=any(differ(first, other) for other in ordered[1:]),
        marking=highest(point.marking for point in ordered),
        points=ordered,
    )


def _series(observations: list[Observation], vocabulary: Vocabulary) -> Series:
    ordered = tuple(sorted(observations, key=lambda one: (one.first_day, one.last_day)))
    first = ordered[0]
    last_day = max(one.last_day for one in ordered)
    return Series(
        id=first.series,
        indicator=first.indicator,
        place=first.place,
        substance=first.substance,
        scope=first.scope,
        frequency=first.frequency,
        accumulation=first.accumulation,
        unit=first.unit,
        observations=ordered,
        breaks=breaks_within(vocabulary, first.indicator, first.place, first.first_day, last_day),
    )
