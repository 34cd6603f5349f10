"""What a cell of a mapped table says: a number, a period, a code; or the reason why nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.core.period import DateError, PartialDate, Period, parse_period
from sholu.mentions import calendar_words
from sholu.vocabulary.model import Vocabulary, VocabularyError


class NotRead(Exception):
    """A cell that can't be read; the text says why, without the cell's content."""


_SPACES = re.compile(r"[\s\u00a0\u202f']")
_PARTED = {
    mark: re.compile(rf"[-−+]?\d{{1,3}}(?:\{mark}\d{{3}})+(?:[.,]\d+)?") for mark in (".", ",")
}
"""Numbers whose thousands are parted by a mark."""
_PLAIN = re.compile(r"[-−+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def read_number(printed: str, decimal: str) -> float:
    """A number with spaces between thousands and the given decimal mark.

    Args:
        decimal: ``.``, ``,`` or empty; a mark that is not the decimal one parts thousands, and
            then by threes.

    Raises:
        NotRead: if it is none, or a mark could be either.

    >>> read_number("1 234,5", ",")
    1234.5
    """
    bare = _SPACES.sub("", printed)
    if not decimal and "," in bare:
        raise NotRead("a comma may part decimals or thousands: say 'decimal'")
    decimal = decimal or "."
    thousands = "," if decimal == "." else "."
    if thousands in bare and not _PARTED[thousands].fullmatch(bare):
        raise NotRead("a mark stands where none can be")
    plain = bare.replace(thousands, "").replace(decimal, ".")
    if not _PLAIN.fullmatch(plain):
        raise NotRead("it is no number")
    return float(plain.replace("−", "-"))


_SDMX_PART = re.compile(r"(\d{4})-?([QSMH])(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+0?0:00(?::00)?)?")
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d)?(?:\.0+)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_QUARTER_YEAR = re.compile(r"Q([1-4])\s*(\d{4})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_period_text(printed: str, form: str = "") -> Period:
    """A year, quarter, month or day: ISO, SDMX (2024-Q1), 31.12.2024, 12.2024, "March 2024".

    Args:
        form: of `datetime.strptime`, where it is written in another way.

    Raises:
        NotRead: if it is none of them, or could be two.

    >>> str(read_period_text("2024-Q2"))
    '2024-04/2024-06'
    """
    text = " ".join(printed.split())
    try:
        if form:
            moment = datetime.strptime(text, form)
            return _day(moment.year, moment.month, moment.day)
        return _known_period(text)
    except (DateError, ValueError):
        raise NotRead("it is no period of the calendar") from None


def _known_period(text: str) -> Period:
    for pattern, read in _PERIOD_FORMS:
        match = pattern.fullmatch(text)
        if match is not None:
            return read(*match.groups())
    month = month_of(text)
    if month is not None:
        return month
    return parse_period(text)


def _part(year: str, kind: str, number: str) -> Period:
    length = {"M": 1, "Q": 3, "S": 6, "H": 6}[kind]
    last = int(number) * length
    if not length <= last <= 12:
        raise NotRead("it is no part of a year")
    first = PartialDate(int(year), last - length + 1)
    return Period(first, PartialDate(int(year), last))


def _day(year: int | str, month: int | str, day: int | str) -> Period:
    date = PartialDate(int(year), int(month), int(day))
    return Period(date, date)


def _month(month: str, year: str) -> Period:
    date = PartialDate(int(year), int(month))
    return Period(date, date)


_PERIOD_FORMS = (
    (_SDMX_PART, _part),
    (_DOTTED, lambda day, month, year: _day(year, month, day)),
    (_ISO_TIME, lambda day: parse_period(day)),
    (_MONTH_YEAR, _month),
    (_QUARTER_YEAR, lambda quarter, year: _part(year, "Q", quarter)),
)


def month_of(text: str) -> Period | None:
    """ "March 2024", "март 2024", "2024 жылғы наурыз"; None if it is no month of a year."""
    year = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)
    if year is None:
        return None
    rest = (text[: year.start()] + text[year.end() :]).strip(" ,.-")
    number = month_number(re.sub(r"\b(?:г|год|года|жыл\w*|ж)\b\.?", "", rest).strip(" ,.-"))
    return None if number is None else _month(str(number), year.group())


@lru_cache(maxsize=1024)
def month_number(word: str) -> int | None:
    """The number of a month by its name in English, Russian or Kazakh, or by its figure."""
    if re.fullmatch(r"0?[1-9]|1[0-2]", word):
        return int(word)
    for language in INTERFACE_LANGUAGES:
        try:
            return calendar_words.month_number(word, language)
        except ValueError:
            continue
    return None


def read_code(
    printed: str, codes: Mapping[str, str] | None, known: Mapping[str, str], what: str
) -> str:
    """The code of a category: by the mapping's table, else by a name or code of the vocabulary.

    Raises:
        NotRead: if neither has it.
    """
    if codes is not None and printed in codes:
        return codes[printed]
    if codes is not None and what == "category":
        raise NotRead("the category is not in the mapping")
    found = known.get(printed.casefold())
    if found is None:
        raise NotRead(f"no {what} has this name")
    return found


@lru_cache(maxsize=4)
def place_names(vocabulary: Vocabulary, country: str | None) -> dict[str, str]:
    """Names and codes of countries and regions, in small letters; of one country where it is given.

    A name that two places share names neither.
    """
    return _unique(
        (name, place.code)
        for place in vocabulary.places
        if place.kind in ("country", "region", "city") and place.valid_to is None
        and (place.kind == "country" or place.region == place.code)
        and (country is None or place.country == country)
        for name in (place.code, *(name for _, name in place.names.all()))
    )  # fmt: skip


@lru_cache(maxsize=4)
def substance_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Names and codes of substances, in small letters."""
    return _unique(
        (name, substance.code)
        for substance in vocabulary.substances
        for name in (substance.code, *(name for _, name in substance.names.all()))
    )


@lru_cache(maxsize=4)
def unit_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Codes and spellings of units, in small letters."""
    return _unique(
        (name, word.unit.code)
        for word in vocabulary.units
        for name in (word.unit.code, *(name for _, name in word.spellings.all()))
    )


def known_unit(printed: str, vocabulary: Vocabulary) -> str:
    """The code of a unit, plain or composed (``KZT/g``).

    Raises:
        NotRead: if the vocabulary doesn't know it.
    """
    try:
        return vocabulary.unit(printed).code
    except VocabularyError:
        return read_code(printed, None, unit_names(vocabulary), "unit")


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name, code in pairs:
        found.setdefault(name.casefold(), set()).add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}
