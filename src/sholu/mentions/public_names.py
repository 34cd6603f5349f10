"""Tell heads of state, and those after whom streets and schools are named, from private persons."""

from __future__ import annotations

import re
from functools import cache

from sholu.mentions.known_words import name_key
from sholu.mentions.same_name import stems_of
from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import fold

_ON_STREET = frozenset(("на", "по", "вдоль", "угол", "углу", "улице", "улицы", "ул", "on", "along"))


def is_namesake(name: str) -> bool:
    """Whether a name, in any case form and spelling, is one that streets and schools bear.

    >>> is_namesake("Мағжан Жұмабаевтың"), is_namesake("Мағжан Садықов")
    (True, False)
    """
    return _has_two_of_one(name, "namesakes")


def is_head(name: str) -> bool:
    """Whether a name is that of a head of state or of a world organisation.

    >>> is_head("Касым-Жомартом Токаевым"), is_head("Токаеву"), is_head("Жапарову")
    (True, True, False)
    """
    return _has_two_of_one(name, "heads") or any(
        _keys(word) & _single("alone") for word in _words(name)[-1:]
    )


def is_street(name: str, before: str | None) -> bool:
    """Whether a single name after "on" is a street's: ``на Саина``.

    Args:
        before: the word before it, folded; None if there is none.
    """
    words = _words(name)
    return len(words) == 1 and before in _ON_STREET and bool(_keys(words[0]) & _single("streets"))


_MEMORY = re.compile(
    r"поэт|стих|мыслител|назидани|юбиле|памятник|музе[йяею]|наследи|театр|литератур|писател|классик|"
    r"мавзоле|произведени|ақын|өлең|қара\sсөз|мерейтой|ескерткіш|мұражай|музей|әдебиет|жазушы|мұра|"
    r"кесене|шығарма|жылдығ|poet|verse|poem|book\sof\swords|anniversary|monument|museum|heritage|theat|"
    r"literat|writer|classic|mausoleum|statue",
    re.IGNORECASE,
)
"""What is told of where the dead are remembered."""


def tells_of_memory(text: str) -> bool:
    """Whether a text tells of poets, monuments or feasts."""
    return _MEMORY.search(text) is not None


def is_remembered(name: str) -> bool:
    """Whether a single name is that of somebody known by it alone: Abay, Shakarim, Pushkin.

    >>> is_remembered("Абайдың"), is_remembered("Abai's"), is_remembered("Абай Сериков")
    (True, True, False)
    """
    words = _words(name.removesuffix("'s").removesuffix("’s"))
    return len(words) == 1 and bool(_keys(words[0]) & _single("remembered"))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", name) if len(word) > 1]


def _keys(word: str) -> frozenset[str]:
    """Keys of the stems that a word may have, the same in both scripts."""
    folded = fold(word)
    return frozenset(name_key(stem) for stem in (*stems_of(folded), folded))


def _has_two_of_one(name: str, kind: str) -> bool:
    """Whether two words of a name stand in one line of the list."""
    words = _words(name)
    if len(words) < 2:
        return False
    keys = [_keys(word) for word in words]
    return any(sum(bool(one & line) for one in keys) > 1 for line in _lines(kind))


@cache
def _lines(kind: str) -> tuple[frozenset[str], ...]:
    lines: list[str] = read_word_lists("sholu.mentions", "public_names.yaml")[kind]
    return tuple(frozenset().union(*map(_keys, line.split())) for line in lines)


@cache
def _single(kind: str) -> frozenset[str]:
    return frozenset().union(*_lines(kind))
