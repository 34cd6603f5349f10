"""Turn year-to-date figures into those of months and quarters, where the steps are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from sholu.core.ids import identify
from sholu.core.marking import highest
from sholu.core.period import PartialDate, Period
from sholu.indicators.breaks import crossing
from sholu.indicators.model import ClaimPoint, Observation, series_id
from sholu.indicators.periods import frequency_of, written
from sholu.vocabulary.model import Vocabulary

STEP = "year_to_date_step"


def steps_of(
    observations: Iterable[Observation], vocabulary: Vocabulary
) -> tuple[Observation, ...]:
    """What happened between two neighbouring year-to-date figures of one year.

    Only where both come from one source, are single exact values, and no break lies between. A
    figure that falls within a year gives no step: a negative count is no count (the falling figure
    is a question of its own). January's year-to-date figure is January's. The whole year counts as
    the last step.
    """
    years: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in map(_as_told_to_date, observations):
        if one is not None and one.first_day.endswith("-01-01"):
            key = (one.indicator, one.place, one.substance, one.scope, one.unit)
            years[*key, one.first_day].append(one)
    steps = []
    for year in years.values():
        ordered = sorted(year, key=lambda one: one.last_day)
        if ordered[0].last_day.endswith("-01-31"):
            steps.append(_as_period(ordered[0]))
        steps += [_step(*pair) for pair in pairwise(ordered) if _is_known(*pair, vocabulary)]
    return tuple(steps)


def _as_told_to_date(one: Observation) -> Observation | None:
    """The observation as its first year-to-date claim has it; None without one.

    December to date may stand beside another source's figure for the year, which is drawn.
    """
    point = next((each for each in one.points if each.accumulation == "year_to_date"), None)
    if point is None:
        return None
    return replace(
        one,
        value=point.value,
        value_high=point.value_high,
        status=point.status,
        qualifier=point.qualifier,
        points=(point,),
    )


def _is_known(earlier: Observation, later: Observation, vocabulary: Vocabulary) -> bool:
    if earlier.value is None or later.value is None or later.value < earlier.value:
        return False
    if {earlier.qualifier, later.qualifier} != {"exact"} or _is_range(earlier, later):
        return False
    one, two = earlier.points[0], later.points[0]
    same = one.source == two.source if one.source else one.document == two.document
    return same and not crossing(vocabulary, earlier, later)


def _is_range(*observations: Observation) -> bool:
    return any(one.value_high is not None for one in observations)


def _step(earlier: Observation, later: Observation) -> Observation:
    assert earlier.value is not None and later.value is not None
    first = date.fromisoformat(earlier.last_day) + timedelta(days=1)
    last = date.fromisoformat(later.last_day)
    period = Period(PartialDate(first.year, first.month), PartialDate(last.year, last.month))
    # Twelve digits, as all converted values: 0.3 - 0.1 is 0.2.
    value = float(f"{later.value - earlier.value:.12g}")
    return _derived(later, period, value, (*later.points, *earlier.points))


def _as_period(january: Observation) -> Observation:
    month = PartialDate(int(january.first_day[:4]), 1)
    return _derived(january, Period(month, month), january.value, january.points)


def _derived(
    source: Observation, period: Period, value: float | None, points: tuple[ClaimPoint, ...]
) -> Observation:
    frequency = frequency_of(period, "period")
    series = series_id(source.points[0], frequency)
    return replace(
        source,
        id=identify("observation", series, period.first_day(), period.last_day()),
        series=series,
        frequency=frequency,
        accumulation="period",
        period=written(period.first_day(), period.last_day()),
        first_day=str(period.first_day()),
        last_day=str(period.last_day()),
        value=value,
        status="zero" if value == 0 else source.status,
        derived=STEP,
        chosen=None,
        differing=False,
        marking=highest(point.marking for point in points),
        points=points,
    )
