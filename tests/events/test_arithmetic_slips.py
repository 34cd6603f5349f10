"""Lists that miss a total told before by one digit: answers worked by hand."""

from __future__ import annotations

import pytest

from sholu.events.arithmetic_slips import differ_by_slip
from tests.events.conftest import Check

LISTS = [
    # The text, the total that is wrong by a digit, the total that is right.
    ("За полугодие учтено {} наркопреступлений. "
     "Фактов сбыта – 1 204, хранения – 877, прочих – 231.",
     "2 412", "2 312"),
    ("Зарегистрировано {} преступлений, из них сбыт – 168, хранение – 81, культивирование – 33.",
     "292", "282"),
    ("Наркопреступлений стало больше\n\nС начала года зарегистрировано {} наркопреступления.\n\n"
     "Из общего числа:\n– 1 310 связаны со сбытом;\n– 894 – с хранением;\n"
     "– 327 – с культивированием;\n– 211 – прочие.",
     "2 842", "2 742"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), LISTS)
def test_a_list_that_misses_its_total_by_a_digit_is_found(
    check: Check, text: str, wrong: str, right: str
) -> None:
    assert check(text.format(wrong))
    assert not check(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        # A list of some of them, which misses the total by anything.
        "За год учтено 2 641 наркопреступление. Сбыт – 1 204, хранение – 877, контрабанда – 231.",
        # A range in words is none: the dash stands for what is left out.
        "Две тысячи тенге – один шарик, пять – три шарика.",
    ],
)
def test_what_is_only_part_of_a_total_is_left_alone(check: Check, text: str) -> None:
    assert not check(text)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        (5_218, 5_118, True),
        (284, 248, True),
        (1_457, 1_477, True),
        (5_218, 5_107, False),
        (96, 92, False),  # of short numbers every second differs in one digit
        (1_000, 2_000, False),
        (412, 41_2_0, False),
    ],
)
def test_a_slip_is_one_digit_or_two_that_changed_places(
    one: float, other: float, slip: bool
) -> None:
    assert differ_by_slip(one, other) is slip


def test_bags_of_one_size_are_compared_with_what_lay_in_them(check: Check) -> None:
    text = "Officers found 5 kg {} g of opium under the seat, in three bags of 1 kg 700 g each."
    assert check(text.format("30"))
    assert not check(text.format("100"))
