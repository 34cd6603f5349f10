"""Headings that name months, quarters or halves without their year: Jan, I квартал. Pure."""

from __future__ import annotations

import re

from sholu.core.period import PartialDate, Period

_MONTHS = tuple(
    re.compile(rf"(?:{stems})\.?$", re.IGNORECASE)
    for stems in (
        r"jan(?:uary)?|янв(?:ар[ьяе])?|қаң(?:тар)?",
        r"feb(?:ruary)?|фев(?:рал[ьяе])?|ақп(?:ан)?",
        r"mar(?:ch)?|март?а?|нау(?:рыз)?",
        r"apr(?:il)?|апр(?:ел[ьяе])?|сәу(?:ір)?",
        r"may|ма[йя]|мам(?:ыр)?",
        r"june?|июн[ьяе]?|мау(?:сым)?",
        r"july?|июл[ьяе]?|шіл(?:де)?",
        r"aug(?:ust)?|авг(?:уста?)?|там(?:ыз)?",
        r"sept?(?:ember)?|сен(?:т(?:ябр[ьяе])?)?|қыр(?:күйек)?",
        r"oct(?:ober)?|окт(?:ябр[ьяе])?|қаз(?:ан)?",
        r"nov(?:ember)?|ноя(?:бр[ьяе])?|қар(?:аша)?",
        r"dec(?:ember)?|дек(?:абр[ьяе])?|жел(?:тоқсан)?",
    )
)
"""Month by month: names and usual short forms in English, Russian and Kazakh."""

_ORDINALS = {"i": 1, "1": 1, "ii": 2, "2": 2, "iii": 3, "3": 3, "iv": 4, "4": 4}
_QUARTER = re.compile(
    r"(?:q\s?(?P<a>[1-4])|(?P<b>iv|i{1,3}|[1-4])\s?(?:st|nd|rd|th|-?й|-?ый|-?ой|-)?\s?"
    r"(?:quarter|квартал\w*|кв\.?|тоқсан\w*|тоқ\.?))$",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?:h\s?(?P<a>[12])|(?P<b>i{1,2}|[12])\s?(?:st|nd|-?е|-?ое|-)?\s?"
    r"(?:half(?:\s?year)?|полугоди\w+|п/г|жартыжылды\w+))$",
    re.IGNORECASE,
)
_FIRST_MONTHS = re.compile(
    r"(?:first\s)?(?P<n>\d{1,2})\s?(?:months|мес\.?|месяц\w*|ай)$", re.IGNORECASE
)

Months = tuple[int, int]
"""First and last month of a year, both inclusive."""


def months_of_label(label: str) -> Months | None:
    """The months that a heading names, if it names nothing else.

    >>> months_of_label("Jan-Nov"), months_of_label("II квартал"), months_of_label("March trade")
    ((1, 11), (4, 6), None)
    """
    text = " ".join(label.split()).strip(" .,:")
    first, dash, last = re.sub(r"\s*[-–—]\s*", "-", text).partition("-")
    if dash and _month(first) and _month(last):
        return _in_order(_month(first), _month(last))
    month = _month(text)
    if month:
        return month, month
    for pattern, length in ((_QUARTER, 3), (_HALF, 6)):
        match = pattern.match(text)
        if match:
            number = _ORDINALS[(match["a"] or match["b"]).lower()]
            return (number - 1) * length + 1, number * length
    match = _FIRST_MONTHS.match(text)
    return (1, int(match["n"])) if match and 1 <= int(match["n"]) <= 12 else None


def _month(text: str) -> int:
    """The number of a month; 0 if the text is none."""
    return next((n for n, one in enumerate(_MONTHS, start=1) if one.match(text.strip())), 0)


def _in_order(first: int, last: int) -> Months | None:
    return (first, last) if first <= last else None


def within_year(year: Period, months: Months) -> Period | None:
    """The months of a year; None if the period is not one year."""
    if str(year) != f"{year.first_day().year:04d}":
        return None
    first, last = (PartialDate(year.first_day().year, month) for month in months)
    return Period(first, last)
