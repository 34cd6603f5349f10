"""Case endings: Russian forms of a name made ahead, Kazakh endings taken off while reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_ADJECTIVE_ENDINGS = ("ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ого", "его", "ому", "ему",
    "ым",
                      "им", "ом", "ем", "ое", "ее", "ые", "ие", "ых", "их", "ыми",
                      "ими")  # fmt: skip
_NOUN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ия", "ии", "ию", "ией", "ие")),
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

_ADJECTIVES = (
    "ский", "цкий", "ская", "цкая", "ское", "цкое", "ный", "ная", "ное", "ые", "ый", "ские", "щие",
    "щий", "ний", "няя", "нее", "шая", "вая", "рая", "лая", "жая", "кое", "вое", "рое", "лое",
    "тое",
)  # fmt: skip
"""Endings of names that are adjectives: Верхний, Боровое, Большая."""

_CONSONANT_ENDINGS = ("", "а", "у", "ом", "ем", "е", "ы", "ов", "ам", "ами", "ах", "и")
_VOWELS = "аеиоуыэюя"


def decline_russian(word: str) -> frozenset[str]:
    """Case forms of one folded Russian word, the word itself among them.

    >>> sorted(decline_russian("астана") & {"астане", "астаны", "астану"})
    ['астане', 'астану', 'астаны']
    """
    if len(word) < 3 or not word.isalpha():
        return frozenset((word,))
    if word.endswith(_ADJECTIVES):
        return frozenset(word[:-2] + ending for ending in _ADJECTIVE_ENDINGS) | {word}
    for ending, forms in _NOUN_ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return frozenset(stem + form for form in forms) | {word}
    if word[-1] in _VOWELS:
        return frozenset((word,))
    return frozenset(word + ending for ending in _CONSONANT_ENDINGS)


def _kazakh_chains() -> Iterator[str]:
    """Plural, possessive and case in a row, of back and of front vowels."""
    case_sets = (
        ("", "ға", "қа", "а", "да", "та", "дан", "тан", "нан", "ны", "ды", "ты", "ның", "дың",
         "тың", "мен", "бен", "пен", "дағы", "тағы", "дағылар", "ша", "дай", "тай"),
        ("", "ге", "ке", "е", "де", "те", "ден", "тен", "нен", "ні", "ді", "ті", "нің", "дің",
         "тің", "мен", "бен", "пен", "дегі", "тегі", "дегілер", "ше", "дей", "тей"),
    )  # fmt: skip
    own_sets = (
        ("ы", "сы", "ымыз", "мыз"),
        ("", "н", "на", "нда", "нан", "ның", "ны", "мен", "ндағы", "ша"),
        ("і", "сі", "іміз", "міз"),
        ("", "н", "не", "нде", "нен", "нің", "ні", "мен", "ндегі", "ше"),
    )  # fmt: skip
    for cases, plurals, (owns, own_cases), adjectives in (
        (case_sets[0], ("", "лар", "дар", "тар"), own_sets[:2], ("лық", "дық", "тық")),
        (case_sets[1], ("", "лер", "дер", "тер"), own_sets[2:], ("лік", "дік", "тік")),
    ):
        yield from ("нікі", "дікі", "тікі")  # апиындікі – 30 пайыз: that of it
        yield from own_cases  # of a name that ends in a possessive: облысы, облысында
        for plural in plurals:
            yield from (plural + case for case in cases)
            yield from (plural + own + case for own in owns for case in own_cases)
        yield from adjectives
        yield from (adjective + case for adjective in adjectives for case in cases[:12])


KAZAKH_ENDINGS = frozenset(_kazakh_chains()) - {""}
"""Chains of endings that Kazakh nouns take: plural, possessive, case, adjective of place or kind
(Krippes, Kazakh Grammar, 1996, ch. 3). Harmony with the stem isn't checked: that must be known to
count."""

_LONGEST_ENDING = max(map(len, KAZAKH_ENDINGS))
_EASED = ("скі", "цкі", "ргі")
"""Russian names take a vowel before an ending: Омскіде, Донецкіден, Выборгіге."""

_HARDENED = {"ғ": "қ", "г": "к", "б": "п"}
"""Last consonants of stems that a vowel softened: әкімдігі of әкімдік, бабы of бап."""


@lru_cache(maxsize=65536)
def strip_kazakh(word: str) -> tuple[str, ...]:
    """Possible stems of a folded Kazakh word, longest first, the word itself first.

    >>> strip_kazakh("облыстарында")[1:]
    ('облыстарын', 'облыстары', 'облыстар', 'облыс')
    >>> "әкімдік" in strip_kazakh("әкімдігінің")
    True
    """
    return (word, *dict.fromkeys(_stems(word)))


def _stems(word: str) -> Iterator[str]:
    for length in range(len(word) - 1, max(1, len(word) - _LONGEST_ENDING - 1), -1):
        if word[length:] in KAZAKH_ENDINGS:
            stem = word[:length]
            yield stem
            if stem.endswith(_EASED):
                yield stem[:-1]
            if stem[-1] in _HARDENED and word[length] in "ыі":
                yield stem[:-1] + _HARDENED[stem[-1]]
