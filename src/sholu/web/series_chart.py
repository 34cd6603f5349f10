"""The chart of a series out of a release's observations; each point leads to what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isclose

from sholu.charts.series_grammar import DayMark, Panel, SeriesChart, SeriesPoint
from sholu.release.package.model import PublicBreak, PublicObservation, PublicPoint
from sholu.release.package.reader import Package, SeriesHead
from sholu.release.reader_form import scope_words
from sholu.web.view import View


def breaks_of(package: Package, indicator: str, place: str) -> tuple[PublicBreak, ...]:
    """The breaks of definition that touch an indicator in a place, by day."""
    return tuple(
        one
        for one in package.breaks()
        if (not one.indicators or indicator in one.indicators)
        and (not one.places or place in one.places)
    )


def chart_of(
    view: View, observations: Sequence[PublicObservation], *, linked: bool = True
) -> SeriesChart:
    """One series as a chart with its breaks.

    Args:
        observations: of one series, by first day; at least one with a value.
        linked: whether points lead to the evidence; not in pictures that leave the site.

    Raises:
        ChartError: if there is no value.
    """
    first = observations[0]
    points: list[SeriesPoint] = []
    for one in observations:
        points.append(_drawn(view, one, linked))
        points += _competing(view, one, linked)
    days = observations[0].first_day, observations[-1].last_day
    marks = tuple(
        DayMark(one.day, one.names.preferred(view.language), "break")
        for one in breaks_of(view.package, first.indicator, first.place)
        if days[0] < one.day <= days[1]
    )
    title = f"{view.name('indicator', first.indicator)}, {view.name('place', first.place)}"
    return SeriesChart(
        title=title[:1].upper() + title[1:],
        unit=view.unit(first.unit),
        panels=(Panel("", tuple(points)),),
        marks=marks,
        notes=notes_of(view, observations),
    )


def notes_of(view: View, observations: Sequence[PublicObservation]) -> tuple[str, ...]:
    """Sources, and the rule if claims differ: what every copy of the chart should say."""
    named = dict.fromkeys(
        view.name("source", point.source) or point.cited_source or view.say["no_source"]
        for one in observations
        for point in one.points
    )
    notes = [f"{view.say['sources_title']}: {'; '.join(named)}."]
    if any(one.differing for one in observations):
        notes.append(view.say["hollow_note"])
    for derived in dict.fromkeys(one.derived for one in observations if one.derived):
        notes.append(
            view.say["computed_note"].format(how=view.say.get(f"derived_{derived}", derived))
        )
    if any(one.status in ("unknown", "not_reported", "suppressed") for one in observations):
        notes.append(view.say["missing_note"])
    return tuple(notes)


def in_words(view: View, observations: Sequence[PublicObservation]) -> str:
    """The chart for those who do not see it: every value, and the breaks between them."""
    values = "; ".join(f"{view.period(one.period)}: {view.observed(one)}" for one in observations)
    first, last = observations[0], observations[-1]
    breaks = [
        f"{view.days(one.day)}: {one.names.preferred(view.language)}"
        for one in breaks_of(view.package, first.indicator, first.place)
        if first.first_day < one.day <= last.last_day
    ]
    told = f" {view.say['breaks']}: {'; '.join(breaks)}." if breaks else ""
    return f"{values}.{told}"


def address_of(view: View, one: PublicObservation, point: PublicPoint | None = None) -> str:
    """Where an observation, or one of its claims, is proved; empty if nothing is known of it."""
    shown = point or next((each for each in one.points if each.claim == one.chosen), None)
    shown = shown or (one.points[0] if one.points else None)
    if shown is None:
        return ""
    if shown.span is None:
        # A cell that withholds its value has a point, but is no claim.
        known = view.package.claim(shown.claim) is not None
        return view.link(f"/claims/{shown.claim}") if known else ""
    return view.evidence(shown.span, observation=one.id)


def series_page(view: View, one: PublicObservation) -> str:
    """The page with the series of an observation."""
    return view.link(
        f"/indicators/{one.indicator}", place=one.place, frequency=one.frequency,
        substance=one.substance, scope=one.scope,
    )  # fmt: skip


def series_name(view: View, head: SeriesHead) -> str:
    """What narrows a series: the drug, the article, the statistic; empty for the whole."""
    parts = [view.name("substance", head.substance)] if head.substance else []
    parts += [scope_words(head.scope, view.package, view.language)] if head.scope else []
    return ", ".join(parts)


def longest(heads: Iterable[SeriesHead]) -> SeriesHead | None:
    """The series to show first: of the whole, with the most observations, the newest."""
    return max(
        heads,
        key=lambda one: (not one.scope, min(one.observations, 3), one.last_day, one.observations),
        default=None,
    )


def _drawn(view: View, one: PublicObservation, linked: bool) -> SeriesPoint:
    value, low, high = one.value, one.low, one.high
    if value is not None and one.value_high is not None:
        # A range is its interval, with its middle on the line.
        value, low, high = (value + one.value_high) / 2, value, one.value_high
    missing = one.status in ("unknown", "not_reported", "suppressed")
    return SeriesPoint(
        first_day=one.first_day,
        last_day=one.last_day,
        label=one.period,
        value=value,
        low=low,
        high=high,
        missing=view.say[f"status_{one.status}"] if missing else "",
        address=address_of(view, one) if linked else "",
        printed=view.values(one.value, one.value_high, one.unit) if one.value is not None else "",
    )


def _competing(view: View, one: PublicObservation, linked: bool) -> list[SeriesPoint]:
    if one.value is None:
        return []
    return [
        SeriesPoint(
            one.first_day,
            one.last_day,
            one.period,
            point.value,
            competing=True,
            address=address_of(view, one, point) if linked else "",
            printed=view.values(point.value, point.value_high, one.unit),
        )
        for point in other_values(one)
        if point.value is not None
    ]


def other_values(one: PublicObservation) -> tuple[PublicPoint, ...]:
    """Claims about the same that say another value, each value once (to nine digits).

    Those of a computed value are what it was computed from.
    """
    if one.derived:
        return ()
    seen = [one.value] if one.value is not None else []
    others = []
    for point in one.points:
        if point.value is None or any(isclose(point.value, v, rel_tol=1e-9) for v in seen):
            continue
        seen.append(point.value)
        others.append(point)
    return tuple(others)
