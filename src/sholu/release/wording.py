"""The release's own words: fixed wording, periods, dates and numbers in three languages."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sholu.core.period import Period

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}
"""Names of months as they stand in a date (genitive in Russian)."""


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


def period_in_words(period: Period, language: str) -> str:
    """A period as a sentence has it.

    >>> from sholu.core.period import parse_period
    >>> period_in_words(parse_period("2025-01-01/2025-01-15"), "en")
    'from 1 to 15 January 2025'
    """
    return _PERIOD_WORDS[language](period.first_day(), period.last_day())


def _english(first: date, last: date) -> str:
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {month(first, 'en')}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"from {start} to {last.day} {month(last, 'en')} {last.year}"


def _russian(first: date, last: date) -> str:
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {month(first, 'ru')}"
    if first.year != last.year:
        start += f" {first.year} года"
    # "со" before 2, as in "со второго".
    return f"{'со' if first.day == 2 else 'с'} {start} по {last.day} {month(last, 'ru')} {last.year} года"


def _kazakh(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{last.year} жылғы {first.day}–{last.day} {month(last, 'kk')} аралығында"
    start = f"{first.day} {month(first, 'kk')}"
    if first.year == last.year:
        return f"{last.year} жылғы {start} – {last.day} {month(last, 'kk')} аралығында"
    end = f"{last.year} жылғы {last.day} {month(last, 'kk')}"
    return f"{first.year} жылғы {start} – {end} аралығында"


_PERIOD_WORDS = {"en": _english, "ru": _russian, "kk": _kazakh}


def period_in_figures(period: Period) -> str:
    """``1-15.01.2025``, as readers know it from the cover."""
    first, last = period.first_day(), period.last_day()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day}.{last:%m.%Y}"
    return f"{first:%d.%m.%Y}-{last:%d.%m.%Y}"


def events_counted(count: int, language: str) -> str:
    """``1 event``, ``9 событий``, ``9 оқиға``: the number with its noun in the accusative.

    Source: plural rules of Unicode CLDR for en and ru; Kazakh has the singular after numerals.
    """
    if language == "en":
        return f"{count} event" if count == 1 else f"{count} events"
    if language == "kk":
        return f"{count} оқиға"
    if count % 10 == 1 and count % 100 != 11:
        return f"{count} событие"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return f"{count} события"
    return f"{count} событий"


def lead_sentence(period: Period, counts: list[tuple[str, int]], language: str) -> str:
    """The counting paragraph: how many events, and in which country how many."""
    total = events_counted(sum(count for _, count in counts), language)
    by_country = ", ".join(f"{name} – {count}" for name, count in counts)
    when = period_in_words(period, language)
    if language == "en":
        return (
            f"In the period {when}, published sources covered {total} in the anti-drug sphere "
            f"({by_country})."
        )
    if language == "ru":
        return (
            f"В период {when} в открытых источниках освещено {total} в сфере противодействия "
            f"наркотикам ({by_country})."
        )
    accusative = f"{total}ны"
    return (
        f"{when[0].upper()}{when[1:]} ашық дереккөздер есірткіге қарсы күрес саласындағы "
        f"{accusative} жариялады ({by_country})."
    )


def date_in_words(start: str | None, end: str | None, language: str) -> str | None:
    """A date or span of dates as printed; partial dates stay partial; None if unknown."""
    if start is None:
        return None
    if end is None or end == start:
        return _one_date(start, language)
    return f"{_one_date(start, language)} – {_one_date(end, language)}"


def _one_date(text: str, language: str) -> str:
    parts = [int(part) for part in text.split("-")]
    year = f"{parts[0]}"
    if len(parts) == 1:
        return {"en": year, "ru": f"{year} год", "kk": f"{year} жыл"}[language]
    name = month(date(parts[0], parts[1], 1), language)
    day = f"{parts[2]} " if len(parts) == 3 else ""
    if language == "kk":
        return f"{year} жылғы {day}{name}"
    if language == "ru" and not day:
        return text
    return f"{day}{name} {year}" + (" г." if language == "ru" else "")
