"""The invented panel of the demonstration: what was planted is found, and traps are named."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import Result

from sholu.build.intake import add_paths
from sholu.build.observatory import create_observatory, open_observatory
from sholu.build.run import build
from sholu.indicators.model import Observation, Series
from sholu.policy.designs import Question
from sholu.policy.evaluation import Evaluation, evaluate
from sholu.policy.load_measures import find_measure, load_measures
from sholu.policy.model import Check, Effect
from sholu.policy.panel_of_series import panel_of_series
from tests.conftest import quiet, run

DESIGNS = ("its", "did", "cs", "sc-outcome", "sdid")


@pytest.fixture(scope="module")
def make_policy(examples_dir: Path) -> Iterator[ModuleType]:
    """The program that writes the invented panel."""
    sys.path.insert(0, str(examples_dir))
    import make_policy as module

    yield module
    sys.path.remove(str(examples_dir))


def invented_series(make_policy: ModuleType, name: str) -> list[Series]:
    """The panel's indicator as monthly series of regions."""
    found = []
    for region, values in make_policy.make_panel()[name].items():
        observations = tuple(
            Observation(
                f"{region}-{month}", region, name, region, None, "", "month", "period", month,
                f"{month}-01", f"{month}-28", round(value, 2), None, None, None, "case",
                "reported", "exact", "", None, "", False, "clear", (),
            )
            for month, value in zip(make_policy.MONTHS, values, strict=True)
        )  # fmt: skip
        found.append(
            Series(region, name, region, None, "", "month", "period", "case", observations, ())
        )
    return found


def judged(
    make_policy: ModuleType,
    examples: Path,
    code: str,
    name: str,
    confounder: str | None = None,
    designs: tuple[str, ...] = DESIGNS,
) -> Evaluation:
    """An evaluation of one of the invented measures."""
    from dataclasses import replace

    measure = find_measure(load_measures(examples / "invented" / "measures.yaml"), code)
    countries = dict.fromkeys(make_policy.REGIONS, "XA")
    rows = panel_of_series(measure, invented_series(make_policy, name), countries).rows
    if confounder:
        beside = panel_of_series(measure, invented_series(make_policy, confounder), countries)
        rows = replace(rows, covariates={confounder: beside.rows.outcome})
    return evaluate(code, Question(rows, name), designs, confounder=confounder)


def effects(answers: tuple[object, ...]) -> list[Effect]:
    """Those that could be run."""
    return [answer for answer in answers if isinstance(answer, Effect)]


def covers(effect: Effect, truth: float) -> bool:
    """Whether the interval holds the planted effect."""
    assert effect.low is not None
    assert effect.high is not None
    return effect.low <= truth <= effect.high


def check(effect: Effect, name: str) -> Check:
    """A check by its name."""
    return next(one for one in effect.checks if one.name == name)


@pytest.mark.parametrize(
    ("code", "indicator", "name"),
    [
        ("xa-diversion-2023", "treatment_entries", "treatment entries"),
        ("xa-diversion-2023", "calls_hotline", "hotline calls"),
        ("xa-kits-2022", "overdose_deaths", "deaths"),
        ("xa-teams-2023", "tips_received", "tips"),
    ],
)
def test_what_was_planted_lies_within_every_interval(
    make_policy: ModuleType, examples_dir: Path, code: str, indicator: str, name: str
) -> None:
    truth = make_policy.TRUTHS[code, indicator]
    found = effects(judged(make_policy, examples_dir, code, name).answers)
    assert len(found) >= 4
    assert [one.design for one in found if not covers(one, truth)] == []
    seen = [one.design for one in found if not covers(one, 0.0)]
    assert (seen == []) if truth == 0 else (len(seen) == len(found))


def test_a_rival_cause_hides_an_effect_until_its_part_is_taken_out(
    make_policy: ModuleType, examples_dir: Path
) -> None:
    load = "load in wastewater, mg per 1000 and day"
    found = judged(make_policy, examples_dir, "xa-diversion-2023", "acute poisonings", load)
    truth = make_policy.TRUTHS["xa-diversion-2023", "poisonings_acute"]
    assert all(covers(one, 0.0) for one in effects(found.answers))
    assert all(covers(one, truth) for one in effects(found.adjusted))
    assert not any(covers(one, 0.0) for one in effects(found.adjusted))


def test_regions_chosen_at_their_peak_are_named(
    make_policy: ModuleType, examples_dir: Path
) -> None:
    tips = make_policy.make_panel()["tips"]
    assert make_policy.highest_before(tips, make_policy.TEAMS_START) == make_policy.TEAM_REGIONS
    found = effects(judged(make_policy, examples_dir, "xa-teams-2023", "tips").answers)
    assert {check(one, "regression_to_the_mean").status for one in found} == {"failed"}
    honest = judged(make_policy, examples_dir, "xa-diversion-2023", "hotline calls")
    assert {check(one, "regression_to_the_mean").status for one in effects(honest.answers)} == {
        "passed"
    }


@pytest.fixture(scope="module")
def store(
    make_policy: ModuleType, examples_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A small observatory: two indicators of four years in all regions."""
    root = tmp_path_factory.mktemp("policy")
    whole = make_policy.write_policy(root / "whole")
    kept = ["region", "year", "month", "treatment entries", "possession offences"]
    small = root / whole.name
    with whole.open(encoding="utf-8") as file, small.open("w", encoding="utf-8") as out:
        writer = csv.DictWriter(out, kept, delimiter=";", extrasaction="ignore")
        writer.writeheader()
        rows = csv.DictReader(file, delimiter=";")
        writer.writerows(row for row in rows if "2021" <= row["year"] <= "2023")
    folder = root / "store"
    create_observatory(folder, "Test", "XA")
    invented = examples_dir / "invented"
    for name, target in (
        ("sholu.toml", "sholu.toml"),
        ("emblem.svg", "emblem.svg"),
        ("sources.yaml", "inputs/sources.yaml"),
        ("mappings/policy.yaml", "inputs/mappings/policy.yaml"),
        ("measures.yaml", "inputs/measures.yaml"),
        ("breaks.yaml", "inputs/vocabulary/breaks.yaml"),
    ):
        shutil.copy(invented / name, folder / target)
    mapping = (folder / "inputs/mappings/policy.yaml").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in mapping if not line.startswith("  ") or _is_kept(line)]
    (folder / "inputs/mappings/policy.yaml").write_text("\n".join(wanted), encoding="utf-8")
    register(folder, "XA-1", "--sign", "up", "--statement", "diversion brings people to treatment")
    time.sleep(1.1)  # Both times are kept to the second.
    observatory = open_observatory(folder)
    list(add_paths(observatory, (small,), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    return folder


def register(store: Path, code: str, *more: str) -> Result:
    """Register a test of the diversion on entries to treatment."""
    asked = ("--measure", "xa-diversion-2023", "--outcome", "treatment_entries")
    return run(store, "hypotheses", "register", code, *asked, *more, "--who", "AN", "--why", "plan")


def _is_kept(line: str) -> bool:
    """Lines of the mapping about columns of the small table."""
    columns = ("region", "year", "month", "treatment entries", "possession offences")
    return line.strip().startswith(columns)


def test_the_command_judges_a_measure_by_the_series_of_the_store(
    store: Path, make_policy: ModuleType
) -> None:
    asked = ("evaluate", "xa-diversion-2023", "--outcome", "treatment_entries")
    answers = json.loads(run(store, *asked, "--format", "json").stdout)
    by_design = {one["design"]: one for one in answers}
    truth = make_policy.TRUTHS["xa-diversion-2023", "treatment_entries"]
    for name in DESIGNS:
        assert by_design[name]["low"] <= truth <= by_design[name]["high"]
    page = run(store, *asked, "--format", "html").stdout
    assert "http" not in page.replace("http://www.w3.org", "")
    assert "period by period" in page


def test_a_break_of_definition_at_the_date_stops_the_command(store: Path) -> None:
    result = run(store, "evaluate", "xa-diversion-2023", "--outcome", "offences_possession")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "no method can tell the two apart" in str(result.exception)


def test_a_test_says_whether_it_was_registered_before_the_data_came_in(store: Path) -> None:
    late = register(store, "H1", "--sign", "down", "--design", "did")
    assert "can no longer confirm" in late.stdout
    five = register(store, "C1", "--sign", "up")
    assert five.exit_code == 0
    asked = ("evaluate", "xa-diversion-2023", "--outcome", "treatment_entries")
    answers = json.loads(run(store, *asked, "--format", "json").stdout)
    judged = {one["test"]["code"]: one for one in answers[0]["hypotheses"]}
    assert (judged["XA-1"]["timing"], judged["XA-1"]["ruling"]) == ("before", "supports")
    assert (judged["H1"]["timing"], judged["H1"]["ruling"]) == ("after", "contradicts")
    assert judged["C1"]["ruling"] == "not identified"
    assert "only illustrated" in judged["C1"]["sentence"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("H9", "--sign", "up"), "No hypothesis has the code 'H9'"),
        (("H2", "--sign", "none"), "within a margin"),
        (("H2", "--sign", "none", "--rule", "placebo", "--margin", "1"), "Placebos can't show"),
        (("H2", "--sign", "up", "--confounder", "snow"), "snow"),
    ],
)
def test_a_test_that_could_decide_nothing_is_not_written_down(
    store: Path, options: tuple[str, ...], said: str
) -> None:
    before = run(store, "journal", "--format", "json").stdout
    result = register(store, *options)
    assert result.exit_code == 1
    assert said in str(result.exception)
    assert run(store, "journal", "--format", "json").stdout == before
