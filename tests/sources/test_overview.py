"""What each source has brought; all numbers are counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from sholu.sources.model import Source
from sholu.sources.overview import RHYTHM_DAYS, Arrival, count_missing, overview
from sholu.sources.register import RHYTHMS
from sholu.vocabulary.model import Names


def source(code: str, rhythm: str = "weekly") -> Source:
    return Source(code, Names(), "agency", "XA", ("en",), "B", "b", rhythm, (), (), ())


def january(*days: int) -> list[date]:
    return [date(2025, 1, day) for day in days]


@pytest.mark.parametrize(
    ("days", "rhythm", "today", "missing"),
    [
        # 6, 13, 20 and 27 January 2025 are Mondays.
        (january(6, 13, 20), "weekly", date(2025, 1, 27), 0),
        (january(6, 27), "weekly", date(2025, 1, 27), 2),
        (january(27, 6), "weekly", date(2025, 1, 27), 2),
        (january(6, 9, 20), "weekly", date(2025, 1, 20), 1),  # 11 days are nearer to two weeks
        (january(6, 16), "weekly", date(2025, 1, 16), 0),  # 10 days are nearer to one
        (january(6, 6, 6), "weekly", date(2025, 1, 13), 0),
        (january(6), "weekly", date(2025, 1, 16), 0),
        (january(6), "weekly", date(2025, 1, 17), 1),  # half a week overdue
        (january(6), "weekly", date(2025, 1, 24), 2),
        (january(10, 13), "daily", date(2025, 1, 13), 0),  # Friday and Monday
        (january(9, 13), "daily", date(2025, 1, 13), 1),  # Friday is missing
        (january(6, 20), "daily", date(2025, 1, 20), 9),
        (january(15, 31), "fortnightly", date(2025, 2, 15), 0),
        (january(15), "fortnightly", date(2025, 2, 15), 1),  # that of 31 January; the next is due
        ([date(2025, 1, 31), date(2025, 2, 28)], "monthly", date(2025, 3, 31), 0),
        ([date(2024, 10, 10), date(2025, 1, 10)], "monthly", date(2025, 1, 10), 2),
        ([date(2022, 3, 1), date(2024, 4, 15)], "yearly", date(2024, 4, 15), 1),
        (january(6), "weekly", date(2024, 12, 1), 0),  # published after today: a wrong clock
        (january(6), "irregular", date(2025, 12, 1), None),
        ([], "weekly", date(2025, 1, 27), None),
    ],
)
def test_missing_issues_are_counted_from_the_gaps(
    days: list[date], rhythm: str, today: date, missing: int | None
) -> None:
    assert count_missing(days, rhythm, today) == missing


def test_every_rhythm_but_an_irregular_one_has_its_days() -> None:
    assert {*RHYTHM_DAYS, "irregular"} == set(RHYTHMS)


def test_a_line_counts_what_the_source_brought() -> None:
    arrivals = [
        Arrival("a", "2024-12-30", "2025-01-20T09:00:00Z", True),
        Arrival("a", "2025-01-06", "2025-01-20T09:00:00Z", False),
        Arrival("a", None, "2025-01-13T09:00:00Z", False),
        Arrival("a", "2025-01", "2025-01-20T09:00:00Z", None),
        Arrival("b", "2025-01-10", "2025-01-20T09:00:00Z", True),
        Arrival(None, "2025-01-10", "2025-01-20T09:00:00Z", True),
    ]
    (line,) = overview([source("a")], arrivals, date(2025, 1, 15))
    assert line.items == 4
    assert line.last_item == "2025-01-13"
    assert line.items_per_month == 2.0  # four in December and January
    assert line.missing_issues == 0
    assert line.share_about_drugs == pytest.approx(1 / 3, abs=1e-12)  # one of three that were read


def test_a_source_that_brought_nothing_has_no_shares_and_not_zero() -> None:
    (line,) = overview([source("a")], [], date(2025, 1, 15))
    assert (line.items, line.last_item, line.items_per_month) == (0, None, None)
    assert (line.missing_issues, line.share_about_drugs) == (None, None)
