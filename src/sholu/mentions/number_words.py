"""The words that numbers are written in, by language, from ``number_words.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sholu.mentions.word_lists import read_word_lists


@dataclass(frozen=True)
class NumberWords:
    """The number words of a language by folded word, or by phrase where words stand together."""

    weak: Mapping[str, float] = field(default_factory=dict)
    small: Mapping[str, float] = field(default_factory=dict)
    collective: Mapping[str, float] = field(default_factory=dict)
    scale: Mapping[str, float] = field(default_factory=dict)
    hundred: frozenset[str] = frozenset()
    one_and_half: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    and_half: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()


@cache
def number_words(language: str | None) -> NumberWords | None:
    """The number words of a language; None for one that isn't read."""
    lists = read_word_lists("sholu.mentions", "number_words.yaml")
    if language not in lists:
        return None
    own = _read_number_words(lists[language])
    beside = _SPOKEN_WITH.get(language or "")
    return own if beside is None else _with_words_of(own, _read_number_words(lists[beside]))


_SPOKEN_WITH = {"kk": "ru"}
"""Whose number words a language's press mixes in: полтора миллион теңге."""


def _with_words_of(own: NumberWords, other: NumberWords) -> NumberWords:
    """The number words of a language with those of another that it has no words for."""
    return NumberWords(
        weak={**other.weak, **own.weak},
        small={**other.small, **own.small},
        collective={**other.collective, **own.collective},
        scale={**other.scale, **own.scale},
        hundred=own.hundred | other.hundred,
        one_and_half=own.one_and_half | other.one_and_half,
        half=own.half | other.half,
        and_half=own.and_half | other.and_half,
        joins=own.joins,
        article=own.article,
        beginnings=own.beginnings | other.beginnings,
    )


def _read_number_words(record: Mapping[str, Any]) -> NumberWords:
    half, one_and_half = record["half"], record.get("one_and_half", [])
    numbers = [record[kind] for kind in ("weak", "small", "collective") if kind in record]
    spelled = [word for forms in numbers for words in forms.values() for word in words]
    hundred, article = record.get("hundred", []), record.get("article", [])
    endings, no_numbers = record.get("endings", []), record.get("no_numbers", [])
    small = _by_word(record["small"], endings)
    for word in no_numbers:
        small.pop(word, None)
    collective = _by_word(record.get("collective", {}), endings)
    spelled += [*small, *collective]
    thousands = _by_word({1000: record["scale"][1000]}, endings)
    spelled += thousands
    return NumberWords(
        weak=_by_word(record["weak"]),
        small=small,
        collective=collective,
        scale=_by_word(record["scale"], endings),
        hundred=frozenset(hundred),
        one_and_half=frozenset(one_and_half),
        half=frozenset(half),
        and_half=frozenset(record["and_half"]),
        joins=frozenset(record.get("and", ())),
        article=frozenset(article),
        beginnings=frozenset(
            phrase.split()[0] for phrase in (*half, *one_and_half, *spelled, *hundred, *article)
        ),
    )


def _by_word(forms: dict[float, list[str]], endings: Sequence[str] = ()) -> dict[str, float]:
    """Values by word, and by word with an ending; a word of the list itself goes first."""
    plain = {word: float(value) for value, words in forms.items() for word in words}
    return {word + end: value for word, value in plain.items() for end in endings} | plain
