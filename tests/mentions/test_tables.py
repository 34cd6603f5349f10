"""Figures of tables: what row, column and title say of a number."""

from __future__ import annotations

from sholu.mentions.model import Figure
from tests.mentions.conftest import ReadFigures


def _by_cell(figures: list[Figure]) -> dict[tuple[str | None, str | None], Figure]:
    return {(figure.row_label, figure.column_label): figure for figure in figures}


def test_the_unit_comes_from_the_title_and_the_period_from_the_column(
    figures_of: ReadFigures,
) -> None:
    figures = figures_of(
        "Table 1. Drugs seized (in kg)\n\n"
        "| Drug | 2019 | 2020 |\n|---|---|---|\n| Heroin | 1,275 | 227.7 |\n| Hashish | 8 | 0.5 |\n"
    )
    cells = _by_cell(figures)
    heroin = cells["Heroin", "2019"]
    assert (heroin.value, heroin.unit, heroin.of, heroin.of_code) == (
        1275,
        "kg",
        "Heroin",
        "heroin",
    )
    assert (heroin.accumulation, heroin.period) == ("period", "2019")
    assert heroin.suspect is None  # 227.7 shows that the comma parts thousands here
    assert cells["Hashish", "2020"].value == 0.5
    assert len(figures) == 4


def test_the_unit_comes_from_the_column(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "| Decision | Number of people | Share, % |\n|---|---|---|\n"
        "| Acquitted | 3 | 1.5 |\n| Fined | 28 | 14 |\n"
    )
    cells = _by_cell(figures)
    assert cells["Acquitted", "Number of people"].unit == "person"
    assert cells["Fined", "Share, %"].unit == "%"
    assert cells["Fined", "Share, %"].accumulation is None


def test_a_price_column_gives_a_price(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "| Drug | Retail price (tenge per gram) |\n|---|---|\n| Heroin | 7375 |\n| Hashish "
        "| 1102 |\n"
    )
    assert [(f.value, f.unit) for f in figures] == [(7375, "KZT/g"), (1102, "KZT/g")]


def test_ranges_shares_and_missing_cells(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "| Drug | Small, g | Large, g |\n|---|---|---|\n| Heroin | 0,01–1 | ~5 |\n| Opium | - "
        "| n/a |\n"
    )
    assert [(f.value, f.value_high, f.qualifier) for f in figures] == [
        (0.01, 1, "exact"), (5, None, "about"),
    ]  # fmt: skip


def test_without_a_unit_anywhere_the_unit_is_unknown(figures_of: ReadFigures) -> None:
    figures = figures_of("| Name | Value |\n|---|---|\n| Alpha | 12 |\n| Beta | 14 |\n")
    assert [(f.value, f.unit, f.unit_base) for f in figures] == [(12, None, None), (14, None, None)]


def test_a_year_among_values_is_a_value(figures_of: ReadFigures) -> None:
    figures = figures_of("| Drug | Mass, kg |\n|---|---|\n| Heroin | 2016 |\n| Hashish | 1995 |\n")
    assert [(f.value, f.unit) for f in figures] == [(2016, "kg"), (1995, "kg")]


def test_sentences_in_cells_are_read_as_text(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "| Metric | Somewhere |\n|---|---|\n"
        "| Illicit market "
        "| Shops supply ~30% of demand and fewer than 10% of users were reached. |\n"
        "| Health | Nothing is known of it at all in this place. |\n"
    )
    assert [(f.value, f.unit, f.qualifier) for f in figures] == [
        (30, "%", "about"), (10, "%", "less_than"),
    ]  # fmt: skip
    assert {f.row_label for f in figures} == {"Illicit market"}


def test_an_amount_below_zero_is_suspect(figures_of: ReadFigures) -> None:
    figures = figures_of("| Drug | Mass, kg |\n|---|---|\n| Heroin | -5.2 |\n| Opium | 3 |\n")
    assert (figures[0].value, figures[0].likely_reading) == (-5.2, "5.2")
    assert figures[0].suspect
