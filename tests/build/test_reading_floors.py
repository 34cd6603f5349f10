"""How well the press is read, by set, language and field, against the floors in tests/floors.

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
SETS = {
    "evaluation": "reading.toml",
    "evaluation/people_and_places": "reading_people_and_places.toml",
    "evaluation/personal_data": "reading_personal_data.toml",
    "evaluation/sums": "reading_sums.toml",
}
FLOORS = {
    folder: tomllib.loads((ROOT / "tests" / "floors" / name).read_text(encoding="utf-8"))
    for folder, name in SETS.items()
}
CASES = [
    pytest.param(
        folder,
        half,
        language,
        field,
        id=f"{folder}-{half}-{language}-{field}",
        marks=pytest.mark.xdist_group(f"{folder}-{half}"),
    )
    for folder, halves in FLOORS.items()
    for half in halves
    for language in halves[half]
    for field in halves[half][language]
]


@cache
def evaluation_of(folder: str, half: str) -> Evaluation:
    """The items of a half, read as a build reads them."""
    items = [item for item in load_items(ROOT / folder) if item.half == half]
    return evaluate(items, lambda *_: None)


@pytest.mark.parametrize(("folder", "half", "language", "field"), CASES)
def test_a_field_keeps_its_floor(folder: str, half: str, language: str, field: str) -> None:
    tally = evaluation_of(folder, half).totals[language][field]
    precision, recall = FLOORS[folder][half][language][field]
    assert (tally.precision or 0.0) >= precision, f"{half} {language} {field}: {tally}"
    assert (tally.recall or 0.0) >= recall, f"{half} {language} {field}: {tally}"
