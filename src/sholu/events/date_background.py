"""Days that an English report tells on the way: reminders, what had happened before, what is ahead.

A reminder is never the event's day. The others are, where the report tells no day beside them:
``he had been detained on 2 May`` may be all that is said of when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from sholu.events.date_candidates import Candidate, Stretch, When, day_of_publication
from sholu.events.date_roles import sentence_of
from sholu.events.item import Reading, ToldItem

Told = tuple[Candidate, Stretch]

_REMINDER = re.compile(
    r"\W*(?:(?:it\s+(?:should|will|must|may)\s+be\s+|let\s+us\s+|we\s+(?:will\s+)?|to\s+)?(?:recall|remind)(?:ed)?\b"
    r"|as\s+(?:a\s+reminder|(?:was\s+|it\s+was\s+|we\s+)?(?:previously|earlier|already)\b)"
    r"|(?:earlier|previously)(?:,|\s+it\s+(?:was|became)\b|\s+(?:we|the\s+agency|media)\b)"
    r"|(?:background|reminder|recap|for\s+reference|reference)\s*[:.–—-]"
    r"|(?:prior\s+to|before)\s+(?:this|that)\b)",
    re.IGNORECASE,
)


def is_of_reminder(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether its sentence reminds of older news: ``Recall that on 5 May two men were held``."""
    low, _ = reading.sentence_at(found.start, *stretch)
    return _REMINDER.match(reading.words(low, found.start)) is not None


_YEAR_SO_FAR = re.compile(
    r"\bsince\s+(?:the\s+)?(?:beginning|start)\s+of\s+(?:the|this|the\s+current)?\s*(?:20\d\d|year)\b"
    r"|\bsince\s+January\b(?!\s+(?:\d|20))|\b(?:so\s+far|to\s+date)\s+(?:this\s+year|in\s+20\d\d)\b"
    r"|\bthis\s+year\s+(?:so\s+far|alone)\b|\byear[\s-]to[\s-]date\b"
)


def find_year_so_far(item: ToldItem, reading: Reading, kind: str | None) -> When | None:
    """Of statistics: from January to the report, where title or first sentence count so."""
    published = day_of_publication(item)
    if kind is not None or published is None or not item.telling:
        return None
    first = item.telling[0]
    _, end = reading.sentences(first.start, first.end)[0]
    if not _YEAR_SO_FAR.search(f"{item.title}\n{reading.words(first.start, end)}"):
        return None
    return When(f"{published.year}-01-01", published.isoformat(), "relative")


_PERFECT = re.compile(
    r"\bhad(?:\s+(?:also|already|previously|earlier|first|once|even|just|not))?(?:\s+been)?\s+"
    r"(?:\w+ed|come|bought|left|gone|taken|found|made|sent|sold|brought|met|caught|held|begun|got"
    r"|given|hidden|fled|become|received|flown|driven|seen|told|paid|won|lost|built|grown|set)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|reported|reports|announced|stated|added|according|noted|confirmed)\b",
    re.IGNORECASE,
)
_RECENT, _OLD = timedelta(days=21), timedelta(days=60)


def without_background(told: Sequence[Told], item: ToldItem, reading: Reading) -> list[Told]:
    """The dates that are left if those of the background go; all of them if none is left."""
    published = day_of_publication(item)
    days = [one for one in told if one[0].when.is_day]
    if published is None or len(days) < 2:
        return list(told)
    is_recent = any(
        timedelta(0) <= published - found.when.last_day() <= _RECENT for found, _ in days
    )

    def is_behind(found: Candidate, place: Stretch) -> bool:
        if not found.when.is_day:
            return False
        age = published - found.when.last_day()
        if age < timedelta(0) or (is_recent and age > _OLD):
            return True
        return _is_of_past_before(found, reading, place)

    kept = [one for one in told if not is_behind(*one)]
    return kept if any(found.when.is_day for found, _ in kept) else list(told)


def _is_of_past_before(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``The load, which had come on 26 May``: before what is told; not where somebody says it."""
    sentence = sentence_of(found, reading, stretch)
    if _SPEECH.search(sentence):
        return False
    low, high = reading.sentence_at(found.start, *stretch)
    before = re.split(r"[,;:]", reading.words(low, found.start))[-1]
    after = re.split(r"[,;:]", reading.words(found.end, high))[0]
    near = _PERFECT.search(before)
    if near is None and not re.search(r"\w{3}\W+\w", before):
        near = _PERFECT.search(after[:60])
    return near is not None
