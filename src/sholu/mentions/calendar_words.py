"""Month names, year words and ordinals of the three languages, as pieces of expressions."""

from __future__ import annotations

import re
from functools import cache

_MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        r"jan(?:uary|\.)?", r"feb(?:ruary|\.)?", r"mar(?:ch|\.)?", r"apr(?:il|\.)?",
        r"(?-i:M(?:ay|AY))",
        r"jun(?:e|\.)?", r"jul(?:y|\.)?", r"aug(?:ust|\.)?",
        r"sept?(?:ember|\.)?", r"oct(?:ober|\.)?",
        r"nov(?:ember|\.)?", r"dec(?:ember|\.)?",
    ),
    "ru": (
        r"янв(?:ар(?:ь|я|е|ю|ем)|\.)?", r"фев(?:р?\.|рал(?:ь|я|е|ю|ем))?",
        r"мар(?:та?|те|ту|том|\.)",
        r"апр(?:ел(?:ь|я|е|ю|ем)|\.)?", r"ма(?:й|я|е|ю|ем)", r"июн(?:ь|я|е|ю|ем|\.)?",
        r"июл(?:ь|я|е|ю|ем|\.)?",
        r"авг(?:уст(?:а|е|у|ом)?|\.)?", r"сент?(?:ябр(?:ь|я|е|ю|ем)|\.)?",
        r"окт(?:ябр(?:ь|я|е|ю|ем)|\.)?",
        r"ноя(?:бр(?:ь|я|е|ю|ем)|б?\.)?", r"дек(?:абр(?:ь|я|е|ю|ем)|\.)?",
    ),
    "kk": tuple(
        rf"{stem}(?:[а-яәіңғүұқөһ]{{0,6}})"
        for stem in ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз",
                     "қыркүйек", "қазан", "қараша", "желтоқсан")
    ),
}  # fmt: skip

_ORDINALS: dict[str, tuple[str, ...]] = {
    "en": ("first|1st|1|i", "second|2nd|2|ii", "third|3rd|3|iii", "fourth|4th|4|iv"),
    "ru": (
        r"перв\w+|1(?:-\w{1,2})?|i", r"втор\w+|2(?:-\w{1,2})?|ii",
        r"трет\w+|3(?:-\w{1,2})?|iii", r"четверт\w+|4(?:-\w{1,2})?|iv",
    ),
    "kk": ("бірінші|алғашқы|1|i|і", "екінші|2|ii|іі", "үшінші|3|iii|ііі", "төртінші|4|iv|іv"),
}  # fmt: skip

_COUNTS: dict[str, tuple[str, ...]] = {
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    "ru": ("один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять",
           "одиннадцать"),
    "kk": ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "он бір"),
}  # fmt: skip
"""How many months from January a count may cover."""

YEAR = r"(?:19|20)\d\d"
YEAR_WORD = {
    "en": "",
    "ru": r"(?:\s*(?:год(?:а|у|ом|ы|ов|ах)?|г\.?\s?г\.?|г\.?)(?!\w))?",
    "kk": r"(?:[-\s]*(?:жыл(?:ы|ғы|дың|дан|ға|да|дар(?:ы|ға|да)?)?|жж?\.?)(?!\w))?",
}


@cache
def months(language: str) -> str:
    """An expression for any month name of a language, without a group."""
    return f"(?:{'|'.join(_MONTHS[language])})"


@cache
def _month_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _MONTHS[language])


def month_number(name: str, language: str) -> int:
    """The number of a month, 1 to 12, by its name in any case form.

    Raises:
        ValueError: if no month of the language is called so.
    """
    for number, pattern in enumerate(_month_patterns(language), start=1):
        if pattern.fullmatch(name):
            return number
    raise ValueError(f"{name!r} is no month in {language}")


@cache
def ordinals(language: str, highest: int) -> str:
    """An expression for first to fourth, as words, digits or Roman numerals."""
    return f"(?:{'|'.join(_ORDINALS[language][:highest])})"


def ordinal_number(word: str, language: str) -> int:
    """1 for ``first``, ``I``, ``первый``, ``бірінші`` and so on.

    Raises:
        ValueError: if it is none of them.
    """
    for number, pattern in enumerate(_ORDINALS[language], start=1):
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return number
    raise ValueError(f"{word!r} is no ordinal in {language}")


@cache
def counts(language: str) -> str:
    """An expression for a number of months, in digits or words."""
    return rf"(?:1[01]|[1-9]|{'|'.join(reversed(_COUNTS[language]))})"


def count_number(word: str, language: str) -> int:
    """The number of months that a word or digits say."""
    return int(word) if word.isdigit() else _COUNTS[language].index(word.casefold()) + 1
