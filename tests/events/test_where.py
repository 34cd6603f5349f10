"""Country and regions of items told by towns, districts, adjectives, inhabitants and posts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sholu.build.evaluation import answer_of, read_item
from sholu.build.evaluation_item import EvaluationItem

_ITEMS = Path(__file__).parent / "where"
_AFTER = {
    "ru": "Начато досудебное расследование, проводятся следственные действия, остальные"
    " подробности в ведомстве обещали рассказать позже.",
    "kk": "Дерек бойынша сотқа дейінгі тергеп-тексеру басталды, қажетті тергеу амалдары"
    " жүргізіліп жатыр, өзге мәліметтер кейін айтылады.",
    "en": "A criminal investigation has been opened, the necessary steps are being taken, and"
    " further details will be made public later, the agency said.",
}


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_country_and_regions_are_told_by_towns_adjectives_and_inhabitants(
    language: str, blank: EvaluationItem
) -> None:
    wrong = []
    lines = (_ITEMS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        codes, title, text = line.split("|")
        country, *regions = codes.split()
        item = replace(
            blank,
            language=language,
            source_country=None,
            published="2025-05-10",
            address="https://news.example/1",
            title=title,
            text=f"{text} {_AFTER[language]}",
        )
        answer = answer_of(read_item(item))
        if answer.countries[:1] != (country,) or set(answer.regions) != set(regions):
            wrong.append(f"{title}: {answer.countries}, {answer.regions}")
    assert wrong == []
