"""Check digits and dates inside the numbers that identify persons, cards and accounts."""

from __future__ import annotations

from datetime import date

_WEIGHTS = tuple(range(1, 12))
_SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_CENTURIES = {"0": 1900, "1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
"""The seventh digit of an IIN: sex and century; 0 for foreigners."""


def is_iin(digits: str) -> bool:
    """Whether twelve digits are an individual identification number of Kazakhstan.

    The date of birth, then sex and century, then a check digit (Law of Kazakhstan of 12 January
    2007 no. 223-III on national registers of identification numbers; the algorithm of Government
    resolution no. 406 of 22 May 2007). A company's number (BIN) has no date and is none.

    >>> is_iin("910312300452"), is_iin("910312300453"), is_iin("123456789012")
    (True, False, False)
    """
    return is_formed_as_iin(digits) and _check_digit(digits) == int(digits[11])


def is_formed_as_iin(digits: str) -> bool:
    """Whether twelve digits have the date and the century of an IIN, whatever the check digit.

    A number misprinted in one digit leads to its person still.

    >>> is_formed_as_iin("910312300453"), is_formed_as_iin("990440001234")
    (True, False)
    """
    if len(digits) != 12 or not digits.isdigit() or digits[6] not in _CENTURIES:
        return False
    year = _CENTURIES[digits[6]] + int(digits[:2])
    return _is_date(year, int(digits[2:4]), int(digits[4:6]))


def _check_digit(digits: str) -> int:
    for weights in (_WEIGHTS, _SECOND_WEIGHTS):
        rest = sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11
        if rest < 10:
            return rest
    return -1


def is_kyrgyz_pin(digits: str) -> bool:
    """Whether fourteen digits are a personal number of Kyrgyzstan: sex, date of birth, a serial.

    >>> is_kyrgyz_pin("21203199001234"), is_kyrgyz_pin("99999999999999")
    (True, False)
    """
    if len(digits) != 14 or not digits.isdigit() or digits[0] not in "12":
        return False
    return 1900 <= int(digits[5:9]) <= 2100 and _is_date(
        int(digits[5:9]), int(digits[3:5]), int(digits[1:3])
    )


def is_uzbek_pin(digits: str) -> bool:
    """Whether fourteen digits are a personal number of Uzbekistan (PINFL): sex and century, date
    of birth, district, serial, check digit.

    >>> is_uzbek_pin("31203911234567"), is_uzbek_pin("39999911234567")
    (True, False)
    """
    if len(digits) != 14 or not digits.isdigit() or digits[0] not in "3456":
        return False
    year = (1900 if digits[0] in "34" else 2000) + int(digits[5:7])
    return _is_date(year, int(digits[3:5]), int(digits[1:3]))


def is_card(digits: str) -> bool:
    """Whether digits are a bank card's: 13 to 19, a known first digit, Luhn's check (ISO/IEC 7812).

    >>> is_card("4111111111111111"), is_card("4111111111111112")
    (True, False)
    """
    if not 13 <= len(digits) <= 19 or digits[0] not in "23456":
        return False
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_iban(printed: str) -> bool:
    """Whether letters and digits are an international account number (ISO 13616, modulo 97).

    >>> is_iban("KZ86 125K ZT50 0410 0100"), is_iban("KZ86 125K ZT50 0410 0101")
    (True, False)
    """
    bare = printed.replace(" ", "").replace("\u00a0", "")
    if not 15 <= len(bare) <= 34 or not bare.isalnum() or not bare.isascii():
        return False
    return int("".join(str(int(letter, 36)) for letter in bare[4:] + bare[:4])) % 97 == 1


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
