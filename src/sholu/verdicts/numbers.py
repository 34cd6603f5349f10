"""Read small numbers of terms and fines: digits, or words in any case form."""

from __future__ import annotations

import re

_RU = {
    1: "один одного одному одной одна",
    2: "два двух две двум",
    3: "три трех трем",
    4: "четыре четырех четырем",
    5: "пять пяти",
    6: "шесть шести",
    7: "семь семи",
    8: "восемь восьми",
    9: "девять девяти",
    10: "десять десяти",
    11: "одиннадцать одиннадцати",
    12: "двенадцать двенадцати",
    13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати",
    16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати",
    19: "девятнадцать девятнадцати",
    20: "двадцать двадцати",
    30: "тридцать тридцати",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти",
    70: "семьдесят семидесяти",
    600: "шестьсот шестисот",
    700: "семьсот семисот",
    800: "восемьсот восьмисот",
    900: "девятьсот девятисот",
    80: "восемьдесят восьмидесяти",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот",
    300: "триста трехсот",
    400: "четыреста четырехсот",
    500: "пятьсот пятисот",
    1000: "тысяча тысячи тысяч",
}
_KK = {
    1: "бір",
    2: "екі",
    3: "үш",
    4: "төрт",
    5: "бес",
    6: "алты",
    7: "жеті",
    8: "сегіз",
    9: "тоғыз",
    10: "он",
    20: "жиырма",
    30: "отыз",
    40: "қырық",
    50: "елу",
    60: "алпыс",
    70: "жетпіс",
    80: "сексен",
    90: "тоқсан",
    100: "жүз",
    1000: "мың",
}
_EN = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    100: "hundred",
    1000: "thousand",
}
_VALUES = {
    word: value
    for table in (_RU, _KK, _EN)
    for value, words in table.items()
    for word in words.split()
}
_WORD = "(?:" + "|".join(sorted(_VALUES, key=len, reverse=True)) + ")"

NUMBER = rf"(?:\d[\d ]*(?:[.,]\d+)?|\b{_WORD}(?:[ -]{_WORD})*\b)"
"""A number in digits (blanks between thousands) or in words; lower case, ё written е."""


def read_number(printed: str) -> float:
    """The value of what `NUMBER` matched."""
    bare = printed.strip()
    if bare[0].isdigit():
        return float(re.sub(r"\s", "", bare).replace(",", "."))
    total = group = 0.0
    for word in re.split(r"[ -]", bare):
        value = _VALUES[word]
        if value >= 100 and 0 < group < value:
            group *= value
        else:
            group += value
        if value == 1000:
            total, group = total + group, 0.0
    return total + group
