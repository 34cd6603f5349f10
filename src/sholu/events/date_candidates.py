"""Dates found in an item, as candidates for the day of its event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from sholu.core.period import Period, parse_partial_date, parse_period
from sholu.events.item import Reading, ToldItem
from sholu.events.spoken_dates import find_spoken
from sholu.mentions.dates import DateReading, find_dates

Stretch = tuple[int, int]

LONGEST_EVENT = timedelta(days=120)
"""A longer period in a first paragraph is that of a plan or of statistics: contests and operations
of the corpus last up to six weeks."""


@dataclass(frozen=True)
class When:
    """ISO dates and their basis; all None where the item does not say."""

    start: str | None
    end: str | None
    basis: str | None

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.start is not None and self.start == self.end and len(self.start) == _DAY_LENGTH

    def last_day(self) -> date:
        """The last day; only of one that has dates."""
        return parse_partial_date(self.end or self.start or "").last_day()

    def first_day(self) -> date:
        """The first day; only of one that has dates."""
        return parse_partial_date(self.start or "").first_day()


_DAY_LENGTH = len("2025-01-31")
UNKNOWN = When(None, None, None)


@dataclass(frozen=True)
class Candidate:
    """A date found: its place in the text, and what it says.

    Attributes:
        counts: it is a period of statistics, not of an event.
    """

    start: int
    end: int
    when: When
    counts: bool = False


def day_of_publication(item: ToldItem) -> date | None:
    """The day from which spoken dates count, if it is known to the day."""
    if item.relative_to is None:
        return None
    day = parse_partial_date(item.relative_to[:10])
    return day.first_day() if day.day is not None else None


def find_candidates(item: ToldItem, reading: Reading, stretch: Stretch) -> list[Candidate]:
    """Usable dates of a stretch in its order; of two that overlap, the longer."""
    found = [*_printed(item, reading, stretch), *_spoken(item, reading, stretch)]
    longest_first = sorted(found, key=lambda one: (one.start - one.end, one.start))
    kept: list[Candidate] = []
    for one in longest_first:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    told = (one for one in kept if not _is_in_name(one, reading, stretch))
    return _made_plain(sorted(told, key=lambda one: one.start), reading)


_AND = re.compile(r"\s*(?:и|және|мен|пен|бен|and)\s+(?:за\s|в\s|the\s)?", re.IGNORECASE)


def _joined(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """Two periods as one where the second goes on: ``за 2024 год и первый квартал 2025 года``."""
    joined: list[Candidate] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and _goes_on(last, one) and _AND.fullmatch(reading.words(last.end, one.start)):
            joined[-1] = replace(last, end=one.end, when=replace(last.when, end=one.when.end))
        else:
            joined.append(one)
    return joined


def _goes_on(first: Candidate, second: Candidate) -> bool:
    if not (first.counts and second.counts and first.when.start and second.when.start):
        return False
    return first.when.last_day() + timedelta(days=1) == second.when.first_day()


_LONGEST_NAME = 45
_NAME_OPENS = re.compile(r"[«“„\"]([^«»“”„\".!?]*)$")
_NAME_CLOSES = re.compile(r"([^«»“”„\".!?,]*)[»”\"]")


def _is_in_name(one: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``Акция «Выбери завтра»``: a word for a day within a short name in quotation marks."""
    if one.when.basis != "relative" or not one.when.is_day:
        return False
    before = _NAME_OPENS.search(reading.words(stretch[0], one.start))
    after = _NAME_CLOSES.match(reading.words(one.end, stretch[1]))
    return bool(before and after and len(before[1] + after[1]) < _LONGEST_NAME)


_NOTHING_BETWEEN = re.compile(r"[\s,(–—-]*(?:(?:on|from|of|in|the|с|на|числа)\s+)?", re.IGNORECASE)


def _made_plain(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """Without days spoken of that a printed date beside them says: ``on Tuesday, June 3``."""
    plain = _joined(found, reading)
    for first, second in pairwise(plain.copy()):
        between = reading.words(first.end, second.start)
        if first.counts or second.counts or not _NOTHING_BETWEEN.fullmatch(between):
            continue
        if first.when.basis == "relative" and second.when.basis == "stated" and first.when.is_day:
            plain.remove(first)
    return plain


def _printed(item: ToldItem, reading: Reading, stretch: Stretch) -> Iterator[Candidate]:
    sentences = reading.parsed_sentences(*stretch)
    for found in find_dates(reading.read_text.text, sentences, item.relative_to):
        when = _read(found, reading)
        start, end = reading.printed_at(found.start), reading.printed_at(found.end)
        if stretch[0] <= start < stretch[1] and when.basis:
            yield Candidate(start, end, when)


def _spoken(item: ToldItem, reading: Reading, stretch: Stretch) -> Iterator[Candidate]:
    published = day_of_publication(item)
    if published is None:
        return
    text, first = reading.words(*stretch), reading.read_at(stretch[0])
    for found in find_spoken(text, published):
        basis = "stated" if re.search(r"\d", text[found.start : found.end]) else "relative"
        when = When(found.first.isoformat(), found.last.isoformat(), basis)
        start, end = reading.printed_at(first + found.start), reading.printed_at(first + found.end)
        yield Candidate(start, end, when, found.counts)


def _read(found: DateReading, reading: Reading) -> When:
    """A date with the day printed is stated, even if its year is that of the publication."""
    words = reading.read_text.text[found.start : found.end]
    is_stated = found.basis == "stated" or bool(re.search(r"\d", words))
    period = parse_period(found.iso) if found.iso else None
    if period is None:
        return UNKNOWN if is_stated else When(None, None, "relative")
    if not _is_event_like(period):
        return UNKNOWN
    return When(str(period.start), str(period.end), "stated" if is_stated else "relative")


def _is_event_like(period: Period) -> bool:
    """Whether something may have happened then: known to the day, and not for months."""
    return period.start.day is not None and period.last_day() - period.first_day() <= LONGEST_EVENT
