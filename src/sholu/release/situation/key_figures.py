"""What is known of an indicator at a place in a period. Pure: observations in, figures out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from sholu.core.period import Period
from sholu.indicators.model import scope_parts
from sholu.release.package.model import PublicBreak, PublicObservation, PublicPoint
from sholu.release.situation.change import with_change, year_before
from sholu.release.situation.model import KeyFigure

MONTHS_OF = {"half_year": 6, "quarter": 3, "month": 1}
"""Frequencies that periods of whole months are made of, in months."""

_UNCOUNTABLE = ("%", "times", "percentage_point", "1")
"""Units of shares and ratios: a sum of them means nothing."""

Observations = Sequence[PublicObservation]


@dataclass(frozen=True)
class Setting:
    """What figures are asked for.

    Attributes:
        regions: codes of the country's regions on the last day of the period; empty for a region.
        breaks: of definition at the place.
    """

    place: str
    period: Period
    regions: tuple[str, ...]
    breaks: tuple[PublicBreak, ...]


def figures_of(observations: Iterable[PublicObservation], setting: Setting) -> list[KeyFigure]:
    """One figure for each drug and scope of one indicator, those of the period first.

    A source's own figure for the period comes before one that is added up from its months, and that
    before an older one.

    Args:
        observations: of the indicator at the place.
    """
    groups = _grouped(observations, setting).values()
    found = (_of_place(group, setting) for group in groups)
    return sorted((one for one in found if one is not None), key=_importance)


def figures_of_regions(
    observations: Iterable[PublicObservation], setting: Setting
) -> list[KeyFigure]:
    """The country put together from its regions: a sum where values add up, else the middle one.

    Args:
        observations: of the indicator at the regions of the place.
    """
    groups = _grouped(observations, setting).values()
    found = (_of_regions(group, setting) for group in groups)
    return sorted((one for one in found if one is not None), key=_importance)


def _importance(figure: KeyFigure) -> tuple[bool, bool, bool, float, str]:
    return not figure.in_period, not figure.whole, figure.scope != "", -figure.value, figure.scope


def _grouped(
    observations: Iterable[PublicObservation], setting: Setting
) -> dict[tuple[str | None, str, str], list[PublicObservation]]:
    """By drug, scope and unit; what lies after the period is not known yet."""
    last = str(setting.period.last_day())
    groups: dict[tuple[str | None, str, str], list[PublicObservation]] = defaultdict(list)
    for one in observations:
        if one.value is not None and one.last_day <= last:
            groups[one.substance, one.scope, one.unit].append(one)
    return groups


def _of_place(observations: Observations, setting: Setting) -> KeyFigure | None:
    """The figure of the period, or the newest before its end, from the place's own observations."""
    figure = _of_period(observations, setting.period)
    if figure is not None:
        before = _of_period(observations, year_before(setting.period))
        return with_change(figure, before, setting.breaks)
    if not observations:
        return None
    newest = max(observations, key=lambda one: (one.last_day, one.first_day))
    inside = str(setting.period.first_day()) <= newest.first_day
    return replace(_said(newest), in_period=inside, whole=False)


def _of_period(observations: Observations, period: Period) -> KeyFigure | None:
    """A figure that a source gives for just this period, or that its months make."""
    first, last = str(period.first_day()), str(period.last_day())
    for one in observations:
        if (one.first_day, one.last_day) == (first, last):
            return _said(one)
    inside = [one for one in observations if first <= one.first_day and one.last_day <= last]
    inside.sort(key=lambda one: one.last_day)
    for frequency in MONTHS_OF:
        parts = [one for one in inside if one.frequency == frequency]
        whole = _parts_of(period, frequency) if parts else 0
        if len(parts) > 1 and (len(parts) == whole or not _adds_over_time(parts[0])):
            return _of_parts(parts, whole, str(period))
    return None


def _parts_of(period: Period, frequency: str) -> int:
    """How many periods of the frequency the period has; 0 if it is not made of them."""
    if str(period.start) != str(period.start)[:7] or str(period.end) != str(period.end)[:7]:
        return 0
    first, last = period.first_day(), period.last_day()
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months // MONTHS_OF[frequency] if months % MONTHS_OF[frequency] == 0 else 0


def is_countable(one: PublicObservation) -> bool:
    """Whether values of several regions may be added: things, masses, money."""
    shares = one.unit in _UNCOUNTABLE or "/" in one.unit
    return not shares and "statistic" not in scope_parts(one.scope)


def _adds_over_time(one: PublicObservation) -> bool:
    return is_countable(one) and one.accumulation == "period"


def _said(one: PublicObservation) -> KeyFigure:
    """An observation as a figure, with what other sources say of the same."""
    assert one.value is not None
    others = {p.value for p in one.points if p.value is not None and not _close(p.value, one.value)}
    return KeyFigure(
        indicator=one.indicator,
        substance=one.substance,
        scope=one.scope,
        place=one.place,
        series=one.series,
        period=one.period,
        first_day=one.first_day,
        last_day=one.last_day,
        value=one.value,
        value_high=one.value_high,
        low=one.low,
        high=one.high,
        unit=one.unit,
        accumulation=one.accumulation,
        countable=is_countable(one),
        how="said",
        parts=1,
        of_parts=1,
        in_period=True,
        whole=True,
        qualifier=one.qualifier,
        change=None,
        differing=tuple(sorted(others)) if one.differing else (),
        sources=_sources(one.points),
        grade=_grade(one.points),
        documents=_documents(one.points),
        observations=(one.id,),
    )


def _sources(points: Iterable[PublicPoint]) -> tuple[str, ...]:
    said_by = (point.cited_source or point.source for point in points)
    return tuple(dict.fromkeys(code for code in said_by if code))


def _grade(points: Iterable[PublicPoint]) -> str:
    return min((point.grade for point in points), default="F")


def _documents(points: Iterable[PublicPoint]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(point.document for point in points if point.document))


def _close(one: float, other: float) -> bool:
    """Equal but for the last digit of a float."""
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def _of_parts(parts: Observations, whole: int, period: str) -> KeyFigure:
    """A sum over the periods, or of what can't be added the newest with least and greatest."""
    points = [point for one in parts for point in one.points]
    values = [one.value for one in parts if one.value is not None]
    newest = _said(parts[-1])
    shared = replace(
        newest,
        parts=len(parts),
        of_parts=whole or len(parts),
        sources=_sources(points),
        grade=_grade(points),
        documents=_documents(points),
        observations=tuple(one.id for one in parts),
        differing=(),
    )
    if not _adds_over_time(parts[0]):
        return replace(shared, low=min(values), high=max(values), how="last")
    return replace(
        shared,
        period=period,
        first_day=parts[0].first_day,
        value=sum(values),
        value_high=_sum_of_ends(parts),
        low=None,
        high=None,
        how="sum_of_periods",
    )


def _sum_of_ends(parts: Observations) -> float | None:
    """The upper end of a sum of which some are ranges; None if none is."""
    if all(one.value_high is None for one in parts):
        return None
    return sum(one.value_high if one.value_high is not None else one.value or 0 for one in parts)


def _of_regions(observations: Observations, setting: Setting) -> KeyFigure | None:
    """The country from its regions: a sum where values add up, else the middle one."""
    by_place: dict[str, list[PublicObservation]] = defaultdict(list)
    for one in observations:
        by_place[one.place].append(one)
    figures = _by_region(by_place, setting, setting.period)
    if len(figures) < 2:
        return None
    before = _by_region(by_place, setting, year_before(setting.period))
    same = {figure.place for figure in before} == {figure.place for figure in figures}
    earlier = _together(before, setting) if same else None
    return with_change(_together(figures, setting), earlier, setting.breaks)


def _by_region(
    by_place: Mapping[str, Observations], setting: Setting, period: Period
) -> list[KeyFigure]:
    found = (_of_period(by_place.get(place, ()), period) for place in setting.regions)
    return [figure for figure in found if figure is not None]


def _together(figures: Sequence[KeyFigure], setting: Setting) -> KeyFigure:
    values = [figure.value for figure in figures]
    adding = figures[0].countable
    return replace(
        figures[0],
        place=setting.place,
        value=sum(values) if adding else median(values),
        value_high=None,
        low=None if adding else min(values),
        high=None if adding else max(values),
        how="sum_of_regions" if adding else "middle_of_regions",
        parts=len(figures),
        of_parts=len(setting.regions),
        qualifier="exact",
        differing=(),
        sources=_joined(figure.sources for figure in figures),
        grade=min(figure.grade for figure in figures),
        documents=_joined(figure.documents for figure in figures),
        observations=_joined(figure.observations for figure in figures),
    )


def _joined(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Each once, in the order in which they first come."""
    return tuple(dict.fromkeys(one for group in groups for one in group))
