"""How many days a course or a contest lasted, where only its last day is dated."""

from __future__ import annotations

import re

_LASTS = re.compile(
    r"\b(?P<en>two|three|four|five|six|ten|\d\d?)-day\b"
    r"|\b(?P<ru>дву|тр[её]|четыр[её]|пяти|шести|десяти|\d\d?-?)(?:х)?дневн"
    r"|\b(?P<kk>екі|үш|төрт|бес|алты|он|\d\d?) күндік",
    re.IGNORECASE,
)
_DAYS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10,
    "дву": 2, "тре": 3, "четыре": 4, "пяти": 5, "шести": 6, "десяти": 10,
    "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "он": 10,
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
    lasts = _LASTS.search(told)
    if lasts is None or not _CLOSES.search(sentence):
        return 0
    word = (lasts["en"] or lasts["ru"] or lasts["kk"]).lower().replace("ё", "е").rstrip("-")
    return (int(word) if word.isdigit() else _DAYS[word]) - 1
