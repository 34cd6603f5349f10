"""The country whose officers act: ``Colombian prosecutors``, ``турецкая полиция``."""

from __future__ import annotations

import re
from functools import cache

from sholu.mentions.word_lists import read_word_lists

_OFFICERS = {
    "en": (
        r"police\w*|prosecutors?|customs|border|coast\s?guards?|gendarme\w*|authorit(?:y|ies)|officials?|"
        r"security|navy|marines?|court|courts|government|parliament|lawmakers?|mayors?|ministry|minister|"
        r"troops|forces|detectives?|investigators?|narcotics|anti-?narcotics|anti-?drugs?|counter-?narcotics|"
        r"drug|federal|intelligence|judges?|judicial|law\senforcement"
    ),
    "ru": (
        r"полиц\w+|прокур\w+|тамож\w+|погранич\w+|власт\w+|силовик\w*|спецслужб\w*|суд\w*|правительств\w+|"
        r"парламент\w*|министерств\w+|министр\w*|жандарм\w+|следовател\w+|правоохранит\w+|военн\w+|"
        r"наркополиц\w+|антинаркот\w+|сыщик\w*|разведк\w+|чиновник\w*|мэр\w*"
    ),
    "kk": (
        r"полиц\w+|прокур\w+|кеден\w*|шекара\w*|билі[кг]\w*|сот\w*|үкімет\w*|парламент\w*|министр\w*|"
        r"жандарм\w*|құқық\sқорға\w+|қауіпсіздік\w*|әскери\w*|тергеуші\w*"
    ),
}
"""Who acts for a state: beside nobody else does the adjective say where something happened."""

_BETWEEN = {"en": r"\s(?:[\w-]+\s)?", "ru": r"\w{1,4}\s(?:\w+\s)?", "kk": r"\s"}
"""From the adjective to the officers: at most one further word; Russian adds its ending."""


def country_of_officers(text: str, language: str | None) -> str | None:
    """The one country whose officers a text names by an adjective; None for none or several."""
    if language not in _OFFICERS:
        return None
    named = {match.lastgroup for match in _expression(language).finditer(text)}
    return named.pop() if len(named) == 1 else None


@cache
def _expression(language: str) -> re.Pattern[str]:
    adjectives = read_word_lists("sholu.events", "nationalities.yaml")
    named = "|".join(
        rf"(?P<{country}>{'|'.join(re.escape(word) for word in languages[language])})"
        for country, languages in adjectives.items()
    )
    adjective = named if language == "en" else f"(?i:{named})"  # polish is no Polish
    return re.compile(
        rf"(?<!\w)(?:{adjective}){_BETWEEN[language]}(?i:{_OFFICERS[language]})(?!\w)"
    )
