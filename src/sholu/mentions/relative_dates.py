"""Dates that only mean something beside the day of publication: yesterday, last year, кеше."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from sholu.core.period import PartialDate, Period

_DAYS = {
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "ru": {"сегодня": 0, "вчера": -1, "позавчера": -2, "накануне": -1, "завтра": 1},
    "kk": {"бүгін": 0, "кеше": -1, "ертең": 1},
}
"""Days from the day of publication."""

_WEEKS = {
    "en": {"this week": 0, "last week": -1},
    "ru": {"на этой неделе": 0, "на прошлой неделе": -1, "на минувшей неделе": -1},
    "kk": {"осы аптада": 0, "өткен аптада": -1},
}
_MONTHS = {
    "en": {"this month": 0, "last month": -1},
    "ru": {"в этом месяце": 0, "в прошлом месяце": -1, "в минувшем месяце": -1},
    "kk": {"осы айда": 0, "өткен айда": -1},
}
_YEARS = {
    "en": {"this year": 0, "last year": -1, "the previous year": -1, "the current year": 0},
    "ru": {
        "в этом году": 0, "в текущем году": 0, "текущего года": 0, "этого года": 0,
        "в прошлом году": -1, "за прошлый год": -1, "прошлого года": -1, "в минувшем году": -1,
    },
    "kk": {"биыл": 0, "осы жылы": 0, "ағымдағы жылы": 0, "былтыр": -1, "өткен жылы": -1,
    "өткен жылдың": -1},
}  # fmt: skip

# A stretch of years back or ahead ("in the next 5 years") counts nothing and has no dates.
_VAGUE = {
    "en": r"(?:last|past|next|previous|coming)\s(?:\d+|two|three|four|five|six|seven|ten|few"
    r"|several)\s"
    r"(?:years|months|weeks|days|decades)",
    "ru": r"(?:последни\w+|прошедши\w+|ближайши\w+|следующи\w+)\s(?:\d+|два|три|четыре|пять"
    r"|шесть|семь|десять)\s"
    r"(?:лет|год\w*|месяц\w*|недел\w*|дн\w+|суток)",
    "kk": r"(?:соңғы|алдағы|келесі)\s(?:\d+|екі|үш|төрт|бес|он)\s(?:жыл|ай|апта|күн)\w*",
}


def find_relative(
    stretch: str, language: str | None, anchor: PartialDate | None
) -> Iterator[tuple[int, int, str | None]]:
    """Relative dates in a stretch of text: start, end and ISO text.

    The ISO text is None where the publication date isn't known well enough: days, weeks and months
    need the day, years the year.
    """
    if language is None:
        return
    for match in _phrases(language).finditer(stretch):
        yield match.start(), match.end(), _resolve(match.group(), language, anchor)


@cache
def _phrases(language: str) -> re.Pattern[str]:
    known = [phrase for table in (_DAYS, _WEEKS, _MONTHS, _YEARS) for phrase in table[language]]
    spelled = [re.escape(phrase).replace(r"\ ", r"\s") for phrase in known]
    longest_first = sorted(spelled, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join([*longest_first, _VAGUE[language]])})\b", re.IGNORECASE)


def _resolve(phrase: str, language: str, anchor: PartialDate | None) -> str | None:
    words = " ".join(phrase.casefold().split())
    if anchor is None:
        return None
    if words in _YEARS[language]:
        return str(anchor.year + _YEARS[language][words])
    return None if anchor.day is None else _from_day(words, language, anchor.first_day())


def _from_day(words: str, language: str, day: date) -> str | None:
    """What a phrase means that needs the day of publication; None for a vague one."""
    if words in _DAYS[language]:
        return (day + timedelta(days=_DAYS[language][words])).isoformat()
    if words in _WEEKS[language]:
        return _week(day + timedelta(weeks=_WEEKS[language][words]))
    return _month(day, _MONTHS[language][words]) if words in _MONTHS[language] else None


def _week(day: date) -> str:
    """Monday to Sunday of a day's week (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    return str(
        Period(
            PartialDate(monday.year, monday.month, monday.day),
            PartialDate(sunday.year, sunday.month, sunday.day),
        )
    )


def _month(day: date, offset: int) -> str:
    months = day.year * 12 + day.month - 1 + offset
    return str(PartialDate(months // 12, months % 12 + 1))
