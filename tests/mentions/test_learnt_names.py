"""Names that stand in no list are found by the words beside them; capitals alone are no name."""

from __future__ import annotations

import pytest

from sholu.evidence.read import read_document
from sholu.mentions.known_words import is_listed_name
from sholu.mentions.learnt_names import learnt_names, small_words
from sholu.mentions.sentences import read_sentences


def _learnt(text: str) -> list[str]:
    document = read_document(text.encode(), "item.txt").text
    sentences = read_sentences(document)
    in_small = small_words(sentences)
    return [
        document.text[start:end]
        for sentence in sentences
        for start, end in learnt_names(sentence, _nothing, _nothing, in_small)
    ]


def _nothing(start: int, end: int) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Judges heard that Quembo Trasilvu, 34, had swallowed the capsules.",
            "Quembo Trasilvu",
        ),
        ("His neighbour Draskell said that nobody knew about the greenhouse.", "Draskell"),
        ("«Мы ничего не знали», — сказала сестра обвиняемого Фриола Квамбе.", "Фриола Квамбе"),
        ("Следствие считает, что Дзумраль хранил гашиш в гараже.", "Дзумраль"),
        ("Сот үкімімен Тумралық Кәмбил 12 жылға бас бостандығынан айырылды.", "Тумралық Кәмбил"),
        ("Күдікті Зүркембай есірткіні көрші ауылдан алғанын айтты.", "Зүркембай"),
    ],
)
def test_a_name_of_no_list_is_known_by_its_neighbours(text: str, name: str) -> None:
    assert not any(is_listed_name(word) for word in name.split())
    assert _learnt(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Internal Affairs signed a Memorandum with the World Health Organization.",
        "Drug Control Agency Opens New Training Centre Near Border",
        "Операция «Канал» прошла в Алматинской области и в Шымкенте.",
        "Сотрудники Комитета национальной безопасности нашли тайник в посёлке Кордай.",
        "Қазақстан Республикасының Ішкі істер министрлігі «Көкнәр» операциясын өткізді.",
        "Астана қаласында жаңа оңалту орталығы ашылды.",
    ],
)
def test_bodies_places_and_operations_are_no_names(text: str) -> None:
    assert _learnt(text) == []
