"""What each source has brought: how much, how regularly, how much of it about drugs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sholu.core.period import parse_period
from sholu.sources.model import Source

RHYTHM_DAYS: dict[str, float] = {
    "daily": 1.0,
    "weekly": 7.0,
    "fortnightly": 365.25 / 24,
    "monthly": 365.25 / 12,
    "quarterly": 365.25 / 4,
    "yearly": 365.25,
}
"""Days between two issues; for daily ones, working days. What comes fortnightly in this field comes
by half months (1–15 and 16 to the end), 24 times a year."""


@dataclass(frozen=True)
class Arrival:
    """One document, as far as the overview needs it.

    Attributes:
        source: code in the register; None if nobody's.
        published: ISO date or period (partial allowed), if it is known.
        retrieved: ISO date and time; stands in where the date of publication isn't known.
        about_drugs: None if the document was not read, so nobody knows.
    """

    source: str | None
    published: str | None
    retrieved: str
    about_drugs: bool | None


@dataclass(frozen=True)
class SourceOverview:
    """One line of the overview.

    Attributes:
        items: documents of this source.
        last_item: ISO date of the latest one; None without any.
        items_per_month: mean over the calendar months from the first item's to the present one.
        missing_issues: issues that should have come and did not, see `count_missing`; None for an
            irregular rhythm or without any item, where nobody can say.
        share_about_drugs: of the documents that were read, 0 to 1; None if none was.
    """

    source: Source
    items: int
    last_item: str | None
    items_per_month: float | None
    missing_issues: int | None
    share_about_drugs: float | None


def overview(
    register: Iterable[Source], arrivals: Iterable[Arrival], today: date
) -> tuple[SourceOverview, ...]:
    """The overview of all registered sources, in the order of the register.

    Documents of nobody in the register are in no line; count them beside it.
    """
    by_source: dict[str | None, list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        by_source[arrival.source].append(arrival)
    return tuple(_line(source, by_source[source.code], today) for source in register)


def _line(source: Source, arrivals: list[Arrival], today: date) -> SourceOverview:
    days = sorted(_day(arrival) for arrival in arrivals)
    read = [arrival.about_drugs for arrival in arrivals if arrival.about_drugs is not None]
    return SourceOverview(
        source=source,
        items=len(days),
        last_item=days[-1].isoformat() if days else None,
        items_per_month=len(days) / _months(days[0], today) if days else None,
        missing_issues=count_missing(days, source.rhythm, today),
        share_about_drugs=sum(read) / len(read) if read else None,
    )


def count_missing(days: list[date], rhythm: str, today: date) -> int | None:
    """How many issues a source left out, by the gaps between the days on which it published.

    A gap of about n intervals holds n - 1 issues that did not come: 21 days of a weekly source hold
    two. Gaps are rounded to whole intervals, so an issue may come up to half an interval early or
    late. After the last one, an issue counts as missing when it is half an interval overdue.
    Several documents of one day are one issue. Intervals of a daily source are working days
    (Monday to Friday); public holidays are not known and so count as missing.

    Args:
        days: of publication, in any order.
        rhythm: one of `sholu.sources.register.RHYTHMS`.

    Returns:
        None for an irregular source, and for one that has not begun.

    Example:
        >>> count_missing([date(2025, 1, 6), date(2025, 1, 27)], "weekly", date(2025, 1, 31))
        2
    """
    if rhythm == "irregular" or not days:
        return None
    interval = RHYTHM_DAYS[rhythm]
    apart = _working_days if rhythm == "daily" else _days
    issues = sorted(set(days))
    left_out = sum(
        max(0, int(apart(one, next_one) / interval + 0.5) - 1) for one, next_one in pairwise(issues)
    )
    overdue = max(0, int(apart(issues[-1], today) / interval - 0.5)) if today > issues[-1] else 0
    return left_out + overdue


def _days(start: date, end: date) -> int:
    return (end - start).days


def _working_days(start: date, end: date) -> int:
    """Days from Monday to Friday after ``start`` up to and with ``end``."""
    weeks, rest = divmod((end - start).days, 7)
    return 5 * weeks + sum(
        (start + timedelta(days=day)).weekday() < 5 for day in range(1, rest + 1)
    )


def _day(arrival: Arrival) -> date:
    """The first day on which it may have been published."""
    if arrival.published is None:
        return date.fromisoformat(arrival.retrieved[:10])
    return parse_period(arrival.published).first_day()


def _months(first: date, today: date) -> int:
    return max(1, (today.year - first.year) * 12 + today.month - first.month + 1)
