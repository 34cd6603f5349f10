"""What of a question can be followed over the years. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sholu.core.period import Period, parse_period
from sholu.release.situation.change import year_before
from sholu.release.situation.key_figures import Setting, figures_of, figures_of_regions
from sholu.release.situation.known_figures import KnownFigures
from sholu.release.situation.model import KeyFigure, Question, Trend

YEARS = 10
LEAST_YEARS = 3
"""Two points are no trend."""

MOST = 4
"""Panels of one chart that are still looked at one by one."""


def find_trends(
    known: KnownFigures,
    setting: Setting,
    question: Question,
    figures: Mapping[str, Sequence[KeyFigure]],
) -> tuple[Trend, ...]:
    """The first indicator of the question that can be followed over some years."""
    for code in question.indicators:
        if code in figures:
            trends = _trends_of(known, setting, code, figures[code])
            if trends:
                return tuple(trends[:MOST])
    return ()


def _trends_of(
    known: KnownFigures, setting: Setting, code: str, now: Sequence[KeyFigure]
) -> list[Trend]:
    points: dict[tuple[str | None, str, str, str], list[KeyFigure]] = defaultdict(list)
    by_region = now[0].how in ("sum_of_regions", "middle_of_regions")
    observations = (
        known.below(code, setting.regions) if by_region else known.of_place(code, setting.place)
    )
    period = setting.period if now[0].in_period else _year_of(now[0])
    for _ in range(YEARS):
        then = replace(setting, period=period)
        found = (figures_of_regions if by_region else figures_of)(observations, then)
        for figure in found:
            if figure.in_period:
                key = (figure.substance, figure.scope, figure.unit, figure.how)
                points[key].append(figure)
        period = year_before(period)
    order = {(f.substance, f.scope, f.unit, f.how): place for place, f in enumerate(now)}
    long = [key for key in points if len(points[key]) >= LEAST_YEARS and key in order]
    return [
        Trend(code, key[0], key[1], key[2], tuple(reversed(points[key])))
        for key in sorted(long, key=lambda key: order[key])
    ]


def _year_of(figure: KeyFigure) -> Period:
    """The year of the newest known value: what ended long ago is drawn up to its end."""
    return parse_period(figure.last_day[:4])
