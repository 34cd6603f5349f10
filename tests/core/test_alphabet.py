"""Names stand in the order of their alphabet."""

import pytest

from sholu.core.alphabet import alphabetical


@pytest.mark.parametrize(
    "names",
    [
        ["Абай", "Ақмола", "Ақтөбе", "Алматы", "Атырау", "Әулиекөл", "Батыс Қазақстан"],
        ["Ауғанстан", "Қазақстан", "Қырғызстан", "Қытай", "Өзбекстан", "Ресей", "Түрікменстан"],
        ["Ежов", "Ёлкин", "Жуков"],
        ["almaty", "Astana", "Алматы", "астана"],
    ],
)
def test_names_in_order_stay_in_order(names: list[str]) -> None:
    mixed = names[::-1]
    assert sorted(mixed, key=alphabetical) == names
