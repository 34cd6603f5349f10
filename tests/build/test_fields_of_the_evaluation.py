"""How well events are read in the development half of the evaluation set, against its floors.

Floors in tests/floors/reading.toml go up freely and down only by name in the commit. They are F1 of
items written before the rules (odd numbers to 99) and of those that tell one event twice (300 to
399); the weights of kinds have seen both, so what they reach on unseen items is said by
tools/fit_kind_weights.py --check.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sholu.build.evaluation import Evaluation, evaluate
from sholu.build.evaluation_item import EvaluationItem, load_items

ROOT = Path(__file__).parent.parent.parent
FLOORS = tomllib.loads((ROOT / "tests" / "floors" / "reading.toml").read_text(encoding="utf-8"))


def _is_measured(item: EvaluationItem) -> bool:
    number = int(item.id.split("-")[1])
    return (number < 100 and number % 2 == 1) or 300 <= number < 400


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    """The development items of the three languages, read as a build reads them."""
    items = [
        item
        for language in ("en", "ru", "kk")
        for item in load_items(ROOT / "evaluation" / language)
        if _is_measured(item)
    ]
    return evaluate(items, lambda *_: None)


@pytest.mark.parametrize(
    ("language", "field"), [(name, field) for name in FLOORS for field in FLOORS[name]]
)
def test_a_field_keeps_its_floor(evaluation: Evaluation, language: str, field: str) -> None:
    tally = evaluation.totals[language][field]
    measured = 2 * tally.right / (tally.said + tally.wanted)
    assert measured >= FLOORS[language][field], f"{language} {field}: {measured:.3f}"
