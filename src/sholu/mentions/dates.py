"""Find dates and periods in running text: stated ones, and relative ones if it is known to what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sholu.core.period import DateError, PartialDate, Period, parse_partial_date
from sholu.mentions.bare_years import find_bare_years
from sholu.mentions.calendar_words import (
    YEAR,
    YEAR_WORD,
    count_number,
    counts,
    month_number,
    months,
    ordinal_number,
    ordinals,
)
from sholu.mentions.relative_dates import find_relative
from sholu.mentions.sentences import Sentence

_DASH = r"\s?[-–—‑−]\s?"
_HALF_YEAR_AHEAD = 183
"""Days: a date without a year that lies further ahead of its publication is of the year before."""


_LONGEST_SHORT_RANGE = 15
"""Years: "2004-14" is a stretch of years, "2001-36" is a year and another number."""


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class DateReading:
    """A date or period found in a text.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        iso: partial date or period; None if its year isn't known.
        basis: ``stated`` or ``relative`` (its year or more was taken from the publication date).
        from_january: it runs from January and ends before December, said as such.
    """

    start: int
    end: int
    iso: str | None
    basis: str
    from_january: bool = False


@dataclass(frozen=True)
class _Parts:
    """What an expression caught; a year of None is the publication's."""

    first: PartialDate
    last: PartialDate
    has_year: bool
    from_january: bool = False


_Build = Callable[[re.Match[str], str, int | None], _Parts | None]


@dataclass(frozen=True)
class _Rule:
    pattern: re.Pattern[str]
    build: _Build


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
        DateReading(sentence.start + start, sentence.start + end, iso, "relative")
        for start, end, iso in find_relative(stretch, sentence.language, anchor)
    ]
    if _DIGIT.search(stretch) or "first of" in stretch:
        for rule in _rules(sentence.language):
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
    return sorted(found, key=lambda reading: reading.start)


def _overlaps(reading: DateReading, others: Sequence[DateReading]) -> bool:
    return any(reading.start < other.end and other.start < reading.end for other in others)


def _resolve(
    rule: _Rule, match: re.Match[str], sentence: Sentence, anchor: PartialDate | None
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


def _near(parts: _Parts, anchor: PartialDate) -> str:
    """The publication's year, or the year before if that lies too far ahead."""
    if (parts.first.first_day() - anchor.last_day()).days <= _HALF_YEAR_AHEAD:
        return str(Period(parts.first, parts.last))
    earlier = [
        PartialDate(part.year - 1, part.month, part.day) for part in (parts.first, parts.last)
    ]
    return str(Period(*earlier))


@cache
def _rules(language: str | None) -> tuple[_Rule, ...]:
    """The expressions of a language, the longest forms first."""
    spelled = {"en": _english, "ru": _russian, "kk": _kazakh}.get(language or "")
    return (*_numeric(), *(spelled() if spelled else ()))


def _rule(pattern: str, build: _Build) -> _Rule:
    return _Rule(re.compile(rf"(?<![\w.,/]){pattern}(?!\w)", re.IGNORECASE), build)


def _year(match: re.Match[str], known: int | None, group: str = "y") -> tuple[int, bool]:
    """The stated year, or the known one, or a leap year that stands for none."""
    stated = match.groupdict().get(group)
    if stated:
        return int(stated), True
    return (2000 if known is None else known), False


def _numeric() -> Iterator[_Rule]:
    """13.08.2025, 1-15.08.2025, 01.01.2025–15.01.2025, 2025-01-13, the same in all languages."""
    day, month = r"(?:3[01]|[12]\d|0?[1-9])", r"(?:1[0-2]|0?[1-9])"
    between = rf"(?:{_DASH}|\s(?:по|to|до|and)\s)"
    yield _rule(
        rf"(?P<d1>{day})\.(?P<m1>{month})(?:\.(?P<y1>{YEAR}))?{between}"
        rf"(?P<d>{day})\.(?P<m>{month})\.(?P<y>{YEAR}){YEAR_WORD['ru']}",
        _numeric_range,
    )
    yield _rule(
        rf"(?P<d1>{day}){_DASH}(?P<d>{day})\.(?P<m>{month})\.(?P<y>{YEAR}){YEAR_WORD['ru']}",
        _numeric_range,
    )
    yield _rule(rf"(?P<d>{day})\.(?P<m>{month})\.(?P<y>{YEAR}){YEAR_WORD['ru']}", _numeric_day)
    yield _rule(rf"(?P<y>{YEAR})-(?P<m>[01]\d)-(?P<d>[0-3]\d)", _numeric_day)
    yield _rule(rf"(?P<d>{day})/(?P<m>{month})/(?P<y>{YEAR})", _numeric_day)


def _numeric_range(match: re.Match[str], language: str, known: int | None) -> _Parts:
    year, month = int(match["y"]), int(match["m"])
    groups = match.groupdict()
    first = PartialDate(
        int(groups.get("y1") or year), int(groups.get("m1") or month), int(match["d1"])
    )
    return _Parts(first, PartialDate(year, month, int(match["d"])), True)


def _numeric_day(match: re.Match[str], language: str, known: int | None) -> _Parts:
    day = PartialDate(int(match["y"]), int(match["m"]), int(match["d"]))
    return _Parts(day, day, True)


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"


def _english() -> Iterator[_Rule]:
    month, year, suffix = months("en"), rf"(?:,?\s(?:of\s)?(?P<y>{YEAR}))?", r"(?:st|nd|rd|th)?"
    to = rf"(?:{_DASH}|\s(?:to|until|till|and|through)\s)"
    yield _rule(
        rf"(?:from\s|between\s)?(?P<d1>{_DAY}){suffix}(?:\s(?P<m1>{month}))?(?:,?\s(?P<y1>{YEAR}))?{to}"
        rf"(?P<d>{_DAY}){suffix}\s(?P<m>{month}){year}",
        _day_range,
    )
    yield _rule(
        rf"(?:from\s|between\s)?(?P<m1>{month})\s(?P<d1>{_DAY}){suffix}{to}"
        rf"(?:(?P<m>{month})\s)?(?P<d>{_DAY}){suffix}{year}",
        _day_range,
    )
    yield _rule(rf"(?P<d>{_DAY}|first){suffix}\s(?:of\s)?(?P<m>{month}){year}", _day)
    yield _rule(rf"(?P<m>{month})\s(?P<d>{_DAY}){suffix}{year}", _day)
    yield _rule(
        rf"(?:from\s|between\s)?(?P<m1>{month})(?:\s(?P<y1>{YEAR}))?{to}(?P<m>{month})\s(?:of\s)?(?P<y>{YEAR})",
        _month_range,
    )
    yield _rule(
        rf"(?:the\s)?first\s(?P<n>{counts('en')})\smonths\sof\s(?:the\syear\s)?(?P<y>{YEAR})",
        _months,
    )
    yield _rule(rf"(?P<n>{counts('en')})\smonths\sof\s(?P<y>{YEAR})", _months)
    yield from _parts_of_year("en", r"{o}\s(?:quarter|q)\s(?:of\s)?{y}", r"{o}\shalf\s(?:of\s)?{y}")
    yield _rule(rf"q(?P<q>[1-4])\s(?:of\s)?(?P<y>{YEAR})", _quarter)
    yield _rule(rf"(?P<m>{month}),?\s(?:of\s)?(?P<y>{YEAR})", _month)
    yield _rule(
        rf"(?:from|between)\s(?P<y1>{YEAR})\s(?:to|and|until|till)\s(?:around\s)?(?P<y>{YEAR})",
        _years,
    )
    yield _rule(rf"(?P<y1>{YEAR}){_DASH}(?P<y>{YEAR}|\d\d)", _years)


def _russian() -> Iterator[_Rule]:
    month, year = months("ru"), rf"(?:\s(?P<y>{YEAR}){YEAR_WORD['ru']})?"
    to = rf"(?:{_DASH}|\s(?:по|до)\s)"
    yield _rule(
        rf"(?:с\s|от\s)?(?P<d1>{_DAY})(?:\s(?P<m1>{month}))?(?:\s(?P<y1>{YEAR}){YEAR_WORD['ru']})?{to}"
        rf"(?P<d>{_DAY})\s(?P<m>{month}){year}",
        _day_range,
    )
    yield _rule(rf"(?P<d>{_DAY})(?:-?го)?\s(?P<m>{month}){year}", _day)
    yield _rule(
        rf"(?:с\s)?(?P<m1>{month})(?:\s(?P<y1>{YEAR}){YEAR_WORD['ru']})?{to}(?P<m>{month})\s(?P<y>{YEAR}){YEAR_WORD['ru']}",
        _month_range,
    )
    yield _rule(
        rf"(?P<n>{counts('ru')})\s(?:месяц(?:ев|а)?|мес\.?)\s(?P<y>{YEAR}){YEAR_WORD['ru']}",
        _months,
    )
    yield from _parts_of_year("ru", r"{o}\sквартал\w*\s{y}", r"{o}\sполугоди\w+\s{y}")
    yield _rule(rf"(?P<m>{month})\s(?P<y>{YEAR}){YEAR_WORD['ru']}", _month)
    yield _rule(rf"(?:с|от)\s(?P<y1>{YEAR})\s(?:по|до)\s(?P<y>{YEAR}){YEAR_WORD['ru']}", _years)
    yield _rule(rf"(?P<y1>{YEAR}){_DASH}(?P<y>{YEAR}|\d\d){YEAR_WORD['ru']}", _years)


def _kazakh() -> Iterator[_Rule]:
    month, word = months("kk"), YEAR_WORD["kk"]
    year = rf"(?:(?P<y>{YEAR}){word}\s)?"
    to = rf"(?:{_DASH}|\s(?:мен|бен|пен)\s|(?:-?\w{{2,3}})?\s)"
    yield _rule(
        rf"{year}(?P<d1>{_DAY})\s(?P<m1>{month}){to}(?P<d>{_DAY})\s(?P<m>{month})(?:\s(?:дейін|аралығында))?",
        _day_range,
    )
    yield _rule(
        rf"(?P<d1>{_DAY}){_DASH}(?P<d>{_DAY})\s(?P<m>{month})\s(?P<y>{YEAR}){word}", _day_range
    )
    yield _rule(rf"{year}(?P<d1>{_DAY}){_DASH}(?P<d>{_DAY})\s(?P<m>{month})", _day_range)
    yield _rule(rf"(?P<d>{_DAY})\s(?P<m>{month})\s(?P<y>{YEAR}){word}", _day)
    yield _rule(rf"{year}(?P<d>{_DAY})(?:-?\w{{2}})?\s(?P<m>{month})", _day)
    yield _rule(
        rf"(?P<y>{YEAR}){word}\s(?P<m1>{month}){_DASH}(?P<m>{month})(?:\sайлар\w*)?", _month_range
    )
    yield _rule(
        rf"(?P<y>{YEAR}){word}\s(?:алғашқы\s)?(?P<n>{counts('kk')})\sай(?:ы|ында|ының|да)?", _months
    )
    yield from _parts_of_year(
        "kk", r"{y}\s{o}[-\s](?:тоқсан\w*)", r"{y}\s{o}[-\s]?\s?жартыжылды\w+"
    )
    yield _rule(rf"(?P<y>{YEAR}){word}\s(?P<m>{month})(?:\sай\w*)?", _month)
    yield _rule(rf"(?P<y1>{YEAR}){_DASH}(?P<y>{YEAR}){word}", _years)


def _parts_of_year(language: str, quarter: str, half: str) -> Iterator[_Rule]:
    year = rf"(?P<y>{YEAR}){YEAR_WORD[language]}"
    yield _rule(quarter.format(o=f"(?P<q>{ordinals(language, 4)})", y=year), _quarter)
    yield _rule(half.format(o=f"(?P<h>{ordinals(language, 2)})", y=year), _half_year)


def _day_range(match: re.Match[str], language: str, known: int | None) -> _Parts:
    year, stated = _year(match, known)
    groups = match.groupdict()
    first_month = groups.get("m1") or groups["m"]
    last_month = groups.get("m") or groups["m1"]
    first = PartialDate(
        int(groups.get("y1") or year), month_number(first_month, language), int(match["d1"])
    )
    last = PartialDate(year, month_number(last_month, language), int(match["d"]))
    return _Parts(first, last, stated)


def _day(match: re.Match[str], language: str, known: int | None) -> _Parts:
    year, stated = _year(match, known)
    number = 1 if match["d"].casefold() == "first" else int(match["d"])
    day = PartialDate(year, month_number(match["m"], language), number)
    return _Parts(day, day, stated)


def _month(match: re.Match[str], language: str, known: int | None) -> _Parts:
    month = PartialDate(int(match["y"]), month_number(match["m"], language))
    return _Parts(month, month, True)


def _month_range(match: re.Match[str], language: str, known: int | None) -> _Parts:
    year = int(match["y"])
    first = PartialDate(
        int(match.groupdict().get("y1") or year), month_number(match["m1"], language)
    )
    last = PartialDate(year, month_number(match["m"], language))
    from_january = first.month == 1 and first.year == year and last.month != 12
    return _Parts(first, last, True, from_january)


def _months(match: re.Match[str], language: str, known: int | None) -> _Parts:
    year, number = int(match["y"]), count_number(match["n"], language)
    return _Parts(PartialDate(year, 1), PartialDate(year, number), True, True)


def _quarter(match: re.Match[str], language: str, known: int | None) -> _Parts:
    quarter = ordinal_number(match["q"], language)
    year = int(match["y"])
    return _Parts(PartialDate(year, 3 * quarter - 2), PartialDate(year, 3 * quarter), True)


def _half_year(match: re.Match[str], language: str, known: int | None) -> _Parts:
    half = ordinal_number(match["h"], language)
    year = int(match["y"])
    return _Parts(PartialDate(year, 6 * half - 5), PartialDate(year, 6 * half), True)


def _years(match: re.Match[str], language: str, known: int | None) -> _Parts | None:
    first, last = int(match["y1"]), match["y"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if len(last) == 2 and end - first > _LONGEST_SHORT_RANGE:
        return None
    return _Parts(PartialDate(first), PartialDate(end), True) if first < end else None
