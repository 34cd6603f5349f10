"""How far two reports agree in each thing they tell, as levels that `weights.yaml` has bits for."""

from __future__ import annotations

from collections.abc import Collection

from sholu.entities.candidates import ACTIVITIES, kind_group
from sholu.entities.days import days_between
from sholu.entities.model import EventKey

COURT = "court"

FREQUENT = ACTIVITIES | {"prevention", COURT, None}
"""Kinds of which a town may see several on one day."""

DAYS_APART_NEWS = 10
"""Days between the publications of two reports of one event in other words."""

AT_ONCE, SOON = 1, 3
DAYS_TO_REPORT, DAYS_MISTAKEN = 3, 5


def level_of_publication(one: EventKey, two: EventKey) -> str | None:
    """None if they came out too far apart to be news of one event."""
    days = days_between(one.published, two.published)
    if days is None:
        return "soon"
    if days > DAYS_APART_NEWS:
        return None
    return "at_once" if days <= AT_ONCE else "soon" if days <= SOON else "late"


def level_of_place(one: EventKey, two: EventKey) -> str:
    """By regions, then by towns and districts in them."""
    if not one.areas or not two.areas:
        return "silent"
    if not have_common(one.regions, two.regions):
        return "around" if have_common(one.areas, two.areas) else "apart"
    if have_common(one.spots, two.spots):
        return "town"
    left, right = _districts(one), _districts(two)
    return "districts" if left and right and left.isdisjoint(right) else "region"


def _districts(key: EventKey) -> frozenset[str]:
    return frozenset(place for place in key.spots if place.endswith(" district"))


def level_of_day(one: EventKey, two: EventKey) -> str:
    """Of a day told later, whether it is the one on which its report came out."""
    left, right = one.day_told, two.day_told
    if left is None or right is None:
        return "silent"
    if left == right:
        return "same"
    days = days_between(left, right)
    if days is None or days == 0:
        return "overlaps"
    if days == 1:
        return "next"
    later = max(one, two, key=lambda key: key.day_told or "")
    if days <= DAYS_TO_REPORT and days_between(later.day_told, later.published) == 0:
        return "reported"
    return "near" if days <= DAYS_MISTAKEN else "far"


def level_of_kind(one: EventKey, two: EventKey) -> str:
    """Whether both are of one kind, and whether of a rare one."""
    if one.kind == two.kind and one.kind is not None:
        return "same" if one.kind in FREQUENT else "rare"
    if one.kind is None or two.kind is None:
        return "unknown"
    if kind_group(one.kind) == kind_group(two.kind):
        return "group"
    return "court" if COURT in (one.kind, two.kind) else "other"


def level_of_drugs(one: EventKey, two: EventKey) -> str:
    """By substances that name one drug."""
    left, right = one.drugs, two.drugs
    if not left or not right:
        return "silent"
    if left == right:
        return "same"
    return "other" if left.isdisjoint(right) else "some"


def level_of(left: Collection[str | int], right: Collection[str | int]) -> str:
    """Of agencies or ages: whether one is named by both."""
    if not left or not right:
        return "silent"
    return "same" if have_common(left, right) else "other"


def have_common(one: Collection[str | int], two: Collection[str | int]) -> bool:
    """Whether two reports name one thing alike."""
    return not set(one).isdisjoint(two)


def may_share(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two reports may mean the same: one is silent, or they name one thing alike."""
    return one == two or not one or not two or have_common(one, two)
