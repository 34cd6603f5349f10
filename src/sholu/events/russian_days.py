"""Russian days and periods beyond the plain ones: last days of months, past weeks, rows of days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.calendar_parts import (
    SEASON,
    all_months,
    day_of_last_year,
    edge_day,
    last_week,
    previous_month,
    season_that_was,
    yesterday,
)
from sholu.events.spoken_days import (
    days_of_two_months,
    first_months,
    last_year,
    months_of_year,
    one_month,
    part_of_year,
    two_days,
)
from sholu.events.spoken_words import (
    DASH,
    DAY,
    MONTH,
    NUMBER,
    ORDINAL,
    Days,
    SpokenForm,
    spoken_form,
)

_PAST = r"(?:прошл|прошедш|минувш|истекш)"
_DURING = r"(?:за весь|за|в течение(?: всего)?|на протяжении(?: всего)?|по итогам|итоги)"
_YEAR = r"(?:\s(?P<y>20\d\d)(?:-\w{1,2})?(?:\sгод\w*|\sг\.)?)?"
_NO_YEAR = r"(?P<y>(?!))?"
_TWELVE = r"(?:за|по итогам|итоги) (?:все )?(?:12|двенадцат[иь]) мес(?:яц\w*|\.)"


def _days_in_row(match: re.Match[str], published: date) -> Days:
    """``4, 5 июня``: of two numbers with a comma only days in a row are surely both days."""
    days = two_days(match, published)
    return days if days and days[1] - days[0] == timedelta(days=1) else None


def _in_numbers(match: re.Match[str], published: date) -> Days:
    """``02.06``, ``02.06 по 08.06``: of this year, and not ahead."""
    said = match.groupdict()
    try:
        last = date(published.year, int(said["mn"]), int(said["d"]))
        first = date(published.year, int(said["mn1"]), int(said["d1"])) if said["mn1"] else last
    except ValueError:
        return None
    return (first, last) if first <= last <= published else None


def _numbers(suffix: str) -> str:
    return rf"(?P<d{suffix}>[0-3]\d)\.(?P<mn{suffix}>0[1-9]|1[0-2])"


_DAYS = (
    spoken_form(
        rf"(?:в|во) (?P<which>перв\w+|последн\w+) день (?:(?P<m>{MONTH})|(?P<season>{SEASON}))",
        edge_day,
    ),
    spoken_form(
        rf"(?P<d>{DAY})(?:-?го)? (?P<m>{MONTH}) (?:{_PAST}|предыдущ)\w+ год\w*", day_of_last_year
    ),
    spoken_form(rf"(?:на|итоги) {_PAST}\w+ недел[еи]", last_week),
    spoken_form(rf"(?:за|в течение) (?:{_PAST}\w+|последн\w+) (?:сутки|суток|24 часа)", yesterday),
    spoken_form(
        rf"(?:с )?(?P<d1>{DAY})(?:, {DAY}| и {DAY}){{1,5}} (?P<m1>{MONTH})(?: и|,) "
        rf"(?P<d2>{DAY}) (?P<m2>{MONTH})",
        days_of_two_months,
    ),
    spoken_form(rf"(?P<d1>{DAY}), (?P<d2>{DAY}) (?P<m>{MONTH}){_YEAR}", _days_in_row),
    spoken_form(rf"(?:с )?{_numbers('1')}\.?(?: по |{DASH}){_numbers('')}", _in_numbers),
    spoken_form(
        rf"(?<!в )(?<!около )(?<!до ){_numbers('')}\.?(?= (?:в|около|примерно) \d)(?P<mn1>(?!))?",
        _in_numbers,
    ),
)
_COUNTED = (
    spoken_form(rf"(?:за|в течение) {_PAST}\w+ недел[юи]", last_week, counts=True),
    spoken_form(
        rf"(?:в|за|с) (?P<m1>{MONTH}) и (?:в )?(?P<m2>{MONTH}){_YEAR}", months_of_year, counts=True
    ),
    spoken_form(rf"{_TWELVE} {_PAST}\w+ год\w+{_NO_YEAR}(?P<y2>(?!))?", last_year, counts=True),
    spoken_form(rf"{_TWELVE}{_YEAR}", all_months, counts=True),
    spoken_form(
        rf"(?:(?:за|в)(?: первы\w+)?|в течение|(?:по )?итог\w+) (?P<n>{NUMBER}) мес(?:яц\w*|\.)"
        rf"{_YEAR}",
        first_months,
        counts=True,
    ),
    spoken_form(
        rf"(?:в|во|за|по итогам) (?P<n>{ORDINAL}) (?P<unit>половин\w+)"
        r" (?:года|(?P<y>20\d\d)(?: год\w*)?)",
        part_of_year,
        counts=True,
    ),
    spoken_form(rf"{_DURING} (?P<m>{MONTH})(?! по ){_YEAR}", one_month, counts=True),
    spoken_form(rf"{_DURING} {_PAST}\w+ месяц\w*", previous_month, counts=True),
    spoken_form(
        rf"{_DURING} (?:{_PAST}\w+ год\w*{_NO_YEAR}|(?P<y2>20\d\d)(?:-\w{{1,2}})?(?: год\w*)?)",
        last_year,
        counts=True,
    ),
    spoken_form(
        rf"за (?P<season>{SEASON})"
        rf"|(?:за|в) (?:три |все )?(?P<season2>{SEASON}) (?:месяц\w*|период)",
        season_that_was,
        counts=True,
    ),
)
RUSSIAN_FORMS: tuple[SpokenForm, ...] = (*_DAYS, *_COUNTED)
