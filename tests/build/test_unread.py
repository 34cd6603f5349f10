"""The status of a document says what of it was not understood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sholu.build.evaluation import read_item
from sholu.build.evaluation_item import EvaluationItem, load_items

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def blank() -> EvaluationItem:
    """Any item; what matters is replaced."""
    return replace(load_items(ROOT / "evaluation")[0], source_country=None)


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        (
            "В Павлодаре изъяли 2 кг героина",
            "2 мая 2025 года полицейские Павлодара изъяли у водителя 2 кг героина. Начато "
            "досудебное расследование, водитель водворён в изолятор временного содержания.",
            "",
        ),
        (
            "Police find mephedrone",
            "Officers found a bag of mephedrone in a flat and opened a criminal case, a spokesman "
            "for the service said, and promised to tell more about it after the investigation.",
            "not found: kind, country, day",
        ),
        (
            "Ошто 12 кг гашиш табылды",
            "Ош шаарында милиция кызматкерлери 12 кг гашиш жана 3 кг героин таап алышты. Эки адам "
            "кармалды. Кылмыш иши козголду, тергөө иштери жүрүп жатат.",
            "no rules for the language ky: names and numbers only",
        ),
    ],
)
def test_the_status_names_what_was_not_found(
    blank: EvaluationItem, title: str, text: str, reason: str
) -> None:
    item = replace(blank, title=title, text=text, published="2025-05-10", address="")
    row = read_item(item).row
    assert row.status == "read"
    if reason:
        assert row.reason.startswith(reason), row.reason
    else:
        assert row.reason == ""
