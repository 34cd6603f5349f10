"""The police of a region are its department, whatever they are called."""

import pytest

from sholu.mentions.regional_police import find_regional_police
from sholu.mentions.words import split_words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Полиция Абайской области задержала курьера"),
        ("ru", "В Жамбылской области полицейские сожгли сорняк"),
        ("ru", "Полицейские Костаная нашли свёрток"),
        ("ru", "Алматинские полицейские нашли свёрток"),
        ("ru", "Костанайская полиция нашла свёрток"),
        ("en", "Police in the Kazakh capital held two men"),
        ("en", "Police in the East Kazakhstan region held two men"),
        ("en", "Almaty regional police held two men"),
        ("kk", "Ақмола облысының полицейлері ұстады"),
        ("kk", "Шымкент қаласының полициясы ұстады"),
    ],
)
def test_police_named_with_a_region_or_its_seat_are_found(language: str, text: str) -> None:
    assert list(find_regional_police(split_words(text), language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В Семее школьникам показали полицейского пса"),
        ("en", "The police are looking for the owner"),
        ("ru", "Шуские полицейские нашли свёрток"),
        ("ru", "Алматинские школьники встретили полицейских"),
        ("kk", "Шу ауданында полицейлер рейд жүргізді"),
    ],
)
def test_police_without_a_region_are_not(language: str, text: str) -> None:
    assert not list(find_regional_police(split_words(text), language))
