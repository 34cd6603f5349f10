"""When an event happened, as the sentences that tell it say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sholu.core.period import Period, parse_partial_date, parse_period
from sholu.events.date_cues import (
    AHEAD,
    AS_OF,
    COMES_IN_FORCE,
    COMPARED_AFTER,
    COMPARED_BEFORE,
    CUSTODY,
    DATELINE,
    ENDS_DATELINE,
    IN_FORCE,
    LAW_NUMBER,
    OTHER_MATTER,
    PLACE_BEFORE,
    REPORTED,
    REPORTS_AFTER,
    THIS_WEEK,
    TODAY,
)
from sholu.events.duration import days_before_closing
from sholu.events.item import Reading, ToldItem
from sholu.events.spoken_dates import find_spoken
from sholu.mentions.dates import DateReading, find_dates

LONGEST_EVENT = timedelta(days=120)
"""A longer period in a first paragraph is that of a plan or of statistics: contests and operations
of the corpus last up to six weeks."""

CONTEXT = 30
"""Characters before a date, within its sentence, that are searched for such words: ``amendments
that came into force on the`` needs 20. After it a shorter clause is enough."""

AFTER = 25

LEADING_PARAGRAPHS = 2
"""Paragraphs that say when if anything does; a date further down counts only if it lies shortly
before the publication."""

SHORTLY_BEFORE = timedelta(days=75)


@dataclass(frozen=True)
class When:
    """ISO dates and their basis; all None where the item does not say."""

    start: str | None
    end: str | None
    basis: str | None


UNKNOWN = When(None, None, None)


@dataclass(frozen=True)
class _Candidate:
    """A date found: its place in the text, and what it says."""

    start: int
    end: int
    when: When
    counts: bool = False


def find_date(item: ToldItem, reading: Reading, kind: str | None = None) -> When:
    """The date in the title, the first paragraph or the second; failing that, further down.

    A relative date (``yesterday``) becomes a date only if it is known from which day it counts.

    Args:
        kind: the event's; a law's day is the one on which it comes into force.
    """
    relative: When | None = None
    reported: When | None = None
    for stretch in _stretches(item):
        is_early = stretch[0] <= item.telling[0].start
        for found in _candidates(item, reading, stretch):
            if not _is_of_event(found, item, reading, stretch, is_early):
                continue
            if found.when.start:
                when = _from_beginning(found, item, reading, stretch)
                if not REPORTED.search(_around(found, reading, stretch)[0]):
                    return when
                reported = reported or when
            elif _tells(found.start, item, reading):
                relative = relative or found.when
    later = reported or _find_further_down(item, reading) or _find_state(item, reading)
    if later is None and kind == "legislation":
        later = _find_in_force(item, reading)
    return later or relative or UNKNOWN


def _find_further_down(item: ToldItem, reading: Reading) -> When | None:
    published = _published(item)
    if published is None:
        return None
    for paragraph in item.telling[LEADING_PARAGRAPHS:]:
        stretch = paragraph.start, paragraph.end
        for found in _candidates(item, reading, stretch):
            sentence = _sentence(found, reading, stretch)
            if found.counts or not found.when.start or AHEAD.search(sentence):
                continue
            if not _is_of_event(found, item, reading, stretch, is_early=False):
                continue
            last = parse_partial_date(found.when.end or found.when.start).last_day()
            if timedelta(0) <= published - last <= SHORTLY_BEFORE:
                return _from_beginning(found, item, reading, stretch)
    return None


def _find_state(item: ToldItem, reading: Reading) -> When | None:
    """The day as of which something stood so, where the item tells no other."""
    for stretch in _stretches(item):
        for found in _candidates(item, reading, stretch):
            if found.when.start and AS_OF.search(_around(found, reading, stretch)[0]):
                return found.when
    return None


def _find_in_force(item: ToldItem, reading: Reading) -> When | None:
    for stretch in _stretches(item):
        for found in _candidates(item, reading, stretch):
            is_day = found.when.start and not found.counts
            if is_day and any(
                COMES_IN_FORCE.search(part) for part in _around(found, reading, stretch)
            ):
                return found.when
    return None


def _tells(start: int, item: ToldItem, reading: Reading) -> bool:
    """Whether a relative date stands in the title or the first sentence: "today" is often vague."""
    if not item.telling or start < item.telling[0].start:
        return True
    first = item.telling[0]
    return start < reading.sentences(first.start, first.end)[0][1]


def _stretches(item: ToldItem) -> list[tuple[int, int]]:
    stretches = [(p.start, p.end) for p in item.telling[:LEADING_PARAGRAPHS]]
    if item.title_start is not None and item.title_end is not None:
        stretches.insert(0, (item.title_start, item.title_end))
    return stretches


def _published(item: ToldItem) -> date | None:
    """The day from which spoken dates count, if it is known to the day."""
    if item.relative_to is None:
        return None
    day = parse_partial_date(item.relative_to[:10])
    return day.first_day() if day.day is not None else None


def _candidates(item: ToldItem, reading: Reading, stretch: tuple[int, int]) -> list[_Candidate]:
    """Usable dates of a stretch in its order; of two that overlap, the longer."""
    found = [*_printed(item, reading, stretch), *_spoken(item, reading, stretch)]
    longest_first = sorted(found, key=lambda one: (one.start - one.end, one.start))
    kept: list[_Candidate] = []
    for one in longest_first:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _printed(item: ToldItem, reading: Reading, stretch: tuple[int, int]) -> Iterator[_Candidate]:
    sentences = reading.parsed_sentences(*stretch)
    for found in find_dates(reading.read_text.text, sentences, item.relative_to):
        when = _read(found, reading)
        start, end = reading.printed_at(found.start), reading.printed_at(found.end)
        if stretch[0] <= start < stretch[1] and when.basis:
            yield _Candidate(start, end, when)


def _spoken(item: ToldItem, reading: Reading, stretch: tuple[int, int]) -> Iterator[_Candidate]:
    published = _published(item)
    if published is None:
        return
    text, first = reading.words(*stretch), reading.read_at(stretch[0])
    for found in find_spoken(text, published):
        basis = "stated" if re.search(r"\d", text[found.start : found.end]) else "relative"
        when = When(found.first.isoformat(), found.last.isoformat(), basis)
        start, end = reading.printed_at(first + found.start), reading.printed_at(first + found.end)
        yield _Candidate(start, end, when, found.counts)


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


def _is_of_event(
    found: _Candidate,
    item: ToldItem,
    reading: Reading,
    stretch: tuple[int, int],
    is_early: bool,
) -> bool:
    before, after = _around(found, reading, stretch)
    opening = reading.words(stretch[0], found.start)
    alone = not opening.strip() and after.lstrip().startswith("|")
    dateline = alone or (PLACE_BEFORE.search(opening) and ENDS_DATELINE.search(after))
    if dateline or DATELINE.search(opening):
        return False
    if _is_day_of_report(found, reading, stretch) or _is_long_ago(found, item, after):
        return False
    if THIS_WEEK.match(reading.words(found.start, found.end)):
        before = re.sub(r"(?i)(?:ранее|earlier)\W+$", "", before)
    if _is_of_other_matter(before, after):
        return False
    if CUSTODY.search(_sentence(found, reading, stretch)):
        return False
    if not found.counts:
        return True
    return _may_count(found, item, reading, is_early) and not (
        COMPARED_BEFORE.search(before) or COMPARED_AFTER.search(after)
    )


def _is_of_other_matter(before: str, after: str) -> bool:
    """Whether words beside a date make it a birth's, a law's or a count's.

    A birth after it has a date of its own.
    """
    if OTHER_MATTER.search(before) or IN_FORCE.search(before) or IN_FORCE.search(after):
        return True
    found = OTHER_MATTER.search(after)
    return found is not None and found.group().casefold() != "born"


def _is_day_of_report(found: _Candidate, reading: Reading, stretch: tuple[int, int]) -> bool:
    """``Сегодня департамент рассказал о …``: only the telling is of today."""
    if not TODAY.search(reading.words(found.start, found.end)):
        return False
    _, high = reading.sentence_at(found.start, *stretch)
    return REPORTS_AFTER.search(reading.words(found.end, high)) is not None


LONG_AGO = timedelta(days=366)
"""A day that lies farther back is that of a law, of a deed before a court or of a conviction."""


def _is_long_ago(found: _Candidate, item: ToldItem, after: str) -> bool:
    published, last = _published(item), found.when.end
    if published is None or last is None or found.counts:
        return False
    longest = SHORTLY_BEFORE if LAW_NUMBER.search(after) else LONG_AGO
    return published - parse_partial_date(last).last_day() > longest


def _may_count(found: _Candidate, item: ToldItem, reading: Reading, is_early: bool) -> bool:
    """Statistics name their period at once; a whole year is theirs only in the first sentence."""
    start, end = found.when.start or "", found.when.end or ""
    is_year = start.endswith("01-01") and end.endswith("12-31")
    if is_year:
        return _tells(found.start, item, reading)
    return is_early or found.when.basis == "stated"


def _around(found: _Candidate, reading: Reading, stretch: tuple[int, int]) -> tuple[str, str]:
    """What stands before and after a date in its sentence."""
    low, high = reading.sentence_at(found.start, *stretch)
    return (
        reading.words(max(low, found.start - CONTEXT), found.start),
        reading.words(found.end, min(high, found.end + AFTER)),
    )


def _sentence(found: _Candidate, reading: Reading, stretch: tuple[int, int]) -> str:
    low, high = reading.sentence_at(found.start, *stretch)
    return reading.words(low, high)


def _from_beginning(
    found: _Candidate, item: ToldItem, reading: Reading, stretch: tuple[int, int]
) -> When:
    """The date, or the days up to it if a course of so many days ended on it."""
    when = found.when
    if when.start is None or when.start != when.end:
        return when
    days = days_before_closing(f"{item.title}\n{item.lead}", _sentence(found, reading, stretch))
    last = parse_partial_date(when.start)
    if not days or last.day is None:
        return when
    return replace(when, start=(last.first_day() - timedelta(days=days)).isoformat())
