"""Weekdays, months, numbers and ordinals as the press spells them, in folded letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Days = tuple[date, date] | None
"""The first and the last day; None if the words name none after all."""

Build = Callable[[re.Match[str], date], Days]
"""What a match means in a note published on a day."""

DASH = r"\s?[-–—]\s?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"


@dataclass(frozen=True)
class SpokenForm:
    """An expression in folded letters, and what it means.

    Attributes:
        counts: it is a period of statistics, not of an event.
    """

    pattern: re.Pattern[str]
    build: Build
    counts: bool


def spoken_form(pattern: str, build: Build, counts: bool = False) -> SpokenForm:
    """A form of whole words."""
    return SpokenForm(re.compile(rf"(?<![\w.,-])(?:{pattern})(?!\w)"), build, counts)


WEEKDAYS = (
    r"monday|понедельник\w*|ду[ий]сенби\w*",
    r"tuesday|вторник\w*|се[ий]сенби\w*",
    r"wednesday|сред[уаые]|сарсенби\w*",
    r"thursday|четверг\w*|бе[ий]сенби\w*",
    r"friday|пятниц\w*|жума(?:да|га|дан)?",
    r"saturday|суббот\w*|сенби(?:де|ге|ден|нин)?",
    r"sunday|воскресень\w*|жексенби\w*",
)
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
WEEKDAY_STEM = r"(?:ду[ий]сенби|се[ий]сенби|сарсенби|бе[ий]сенби|жексенби|сенби|жума)"
"""Kazakh weekdays without an ending, which an expression adds itself."""

MONTHS = (
    r"january|январ\w+|кантар\w*",
    r"february|феврал\w+|акпан\w*",
    r"march|март\w*|наурыз\w*",
    r"april|апрел\w+|сауир\w*",
    r"may|ма[йяею]|мамыр\w*",
    r"june|июн[ьяею]\w*|маусым\w*",
    r"july|июл[ьяею]\w*|шилде\w*",
    r"august|август\w*|тамыз\w*",
    r"september|сентябр\w+|к[ыи]рку[ий]?ек\w*",
    r"october|октябр\w+|казан(?:да|нын|га|нан)?",
    r"november|ноябр\w+|караша(?:да|нын|га|дан)?",
    r"december|декабр\w+|желтоксан\w*",
)
MONTH = rf"(?:{'|'.join(MONTHS)})"

NUMBERS = (
    r"one|one|один|одну|одного|бир",
    r"two|два|две|двух|еки",
    r"three|три|трех|уш",
    r"four|четыре|четырех|торт",
    r"five|пять|пяти|бес",
    r"six|шесть|шести|алты",
    r"seven|семь|семи|жети",
    r"eight|восемь|восьми|сегиз",
    r"nine|девять|девяти|тогыз",
    r"ten|десять|десяти|он",
    r"eleven|одиннадцать|одиннадцати|он бир",
)
NUMBER = rf"(?:{'|'.join(reversed(NUMBERS))}|\d\d?)"

ORDINALS = (
    r"first|перв\w+|биринши|алгашкы|i|1(?:-\w{1,3})?",
    r"second|втор\w+|екинши|ii|2(?:-\w{1,3})?",
    r"third|трет\w+|ушинши|iii|3(?:-\w{1,3})?",
    r"fourth|четверт\w+|тортинши|iv|4(?:-\w{1,3})?",
)
ORDINAL = rf"(?:{'|'.join(ORDINALS)})"


def which_of(word: str, table: tuple[str, ...]) -> int:
    """The number of the entry of a table that a word is, from 0."""
    return next(i for i, names in enumerate(table) if re.fullmatch(names, word))


def number_of(word: str) -> int:
    """The number that digits or a word say."""
    return int(word) if word.isdigit() else which_of(word, NUMBERS) + 1


_UNITS = ("бир", "еки", "уш", "торт", "бес", "алты", "жети", "сегиз", "тогыз")
_TENS = {"он": 10, "жиырма": 20, "отыз": 30}
CARDINAL = rf"(?:(?:(?:{'|'.join(_TENS)}) )?(?:{'|'.join(_UNITS)})|{'|'.join(_TENS)})"
"""Kazakh numbers of days in words, without an ending."""


def day_number(word: str) -> int:
    """The number of a day in digits or in Kazakh words.

    >>> day_number("28"), day_number("жиырма сегиз"), day_number("он")
    (28, 28, 10)
    """
    if word.isdigit():
        return int(word)
    *tens, last = word.split(" ")
    before = sum(_TENS[ten] for ten in tens)
    return before + (_TENS[last] if last in _TENS else _UNITS.index(last) + 1)
