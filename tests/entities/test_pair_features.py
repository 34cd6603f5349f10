"""What two reports have in common, as named features, and what of it decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sholu.core.choice import load_weights
from sholu.entities.ages import ages_of_births
from sholu.entities.amounts import compare_figures
from sholu.entities.contradictions import find_contradiction
from sholu.entities.days import is_own_span
from sholu.entities.levels import level_of_day, level_of_place
from sholu.entities.model import ComparedFigure, EventKey
from sholu.entities.pair_features import figure_features, setting_features
from sholu.entities.proper_names import read_names
from sholu.entities.same_event import judge_events, same_events

KEY = EventKey(
    id="a", documents=("doc-a",), title="a", kind="arrest", countries=("KZ",), regions=("KZ-31",),
    published="2031-03-20", date_start="2031-03-18", date_end="2031-03-18", date_basis="stated",
    figures=(ComparedFigure(54_700.0, None, "g", "hashish", qualifier="exact"),), sketch=(),
    substances=("hashish",), places=("Merke district",), details=("chase", "fruit", "lorry"),
)  # fmt: skip


def _other(**facts: object) -> EventKey:
    return replace(KEY, id="b", documents=("doc-b",), title="b", **facts)  # type: ignore[arg-type]


def test_two_stated_days_wait_for_a_person_however_much_agrees() -> None:
    two = _other(date_start="2031-03-20", date_end="2031-03-20")
    clusters, findings = judge_events([KEY, two], [])
    assert len(clusters) == 2
    assert [finding.kind for finding in findings] == ["possible_same_event"]
    relative = replace(two, date_basis="relative")
    assert len(same_events([KEY, relative], [])) == 1


def test_a_report_that_came_out_before_the_day_tells_another_event() -> None:
    silent = _other(date_start=None, date_end=None, date_basis=None, published="2031-03-17")
    assert level_of_day(KEY, silent) == "not_yet"
    assert level_of_day(KEY, replace(silent, published="2031-03-18")) == "silent_that_day"
    assert level_of_day(KEY, replace(silent, published="2031-03-19")) == "silent"


def test_the_day_of_a_remand_is_not_that_of_the_act() -> None:
    later = {"date_start": "2031-03-20", "date_end": "2031-03-20", "published": "2031-03-21"}
    assert level_of_day(KEY, _other(**later, details=("custody", "taxi"))) == "follows"
    assert level_of_day(KEY, _other(**later)) == "stated_apart"


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"places": ("Merke",)}, "town"),
        ({"places": ("Taraz",)}, "region"),
        ({"places": (), "named": ("Merke", "Taraz")}, "named"),
        ({"places": ("Shu district",)}, "districts"),
        ({"places": (), "regions": ("KZ-10",)}, "apart"),
        ({"places": (), "regions": ("KZ-10",), "named": ("Merke district",)}, "apart_named"),
    ],
)
def test_a_town_and_its_district_are_one_place(facts: dict[str, object], level: str) -> None:
    assert level_of_place(KEY, _other(**facts)) == level


def test_a_large_city_says_less_than_a_town() -> None:
    city = replace(KEY, places=("Taraz",))
    assert level_of_place(city, _other(places=("Taraz",))) == "city"
    weights = load_weights("sholu.entities", "pair_weights.tsv")
    region = weights.get("place:region", 0.0)  # what weighs nothing is left out of the file
    assert weights["place:apart"] < region < weights["place:city"]
    assert weights["place:apart"] < 0 < weights["place:city"]


def test_an_operation_has_its_own_span_and_a_season_has_not() -> None:
    assert is_own_span("2031-05-15/2031-06-14")
    assert not is_own_span("2031-05-01/2031-06-30")
    assert not is_own_span("2031-05-05/2031-05-11")  # a calendar week
    assert not is_own_span("2031-05-05")


def test_a_year_of_birth_is_one_of_two_ages() -> None:
    assert set(ages_of_births(["1989 г.р.", "12.07.1986"], "2031-08-13")) == {41, 42, 44, 45}
    assert set(ages_of_births(["1989 г.р."], None)) == set()


def test_more_than_fifty_and_fifty_are_not_the_same_amount_told_twice() -> None:
    exact = replace(KEY, figures=(ComparedFigure(50_000.0, None, "g", "hashish", None, "exact"),))
    more = ComparedFigure(50_000.0, None, "g", "hashish", None, "more_than")
    assert _features(exact, _other(figures=exact.figures)) == {"equal:load 1": 1}
    assert _features(exact, _other(figures=(more,))) == {"equal:hedged": 1}


def test_amounts_that_differ_are_named_beside_those_that_agree() -> None:
    opium = ComparedFigure(3_000.0, None, "g", "opium")
    differs = ComparedFigure(9_000.0, None, "g", "hashish")
    found = _features(replace(KEY, figures=(*KEY.figures, opium)), _other(figures=(differs, opium)))
    assert found == {"equal:digits 1": 1, "figures:contradict": 1}


def test_one_long_amount_and_a_name_make_the_other_amount_a_misprint() -> None:
    worth = ComparedFigure(284_000_000.0, None, "UZS", "worth")
    one = replace(KEY, figures=(worth, ComparedFigure(12_400.0, None, "capsule", "pregabalin")))
    two = _other(figures=(worth, ComparedFigure(14_200.0, None, "capsule", "pregabalin")))
    assert len(same_events([one, two], [])) == 2
    named = [replace(key, names=("rgpn",)) for key in (one, two)]
    assert len(same_events(named, [])) == 1


def _features(one: EventKey, two: EventKey) -> dict[str, float]:
    figures = compare_figures(one, two)
    return dict(figure_features(one, two, figures, find_contradiction(one, two)))


def test_every_comparison_has_one_level() -> None:
    names = [name for name, _ in setting_features(KEY, _other())]
    assert len(names) == len(set(names))
    assert {"published:at_once", "day:same", "kind:same", "drugs:same"} <= set(names)


def test_of_what_is_not_about_drugs_nothing_is_weighed() -> None:
    assert len(same_events([KEY, _other()], [])) == 1
    aside = replace(KEY, about_drugs=False)
    assert len(same_events([aside, _other(about_drugs=False)], [])) == 2


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ('Police closed "Sirius", an online shop.', "Полиция закрыла магазин «Сириус»."),
        ("Operation Tuzaq ended in Karaganda.", "В Караганде завершилась операция «Тузак»."),
    ],
)
def test_a_name_that_sounds_like_a_village_is_a_name(english: str, russian: str) -> None:
    assert set(read_names(english)) & set(read_names(russian))


def test_a_place_in_quotes_is_a_place() -> None:
    assert read_names("Груз остановлен на посту «Нур жолы» в Алматы.") == ()


@pytest.mark.parametrize(
    ("details", "told"),
    [
        (("fruit", "taxi"), "hidden:same"),
        (("taxi", "wheel"), "hidden:other"),
        (("lorry", "phone"), None),
    ],
)
def test_what_a_load_was_hidden_in_speaks_for_one_event_or_for_two(
    details: tuple[str, ...], told: str | None
) -> None:
    features = dict(setting_features(KEY, _other(details=details)))
    assert [name for name in features if name.startswith("hidden:")] == [told] * (told is not None)
    weights = load_weights("sholu.entities", "pair_weights.tsv")
    assert weights["hidden:same"] > 0 > weights["hidden:other"]
