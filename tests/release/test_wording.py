"""Plural forms, periods and dates in three languages."""

from __future__ import annotations

import pytest
import yaml

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.core.period import parse_period
from sholu.release import wording
from sholu.release.wording import (
    counted_in_words,
    date_in_words,
    events_counted,
    lead_sentence,
    period_as_title,
    period_in_figures,
    period_in_words,
)


@pytest.mark.parametrize(
    ("count", "russian"),
    [
        (1, "1 событие"), (2, "2 события"), (4, "4 события"), (5, "5 событий"),
        (11, "11 событий"), (12, "12 событий"), (21, "21 событие"), (22, "22 события"),
        (25, "25 событий"), (101, "101 событие"), (111, "111 событий"), (112, "112 событий"),
        (122, "122 события"),
    ],
)  # fmt: skip
def test_russian_nouns_agree_with_their_number(count: int, russian: str) -> None:
    assert events_counted(count, "ru") == russian


def test_english_has_two_forms_and_kazakh_one() -> None:
    assert [events_counted(n, "en") for n in (1, 2, 21)] == ["1 event", "2 events", "21 events"]
    assert [events_counted(n, "kk") for n in (1, 2, 21)] == ["1 оқиға", "2 оқиға", "21 оқиға"]


def test_countries_are_counted_beside_events_unless_none_is_known() -> None:
    assert counted_in_words(9, 4, "ru") == "9 событий · 4 страны"
    assert counted_in_words(1, 1, "en") == "1 event · 1 country"
    assert counted_in_words(3, 0, "kk") == "3 оқиға"


@pytest.mark.parametrize(
    ("period", "en", "ru", "kk"),
    [
        ("2025-01-01/2025-01-15", "from 1 to 15 January 2025", "с 1 по 15 января 2025 года",
         "2025 жылғы 1–15 қаңтар аралығында"),
        ("2025-02-02/2025-02-10", "from 2 to 10 February 2025", "со 2 по 10 февраля 2025 года",
         "2025 жылғы 2–10 ақпан аралығында"),
        ("2025-03-28/2025-04-03", "from 28 March to 3 April 2025",
         "с 28 марта по 3 апреля 2025 года", "2025 жылғы 28 наурыз бен 3 сәуір аралығында"),
        ("2024-12-16/2025-01-15", "from 16 December 2024 to 15 January 2025",
         "с 16 декабря 2024 года по 15 января 2025 года",
         "2024 жылғы 16 желтоқсан мен 2025 жылғы 15 қаңтар аралығында"),
        ("2025-09-05", "on 5 September 2025", "5 сентября 2025 года", "2025 жылғы 5 қыркүйекте"),
        ("2025-02", "from 1 to 28 February 2025", "с 1 по 28 февраля 2025 года",
         "2025 жылғы 1–28 ақпан аралығында"),
    ],
)  # fmt: skip
def test_a_period_reads_as_a_person_writes_it(period: str, en: str, ru: str, kk: str) -> None:
    said = {
        language: period_in_words(parse_period(period), language) for language in ("en", "ru", "kk")
    }
    assert said == {"en": en, "ru": ru, "kk": kk}


def test_a_cover_names_the_period_without_prepositions() -> None:
    across = parse_period("2025-01-28/2025-02-03")
    assert period_as_title(across, "en") == "28 January – 3 February 2025"
    assert period_as_title(across, "kk") == "2025 жылғы 28 қаңтар – 3 ақпан"
    years = parse_period("2024-12-16/2025-01-15")
    assert period_as_title(years, "ru") == "16 декабря 2024 года – 15 января 2025 года"
    assert period_in_figures(parse_period("2025-01-01/2025-01-15")) == "1-15.01.2025"


def test_dates_of_events_stay_as_partial_as_they_are() -> None:
    assert date_in_words("2025-01-06", "2025-01-09", "en") == "6–9 January 2025"
    assert date_in_words("2025-01-06", None, "ru") == "6 января 2025 года"
    assert date_in_words("2025-01", None, "ru") == "январь 2025 года"
    assert date_in_words("2025", None, "kk") == "2025 жыл"
    assert date_in_words(None, None, "en") is None


def test_the_counting_paragraph_has_the_total_and_the_countries() -> None:
    period = parse_period("2025-01-01/2025-01-15")
    counts = [("Алдария", 21), ("Моровия", 1)]
    assert lead_sentence(period, counts, "ru") == (
        "С 1 по 15 января 2025 года в открытых источниках освещено 22 события в сфере "
        "противодействия наркотикам (Алдария – 21, Моровия – 1)."
    )
    assert "22 оқиғаны жариялады (Алдария – 21, Моровия – 1)" in lead_sentence(period, counts, "kk")


def test_every_wording_is_there_in_all_languages() -> None:
    words = yaml.safe_load(
        (wording.resources.files("sholu.release") / "wording.yaml").read_text(encoding="utf-8")
    )
    kinds = words.pop("kinds")
    for key, texts in {**words, **kinds}.items():
        assert set(texts) == set(INTERFACE_LANGUAGES), key
        assert all(text.strip() for text in texts.values()), key
