"""How many days a course, a raid or a contest lasted, where only its last or first day is dated."""

from __future__ import annotations

import re

_EN = "two|three|four|five|six|seven|ten|\\d\\d?"
_RU = "два|две|три|четыре|пять|шесть|семь|десять|\\d\\d?"
_KK = "екі|үш|төрт|бес|алты|жеті|он|\\d\\d?"
_LASTS = re.compile(
    rf"\b(?P<en>{_EN})-day\b|\b(?:for|in|within|over|lasted) (?P<en2>{_EN}) days\b"
    r"|\b(?P<ru>дву|тр[её]|четыр[её]|пяти|шести|семи|десяти|\d\d?-?)(?:х)?дневн"
    rf"|(?<!через )(?<!спустя )\b(?P<ru2>{_RU}) (?:дня|дней|суток)\b(?! назад)"
    rf"|\b(?P<kk>{_KK}) күн(?:дік| бойы|ге созыл| ішінде)",
    re.IGNORECASE,
)
_DAYS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
    "дву": 2, "тре": 3, "четыре": 4, "пяти": 5, "шести": 6, "семи": 7, "десяти": 10,
    "два": 2, "две": 2, "три": 3, "пять": 5, "шесть": 6, "семь": 7, "десять": 10,
    "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "он": 10,
}  # fmt: skip

_CLOSES = re.compile(
    r"\bended\b|\bclosed\b|\bconcluded\b|\bcompleted\b|\bfinished\b|\bcertificates?\b"
    r"|\bзаверш|\bзаконч|\bзакрыл|\bсертификат|\bаяқтал|\bқорытынды",
    re.IGNORECASE,
)


def days_before_closing(told: str, sentence: str) -> int:
    """Days between the first and the last day, 0 if a sentence tells no end of a known duration.

    Args:
        told: the title and the lead, which say how long it lasted.
        sentence: the one that holds the date.
    """
    lasts = _LASTS.search(sentence) or _LASTS.search(told)
    if lasts is None or not _CLOSES.search(sentence):
        return 0
    return _days(lasts) - 1


_LASTED = re.compile(r"\blasted\b|\bwent on for\b|\bдлил|\bпродлил|\bпродолжал|созылды|созылған")
_BEGAN = re.compile(r"\bbegan\b|\bstarted\b|\bstarting\b|\bначал|\bстартовал|\bбастал")

_OF_DAYS = re.compile(r".*(?:-day|дневн|күндік)", re.IGNORECASE)
"""``Стартовал двухдневный квест``: the duration is that of what began."""


def days_after_beginning(sentence: str) -> int:
    """Days from the first to the last, 0 if a sentence does not say both when and how long.

    Args:
        sentence: the one that holds the date: ``began on 3 May and lasted four days``.
    """
    lasts = _LASTS.search(sentence)
    if lasts is None or not _BEGAN.search(sentence):
        return 0
    if not _LASTED.search(sentence) and not _OF_DAYS.fullmatch(lasts.group()):
        return 0
    return _days(lasts) - 1


def _days(lasts: re.Match[str]) -> int:
    said = next(word for word in lasts.groups() if word is not None)
    word = said.lower().replace("ё", "е").rstrip("-")
    return int(word) if word.isdigit() else _DAYS[word]
