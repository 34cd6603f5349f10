"""What speaks for the time that a number counts over, and what follows from it."""

from __future__ import annotations

import pytest

from sholu.core.choice import choose, load_weights
from sholu.mentions.rate_words import find_rate_words
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_counted import SAID, alternatives
from sholu.mentions.time_marks import find_marks
from sholu.mentions.words import split_words
from tests.mentions.conftest import ReadFigures


def _sentence(text: str, language: str) -> Sentence:
    return Sentence(0, len(text), language, "paragraph", 0, tuple(split_words(text)))


@pytest.mark.parametrize(
    ("text", "language", "marked", "name"),
    [
        ("С начала года найдено 5 тайников.", "ru", "С начала года", "year_to_date"),
        ("On Monday 30 patients lived there.", "en", "patients lived", None),
        ("Some 30 patients receive methadone.", "en", "patients receive", "existing"),
        ("Мамыр айында 5 дерек тіркелді.", "kk", "тіркелді", "happened"),
    ],
)
def test_a_mark_stands_where_its_words_do(
    text: str, language: str, marked: str, name: str | None
) -> None:
    marks = find_marks(_sentence(text, language), ())
    found = {text[mark.start : mark.end]: mark.name for mark in marks}
    assert found.get(marked) == name


def test_words_for_each_of_several_are_told_from_a_fine() -> None:
    def said(text: str, at: int) -> set[str]:
        return set(find_rate_words(_sentence(text, "ru"), at, at + 2, "mass"))

    assert "rate:rate mass" in said("Семена раздали по 50 кг на двор.", 3)
    assert "rate:rate mass" not in said("Семена раздали из 50 кг на двор.", 3)


def test_nothing_said_needs_no_feature_and_wins_where_nothing_speaks() -> None:
    assert choose(alternatives({}), {})[0] is None
    assert [said for said, _ in alternatives({})] == [None, *SAID]


def test_the_weights_name_their_alternative() -> None:
    weights = load_weights("sholu.mentions", "time_weights.tsv")
    assert {name.partition(":")[0] for name in weights} == set(SAID)
    assert len(weights) < 3000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("За 2023 год изъято 6 кг опия.", [("period", "2023")]),
        ("За четыре месяца 2025 года изъято 6 кг опия.", [("year_to_date", "2025-01/2025-04")]),
        ("Грамм продавали за 9 000 тенге.", [("rate", None)]),
        ("На учёте в районе состоят 70 человек.", [("stock", None)]),
        ("У водителя нашли 6 кг опия.", [(None, None)]),
        ("Суд назначил ему 7 лет колонии.", [(None, None)]),
    ],
)
def test_a_number_has_the_time_that_its_sentence_tells(
    text: str, expected: list[tuple[str | None, str | None]], figures_of: ReadFigures
) -> None:
    read = [(f.accumulation, f.period) for f in figures_of(text, "2025-06-10")]
    assert read == expected
