"""Which events go into a release, and why others do not."""

from __future__ import annotations

from typing import Any

import pytest

from sholu.release.select import select
from tests.release.invented_events import PERIOD, event


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"about_drugs": False}, "not about drugs"),
        ({"status": "rejected"}, "rejected by a person"),
        ({"marking": "green"}, "marked TLP:GREEN"),
        ({"published": None}, "date of publication not known"),
        ({"published": "2025-01"}, "published 2025-01, which is not wholly in the period"),
        ({"published": "2025-01-10/2025-01-20"},
         "published 2025-01-10/2025-01-20, which is not wholly in the period"),
    ],
)  # fmt: skip
def test_an_event_that_is_left_out_has_a_reason(change: dict[str, Any], reason: str) -> None:
    selection = select([event("one", "Title", "Text.", **change)], PERIOD)
    assert selection.chosen == ()
    assert [left.reason for left in selection.left_out] == [reason]


@pytest.mark.parametrize("published", ["2025-01-01", "2025-01-15", "2025-01-01/2025-01-15"])
def test_both_ends_of_the_period_belong_to_it(published: str) -> None:
    assert len(select([event("one", "Title", "Text.", published=published)], PERIOD).chosen) == 1


@pytest.mark.parametrize("published", ["2024-12-31", "2025-01-16", "2024"])
def test_what_was_published_at_another_time_is_neither_chosen_nor_listed(published: str) -> None:
    selection = select([event("one", "Title", "Text.", published=published)], PERIOD)
    assert (selection.chosen, selection.left_out) == ((), ())


def test_a_proposed_event_is_printed() -> None:
    assert len(select([event("one", "Title", "Text.", status="proposed")], PERIOD).chosen) == 1
