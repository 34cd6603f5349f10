"""Find what a sentence says of time: stretches, days, and words for what was counted when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.core.period import parse_period
from sholu.mentions.compared_times import BESIDE, is_compared, says_same_months
from sholu.mentions.counting_cues import LISTED, cue_pattern
from sholu.mentions.dates import DateReading
from sholu.mentions.sentences import Sentence


@dataclass(frozen=True)
class Mark:
    """Words of a sentence that say something of the time that its numbers count over.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        name: the list of ``counting_cues.yaml`` that has them, or of a stretch of time its length
            (``year``, ``days``), ``compared year`` for one that is only compared with.
        iso: period of a stretch, else None.
    """

    start: int
    end: int
    name: str
    iso: str | None = None

    @property
    def is_time(self) -> bool:
        """Whether it tells a time that may be counted over, not what kind of thing is told."""
        return self.name not in _NO_TIME


_NO_TIME = frozenset(
    ("one_event", "plans", "search", "time_of_crime", "existing", "happened", "day", "span_words")
)


def find_marks(sentence: Sentence, dates: Sequence[DateReading]) -> tuple[Mark, ...]:
    """All marks of a sentence, in order.

    Args:
        dates: those of the sentence.
    """
    return tuple(
        sorted(
            (*_marks_of_dates(sentence, dates), *_marks_of_cues(sentence)),
            key=lambda mark: (mark.start, mark.end, mark.name),
        )
    )


def _marks_of_dates(sentence: Sentence, dates: Sequence[DateReading]) -> Iterator[Mark]:
    for reading in dates:
        if reading.iso is not None and len(reading.iso) == _DAY_LENGTH:
            yield Mark(reading.start, reading.end, "day")
        elif _may_be_counted_over(sentence, reading):
            yield Mark(reading.start, reading.end, _name_of(sentence, reading), reading.iso)


def _marks_of_cues(sentence: Sentence) -> Iterator[Mark]:
    words = sentence.words
    if not words:
        return
    starts = _places(sentence)
    for name in LISTED:
        for found in cue_pattern(name, sentence.language or "").finditer(sentence.folded):
            first = max(0, bisect_right(starts, found.start()) - 1)
            last = max(first, bisect_right(starts, found.end() - 1) - 1)
            yield Mark(words[first].start, words[last].end, name)


def _places(sentence: Sentence) -> list[int]:
    """Where each word begins in the folded sentence."""
    starts, place = [], 1
    for word in sentence.words:
        starts.append(place)
        place += len(word.folded) + 1
    return starts


_DAY_LENGTH = len("2025-01-31")


def _name_of(sentence: Sentence, reading: DateReading) -> str:
    compared = "compared " if is_compared(sentence, reading) else ""
    if says_same_months(sentence, reading):
        return f"{compared}same months"
    if reading.from_january or reading.iso is None:
        return f"{compared}since_january"
    days = days_of(reading.iso)
    return compared + next(name for name, least in _LENGTHS if days >= least)


_LENGTHS = (("year", 300), ("months", 32), ("month", 28), ("days", 0))


def days_of(iso: str) -> int:
    """How many days a period has."""
    period = parse_period(iso)
    return (period.last_day() - period.first_day()).days + 1


def _may_be_counted_over(sentence: Sentence, reading: DateReading) -> bool:
    """Whether a date is a stretch that something may be counted over.

    A single day is the day of an event or of a report; several years beside the word plan are the
    plan's, and a year beside ``convicted`` an earlier conviction's.
    """
    if not reading.from_january and (reading.iso is None or days_of(reading.iso) <= 1):
        return False
    is_plan = _SPAN_OF_YEARS.fullmatch(reading.iso or "") and _PLAN.search(sentence.folded)
    return not is_plan and not _is_past_of_somebody(sentence, reading)


_SPAN_OF_YEARS = re.compile(r"\d{4}/\d{4}")
_PLAN = re.compile(
    r"plan|programme?|strategy|concept|roadmap|план|программ|концепци|стратеги|жоспар|бағдарлама"
)
_YEAR = re.compile(r"\d{4}")
_YEAR_OF_LIFE = re.compile(
    r"судим\w*|осужд[её]нн\w*|судимост\w*|работает|живет|проживает|основан\w*|создан\w*|построен\w*"
    r"|рождения|р|born|convicted|conviction|founded|established|built|сотталған|құрылған|салынған"
)


def _is_past_of_somebody(sentence: Sentence, reading: DateReading) -> bool:
    """``ранее судимый в 2011 году``, ``a 2019 conviction``: a bare year of a life or a thing."""
    if reading.iso is None or _YEAR.fullmatch(reading.iso) is None:
        return False
    return any(
        _YEAR_OF_LIFE.fullmatch(word.folded)
        for word in sentence.words
        if reading.start - BESIDE <= word.start < reading.end + BESIDE
    )
