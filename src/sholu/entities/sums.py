"""The sum of what agrees and what differs between two reports, in bits (`pair_weights.tsv`).

The sum is the logarithm to the base 2 of the odds that both tell one event (Fellegi and Sunter
1969). The weights of levels that go together were fitted together.
"""

from __future__ import annotations

from collections.abc import Iterable

from sholu.core.choice import Weights, load_weights
from sholu.core.period import parse_period
from sholu.entities.amounts import Agreement, compare_figures
from sholu.entities.contradictions import find_contradiction
from sholu.entities.days import is_own_span
from sholu.entities.levels import level_of_lands, level_of_publication
from sholu.entities.model import EventKey
from sholu.entities.pair_features import Feature, figure_features, setting_features

SAME = 0.5
"""Bits from which two reports tell one event; to ask a person costs less than to join two."""

SAME_LOOSELY = 4.25
"""The same where no name, age, day, amount or row of details is shared: what agrees then is told of
many events."""

POSSIBLE = -3.0
"""Bits from which a person is asked: odds of one to eight."""

REFUSED = -5.0
"""Two groups are not joined if any two of their reports are below."""

MOST_OF_FIGURES = 16.0
"""What all figures together can say: those of one text are not independent of one another."""

PRIOR = "prior"

DAYS_OF_SEASON = 27
"""Days from the first to the last of a month at the least."""


def bits_of_pair(one: EventKey, two: EventKey) -> float | None:
    """The whole sum; None if countries or days of publication exclude one event."""
    setting = bits_of_setting(one, two)
    if setting is None:
        return None
    figures = compare_figures(one, two)
    return setting + bits_of_figures(one, two, figures, find_contradiction(one, two))


def bits_of_setting(one: EventKey, two: EventKey) -> float | None:
    """All but the figures; None if countries or days of publication exclude one event."""
    if level_of_publication(one, two) is None or level_of_lands(one, two) is None:
        return None
    return _weights()[PRIOR] + _sum(setting_features(one, two))


def bits_of_figures(one: EventKey, two: EventKey, figures: Agreement, contradiction: str) -> float:
    """What the figures say: those that agree, and amounts of one thing that differ."""
    return min(_sum(figure_features(one, two, figures, contradiction)), MOST_OF_FIGURES)


def most_bits_of_figures(one: EventKey, two: EventKey) -> float:
    """What figures could say at the most, as a quick look tells."""
    return 0.0 if one.near.isdisjoint(two.near) else MOST_OF_FIGURES


def what_agrees(one: EventKey, two: EventKey) -> list[str]:
    """In which things but the figures two reports agree, in words for people."""
    weights = _weights()
    agreeing = (
        _PEOPLE_SAY.get(name.partition(":")[0], name.partition(":")[0])
        for name, _ in setting_features(one, two)
        if weights.get(name, 0.0) > 0 and not name.endswith(_SILENT)
    )
    return [word for word in dict.fromkeys(agreeing) if word not in _ALWAYS]


_PEOPLE_SAY = {"day": "date"}
_ALWAYS = ("published", "lands")
_SILENT = (":silent", ":none", ":overlaps", ":unknown", ":follows", ":other", ":apart_named")


def _weights() -> Weights:
    return load_weights("sholu.entities", "pair_weights.tsv")


def _sum(features: Iterable[Feature]) -> float:
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in features)


def tells_a_season(key: EventKey) -> bool:
    """Whether it is about whole months: many reports are, and their figures are theirs."""
    if key.date_start is None or key.date_end is None or is_own_span(key.day_told or ""):
        return False
    first, last = parse_period(key.date_start).first_day(), parse_period(key.date_end).last_day()
    return (last - first).days >= DAYS_OF_SEASON
