"""Points for what two reports say besides figures: place, day, publication, kind and drugs."""

from __future__ import annotations

from functools import lru_cache

from sholu.core.period import parse_period
from sholu.entities.amounts import Agreement
from sholu.entities.candidates import ACTIVITIES, WINDOW, days_between, kind_group
from sholu.entities.drugs import particular
from sholu.entities.model import EventKey

FREQUENT = ACTIVITIES | {"prevention", "court", None}
"""Kinds of which a town may see several on one day: only figures tell them apart."""

DAYS_APART_NEWS = 10
"""Days between the publications of two reports of one event in other words."""

DAYS_TO_TELL = 45
"""Days before its publication further than which a report's day is no news: the day of the crime
that a court decides on, or one of years ago."""

DAYS_MISTAKEN = 5
"""Days by which one of two reports may be off: it gives the day on which police told, or the second
day of searches."""

ALL_BUT_SURE = 1.5
"""Weight of equal amounts (two, of which one has three digits) that outweighs a day mistaken."""

DAYS_OF_SEASON = 27
"""Days from the first to the last of a month at the least."""

A_DRUG_MORE = 0.5
"""Weight of each further drug that both name: three are seldom found together."""

SURE = 2.5
"""Weight of equal amounts beside which a day does not count."""


def points_of_setting(one: EventKey, two: EventKey, figures: Agreement) -> float | None:
    """What all but the figures says; None if day, place or publication exclude one event."""
    place = _points_of_place(one, two, figures)
    day = _points_of_date(one, two, figures)
    publication = points_of_publication(one, two)
    if place is None or day is None or publication is None:
        return None
    told = _points_of_kind(one, two) + _points_of_substances(one, two)
    return place + day + publication + told + 0.5 * have_common(one.agencies, two.agencies)


def day_told(key: EventKey) -> str | None:
    """The day or days of the event; None if not told, or so long ago that it is another event's."""
    if key.date_start is None:
        return None
    return _news_of(key.date_start, key.date_end, key.published)


# Ten thousand events have some hundred days, and each is compared many times.
@lru_cache(maxsize=4096)
def _news_of(start: str, end: str | None, published: str | None) -> str | None:
    told = start if end is None or end == start else f"{start}/{end}"
    ago = days_between(told, published)
    return None if ago is not None and ago > DAYS_TO_TELL else told


def tells_a_season(key: EventKey) -> bool:
    """Whether it is about a month or more: many reports are, and their figures are theirs."""
    if key.date_start is None or key.date_end is None:
        return False
    first, last = parse_period(key.date_start).first_day(), parse_period(key.date_end).last_day()
    return (last - first).days >= DAYS_OF_SEASON


def _points_of_date(one: EventKey, two: EventKey, figures: Agreement) -> float | None:
    """None if the days exclude each other; one day may be lost at midnight."""
    left, right = day_told(one), day_told(two)
    if left is None or right is None:
        return 0.0
    if left == right:
        return 2.0
    days = days_between(left, right)
    if days is None or days == 0:
        return 1.0
    if days == 1:
        return -0.5
    drugs = len(particular(one.substances) & particular(two.substances))
    weight = figures.weight + A_DRUG_MORE * (drugs - 1) * (figures.weight > 0)
    if figures.weight >= SURE or (weight >= ALL_BUT_SURE and days <= DAYS_MISTAKEN):
        return -1.0
    return None


def _points_of_place(one: EventKey, two: EventKey, figures: Agreement) -> float | None:
    """None if both name regions and share none, unless day and amounts speak for one event."""
    if not may_share(one.regions, two.regions):
        same_day = day_told(one) is not None and day_told(one) == day_told(two)
        return -0.5 if same_day and figures.weight >= 1.0 else None
    if not one.regions or not two.regions:
        return 0.5
    return 1.5 + 1.0 * have_common(one.places, two.places)


def points_of_publication(one: EventKey, two: EventKey) -> float | None:
    """None if they came out too far apart to be news of one event."""
    days = days_between(one.published, two.published)
    if days is None:
        return 0.0
    if days > DAYS_APART_NEWS:
        return None
    undated = day_told(one) is None or day_told(two) is None
    if undated and days > WINDOW:
        return None
    return 0.5 if days <= 2 else 0.0


def _points_of_kind(one: EventKey, two: EventKey) -> float:
    if one.kind == two.kind:
        return 1.0 if one.kind in FREQUENT else 1.5
    if one.kind is None or two.kind is None:
        return 0.0
    return 0.5 if kind_group(one.kind) == kind_group(two.kind) else -3.0


def _points_of_substances(one: EventKey, two: EventKey) -> float:
    left, right = particular(one.substances), particular(two.substances)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    return 0.5 if left & right else -3.0


def may_share(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two reports may mean the same: one is silent, or they name one thing alike."""
    return one == two or not one or not two or have_common(one, two)


def have_common(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two reports name one thing alike."""
    return not set(one).isdisjoint(two)
