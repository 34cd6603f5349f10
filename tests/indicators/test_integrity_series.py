"""Integrity tests on series and on the invented national statistics with planted cases."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sholu.build.intake import add_paths
from sholu.build.observatory import create_observatory, open_observatory
from sholu.build.run import build
from sholu.indicators.integrity_calendar import read_holidays, thresholds_of
from sholu.indicators.integrity_question import Question
from sholu.indicators.integrity_review import Review, review
from sholu.indicators.integrity_verdicts import verdict_questions
from sholu.indicators.integrity_year_to_date import silent_revisions, year_to_date_falls
from sholu.indicators.integrity_years import year_values
from sholu.indicators.model import ClaimPoint, IndicatorError, Registration, Series
from sholu.indicators.observations import build_observations, series_of
from sholu.verdicts.distance import ThresholdDistance
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law
from tests.conftest import quiet, run
from tests.indicators.points import point

VOCABULARY = load()


def series(points: list[ClaimPoint]) -> tuple[Series, ...]:
    """The series of some points."""
    return series_of(build_observations(points, {}, VOCABULARY), VOCABULARY)


def to_date(claim: str, month: int, value: float, **fields: Any) -> ClaimPoint:
    """What 2023 had come to by the end of a month."""
    period = f"2023-01/2023-{month:02d}" if month > 1 else "2023-01"
    return point(claim, period, value, accumulation="year_to_date", printed=str(value), **fields)


def test_a_sum_that_falls_is_asked_about_with_both_spans() -> None:
    told = [to_date("a", 3, 120, span="s1"), to_date("b", 4, 110, span="s2"), to_date("c", 5, 130)]
    (found,) = year_to_date_falls(series(told), VOCABULARY)
    assert (found.answer.effect, found.evidence, found.certain) == (-10, ("s1", "s2"), True)
    assert "120" in found.answer.sentence and "110" in found.answer.sentence


@pytest.mark.parametrize(
    "later",
    [
        to_date("b", 4, 120),
        to_date("b", 4, 110, source="another"),
        to_date("b", 4, 110, qualifier="about"),
        point("b", "2024-01", 5, accumulation="year_to_date"),
    ],
)
def test_what_may_be_less_is_not_asked_about(later: ClaimPoint) -> None:
    assert not list(year_to_date_falls(series([to_date("a", 3, 120), later]), VOCABULARY))


def edition(value: float, published: str, **fields: Any) -> ClaimPoint:
    """One publication of a figure for March 2023."""
    told = {"printed": f"{value:g}", "document": published, "published": published, **fields}
    return point(published + str(value), "2023-03", value, **told)


def test_a_value_changed_without_a_note_is_asked_about() -> None:
    told = [edition(120, "2023-04-10"), edition(96, "2024-01-20")]
    (found,) = silent_revisions(series(told))
    assert "120 published on 2023-04-10" in found.answer.sentence
    assert "96 on 2024-01-20" in found.answer.sentence
    assert found.answer.p is None  # one change has no direction


@pytest.mark.parametrize(
    "second",
    [
        edition(120, "2024-01-20"),
        edition(96, "2023-04-10"),
        edition(96, "2024-01-20", source="another"),
        edition(96, "2024-01-20", printed="96 (уточнённые данные)"),
        edition(96, "2024-01-20", qualifier="about"),
    ],
)
def test_what_is_no_silent_revision(second: ClaimPoint) -> None:
    assert not list(silent_revisions(series([edition(120, "2023-04-10"), second])))


def test_a_figure_that_was_only_rounded_is_no_revision() -> None:
    told = [edition(1.2, "2023-04-10", printed="1.2"), edition(1.24, "2024-01-20", printed="1.24")]
    assert not list(silent_revisions(series(told)))


def test_a_price_in_two_currencies_is_left_out() -> None:
    fields = {"indicator": "price_retail", "substance": "heroin", "accumulation": "rate"}
    told = [point("a", "2023", 50, unit="USD/g", **fields)]
    assert len(year_values(series(told))) == 1
    assert not year_values(series([*told, point("b", "2023", 9, unit="KZT/g", **fields)]))


def test_a_year_with_eleven_months_has_no_total() -> None:
    months = [point(f"m{k}", f"2023-{k:02d}", 10.0) for k in range(1, 12)]
    assert not year_values(series(months))
    whole = year_values(series([*months, point("m12", "2023-12", 10.0)]))
    assert whole["offences_registered", "XA", "2023", None].value == 120


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    """The invented tables with a planted case for every test."""
    folder = tmp_path_factory.mktemp("planted")
    sys.path.insert(0, str(examples_dir))
    try:
        from planted_statistics import write_planted
    finally:
        sys.path.remove(str(examples_dir))
    write_planted(folder)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    """A table of the demonstration."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


DRUGS = {"marijuana": "cannabis_herb", "alpha-PVP": "alpha_pvp"}


def registration(number: int, row: dict[str, str]) -> Registration:
    """A row of the register, as its mapping reads it; pseudonyms stay as they are."""
    detection = row["detection"].replace(" ", "_")
    return Registration(
        f"r{number}", "registrations", "d", number, row["date"], row["region"], row["unit"],
        tuple(sorted(row["officers"].split("; "))), row["person"], row["article"], row["part"],
        DRUGS.get(row["substance"], row["substance"]), float(row["mass"]), row["mass"], row["role"],
        detection, row["outcome"], "clear",
    )  # fmt: skip


COLUMNS = {
    "offences, year to date": ("offences_registered", None, "offence"),
    "persons suspected": ("persons_suspected", None, "person"),
    "cases sent to court": ("cases_to_court", None, "case"),
    "heroin seized, kg": ("seizure_mass", "heroin", "kg"),
    "price of a gram of heroin, USD": ("price_retail", "heroin", "USD/g"),
    "registered users": ("registered_users", None, "person"),
    "officers": ("officers_drug_units", None, "employee"),
}
ACCUMULATION = {"offences_registered": "year_to_date", "price_retail": "rate",
                "registered_users": "stock", "officers_drug_units": "stock"}  # fmt: skip


def points(path: Path, published: str) -> Iterator[ClaimPoint]:
    """The cells of a table as claims."""
    for number, row in enumerate(rows(path)):
        for column in COLUMNS.keys() & row.keys():
            indicator, substance, unit = COLUMNS[column]
            accumulation = ACCUMULATION.get(indicator, "period")
            period = row["year"] + (f"-{int(row['month']):02d}" if "month" in row else "")
            if accumulation == "year_to_date" and row["month"] != "1":
                period = f"{row['year']}-01/{period}"
            if row[column] not in ("*", "n/a"):
                yield point(
                    f"{path.name} {number} {column}", period, float(row[column]),
                    indicator=indicator, substance=substance, unit=unit, place=row["region"],
                    accumulation=accumulation, printed=row[column], published=published,
                    document=path.name,
                )  # fmt: skip


@pytest.fixture(scope="module")
def reviewed(planted: Path) -> Review:
    """All tests on the demonstration."""
    register = rows(planted / "synthetic_XA_registrations_2024.csv")
    registrations = [registration(number, row) for number, row in enumerate(register)]
    claims = [
        *points(planted / "synthetic_XA_statistics_2021-2024.csv", "2025-01-20"),
        *points(planted / "synthetic_XA_statistics_2023_first.csv", "2024-02-10"),
        *points(planted / "synthetic_XA_users_2021-2024.csv", "2025-01-20"),
        *points(planted / "synthetic_XA_population_2021-2024.csv", "2025-01-20"),
    ]
    return review(registrations, series(claims), VOCABULARY, thresholds_of(load_law()))


PLANTED = {
    ("bunching", "XA-08"), ("density", "XA-08"), ("heaping_masses", "XA-10"),
    ("first_digits", "XA-12"), ("second_digits", "XA-12"), ("month_end", "XA-14"),
    ("quarter_end", "XA-14"), ("year_end", "XA-14"), ("splitting_person", "XA-16"),
    ("splitting_officers", "XA-16"), ("splitting_week", "XA-16"), ("two_views", "XA-18"),
    ("funnel_leak", "XA-07"), ("moving_apart", "XA-09"), ("heaping_counts", "XA-11"),
    ("year_to_date_falls", "XA-13"), ("silent_revision", "XA-15"),
}  # fmt: skip


def asking(found: Review) -> list[Question]:
    """Those that ask."""
    return [one for one in found.questions if one.asks]


def test_every_planted_case_is_found_in_its_region(reviewed: Review) -> None:
    assert {(one.test, one.place) for one in asking(reviewed)} >= PLANTED


def test_the_untouched_twin_and_the_other_honest_regions_raise_no_alarm(reviewed: Review) -> None:
    # The rush of XA-14 is large enough to be seen in the whole country.
    others = {(one.test, one.place) for one in asking(reviewed)} - PLANTED
    assert others <= {("month_end", "XA")}
    twin = [one for one in reviewed.questions if one.place == "XA-20" and one.answer.answered]
    assert len(twin) >= 12 and not any(one.asks for one in twin)


def test_the_funnel_keeps_its_units_apart(reviewed: Review) -> None:
    (row,) = (one for one in reviewed.funnel if (one.place, one.year) == ("XA-07", "2024"))
    first, second, third = row.steps
    assert (first.earlier_unit, first.later_unit, second.later_unit) == (
        "offence",
        "person",
        "case",
    )
    assert second.ratio == pytest.approx(0.27, abs=0.02)
    assert third.ratio is None and "not reported" in third.reason
    assert {one.role for one in row.roles} == {"courier", "retail", "user", "wholesale"}


def test_holidays_are_read_or_the_file_is_refused(tmp_path: Path) -> None:
    assert read_holidays(tmp_path / "none.csv") == frozenset()
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("date,what\n2025-01-01,New Year\n", encoding="utf-8")
    bad.write_text("day\n2025-01-01\n", encoding="utf-8")
    assert read_holidays(good) == {date(2025, 1, 1)}
    with pytest.raises(IndicatorError, match="can't be read"):
        read_holidays(bad)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, planted: Path, examples_dir: Path) -> Path:
    """An observatory with the register of one region."""
    root = tmp_path_factory.mktemp("store") / "store"
    create_observatory(root, "Test", "XA")
    mappings = root / "inputs" / "mappings"
    mappings.mkdir(parents=True, exist_ok=True)
    rule = (examples_dir / "invented" / "mappings" / "registrations.yaml").read_text("utf-8")
    (mappings / "registrations.yaml").write_text(rule, encoding="utf-8")
    lines = (planted / "synthetic_XA_registrations_2024.csv").read_text("utf-8").splitlines()
    kept = [lines[0], *(line for line in lines if ";XA-08;" in line)]
    table = root.parent / "synthetic_XA_registrations_2024.csv"
    table.write_text("\n".join(kept) + "\n", encoding="utf-8")
    observatory = open_observatory(root)
    list(add_paths(observatory, (table,), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    return root


def test_the_command_prints_every_test_with_its_power(store: Path) -> None:
    done = run(store, "integrity", "--place", "XA-08", "--format", "json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["false_discovery_control"] == "Benjamini and Yekutieli 2001"
    (bunching,) = (one for one in found["results"] if one["test"] == "bunching")
    assert bunching["outcome"] == "asks" and bunching["place"] == "XA-08"
    assert bunching["effect_low"] < bunching["effect"] < bunching["effect_high"]
    assert bunching["minimum_detectable"] > 1 and bunching["tests_made"] == found["tests_made"]
    assert {"bunching"} <= {one["kind"] for one in found["findings"]}
    silent = [one for one in found["results"] if one["outcome"] == "cannot say"]
    assert all(one["p"] is None and one["effect"] is None and one["reason"] for one in silent)


@pytest.mark.parametrize(("form", "word"), [("table", "Questions to ask"), ("csv", "bunching"),
                                            ("html", "not a verdict")])  # fmt: skip
def test_the_other_forms_show_the_same(store: Path, form: str, word: str) -> None:
    done = run(store, "integrity", "--format", form)
    assert done.exit_code == 0, done.output
    assert word in done.stdout


def test_a_period_without_figures_is_an_error_with_a_hint(store: Path) -> None:
    done = run(store, "integrity", "--from", "2030")
    assert done.exit_code == 1
    assert isinstance(done.exception, IndicatorError)
    assert "neither registrations nor series" in str(done.exception)


def test_thresholds_are_those_of_the_day() -> None:
    # Table of 2018: heroin .01 and 1 g; mephedrone has a threshold from 3 March 2025 only.
    limits = thresholds_of(load_law())
    assert limits("heroin", date(2024, 5, 1)) == (0.01, 1.0)
    assert limits("mephedrone", date(2025, 3, 2)) == ()
    assert limits("mephedrone", date(2025, 3, 3)) == (0.02,)


def distance(number: int, mass_g: float, **fields: Any) -> ThresholdDistance:
    """A mass of cannabis in an invented decision, against 50 g."""
    told: dict[str, Any] = {
        "id": f"t{number}", "verdict": "v", "document": "d", "defendant": 0, "article": "215.2",
        "court": None, "region": "XA-05", "date": "2024-05-01", "day": "2024-04-01",
        "day_basis": "offence", "substance": "cannabis_herb", "mass_g": mass_g,
        "gross_or_net": None, "threshold": "x", "reading": "table", "form": "", "preferred": True,
        "limit": "small_to", "limit_g": 50.0, "distance_g": mass_g - 50, "log_distance": 0.0,
        "comparable": True, "at_nearest": True, "span": None,
    }  # fmt: skip
    return ThresholdDistance(**{**told, **fields})


def test_masses_of_court_decisions_are_tested_and_doubtful_readings_are_not() -> None:
    random = Random(4)
    masses = [round(40 * random.lognormvariate(0, 0.9), 2) for _ in range(500)]
    moved = [
        round(50 + 4 * random.random() + 0.01, 2) if 25 < mass <= 50 and number % 2 else mass
        for number, mass in enumerate(masses)
    ]
    honest = [distance(number, mass) for number, mass in enumerate(masses)]
    gamed = [distance(number, mass) for number, mass in enumerate(moved)]
    doubtful = [distance(number, mass, preferred=False) for number, mass in enumerate(moved)]
    found = {(one.test, one.place): one.answer.p or 0 for one in verdict_questions(gamed)}
    assert found["bunching", "XA-05"] < 1e-6
    assert ("density", "XA") in found
    assert all((one.answer.p or 0) > 0.001 for one in verdict_questions(honest))
    assert not list(verdict_questions(doubtful))
