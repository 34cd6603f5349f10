"""Relations told over two sentences: each is found if it fails, and left alone if it holds."""

from __future__ import annotations

import pytest

from tests.events.conftest import Check

PAIRS = [
    ("Officers found 12 boxes of 3 kg of hashish. The total weight was {} kg.", "46", "36"),
    ("Изъяли 60 г кокаина. Грамм кокаина стоит 50 000 тенге. Стоимость кокаина – {} тенге.",
     "4 800 000", "3 000 000"),
    ("They held 21 people. Of them 12 were men and {} were women.", "7", "9"),
    ("В июле сожгли 33 кг гашиша, в августе – 71 кг. В августе сожгли на {} кг больше.",
     "48", "38"),
    ("The ring worked from 2014 to 2019. In those {} years it sold opium.", "nine", "five"),
    ("2023 жылы 90 кг гашиш, 2024 жылы 180 кг гашиш алынды. Гашиш көлемі {} есе өсті.",
     "төрт", "екі"),
    ("Изъято 230 телефонов и 170 сим-карт, всего {} предметов.", "500", "400"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), PAIRS)
def test_only_what_does_not_fit_is_found(check: Check, text: str, wrong: str, right: str) -> None:
    assert check(text.format(wrong))
    assert not check(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        "They held 21 people. Of them 12 were men, 6 women and 3 children.",
        "They took 5 kg of hashish in May, 8 kg in June. Last year it was 9 kg more.",
        "Officers found 12 boxes of 3 kg of hashish. With other finds the total was 50 kg.",
    ],
)
def test_what_need_not_add_up_is_left_alone(check: Check, text: str) -> None:
    assert not check(text)
