"""How long the periods of a series are."""

from __future__ import annotations

from datetime import date, timedelta

from sholu.core.period import Period

_BY_MONTHS = {1: "month", 3: "quarter", 6: "half_year", 12: "year"}


def frequency_of(period: Period, accumulation: str) -> str:
    """One of `FREQUENCIES`: periods of one length make one series.

    A year-to-date figure of December is the year's.

    >>> from sholu.core.period import parse_period
    >>> frequency_of(parse_period("2024-01/2024-03"), "period")
    'quarter'
    >>> frequency_of(parse_period("2024-01/2024-03"), "year_to_date")
    'year_to_date'
    """
    first, last = period.first_day(), period.last_day()
    if first == last:
        return "day"
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return _whole_months(first, last, accumulation)
    if (last - first).days == 6 and first.weekday() == 0:
        return "week"
    return "other"


def written(first: date, last: date) -> str:
    """The shortest ISO text for the days from ``first`` to ``last``, both inclusive.

    >>> written(date(2024, 1, 1), date(2024, 12, 31)), written(date(2024, 1, 1), date(2024, 3, 31))
    ('2024', '2024-01/2024-03')
    """
    if first == last:
        return str(first)
    if first.day > 1 or (last + timedelta(days=1)).day > 1:
        return f"{first}/{last}"
    if (first.month, last.month) == (1, 12):
        return f"{first:%Y}" if first.year == last.year else f"{first:%Y}/{last:%Y}"
    start, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
    return start if start == end else f"{start}/{end}"


def _whole_months(first: date, last: date, accumulation: str) -> str:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    aligned = (first.month - 1) % months == 0 if months <= 12 else False
    if accumulation == "year_to_date" and first.month == 1 and months < 12:
        return "year_to_date"
    return _BY_MONTHS.get(months, "other") if aligned else "other"
