"""How well the press is read, by language and field, against tests/floors/reading.toml.

The test half is what counts: rules were never tuned on it, and a floor that is missed prints totals
only. The development half shows that nothing got lost. Floors go up freely and down only by name in
the commit.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from sholu.build.evaluation import Evaluation, evaluate
from sholu.build.evaluation_item import load_items

ROOT = Path(__file__).parent.parent.parent
FLOORS = tomllib.loads((ROOT / "tests" / "floors" / "reading.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(
        half, language, field, id=f"{half}-{language}-{field}", marks=pytest.mark.xdist_group(half)
    )
    for half in FLOORS
    for language in FLOORS[half]
    for field in FLOORS[half][language]
]


@cache
def evaluation_of(half: str) -> Evaluation:
    """The items of a half, read as a build reads them."""
    items = [item for item in load_items(ROOT / "evaluation") if item.half == half]
    return evaluate(items, lambda *_: None)


@pytest.mark.parametrize(("half", "language", "field"), CASES)
def test_a_field_keeps_its_floor(half: str, language: str, field: str) -> None:
    tally = evaluation_of(half).totals[language][field]
    precision, recall = FLOORS[half][language][field]
    assert (tally.precision or 0.0) >= precision, f"{half} {language} {field}: {tally}"
    assert (tally.recall or 0.0) >= recall, f"{half} {language} {field}: {tally}"
