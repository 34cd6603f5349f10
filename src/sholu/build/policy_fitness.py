"""Bring what an observatory knows of an indicator to the five questions of fitness."""

from __future__ import annotations

import numpy as np

from sholu.build.model import CLAIM_POINT
from sholu.build.observatory import Observatory
from sholu.build.series_look import Statistics
from sholu.core.period import parse_partial_date
from sholu.indicators.model import ClaimPoint, Series
from sholu.policy.fitness import Facts, Fitness, judge_fitness, load_producers
from sholu.policy.measure import Measure
from sholu.policy.model import PolicyError
from sholu.policy.panel import balance
from sholu.policy.panel_of_series import history_of_series


def fitness_of(observatory: Observatory, indicator: str, measure: Measure | None) -> Fitness:
    """The five answers for one indicator.

    Args:
        indicator: code.
        measure: the one that it is to judge, or None.

    Raises:
        VocabularyError: if there is no such indicator.
    """
    known = observatory.vocabulary.indicator(indicator)
    country = measure.places[0].split("-")[0] if measure else observatory.settings.country
    series = [
        one
        for one in Statistics(observatory).series(indicator)
        if one.place.split("-")[0] == country
    ]
    observations = [one for each in series for one in each.observations]
    differing = sum(one.differing for one in observations) / max(len(observations), 1)
    try:
        panel = balance(history_of_series(series))
        periods, values = panel.periods, panel.outcome
    except PolicyError:
        # No regions, or no periods in common: the questions that need them say so.
        periods, values = _periods_of(series), np.empty((0, 0))
    return judge_fitness(
        Facts(
            code=indicator,
            cannot_show=known.cannot_show.en,
            standard=known.standard.en if known.standard else None,
            producers=load_producers().get(indicator),
            measure=measure,
            periods=periods,
            values=values,
            lags_days=_lags_days(observatory, indicator),
            differing=differing,
        )
    )


def _periods_of(series: list[Series]) -> tuple[str, ...]:
    """Periods of the longest series."""
    longest = max(series, key=lambda one: len(one.observations), default=None)
    return tuple(one.period for one in longest.observations) if longest else ()


def _lags_days(observatory: Observatory, indicator: str) -> tuple[int, ...]:
    """Days from the end of the newest period that a document reports to its publication.

    Older periods in the same document tell of the past that it repeats, not of its lag.
    """
    points = observatory.tables.read(
        CLAIM_POINT, ClaimPoint, None, "indicator = $indicator", {"indicator": indicator}
    )
    newest: dict[str, int] = {}
    for one in points:
        if one.published is None or one.document is None:
            continue
        published = parse_partial_date(one.published).last_day()
        lag = (published - parse_partial_date(one.period).last_day()).days
        if lag >= 0:
            newest[one.document] = min(lag, newest.get(one.document, lag))
    return tuple(newest.values())
