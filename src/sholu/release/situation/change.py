"""A figure against the same period one year before. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scipy.special import bdtr

from sholu.core.period import PartialDate, Period
from sholu.release.package.model import PublicBreak
from sholu.release.situation.model import Change, KeyFigure

LEAST_FOR_PERCENT = 20
"""Fewer things than this before: a percentage would shout (Office for National Statistics: rates
from fewer than 20 events are unreliable)."""

CHANCE = 0.05
"""One time in twenty, the field's convention."""

_THINGS = frozenset(
    (
        "person", "patient", "minor", "courier", "employee", "student", "offence", "case", "fact",
        "verdict", "death", "laboratory", "group", "channel", "website", "plantation", "stash",
        "shipment", "event", "document",
    )
)  # fmt: skip
"""Units that count events or people one by one, so that chance is that of a Poisson count."""


def year_before(period: Period) -> Period:
    """The period of the same days one year earlier."""
    return Period(_earlier(period.start), _earlier(period.end))


def _earlier(day: PartialDate) -> PartialDate:
    leap_day = (day.month, day.day) == (2, 29)
    return PartialDate(day.year - 1, day.month, 28 if leap_day else day.day)


def with_change(
    now: KeyFigure, before: KeyFigure | None, breaks: Iterable[PublicBreak]
) -> KeyFigure:
    """The figure with its change, if the year before is known in the same way.

    A break of definition between the first day of the one and the last of the other parts them.
    """
    if before is None or before.how != now.how or before.unit != now.unit:
        return now
    between = [
        one
        for one in breaks
        if before.first_day < one.day <= now.last_day
        and (not one.indicators or now.indicator in one.indicators)
    ]
    if between:
        day = max(one.day for one in between)
        return replace(now, change=Change(None, before.period, "break", day, None, None))
    percent = None
    if before.value >= LEAST_FOR_PERCENT or (before.value > 0 and now.unit not in _THINGS):
        percent = 100 * (now.value - before.value) / before.value
    change = Change(
        before=before.value,
        before_period=before.period,
        reason="",
        note="",
        percent=percent,
        beyond_chance=_beyond_chance(now, before),
    )
    return replace(now, change=change)


def _beyond_chance(now: KeyFigure, before: KeyFigure) -> bool | None:
    """Whether two Poisson counts of one rate would seldom differ so much; not for a stock, in which
    most people are the same ones.

    Given their sum, one of them is binomial with a half (Przyborowski and Wilenski, 1940).
    """
    counts = (now.value, before.value)
    if (
        now.unit not in _THINGS
        or now.accumulation == "stock"
        or any(count != int(count) or count < 0 for count in counts)
    ):
        return None
    total = sum(counts)
    return total > 0 and 2 * float(bdtr(min(counts), int(total), 0.5)) < CHANCE
