"""The ranks, posts and other words that tell who a person is, from ``official_titles.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sholu.mentions.word_lists import read_word_lists


@dataclass(frozen=True)
class TitleWords:
    """The lists of ``official_titles.yaml`` for one language, as expressions for folded words."""

    ranks: re.Pattern[str]
    titles: re.Pattern[str]
    private: re.Pattern[str]
    organisations: re.Pattern[str]
    speaking: re.Pattern[str]


@cache
def title_words(language: str) -> TitleWords:
    record: dict[str, dict[str, list[str]]] = read_word_lists(
        "sholu.mentions", "official_titles.yaml"
    )
    words = {kind: record[kind][language] for kind in record}
    return TitleWords(
        ranks=_expression(words["ranks"]),
        titles=_expression([*words["ranks"], *words["posts"]]),
        private=_expression(words["private"]),
        organisations=_expression(words["organisations"]),
        speaking=_expression(words["speaking"]),
    )


def _expression(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words; of a phrase its last word decides, for titles are looked up word by
    word."""
    parts = (
        re.escape(re.split(r"[ .]", word.rstrip("*"))[-1]) + (r"\w*" if word.endswith("*") else "")
        for word in words
    )
    return re.compile("|".join(parts))
