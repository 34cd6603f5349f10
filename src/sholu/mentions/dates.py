"""Find dates and periods in running text: stated ones, and relative ones if it is known to what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.period import DateError, PartialDate, Period, parse_partial_date
from sholu.mentions.bare_years import find_bare_years
from sholu.mentions.date_forms import DateForm, DateParts, date_forms, russian_forms_within
from sholu.mentions.parts_of_year import find_parts_of_year
from sholu.mentions.relative_dates import find_relative
from sholu.mentions.sentences import Sentence
from sholu.mentions.told_years import told_years

_HALF_YEAR_AHEAD = 183
"""Days: a date without a year that lies further ahead of its publication is of the year before."""


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class DateReading:
    """A date or period found in a text.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        iso: partial date or period; None if its year isn't known.
        basis: ``stated`` or ``relative`` (its year or more was taken from the publication date).
        from_january: it runs from January and ends before December, said as such; also the year
            that is not over.
    """

    start: int
    end: int
    iso: str | None
    basis: str
    from_january: bool = False


def within(dates: Sequence[DateReading], sentence: Sentence) -> tuple[DateReading, ...]:
    """The dates that lie in a sentence."""
    first = bisect_left(dates, sentence.start, key=lambda reading: reading.start)
    stop = bisect_left(dates, sentence.end, key=lambda reading: reading.start)
    return tuple(dates[first:stop])


def find_dates(
    text: str, sentences: Sequence[Sentence], published: str | None
) -> tuple[DateReading, ...]:
    """All dates of the sentences, in order, none overlapping.

    Args:
        text: the document's text.
        published: ISO date of publication (partial allowed), or None. Dates without a year get
            its year; ``yesterday`` needs it to the day.
    """
    anchor = None if published is None else parse_partial_date(published[:10])
    readings: list[DateReading] = []
    for sentence in sentences:
        readings += _find_in_sentence(text, sentence, anchor)
    return tuple(readings)


def _find_in_sentence(
    text: str, sentence: Sentence, anchor: PartialDate | None
) -> list[DateReading]:
    stretch = text[sentence.start : sentence.end]
    found = [
        DateReading(
            sentence.start + part.start,
            sentence.start + part.end,
            part.iso,
            "relative",
            part.from_january,
        )
        for part in find_parts_of_year(stretch, sentence.language, anchor)
    ]
    spoken = (
        DateReading(
            sentence.start + start,
            sentence.start + end,
            iso,
            "relative",
            anchor is not None and iso == str(anchor.year),
        )
        for start, end, iso in find_relative(stretch, sentence.language, anchor)
    )
    found += [reading for reading in spoken if not _overlaps(reading, found)]
    if _DIGIT.search(stretch) or "first of" in stretch:
        for rule in _forms_for(stretch, sentence.language):
            for match in rule.pattern.finditer(stretch):
                reading = _resolve(rule, match, sentence, anchor)
                if reading is not None and not _overlaps(reading, found):
                    found.append(reading)
        # A lone "2016" in a cell is a number of what its headings say; they tell the year
        # themselves.
        bare = (
            ()
            if sentence.kind == "table" and len(sentence.words) < 3
            else find_bare_years(sentence)
        )
        years = (DateReading(start, end, year, "stated") for start, end, year in bare)
        found += [reading for reading in years if not _overlaps(reading, found)]
    return sorted(_with_told_years(found, stretch, sentence), key=lambda reading: reading.start)


def _with_told_years(
    found: Sequence[DateReading], stretch: str, sentence: Sentence
) -> list[DateReading]:
    """With each day or month and the ``last year`` beside it as one date."""
    told = [
        (reading.start - sentence.start, reading.end - sentence.start, reading.iso)
        for reading in found
        if reading.basis == "relative" and reading.iso is not None
    ]
    joined = [
        DateReading(sentence.start + start, sentence.start + end, iso, "relative")
        for start, end, iso in told_years(stretch, told, sentence.language or "ru")
    ]
    return [*joined, *(reading for reading in found if not _overlaps(reading, joined))]


_RUSSIAN_MONTH = re.compile(
    r"\b(?:январ|феврал|март[ае]|апрел|мая\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)


def _forms_for(stretch: str, language: str | None) -> tuple[DateForm, ...]:
    if language == "kk" and _RUSSIAN_MONTH.search(stretch):
        return (*date_forms("kk"), *russian_forms_within())
    return date_forms(language)


def _overlaps(reading: DateReading, others: Sequence[DateReading]) -> bool:
    return any(reading.start < other.end and other.start < reading.end for other in others)


def _resolve(
    rule: DateForm, match: re.Match[str], sentence: Sentence, anchor: PartialDate | None
) -> DateReading | None:
    """A match with its year filled in; None if it names no day of the calendar."""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    end -= len(match.group()) - len(match.group().rstrip())
    language = sentence.language or "ru"
    try:
        parts = rule.build(match, language, anchor.year if anchor else None)
        if parts is None:
            return None
        if parts.has_year:
            iso = str(Period(parts.first, parts.last))
            return DateReading(start, end, iso, "stated", parts.from_january)
        if anchor is None:
            return DateReading(start, end, None, "relative")
        return DateReading(start, end, _near(parts, anchor), "relative", parts.from_january)
    except DateError:
        return None


def _near(parts: DateParts, anchor: PartialDate) -> str:
    """The publication's year, or the year before if that lies too far ahead."""
    if (parts.first.first_day() - anchor.last_day()).days <= _HALF_YEAR_AHEAD:
        return str(Period(parts.first, parts.last))
    earlier = [
        PartialDate(part.year - 1, part.month, part.day) for part in (parts.first, parts.last)
    ]
    return str(Period(*earlier))
