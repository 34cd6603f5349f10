"""The words of an answer: figures, events, gaps as sentences in three languages. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

import yaml

from sholu.release.marks import QUALIFIERS
from sholu.release.reader_form import (
    Names,
    interval,
    measured,
    number,
    period_words,
    quantity,
    scope_words,
)
from sholu.release.situation.model import Change, Gap, KeyFigure
from sholu.release.wording import date_in_words

MOST_NAMES = 6
"""Names in one sentence; more are counted."""


@cache
def _words() -> dict[str, dict[str, str]]:
    text = resources.files("sholu.release.situation").joinpath("wording.yaml").read_text("utf-8")
    words: dict[str, dict[str, str]] = yaml.safe_load(text)
    return words


def say(key: str, language: str, **values: object) -> str:
    """A wording with its values."""
    return _words()[key][language].format(**values)


def figure_name(figure: KeyFigure, names: Names, language: str) -> str:
    """The indicator with its drug and scope: ``Retail price, heroin, statistic=median``."""
    indicator = names.name("indicator", figure.indicator, language)
    parts = [indicator[:1].upper() + indicator[1:]]
    if figure.substance:
        parts.append(names.name("substance", figure.substance, language))
    if figure.scope:
        parts.append(scope_words(figure.scope, names, language))
    return ", ".join(parts)


def figure_value(figure: KeyFigure, language: str) -> str:
    """The value as it is printed, with its sign for more, less or about."""
    sign = QUALIFIERS[figure.qualifier]
    if figure.value_high is not None:
        return sign + interval(figure.value, figure.value_high, figure.unit, language)
    return sign + measured(figure.value, figure.unit, language)


def figure_sentence(figure: KeyFigure, names: Names, language: str) -> str:
    """A figure as a sentence: value, period, how it was put together, change, other sources."""
    head = say(
        "figure",
        language,
        name=figure_name(figure, names, language),
        value=figure_value(figure, language),
        period=period_words(figure.period, language),
    )
    parts = [head, *figure_notes(figure, language)]
    if figure.change is not None:
        parts.append(change_words(figure.change, figure, language))
    return "; ".join(parts) + "."


def figure_notes(figure: KeyFigure, language: str) -> list[str]:
    """How the figure was put together, its interval, and what other sources say."""
    notes = []
    span = ""
    if figure.low is not None and figure.high is not None:
        span = interval(figure.low, figure.high, figure.unit, language)
    if figure.how != "said":
        counts = {"parts": figure.parts, "of_parts": figure.of_parts}
        notes.append(say(figure.how, language, span=span, **counts))
    elif span:
        notes.append(say("interval", language, span=span))
    if figure.differing:
        values = ", ".join(number(value, language) for value in figure.differing)
        notes.append(say("differing", language, values=values))
    return notes


def change_words(change: Change, figure: KeyFigure, language: str) -> str:
    """The change against the year before, and whether chance could have made it."""
    period = period_words(change.before_period or "", language)
    if change.before is None:
        day = date_in_words(change.note, None, language)
        return say("broken", language, before_period=period, day=day)
    before = measured(change.before, figure.unit, language)
    if change.before == figure.value:
        return say("same", language, before_period=period)
    if change.percent is None:
        words = say("against", language, before=before, before_period=period)
    else:
        key = "more_percent" if change.percent > 0 else "less_percent"
        percent = quantity(round(abs(change.percent), 1), "%", language)
        words = say(key, language, percent=percent, before=before, before_period=period)
    if change.beyond_chance is not None:
        words += ", " + say(f"chance_{str(change.beyond_chance).lower()}", language)
    return words


def gap_sentence(gap: Gap, names: Names, language: str) -> str:
    """What is not known, as a sentence."""
    indicators = [names.name("indicator", code, language) for code in gap.indicators]
    note = say(f"type_{gap.note}", language) if gap.kind == "one_type" else gap.note
    return say(
        f"gap_{gap.kind}",
        language,
        names=names_listed(indicators, language),
        since=gap.since,
        note=note,
    )


def names_listed(names: Sequence[str], language: str) -> str:
    """Names with semicolons between; beyond `MOST_NAMES` they are counted."""
    listed = "; ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return say("and_more", language, names=listed, count=more) if more > 0 else listed
