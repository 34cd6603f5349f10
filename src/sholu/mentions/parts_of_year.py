"""Parts of a year without its number: in the first half, за девять месяцев, биылғы тоғыз айда.

Official reports count from January, so ``девять месяцев`` are January to September of the year that
the words beside say, or of the last year in which they were over when the report came out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sholu.core.period import PartialDate, Period
from sholu.mentions.calendar_words import (
    count_number,
    counts,
    month_number,
    months,
    ordinal_number,
    ordinals,
)


@dataclass(frozen=True)
class PartOfYear:
    """Offsets in the stretch searched, first and last month, and the year if it can be told."""

    start: int
    end: int
    first: int
    last: int
    year: int | None

    @property
    def iso(self) -> str | None:
        """ISO text of the months; None without a year."""
        if self.year is None:
            return None
        return str(Period(PartialDate(self.year, self.first), PartialDate(self.year, self.last)))

    @property
    def from_january(self) -> bool:
        """Whether it runs from January and ends before December."""
        return self.first == 1 and self.last < _DECEMBER


_DECEMBER = 12
_THIS = re.compile(
    r"this|current|текущ|этого|нынешн|биылғы|осы|ағымдағы|үстіміздегі", re.IGNORECASE
)
_DATED_BEFORE = re.compile(r"(?:19|20)\d\d\S*\s(?:ж\S*\s)?$")

_ENGLISH_YEAR = r"(?:\sof\s(?:the\s)?(?P<which>this|current|last|previous)?\s?year)?"
_RUSSIAN_YEAR = r"(?:\s(?P<which>текущего|этого|нынешнего|прошлого|минувшего)\sгода)?"
_KAZAKH_YEAR = (
    r"(?:(?P<which>биылғы|былтырғы|(?:осы|ағымдағы|үстіміздегі|өткен)\sжыл\w*)\s(?:жыл\w*\s)?)?"
)
_OTHER_CALENDAR = (
    r"(?!\s(?:of\s)?(?:the\s)?(?:(?:this|current|last|previous|текущего|этого|прошлого)\s)?"
    r"(?:Iranian|Persian|Afghan|solar|Hijri|fiscal|иранск|афганск|солнечн|хиджр|финансов))"
)
"""The Iranian year begins in March, a fiscal one in April, July or October."""
_NO_YEAR = rf"(?!\w)(?!,?\s(?:of\s)?(?:19|20)\d\d){_OTHER_CALENDAR}"


def _patterns_of(language: str) -> Iterator[str]:
    number, month = f"(?P<n>{counts(language)})", months(language)
    quarter, half = f"(?P<q>{ordinals(language, 4)})", f"(?P<h>{ordinals(language, 2)})"
    if language == "en":
        yield rf"(?:the\s)?{half}\s(?:half(?:-year)?){_ENGLISH_YEAR}"
        yield rf"(?:the\s)?{quarter}\squarter{_ENGLISH_YEAR}"
        yield rf"(?P<surely>first)\s{number}\smonths{_ENGLISH_YEAR}"
        no_term = r"(?!['’]|\sin\s)"
        yield rf"(?:in|over|during|(?-i:For))\s(?:the\s)?{number}\smonths{_ENGLISH_YEAR}{no_term}"
        yield rf"{number}\smonths\sin\sfigures|results\sof\s{number.replace('<n>', '<n2>')}\smonths"
        yield rf"(?P<m1>january)\s?(?:[-–—]|to|through)\s?(?P<m2>{month})(?!\s\d)"
        yield rf"(?:from|between)\s(?P<m1>january)\s(?:to|and|through)\s(?P<m2>{month})(?!\s\d)"
    elif language == "ru":
        yield rf"{half}\sполугоди\w+{_RUSSIAN_YEAR}"
        yield rf"{quarter}\sквартал\w*{_RUSSIAN_YEAR}"
        yield (
            rf"(?:за|итогам|итоги|в)\s(?P<surely>первы\w\s|прошедши\w\s|истекши\w\s)?{number}\sмес(?:яц\w*|\.)"
            rf"{_RUSSIAN_YEAR}"
        )
        yield (
            rf"(?:за|в|с)\s(?P<m1>январ[яеьюи])\s?(?:[-–—]|по|до)\s?(?P<m2>{month}){_RUSSIAN_YEAR}"
            r"(?!\s\d)"
        )
    else:
        yield rf"{_KAZAKH_YEAR}{half}[-\s]жартыжылды\w+"
        yield rf"{_KAZAKH_YEAR}{quarter}[-\s]тоқсан(?!да\sжүз)\w*"
        over = r"\sай(?:да|ында|ының|дың|\sқорытынды\w*)"
        yield rf"{_KAZAKH_YEAR}(?P<surely>алғашқы\s)?{number}{over}"
        yield rf"{_KAZAKH_YEAR}(?P<m1>қаңтар\w*)\s?[-–—]\s?(?P<m2>{month})"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<![\w.,/-]){pattern}{_NO_YEAR}", re.IGNORECASE)
        for pattern in _patterns_of(language)
    )


_MAY_STAND = re.compile(
    r"half|quarter|months|january|полугод|квартал|мес(?:яц|\.)|январ|жартыжыл|тоқсан|\bай(?:да|ын|дың)"
    r"|қаңтар",
    re.IGNORECASE,
)


def find_parts_of_year(
    stretch: str, language: str | None, published: PartialDate | None
) -> list[PartOfYear]:
    """Parts of a year whose year no number says, in order, none overlapping.

    Args:
        published: of the document; without it no year can be told, with the year alone only that
            of ``this year`` and ``last year``.
    """
    if language not in ("en", "ru", "kk") or not _MAY_STAND.search(stretch):
        return []
    found: list[PartOfYear] = []
    for pattern in _patterns(language):
        for match in pattern.finditer(stretch):
            part = _read(match, language, published)
            apart = (
                all(part.end <= o.start or o.end <= part.start for o in found) if part else False
            )
            if part is not None and apart and not _DATED_BEFORE.search(stretch[: part.start]):
                found.append(part)
    return sorted(found, key=lambda part: part.start)


def _read(match: re.Match[str], language: str, published: PartialDate | None) -> PartOfYear | None:
    """A match with its months; None for a stretch of months that need not begin in January."""
    first, last = _months_of(match, language)
    year = _year_of(match, last, published)
    said = match.groupdict()
    bare = said.get("n") and not said.get("which") and not said.get("surely")
    if first > last or (bare and (last < _FEWEST_MONTHS or not _is_fresh(year, last, published))):
        return None
    return PartOfYear(match.start(), match.end(), first, last, year)


def _is_fresh(year: int | None, last: int, published: PartialDate | None) -> bool:
    """Whether a report on so many months may be new: a courier's three months end at any time."""
    if published is None or published.day is None or year is None:
        return published is None
    days = (published.first_day() - PartialDate(year, last).last_day()).days
    return _LEAST_DAYS <= days <= _LATEST_REPORT


_LATEST_REPORT, _LEAST_DAYS = 75, -3
"""Days from the end of the months to their report: what `sholu.events.spoken_days` takes, too."""
_FEWEST_MONTHS = 3


def _months_of(match: re.Match[str], language: str) -> tuple[int, int]:
    said = match.groupdict()
    if said.get("q"):
        quarter = ordinal_number(said["q"], language)
        return 3 * quarter - 2, 3 * quarter
    if said.get("h"):
        half = ordinal_number(said["h"], language)
        return 6 * half - 5, 6 * half
    number = said.get("n") or said.get("n2")
    if number:
        return 1, count_number(number, language)
    return month_number(said["m1"], language), month_number(said["m2"], language)


def _year_of(match: re.Match[str], last: int, published: PartialDate | None) -> int | None:
    if published is None:
        return None
    which = match.groupdict().get("which")
    if which:
        return published.year if _THIS.match(which) else published.year - 1
    if published.month is None:
        return None
    running = last > published.month or (
        published.day is not None
        and (PartialDate(published.year, last).last_day() - published.first_day()).days
        > -_LEAST_DAYS
    )
    return published.year - 1 if running else published.year
