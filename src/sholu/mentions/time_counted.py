"""Over what time a figure counts: its sentence says it, or the report before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.period import parse_period
from sholu.core.quantity import Unit
from sholu.mentions.dates import DateReading
from sholu.mentions.figure_wording import figure_wording
from sholu.mentions.sentences import Sentence


@dataclass(frozen=True)
class Counting:
    """Over what time something is counted.

    Attributes:
        accumulation: ``period``, ``year_to_date``, ``stock``, ``rate`` or None (not said).
        period: ISO text, or None.
    """

    accumulation: str | None
    period: str | None


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
    if said.accumulation is None and _tells_of_a_day(dates):
        inherited = NOTHING_SAID
    period = said.period if said.accumulation or said.period else inherited.period
    if unit.dimension.startswith("share"):
        return Counting(None, period)
    if unit.dimension.startswith("number") or "/" in unit.code:
        return Counting("rate", period)
    if unit.dimension == "time" or unit.dimension.startswith("ratio"):
        return Counting(None, None)
    return said if said.accumulation is not None else inherited


def sentence_counting(
    sentence: Sentence, dates: Sequence[DateReading], before: Counting
) -> Counting:
    """What a sentence hands on to the next one of its paragraph: not the year it compares with."""
    own = [
        reading for reading in _stretches(sentence, dates) if not _is_compared(sentence, reading)
    ]
    said = _said_by(sentence, own[-1] if own else None)
    if said.accumulation is not None:
        return said
    return NOTHING_SAID if _tells_of_a_day(dates) else before


def _tells_of_a_day(dates: Sequence[DateReading]) -> bool:
    return any(d.iso is not None and len(d.iso) == _DAY_LENGTH for d in dates)


_DAY_LENGTH = len("2025-01-31")


def hand_on(before: Counting, report: Counting, paragraphs: int) -> Counting:
    """What a paragraph hands on to the next: a report states its time once, at its head.

    Args:
        report: the time of the whole report, by `time_of_report`.
        paragraphs: how many were read, the title among them; a time that is stated farther down is
            that of a paragraph about the years before.
    """
    if report.accumulation is not None:
        return report
    goes_on = before.accumulation in ("period", "year_to_date")
    return before if paragraphs <= _HEAD and goes_on else NOTHING_SAID


_HEAD = 2
"""Title and first paragraph."""


def time_of_report(sentence: Sentence, counting: Counting, paragraphs: int) -> Counting:
    """The time that a whole report counts over, if a sentence of its head says so.

    Args:
        counting: what the sentence hands on.
        paragraphs: how many were read before, the title among them.
    """
    if paragraphs > _HEAD:
        return NOTHING_SAID
    if _SUMS_UP.search(sentence.folded):
        return counting if counting.accumulation else Counting("period", None)
    days = 0 if counting.period is None else _days_of(counting.period)
    is_long = days >= _MONTH or (days > 1 and _OPERATION.search(sentence.folded) is not None)
    return counting if is_long and _REPORTS.search(sentence.folded) else NOTHING_SAID


_SUMS_UP = re.compile(
    r"sum\w* up the (?:\w+ )?year|results of the year|итог\w+ (?:прошедшего |минувшего )?года"
    r"|жыл\w* қорытынды|^бір жылда|^за год"
)
_OPERATION = re.compile(r"операци|\bопм\b|operation|іс-шара|жедел-профилактик")


_MONTH = 28
"""Days of the shortest month: what a report counts over lasts one at the least."""
_REPORTS = re.compile(
    r"итог|статисти|отчита|отчет|зарегистрир|выявлен|изъят|за год|цифр|results|registered"
    r"|statisti|recorded|detected|seized|seizures|confiscated|in figures"
    r"|тіркел|қорытынды|есеб|анықтал|тәркілен"
)


def _days_of(iso: str) -> int:
    period = parse_period(iso)
    return (period.last_day() - period.first_day()).days + 1


def _said_in(
    sentence: Sentence, dates: Sequence[DateReading], at: int, inherited: Counting
) -> Counting:
    stretches = _stretches(sentence, dates)
    nearest = _nearest(sentence, stretches, at)
    if nearest is not None and _says_same_months(sentence, nearest):
        own = [one for one in stretches if one is not nearest]
        same = _said_by(sentence, own[0]) if own else inherited
        if same.accumulation == "year_to_date":
            return Counting("year_to_date", _months_of_year(same.period, nearest.iso))
    return _said_by(sentence, nearest)


def _said_by(sentence: Sentence, nearest: DateReading | None) -> Counting:
    iso = None if nearest is None else nearest.iso
    for accumulation in ("stock", "year_to_date"):
        cues = figure_wording()["accumulation"][accumulation].get(sentence.language or "", ())
        if any(f" {cue}" in sentence.folded for cue in cues):
            return Counting(accumulation, iso)
    if _BIRTH.search(sentence.folded):
        return NOTHING_SAID
    if nearest is None:
        cues = figure_wording()["accumulation"]["period"].get(sentence.language or "", ())
        counted = any(f" {cue} " in sentence.folded for cue in cues)
        counted = counted or _OVER_MONTHS.search(sentence.folded) is not None
        return Counting("period", None) if counted else NOTHING_SAID
    return Counting("year_to_date" if nearest.from_january else "period", iso)


_OVER_MONTHS = re.compile(
    r"\b(?:in|over|during) (?:the |just |only )?(?:last |past )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
    r" (?:days|weeks|months)(?! in| of (?:imprison|prison|custody)|['’])"
    r"|\b(?:total for|in) (?:the|one) (?:week|month)\b"
    r"|\bза (?:последние |эти |прошедшие )?(?:два|две|три|четыре|пять|шесть|семь|восемь|девять"
    r"|десять|\d{1,2}) (?:месяц|недел|сут|дня|дней)"
    r"|\bза (?:ту же|эту|одну) неделю|\bза один месяц"
    r"|\b(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|\d{1,2}) (?:айда|аптада|күнде|жылда)\b"
    r"|\bбір (?:айда|аптада|жылда)\b"
)
"""A stretch of time that no date tells."""


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
    r"|convicted|conviction|founded|established|built|since|сотталған|құрылған|салынған"
)


def _is_past_of_somebody(sentence: Sentence, reading: DateReading) -> bool:
    """``ранее судимый в 2011 году``, ``a 2019 conviction``: a bare year of a life or a thing."""
    if reading.iso is None or re.fullmatch(r"\d{4}", reading.iso) is None:
        return False
    beside = [
        word.folded
        for word in sentence.words
        if reading.start - _BESIDE <= word.start < reading.end + _BESIDE
    ]
    return any(_YEAR_OF_LIFE.fullmatch(word) for word in beside)


_BESIDE = 18
"""Code points: two words and their spaces."""


def _nearest(sentence: Sentence, stretches: Sequence[DateReading], at: int) -> DateReading | None:
    """The last stretch of time before an offset, else the first after it.

    What a bracket holds is that of its own numbers; what is compared with stands for nothing that
    comes before it.
    """
    before = [one for one in stretches if one.end <= at and not _is_closed(sentence, one, at)]
    if before:
        return before[-1]
    after = [one for one in stretches if one.end > at and not _is_compared(sentence, one)]
    return after[0] if after else None


def _is_closed(sentence: Sentence, reading: DateReading, at: int) -> bool:
    """Whether a bracket that holds the date ends before an offset."""
    between = [word.text for word in sentence.words if reading.end <= word.start < at]
    return ")" in between and "(" not in between[: between.index(")")]


_COMPARED_WITH = re.compile(
    r"\b(?:against|compared (?:with|to)|versus|twice the|times the|против|сравнени\w+ с"
    r"|(?:the )?same period|(?:тот|те) же|аналогичн\w+ \w+)\b[^.;()]{0,30}$"
)
_COMPARING = re.compile(
    r"(?:\bthan|\bagainst|\bcompared (?:with|to)|\bversus|\bover|\bчем|\bпротив|\bсравнени\w+ с"
    r"|\bаналогичн\w+ \w+|\bпоказател\w+|\bуровн\w+|\()(?: (?:in|the|for|of|за|в|во|со?|same|period"
    r"|тот|же|период\w*|показател\w+|уровн\w+|был[оаи]?|было))* ?$"
)
_COMPARED_AFTER = re.compile(
    r"^ (?:figure|level|total|result)s?\b"
    r"|^ ?\S{0,12}(?: (?:осындай|сәйкес|дәл|осы|ұқсас|мен|бен|пен|тиісті)"
    r"| ?\S* салыстыр| [^,.;]{0,24}көрсеткіш)"
)


def _is_compared(sentence: Sentence, reading: DateReading) -> bool:
    """Whether a stretch of time is only what the sentence's own is compared with."""
    before = " ".join(w.folded for w in sentence.words if w.end <= reading.start)[-60:]
    after = " ".join(w.folded for w in sentence.words if w.start >= reading.end)[:60]
    return (
        _COMPARING.search(f" {before}") is not None
        or _COMPARED_AFTER.match(f" {after}") is not None
    )


_SAME_MONTHS = re.compile(
    r"\b(?:same|corresponding|similar) (?:period|months|time)"
    r"|\b(?:тот|те|аналогичн\w+|соответствующ\w+)"
    r" (?:же )?(?:период|срок|месяц)|\b(?:осындай|сәйкес|ұқсас|тиісті|осы) (?:кезең|мерзім|уақыт)"
)


def _says_same_months(sentence: Sentence, reading: DateReading) -> bool:
    """``за тот же период прошлого года``: as many months as the report counts."""
    if reading.iso is None or re.fullmatch(r"\d{4}", reading.iso) is None:
        return False
    around = " ".join(
        w.folded
        for w in sentence.words
        if reading.start - 2 * _BESIDE <= w.start < reading.end + 2 * _BESIDE
    )
    return _SAME_MONTHS.search(around) is not None


def _months_of_year(period: str | None, year: str | None) -> str | None:
    """The months of a period in another year."""
    if period is None or year is None:
        return year
    return re.sub(r"\d{4}(?=-)", year[:4], period)


def _is_stretch(iso: str) -> bool:
    return _days_of(iso) > 1
