"""The year that a report names by its own: ``4 мая прошлого года``, ``in May of this year``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from sholu.mentions.calendar_words import month_number, months

Span = tuple[int, int, str]
"""Start, end and ISO text of a date."""

_DAY_LENGTH = len("2025-05-04")
_YEAR = re.compile(r"\d{4}")
_BETWEEN = re.compile(r",?\s(?:of\s(?:the\s)?)?")
_REACH = 30
"""Characters before a year among which its month is looked for."""

_GOES_ON = re.compile(
    r"(?:[–—-]|(?<!\w)(?:по|и|до|с|to|and|through|until|till|from|since))\s?$", re.IGNORECASE
)
"""What stands before a month that ends a stretch of several."""

_KAZAKH_IN = ("да", "де", "та", "те")


def told_years(stretch: str, dates: Sequence[Span], language: str) -> Iterator[Span]:
    """Each day or month with the year beside it that is told from the publication's, as one date.

    Args:
        dates: those of the stretch without a stated year, in order.
    """
    years = [found for found in dates if _YEAR.fullmatch(found[2])]
    days = [found for found in dates if len(found[2]) == _DAY_LENGTH]
    for one, other in pairwise(sorted((*years, *days))):
        if (one in years) != (other in years) and _BETWEEN.fullmatch(stretch[one[1] : other[0]]):
            year, day = (one, other) if one in years else (other, one)
            iso = f"{year[2]}{day[2][4:]}"
            if _is_day(iso):  # 29 February has no day in most years
                yield one[0], other[1], iso
    for year in years:
        month = _month_after(stretch, year) if language == "kk" else None
        yield from filter(None, (month or _month_before(stretch, year, language),))


def _is_day(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _month_before(stretch: str, year: Span, language: str) -> Span | None:
    low = max(0, year[0] - _REACH)
    found = _ends_in_month(language).search(stretch[low : year[0]])
    if found is None or _GOES_ON.search(stretch[: low + found.start()]):
        return None
    number = month_number(found["month"], language)
    return low + found.start(), year[1], f"{year[2]}-{number:02d}"


def _month_after(stretch: str, year: Span) -> Span | None:
    found = _begins_with_month().match(stretch, year[1])
    if found is None:
        return None
    if not found["month"].endswith(_KAZAKH_IN) and not stretch.startswith(" айы", found.end()):
        return None  # "биыл мамырдан бері": since then
    return year[0], found.end(), f"{year[2]}-{month_number(found['month'], 'kk'):02d}"


@cache
def _ends_in_month(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?<!\d\s)(?P<month>{months(language)}){_BETWEEN.pattern}$", re.IGNORECASE
    )


@cache
def _begins_with_month() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<month>{months('kk')})(?![\w–—-])", re.IGNORECASE)
