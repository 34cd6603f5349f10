"""The days that a spoken date means, counted from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.spoken_words import (
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    Days,
    day_number,
    number_of,
    which_of,
)

LATEST_REPORT = timedelta(days=75)
"""Results of a stretch of months come out within two months and a half of its end."""


def _day_of_month(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near(month: int, day: int, published: date) -> date | None:
    """The last such day that isn't far ahead of the publication."""
    this_year = _day_of_month(published.year, month, day)
    if this_year is None or this_year <= published + timedelta(days=183):
        return this_year
    return _day_of_month(published.year - 1, month, day)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def last_weekday(match: re.Match[str], published: date) -> Days:
    """The last such day before the publication."""
    back = (published.weekday() - which_of(match["day"], WEEKDAYS)) % 7
    day = published - timedelta(days=back or (7 if match.groupdict().get("past") else 0))
    return day, day


def night_between(match: re.Match[str], published: date) -> Days:
    """From one weekday to the next; the night is over when it is reported."""
    second = _latest(match["to"], published)
    return second - timedelta(days=1), second


def night_to(match: re.Match[str], published: date) -> Days:
    """``В ночь на среду``: the day on which the night ends, as for ``в ночь на 5 марта``."""
    day = _latest(match["to"], published)
    return day, day


def _latest(weekday: str, published: date) -> date:
    """The last such weekday, the day of publication being one."""
    return published - timedelta(days=(published.weekday() - which_of(weekday, WEEKDAYS)) % 7)


def two_weekdays(match: re.Match[str], published: date) -> Days:
    """``В субботу и воскресенье``: the later of them is the last such day."""
    last = _latest(match["to"], published)
    days = (last.weekday() - which_of(match["from"], WEEKDAYS)) % 7
    return (last - timedelta(days=days), last) if days else None


def weekday_of_week(match: re.Match[str], published: date) -> Days:
    """A weekday of this week or of the one before."""
    groups = match.groupdict()
    monday = published - timedelta(days=published.weekday())
    if not re.match(r"this|эт|осы", groups.get("which") or groups.get("which_ru") or ""):
        monday -= timedelta(weeks=1)
    day = monday + timedelta(days=which_of(match["day"], WEEKDAYS))
    return day, day


def days_between_weekdays(match: re.Match[str], published: date) -> Days:
    """From a weekday to a later one, both before the publication."""
    last = _latest(match["to"], published)
    days = (last.weekday() - which_of(match["from"], WEEKDAYS)) % 7 or 7
    return last - timedelta(days=days), last


def last_weekend(match: re.Match[str], published: date) -> Days:
    """The Saturday and Sunday before the publication."""
    sunday = published - timedelta(days=(published.weekday() + 1) % 7)
    return sunday - timedelta(days=1), sunday


def last_stretch(match: re.Match[str], published: date) -> Days:
    """So many days or weeks up to the publication; days are told with the last of them."""
    if re.match(r"сут|таулик", match["unit"]) and not match["n"]:  # the day of the duty log
        return published - timedelta(days=1), published - timedelta(days=1)
    number = number_of(match["n"]) if match["n"] else 1
    if re.match(r"day|дн|кун|сут|таулик", match["unit"]):
        if match["n"] is None:
            return None
        return published - timedelta(days=number - 1), published
    unit = 7 if re.match(r"week|недел|апта", match["unit"]) else 30
    return published - timedelta(days=number * unit), published


def two_days(match: re.Match[str], published: date) -> Days:
    """The first and the last day in one month."""
    month = which_of(match["m"], MONTHS) + 1
    year = int(match["y"]) if match["y"] else published.year
    around = published if year == published.year else date(year, 12, 31)
    first, last = (_near(month, day_number(match[d]), around) for d in ("d1", "d2"))
    return (first, last) if first and last and first <= last else None


def days_of_two_months(match: re.Match[str], published: date) -> Days:
    """The first and the last day, each with its month."""
    first = _near(which_of(match["m1"], MONTHS) + 1, day_number(match["d1"]), published)
    last = _near(which_of(match["m2"], MONTHS) + 1, day_number(match["d2"]), published)
    return (first, last) if first and last and first <= last else None


def one_day(match: re.Match[str], published: date) -> Days:
    """A day of a month."""
    day = _near(which_of(match["m"], MONTHS) + 1, day_number(match["d"]), published)
    return (day, day) if day else None


def days_since(match: re.Match[str], published: date) -> Days:
    """From a day or a month to the publication."""
    groups = match.groupdict()
    first = _near(which_of(match["m"], MONTHS) + 1, day_number(groups.get("d") or "1"), published)
    return (first, published) if first and first <= published else None


def weeks_of_month(match: re.Match[str], published: date) -> Days:
    """The first or the last weeks of a month."""
    month = which_of(match["m"], MONTHS) + 1
    first = _near(month, 1, published)
    if first is None:
        return None
    number = number_of(match["n"]) if match["n"] else 1
    unit = 1 if re.match(r"day|дн|кун", match["unit"]) else 7
    if unit == 1 and not match["n"]:
        return None
    if match["which"] and re.match(r"last|последн|сонгы", match["which"]):
        return _last_of_month(first, number * unit, to_sunday=unit == 7)
    return first, first + timedelta(days=unit * number - 1)


def _last_of_month(first: date, days: int, to_sunday: bool) -> tuple[date, date]:
    """The last days of a month; its last weeks end on a Sunday."""
    last = _month_end(first.year, first.month)
    if to_sunday:
        last -= timedelta(days=(last.weekday() + 1) % 7)
    return last - timedelta(days=days - 1), last


def months_of_year(match: re.Match[str], published: date) -> Days:
    """January to a month; without a year the last such stretch that was over."""
    first, last = which_of(match["m1"], MONTHS) + 1, which_of(match["m2"], MONTHS) + 1
    return _stretch(first, last, match["y"] or match.groupdict().get("y0"), published)


def first_months(match: re.Match[str], published: date) -> Days:
    """So many months from January."""
    number = number_of(match["n"])
    if not 2 <= number <= 11:
        return None
    return _stretch(1, number, match["y"] or match.groupdict().get("y0"), published)


def part_of_year(match: re.Match[str], published: date) -> Days:
    """A numbered quarter or half of a year."""
    size = 3 if re.match(r"quarter|квартал|токсан", match["unit"]) else 6
    number = which_of(match["n"], ORDINALS) + 1
    if number * size > 12:
        return None
    year = match["y"] or match.groupdict().get("y0")
    return _stretch(number * size - size + 1, number * size, year, published)


def latest_part(match: re.Match[str], published: date) -> Days:
    """The last half-year or quarter that was over."""
    size = 3 if re.match(r"quarter|квартал", match["unit"] or match["unit_en"]) else 6
    for last in range(12, 0, -size):
        found = _stretch(last - size + 1, last, None, published)
        if found:
            return found
    return None


def days_ago(match: re.Match[str], published: date) -> Days:
    """So many days or weeks before the publication; ``days ago`` without a number is vague."""
    if match["unit"] is None:
        return (published - timedelta(days=2),) * 2
    unit = 7 if re.match(r"week|недел|апта", match["unit"]) else 1
    if match["n"] is None and (unit == 1 or match["unit"] in ("weeks", "недели", "недель")):
        return None
    day = published - timedelta(days=unit * (number_of(match["n"]) if match["n"] else 1))
    return day, day


def numbered_month(match: re.Match[str], published: date) -> Days:
    """``12-айдың 24-күні``, as Kazakh papers in China write."""
    day = _near(int(match["mn"]), day_number(match["d"]), published)
    return (day, day) if day else None


def day_of_this_month(match: re.Match[str], published: date) -> Days:
    """``5-го числа``: of the month of publication, or of the one before if that is still ahead."""
    number = day_number(match["d"])
    day = _day_of_month(published.year, published.month, number)
    if day is None or day > published:
        before = published.replace(day=1) - timedelta(days=1)
        day = _day_of_month(before.year, before.month, number)
    return (day, day) if day else None


def decade_of_month(match: re.Match[str], published: date) -> Days:
    """The first, second or third ten days of a month."""
    number = which_of(match["n"], ORDINALS)
    first = _near(which_of(match["m"], MONTHS) + 1, 10 * number + 1, published)
    if first is None or number > 2:
        return None
    last = _month_end(first.year, first.month) if number == 2 else first + timedelta(days=9)
    return first, last


def year_of_report(match: re.Match[str], published: date) -> Days:
    """``За год``: the year that ends in December or ended before January and February."""
    if published.month == 12:
        year = published.year
    elif published.month <= 2:
        year = published.year - 1
    else:
        return None
    return date(year, 1, 1), date(year, 12, 31)


def since_january(match: re.Match[str], published: date) -> Days:
    """From the first of January to a day, or to the publication."""
    if match.groupdict().get("d") is None:
        return date(published.year, 1, 1), published
    last = _near(which_of(match["m"], MONTHS) + 1, day_number(match["d"]), published)
    return (date(last.year, 1, 1), last) if last else None


def _stretch(first: int, last: int, year: str | None, published: date) -> Days:
    if first > last:
        return None
    if year:
        return date(int(year), first, 1), _month_end(int(year), last)
    for guess in (published.year, published.year - 1):
        end = _month_end(guess, last)
        if timedelta(days=-2) <= published - end <= LATEST_REPORT:
            return date(guess, first, 1), end
    return None


def one_month(match: re.Match[str], published: date) -> Days:
    """A month that was over."""
    month = which_of(match["m"] or match["m2"], MONTHS) + 1
    return _stretch(month, month, match["y"], published)


def last_year(match: re.Match[str], published: date) -> Days:
    """The year before the publication's; in December a stated year may be the one that ends."""
    stated = match.groupdict().get("y") or match.groupdict().get("y2")
    year = int(stated) if stated else published.year - 1
    closing = published.month == 12 and year == published.year
    if year != published.year - 1 and not closing:
        return None
    return date(year, 1, 1), date(year, 12, 31)
