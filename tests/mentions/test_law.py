"""Articles of law as the three languages cite them."""

from __future__ import annotations

import pytest

from sholu.mentions.law import find_law
from tests.mentions.conftest import sentence_of


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("under Article 297 part 3", ["297.3"]),
        ("part 3 of Article 297", ["297.3"]),
        ("Art.296-part 2", ["296.2"]),
        ("articles 296-302 of the code", ["296/302"]),
        ("art. 296, 297, 299-1 and 310", ["296", "297", "299-1", "310"]),
        ("по ч. 3 ст. 297 УК", ["297.3"]),
        ("часть 3 статьи 297", ["297.3"]),
        ("ст. 299-1", ["299-1"]),
        ("статей 296-302", ["296/302"]),
        ("297-баптың 3-бөлігі", ["297.3"]),
        ("297-баптың үшінші бөлігі", ["297.3"]),
        ("297-бап бойынша", ["297"]),
        ("three articles of 2024", []),
    ],
)
def test_articles_and_parts(text: str, codes: list[str]) -> None:
    assert [found.code for found in find_law(text, [sentence_of(text, None)])] == codes
