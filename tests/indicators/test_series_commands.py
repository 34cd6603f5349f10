"""Series from the side of the user: commands on an observatory with the invented statistics."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sholu.build.intake import add_paths
from sholu.build.observatory import create_observatory, open_observatory
from sholu.build.run import build
from sholu.build.series_look import Statistics
from tests.conftest import quiet, run

REGISTER = """date;region;unit;officers;person;article;part;substance;mass;mass unit;role;\
detection;outcome
2024-01-05;XA-02;u1;o1;p1;215;2;heroin;0.5;g;user;patrol;court
2024-01-06;XA-02;u1;o1;p2;215;2;heroin;1.5;g;user;patrol;suspended
2024-02-06;XA-03;u2;o2;p3;214;1;hashish;0.02;kg;retail;tip;court
2024-02-07;XA-03;u2;o2;p4;214;1;hashish;;g;retail;tip;=cmd
"""

MONTHS = """region;year;month;offences, year to date;persons suspected;cases sent to court;\
heroin seized, kg;price of a gram of heroin, USD
XA-02;2021;11;500;40;20;1;50
XA-02;2021;12;550;40;20;1;50
XA-02;2022;1;80;*;*;2;n/a
XA-02;2022;2;170;60;30;0;55
"""

POPULATION = """region;year;population;officers
XA-02;2021;1000000;40
"""

OTHER = """Year;Offences
2021;600
"""

OTHER_MAPPING = """
kind: statistics
documents: ["other.csv"]
constants: {place: XA-02, indicator: offences_registered, unit: offence, source: xa-sarybel}
columns: {Year: year, Offences: value}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    """An observatory with a small register, two statistics and a population."""
    root = tmp_path_factory.mktemp("series") / "store"
    create_observatory(root, "Test", "XA")
    shutil.copy(examples_dir / "invented" / "sources.yaml", root / "inputs" / "sources.yaml")
    mappings = root / "inputs" / "mappings"
    for path in (examples_dir / "invented" / "mappings").glob("*.yaml"):
        shutil.copy(path, mappings)
    (mappings / "other.yaml").write_text(OTHER_MAPPING, encoding="utf-8")
    folder = tmp_path_factory.mktemp("tables")
    for name, content in {
        "synthetic_XA_registrations_t.csv": REGISTER,
        "synthetic_XA_statistics_t.csv": MONTHS,
        "synthetic_XA_population_t.csv": POPULATION,
        "other.csv": OTHER,
    }.items():
        (folder / name).write_text(content, encoding="utf-8")
    observatory = open_observatory(root)
    list(add_paths(observatory, (folder,), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    return root


@pytest.fixture
def store(tmp_path: Path, built: Path) -> Path:
    """A copy that a test may change."""
    root = tmp_path / "store"
    shutil.copytree(built, root)
    return root


def shown(store: Path, *arguments: str) -> dict:
    result = run(store, "series", "show", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_series_leads_from_the_observation_to_the_claim_to_the_cell(built):
    record = shown(built, "seizure_mass", "--place", "XA-02", "--frequency", "month")
    (series,) = record["series"]
    observation = series["observations"][0]
    assert (observation["period"], observation["value"], observation["unit"]) == (
        "2021-11", 1.0, "kg",
    )  # fmt: skip
    (claim,) = observation["claims"]
    assert claim["claim"] == observation["chosen"]
    passage = run(built, "show", claim["span"])
    assert passage.exit_code == 0, passage.output
    ids = [one["id"] for one in json.loads(run(built, "claims", "--format", "json").stdout)]
    assert claim["claim"] in ids


def test_suppressed_and_not_reported_cells_have_no_value_in_any_format(built):
    record = shown(built, "persons_suspected", "--place", "XA-02")
    statuses = {
        one["period"]: (one["value"], one["status"]) for one in record["series"][0]["observations"]
    }
    assert statuses["2022-01"] == (None, "suppressed")
    table = run(built, "series", "show", "persons_suspected", "--place", "XA-02").stdout
    assert "suppressed" in table


def test_two_sources_about_one_year_stand_side_by_side_and_a_person_may_choose(store):
    def year() -> dict:
        record = shown(store, "offences_registered", "--place", "XA-02", "--frequency", "year")
        return record["series"][0]["observations"][0]

    before = year()
    assert {claim["value"] for claim in before["claims"]} == {550.0, 600.0}
    assert before["differing"] and before["rule"] == "highest_grade_then_latest"
    other = before["claims"][1]["claim"]
    done = run(store, "series", "choose", before["id"], other, "--who", "A. N.", "--why", "checked")
    assert done.exit_code == 0, done.output
    after = year()
    assert (after["chosen"], after["rule"]) == (other, "journal entry 1")
    assert len(after["claims"]) == 2
    entries = json.loads(run(store, "journal", "--format", "json").stdout)
    assert [entry["kind"] for entry in entries] == ["choose"]


def test_choosing_what_is_no_claim_about_it_is_refused_and_nothing_is_written(store):
    record = shown(store, "offences_registered", "--place", "XA-02", "--frequency", "year")
    observation = record["series"][0]["observations"][0]["id"]
    refused = run(store, "series", "choose", observation, "claim-x", "--who", "A", "--why", "b")
    assert refused.exit_code == 1
    assert json.loads(run(store, "journal", "--format", "json").stdout) == []


def test_a_choice_whose_claim_is_gone_is_listed_and_the_rule_holds_again(store):
    record = shown(store, "offences_registered", "--place", "XA-02", "--frequency", "year")
    before = record["series"][0]["observations"][0]
    other = before["claims"][1]
    chosen = run(
        store, "series", "choose", before["id"], other["claim"], "--who", "A", "--why", "b"
    )
    assert chosen.exit_code == 0, chosen.output
    gone = run(store, "withdraw", other["document"], "--who", "A", "--why", "wrong file")
    assert gone.exit_code == 0, gone.output
    (lost,) = json.loads(run(store, "review", "--lost", "--format", "json").stdout)
    assert (lost["target"], lost["kind"], lost["entry"]) == (before["id"], "choose", 1)
    record = shown(store, "offences_registered", "--place", "XA-02", "--frequency", "year_to_date")
    years = [one for one in record["series"][0]["observations"] if one["period"].startswith("2021")]
    assert all(one["rule"] != "journal entry 1" for one in years)


def test_a_corrected_value_goes_into_the_series_and_the_print_stays(store):
    def november() -> dict:
        record = shown(store, "seizure_mass", "--place", "XA-02", "--frequency", "month")
        return record["series"][0]["observations"][0]

    claim = november()["chosen"]
    who = ("--who", "A. N.", "--why", "the annex says so")
    done = run(store, "review", "correct", claim, "value=0.25", "unit=t", *who)
    assert done.exit_code == 0, done.output
    after = november()
    assert (after["value"], after["unit"], after["claims"][0]["reading"]) == (
        250.0,
        "kg",
        "corrected",
    )
    assert after["claims"][0]["printed"].startswith("1")
    for wrong in ("value=much", "value=", "value=inf", "unit=stone"):
        assert run(store, "review", "correct", claim, wrong, *who).exit_code == 1


def test_a_break_stands_between_december_and_january_in_table_and_chart(built):
    arguments = ("offences_registered", "--place", "XA-02", "--frequency", "month")
    series = shown(built, *arguments)["series"][0]
    january = next(one for one in series["observations"] if one["period"] == "2022-01")
    assert january["change"]["percent"] is None
    assert "2022-01-01" in january["change"]["reason"]
    assert [one["day"] for one in series["breaks"]] == ["2022-01-01"]
    drawn = run(built, "series", "show", *arguments, "--format", "vega-lite")
    assert "every complaint registered" in drawn.stdout
    assert json.loads(drawn.stdout)["$schema"].startswith("https://vega.github.io/schema/vega-lite")
    assert run(built, "series", "show", *arguments, "--format", "svg").stdout.startswith("<svg")


def test_a_chart_is_written_as_png(built, tmp_path):
    path = tmp_path / "chart.png"
    result = run(
        built, "series", "show", "seizure_mass", "--place", "XA-02", "--format", "png",
        "--output", str(path),
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_rate_without_its_denominator_says_so_and_gives_no_number(built):
    arguments = ("offences_registered", "--place", "XA-02", "--per", "population")
    rate = shown(built, *arguments, "--frequency", "year")["series"][0]["observations"]
    assert [(one["period"], one["value"]) for one in rate] == [("2021", 55.0)]
    missing = run(built, "series", "show", "offences_registered", "--place", "XA-02",
                  "--frequency", "year", "--per", "pupils")  # fmt: skip
    assert missing.exit_code == 1
    assert "Can't say" in str(missing.exception)


@pytest.mark.parametrize(
    "arguments",
    [("seizure_mass", "--place", "XA-19"), ("no_such", "--place", "XA"),
     ("seizure_mass", "--place", "ZZZ"), ("seizure_mass", "--place", "XA-02", "--from", "2090")],
)  # fmt: skip
def test_what_is_not_there_is_an_error_with_a_way_on(built, arguments):
    result = run(built, "series", "show", *arguments)
    assert result.exit_code == 1
    assert result.stdout == ""


def test_the_list_names_every_series_and_the_catalogue_every_indicator(built):
    listed = json.loads(run(built, "series", "list", "--format", "json").stdout)
    found = {(one["indicator"], one["frequency"]) for one in listed}
    assert ("offences_registered", "year_to_date") in found
    catalogue = json.loads(run(built, "indicators", "--format", "json").stdout)
    assert len(catalogue) >= 100
    assert all(one["cannot_show"] and one["names"]["kk"] for one in catalogue)


def test_what_was_set_aside_is_counted(built):
    rows = json.loads(run(built, "series", "set-aside", "--format", "json").stdout)
    reasons = {(one["where"], one["reason"]): one["count"] for one in rows}
    assert reasons["registrations", "column 'outcome': the category is not in the mapping"] == 1


def test_groups_add_up_to_the_rows_of_the_register(built):
    result = run(built, "series", "summary", "registrations", "--by", "substance",
                 "--value", "mass_g", "--format", "json")  # fmt: skip
    heroin, hashish = sorted(
        json.loads(result.stdout), key=lambda one: one["substance"] != "heroin"
    )
    assert (heroin["rows"], heroin["sum"], heroin["mean"]) == (2, 2.0, 1.0)
    assert heroin["standard_deviation"] is None
    assert (hashish["rows"], hashish["missing"], hashish["sum"]) == (2, 1, 20.0)


def test_a_cross_table_has_totals_and_refuses_a_test_on_four_rows(built):
    result = run(built, "series", "crosstab", "registrations", "--rows", "article",
                 "--columns", "outcome", "--format", "json")  # fmt: skip
    rows = {row["article"]: row for row in json.loads(result.stdout)}
    assert rows["214"] == {
        "article": "214", "(missing)": 1.0, "court": 1.0, "suspended": 0.0, "total": 2.0,
    }  # fmt: skip
    assert rows["total"]["total"] == 4.0
    assert "Can't say" in result.stderr


def test_adding_values_of_unlike_units_is_refused(built):
    result = run(built, "series", "summary", "claims", "--by", "place", "--value", "value")
    assert result.exit_code == 1
    assert "Can't say" in str(result.exception)


def test_a_regression_on_four_rows_is_refused(built):
    result = run(built, "series", "regress", "registrations", "mass_g ~ article")
    assert result.exit_code == 1
    assert "Can't say" in str(result.exception)


def test_exports_run_nothing_in_a_spreadsheet(store, tmp_path):
    mapping = store / "inputs" / "mappings" / "registrations.yaml"
    text = mapping.read_text(encoding="utf-8").replace("court: court", "court: court, =cmd: =cmd")
    mapping.write_text(text, encoding="utf-8")
    run(store, "build")
    as_csv = run(store, "series", "summary", "registrations", "--by", "outcome", "--format", "csv")
    values = [row["outcome"] for row in csv.DictReader(io.StringIO(as_csv.stdout))]
    assert "'=cmd" in values
    path = tmp_path / "x.xlsx"
    run(store, "series", "summary", "registrations", "--by", "outcome", "--format", "xlsx",
        "--output", str(path))  # fmt: skip
    cells = [cell for row in load_workbook(path).active.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)


def test_a_workbook_of_a_series_has_its_claims_and_sources(built, tmp_path):
    path = tmp_path / "series.xlsx"
    run(built, "series", "show", "offences_registered", "--place", "XA-02", "--format", "xlsx",
        "--output", str(path))  # fmt: skip
    book = load_workbook(path)
    assert book.sheetnames == ["observations", "claims", "breaks", "indicator"]
    assert book["claims"].max_row > 2
    facts = dict(book["indicator"].iter_rows(values_only=True))
    assert facts["cannot_show, kk"].startswith("Қанша қылмыс жасалатынын")


def test_a_mapping_with_a_mistake_stops_the_build_and_says_where(store):
    (store / "inputs" / "mappings" / "broken.yaml").write_text("kind: nothing", encoding="utf-8")
    result = run(store, "build")
    assert result.exit_code == 1
    assert "broken.yaml" in str(result.exception)


SEIZURES = """
kind: statistics
documents: ["report.md"]
table: "Table 1"
constants: {place: XA, indicator: seizure_mass, unit: kg}
columns:
  Drug: {means: substance, codes: {Weed: cannabis_herb}}
  "*": {means: value, heading: period}
"""

REPORT = """# Annual report

Table 1. Drugs taken in Aldaria, kg

| Drug | 2021 | 2022 |
|---|---|---|
| Heroin | 5 | 7 |
| Weed | 50 | -3 |
"""


def test_a_table_inside_a_report_can_be_mapped_and_nobody_else_reads_its_cells(store, tmp_path):
    (store / "inputs" / "mappings" / "seizures.yaml").write_text(SEIZURES, encoding="utf-8")
    report = tmp_path / "report.md"
    report.write_text(REPORT, encoding="utf-8")
    assert run(store, "add", str(report)).exit_code == 0
    assert run(store, "build").exit_code == 0
    series = shown(store, "seizure_mass", "--place", "XA")["series"]
    found = {one["substance"]: [o["value"] for o in one["observations"]] for one in series}
    assert found == {"heroin": [5.0, 7.0], "cannabis_herb": [50.0]}


def test_a_corrected_cell_stays_in_its_series(store):
    arguments = ("offences_registered", "--place", "XA-02", "--frequency", "year_to_date")
    (series,) = shown(store, *arguments)["series"]
    claim = series["observations"][0]["chosen"]
    done = run(store, "review", "correct", claim, "cited_source=Yearbook", "--who", "A",
               "--why", "the note names it")  # fmt: skip
    assert done.exit_code == 0, done.output
    (after,) = shown(store, *arguments)["series"]
    assert [one["value"] for one in after["observations"]] == [
        one["value"] for one in series["observations"]
    ]
    assert after["observations"][0]["claims"][0]["cited_source"] == "Yearbook"


def findings_of(store: Path, kind: str) -> list[dict]:
    listed = json.loads(run(store, "findings", "--format", "json").stdout)
    return [one for one in listed if one["kind"] == kind]


def test_what_a_table_could_not_say_is_a_finding_that_leads_to_the_cell(store):
    mapping = store / "inputs" / "mappings" / "registrations.yaml"
    text = mapping.read_text(encoding="utf-8")
    mapping.write_text(text.replace("tip: tip", "nobody: nobody"), encoding="utf-8")
    run(store, "build")
    aside = findings_of(store, "set_aside")
    (finding,) = [one for one in aside if "column 'detection'" in one["statement"]]
    assert "2 cells aside" in finding["statement"]
    (span,) = finding["evidence"]
    assert "[[tip]]" in run(store, "show", span).stdout


def test_a_row_of_a_register_shows_codes_in_place_of_persons(built):
    observatory = open_observatory(built)
    first = min(Statistics(observatory).registrations(), key=lambda one: one.row)
    shown = run(built, "show", first.span).stdout
    assert "2024-01-05\tXA-02\tu1\t" in shown
    assert "\to1\t" not in shown and "\tp1\t" not in shown
    assert first.person in shown and first.officers[0] in shown
    # The row below is of another person.
    assert "2024-01-06" not in shown


def test_a_column_that_nobody_asked_for_is_hidden_in_a_row(store, tmp_path):
    """The mapping may leave out names, numbers and addresses; its rows must not show them."""
    mapping = store / "inputs" / "mappings" / "registrations.yaml"
    text = mapping.read_text(encoding="utf-8")
    mapping.write_text(text.replace("  unit: unit\n", "  unit: ignore\n"), encoding="utf-8")
    run(store, "build")
    first = min(Statistics(open_observatory(store)).registrations(), key=lambda one: one.row)
    assert "\tu1\t" not in run(store, "show", first.span).stdout


def test_a_build_makes_the_same_findings_anew_and_keeps_slow_ones(store):
    before = run(store, "findings", "--format", "json").stdout
    kept = (store / "tables" / "build" / "kept_findings.parquet").read_bytes()
    shutil.rmtree(store / "tables")
    run(store, "build")
    assert run(store, "findings", "--format", "json").stdout == before
    assert (store / "tables" / "build" / "kept_findings.parquet").read_bytes() == kept


def test_planned_and_spent_sums_of_different_directions_contradict_nobody_in_a_first_build(
    tmp_path, examples_dir
):
    create_observatory(tmp_path / "store", "Test", "XA")
    mappings = tmp_path / "store" / "inputs" / "mappings"
    shutil.copy(examples_dir / "invented" / "mappings" / "budget.yaml", mappings)
    sums = tmp_path / "synthetic_XA_budget_t.csv"
    sums.write_text(
        "direction;year;planned;spent\nprevention;2024;400;300\ntreatment;2024;9000;8000\n",
        encoding="utf-8",
    )
    observatory = open_observatory(tmp_path / "store")
    list(add_paths(observatory, (sums,), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    assert json.loads(run(tmp_path / "store", "disputes", "--format", "json").stdout) == []
