"""A choice among alternatives is that of a conditional logit, checked by hand."""

import math

import pytest

from sholu.core.choice import chances, choose


def test_chances_are_the_shares_of_exponents_of_summed_weights():
    weights = {"a": math.log(3), "b": math.log(2)}
    assert chances([{"a": 1.0}, {"b": 1.0}, {}], weights) == pytest.approx([3 / 6, 2 / 6, 1 / 6])
    assert chances([{"a": 1.0, "b": 1.0}, {}], weights) == pytest.approx([6 / 7, 1 / 7])


def test_a_feature_counts_as_much_as_its_value_and_one_without_weight_nothing():
    assert chances([{"a": 2.0, "unheard": 5.0}, {}], {"a": math.log(2)}) == pytest.approx(
        [0.8, 0.2]
    )


def test_utilities_beyond_the_range_of_exponents_are_compared_all_the_same():
    assert chances([{"a": 1.0}, {}], {"a": 5000.0}) == [1.0, 0.0]


def test_alternatives_of_one_outcome_add_up():
    told = [("early", {"x": 1.0}), ("late", {"y": 1.0}), ("late", {"y": 1.0})]
    outcome, chance = choose(told, {"x": math.log(3), "y": math.log(2)})
    assert (outcome, chance) == ("late", pytest.approx(4 / 7))


def test_nothing_can_be_chosen_from_nothing():
    with pytest.raises(ValueError, match="nothing to choose from"):
        choose([], {})
