"""Days between two reports, and the day that a report tells."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sholu.core.period import parse_period

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
