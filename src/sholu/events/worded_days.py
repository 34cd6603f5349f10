"""Days of a month in words, halves of a month, weeks by one of their days, years of two digits."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.spoken_words import DAY, MONTH, MONTHS, Days, SpokenForm, spoken_form

_ENGLISH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty[- ]first", "twenty[- ]second",
    "twenty[- ]third",
    "twenty[- ]fourth", "twenty[- ]fifth", "twenty[- ]sixth", "twenty[- ]seventh",
    "twenty[- ]eighth",
    "twenty[- ]ninth", "thirtieth", "thirty[- ]first",
)  # fmt: skip
_UNITS = (
    "перво(?:е|го)", "второ(?:е|го)", "треть(?:е|его)", "четверто(?:е|го)", "пято(?:е|го)",
    "шесто(?:е|го)", "седьмо(?:е|го)", "восьмо(?:е|го)", "девято(?:е|го)",
)  # fmt: skip
_TEENS = tuple(
    f"{stem}(?:ое|ого)"
    for stem in (
        "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат",
        "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
    )
)  # fmt: skip
_RUSSIAN = (
    *_UNITS, *_TEENS, *(f"двадцать {unit}" for unit in _UNITS), "тридцат(?:ое|ого)",
    f"тридцать {_UNITS[0]}",
)  # fmt: skip
_WORDED = tuple(f"{en}|{ru}" for en, ru in zip(_ENGLISH, _RUSSIAN, strict=True))
_WORD = rf"(?:{'|'.join(reversed(_WORDED))})"
"""The longest first: ``двадцать первого`` before ``первого``."""


_STATED_YEAR = r"(?:,? (?:of )?(?P<y>20\d\d))?"


def _number(word: str) -> int:
    return next(n for n, names in enumerate(_WORDED, 1) if re.fullmatch(names, word))


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _month(match: re.Match[str]) -> int:
    return next(n for n, names in enumerate(MONTHS, 1) if re.fullmatch(names, match["m"]))


def _year(month: int, published: date) -> int:
    """Of the last such month that is not far ahead of the publication."""
    ahead = date(published.year, month, 1) - published
    return published.year - (ahead > timedelta(days=183))


def _from_to(match: re.Match[str], published: date) -> Days:
    month = _month(match)
    year = int(match["y"]) if match["y"] else _year(month, published)
    groups = match.groupdict()
    first, last = _number(groups.get("w1") or match["w"]), _number(match["w"])
    if not first <= last <= _last(year, month).day:
        return None
    return date(year, month, first), date(year, month, last)


def _day_of_this_month(match: re.Match[str], published: date) -> Days:
    number = _number(match["w"])
    over = published.replace(day=1)
    if number > published.day:
        over = (over - timedelta(days=1)).replace(day=1)
    if number > _last(over.year, over.month).day:
        return None
    return (over.replace(day=number),) * 2


def _half_of_month(match: re.Match[str], published: date) -> Days:
    month = _month(match)
    year = _year(month, published)
    if re.match("first|перв", match["half"]):
        return date(year, month, 1), date(year, month, 15)
    return date(year, month, 16), _last(year, month)


def _last_month(match: re.Match[str], published: date) -> Days:
    end = published.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end


def _week(match: re.Match[str], published: date) -> Days:
    """The seven days that begin or end on a day."""
    month = _month(match)
    try:
        day = date(_year(month, published), month, int(match["d"]))
    except ValueError:
        return None
    six = timedelta(days=6)
    return (day - six, day) if match["ends"] else (day, day + six)


def _short_year(match: re.Match[str], published: date) -> Days:
    """Only of the year of the publication or the one before: else it is a number."""
    year = 2000 + int(match["y"])
    try:
        day = date(year, int(match["mn"]), int(match["d"]))
    except ValueError:
        return None
    return (day, day) if published.year - 1 <= year and day <= published else None


WORDED_FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        rf"(?:from|between|on|с|со)(?: the)? (?P<w1>{_WORD})"
        rf" (?:to|and|until|till|through|по|до|на|и)"
        rf"(?: the)? (?P<w>{_WORD}) (?:of )?(?P<m>{MONTH}){_STATED_YEAR}",
        _from_to,
    ),
    spoken_form(rf"(?P<w>{_WORD}) (?:of )?(?P<m>{MONTH}){_STATED_YEAR}", _from_to),
    spoken_form(rf"(?P<m>{MONTH}) (?:the )?(?P<w>{_WORD}){_STATED_YEAR}", _from_to),
    spoken_form(rf"(?P<w>{_WORD}) числа", _day_of_this_month),
    spoken_form(
        rf"(?:in the |in |during the |в |во )(?P<half>first|second|перв\w+|втор\w+)"
        rf" (?:half of|половине) (?P<m>{MONTH})",
        _half_of_month,
    ),
    spoken_form(
        r"last month|(?:в|за) (?:прошл|минувш|прошедш)\w+ месяце?", _last_month, counts=True
    ),
    spoken_form(
        rf"week (?:(?P<ends>ending|to)|of|beginning|starting)(?: on)? (?P<m>{MONTH}) (?P<d>{DAY})",
        _week,
    ),
    spoken_form(
        r"(?P<d>[0-3]\d)\.(?P<mn>[01]\d)\.(?P<y>\d\d)(?!\.\d)(?:\s?(?:г|года)\b)?", _short_year
    ),
)
