"""What of some series is drawn: panels over time, or rows for a single period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sholu.charts.series_grammar import (
    DayMark,
    Panel,
    RangeChart,
    RangeRow,
    SeriesChart,
    SeriesPoint,
)
from sholu.indicators.choice import differ
from sholu.indicators.model import Observation, Series, scope_of, scope_parts
from sholu.vocabulary.model import Vocabulary

MOST_PANELS = 12
"""Panels that fit on a page and are still looked at one by one."""

LOGARITHMIC_FROM = 100.0
"""Greatest price by the least from which a linear scale shows the small ones as nothing. Counts are
always drawn from zero."""

MISSING_WORDS: Mapping[str, str] = {
    "unknown": "unknown",
    "not_reported": "not reported",
    "suppressed": "suppressed",
}

_ENDS = ("minimum", "maximum")


def title_of(indicator: str, place: str, vocabulary: Vocabulary) -> str:
    """The indicator and the place, in words."""
    name = vocabulary.indicator(indicator).names.preferred("en")
    return f"{name[:1].upper()}{name[1:]}, {vocabulary.place(place).names.preferred('en')}"


def name_of(series: Series, vocabulary: Vocabulary) -> str:
    """What tells a series from the others of its indicator and place."""
    return ", ".join(_name_parts(series.substance, scope_parts(series.scope).values(), vocabulary))


def _name_parts(substance: str | None, scope: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """The drug and the scope; the drug only once where a label names it: "Other cannabis"."""
    parts = list(scope)
    if substance is None:
        return parts
    name = vocabulary.substance(substance).names.preferred("en")
    return parts if any(name.lower() in part.lower() for part in parts) else [name, *parts]


def picture_of(
    series: Sequence[Series],
    vocabulary: Vocabulary,
    names: Mapping[str, str],
    marks: Sequence[DayMark] = (),
) -> SeriesChart | RangeChart:
    """The chart of the series of one indicator, place and unit.

    Periods of one length only are drawn together: those of the most observations. Series of a
    single period are no lines: they are left to the table, or drawn as rows if there are no others.

    Args:
        series: as `Statistics.series` gives them, of one unit.
        names: of sources by code and of documents by id, for the notes.
        marks: sources that start or stop, besides the breaks of the series.

    Raises:
        ChartError: if there is no value.
    """
    title = title_of(series[0].indicator, series[0].place, vocabulary)
    drawn = _of_one_length([one for one in series if len(one.observations) > 1] or series)
    if all(len(one.observations) == 1 for one in drawn):
        return _ranges(drawn, title, vocabulary, names, len(series) - len(drawn))
    return _panels(drawn, title, vocabulary, names, marks, len(series) - len(drawn))


def _of_one_length(series: Sequence[Series]) -> list[Series]:
    counts: dict[tuple[str, str], int] = {}
    for one in series:
        key = (one.unit, one.frequency)
        counts[key] = counts.get(key, 0) + len(one.observations)
    most = max(counts, key=lambda key: (counts[key], key))
    return [one for one in series if (one.unit, one.frequency) == most]


def _panels(
    series: Sequence[Series],
    title: str,
    vocabulary: Vocabulary,
    names: Mapping[str, str],
    marks: Sequence[DayMark],
    elsewhere: int,
) -> SeriesChart:
    shown = sorted(series, key=lambda one: -len(one.observations))[:MOST_PANELS]
    breaks = {one.code: one for each in shown for one in each.breaks}
    days = [
        DayMark(one.day, one.label.preferred("en"), "break")
        for one in sorted(breaks.values(), key=lambda one: one.day)
    ]
    left = elsewhere + len(series) - len(shown)
    return SeriesChart(
        title=title,
        unit=shown[0].unit,
        panels=tuple(_panel(one, vocabulary) for one in shown),
        marks=(*days, *marks),
        notes=(
            *_source_notes(shown, names),
            *(f"Break on {one.day}: {one.what.en}" for one in breaks.values()),
            *_choice_note(shown),
            *_voices_note(shown),
            *_two_points_note(shown),
            *_left_note(left),
        ),
    )


def _panel(series: Series, vocabulary: Vocabulary) -> Panel:
    points: list[SeriesPoint] = []
    for one in series.observations:
        points.append(series_point(one))
        points += _competing(one)
    return Panel(name_of(series, vocabulary), tuple(points))


def series_point(one: Observation) -> SeriesPoint:
    """An observation as it is drawn; a range is its interval, with its middle on the line."""
    value, low, high = one.value, one.low, one.high
    if value is not None and one.value_high is not None:
        value, low, high = (value + one.value_high) / 2, value, one.value_high
    return SeriesPoint(
        first_day=one.first_day,
        last_day=one.last_day,
        label=one.period,
        value=value,
        low=low,
        high=high,
        voice=one.drawn_source or "",
        missing=MISSING_WORDS.get(one.status, ""),
    )


def _competing(one: Observation) -> list[SeriesPoint]:
    if one.derived:
        return []
    others = [point for point in one.points[1:] if differ(one.points[0], point)]
    return [
        SeriesPoint(one.first_day, one.last_day, one.period, value, competing=True)
        for value in sorted({point.value for point in others if point.value is not None})
    ]


def _source_notes(series: Sequence[Series], names: Mapping[str, str]) -> tuple[str, ...]:
    sources = {
        point.cited_source or names.get(point.source or point.document or "", point.source)
        for each in series
        for one in each.observations
        for point in one.points
    }
    named = sorted(source for source in sources if source)
    return (f"Source: {'; '.join(named)}.",) if named else ()


def _choice_note(series: Sequence[Series]) -> tuple[str, ...]:
    observations = [one for each in series for one in each.observations]
    if not any(one.differing for one in observations):
        return ()
    rules = sorted({one.rule for one in observations if one.differing})
    return (f"Hollow: other claims about the same; drawn by {', '.join(rules)}.",)


def _voices_note(series: Sequence[Series]) -> tuple[str, ...]:
    drawn = [{o.drawn_source for o in one.observations if o.drawn_source} for one in series]
    if all(len(voices) < 2 for voices in drawn):
        return ()
    return ("No line joins values of different sources: a new feed is no change.",)


def _two_points_note(series: Sequence[Series]) -> tuple[str, ...]:
    if not any(sum(o.value is not None for o in one.observations) == 2 for one in series):
        return ()
    return ("Two values are points: a line between them would be no trend.",)


def _ranges(
    series: Sequence[Series],
    title: str,
    vocabulary: Vocabulary,
    names: Mapping[str, str],
    elsewhere: int,
) -> RangeChart:
    periods = sorted({one.observations[0].period for one in series})
    groups: dict[tuple[str | None, str, str], dict[str, Series]] = {}
    for one in series:
        parts = scope_parts(one.scope)
        statistic = parts.pop("statistic", parts.pop("row", "") if _is_beside(one, series) else "")
        key = (one.substance, scope_of(parts), one.observations[0].period)
        groups.setdefault(key, {})[statistic] = one
    rows = [
        row
        for each in groups.values()
        if (row := _row(each, vocabulary, with_period=len(periods) > 1)) is not None
    ]
    values = [value for row in rows for _, value in row.values]
    values += [end for row in rows for end in (row.low, row.high) if end is not None]
    is_price = "/" in series[0].unit
    wide = is_price and min(values) > 0 and max(values) / min(values) >= LOGARITHMIC_FROM
    doubts = tuple(f"{row.name}: {row.doubt}." for row in rows if row.doubt)
    return RangeChart(
        title=f"{title}, {periods[0]}" if len(periods) == 1 else title,
        unit=series[0].unit,
        rows=tuple(sorted(rows, key=lambda row: row.name)),
        notes=(*_source_notes(series, names), *doubts, *_left_note(elsewhere)),
        logarithmic=wide,
    )


def _left_note(left: int) -> tuple[str, ...]:
    return (f"Not drawn: {left} more series; the table has them.",) if left else ()


def _is_beside(one: Series, series: Sequence[Series]) -> bool:
    """Whether its row stands among statistics of the same drug: a statistic with another name."""
    return any(
        other.substance == one.substance and "statistic" in scope_parts(other.scope)
        for other in series
    )


def _row(
    statistics: Mapping[str, Series], vocabulary: Vocabulary, *, with_period: bool
) -> RangeRow | None:
    """One row out of the statistics of one thing; its name is theirs without the statistic."""
    values = {
        name: each.observations[0].value
        for name, each in statistics.items()
        if each.observations[0].value is not None
    }
    first = next(iter(statistics.values()))
    low, high = values.get("minimum"), values.get("maximum")
    if low is None or high is None:
        low = high = None
    middle = {name: value for name, value in values.items() if name not in _ENDS and value}
    doubt = ""
    if low is not None and high is not None and middle and low > min(middle.values()):
        below = min(middle, key=lambda name: middle[name])
        doubt = (
            f"minimum {low:,.15g} and maximum {high:,.15g} are not drawn, as the minimum lies "
            f"above the {below} ({middle[below]:,.15g})"
        )
        low = high = None
    shown = middle or values
    if not shown:
        return None
    parts = scope_parts(first.scope)
    parts.pop("statistic", None)
    if len(statistics) > 1:
        parts.pop("row", None)
    names = _name_parts(first.substance, parts.values(), vocabulary)
    period = [first.observations[0].period] if with_period else []
    name = ", ".join([*names, *period]) or "all"
    pairs = tuple((key or "value", value) for key, value in shown.items() if value is not None)
    return RangeRow(name, pairs, low, high, doubt)
