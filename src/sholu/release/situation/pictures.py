"""The charts and the map of an answer, in the grammar of all charts. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sholu.charts.choropleth import RegionValues
from sholu.charts.series_grammar import DayMark, Panel, SeriesChart, SeriesPoint
from sholu.core.period import parse_period
from sholu.release.package.model import PublicBreak
from sholu.release.reader_form import (
    Names,
    counts_things,
    number,
    period_words,
    scope_words,
    unit_alone,
)
from sholu.release.situation.model import KeyFigure, RegionMap, Trend
from sholu.release.situation.sentences import names_listed, say
from sholu.release.wording import date_in_words


def trend_chart(
    trends: tuple[Trend, ...], breaks: Iterable[PublicBreak], names: Names, language: str
) -> SeriesChart:
    """The trends of one indicator, a panel each, with breaks of definition and their sources.

    Raises:
        ChartError: if there is no trend.
    """
    first = trends[0]
    panels = tuple(Panel(_panel_name(one, names, language), _points(one)) for one in trends)
    days = [point.first_day for one in trends for point in one.points]
    marks = tuple(
        DayMark(one.day, one.names.preferred(language), "break")
        for one in breaks
        if (not one.indicators or first.indicator in one.indicators)
        and min(days) < one.day <= trends[0].points[-1].last_day
    )
    indicator = names.name("indicator", first.indicator, language)
    place = names.name("place", first.points[0].place, language)
    return SeriesChart(
        title=f"{indicator[:1].upper()}{indicator[1:]}, {place}",
        unit=unit_alone(first.unit, language),
        panels=panels,
        marks=marks,
        notes=_notes(trends, names, language),
    )


def _panel_name(trend: Trend, names: Names, language: str) -> str:
    parts = [names.name("substance", trend.substance, language)] if trend.substance else []
    return ", ".join(
        [*parts, *([scope_words(trend.scope, names, language)] if trend.scope else [])]
    )


def _points(trend: Trend) -> tuple[SeriesPoint, ...]:
    points: list[SeriesPoint] = []
    for figure in trend.points:
        points.append(_point(figure))
        points += [replace(_point(figure), value=value, low=None, high=None, competing=True)
                   for value in figure.differing]  # fmt: skip
    return tuple(points)


def _point(figure: KeyFigure) -> SeriesPoint:
    """A figure where its year stands: one that is of a month of the year, too (a note says so)."""
    value, low, high = figure.value, figure.low, figure.high
    if figure.value_high is not None:
        value, low, high = (value + figure.value_high) / 2, value, figure.value_high
    year = figure.last_day[:4]
    return SeriesPoint(f"{year}-01-01", f"{year}-12-31", year, value, low, high)


def _notes(trends: tuple[Trend, ...], names: Names, language: str) -> tuple[str, ...]:
    """Who says it, and how the values were put together."""
    newest = trends[0].points[-1]
    codes = dict.fromkeys(code for one in trends for p in one.points for code in p.sources)
    sources = names_listed([names.name("source", code, language) for code in codes], language)
    notes = [say("sources", language, names=sources)] if sources else []
    how = ""
    if newest.how != "said":
        span = ""
        if newest.low is not None and newest.high is not None:
            span = f"{number(newest.low, language)}–{number(newest.high, language)}"
        parts = {"parts": newest.parts, "of_parts": newest.of_parts, "span": span}
        how = say(newest.how, language, **parts)
    if how or newest.period != newest.last_day[:4]:
        notes.append(
            ": ".join(part for part in (period_words(newest.period, language), how) if part)
        )
    return tuple(notes)


def region_unit(shown: RegionMap, language: str) -> str:
    """The unit of a map's values; things counted per so many people have no noun."""
    unit = unit_alone(shown.unit, language)
    if not shown.per:
        return unit
    per = say("per_people", language, per=number(shown.per, language))
    return per if counts_things(shown.unit) else f"{unit} {per}"


def map_values(
    shown: RegionMap, country: str, period: str, names: Names, language: str
) -> RegionValues:
    """What the map of an answer shows, in the regions of the period's last day."""
    day = str(parse_period(period).last_day())
    indicator = names.name("indicator", shown.indicator, language)
    parts = [f"{indicator[:1].upper()}{indicator[1:]}"]
    if shown.substance:
        parts.append(names.name("substance", shown.substance, language))
    parts.append(region_unit(shown, language))
    codes = dict.fromkeys(code for figure in shown.figures for code in figure.sources)
    sources = names_listed([names.name("source", code, language) for code in codes], language)
    note = say("boundaries", language, day=date_in_words(day, None, language))
    return RegionValues(
        title=f"{', '.join(parts)}, {period_words(period, language)}",
        values=dict(shown.values),
        names={code: names.name("place", code, language) for code, _ in shown.values},
        countries=(country,),
        day=day,
        note=f"{note} {say('sources', language, names=sources)}" if sources else note,
    )
