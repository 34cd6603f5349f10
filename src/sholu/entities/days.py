"""Days between two reports, and the day that a report tells."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from sholu.core.period import parse_period

_SUNDAY = 6

DAYS_TO_TELL = 45
"""Days before its publication further than which a report's day is no news: the day of the crime
that a court decides on, or one of years ago."""


# Ten thousand events have some hundred dates, and each is compared many times.
@lru_cache(maxsize=65536)
def days_between(one: str | None, two: str | None) -> int | None:
    """Days from the end of the earlier period to the start of the later; 0 if they overlap.

    Returns:
        None if either is unknown.
    """
    if one is None or two is None:
        return None
    if one == two:
        return 0
    (first, last), (other_first, other_last) = _days_of(one), _days_of(two)
    return max((other_first - last).days, (first - other_last).days, 0)


@lru_cache(maxsize=4096)
def _days_of(iso: str) -> tuple[date, date]:
    """The first and the last day of a period."""
    period = parse_period(iso)
    return period.first_day(), period.last_day()


def publication_day(published: str | None) -> date:
    """The last day on which it may have come out, for sorting; the unknown after all known.

    A release comes out when its period is over, so the page that it cites is the earlier one.
    """
    return _days_of(published)[1] if published else date.max


def told_as_news(start: str | None, end: str | None, published: str | None) -> str | None:
    """The day or days of an event; None if not told, or so long ago that it is another event's."""
    if start is None:
        return None
    told = start if end is None or end == start else f"{start}/{end}"
    ago = days_between(told, published)
    return None if ago is not None and ago > DAYS_TO_TELL else told


def is_own_span(told: str) -> bool:
    """Whether it is a span of several days that is no month, quarter or year: an operation's.

    >>> is_own_span("2025-05-15/2025-06-14"), is_own_span("2025-05-01/2025-05-31")
    (True, False)
    """
    if "/" not in told:
        return False
    first, last = _days_of(told)
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    whole_weeks = first.weekday() == 0 and last.weekday() == _SUNDAY
    return not whole_months and not whole_weeks
