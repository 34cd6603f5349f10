"""Dates that only the day of publication makes dates: on Tuesday, over the weekend, since May.

The press of the region rarely prints a year, and often no month: what happened ``во вторник``
happened on the last Tuesday before the note came out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sholu.events.english_days import ENGLISH_COUNTING, ENGLISH_DAYS
from sholu.events.kazakh_counting import KAZAKH_COUNTING
from sholu.events.kazakh_days import KAZAKH_DAYS
from sholu.events.russian_days import RUSSIAN_FORMS
from sholu.events.spoken_counting import COUNTING_FORMS
from sholu.events.spoken_forms import DAY_FORMS, LATE_FORMS
from sholu.events.worded_days import WORDED_FORMS
from sholu.mentions.kazakh_letters import fold_letters


@dataclass(frozen=True)
class SpokenDate:
    """Offsets in the text searched, first and last day.

    Attributes:
        counts: a period of statistics, not of an event.
    """

    start: int
    end: int
    first: date
    last: date
    counts: bool = False


_FORMS = (
    *ENGLISH_DAYS,
    *ENGLISH_COUNTING,
    *KAZAKH_DAYS,
    *RUSSIAN_FORMS,
    *KAZAKH_COUNTING,
    *WORDED_FORMS,
    *DAY_FORMS,
    *COUNTING_FORMS,
    *LATE_FORMS,
)
"""The particular before the general."""


@lru_cache(maxsize=64)
def find_spoken(text: str, published: date) -> tuple[SpokenDate, ...]:
    """Dates spoken of from the day of publication, in their order, none overlapping.

    The text is to be in its reading form (`sholu.mentions.scripts`). Title and first paragraphs are
    searched by several readers of one item, so the last ones are kept.
    """
    folded = fold_letters(text)
    found: list[SpokenDate] = []
    for form in _FORMS:
        for match in form.pattern.finditer(folded):
            days = form.build(match, published)
            if days is None or any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            found.append(SpokenDate(match.start(), match.end(), *days, form.counts))
    return tuple(sorted(found, key=lambda spoken: spoken.start))
