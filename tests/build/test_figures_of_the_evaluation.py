"""How well figures are read in the development half of the evaluation set, against its floors.

Floors in tests/floors/figures.toml go up freely and down only by name in the commit.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sholu.build.evaluation import answer_of, read_item
from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.build.scoring import Tally, add_up, score_item
from sholu.build.scoring_figures import FigureComparison, counted_units
from sholu.vocabulary.load import load

ROOT = Path(__file__).parent.parent.parent
FLOORS = tomllib.loads((ROOT / "tests" / "floors" / "figures.toml").read_text(encoding="utf-8"))
LAST_ITEM = 299


def _is_measured(item: EvaluationItem) -> bool:
    """Whether the floors count it: the even numbers below 100 became development items later."""
    number = int(item.id[3:])
    return 200 <= number <= LAST_ITEM or (number < 100 and number % 2 == 1)


@pytest.fixture(scope="module", params=sorted(FLOORS))
def measured(request: pytest.FixtureRequest) -> tuple[str, dict[str, Tally]]:
    """A language and its tallies by field."""
    compare = FigureComparison(counted_units(load()))
    items = [
        item
        for item in load_items(ROOT / "evaluation" / request.param)
        if _is_measured(item) and item.about_drugs
    ]
    scores = [score_item(item, answer_of(read_item(item)), compare, ()) for item in items]
    return request.param, add_up(scores)


@pytest.mark.parametrize("field", ["figures_value_unit", "figures"])
def test_figures_keep_their_floors(measured: tuple[str, dict[str, Tally]], field: str) -> None:
    language, totals = measured
    floor, tally = FLOORS[language][field], totals[field]
    print(f"{language} {field}: precision {tally.precision:.3f}, recall {tally.recall:.3f}")
    assert tally.precision is not None and tally.precision >= floor["precision"]
    assert tally.recall is not None and tally.recall >= floor["recall"]


@pytest.mark.parametrize("field", ["accumulation", "not_figures"])
def test_their_time_and_what_is_none_keep_their_floors(
    measured: tuple[str, dict[str, Tally]], field: str
) -> None:
    language, totals = measured
    print(f"{language} {field}: {totals[field].recall:.3f}")
    assert (totals[field].recall or 0.0) >= FLOORS[language][field]


def test_sums_that_do_not_add_up_keep_their_floors(
    measured: tuple[str, dict[str, Tally]],
) -> None:
    language, totals = measured
    floor, tally = FLOORS[language]["checks"], totals["checks"]
    print(f"{language} checks: {tally}")
    assert tally.right >= floor["found"]
    assert tally.said - tally.right <= floor["false"]
