"""Look up what a sentence says of the time that its numbers were counted over, by pattern."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sholu.mentions.word_lists import read_word_lists

LISTED = (
    "one_event", "search", "time_of_crime", "plans", "over_some_time", "time_told_before",
    "year_to_date", "period_named", "stock", "as_of", "existing", "happened", "bare_month",
    "span_words",
)  # fmt: skip
"""The lists of ``counting_cues.yaml``."""


@cache
def cue_pattern(cue: str, language: str) -> re.Pattern[str]:
    """What finds a list's patterns in a folded sentence."""
    joined = "|".join(_lists()[cue].get(language, ["(?!)"]))
    for name, mark in (("months", "MONTH"), ("numbers", "NUMBER")):
        joined = joined.replace(mark, f"(?:{''.join(_lists()[name].get(language, []))})")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def _lists() -> Any:
    return read_word_lists("sholu.mentions", "counting_cues.yaml")
