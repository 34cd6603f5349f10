"""When it happened, as only English reports say it."""

from __future__ import annotations

from datetime import date

import pytest

from sholu.events.spoken_dates import find_spoken
from sholu.vocabulary.model import Vocabulary
from tests.events.conftest import Annotate
from tests.events.test_news_item import _one

THURSDAY = date(2031, 3, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In early March a car was stopped.", "2031-03-01", "2031-03-10"),
        ("At the beginning of March a car was stopped.", "2031-03-01", "2031-03-10"),
        ("In mid-February a car was stopped.", "2031-02-11", "2031-02-20"),
        ("In the middle of February a car was stopped.", "2031-02-11", "2031-02-20"),
        ("At the end of February a car was stopped.", "2031-02-21", "2031-02-28"),
        ("Late last month a car was stopped.", "2031-02-21", "2031-02-28"),
        ("In mid-March a car was stopped.", "2031-03-11", "2031-03-20"),
        ("Earlier this month a car was stopped.", "2031-03-01", "2031-03-20"),
        ("In late December 2030 a car was stopped.", "2030-12-21", "2030-12-31"),
        ("Over the past 24 hours a car was stopped.", "2031-03-19", "2031-03-20"),
        ("In the last 72 hours a car was stopped.", "2031-03-17", "2031-03-20"),
        ("A car was stopped overnight from Monday to Tuesday.", "2031-03-17", "2031-03-18"),
        ("A car was stopped overnight Monday.", "2031-03-17", "2031-03-17"),
        ("Last week, on Wednesday a car was stopped.", "2031-03-12", "2031-03-12"),
        ("A car was stopped on 12-Mar-2031.", "2031-03-12", "2031-03-12"),
        ("A car was stopped on March, 12.", "2031-03-12", "2031-03-12"),
        ("A car was stopped on the 12th of this month.", "2031-03-12", "2031-03-12"),
        ("February in brief: cars stopped", "2031-02-01", "2031-02-28"),
        ("Bulletin for February 2031", "2031-02-01", "2031-02-28"),
        ("2030 in review: cars stopped", "2030-01-01", "2030-12-31"),
    ],
)
def test_parts_of_a_month_hours_and_bulletins_are_read(text: str, first: str, last: str) -> None:
    found = find_spoken(text, THURSDAY)
    assert [(f.first.isoformat(), f.last.isoformat()) for f in found] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Meetings go on until the end of March.",
        "Since early March nobody was stopped.",
        "At the end of April a court will sit.",
        "In the end may have been a mistake.",
        "Two months later, by the beginning of March, all was sold.",
    ],
)
def test_a_limit_and_a_plan_are_no_time_of_an_event(text: str) -> None:
    assert find_spoken(text, THURSDAY) == ()


def _dates(note: str, annotate_by_hand: Annotate, world: Vocabulary) -> tuple[str | None, ...]:
    event = _one(annotate_by_hand(note, published="2031-03-21"), world)
    return event.date_start, event.date_end


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "ORDABAD, 18 March 2031 – A man was caught in a garage today.",
            "2031-03-18",
            "2031-03-18",
        ),
        ("ORDABAD, March 18 (Herald) – A man was caught yesterday.", "2031-03-17", "2031-03-17"),
        ("ORDABAD (Herald) – March 18 – A man was caught on Monday.", "2031-03-17", "2031-03-17"),
        ("A man was held in a garage on 17 March and remanded for a month.", "2031-03-17", None),
        ("On 17 March a man was held in a garage and remanded for a month.", "2031-03-17", None),
        ("Police announced the arrest on 17 March of a man in a garage.", "2031-03-17", None),
        (
            "The sacks, which had come to the garage on 3 March, were found on 17 March.",
            "2031-03-17",
            None,
        ),
        (
            "The garage was let on 5 December. Hashish was found there on 17 March.",
            "2031-03-17",
            None,
        ),
        (
            "Hashish was in the garage. It will be burned on 30 March; found on 17 March.",
            "2031-03-17",
            None,
        ),
    ],
)
def test_the_day_of_what_happened_is_told_from_those_beside_it(
    text: str, first: str, last: str | None, annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = f"HASHISH FOUND IN A GARAGE\n\n{text}\n\nNothing else was found.\n"
    assert _dates(note, annotate_by_hand, world) == (first, last or first)


@pytest.mark.parametrize(
    "text",
    [
        "Recall that on 17 March two men were held in a garage.",
        "As previously reported, on 17 March two men were held in a garage.",
        "At a briefing on 17 March, the chief presented the hashish of the garage.",
        "Speaking to reporters on Monday, the chief named the owner of the garage.",
        "In our report of 17 March we wrote of a cellar. It was a garage.",
        "The judge sanctioned the arrest of the owner on 17 March for two months.",
        "Police claimed on Monday to have found hashish in a garage.",
    ],
)
def test_reminders_briefings_and_orders_of_a_judge_are_of_other_days(
    text: str, annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = f"HASHISH FOUND IN A GARAGE\n\n{text}\n\nNothing else was found.\n"
    assert _dates(note, annotate_by_hand, world) == (None, None)


def test_a_night_named_by_one_day_in_the_title_has_both(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = (
        "NIGHT OF 16 MARCH: HASHISH FOUND IN A GARAGE\n\n"
        "In the night from Saturday to Sunday hashish was found in a garage.\n"
    )
    assert _dates(note, annotate_by_hand, world) == ("2031-03-15", "2031-03-16")
