"""Whether a date is the event's, or that of a report, a birth, a law, a deadline, a comparison."""

from __future__ import annotations

import re
from datetime import timedelta

from sholu.events.date_candidates import Candidate, Stretch, day_of_publication
from sholu.events.date_clauses import (
    is_of_arrest,
    is_of_case,
    is_of_english_arrest,
    is_of_report,
)
from sholu.events.date_cues import (
    AS_OF,
    ATTRIBUTE_AFTER,
    ATTRIBUTE_BEFORE,
    COMES_IN_FORCE,
    COMPARED_AFTER,
    COMPARED_BEFORE,
    DATELINE,
    DEADLINE_AFTER,
    DEED,
    ENDS_DATELINE,
    IN_FORCE,
    JUDGMENT_OF,
    LAW_NUMBER,
    OTHER_MATTER_AFTER,
    OTHER_MATTER_BEFORE,
    PLACE_AFTER,
    PLACE_BEFORE,
    STATE_AFTER,
    STATE_BEFORE,
    THIS_WEEK,
    TODAY,
)
from sholu.events.date_remand import is_of_remand, remand_is_news
from sholu.events.item import Reading, ToldItem

CONTEXT = 30
"""Characters before a date, within its sentence, that are searched for such words: ``amendments
that came into force on the`` needs 20. After it a shorter clause is enough."""

AFTER = 25

SHORTLY_BEFORE = timedelta(days=75)
LONG_AGO = timedelta(days=92)
"""A day that lies farther back is that of a law, of a deed before a court or of a conviction: what
the press tells as news happened within the quarter before."""

DONE = frozenset(("seizure", "arrest", "laboratory", "court", "death"))
"""Kinds of what is done when it is told: its day is not ahead."""

_TOLD_BY_TELLING = frozenset(("prevention", "campaign", "cooperation", "training", "legislation"))
"""Kinds whose event may be that something was told: a lecture, a launch, a new law."""


def is_of_event(
    found: Candidate,
    item: ToldItem,
    reading: Reading,
    stretch: Stretch,
    kind: str | None,
) -> bool:
    """Whether a date of a stretch may be the event's.

    Args:
        kind: the event's, if it is known.
    """
    before, after = around(found, reading, stretch)
    decided = kind == "court" and _is_of_decision(found, reading, stretch)
    if (
        (is_of_other_matter(before, after) and not decided)
        or _is_long_ago(found, item, after)
        or (kind in DONE and cannot_be_done(found, item, before))
        or heads_report(found, reading, stretch)
        or is_vague_today(found, item, reading, stretch)
        or is_of_justice(found, item, reading, stretch, kind)
    ):
        return False
    if found.counts:
        return not (is_background(before, after) or _is_old_period(found, item, kind))
    return not (found.when.is_day and _only_tells(found, reading, stretch, kind))


def cannot_be_done(found: Candidate, item: ToldItem, before: str) -> bool:
    """Whether a day is still ahead, or only that of a state: ``по данным на 9 июня``."""
    published = day_of_publication(item)
    ahead = published and found.when.start and found.when.first_day() > published
    return bool(ahead) or AS_OF.search(before) is not None


def is_of_justice(
    found: Candidate, item: ToldItem, reading: Reading, stretch: Stretch, kind: str | None
) -> bool:
    """Whether it is the day of a remand or of a case, or of a deed that a court judges."""
    if _COURT_FOUND.search(reading.words(*_until(found, reading, stretch))):
        return True
    if is_of_remand(found, reading, stretch) and not (
        remand_is_news(item, reading) or is_of_english_arrest(found, reading, stretch)
    ):
        return True
    if found.when.is_day and is_of_case(found, reading, stretch):
        return True
    if kind != "court":
        return False
    sentence = sentence_of(found, reading, stretch)
    return DEED.search(sentence) is not None or is_of_arrest(found, reading, stretch)


_COURT_FOUND = re.compile(r"\bcourt (?:found|established|heard|determined) that\b", re.IGNORECASE)


def _until(found: Candidate, reading: Reading, stretch: Stretch) -> Stretch:
    """The part of its sentence before a date."""
    low, _ = reading.sentence_at(found.start, *stretch)
    return low, found.start


def _is_of_decision(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``Приговором районного суда от 4 июня``: the date of the decision itself."""
    low, _ = reading.sentence_at(found.start, *stretch)
    return JUDGMENT_OF.search(reading.words(low, found.start)) is not None


def _only_tells(found: Candidate, reading: Reading, stretch: Stretch, kind: str | None) -> bool:
    """Whether a day is only that of a report or of a count."""
    if kind not in _TOLD_BY_TELLING and is_of_report(found, reading, stretch):
        return True
    return is_of_state(*around(found, reading, stretch))


def heads_report(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``BISHKEK, 9 April.``, ``Aktau, August 29``: the place and the day of the report."""
    _, after = around(found, reading, stretch)
    opening = reading.words(stretch[0], found.start)
    alone = not opening.strip() and (after.lstrip().startswith("|") or not after.strip())
    ends = not after.strip() or ENDS_DATELINE.search(after)
    dateline = PLACE_BEFORE.search(opening) and ends
    named = not opening.strip() and PLACE_AFTER.match(after)
    return bool(alone or dateline or named or DATELINE.search(opening))


def is_of_other_matter(before: str, after: str) -> bool:
    """Whether words beside a date make it a birth's, a law's, a deadline's or a count's.

    A birth after it has a date of its own.
    """
    if (
        OTHER_MATTER_BEFORE.search(before)
        or IN_FORCE.search(before)
        or IN_FORCE.search(re.sub(r"^\s(?:and|but)\b.*", "", after))
    ):
        return True
    return bool(OTHER_MATTER_AFTER.search(after) or DEADLINE_AFTER.match(after))


def is_of_state(before: str, after: str) -> bool:
    """``На 1 января в программе состояли …``: the day on which something was counted."""
    return STATE_BEFORE.search(before) is not None and STATE_AFTER.search(after) is not None


def was_in_force(before: str, after: str) -> bool:
    """``The law that came into force on``; the day of one yet to come may be the news."""
    return any(
        IN_FORCE.search(part) and not COMES_IN_FORCE.search(part) for part in (before, after)
    )


def is_compared(before: str, after: str) -> bool:
    """A period compared with: ``more than in the first two months``."""
    return bool(COMPARED_BEFORE.search(before) or COMPARED_AFTER.search(after))


def is_background(before: str, after: str) -> bool:
    """A month compared with, or one that belongs to a noun: ``дела, возбуждённого в апреле``."""
    of_noun = ATTRIBUTE_BEFORE.search(before) or ATTRIBUTE_AFTER.match(after)
    return bool(of_noun) or is_compared(before, after)


def is_vague_today(found: Candidate, item: ToldItem, reading: Reading, stretch: Stretch) -> bool:
    """``Сегодня`` of a quotation or within a text often means nowadays."""
    if not TODAY.search(reading.words(found.start, found.end)):
        return False
    if not item.telling or found.start < item.telling[0].start:
        return False
    low, _ = reading.sentence_at(found.start, *stretch)
    opens = not reading.words(low, found.start).strip()
    leads = [paragraph.start for paragraph in item.telling[:2]]
    return low > leads[0] and not (opens and stretch[0] in leads)


def _is_long_ago(found: Candidate, item: ToldItem, after: str) -> bool:
    published = day_of_publication(item)
    if published is None or found.when.end is None or found.counts:
        return False
    longest = SHORTLY_BEFORE if LAW_NUMBER.search(after) else LONG_AGO
    return published - found.when.last_day() > longest


def _is_old_period(found: Candidate, item: ToldItem, kind: str | None) -> bool:
    """A month of years ago; statistics may come out late, an event's month does not."""
    published = day_of_publication(item)
    if kind is None or published is None or found.when.end is None:
        return False
    return published - found.when.last_day() > LONG_AGO


_EARLIER = re.compile(r"(?:ранее|earlier)\W+$", re.IGNORECASE)


def around(found: Candidate, reading: Reading, stretch: Stretch) -> tuple[str, str]:
    """What stands before and after a date in its sentence; no word of it is cut."""
    low, high = reading.sentence_at(found.start, *stretch)
    before = reading.words(max(low, found.start - CONTEXT), found.start)
    if THIS_WEEK.match(reading.words(found.start, found.end)):
        before = _EARLIER.sub("", before)
    after = reading.words(found.end, high)
    stop = re.compile(r"\w*").match(after, min(AFTER, len(after)))
    return before, after[: stop.end()] if stop else after


def sentence_of(found: Candidate, reading: Reading, stretch: Stretch) -> str:
    """The sentence that holds a date."""
    low, high = reading.sentence_at(found.start, *stretch)
    return reading.words(low, high)
