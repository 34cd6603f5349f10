"""When an event happened, as the sentences that tell it say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from sholu.core.period import Period, parse_period
from sholu.events.item import Reading, ToldItem
from sholu.mentions.dates import DateReading, find_dates

LONGEST_EVENT = timedelta(days=120)
"""A longer period in a first paragraph is that of a plan or of statistics: contests and operations
of the corpus last up to six weeks."""

_OTHER_MATTER = re.compile(
    r"(?:c[ao]m(?:e|es|ing)|enter(?:ed|s)?|entry)\s+into\s+(?:force|effect)|\bin\s+force\b"
    r"|\b(?:law|act|resolution|order|decree|decision)\s+(?:no|of|dated)\b|\bdated\b|\bborn\b"
    r"|\bsince\s+the\s+beginning"
    r"|\bcompared\b|\bsame\s+period\b|\bmonths?\s+of\b|\bas\s+of\b"
    r"|вступи\w+\s+в\s+(?:силу|действие)|вступа\w+\s+в\s+(?:силу|действие)|введен\w+\s+в\s+действие"
    r"|\b(?:закон|приказ|постановлени|указ|решени)\w*\s+(?:№|от)|\bот\s*$|\bрожд"
    r"|\bс\s+начала\s+(?:текущего\s+)?год"
    r"|\bпо\s+сравнению|\bаналогичн|\bмесяц\w*\s+\d{4}|\bпо\s+состоянию"
    r"|\b(?:until|till|by|before|до|к|дейін)\s*$|күшіне\s+ен|\bжыл\s+басынан",
    re.IGNORECASE,
)
"""Words around a date that make it the date of something else: a law or a count."""

CONTEXT = 30
"""Characters before a date, within its sentence, that are searched for such words: ``amendments
that came into force on the`` needs 20. After it a shorter clause is enough."""

AFTER = 25

LEADING_PARAGRAPHS = 2
"""Paragraphs that may say when; further down stand dates of earlier and later events."""


@dataclass(frozen=True)
class When:
    """ISO dates and their basis; all None where the item does not say."""

    start: str | None
    end: str | None
    basis: str | None


UNKNOWN = When(None, None, None)


def find_date(item: ToldItem, reading: Reading) -> When:
    """The date in the title, the first paragraph or the second.

    A relative date (``yesterday``) becomes a date only if it is known from which day it counts.
    """
    relative: When | None = None
    for stretch in _stretches(item):
        sentences = reading.parsed_sentences(*stretch)
        for found in find_dates(reading.text.text, sentences, item.relative_to):
            inside = stretch[0] <= found.start < stretch[1]
            if not inside or _is_of_other_matter(found, reading, stretch):
                continue
            when = _read(found, reading)
            if when.basis == "stated" or when.start:
                return when
            if _tells(found, item, reading):
                relative = relative or when
    return relative or UNKNOWN


def _tells(found: DateReading, item: ToldItem, reading: Reading) -> bool:
    """Whether a relative date stands in the title or the first sentence: "today" is often vague."""
    if not item.telling or found.start < item.telling[0].start:
        return True
    first = item.telling[0]
    return found.start < reading.sentences(first.start, first.end)[0][1]


def _stretches(item: ToldItem) -> list[tuple[int, int]]:
    stretches = [(p.start, p.end) for p in item.telling[:LEADING_PARAGRAPHS]]
    if item.title_start is not None and item.title_end is not None:
        stretches.insert(0, (item.title_start, item.title_end))
    return stretches


def _read(found: DateReading, reading: Reading) -> When:
    """A date with the day printed is stated, even if its year is that of the publication."""
    printed = reading.text.text[found.start : found.end]
    is_stated = found.basis == "stated" or bool(re.search(r"\d", printed))
    period = parse_period(found.iso) if found.iso else None
    if period is None:
        return UNKNOWN if is_stated else When(None, None, "relative")
    if not _is_event_like(period):
        return UNKNOWN
    return When(str(period.start), str(period.end), "stated" if is_stated else "relative")


def _is_event_like(period: Period) -> bool:
    """Whether something may have happened then: known to the day, and not for months."""
    return period.start.day is not None and period.last_day() - period.first_day() <= LONGEST_EVENT


def _is_of_other_matter(found: DateReading, reading: Reading, stretch: tuple[int, int]) -> bool:
    low, high = reading.sentence_at(found.start, *stretch)
    text = reading.text.text
    before = text[max(low, found.start - CONTEXT) : found.start]
    after = text[found.end : min(high, found.end + AFTER)]
    return bool(_OTHER_MATTER.search(before) or _OTHER_MATTER.search(after))
