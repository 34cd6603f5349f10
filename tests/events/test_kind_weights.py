"""How features of an item are weighed, on weights made by hand."""

from __future__ import annotations

import math

import pytest

from sholu.events.kind_features import KindFeatures, find_features
from sholu.events.kinds import NO_KIND, kind_chances, load_weights
from sholu.vocabulary.load import load

KINDS = ["seizure", "court"]


def test_the_chances_are_those_of_a_multinomial_logit() -> None:
    weights = {"always": {"court": 1.0}, "mass": {"seizure": 2.0}, "cue_title": {"*": 0.5}}
    features = KindFeatures({"always": 1.0, "mass": 1.0}, {"court": {"cue_title": 2.0}}, {})
    chances = kind_chances(features, KINDS, weights)
    # Scores by hand: seizure 2, court 1 + 2 x 0.5 = 2, none 0.
    total = 2 * math.exp(2) + 1
    assert chances["seizure"] == pytest.approx(math.exp(2) / total)
    assert chances["court"] == pytest.approx(math.exp(2) / total)
    assert chances[NO_KIND] == pytest.approx(1 / total)


def test_a_text_without_any_feature_has_no_kind() -> None:
    features = find_features("Snow is expected", "It will be cold.", "", load().event_kinds)
    only_weather = KindFeatures({"always": 1.0}, {}, {})
    assert kind_chances(only_weather, KINDS, load_weights()) == {NO_KIND: 1.0}
    assert "taken" not in features.common


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        (
            "Изъято 3 кг героина",
            "Водитель задержан.",
            {"title:taken", "title:kilograms", "detained"},
        ),
        ("5 grams of salts", "A man, 27-year-old, was held.", {"title:grams", "one_person"}),
        ("Талқыланды", "Мәжіліс түзетулерді қабылдады.", {"law_changed"}),
    ],
)
def test_signals_are_named_in_three_languages(title: str, lead: str, expected: set[str]) -> None:
    found = find_features(title, lead, "", load().event_kinds)
    assert expected <= set(found.common)


def test_what_stands_only_in_the_rest_says_less_than_in_the_title() -> None:
    kinds = load().event_kinds
    in_title = find_features("Лаборатория закрыта", "", "", kinds).common["made_drugs"]
    in_rest = find_features("Сообщение", "", "Там была лаборатория.", kinds).common["made_drugs"]
    assert in_rest < in_title


def test_every_weight_belongs_to_a_known_feature_and_kind() -> None:
    kinds = {kind.code for kind in load().event_kinds} | {NO_KIND, "*"}
    for feature, by_kind in load_weights().items():
        assert set(by_kind) <= kinds, feature
