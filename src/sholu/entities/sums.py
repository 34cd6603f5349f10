"""The sum of what agrees and what differs between two reports, in bits (`weights.yaml`)."""

from __future__ import annotations

from sholu.core.period import parse_period
from sholu.entities.amounts import ROUNDED_AMOUNT, Agreement, compare_figures
from sholu.entities.contradictions import find_contradiction
from sholu.entities.details import is_frequent
from sholu.entities.levels import (
    level_of,
    level_of_day,
    level_of_drugs,
    level_of_kind,
    level_of_place,
    level_of_publication,
)
from sholu.entities.model import EventKey
from sholu.entities.weights import Weights, load_weights

DAYS_OF_SEASON = 27
"""Days from the first to the last of a month at the least."""

OUTWEIGHS = 2.0
"""Weight of two long amounts, beside which one that differs is a misprint or a misreading."""


def bits_of_pair(one: EventKey, two: EventKey) -> float | None:
    """The whole sum; None if the days of publication exclude one event."""
    setting = bits_of_setting(one, two)
    if setting is None:
        return None
    figures = compare_figures(one, two)
    contradiction = find_contradiction(one, two)
    agreement = bits_of_agreement(one, two, figures)
    return setting + agreement + bits_of_contradiction(contradiction, figures)


def bits_of_setting(one: EventKey, two: EventKey) -> float | None:
    """All but the figures; None if the days of publication exclude one event."""
    publication = level_of_publication(one, two)
    if publication is None:
        return None
    weights = load_weights()
    return (
        weights.prior
        + weights.published[publication]
        + weights.place[level_of_place(one, two)]
        + weights.day[level_of_day(one, two)]
        + weights.kind[level_of_kind(one, two)]
        + weights.drugs[level_of_drugs(one, two)]
        + weights.agencies[level_of(one.agencies, two.agencies)]
        + weights.ages[level_of(one.ages, two.ages)]
        + _bits_of_details(one, two, weights)
        + _bits_of_names(one, two, weights)
    )


def what_agrees(one: EventKey, two: EventKey) -> list[str]:
    """In which things but the figures two reports agree, in words for people."""
    weights = load_weights()
    levels = {
        "place": (weights.place, level_of_place(one, two)),
        "date": (weights.day, level_of_day(one, two)),
        "kind": (weights.kind, level_of_kind(one, two)),
        "drugs": (weights.drugs, level_of_drugs(one, two)),
        "agencies": (weights.agencies, level_of(one.agencies, two.agencies)),
        "ages": (weights.ages, level_of(one.ages, two.ages)),
    }
    agreeing = [
        name
        for name, (bits, level) in levels.items()
        if level not in ("silent", "overlaps") and bits[level] > 0
    ]
    agreeing += ["details"] * (_bits_of_details(one, two, weights) > 0)
    return agreeing + ["names"] * (_bits_of_names(one, two, weights) > 0)


def _bits_of_details(one: EventKey, two: EventKey, weights: Weights) -> float:
    if not one.told or not two.told:
        return 0.0
    shared = one.told & two.told
    if not shared:
        return weights.details["none"]
    frequent = sum(map(is_frequent, shared))
    bits = frequent * weights.details["often"]
    bits += (len(shared) - frequent) * weights.details["seldom"]
    bits += weights.details["all"] * len(shared) / min(len(one.told), len(two.told))
    return min(bits, weights.details["most"])


def _bits_of_names(one: EventKey, two: EventKey, weights: Weights) -> float:
    shared = 0 if not one.names or not two.names else len({*one.names} & {*two.names})
    return 0.0 if shared == 0 else weights.names["one" if shared == 1 else "more"]


def most_bits_of_figures(one: EventKey, two: EventKey) -> float:
    """What figures could say at the most, as a quick look tells."""
    weights = load_weights().figures
    if one.near.isdisjoint(two.near):
        return 0.0
    if not one.by_measure.keys().isdisjoint(two.by_measure.keys()):
        return weights["most"]
    return weights["point"] * ROUNDED_AMOUNT * min(one.roundable, two.roundable)


def bits_of_agreement(one: EventKey, two: EventKey, figures: Agreement) -> float:
    """What the figures that agree say; against one event, that no amount does."""
    weights = load_weights().figures
    if figures.shared == 0 and one.has_amount and two.has_amount:
        return weights["none"]
    return min(figures.strength * weights["point"], weights["most"])


def bits_of_contradiction(contradiction: str, figures: Agreement) -> float:
    """What amounts of one thing that differ say against the figures that agree."""
    if not contradiction:
        return 0.0
    return load_weights().figures["misprint" if is_misprint(figures) else "contradict"]


def is_misprint(figures: Agreement) -> bool:
    """Whether so much agrees that an amount which differs is one outlet's mistake."""
    return figures.weight >= OUTWEIGHS


def tells_a_season(key: EventKey) -> bool:
    """Whether it is about a month or more: many reports are, and their figures are theirs."""
    if key.date_start is None or key.date_end is None:
        return False
    first, last = parse_period(key.date_start).first_day(), parse_period(key.date_end).last_day()
    return (last - first).days >= DAYS_OF_SEASON
