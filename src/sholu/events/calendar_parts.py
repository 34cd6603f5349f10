"""Weeks, seasons and years that were over, and the first and last days of months and seasons."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.spoken_days import LATEST_REPORT
from sholu.events.spoken_words import MONTHS, Days, which_of

_SEASONS = (
    (3, r"весн[аыу]|весенн\w+|коктем(?:де|нин)?"),
    (6, r"лет[оа]|летн\w+|жаз(?:да|дын|гы)?"),
    (9, r"осен[ьи]|осенн\w+|куз(?:де|дин|ги)?"),
    (12, r"зим[аыу]|зимн\w+|кыс(?:та|тын|кы)?"),
)
"""The first month of each and its names, in folded letters."""

SEASON = rf"(?:{'|'.join(names for _, names in _SEASONS)})"

_MONTHS_OF_SEASON = 3
_LATEST_YEARLY = 3
"""Months of a year in which ``за двенадцать месяцев`` still means the year before."""


def yesterday(match: re.Match[str], published: date) -> Days:
    """The day of the duty log that came out in the morning."""
    day = published - timedelta(days=1)
    return day, day


def last_week(match: re.Match[str], published: date) -> Days:
    """Monday to Sunday before the week of the publication."""
    monday = published - timedelta(days=published.weekday() + 7)
    return monday, monday + timedelta(days=6)


def day_of_last_year(match: re.Match[str], published: date) -> Days:
    """``12 октября прошлого года``, ``былтыр 12 қазанда``."""
    month = which_of(match["m"], MONTHS) + 1
    try:
        day = date(published.year - 1, month, int(match["d"]))
    except ValueError:
        return None
    return day, day


def previous_month(match: re.Match[str], published: date) -> Days:
    """The month before that of the publication."""
    last = published.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def all_months(match: re.Match[str], published: date) -> Days:
    """``За 12 месяцев``: of the year told, or of the one that ended not long ago."""
    stated = match.groupdict().get("y") or match.groupdict().get("y0")
    if stated is None and published.month > _LATEST_YEARLY:
        return None
    year = int(stated) if stated else published.year - 1
    return (date(year, 1, 1), date(year, 12, 31)) if year < published.year else None


def _month(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _season(word: str, year: int) -> tuple[date, date]:
    month = next(month for month, names in _SEASONS if re.fullmatch(names, word))
    after = month + _MONTHS_OF_SEASON - 1
    return date(year, month, 1), _month(year + (after > 12), (after - 1) % 12 + 1)[1]


def season_that_was(match: re.Match[str], published: date) -> Days:
    """The season of which a report tells: over, or in its last days."""
    said = match.groupdict()
    for year in (published.year, published.year - 1):
        first, last = _season(said["season"] or said["season2"], year)
        if timedelta(days=-2) <= published - last <= LATEST_REPORT:
            return first, last
    return None


def edge_day(match: re.Match[str], published: date) -> Days:
    """``В последний день мая``, ``жаздың алғашқы күні``: the last such day not ahead."""
    said = match.groupdict()
    is_last = re.match("послед|сонгы|акыргы", said["which"])
    for year in (published.year, published.year - 1):
        month = said.get("m")
        first, last = (
            _month(year, which_of(month, MONTHS) + 1) if month else _season(said["season"], year)
        )
        day = last if is_last else first
        if day <= published:
            return day, day
    return None
