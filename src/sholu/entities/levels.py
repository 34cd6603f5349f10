"""How far two reports agree in each thing they tell, as levels that `pair_weights.tsv` weighs."""

from __future__ import annotations

from collections.abc import Collection

from sholu.entities.candidates import ACTIVITIES, kind_group
from sholu.entities.days import days_between, is_own_span
from sholu.entities.drugs import groups_of
from sholu.entities.model import EventKey
from sholu.entities.spots import is_large, plain_spot

COURT = "court"

FREQUENT = ACTIVITIES | {"prevention", COURT, None}
"""Kinds of which a town may see several on one day."""

DAYS_APART_NEWS = 31
"""Days between the publications of two reports of one event in other words."""

AT_ONCE, SOON, LATE = 1, 3, 10
DAYS_TO_REPORT, DAYS_MISTAKEN = 3, 5

STATED = "stated"
CUSTODY = "custody"
"""The detail that a court put somebody into custody."""


def level_of_publication(one: EventKey, two: EventKey) -> str | None:
    """None if they came out too far apart to be news of one event."""
    days = days_between(one.published, two.published)
    if days is None:
        return "soon"
    if days > DAYS_APART_NEWS:
        return None
    if days <= SOON:
        return "at_once" if days <= AT_ONCE else "soon"
    return "late" if days <= LATE else "very_late"


def level_of_lands(one: EventKey, two: EventKey) -> str | None:
    """None if neither names a country of the other; one may be silent."""
    if may_share(one.lands, two.lands):
        return "same"
    return "named" if name_one_land(one, two) else None


def name_one_land(one: EventKey, two: EventKey) -> bool:
    """Whether a country of one event stands anywhere in the other's text."""
    return have_common(one.lands, two.lands_named) or have_common(two.lands, one.lands_named)


def level_of_place(one: EventKey, two: EventKey) -> str:
    """By regions, then by towns and districts in them."""
    if not one.areas or not two.areas:
        return "named" if _name_each_other(one, two) else "silent"
    if not have_common(one.regions, two.regions):
        return _level_of_regions_apart(one, two)
    left, right = _spots(one), _spots(two)
    shared = left & right
    if shared:
        return "city" if all(map(is_large, shared)) else "town"
    if _name_each_other(one, two):
        return "named"
    districts = [{s for s in key.spots if s.endswith(" district")} for key in (one, two)]
    return "districts" if all(districts) and districts[0].isdisjoint(districts[1]) else "region"


def _level_of_regions_apart(one: EventKey, two: EventKey) -> str:
    """Whether the region of one stands anywhere in the other, as where a road begins or ends."""
    if _name_each_other(one, two):
        return "apart_named"
    if have_common(one.areas, two.areas):
        return "around"
    if have_common(one.regions, two.named_regions) or have_common(two.regions, one.named_regions):
        return "apart_region_named"
    return "apart_both_named" if have_common(_told_small(one), _told_small(two)) else "apart"


def _told_small(key: EventKey) -> set[str]:
    """The places named in a text but large cities."""
    return {name for name in key.named if not is_large(name)}


def _spots(key: EventKey) -> frozenset[str]:
    """A town and the district around it bear one name, and outlets mix them up."""
    return frozenset(map(plain_spot, key.spots))


def _name_each_other(one: EventKey, two: EventKey) -> bool:
    """Whether the town of one stands anywhere in the other."""
    return have_common(_spots(one), set(map(plain_spot, two.named))) or have_common(
        _spots(two), set(map(plain_spot, one.named))
    )


def level_of_day(one: EventKey, two: EventKey) -> str:
    """Of a day told later, whether it is the one on which its report came out."""
    left, right = one.day_told, two.day_told
    if left is None or right is None:
        return _level_of_silence(one, two)
    if left == right:
        return "same_span" if is_own_span(left) else "same"
    days = days_between(left, right)
    return _level_of_days_apart(one, two, days) if days else "overlaps"


def _level_of_days_apart(one: EventKey, two: EventKey, days: int) -> str:
    later = max(one, two, key=lambda key: key.day_told or "")
    earlier = one if later is two else two
    if _follows(later, earlier):
        return "follows"
    if one.date_basis == two.date_basis == STATED:
        return "stated_next" if days == 1 else "stated_apart"
    if days == 1:
        return "next"
    if days <= DAYS_TO_REPORT and days_between(later.day_told, later.published) == 0:
        return "reported"
    return "near" if days <= DAYS_MISTAKEN else "far"


def state_two_days(one: EventKey, two: EventKey) -> bool:
    """Whether each states a day of its own, more than one apart: no night, and no relative day."""
    return level_of_day(one, two) == "stated_apart"


def _level_of_silence(one: EventKey, two: EventKey) -> str:
    """Whether what tells no day came out before the day that the other tells, or on it."""
    silent, telling = (one, two) if one.day_told is None else (two, one)
    if silent.published is None or telling.day_told is None:
        return "silent"
    day = telling.day_told.partition("/")[0]
    if day > silent.published and days_between(day, silent.published):
        return "not_yet"
    return "silent_that_day" if day == silent.published else "silent"


def _follows(later: EventKey, earlier: EventKey) -> bool:
    """Whether the later day is that of a court's order, told days after the act."""
    return CUSTODY in later.details and (later.published or "") > (earlier.published or "")


def level_of_kind(one: EventKey, two: EventKey) -> str:
    """Whether both are of one kind, and whether of a rare one."""
    if one.kind == two.kind and one.kind is not None:
        return "same" if one.kind in FREQUENT else "rare"
    if one.kind is None or two.kind is None:
        return "unknown"
    if kind_group(one.kind) == kind_group(two.kind):
        return "group"
    if COURT not in (one.kind, two.kind):
        return "other"
    return "custody" if CUSTODY in (one if one.kind == COURT else two).details else "court"


def level_of_drugs(one: EventKey, two: EventKey) -> str:
    """By substances that name one drug."""
    left, right = one.drugs, two.drugs
    if not left or not right:
        return "silent"
    if left == right:
        return "same"
    if not left.isdisjoint(right):
        return "some"
    return "group" if have_common(groups_of(left), groups_of(right)) else "other"


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
