"""Which headings a cell has; and the tables of the real documents."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from sholu.evidence.model import DocumentText, WholeCell
from sholu.evidence.tables import whole_cells
from tests.evidence.build import body_cells, by_labels, read


def test_headings_over_two_lines_are_joined_and_gaps_filled_from_the_left() -> None:
    table = (
        "\tHeroin\t\tHashish\t\n\tkg\tcases\tkg\tcases\nNorth\t1.5\t3\t20\t7\nSouth\t0\t1\t8.5\t2\n"
    )
    labels = by_labels(read(table))
    assert labels["South", "Hashish / kg"] == "8.5"
    assert labels["North", "Heroin / cases"] == "3"


def test_a_blank_row_heading_repeats_the_one_above() -> None:
    table = "Article\tDecision\tPeople\n214-1\tPrison\t12\n\tFine\t3\n215\tPrison\t4\n\tFine\t1\n"
    assert by_labels(read(table)) == {
        ("214-1 / Prison", "People"): "12",
        ("214-1 / Fine", "People"): "3",
        ("215 / Prison", "People"): "4",
        ("215 / Fine", "People"): "1",
    }


def test_a_heading_over_the_whole_width_stands_over_every_column() -> None:
    table = "Weight in kg\t\t\nDrug\t2023\t2024\nOpium\t1.5\t2\nHashish\t30\t28.5\n"
    assert by_labels(read(table))["Hashish", "Weight in kg / 2024"] == "28.5"


def test_years_in_a_column_label_their_row() -> None:
    table = (
        "Drug,Year,Region,Kilograms\nOpium,2023,North,4\nOpium,2024,North,5\nOpium,2024,South,6\n"
    )
    assert by_labels(read(table, "a.csv"))["Opium / 2024 / South", "Kilograms"] == "6"


def test_a_running_number_is_no_label() -> None:
    table = "No.\tRegion\tCases\n1\tNorth\t40\n2\tSouth\t22\n3\tEast\t9\n"
    assert by_labels(read(table))["South", "Cases"] == "22"


def test_a_row_with_words_only_heads_the_rows_below() -> None:
    table = "Region\tCases\nMountains\t\nNorth\t40\nSouth\t22\nPlains\t\nEast\t9\n"
    assert by_labels(read(table)) == {
        ("Mountains / North", "Cases"): "40",
        ("Mountains / South", "Cases"): "22",
        ("Plains / East", "Cases"): "9",
    }


def test_a_cell_that_a_page_break_tore_is_whole_and_each_part_has_its_place() -> None:
    upper = "Deaths\tfell from forty a year to\tstayed near nine among the"
    lower = "\tfifteen within a decade.\tlowest of the continent."
    text = read(f"Measure\tAldaria\tMorovia\n{upper}\n\n{lower}\nCost\tten a head.\ttwo a head.\n")
    assert (
        by_labels(text)["Deaths", "Aldaria"] == "fell from forty a year to fifteen within a decade."
    )
    parts = [cell for cell in text.cells if (cell.row, cell.column) == (2, 2)]
    assert [text.text[part.start : part.end] for part in parts] == [
        "fell from forty a year to",
        "fifteen within a decade.",
    ]
    assert [part.part for part in parts] == [1, 2]


def test_rows_of_names_and_figures_after_a_page_break_are_not_taken_for_torn_cells() -> None:
    text = read(
        "Date\tPlace\tKilograms\n1 May\tNorth\t4\n\n2 May\tnorth bank\t5\n3 May\tSouth\t6\n"
    )
    assert len(body_cells(text)) == 3


def test_lists_side_by_side_have_no_row_headings() -> None:
    table = "Drugs\tActors\tRoutes\nheroin\tcouriers\trail\nhashish\tdealers\troad\n"
    table += "\tcustoms\tair\n\tpolice\t\n"
    text = read(table)
    assert {w.cell.row_label for w in body_cells(text)} == {""}
    assert [w.text for w in body_cells(text) if w.cell.column_label == "Actors"] == [
        "couriers",
        "dealers",
        "customs",
        "police",
    ]


def test_signs_for_missing_values_stay_cells_and_blanks_do_not() -> None:
    text = read("Region,Jan,Feb,Mar\nNorth,0,-,n/a\nSouth,4,,5\n", "a.csv")
    labels = by_labels(text)
    assert (labels["North", "Jan"], labels["North", "Feb"], labels["North", "Mar"]) == (
        "0",
        "-",
        "n/a",
    )
    assert ("South", "Feb") not in labels


def test_a_title_and_a_source_over_a_table_are_its_title_not_headings() -> None:
    text = read(
        '"Drug offences by region, 2024 (number of cases recorded)",,\nRegion,Jan,Feb\nNorth,1,2\n',
        "a.csv",
    )
    assert by_labels(text) == {("North", "Jan"): "1", ("North", "Feb"): "2"}
    assert text.cells[0].table_title == "Drug offences by region, 2024 (number of cases recorded)"


# The real documents.


@pytest.fixture(scope="module")
def gold(shared_dir: Path) -> Callable[[str], list[dict[str, str]]]:
    def load(name: str) -> list[dict[str, str]]:
        with (shared_dir / "gold" / "tables" / name).open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    return load


@pytest.fixture(scope="module")
def document(shared_dir: Path) -> Callable[[str], DocumentText]:
    def load(number: str) -> DocumentText:
        (path,) = (shared_dir / "corpus").glob(f"{number}_*.txt")
        return read(path.read_bytes(), path.name)

    return load


def _table(text: DocumentText, title: str) -> list[WholeCell]:
    return [cell for cell in whole_cells(text) if cell.cell.table_title.startswith(title)]


def _values(text: DocumentText, title: str) -> dict[tuple[str, str], str]:
    return {
        (w.cell.row_label, w.cell.column_label): w.text
        for w in _table(text, title)
        if not w.cell.is_header
    }


@pytest.mark.parametrize(
    ("file", "title", "second"),
    [
        ("000_table1_decisions.csv", "Table 1", "decision_or_punishment"),
        ("000_table2_compulsory_medical.csv", "Table 2", "addiction_type"),
    ],
)
def test_tables_of_court_decisions_have_both_row_headings(
    gold, document, file, title, second
) -> None:  # type: ignore[no-untyped-def]
    values = _values(document("000"), title)
    expected = {
        (f"{row['article_filled']} / {row[second]}", "Number of people"): row["number_of_people"]
        for row in gold(file)
    }
    assert values == expected


def test_the_table_of_seizures_by_year_is_read(gold, document) -> None:  # type: ignore[no-untyped-def]
    values = _values(document("002"), "Table 5. 5")
    for row in gold("002_table5_5_seizures_long.csv"):
        assert (
            values[row["name_of_drug"], f"Total weight (in kg) / {row['year']}"]
            == row["value_printed"]
        )


def test_the_table_of_prices_with_headings_over_two_lines_is_read(gold, document) -> None:  # type: ignore[no-untyped-def]
    values = _values(document("002"), "Table 5. 6")
    for row in gold("002_table5_6_prices_long.csv"):
        assert (
            values[row["statistic"], f"{row['drug'].capitalize()} / {row['level']}"]
            == row["value_printed"]
        )


def test_the_table_of_thresholds_is_read(gold, document) -> None:  # type: ignore[no-untyped-def]
    values = _values(document("002"), "Table 7.1")
    for row in gold("002_table7_1_thresholds.csv"):
        found = [
            values[row["type_of_drug"], column]
            for column in ("'Small'", "'Large'", "'Extra-Large'")
        ]
        assert found == [row["small_printed"], row["large_printed"], row["extra_large_printed"]]


def test_the_lists_of_topics_are_read(gold, document) -> None:  # type: ignore[no-untyped-def]
    cells = {
        (w.cell.column_label, w.cell.row - 1): w.text
        for w in _table(document("002"), "Appendix 2")
        if not w.cell.is_header
    }
    expected = {
        (row["topic_group"], int(row["row"])): row["topic"]
        for row in gold("002_appendix2_topics_long.csv")
    }
    assert cells == expected


def test_the_comparison_of_countries_is_whole_across_page_breaks(gold, document) -> None:  # type: ignore[no-untyped-def]
    values = _values(document("004"), "Comparative Analysis")
    expected = {
        (row["metric"], row["jurisdiction"]): row["cell_text"]
        for row in gold("004_comparative_long.csv")
    }
    assert values == expected
