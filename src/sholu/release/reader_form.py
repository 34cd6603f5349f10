"""Numbers, units and periods in the form that readers of a language know. Pure."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, Protocol

import yaml

from sholu.core.period import parse_period
from sholu.indicators.model import scope_parts
from sholu.release.wording import date_in_words, month_alone, plural_form, with_year

_DECIMAL_SIGN = {"en": ".", "ru": ",", "kk": ","}
_THOUSANDS = {"en": ",", "ru": "\u202f", "kk": "\u202f"}
"""Narrow no-break space (Unicode CLDR 46 has a no-break space for ru and kk)."""

_SPACE = "\u00a0"
_MINUS = "\u2212"
_DIGITS = 6
"""Significant digits of a number with decimals: more than any source of the field prints."""


@cache
def _read(file: str) -> dict[str, Any]:
    text = resources.files("sholu.release").joinpath(file).read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.safe_load(text)
    return words


def _words() -> dict[str, Any]:
    return _read("units.yaml")


def number(value: float, language: str) -> str:
    """A number with the language's decimal sign; groups of thousands from 10,000 on.

    >>> number(12345.5, "en"), number(-0.25, "ru"), number(2025, "en")
    ('12,345.5', '−0,25', '2025')
    """
    sign = _MINUS if value < 0 else ""
    size = abs(value)
    if size >= 10 ** (_DIGITS - 1) or size == int(size):
        text = f"{size:,.0f}"
    else:
        decimals = _DIGITS - len(str(int(size))) if size >= 1 else _DIGITS
        text = f"{size:,.{decimals}f}".rstrip("0").rstrip(".")
    if size < 10_000:
        text = text.replace(",", "")
    text = text.replace(",", " ").replace(".", _DECIMAL_SIGN[language])
    return sign + text.replace(" ", _THOUSANDS[language])


def unit_alone(unit: str, language: str) -> str:
    """A unit without a number before it, as on an axis: ``deaths per 100,000``, ``т в год``.

    A unit that the list does not hold is printed as it is.
    """
    return _composed(unit, None, language)


def quantity(value: float, unit: str | None, language: str) -> str:
    """A value with its unit.

    The space between them does not break.

    >>> quantity(21, "offence", "ru").split(), quantity(2.5, "t/year", "en").split()
    (['21', 'правонарушение'], ['2.5', 't', 'a', 'year'])
    """
    printed = number(value, language)
    words = _composed(unit, value, language) if unit else ""
    if not words:
        return printed
    space = "" if language == "en" and words.startswith("%") else _SPACE
    return f"{printed}{space}{words}"


def counts_things(unit: str) -> bool:
    """Whether a unit is a noun (offence, person), not a sign (kg, %)."""
    return unit.partition("/")[0] in _words()["nouns"]


def measured(value: float, unit: str, language: str) -> str:
    """A value after the name of its indicator, which says what is counted: no noun then.

    >>> measured(212, "person", "ru"), measured(3.2, "death/100000", "en")
    ('212', '3.2 per 100,000')
    """
    if not counts_things(unit):
        return quantity(value, unit, language)
    _, slash, below = unit.partition("/")
    return (
        f"{number(value, language)} {_per(below, language)}" if slash else number(value, language)
    )


def interval(low: float, high: float, unit: str, language: str) -> str:
    """From one value to another with the unit once: ``2.1–3.4 t``; no noun, as in `measured`."""
    return f"{number(low, language)}–{measured(high, unit, language)}"


class Names(Protocol):
    """What knows the names of codes: a release's package."""

    def name(self, kind: str, code: str, language: str) -> str:
        """The name of a code; the code itself if it is not known."""


def scope_words(scope: str, names: Names, language: str) -> str:
    """What narrows a series: ``article=297; statistic=median`` is "article 297, median"."""
    known = _read("scopes.yaml")
    parts = []
    for name, value in scope_parts(scope).items():
        printed = known["values"].get(value, {}).get(language, value)
        if name in known["codes"]:
            codes = value.split(", ")
            printed = ", ".join(names.name(known["codes"][name], one, language) for one in codes)
        if name in known["bare"] or name in known["codes"]:
            parts.append(printed)
        else:
            label = known["names"][name][language] if name in known["names"] else f"{name}:"
            parts.append(f"{label} {printed}".strip())
    return ", ".join(parts)


def period_words(period: str, language: str) -> str:
    """An ISO period as it stands alone: ``2024``, ``январь 2025 года``, ``1–15 January 2025``."""
    start, _, end = period.partition("/")
    parsed = parse_period(period)
    if not end:
        return (
            start if len(start) == len("2025") else date_in_words(start, None, language) or period
        )
    first, last = parsed.first_day(), parsed.last_day()
    by_months = len(start) == len(end) == len("2025-01") and first.year == last.year
    if not by_months:
        return date_in_words(start, end, language) or period
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    months = "–".join(month_alone(day, language) for day in (first, last))
    return with_year(months, first.year, language)


def _composed(unit: str, value: float | None, language: str) -> str:
    above, slash, below = unit.partition("/")
    words = _one_unit(above, value, language)
    if not slash:
        return words
    return f"{words} {_per(below, language)}"


def _per(below: str, language: str) -> str:
    per = _words()["per"].get(below)
    return str(per[language]) if per else f"/ {below}"


def _one_unit(unit: str, value: float | None, language: str) -> str:
    words = _words()
    if unit == "1":
        return ""
    if unit in words["signs"]:
        return str(words["signs"][unit][language])
    if unit not in words["nouns"]:
        return unit
    forms = words["nouns"][unit][language]
    return str(forms[min(_form(value, language), len(forms) - 1)])


def _form(value: float | None, language: str) -> int:
    """Which form of a noun; a fraction takes the form of few in Russian ("2,5 дела")."""
    if value is None:
        return 2
    if value != int(value):
        return 1
    form = plural_form(abs(int(value)), language)
    if language == "en":
        return 0 if form == "one" else 1
    return {"one": 0, "few": 1, "many": 2}[form]
