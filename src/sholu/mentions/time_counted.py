"""Over what time a figure counts: its sentence says it, or the report before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sholu.core.period import parse_period
from sholu.core.quantity import Unit
from sholu.mentions.compared_times import BESIDE, is_compared, months_of_year, says_same_months
from sholu.mentions.counting_cues import says, says_up_to
from sholu.mentions.dates import DateReading
from sholu.mentions.figure_wording import figure_wording
from sholu.mentions.sentences import Sentence
from sholu.mentions.stocks import (
    exists_at,
    tells_of_what_exists,
    tells_stock,
    tells_what_happened,
)


@dataclass(frozen=True)
class Counting:
    """Over what time something is counted.

    Attributes:
        accumulation: ``period``, ``year_to_date``, ``stock``, ``rate`` or None (not said).
        period: ISO text, or None.
        of_report: whether it is that of a whole report, stated at its head.
    """

    accumulation: str | None
    period: str | None
    of_report: bool = False


NOTHING_SAID = Counting(None, None)


def read_counting(
    unit: Unit,
    sentence: Sentence,
    dates: Sequence[DateReading],
    inherited: Counting,
    at: int,
) -> Counting:
    """Over what time a figure counts.

    Args:
        unit: what is counted per something is a rate, whatever the time; a share is of one time.
        dates: those of the sentence.
        inherited: of the sentence before in the paragraph; holds if this sentence says nothing,
            for official notices state the time once and then list. A day of its own is another
            story's.
        at: offset of the number; of several dates the nearest before it counts, else the first.
    """
    said = _said_in(sentence, dates, at, inherited)
    if (
        said.accumulation is None
        and inherited.accumulation is None
        and says("time_told_before", sentence)
    ):
        said = Counting("period", None)
    if _is_counted(unit) and exists_at(sentence, at):
        said = Counting("stock", said.period)
    if said.accumulation is None and not _may_inherit(unit, sentence, dates, inherited, at):
        inherited = NOTHING_SAID
    period = said.period if said.accumulation or said.period else inherited.period
    if unit.dimension.startswith("share"):
        return Counting(None, period)
    if unit.dimension.startswith("number") or "/" in unit.code:
        return Counting("rate", period)
    if unit.dimension == "time" or unit.dimension.startswith("ratio"):
        return NOTHING_SAID
    return said if said.accumulation is not None else inherited


def _may_inherit(
    unit: Unit, sentence: Sentence, dates: Sequence[DateReading], inherited: Counting, at: int
) -> bool:
    """Whether the time that was stated before is that of a number here, too.

    One event, a plan and a day of its own are another story's; sums of money are fines, prices and
    rewards, unless they were taken or added up; what exists goes on only while nothing happens.
    """
    if (
        _tells_of_a_day(dates)
        or says_up_to("one_event", sentence, at)
        or says_up_to("plans", sentence, at)
    ):
        return False
    if says("search", sentence) and not inherited.of_report:
        return False
    if inherited.accumulation == "stock":
        return not tells_what_happened(sentence) and _is_counted(unit)
    return not unit.dimension.startswith("money") or _ADDED_UP.search(sentence.folded) is not None


def _is_counted(unit: Unit) -> bool:
    return unit.dimension.startswith("count of") or unit.dimension == "area"


_ADDED_UP = re.compile(
    r"изъят|взыска|арестован|заморожен|на (?:общую )?сумму|штрафов|штрафы|конфискован|поступил"
    r"|заработал|выручил|найден|оборот|затрат|ущерб|общая (?:стоимость|сумма)"
    r"|seized|confiscated|recovered|frozen|fines|total|worth|earned|proceeds|turnover|found|damage|cash"
    r"|тәркілен|алын|сомас|табыс|айыппұлдар|өндіріл|айналым|қолма|тапқан"
)
"""What is said of money that was counted over some time."""


def sentence_counting(
    sentence: Sentence, dates: Sequence[DateReading], before: Counting
) -> Counting:
    """What a sentence hands on to the next one of its paragraph: not the year it compares with."""
    own = [
        reading
        for reading in _stretches(sentence, dates)
        if not is_compared(sentence, reading) and not says_same_months(sentence, reading)
    ]
    said = _said_by(sentence, own[-1] if own else None)
    one_event = says("one_event", sentence)
    if said.accumulation == "period" and (one_event or says("time_of_crime", sentence)):
        return NOTHING_SAID
    if said.accumulation is not None:
        return said
    if one_event or _tells_of_a_day(dates):
        return NOTHING_SAID
    if before.accumulation is not None:
        return before
    if says("time_told_before", sentence):
        return Counting("period", None)
    return Counting("stock", None) if tells_of_what_exists(sentence) else before


def _tells_of_a_day(dates: Sequence[DateReading]) -> bool:
    return any(d.iso is not None and len(d.iso) == _DAY_LENGTH for d in dates)


_DAY_LENGTH = len("2025-01-31")


def days_of(iso: str) -> int:
    period = parse_period(iso)
    return (period.last_day() - period.first_day()).days + 1


def _said_in(
    sentence: Sentence, dates: Sequence[DateReading], at: int, inherited: Counting
) -> Counting:
    stretches = _stretches(sentence, dates)
    nearest = _nearest(sentence, stretches, at)
    if nearest is not None and says_same_months(sentence, nearest):
        own = [one for one in stretches if one is not nearest]
        same = _said_by(sentence, own[0], at) if own else inherited
        if same.accumulation == "year_to_date":
            return Counting("year_to_date", months_of_year(same.period, nearest.iso))
    return _said_by(sentence, nearest, at)


def _said_by(sentence: Sentence, nearest: DateReading | None, at: int | None = None) -> Counting:
    iso = None if nearest is None else nearest.iso
    if tells_stock(sentence):
        return Counting("stock", iso)
    if at is not None and says_up_to("plans", sentence, at):
        return NOTHING_SAID
    if _says_year_to_date(sentence, nearest, at):
        return Counting("year_to_date", iso)
    if _BIRTH.search(sentence.folded):
        return NOTHING_SAID
    return _said_by_date(sentence, nearest, at)


def _said_by_date(sentence: Sentence, nearest: DateReading | None, at: int | None) -> Counting:
    if nearest is None:
        return Counting("period", None) if _says_some_time(sentence) else NOTHING_SAID
    if nearest.from_january:
        return Counting("year_to_date", nearest.iso)
    is_one = at is not None and says_up_to("one_event", sentence, at)
    return NOTHING_SAID if is_one else Counting("period", nearest.iso)


def _says_year_to_date(sentence: Sentence, nearest: DateReading | None, at: int | None) -> bool:
    """Whether the sentence counts since the start of the year at an offset.

    Another time between the words and the number is the number's own (``с начала года 12, за весь
    2024 год 15``), and a sum that only follows does not reach back (``41 кг, всего с начала`` …).
    """
    if at is None:
        return _says("year_to_date", sentence)
    pattern = _cues("year_to_date", sentence.language or "")
    words = [word for word in sentence.words if word.start < at]
    found = pattern.search(f" {' '.join(word.folded for word in words)} ")
    if found is None:
        return _says("year_to_date", sentence) and _SUM_AFTER.search(_behind(sentence, at)) is None
    told = found.string[: found.end()].count(" ") - 1
    cue_end = words[min(told, len(words) - 1)].end
    is_other = nearest is not None and cue_end + _OF < nearest.start and nearest.end <= at
    return not is_other or nearest is None or nearest.from_january


_OF = len(" of ")
"""``since the beginning of 2023``: the year is the words' own."""
_SUM_AFTER = re.compile(r"[,;.] (?:а )?(?:всего|итого|in (?:all|total)|altogether|барлығы) ")


def _behind(sentence: Sentence, at: int) -> str:
    return f" {' '.join(word.folded for word in sentence.words if word.start >= at)} "


def _says_some_time(sentence: Sentence) -> bool:
    """Whether a time is said that no date tells."""
    return _says("period", sentence) or says("over_some_time", sentence)


def _says(accumulation: str, sentence: Sentence) -> bool:
    pattern = _cues(accumulation, sentence.language or "")
    return pattern.search(sentence.folded) is not None


@cache
def _cues(accumulation: str, language: str) -> re.Pattern[str]:
    cues = figure_wording()["accumulation"][accumulation].get(language, ())
    end = r"(?!\w)" if accumulation == "period" else ""
    return re.compile(r"(?<!\w)(?:" + "|".join(cues or ["(?!)"]) + f"){end}")


def _stretches(sentence: Sentence, dates: Sequence[DateReading]) -> list[DateReading]:
    """The dates that something may be counted over.

    A single day is the day of an event or of a report, not what a figure counts over; several years
    beside the word plan are the plan's, and a year beside ``convicted`` an earlier conviction's.
    """
    return [
        reading
        for reading in dates
        if ((reading.iso is not None and _is_stretch(reading.iso)) or reading.from_january)
        and not (_is_plan(reading) and _PLAN.search(sentence.folded))
        and not _is_past_of_somebody(sentence, reading)
    ]


_BIRTH = re.compile(r"\bрождения\b|\bг\. ?р\b|\bborn\b")
_PLAN = re.compile(
    r"plan|programme?|strategy|concept|roadmap|план|программ|концепци|стратеги|жоспар|бағдарлама"
)


def _is_plan(reading: DateReading) -> bool:
    return reading.iso is not None and re.fullmatch(r"\d{4}/\d{4}", reading.iso) is not None


_YEAR_OF_LIFE = re.compile(
    r"судим\w*|осужд[её]нн\w*|судимост\w*|работает|живет|проживает|основан\w*|создан\w*|построен\w*"
    r"|convicted|conviction|founded|established|built|сотталған|құрылған|салынған"
)


def _is_past_of_somebody(sentence: Sentence, reading: DateReading) -> bool:
    """``ранее судимый в 2011 году``, ``a 2019 conviction``: a bare year of a life or a thing."""
    if reading.iso is None or re.fullmatch(r"\d{4}", reading.iso) is None:
        return False
    beside = [
        word.folded
        for word in sentence.words
        if reading.start - BESIDE <= word.start < reading.end + BESIDE
    ]
    return any(_YEAR_OF_LIFE.fullmatch(word) for word in beside)


def _nearest(sentence: Sentence, stretches: Sequence[DateReading], at: int) -> DateReading | None:
    """The last stretch of time before an offset, else the first after it.

    What a bracket holds is that of its own numbers; what is compared with stands for nothing that
    comes before it.
    """
    before = [one for one in stretches if one.end <= at and not _is_closed(sentence, one, at)]
    if before:
        return before[-1]
    after = [one for one in stretches if one.end > at and not is_compared(sentence, one)]
    return after[0] if after else None


def _is_closed(sentence: Sentence, reading: DateReading, at: int) -> bool:
    """Whether a bracket that holds the date ends before an offset."""
    between = [word.text for word in sentence.words if reading.end <= word.start < at]
    return ")" in between and "(" not in between[: between.index(")")]


def _is_stretch(iso: str) -> bool:
    return days_of(iso) > 1
