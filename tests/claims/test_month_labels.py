"""Headings that name a part of a year."""

from __future__ import annotations

import pytest

from sholu.claims.month_labels import months_of_label, within_year
from sholu.core.period import parse_period


@pytest.mark.parametrize(
    ("label", "months"),
    [
        ("Jan", (1, 1)),
        ("Sept.", (9, 9)),
        ("декабрь", (12, 12)),
        ("янв.", (1, 1)),
        ("мая", (5, 5)),
        ("қыркүйек", (9, 9)),
        ("мау", (6, 6)),
        ("Jan-Nov", (1, 11)),
        ("январь – июнь", (1, 6)),
        ("Q3", (7, 9)),
        ("IV квартал", (10, 12)),
        ("2-тоқсан", (4, 6)),
        ("1 полугодие", (1, 6)),
        ("H2", (7, 12)),
        ("7 months", (1, 7)),
        ("9 ай", (1, 9)),
        ("Region", None),
        ("Mariupol", None),
        ("Марат", None),
        ("Dec-Feb", None),
        ("may be late", None),
        ("2024", None),
        ("13 months", None),
    ],
)
def test_a_heading_names_months_or_something_else(
    label: str, months: tuple[int, int] | None
) -> None:
    assert months_of_label(label) == months


def test_months_need_a_single_year() -> None:
    assert str(within_year(parse_period("2024"), (1, 11))) == "2024-01/2024-11"
    assert str(within_year(parse_period("2024"), (3, 3))) == "2024-03"
    assert within_year(parse_period("2019/2024"), (3, 3)) is None
