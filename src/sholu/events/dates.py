"""When an event happened, as the sentences that tell it say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from sholu.core.period import DateError, Period, parse_period
from sholu.events.item import Reading, ToldItem
from sholu.mentions.model import Mention

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
    r"|күшіне\s+ен|\bжыл\s+басынан",
    re.IGNORECASE,
)
"""Words around a date that make it the date of something else: a law or a count."""

CONTEXT = 30
"""Characters before a date, within its sentence, that are searched for such words: ``amendments
that came into force on the`` needs 20. After it a shorter clause is enough."""

AFTER = 25


@dataclass(frozen=True)
class When:
    """ISO dates and their basis; all None where the item does not say."""

    start: str | None
    end: str | None
    basis: str | None


UNKNOWN = When(None, None, None)


def find_date(item: ToldItem, reading: Reading) -> When:
    """The date in the title, the first paragraph or, to the day, the second.

    A relative date (``yesterday``) becomes a date only if it is known from which day it counts.
    """
    stretches = [(p.start, p.end) for p in item.telling[:2]]
    if item.title_start is not None and item.title_end is not None:
        stretches.insert(0, (item.title_start, item.title_end))
    relative: When | None = None
    for start, end in stretches[:3]:
        for mention in reading.mentions(start, end, "date"):
            if _is_of_other_matter(mention, reading, start, end):
                continue
            when = _read(mention, item)
            if when.basis == "stated":
                return when
            first_sentence = reading.sentences(start, end)[0]
            if mention.span.start < first_sentence[1]:
                relative = relative or when
    return relative or UNKNOWN


def _read(mention: Mention, item: ToldItem) -> When:
    if mention.role == "relative":
        known = mention.code if item.relative_to else None
        period = _period(known) if known else None
        if period is None:
            return When(None, None, "relative")
        return When(str(period.start), str(period.end), "relative")
    period = _period(mention.code) if mention.code else None
    if period is None or not _is_event_like(period):
        return UNKNOWN
    return When(str(period.start), str(period.end), "stated")


def _period(code: str) -> Period | None:
    try:
        return parse_period(code)
    except DateError:
        return None


def _is_event_like(period: Period) -> bool:
    """Whether something may have happened then: known to the day, or within one month."""
    if period.start.month is None:
        return False
    return period.last_day() - period.first_day() <= LONGEST_EVENT and (
        period.start.day is not None or period.start == period.end
    )


def _is_of_other_matter(mention: Mention, reading: Reading, start: int, end: int) -> bool:
    low, high = reading.sentence_at(mention.span.start, start, end)
    text = reading.text.text
    before = text[max(low, mention.span.start - CONTEXT) : mention.span.start]
    after = text[mention.span.end : min(high, mention.span.end + AFTER)]
    return bool(_OTHER_MATTER.search(before) or _OTHER_MATTER.search(after))
