"""Say over which time a figure counts: from the figure, a date beside it, or a label."""

from __future__ import annotations

import re

from sholu.claims.statement import Statement, distance
from sholu.core.period import DateError, Period, parse_period
from sholu.mentions.model import Figure, Mention

_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"(?<![\d.,/№-])({_YEAR})(?:\s*[–—-]\s*({_YEAR}))?(?![\d%]|[.,]\d)")


def period_of(figure: Figure, statement: Statement) -> Period | None:
    """The period of a figure in a sentence: its own, else a date's of the sentence.

    A date in the figure's own stretch goes first, then the nearest; a sentence without any goes on
    in the only time that its paragraph told before. Years of cited works are no dates of what is
    told. The date of publication is never used.
    """
    own = read_period(figure.period)
    if own is not None and not _is_of_cited_work(own, statement):
        return own
    first, last = statement.stretches[statement.figures.index(figure)]
    dated = [
        (not first <= mention.span.start < last, distance(figure.span, mention.span), period)
        for mention, period in _told(statement)
    ]
    return min(dated, key=lambda one: one[:2])[2] if dated else _carried(statement)


_LATER = re.compile(
    r"\b(?:now|nowadays|today|currently|these\sdays|recently|normally|always|every|each|сейчас|сегодня|"
    r"ныне|обычно|всегда|қазір|бүгін|әдетте)\b",
    re.IGNORECASE,
)
"""Words by which a sentence leaves the time that was told before."""


def _carried(statement: Statement) -> Period | None:
    """The one period that the paragraph told before: ``In 2015 … were found. The total …``.

    None if it told several, or if the sentence speaks of now.
    """
    before = statement.before
    if before is None or _LATER.search(statement.text):
        return None
    told = {str(period): period for _, period in _told(before)}
    return told.popitem()[1] if len(told) == 1 else None


def _told(statement: Statement) -> list[tuple[Mention, Period]]:
    """The dates outside citations."""
    return [
        (mention, period)
        for mention in statement.told
        if mention.kind == "date" and (period := read_period(mention.code)) is not None
    ]


def _is_of_cited_work(period: Period, statement: Statement) -> bool:
    """Whether a period is the year of a work cited so far in the paragraph, and of nothing told."""
    parts = [part for part in (statement, statement.before) if part is not None]
    if any(told == period for part in parts for _, told in _told(part)):
        return False
    works = [one for part in parts for one in part.citations if one.kind == "reference"]
    return any(str(period) in work.printed for work in works)


def read_period(code: str | None) -> Period | None:
    """The period of a mention's code; None if it has none, or has a date without a year."""
    if code is None:
        return None
    try:
        return parse_period(code)
    except DateError:
        return None


def period_of_label(label: str) -> Period | None:
    """The year or years that a title or label names; None if it names none, or several apart.

    >>> str(period_of_label("Seizures in 2012–2017"))
    '2012/2017'
    """
    found = {match.groups() for match in _YEARS.finditer(label)}
    if len(found) != 1:
        return None
    start, end = found.pop()
    return read_period(f"{start}/{end}" if end else start)
