"""Checks of weights: below nothing, far off, taken for lengths."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.core.finding import Finding, make_finding
from sholu.network.model import TieTable
from sholu.network.wording import counted, some

OUTLIER = 10.0
"""A weight is far off if it is this many times the next (possible, not certain)."""


def signs_of_weights(table: TieTable) -> Iterable[Finding]:
    """Weights below nothing, and of nothing."""
    negative = [f"{t.source} – {t.target}: {t.weight:g}" for t in table.ties if t.weight < 0]
    if negative:
        yield make_finding(
            "negative_weight",
            table.origin,
            f"{counted(len(negative), 'weight is', 'weights are')} below zero ({some(negative)}). "
            "A tie is strong or long, never less than nothing; no measure is computed.",
            method="weights read",
            gravity="high",
        )
    zero = [f"{t.source} – {t.target}" for t in table.ties if t.weight == 0]
    if zero:
        yield make_finding(
            "zero_weight",
            table.origin,
            f"{counted(len(zero), 'tie has', 'ties have')} the weight 0 ({some(zero)}): no tie, or "
            "not known? They are left out.",
            method="weights read",
        )


def far_off_weights(table: TieTable) -> Iterable[Finding]:
    """A weight many times the next."""
    ordered = sorted(table.ties, key=lambda tie: -tie.weight)
    if len(ordered) < 10 or ordered[1].weight <= 0:
        return
    top, second = ordered[0], ordered[1]
    if top.weight > OUTLIER * second.weight:
        yield make_finding(
            "weight_far_off",
            table.origin,
            f"The tie {top.source} – {top.target} has the weight {top.weight:g}, more than ten "
            f"times the next ({second.weight:g}): a slip of the pen?",
            method="largest weights compared",
            certainty="possible",
        )


def weights_as_lengths(table: TieTable) -> Iterable[Finding]:
    """Weights that programs take for lengths."""
    weights = [tie.weight for tie in table.ties if tie.source != tie.target]
    if not table.weighted or len(set(weights)) < 2 or min(weights) <= 0:
        return
    whole = all(weight == int(weight) for weight in weights)
    words = (
        "whole numbers, as counts of messages or meetings are: the larger, the stronger the tie"
        if whole
        else "no whole numbers; the file does not say whether more is closer or further"
    )
    yield make_finding(
        "meaning_of_weights",
        table.origin,
        f"Weights run from {min(weights):g} to {max(weights):g} and are {words}. Programs that "
        "take "
        "weights for lengths (igraph and networkx do) then lead shortest paths around the "
        "strongest "
        "ties. Say --weight-is strength or length; without it weights are ignored.",
        method="weights read",
        certainty="possible",
        gravity="medium" if whole else "high",
    )
