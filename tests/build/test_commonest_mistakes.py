"""What many items' mistakes have in common."""

from __future__ import annotations

import pytest

from sholu.build.commonest_mistakes import sort_of


@pytest.mark.parametrize(
    ("mistake", "sort"),
    [
        ("'12 kg' (kg of heroin) missed", "kg missed"),
        ("'a man's 3 bags' (item of bags (of paper)) is wrong", "item is wrong"),
        ("no date, not 2025-03-01/2025-03-04", "no date, not a day"),
        ("2025-03-02, not 2025-03-01", "a day, not a day"),
        ("seizure, not arrest", "seizure, not arrest"),
        ("KZ.UPN missed", "KZ.UPN missed"),
    ],
)
def test_words_and_days_of_an_item_are_left_out(mistake: str, sort: str) -> None:
    assert sort_of(mistake) == sort
