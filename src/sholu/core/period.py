"""Partial dates and periods as ISO 8601 text: 2025, 2025-01, 2025-01-10/2025-02-20."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from sholu.core.errors import SholuError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DateError(SholuError):
    """A date that does not exist or cannot be read."""


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day; ordered by first day, then by last."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise DateError(f"A day ({self.day}) without a month is no date.")
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            raise DateError(
                f"{self.year}-{self.month}-{self.day} is not in the calendar."
            ) from None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first_day(), self.last_day()) < (other.first_day(), other.last_day())

    def first_day(self) -> date:
        """The first calendar day that it may mean (inclusive)."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """The last calendar day that it may mean (inclusive)."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def parse_partial_date(text: str) -> PartialDate:
    """Read ``2025``, ``2025-01`` or ``2025-01-10``.

    Raises:
        DateError: if the text has another form or names no day of the calendar.
    """
    match = _PARTIAL.fullmatch(text.strip())
    if match is None:
        raise DateError(f"'{text}' is not a date.", "Write 2025, 2025-01 or 2025-01-10.")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    return PartialDate(year, month, day)


@dataclass(frozen=True, order=True)
class Period:
    """From the first day of ``start`` to the last day of ``end``, both inclusive."""

    start: PartialDate
    end: PartialDate

    def __post_init__(self) -> None:
        if self.first_day() > self.last_day():
            raise DateError(f"The period {self.start}/{self.end} ends before it begins.")

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    def first_day(self) -> date:
        """The first calendar day (inclusive)."""
        return self.start.first_day()

    def last_day(self) -> date:
        """The last calendar day (inclusive)."""
        return self.end.last_day()

    def within(self, other: Period) -> bool:
        """Whether every day of it is a day of ``other``."""
        return other.first_day() <= self.first_day() and self.last_day() <= other.last_day()

    def overlaps(self, other: Period) -> bool:
        """Whether it shares a day with ``other``."""
        return self.first_day() <= other.last_day() and other.first_day() <= self.last_day()


def parse_period(text: str) -> Period:
    """Read a partial date or two of them with a slash between (ISO 8601 interval).

    Raises:
        DateError: if either part is no date, or the end lies before the start.

    >>> str(parse_period("2025-01-01/2025-01-15"))
    '2025-01-01/2025-01-15'
    """
    start, slash, end = text.partition("/")
    first = parse_partial_date(start)
    return Period(first, parse_partial_date(end) if slash else first)
