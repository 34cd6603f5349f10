"""Which mistakes of a reader are the most frequent, by language and field."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.build.evaluation import Measured

_PRINTED = re.compile(r"'.*'")
_UNIT = re.compile(r"\((\S+) of .*\)")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


@dataclass(frozen=True)
class CommonMistake:
    """A sort of mistake, in how many places it was made, and in which items first."""

    language: str
    field: str
    mistake: str
    count: int
    items: tuple[str, ...]


EXAMPLES = 3
"""Items named for each sort of mistake."""


def commonest_mistakes(items: Sequence[Measured], number: int) -> list[CommonMistake]:
    """The most frequent sorts of mistakes of each language, the most frequent first.

    Args:
        number: of sorts in each language.
    """
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in items:
        for mistake in one.mistakes:
            field, _, words = mistake.partition(": ")
            found[one.item.language, field, sort_of(words)].append(one.item.id)
    languages = sorted({language for language, _, _ in found})
    return [
        CommonMistake(*key, len(where), tuple(Counter(where))[:EXAMPLES])
        for name in languages
        for key, where in _largest(found, name, number)
    ]


def _largest(
    found: dict[tuple[str, str, str], list[str]], language: str, number: int
) -> list[tuple[tuple[str, str, str], list[str]]]:
    of_language = [entry for entry in found.items() if entry[0][0] == language]
    return sorted(of_language, key=lambda entry: (-len(entry[1]), entry[0]))[:number]


def sort_of(mistake: str) -> str:
    """A mistake without the words and days of its item: what many items have in common.

    >>> sort_of("'12 kg' (kg of heroin) missed")
    'kg missed'
    """
    return _DAYS.sub("a day", _UNIT.sub(r"\1", _PRINTED.sub("", mistake))).strip()
