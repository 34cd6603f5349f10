"""The forms in which dates and periods are written: an expression each, and what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sholu.core.period import PartialDate
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

_DASH = r"\s?[-–—‑−]\s?"
_LONGEST_SHORT_RANGE = 15
"""Years: "2004-14" is a stretch of years, "2001-36" is a year and another number."""


@dataclass(frozen=True)
class DateParts:
    """What an expression caught; a year of None is the publication's."""

    first: PartialDate
    last: PartialDate
    has_year: bool
    from_january: bool = False


_Build = Callable[[re.Match[str], str, int | None], DateParts | None]


@dataclass(frozen=True)
class DateForm:
    pattern: re.Pattern[str]
    build: _Build


@cache
def date_forms(language: str | None) -> tuple[DateForm, ...]:
    """The expressions of a language, the longest forms first."""
    spelled = {"en": _english, "ru": _russian, "kk": _kazakh}.get(language or "")
    return (*_numeric(), *(spelled() if spelled else ()))


@cache
def russian_forms_within() -> tuple[DateForm, ...]:
    """The Russian expressions, to be read in a sentence of another language: 14 января ұсталды."""
    return tuple(DateForm(form.pattern, _in_russian(form.build)) for form in _russian())


def _in_russian(build: _Build) -> _Build:
    return lambda match, _, year: build(match, "ru", year)


def _rule(pattern: str, build: _Build) -> DateForm:
    return DateForm(re.compile(rf"(?<![\w.,/]){pattern}(?!\w)", re.IGNORECASE), build)


def _year(match: re.Match[str], known: int | None, group: str = "y") -> tuple[int, bool]:
    """The stated year, or the known one, or a leap year that stands for none."""
    stated = match.groupdict().get(group)
    if stated:
        return int(stated), True
    return (2000 if known is None else known), False


def _numeric() -> Iterator[DateForm]:
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


def _numeric_range(match: re.Match[str], language: str, known: int | None) -> DateParts:
    year, month = int(match["y"]), int(match["m"])
    groups = match.groupdict()
    first = PartialDate(
        int(groups.get("y1") or year), int(groups.get("m1") or month), int(match["d1"])
    )
    return DateParts(first, PartialDate(year, month, int(match["d"])), True)


def _numeric_day(match: re.Match[str], language: str, known: int | None) -> DateParts:
    day = PartialDate(int(match["y"]), int(match["m"]), int(match["d"]))
    return DateParts(day, day, True)


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"


def _english() -> Iterator[DateForm]:
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


def _russian() -> Iterator[DateForm]:
    month, year = months("ru"), rf"(?:\s(?P<y>{YEAR}){YEAR_WORD['ru']})?"
    to = rf"(?:{_DASH}|\s(?:по|до)\s)"
    yield _rule(
        rf"(?:с\s|от\s)?(?P<d1>{_DAY})(?:\s(?P<m1>{month}))?(?:\s(?P<y1>{YEAR}){YEAR_WORD['ru']})?{to}"
        rf"(?P<d>{_DAY})\s(?P<m>{month}){year}",
        _day_range,
    )
    yield _rule(rf"[«\"“„]?(?P<d>{_DAY})(?:-?(?:го|ого|е|ое))?[»\"”“]?\s(?P<m>{month}){year}", _day)
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


def _kazakh() -> Iterator[DateForm]:
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


def _parts_of_year(language: str, quarter: str, half: str) -> Iterator[DateForm]:
    year = rf"(?P<y>{YEAR}){YEAR_WORD[language]}"
    yield _rule(quarter.format(o=f"(?P<q>{ordinals(language, 4)})", y=year), _quarter)
    yield _rule(half.format(o=f"(?P<h>{ordinals(language, 2)})", y=year), _half_year)


def _day_range(match: re.Match[str], language: str, known: int | None) -> DateParts:
    year, stated = _year(match, known)
    groups = match.groupdict()
    first_month = groups.get("m1") or groups["m"]
    last_month = groups.get("m") or groups["m1"]
    first = PartialDate(
        int(groups.get("y1") or year), month_number(first_month, language), int(match["d1"])
    )
    last = PartialDate(year, month_number(last_month, language), int(match["d"]))
    return DateParts(first, last, stated)


def _day(match: re.Match[str], language: str, known: int | None) -> DateParts:
    year, stated = _year(match, known)
    number = 1 if match["d"].casefold() == "first" else int(match["d"])
    day = PartialDate(year, month_number(match["m"], language), number)
    return DateParts(day, day, stated)


def _month(match: re.Match[str], language: str, known: int | None) -> DateParts:
    month = PartialDate(int(match["y"]), month_number(match["m"], language))
    return DateParts(month, month, True)


def _month_range(match: re.Match[str], language: str, known: int | None) -> DateParts:
    year = int(match["y"])
    first = PartialDate(
        int(match.groupdict().get("y1") or year), month_number(match["m1"], language)
    )
    last = PartialDate(year, month_number(match["m"], language))
    from_january = first.month == 1 and first.year == year and last.month != 12
    return DateParts(first, last, True, from_january)


def _months(match: re.Match[str], language: str, known: int | None) -> DateParts:
    year, number = int(match["y"]), count_number(match["n"], language)
    return DateParts(PartialDate(year, 1), PartialDate(year, number), True, True)


def _quarter(match: re.Match[str], language: str, known: int | None) -> DateParts:
    quarter = ordinal_number(match["q"], language)
    first, last = 3 * quarter - 2, 3 * quarter
    return _stretch_of_year(int(match["y"]), first, last)


def _half_year(match: re.Match[str], language: str, known: int | None) -> DateParts:
    half = ordinal_number(match["h"], language)
    first, last = 6 * half - 5, 6 * half
    return _stretch_of_year(int(match["y"]), first, last)


def _stretch_of_year(year: int, first: int, last: int) -> DateParts:
    return DateParts(PartialDate(year, first), PartialDate(year, last), True, first == 1)


def _years(match: re.Match[str], language: str, known: int | None) -> DateParts | None:
    first, last = int(match["y1"]), match["y"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if len(last) == 2 and end - first > _LONGEST_SHORT_RANGE:
        return None
    return DateParts(PartialDate(first), PartialDate(end), True) if first < end else None
