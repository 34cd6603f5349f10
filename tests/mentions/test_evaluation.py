"""How well persons and articles of law are read in the development half of the evaluation set.

Floors in tests/floors/persons.toml go up freely and down only by name in the commit. The items are
those whose number is above 400: heavy in persons and in what is none.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.build.scoring import Tally, places_of
from sholu.mentions.redaction import is_private, redact_stretch
from tests.mentions.conftest import Annotate

ROOT = Path(__file__).parent.parent.parent
FLOORS = tomllib.loads((ROOT / "tests" / "floors" / "persons.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def totals(annotated: Annotate) -> dict[tuple[str, str], Tally]:
    """Tallies by language and field."""
    found: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for language in FLOORS:
        for item in load_items(ROOT / "evaluation" / language):
            if int(item.id[3:]) > 400 and item.half == "development":
                for field, tally in _measured(item, annotated).items():
                    found[language, field] += tally
    return found


def _measured(item: EvaluationItem, annotated: Annotate) -> dict[str, Tally]:
    document = annotated(f"{item.title}\n\n{item.text}", published=item.published)
    text = document.text.text
    shown = redact_stretch(document.text, 0, len(text), document.mentions)
    gone = sum(not places_of(words, shown) for words in item.private)
    masks = [(m.span.start, m.span.end) for m in document.mentions if is_private(m)]
    private = [place for words in item.private for place in places_of(words, text)]
    needed = sum(any(a < d and c < b for c, d in private) for a, b in masks)
    cited = {m.code for m in document.mentions if m.kind == "law"}
    return {
        "hidden": Tally(gone, len(item.private), len(item.private)),
        "needed": Tally(needed, len(masks), len(masks)),
        "law": Tally(len(cited & set(item.law)), len(cited), len(item.law)),
    }


@pytest.mark.parametrize("language", sorted(FLOORS))
@pytest.mark.parametrize("field", ["hidden", "needed", "law"])
def test_persons_and_law_are_read_as_well_as_before(
    language: str, field: str, totals: dict[tuple[str, str], Tally]
) -> None:
    tally = totals[language, field]
    share = tally.precision if field == "needed" else tally.recall
    assert share is not None
    assert share >= FLOORS[language][field], tally
