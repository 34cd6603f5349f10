"""Years that a court gives and that are no imprisonment."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Found guilty, he was banned from driving for 7 years.", "banned from driving"),
        ("She got 5 years in prison and a two-year driving ban.", "driving ban"),
        ("The judge gave him 3 years of restriction of freedom.", "restriction of freedom"),
        ("Суд лишил его водительских прав на 7 лет.", "водительских прав"),
        ("Он получил 5 лет колонии с лишением права занимать пост на 10 лет.", "права занимать"),
        ("Приговор: 2 года ограничения свободы.", "ограничения свободы"),
        ("Суд жүргізушіні көлік жүргізу құқығынан 7 жылға айырды.", "құқығынан"),
        ("Сот оған 3 жылға бас бостандығын шектеу жазасын тағайындады.", "бас бостандығын шектеу"),
    ],
)  # fmt: skip
def test_a_punishment_other_than_prison_is_called_so(
    text: str, of: str, figures_of: ReadFigures
) -> None:
    last = figures_of(text)[-1]
    assert of in (last.of or "")
    assert not any(word in (last.of or "") for word in ("срок лишения", "prison", "айыру мерзімі"))


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("He was sentenced to 5 years in prison and barred from office.", "prison"),
        ("Суд приговорил его к 6 годам лишения свободы.", "лишения свободы"),
        ("Сот оны 7 жылға бас бостандығынан айырды.", "бас бостандығынан айыру"),
    ],
)
def test_imprisonment_stays_imprisonment(text: str, of: str, figures_of: ReadFigures) -> None:
    assert of in (figures_of(text)[0].of or "")
