"""Which times an item may tell of, before any weight chooses one."""

from __future__ import annotations

import pytest

from sholu.events.date_alternatives import MOST_DATES, Alternative, find_alternatives
from sholu.events.item import Reading
from sholu.events.news_item import find_told
from tests.events.conftest import Annotate

NONE = (None, None)


def _find(text: str, kind: str | None, annotate_by_hand: Annotate) -> list[Alternative]:
    note = f"GARAGES SEARCHED FOR HASHISH\n\n{text}\n\nNothing else was found.\n"
    reading = Reading(annotate_by_hand(note, published="2031-03-21"))  # a Friday
    told = find_told(reading)
    assert told is not None
    return find_alternatives(told[0], reading, kind)


def _times(text: str, kind: str | None, annotate_by_hand: Annotate) -> set[tuple[object, object]]:
    return {(one.when.start, one.when.end) for one in _find(text, kind, annotate_by_hand)}


@pytest.mark.parametrize(
    ("text", "kind", "time"),
    [
        ("Garages were searched on 18 March.", "seizure", ("2031-03-18", "2031-03-18")),
        ("A man was held on 10 March. The next day his garage was searched.", "seizure",
         ("2031-03-11", "2031-03-11")),
        ("Мужчину задержали 10 марта. На следующий день обыскали гараж.", "seizure",
         ("2031-03-11", "2031-03-11")),
        ("Ер адам 10 наурызда ұсталды. Келесі күні гаражы тінтілді.", "seizure",
         ("2031-03-11", "2031-03-11")),
        ("The raid began on 10 March. On 14 March it ended.", "operation",
         ("2031-03-10", "2031-03-14")),
        ("Officers searched garages this week.", "seizure", ("2031-03-17", "2031-03-20")),
        ("С начала года обыскано 40 гаражей.", None, ("2031-01-01", "2031-03-21")),
        ("За десять месяцев 2029 года обыскано 30 гаражей, теперь больше.", None,
         ("2030-01-01", "2030-10-31")),
        ("Рейд начался 10 марта и продолжается.", "inspection", ("2031-03-10", "2031-03-21")),
        ("С марта 2029 года по май 2030 года обыскано 300 гаражей.", None,
         ("2029-03-01", "2030-05-31")),
    ],
)  # fmt: skip
def test_a_time_that_the_text_tells_is_an_alternative(
    text: str, kind: str | None, time: tuple[str, str], annotate_by_hand: Annotate
) -> None:
    times = _times(text, kind, annotate_by_hand)
    assert time in times
    assert NONE in times


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recall that on 5 March two men were held in a garage.", "seizure"),
        ("Напомним, 5 марта в гараже задержали двоих.", "seizure"),
        ("A criminal case was opened on 19 March.", "seizure"),
        ("Police said on Monday that a garage had been searched.", "seizure"),
        ("The law that came into force on 1 March was explained.", "prevention"),
        ("It may be that nothing was found.", "seizure"),
        ("Garages were searched.", "seizure"),
    ],
)
def test_a_day_of_something_else_is_none(text: str, kind: str, annotate_by_hand: Annotate) -> None:
    assert _times(text, kind, annotate_by_hand) == {NONE}


def test_features_say_where_a_date_stands_and_what_is_said_of_it(
    annotate_by_hand: Annotate,
) -> None:
    (one, *_) = _find("Garages were searched on 18 March.", "seizure", annotate_by_hand)
    said = one.features
    assert {"in:p0", "size:day", "age:3", "verb:search", "before0:on", "closes"} <= said.keys()
    assert "report" not in said and "reminder" not in said


def test_of_many_dates_the_first_are_looked_at(annotate_by_hand: Annotate) -> None:
    days = " ".join(f"On {1 + n % 20} March a garage was searched." for n in range(200))
    found = _find(days, "seizure", annotate_by_hand)
    plain = [one for one in found if "in:p0" in one.features or "in:p0_later" in one.features]
    single = {"course", "pair", "until_report", "clipped", "year_later"}
    assert len([one for one in plain if not single & one.features.keys()]) == MOST_DATES
