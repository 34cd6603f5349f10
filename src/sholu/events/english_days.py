"""Days as only English says them: in early June, over the past 48 hours, May in brief."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.spoken_days import (
    last_weekday,
    last_year,
    night_between,
    weekday_of_week,
)
from sholu.events.spoken_words import DAY, MONTHS, Days, SpokenForm, spoken_form, which_of

_MONTH = rf"(?:{'|'.join(names.partition('|')[0] for names in MONTHS)})"
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_YEAR = r"(?:,? (?:of )?(?P<y>20\d\d))?"

_TENTH, _TWENTIETH = 10, 20


def _ends_of_month(day: date) -> tuple[date, date]:
    after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day.replace(day=1), after - timedelta(days=1)


def _month_meant(match: re.Match[str], published: date) -> date:
    """The first day of a month: a named one, that of the publication, or the one before it."""
    groups = match.groupdict()
    named, year = groups.get("m") or groups.get("m2"), groups.get("y") or groups.get("y2")
    if not named:
        first = published.replace(day=1)
        is_last = re.match("last|previous", groups["which"])
        return (first - timedelta(days=1)).replace(day=1) if is_last else first
    first = date(int(year or published.year), which_of(named, MONTHS) + 1, 1)
    is_ahead = not year and first - published > timedelta(days=183)
    return first.replace(year=first.year - 1) if is_ahead else first


def _part_of_month(match: re.Match[str], published: date) -> Days:
    """A third of a month, or what is over of it; None for one that is still ahead."""
    first, last = _ends_of_month(_month_meant(match, published))
    part = match["part"] or match["part_of"]
    if re.match("early|begin|start", part):
        last = first.replace(day=_TENTH)
    elif re.match("mid", part):
        first, last = first.replace(day=_TENTH + 1), first.replace(day=_TWENTIETH)
    elif part != "earlier":
        first = first.replace(day=_TWENTIETH + 1)
    return (first, min(last, published)) if first <= published else None


def _whole_month(match: re.Match[str], published: date) -> Days:
    first, last = _ends_of_month(_month_meant(match, published))
    return (first, last) if first <= published else None


def _month_so_far(_: re.Match[str], published: date) -> Days:
    return published.replace(day=1), published


def _last_hours(match: re.Match[str], published: date) -> Days:
    """``Over the past 48 hours``: from the day on which they began."""
    return published - timedelta(days=max(1, round(int(match["n"]) / 24))), published


def _day_and_month(match: re.Match[str], published: date) -> Days:
    month = which_of(match["m"], MONTHS) + 1 if match["m"].isalpha() else int(match["m"])
    try:
        day = date(published.year, month, int(match["d"]))
    except ValueError:
        return None
    return (day, day) if day <= published else None


_SHORT = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"


def _short_month(match: re.Match[str], published: date) -> Days:
    """``05-Jun-2025``, as forms and customs papers print it."""
    month = _SHORT.split("|").index(match["m"]) + 1
    year = int(match["y"]) % 100 + 2000
    try:
        day = date(year, month, int(match["d"]))
    except ValueError:
        return None
    return day, day


_NO_LIMIT = "".join(
    rf"(?<!\b{word} )(?<!\b{word} the )"
    for word in ("since", "until", "till", "by", "before", "from", "after")
)
"""``Since early May``, ``by the end of June``: a limit is no time of an event."""

_PART = (
    r"(?:(?P<part>early|earlier|mid|late)(?: in)?[ -]"
    r"|(?P<part_of>beginning|start|middle|end|close) of )"
)
_REVIEW = r"(?:review|brief|figures|numbers|retrospect|pictures|facts)"
_BULLETIN = r"(?:review|bulletin|digest|newsletter|results|chronicle|round-?up|summary|timeline)"

ENGLISH_COUNTING: tuple[SpokenForm, ...] = (
    spoken_form(
        rf"{_NO_LIMIT}(?:in |at |around |back in |towards )?(?:the )?(?:very )?{_PART}"
        rf"(?:the month of )?(?P<m>{_MONTH})(?! \d\d?\b(?!\d)){_YEAR}",
        _part_of_month,
        counts=True,
    ),
    spoken_form(
        rf"{_NO_LIMIT}(?:in |at )?(?:the )?(?:very )?{_PART}(?P<which>this|last) month",
        _part_of_month,
        counts=True,
    ),
    spoken_form(r"(?<!of )this month|so far this month|month to date", _month_so_far, counts=True),
    spoken_form(
        rf"(?:in|during|for|over) the (?:whole |entire )?month of (?P<m>{_MONTH}){_YEAR}",
        _whole_month,
        counts=True,
    ),
    spoken_form(r"(?:in |during |over )?the (?P<which>previous) month", _whole_month, counts=True),
    spoken_form(
        rf"(?P<m>{_MONTH})(?: (?P<y>20\d\d))? (?:in {_REVIEW}|{_BULLETIN})"
        rf"|{_BULLETIN}(?: for| of|,|:| -| –| —)?(?: the month of)? (?P<m2>{_MONTH})"
        r"(?! \d\d?\b(?!\d))"
        r"(?: (?P<y2>20\d\d))?",
        _whole_month,
        counts=True,
    ),
    spoken_form(
        rf"(?P<y>20\d\d) (?:in {_REVIEW}|{_BULLETIN})"
        rf"|{_BULLETIN}(?: for| of|,|:| -| –| —)?(?: the)?(?: year)? (?P<y2>20\d\d)",
        last_year,
        counts=True,
    ),
)
"""Stretches that are told at large, or counted in."""

ENGLISH_DAYS: tuple[SpokenForm, ...] = (
    spoken_form(
        r"(?:(?:in|over|during|within|for) )?the (?:last|past|previous)"
        r" (?P<n>24|36|48|72|96) hours",
        _last_hours,
    ),
    spoken_form(rf"overnight (?:from )?{_WEEKDAY} (?:to|into) (?P<to>{_WEEKDAY})", night_between),
    spoken_form(rf"overnight (?:on )?(?P<day>{_WEEKDAY})", last_weekday),
    spoken_form(rf"(?P<which>last|this) week,? on (?P<day>{_WEEKDAY})", weekday_of_week),
    spoken_form(
        rf"(?P<d>{DAY})-(?P<m>{_SHORT})-(?P<y>20\d\d|2\d)",
        _short_month,
    ),
    spoken_form(rf"on (?P<m>{_MONTH}), (?P<d>{DAY})", _day_and_month),
    spoken_form(r"on (?P<d>[0-3]\d)\.(?P<m>[01]\d)(?!\.?\d)", _day_and_month),
)
"""Days in spellings that other languages do not use."""
