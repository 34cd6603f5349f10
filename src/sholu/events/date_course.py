"""From the first date told to the first and the last day of what happened.

``Last week … in the first, on 11 June … the second, on 13 June``: the week is told at large first.
``Ended on 31 August. Since 11 August …``: a beginning and an end in two sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sholu.events.date_candidates import Candidate, Stretch, When, day_of_publication
from sholu.events.date_clauses import deciding_verb
from sholu.events.date_ends import announced_end
from sholu.events.date_roles import sentence_of
from sholu.events.duration import days_after_beginning, days_before_closing
from sholu.events.item import Reading, ToldItem

Told = tuple[Candidate, Stretch]
"""A date that may be the event's, and the paragraph or title that holds it."""

_AT_LARGE = 5
"""Days of a stretch that may be told at large first and by its days then: a working week."""

_BEGINS = re.compile(
    r"began|begun|started|kicked|стартовал\w*|начал(?:ась|ся|ось|ись)|проходит|басталды|басталған\w*"
)
_ENDS = re.compile(
    r"ended|concluded|finished|completed|closed|заверши\w+|законч\w+|аяқталды|аяқталған\w*|финишировал\w*"
)


def whole_course(
    chosen: Candidate, told: Sequence[Told], item: ToldItem, reading: Reading, kind: str | None
) -> When:
    """The first and the last day of what a date tells of.

    Args:
        chosen: the first date of the item that may be the event's.
        told: all such dates of its title and first paragraphs, the chosen one among them.
        kind: the event's; of an operation that goes on, all days up to the report are told.
    """
    when = chosen.when
    stretch = next(place for found, place in told if found is chosen)
    if not when.is_day:
        until = _until(chosen, item, reading, stretch, kind)
        closer = _told_closer(chosen, told, reading)
        return closer or (replace(when, end=until.isoformat()) if until else when)
    night = _night(chosen, told, item)
    if night:
        return night
    course = _begun_and_ended([one for one in told if one[0].when.is_day], reading)
    if course and course.start == when.start:
        return course
    return _night_told_closer(when, told) or _days_around(
        chosen, told, item, reading, stretch, kind
    )


def _days_around(
    chosen: Candidate,
    told: Sequence[Told],
    item: ToldItem,
    reading: Reading,
    stretch: Stretch,
    kind: str | None,
) -> When:
    """A day with those before and after it that the words beside it tell of."""
    when = chosen.when
    sentence = sentence_of(chosen, reading, stretch)
    before = days_before_closing(f"{item.title}\n{item.lead}", sentence)
    lasted = timedelta(days=days_after_beginning(sentence))
    last = when.last_day() + lasted
    last = max(last, _later_day(chosen, reading, stretch) or last)
    last = max(last, _second_of_two(chosen, told, reading, stretch) or last)
    published = day_of_publication(item)
    if kind == "operation" and published and is_begun(chosen, reading, stretch):
        last = max(last, published)
    if not lasted:
        last = _until(chosen, item, reading, stretch, kind) or last
    first = when.first_day() - timedelta(days=before)
    return replace(when, start=first.isoformat(), end=last.isoformat())


def _until(
    chosen: Candidate, item: ToldItem, reading: Reading, stretch: Stretch, kind: str | None
) -> date | None:
    """The announced last day of what began on a day and goes on, or went on to the report."""
    when = chosen.when
    if kind not in _LASTING or not (when.is_day or when.last_day() == day_of_publication(item)):
        return None
    if is_begun(chosen, reading, stretch) or is_since(chosen, reading, stretch):
        return announced_end(when.first_day(), item, reading)
    return None


_LASTING = frozenset(("operation", "campaign", "prevention", "eradication"))


def is_begun(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``The raid began on 5 May``."""
    return _BEGINS.fullmatch(deciding_verb(found, reading, stretch) or "") is not None


def is_ended(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``The raid ended on 7 May``."""
    return _ENDS.fullmatch(deciding_verb(found, reading, stretch) or "") is not None


def is_since(chosen: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``С 2 июня``, ``2 маусымнан бастап``: something went on from then."""
    low, high = reading.sentence_at(chosen.start, *stretch)
    return (
        re.match(r"(?i)со?\s", reading.words(chosen.start, chosen.end)) is not None
        or re.search(r"(?i)\bсо?\s+$", reading.words(low, chosen.start)) is not None
        or re.match(r"\w{0,3}\s+(?:бастап|басталды)", reading.words(chosen.end, high)) is not None
    )


def _told_closer(chosen: Candidate, told: Sequence[Told], reading: Reading) -> When | None:
    """The days that the text names later within or beside a week or a month told at large."""
    when = chosen.when
    if when.basis == "stated" and not chosen.counts and not _is_counted(chosen, reading):
        return None
    later = [
        (found, place)
        for found, place in told
        if found.start > chosen.start and _overlaps(found.when, when)
    ]
    begun_and_ended = _begun_and_ended(later, reading)
    if begun_and_ended or chosen.counts:
        return begun_and_ended
    ranges = [f.when for f, _ in later if not f.when.is_day and not f.counts]
    if ranges:
        return ranges[0]
    return _named_days(when, later, reading)


def _night(chosen: Candidate, told: Sequence[Told], item: ToldItem) -> When | None:
    """Both days of a night of which the title names one: ``Night of 8 June``."""
    if not item.telling or chosen.start >= item.telling[0].start:
        return None
    nights = (
        found.when
        for found, _ in told
        if not found.counts and _is_night(found.when) and _overlaps(found.when, chosen.when)
    )
    return next(nights, None)


def _is_night(when: When) -> bool:
    return when.start is not None and when.last_day() - when.first_day() == timedelta(days=1)


def _night_told_closer(when: When, told: Sequence[Told]) -> When | None:
    """``В ночь на воскресенье`` of a title, ``в ночь с 7 на 8 июня`` of its text: both days."""
    return next(
        (
            found.when
            for found, _ in told
            if found.when.start
            and found.when.end == when.end
            and found.when.last_day() - found.when.first_day() == timedelta(days=1)
        ),
        None,
    )


def _is_counted(chosen: Candidate, reading: Reading) -> bool:
    """``За 20 дней августа``: so many days, of which nobody says which."""
    return re.search(r"\d\s+(?:дн|day|күн)", reading.words(chosen.start, chosen.end)) is not None


def _overlaps(one: When, other: When) -> bool:
    return one.first_day() <= other.last_day() and other.first_day() <= one.last_day()


def _begun_and_ended(later: Sequence[Told], reading: Reading) -> When | None:
    verbs = [(found, deciding_verb(found, reading, place) or "") for found, place in later]
    first = [
        found.when
        for found, verb in verbs
        if _BEGINS.fullmatch(verb)
        or re.match(r"(?i)since|с\b", reading.words(found.start, found.end))
    ]
    last = [found.when for found, verb in verbs if _ENDS.fullmatch(verb) and found.when.is_day]
    if not first or not last or first[0].first_day() > last[0].last_day():
        return None
    return When(first[0].start, last[0].end, "stated")


def _named_days(when: When, later: Sequence[Told], reading: Reading) -> When | None:
    """The first and the last of several days named, or up to the day on which it ended."""
    if (when.last_day() - when.first_day()).days < _AT_LARGE:
        return None
    days = [(found, place) for found, place in later if found.when.is_day]
    if len({found.when.start for found, _ in days}) > 1:
        first = min(found.when.first_day() for found, _ in days)
        last = max(found.when.last_day() for found, _ in days)
        return When(first.isoformat(), last.isoformat(), days[0][0].when.basis)
    for found, place in days:
        if is_ended(found, reading, place):
            return replace(when, end=found.when.end)
    return None


_ORDINAL = re.compile(
    r"(?<![\w.-])(?<!не )(\d{1,2})-?(?:го|е)(?!\s+(?:числа|класс|кварт|этап|год|\d))\b"
    r"|\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|\w*century|\w*district|anniversary|grade"
    r"|floor|kilomet|km|session|meeting|year|time))"
)


_IN_EVERY_MONTH = 28


def _later_day(chosen: Candidate, reading: Reading, stretch: Stretch) -> date | None:
    """``25 июня стартовали, 26-го финишировали``: a later day of the same month."""
    _, high = reading.sentence_at(chosen.start, *stretch)
    match = _ORDINAL.search(reading.words(chosen.end, high))
    if match is None:
        return None
    first, number = chosen.when.first_day(), int(match[1] or match[2])
    return first.replace(day=number) if first.day < number <= _IN_EVERY_MONTH else None


_IN_TURN = re.compile(r"[,;]\s*(?:а|ал)\s+(?:в\s|во\s|уже\s|келесі\s)?\s*$", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:суд|арест|СИЗО|ИВС|эксперт|дел[оа]\b|сот\b|соты|қама|сарапта)", re.IGNORECASE
)
"""What follows a case, and is no second event."""

_LONGEST_SERIES = timedelta(days=14)


def _second_of_two(
    chosen: Candidate, told: Sequence[Told], reading: Reading, stretch: Stretch
) -> date | None:
    """``2 июня изъято 18 кг, а 4 июня — ещё 9``: the day of the other of two."""
    low, high = reading.sentence_at(chosen.start, *stretch)
    for found, _ in told:
        if not (chosen.end < found.start < high and found.when.is_day and not found.counts):
            continue
        soon = timedelta(0) < found.when.last_day() - chosen.when.first_day() <= _LONGEST_SERIES
        then = reading.words(found.end, high)
        if soon and _IN_TURN.search(reading.words(low, found.start)) and not _LATER.search(then):
            return found.when.last_day()
    return None
