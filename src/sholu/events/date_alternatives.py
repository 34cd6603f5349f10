"""Each time that an item may tell of: its dates, what they begin or end, and that none is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from sholu.core.choice import Features
from sholu.events.date_candidates import UNKNOWN, Candidate, When, find_candidates
from sholu.events.date_course import is_begun, is_ended, is_since, whole_course
from sholu.events.date_features import (
    NO_KIND,
    Dated,
    Told,
    find_features,
    is_never_the_events,
    length_of,
)
from sholu.events.date_line import counted_from_dateline
from sholu.events.date_remand import is_of_remand, remand_is_news
from sholu.events.item import Reading, ToldItem
from sholu.events.loose_dates import find_loose, find_next_days

LAST_PART = 3
"""Paragraphs after the third are features alike."""

WEEK = timedelta(days=7)
LONGEST_PAIR = timedelta(days=60)
"""Days of two dates that may be the beginning and the end of one event."""

MOST_DATES = 20
"""Dates of an item that are compared, the first ones: each is looked at beside all others, and no
example has more than seven."""


@dataclass(frozen=True)
class Alternative:
    """A time that may be the event's, and what speaks for it."""

    when: When
    features: Features


def find_alternatives(item: ToldItem, reading: Reading, kind: str | None) -> list[Alternative]:
    """All times that an item may tell of, the last being that it tells none.

    Args:
        kind: the event's; None for statistics.
    """
    item = counted_from_dateline(item, reading)
    told = _likely(Told(item, reading, kind or NO_KIND, _find_dates(item, reading)))
    plain = [Alternative(one.found.when, find_features(one, told)) for one in told.dates]
    return [
        *plain,
        *_of_whole_course(plain, told),
        *_of_two_days(plain, told),
        *_made_over(plain, told),
        _of_none(told),
    ]


def _find_dates(item: ToldItem, reading: Reading) -> list[Dated]:
    parts = [(f"p{min(n, LAST_PART)}", (p.start, p.end)) for n, p in enumerate(item.telling)]
    if item.title_start is not None and item.title_end is not None:
        parts.insert(0, ("title", (item.title_start, item.title_end)))
    dates: list[Dated] = []
    for part, stretch in parts:
        known = find_candidates(item, reading, stretch)
        told = [*(date.found for date in dates), *(one for one in known if one.when.start)]
        loose = [
            *find_loose(item, reading, stretch, known),
            *find_next_days(reading, stretch, told),
        ]
        found = [
            *(Dated(one, stretch, part, is_loose=False) for one in known if one.when.start),
            *(Dated(one, stretch, part, is_loose=True) for one in loose),
        ]
        dates += sorted(found, key=lambda date: date.found.start)
        if len(dates) >= MOST_DATES:
            break
    return dates[:MOST_DATES]


def _likely(told: Told) -> Told:
    """Without dates of other matters; those of a court's order alone if the title is on it."""
    if remand_is_news(told.item, told.reading):
        ordered = [d for d in told.dates if is_of_remand(d.found, told.reading, d.stretch)]
        if ordered:
            return replace(told, dates=ordered)
    return replace(told, dates=[one for one in told.dates if not is_never_the_events(one, told)])


def _of_whole_course(plain: list[Alternative], told: Told) -> Iterator[Alternative]:
    dates = [(one.found, one.stretch) for one in told.dates if not one.is_loose]
    kind = None if told.kind == NO_KIND else told.kind
    for one, alternative in zip(told.dates, plain, strict=True):
        if one.is_loose:
            continue
        course = whole_course(one.found, dates, told.item, told.reading, kind)
        if (course.start, course.end) == (one.found.when.start, one.found.when.end):
            continue
        sizes = f"{length_of(one.found.when)}>{length_of(course)}"
        more = dict.fromkeys(("course", f"course:{told.group}", f"course:{sizes}"), 1.0)
        yield Alternative(course, {**alternative.features, **more})


def _made_over(plain: list[Alternative], told: Told) -> Iterator[Alternative]:
    """A week that is not over up to the day before the report; months of last year in this one.

    ``Since January … in the same eight months of last year``: those of this year are counted.
    """
    if told.published is None:
        return
    for one, alternative in zip(told.dates, plain, strict=True):
        first, last = one.found.when.first_day(), one.found.when.last_day()
        later = _year_later(first), _year_later(last)
        if one.found.when.is_day and first < told.published and _goes_on(one, told):
            yield _other(first, told.published, "until_report", alternative, told)
        if first < told.published <= last and last - first < WEEK:
            yesterday = told.published - timedelta(days=1)
            yield _other(first, yesterday, "clipped", alternative, told)
        if last - first > LONGEST_PAIR and later[1] < told.published:
            yield _other(later[0], later[1], "year_later", alternative, told)


def _goes_on(one: Dated, told: Told) -> bool:
    place = one.found, told.reading, one.stretch
    return is_begun(*place) or is_since(*place)


def _year_later(day: date) -> date:
    """The same day of the next year; 28 February for the 29th."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


def _other(first: date, last: date, name: str, base: Alternative, told: Told) -> Alternative:
    when = When(first.isoformat(), last.isoformat(), "relative")
    return Alternative(when, {**base.features, name: 1.0, f"{name}:{told.group}": 1.0})


def _of_two_days(plain: list[Alternative], told: Told) -> Iterator[Alternative]:
    days = [
        (one, alternative)
        for one, alternative in zip(told.dates, plain, strict=True)
        if one.found.when.is_day
    ]
    for (first, alternative), (second, _) in pairwise(days):
        one, other = first.found.when, second.found.when
        if not timedelta(0) < other.last_day() - one.first_day() <= LONGEST_PAIR:
            continue
        near = "sentence" if _in_one_sentence(first, second.found, told) else "item"
        names = ["pair", f"pair:{near}", f"pair:{near}:{told.group}"]
        names += ["pair:begun"] if is_begun(first.found, told.reading, first.stretch) else []
        names += ["pair:ended"] if is_ended(second.found, told.reading, second.stretch) else []
        more = dict.fromkeys(names, 1.0)
        yield Alternative(When(one.start, other.end, one.basis), {**alternative.features, **more})


def _in_one_sentence(first: Dated, second: Candidate, told: Told) -> bool:
    low, high = told.reading.sentence_at(first.found.start, *first.stretch)
    return low <= second.start < high


def _of_none(told: Told) -> Alternative:
    names = ["none", f"none:{told.kind}", f"none:{told.group}"]
    if not told.dates:
        names.append("none:no_dates")
    if any(one.found.when.is_day for one in told.dates):
        names.append("none:days")
    if told.first_likely is None:
        names += ["none:no_likely", f"none:no_likely:{told.group}"]
    return Alternative(UNKNOWN, dict.fromkeys(names, 1.0))
