"""The change from one observation to the next, where the two can be compared; else why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sholu.indicators.breaks import crossing
from sholu.indicators.model import Observation, Series
from sholu.vocabulary.model import Vocabulary


@dataclass(frozen=True)
class Change:
    """From one observation of a series to the next.

    Attributes:
        earlier, later: ids of the observations.
        absolute: in the series' unit; ``percent``: of the earlier value. None where it can't be
            said, with the ``reason``.
    """

    earlier: str
    later: str
    absolute: float | None
    percent: float | None
    reason: str


def changes(series: Series, vocabulary: Vocabulary) -> tuple[Change, ...]:
    """The change to each observation from the one before it.

    None is computed over a break of definition, over a gap in time, from one source to another (a
    new feed would look like a wave), from or to a range or a value
    that is no exact number, or without a value; a percentage also not of zero or of a percentage
    (the difference of two shares is in percentage points).
    """
    return tuple(_change(one, two, vocabulary) for one, two in pairwise(series.observations))


def _change(earlier: Observation, later: Observation, vocabulary: Vocabulary) -> Change:
    reason = why_not_comparable(earlier, later, vocabulary)
    if reason:
        return Change(earlier.id, later.id, None, None, reason)
    assert earlier.value is not None and later.value is not None
    absolute = float(f"{later.value - earlier.value:.12g}")
    if earlier.value == 0:
        return Change(earlier.id, later.id, absolute, None, "no percentage of zero")
    if later.unit == "%":
        return Change(earlier.id, later.id, absolute, None, "percentage points")
    return Change(earlier.id, later.id, absolute, 100 * absolute / earlier.value, "")


def why_not_comparable(earlier: Observation, later: Observation, vocabulary: Vocabulary) -> str:
    """Why two observations of a series can't be compared; empty if they can."""
    for one in (earlier, later):
        if one.value is None:
            return f"{one.period}: {one.status.replace('_', ' ')}"
        if one.value_high is not None or one.qualifier != "exact":
            return f"{one.period} is no single exact value"
    broken = crossing(vocabulary, earlier, later)
    if broken:
        return f"break of definition on {broken[0].day}: {broken[0].label.preferred('en')}"
    before, after = earlier.drawn_source, later.drawn_source
    if before and after and before != after:
        return f"another source: {before} for {earlier.period}, {after} for {later.period}"
    day_after = date.fromisoformat(earlier.last_day) + timedelta(days=1)
    if later.accumulation != "stock" and later.first_day != str(day_after):
        return f"nothing between {earlier.period} and {later.period}"
    return ""
