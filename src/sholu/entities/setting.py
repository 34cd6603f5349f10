"""Points for what two reports say besides figures: place, day, publication, kind and drugs."""

from __future__ import annotations

from collections.abc import Collection

from sholu.core.period import parse_period
from sholu.entities.amounts import Agreement
from sholu.entities.candidates import ACTIVITIES, WINDOW, kind_group
from sholu.entities.days import days_between
from sholu.entities.model import EventKey

FREQUENT = ACTIVITIES | {"prevention", "court", None}
"""Kinds of which a town may see several on one day: only figures tell them apart."""

DAYS_APART_NEWS = 10
"""Days between the publications of two reports of one event in other words."""

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


def tells_a_season(key: EventKey) -> bool:
    """Whether it is about a month or more: many reports are, and their figures are theirs."""
    if key.date_start is None or key.date_end is None:
        return False
    first, last = parse_period(key.date_start).first_day(), parse_period(key.date_end).last_day()
    return (last - first).days >= DAYS_OF_SEASON


def _points_of_date(one: EventKey, two: EventKey, figures: Agreement) -> float | None:
    """None if the days exclude each other; one day may be lost at midnight."""
    left, right = one.day_told, two.day_told
    if left is None or right is None:
        return 0.0
    if left == right:
        return 2.0
    days = days_between(left, right)
    if days is None or days == 0:
        return 1.0
    if days == 1:
        return -0.5
    drugs = len(one.drugs & two.drugs)
    weight = figures.weight + A_DRUG_MORE * (drugs - 1) * (figures.weight > 0)
    if figures.weight >= SURE or (weight >= ALL_BUT_SURE and days <= DAYS_MISTAKEN):
        return -1.0
    return None


def _points_of_place(one: EventKey, two: EventKey, figures: Agreement) -> float | None:
    """None if both name regions and share none, unless day and amounts speak for one event."""
    if not may_share(one.areas, two.areas):
        same_day = one.day_told is not None and one.day_told == two.day_told
        return -0.5 if same_day and figures.weight >= 1.0 else None
    if not have_common(one.regions, two.regions):
        return 0.5
    return 1.5 + 1.0 * have_common(one.places, two.places)


def points_of_publication(one: EventKey, two: EventKey) -> float | None:
    """None if they came out too far apart to be news of one event."""
    days = days_between(one.published, two.published)
    if days is None:
        return 0.0
    if days > DAYS_APART_NEWS:
        return None
    undated = one.day_told is None or two.day_told is None
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
    left, right = one.drugs, two.drugs
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    return 0.5 if left & right else -3.0


def may_share(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two reports may mean the same: one is silent, or they name one thing alike."""
    return one == two or not one or not two or have_common(one, two)


def have_common(one: Collection[str | int], two: Collection[str | int]) -> bool:
    """Whether two reports name one thing alike."""
    return not set(one).isdisjoint(two)
