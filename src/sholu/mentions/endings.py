"""Case endings: Russian forms of a name made ahead, Kazakh endings taken off while reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_ADJECTIVE_ENDINGS = ("ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ого", "его", "ому", "ему",
    "ым",
                      "им", "ом", "ем", "ое", "ее", "ые", "ие", "ых", "их", "ыми",
                      "ими")  # fmt: skip
_NOUN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ия", "ии", "ию", "ией")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ою", "ами", "ах", "ам", "")),
    ("я", ("я", "и", "е", "ю", "ей", "ею")),
    ("ь", ("ь", "я", "ю", "ем", "е", "и", "ью", "ей")),
    ("й", ("й", "я", "ю", "ем", "е", "и")),
    ("о", ("о", "а", "у", "ом", "е")),
    ("ы", ("ы", "ов", "ам", "ами", "ах")),
    ("и", ("и", "ов", "ей", "ам", "ями", "ами", "ах")),
    ("е", ("е", "я", "ю", "ем", "и")),
)
"""Declension by the ending of the nominative (Zaliznyak, Grammatical Dictionary, classes 1 to 8,
without stress and without the rare forms)."""

_CONSONANT_ENDINGS = ("", "а", "у", "ом", "ем", "е", "ы", "ов", "ам", "ами", "ах", "и")
_VOWELS = "аеиоуыэюя"


def decline_russian(word: str) -> frozenset[str]:
    """Case forms of one folded Russian word, the word itself among them.

    >>> sorted(decline_russian("астана") & {"астане", "астаны", "астану"})
    ['астане', 'астану', 'астаны']
    """
    if len(word) < 3 or not word.isalpha():
        return frozenset((word,))
    if word.endswith(
        ("ский", "цкий", "ская", "цкая", "ское", "цкое", "ный", "ная", "ное", "ые", "ый")
    ):
        return frozenset(word[:-2] + ending for ending in _ADJECTIVE_ENDINGS) | {word}
    for ending, forms in _NOUN_ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return frozenset(stem + form for form in forms) | {word}
    if word[-1] in _VOWELS:
        return frozenset((word,))
    return frozenset(word + ending for ending in _CONSONANT_ENDINGS)


KAZAKH_ENDINGS = tuple(
    sorted(
        # dative, locative, ablative, accusative, genitive, instrumental, adjective of place,
        # plural;
        # the forms with н after the possessive (облысы, облысында).
        ("ға", "ге", "қа", "ке", "на", "не", "а", "е", "да", "де", "та", "те", "нда", "нде",
         "дан", "ден", "тан", "тен", "нан", "нен", "ны", "ні", "ды", "ді", "ты", "ті", "н",
         "ның", "нің", "дың", "дің", "тың", "тің", "мен", "бен", "пен",
         "дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі", "лық", "лік", "дық", "дік", "тық", "тік",
         "лар", "лер", "дар", "дер", "тар", "тер", "ы", "і", "сы", "сі"),
        key=len, reverse=True,
    )
)  # fmt: skip
"""Endings of Kazakh nouns (Krippes, Kazakh Grammar, 1996, ch. 3; vowel harmony isn't checked: a
stem
must be known to count)."""


@lru_cache(maxsize=65536)
def strip_kazakh(word: str) -> tuple[str, ...]:
    """Possible stems of a folded Kazakh word, longest first, the word itself first.

    >>> "облысы" in strip_kazakh("облысында")
    True
    """
    return (word, *dict.fromkeys(_stems(word)))


def _stems(word: str) -> Iterator[str]:
    for ending in reversed(KAZAKH_ENDINGS):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            yield word[: -len(ending)]
