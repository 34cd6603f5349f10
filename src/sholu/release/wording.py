"""The release's own words: fixed wording, periods, dates and numbers in three languages."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sholu.core.period import Period, parse_period

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}
"""Names of months as they stand in a date (genitive in Russian)."""

_RUSSIAN_MONTHS_ALONE = (
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
)
"""A month without a day stands in the nominative."""


@cache
def _words() -> dict[str, Any]:
    text = resources.files("sholu.release").joinpath("wording.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.safe_load(text)
    return words


def say(key: str, language: str) -> str:
    """A fixed wording in a language."""
    return str(_words()[key][language])


def say_all(language: str) -> dict[str, str]:
    """All fixed wordings in a language, for templates."""
    return {key: names[language] for key, names in _words().items() if key != "kinds"}


def kind_phrase(kind: str | None, language: str) -> str:
    """What an item of a kind is about, for the summary."""
    return str(_words()["kinds"][kind or "other"][language])


def month(day: date, language: str) -> str:
    """The month's name as it stands in a date."""
    return MONTHS[language].split()[day.month - 1]


def month_alone(day: date, language: str) -> str:
    """The month's name where no day stands before it."""
    if language == "ru":
        return _RUSSIAN_MONTHS_ALONE.split()[day.month - 1]
    return month(day, language)


def period_in_words(period: Period, language: str) -> str:
    """A period as a sentence has it.

    >>> from sholu.core.period import parse_period
    >>> period_in_words(parse_period("2025-01-01/2025-01-15"), "en")
    'from 1 to 15 January 2025'
    """
    return _PERIOD_WORDS[language](period.first_day(), period.last_day())


def _parts(first: date, last: date, language: str) -> tuple[str, str]:
    """The first day as far as it differs from the last one's month and year; the last one's day."""
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {month(first, language)}"
    return start, f"{last.day} {month(last, language)}"


def _english(first: date, last: date) -> str:
    start, end = _parts(first, last, "en")
    if first == last:
        return f"on {end} {last.year}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"from {start} to {end} {last.year}"


def _russian(first: date, last: date) -> str:
    start, end = _parts(first, last, "ru")
    if first == last:
        return f"{end} {last.year} года"
    if first.year != last.year:
        start += f" {first.year} года"
    # "со" before 2, as in "со второго".
    preposition = "со" if first.day == 2 else "с"
    return f"{preposition} {start} по {end} {last.year} года"


def _kazakh(first: date, last: date) -> str:
    start, end = _parts(first, last, "kk")
    if first == last:
        return f"{last.year} жылғы {end}{_LOCATIVE[last.month - 1]}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{last.year} жылғы {start}–{end} аралығында"
    joined = f"{first.year} жылғы {start} {_AND[first.month - 1]}"
    if first.year == last.year:
        return f"{joined} {end} аралығында"
    return f"{joined} {last.year} жылғы {end} аралығында"


_PERIOD_WORDS = {"en": _english, "ru": _russian, "kk": _kazakh}

_LOCATIVE = ("да", "да", "да", "де", "да", "да", "де", "да", "те", "да", "да", "да")
"""What "in" is in Kazakh after each month's name, by its vowels and last sound."""

_AND = ("мен", "мен", "бен", "мен", "мен", "мен", "мен", "бен", "пен", "мен", "мен", "мен")
"""What "and" is in Kazakh after each month's name, by its last sound."""


def period_as_title(period: Period, language: str) -> str:
    """A period as a cover has it.

    >>> from sholu.core.period import parse_period
    >>> period_as_title(parse_period("2025-01-01/2025-01-15"), "ru")
    '1–15 января 2025 года'
    """
    first, last = period.first_day(), period.last_day()
    if first == last:
        return _full_date(last, language)
    if first.year != last.year:
        return f"{_full_date(first, language)} – {_full_date(last, language)}"
    start, end = _parts(first, last, language)
    dash = "–" if first.month == last.month else " – "
    return with_year(f"{start}{dash}{end}", last.year, language)


def _full_date(day: date, language: str) -> str:
    return with_year(f"{day.day} {month(day, language)}", day.year, language)


def with_year(days: str, year: int, language: str) -> str:
    """Days or months with their year: ``1–15 января 2025 года``."""
    return {"en": f"{days} {year}", "ru": f"{days} {year} года", "kk": f"{year} жылғы {days}"}[
        language
    ]


def period_in_figures(period: Period) -> str:
    """``1-15.01.2025``, as readers know it from the cover."""
    first, last = period.first_day(), period.last_day()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day}.{last:%m.%Y}"
    return f"{first:%d.%m.%Y}-{last:%d.%m.%Y}"


def plural_form(count: int, language: str) -> str:
    """Which form of a noun stands after a whole number: ``one``, ``few`` or ``many``.

    Source: plural rules of Unicode CLDR 46 for en and ru; in Kazakh a noun after a numeral is
    singular.
    """
    if language == "kk":
        return "one"
    if language == "en":
        return "one" if count == 1 else "many"
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


_EVENTS = {
    "en": {"one": "event", "many": "events"},
    "ru": {"one": "событие", "few": "события", "many": "событий"},
    "kk": {"one": "оқиға"},
}
_COUNTRIES = {
    "en": {"one": "country", "many": "countries"},
    "ru": {"one": "страна", "few": "страны", "many": "стран"},
    "kk": {"one": "ел"},
}


def events_counted(count: int, language: str) -> str:
    """``1 event``, ``9 событий``, ``9 оқиға``: the nominative; in Russian also the accusative."""
    return f"{count} {_EVENTS[language][plural_form(count, language)]}"


def counted_in_words(events: int, countries: int | None, language: str) -> str:
    """``9 events · 4 countries``; without the countries if none is known."""
    counted = events_counted(events, language)
    if not countries:
        return counted
    return f"{counted} · {countries} {_COUNTRIES[language][plural_form(countries, language)]}"


def lead_sentence(period: Period, counts: list[tuple[str, int]], language: str) -> str:
    """The counting paragraph: how many events, and in which country how many."""
    total = events_counted(sum(count for _, count in counts), language)
    by_country = ", ".join(f"{name} – {count}" for name, count in counts)
    when = period_in_words(period, language)
    if language == "kk":
        # The accusative of оқиға.
        total = f"{total}ны"
    sentence = say("lead", language).format(when=when, total=total, by_country=by_country)
    return sentence[0].upper() + sentence[1:]


def date_in_words(start: str | None, end: str | None, language: str) -> str | None:
    """A date or span of dates as printed; partial dates stay partial; None if unknown."""
    if start is None:
        return None
    if end is None or end == start:
        return _one_date(start, language)
    if min(len(start), len(end)) == len("2025-01-15"):
        return period_as_title(parse_period(f"{start}/{end}"), language)
    return f"{_one_date(start, language)} – {_one_date(end, language)}"


def _one_date(text: str, language: str) -> str:
    parts = [int(part) for part in text.split("-")]
    year = f"{parts[0]}"
    if len(parts) == 1:
        return {"en": year, "ru": f"{year} год", "kk": f"{year} жыл"}[language]
    day = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    days = f"{day.day} {month(day, language)}" if len(parts) == 3 else month_alone(day, language)
    return with_year(days, day.year, language)
