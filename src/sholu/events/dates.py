"""When an event happened, as the sentences that tell it say."""

from __future__ import annotations

import re
from datetime import timedelta

from sholu.events.date_aftermath import is_of_aftermath
from sholu.events.date_background import find_year_so_far, is_of_reminder, without_background
from sholu.events.date_candidates import (
    LONGEST_EVENT,
    UNKNOWN,
    Candidate,
    Stretch,
    When,
    day_of_publication,
    find_candidates,
)
from sholu.events.date_clauses import MAIN_VERBS, is_of_judgment, is_of_main_verb
from sholu.events.date_course import Told, whole_course
from sholu.events.date_cues import AHEAD, AS_OF, COMES_IN_FORCE
from sholu.events.date_line import counted_from_dateline
from sholu.events.date_log import days_of_log
from sholu.events.date_remand import is_of_remand, remand_is_news
from sholu.events.date_reminders import is_recalled
from sholu.events.date_roles import (
    DONE,
    SHORTLY_BEFORE,
    around,
    is_of_event,
    is_of_state,
    sentence_of,
)
from sholu.events.item import Reading, ToldItem

LEADING_PARAGRAPHS = 2
"""Paragraphs that say when if anything does; a date further down counts only if it lies shortly
before the publication."""


def find_date(item: ToldItem, reading: Reading, kind: str | None = None) -> When:
    """The date in the title, the first paragraph or the second; failing that, further down.

    A relative date (``yesterday``) becomes a date only if it is known from which day it counts.

    Args:
        kind: the event's; None for statistics, whose months go before the day of their report.
    """
    item = counted_from_dateline(item, reading)
    told = _find_told(item, reading, kind)
    news = [
        (found, place)
        for found, place in told
        if not is_recalled(found, reading, place)
        and not is_of_aftermath(found, item, reading, place)
    ]
    return (
        days_of_log(item, reading)
        or _choose(news, item, reading, kind)
        or _find_further_down(item, reading, kind)
        or _find_recalled(told, item, reading, kind)
        or _find_state(item, reading, kind)
        or _find_legislation(item, reading, kind)
        or _find_order(item, reading, kind)
        or find_year_so_far(item, reading, kind)
        or _find_hours(item)
        or _find_relative(told, item, reading)
    )


def _choose(told: list[Told], item: ToldItem, reading: Reading, kind: str | None) -> When | None:
    """The first of several days, or the period of statistics, or the day of a judgment."""
    known = [one for one in told if one[0].when.start]
    if not known:
        return None
    likely = without_background(known, item, reading)
    dated = [found for found, _ in likely]
    counted = [found for found in dated if found.counts and _leads(found, item)]
    if not dated:
        return None
    chosen = counted[0] if kind is None and counted else _most_likely(dated, item, reading, kind)
    if kind in MAIN_VERBS:
        main = (f for f, place in known if is_of_main_verb(f, reading, place, kind))
        chosen = next(main, chosen)
    if kind == "court":
        judged = (f for f, place in likely if is_of_judgment(f, reading, place))
        chosen = next(judged, chosen)
    elif remand_is_news(item, reading):
        ordered = (f for f, place in likely if is_of_remand(f, reading, place))
        chosen = next(ordered, chosen)
    return whole_course(chosen, told, item, reading, kind)


_FOLLOWED = frozenset(("arrest", "seizure", "laboratory", "death", "operation"))
"""Kinds of which a later report often tells no day but that of the event, as a reminder."""


def _find_recalled(
    told: list[Told], item: ToldItem, reading: Reading, kind: str | None
) -> When | None:
    recalled = [one for one in told if is_recalled(one[0], reading, one[1])]
    return _choose(recalled, item, reading, kind) if kind in _FOLLOWED else None


def _find_relative(told: list[Told], item: ToldItem, reading: Reading) -> When:
    relative = (found.when for found, _ in told if _tells(found.start, item, reading))
    return next(relative, UNKNOWN)


def _most_likely(
    dated: list[Candidate], item: ToldItem, reading: Reading, kind: str | None
) -> Candidate:
    """The first date, but a day before a month that is no more than told on the way."""
    first = dated[0]
    if kind is None or not first.counts or _tells(first.start, item, reading):
        return first
    return next((found for found in dated if found.when.is_day), first)


def _find_told(item: ToldItem, reading: Reading, kind: str | None) -> list[Told]:
    """The dates of title and first paragraphs that may be the event's, in order."""
    return [
        (found, stretch)
        for stretch in _stretches(item)
        for found in find_candidates(item, reading, stretch)
        if _is_told(found, item, reading, stretch, kind)
    ]


def _leads(found: Candidate, item: ToldItem) -> bool:
    return found.start < item.telling[0].end


_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?!\.\d)")
_FEWEST_HOURS = 3


def _find_hours(item: ToldItem) -> When | None:
    """The day of publication of a report by the hour: ``06:10. The bazaar is cordoned off``."""
    hours = sum(_CLOCK.match(paragraph.text) is not None for paragraph in item.telling)
    published = day_of_publication(item)
    if published is None or hours < _FEWEST_HOURS:
        return None
    return When(published.isoformat(), published.isoformat(), "relative")


def _is_told(
    found: Candidate, item: ToldItem, reading: Reading, stretch: Stretch, kind: str | None
) -> bool:
    if not is_of_event(found, item, reading, stretch, kind):
        return False
    if is_of_reminder(found, reading, stretch):
        return False
    is_early = stretch[0] <= item.telling[0].start
    return not found.counts or _may_count(found, item, reading, is_early, kind)


def _find_further_down(item: ToldItem, reading: Reading, kind: str | None) -> When | None:
    published = day_of_publication(item)
    if published is None:
        return None
    for paragraph in item.telling[LEADING_PARAGRAPHS:]:
        stretch = paragraph.start, paragraph.end
        for found in find_candidates(item, reading, stretch):
            if found.counts or not found.when.start:
                continue
            if AHEAD.search(sentence_of(found, reading, stretch)):
                continue
            if is_recalled(found, reading, stretch) or is_of_reminder(found, reading, stretch):
                continue
            if is_of_aftermath(found, item, reading, stretch):
                continue
            if not is_of_event(found, item, reading, stretch, kind):
                continue
            if timedelta(0) <= published - found.when.last_day() <= SHORTLY_BEFORE:
                return whole_course(found, [(found, stretch)], item, reading, kind)
    return None


def _find_state(item: ToldItem, reading: Reading, kind: str | None) -> When | None:
    """The day as of which something stood so, where the item tells no other."""
    if kind in DONE:
        return None
    for stretch in _stretches(item):
        for found in find_candidates(item, reading, stretch):
            before, after = around(found, reading, stretch)
            if found.when.is_day and (AS_OF.search(before) or is_of_state(before, after)):
                return found.when
    return None


def _find_legislation(item: ToldItem, reading: Reading, kind: str | None) -> When | None:
    """The day on which a law comes into force; of one long in force only the talk is news."""
    if kind != "legislation":
        return None
    for stretch in _stretches(item):
        for found in find_candidates(item, reading, stretch):
            beside = around(found, reading, stretch)
            is_day = found.when.start and not found.counts
            if _IF_ADOPTED.search(sentence_of(found, reading, stretch)):
                continue
            if is_day and any(COMES_IN_FORCE.search(part) for part in beside):
                return found.when
    return None


_IF_ADOPTED = re.compile(
    r"\bif\s+(?:it\s+is\s+|the\s+(?:bill|law|draft|document)\s+is\s+)?(?:adopted|passed|approved|signed)\b",
    re.IGNORECASE,
)
"""Of a draft nobody knows when it comes into force."""
_DATED_ORDER = re.compile(
    r"\b(?:закон|постановлени|приказ|указ|решени|распоряжени)\w*[^.;]{0,60}\bот\s+$",
    re.IGNORECASE,
)


def _find_order(item: ToldItem, reading: Reading, kind: str | None) -> When | None:
    """The day of the order itself, where the news is the order and no other day is told."""
    published = day_of_publication(item)
    if kind != "legislation" or published is None:
        return None
    for stretch in _stretches(item):
        for found in find_candidates(item, reading, stretch):
            low, _ = reading.sentence_at(found.start, *stretch)
            if not found.when.is_day or not _DATED_ORDER.search(reading.words(low, found.start)):
                continue
            if timedelta(0) <= published - found.when.last_day() <= _FRESH_ORDER:
                return found.when
    return None


_FRESH_ORDER = timedelta(days=31)


def _tells(start: int, item: ToldItem, reading: Reading) -> bool:
    """Whether a relative date stands in the title or the first sentence: "today" is often vague."""
    if not item.telling or start < item.telling[0].start:
        return True
    first = item.telling[0]
    return start < reading.sentences(first.start, first.end)[0][1]


def _stretches(item: ToldItem) -> list[Stretch]:
    stretches = [(p.start, p.end) for p in item.telling[:LEADING_PARAGRAPHS]]
    if item.title_start is not None and item.title_end is not None:
        stretches.insert(0, (item.title_start, item.title_end))
    return stretches


_ONE_EVENT = frozenset(("arrest", "laboratory", "inspection", "training", "cooperation", "court"))
"""Kinds of one event, which a month of its background does not date."""


def _may_count(
    found: Candidate, item: ToldItem, reading: Reading, is_early: bool, kind: str | None
) -> bool:
    """Statistics name their period at once; a whole year is theirs only in the first sentence."""
    start, end = found.when.start or "", found.when.end or ""
    is_year = start.endswith("01-01") and end.endswith("12-31")
    is_long = found.when.last_day() - found.when.first_day() > LONGEST_EVENT
    if is_year or kind in _ONE_EVENT or (kind == "operation" and is_long):
        return _tells(found.start, item, reading)
    return is_early or found.when.basis == "stated"
