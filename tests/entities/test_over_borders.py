"""What makes two reports one over a border, and an amount one with its parts."""

from __future__ import annotations

from dataclasses import replace

from sholu.entities.added import summed_figures
from sholu.entities.levels import level_of_lands, level_of_publication
from sholu.entities.model import ComparedFigure
from tests.entities.test_details import KEY


def _grams(*values: float) -> tuple[ComparedFigure, ...]:
    return tuple(ComparedFigure(value, None, "g", "heroin") for value in values)


def test_a_country_that_the_other_report_names_excludes_nothing() -> None:
    abroad = replace(KEY, countries=("XB",), regions=(), places=())
    assert level_of_lands(KEY, abroad) is None
    assert level_of_lands(KEY, replace(abroad, named_lands=KEY.countries)) == "named"
    assert level_of_lands(KEY, KEY) == "same"


def test_reports_a_month_and_more_apart_are_of_two_events() -> None:
    first = replace(KEY, published="2031-03-01")
    assert level_of_publication(first, replace(KEY, published="2031-03-21")) == "very_late"
    assert level_of_publication(first, replace(KEY, published="2031-04-05")) is None


def test_an_amount_agrees_with_the_sum_of_the_others_parts() -> None:
    whole = replace(KEY, figures=_grams(6800.0))
    assert [f.value for f in summed_figures(whole, replace(KEY, figures=_grams(5200, 1600)), ())] \
        == [6800.0]  # fmt: skip
    assert summed_figures(whole, replace(KEY, figures=_grams(5200, 1900)), ()) == ()
