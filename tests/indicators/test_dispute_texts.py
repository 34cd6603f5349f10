"""What is said of disputes: the same in three languages, with figures as printed."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from sholu.core.quantity import Unit
from sholu.indicators.dispute_reasons import _SCOPES
from sholu.indicators.dispute_texts import (
    computed,
    dispute_texts,
    doubt_words,
    phrase,
    reading_words,
    with_unit,
)
from sholu.mentions.suspects import doubt_figure
from sholu.vocabulary.wording import Wording
from tests.indicators.disputed import Text, dispute

ENGLISH = re.compile(r"\b[A-Za-z]+ [a-z]+\b")
"""Two words of English in a row; a figure as printed may have one, its unit."""


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", dispute_texts())
def test_each_text_has_three_languages_with_the_same_blanks(key: str) -> None:
    words = dispute_texts()[key]
    assert all(words.by_language().values())
    assert _blanks(words.en) == _blanks(words.ru) == _blanks(words.kk)


def test_scopes_have_their_words() -> None:
    assert {f"scope_{scope}" for scope in _SCOPES} <= set(dispute_texts())


def test_a_phrase_in_a_phrase_speaks_its_language() -> None:
    told = phrase("copied_likely", wrong=phrase("min_word"))
    assert told == Wording("the minimum is wrong", "ошибочен минимум", "минимум қате")


def test_braces_of_a_document_stay_braces() -> None:
    assert phrase("more_than", printed="{x}").ru == "более {x}"


def test_numbers_of_our_own_have_the_signs_of_the_language() -> None:
    assert computed("1,100.5") == Wording("1,100.5", "1\u00a0100,5", "1\u00a0100,5")
    assert with_unit("12.5", "kg") == Wording("12.5 kg", "12,5 кг", "12,5 кг")
    assert with_unit("12", "case") == Wording("12 case", "12", "12")


@pytest.mark.parametrize(
    ("value", "high", "unit", "sentence"),
    [
        (20.0, 10.0, Unit("kg", "mass", "g", 1000.0), ""),
        (6575.0, None, Unit("%", "share", "%", 1.0), ""),
        (120.0, None, Unit("%", "share", "%", 1.0), ""),
        (812.0, None, Unit("year", "time", "year", 1.0), "imprison"),
        (-3.0, None, Unit("kg", "mass", "g", 1000.0), ""),
    ],
)
def test_every_doubt_about_a_figure_has_its_words(
    value: float, high: float | None, unit: Unit, sentence: str
) -> None:
    doubt = doubt_figure(value, high, None, unit, sentence)
    assert doubt is not None
    words = doubt_words(doubt.suspect)
    assert words.en == doubt.suspect
    assert words.ru != doubt_words("something else").ru
    if doubt.likely_reading:
        assert reading_words(doubt.likely_reading).en == doubt.likely_reading
        assert not re.search("[a-z]{4}", reading_words(doubt.likely_reading).kk)


@pytest.mark.parametrize(
    "texts",
    [
        ["Couriers in Aldaria face 812 years of imprisonment."],
        ["Число смертей снизилось с 412 случаев в 2019 году до 3840 случаев в 2023 году."],
        ["In 2022, 3,400 drug offences were registered in Aldaria, but only 900 persons were sent "
         "to court."],
        ["Cases fell by 60 percent, from 400 in 2019 to 100 in 2020."],
        [Text(f"In 2023, {n} drug crimes were registered in Aldaria.", f"xa-{n}", "2024-01-15")
         for n in ("4,215", "9,310")],
    ],
)  # fmt: skip
def test_a_dispute_is_told_without_english_sentences(texts: list[str | Text]) -> None:
    (one,) = dispute(texts).disputes
    assert ENGLISH.search(one.explanation.en)
    for words in filter(None, (one.explanation, one.likely_reading)):
        for text in (words.ru, words.kk):
            assert not ENGLISH.search(text)
            assert set(re.findall(r"\d+", words.en)) >= set(re.findall(r"\d+", text))
