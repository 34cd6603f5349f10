"""Read and print a number in digits, as each language writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]")
_ONE_SEPARATOR = re.compile(r"(\d+)([.,])(\d+)")
_DECIMAL_SIGN: Mapping[str | None, str] = {"en": ".", "ru": ",", "kk": ",", None: ","}
"""CLDR 46, numbers/symbols/decimal; the languages not read here (ky, uz, tg, az) write a comma."""

_OTHER_SIGN = {".": ",", ",": "."}


def read_digits(printed: str, language: str | None) -> tuple[float, float | None] | None:
    """The value of a number in digits, and its other reading if it has one.

    A single comma or full stop before exactly three digits may part thousands or decimals; the
    language's usual reading comes first. Everything else has one reading.

    Returns:
        None when the signs stand as in no number (``1,2,3``).

    >>> read_digits("5,065", "en"), read_digits("5,065", "ru"), read_digits("17 000,5", "ru")
    ((5065.0, 5.065), (5.065, 5065.0), (17000.5, None))
    """
    bare = _BLANKS.sub("", printed)
    if bare.isdigit():
        return float(bare), None
    single = _ONE_SEPARATOR.fullmatch(bare)
    if single is not None:
        return _read_one_separator(single, language, spaced=bare != printed)
    return _read_many_separators(bare)


def _read_one_separator(
    number: re.Match[str], language: str | None, *, spaced: bool
) -> tuple[float, float | None]:
    whole, sign, rest = number.groups()
    decimal = float(f"{whole}.{rest}")
    ambiguous = len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0") and not spaced
    if not ambiguous:
        return decimal, None
    thousands = float(whole + rest)
    if sign == _DECIMAL_SIGN[language]:
        return decimal, thousands
    # A comma in English parts thousands; a full stop in Russian is as a rule a typist's decimal.
    return (thousands, decimal) if sign == "," else (decimal, thousands)


def _read_many_separators(bare: str) -> tuple[float, float | None] | None:
    """``3,343,750``, ``23,008.7``, ``1.234.567,8``; the last sign is the decimal if it differs."""
    for decimal in ".,":
        thousands = _OTHER_SIGN[decimal]
        pattern = rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?"
        if re.fullmatch(pattern, bare):
            return float(bare.replace(thousands, "").replace(decimal, ".")), None
    return None


def print_number(value: float, language: str) -> str:
    """A number as the language prints it; thousands parted by a comma (en) or no-break space.

    >>> print_number(107937.5, "ru").replace("\\u00a0", "_")
    '107_937,5'
    """
    whole, _, rest = f"{value:,.6f}".partition(".")
    rest = rest.rstrip("0")
    if language != "en":
        whole = whole.replace(",", "\u00a0")
    return whole + (_DECIMAL_SIGN[language] + rest if rest else "")
