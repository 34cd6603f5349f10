"""What in a price cannot be right: a minimum above the median, one cell printed twice."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.indicators.prices_model import ENDS, TYPICAL, Doubt


def doubts_of(per_g: Mapping[str, float]) -> tuple[Doubt, ...]:
    """What the statistics of one price say against each other.

    A minimum lies below every middle value and a maximum above: that needs no assumption. Where
    both ends are the same though a middle value differs, one cell repeats the other; which one
    cannot be told, so that neither is used.

    Args:
        per_g: statistic to price, all in one unit.
    """
    found = [Doubt((name,), f"the {name} is not above zero") for name, v in per_g.items() if v <= 0]
    gone = {name for doubt in found for name in doubt.statistics}
    sound = {name: value for name, value in per_g.items() if name not in gone}
    middle = {name: value for name, value in sound.items() if name not in ENDS}
    if middle:
        found += _copied(sound, middle) or [*_too_high(sound, middle), *_too_low(sound, middle)]
    return tuple(found)


def _copied(per_g: Mapping[str, float], middle: Mapping[str, float]) -> list[Doubt]:
    low, high = per_g.get("minimum"), per_g.get("maximum")
    if low is None or low != high or all(value == low for value in middle.values()):
        return []
    name = next((one for one in TYPICAL if one in middle), next(iter(middle)))
    reason = (
        f"minimum and maximum are the same ({low:,.15g}), though the {name} is {middle[name]:,.15g}"
    )
    return [Doubt(ENDS, reason, _a_zero_less(low, min(middle.values()), "minimum"))]


def _too_high(per_g: Mapping[str, float], middle: Mapping[str, float]) -> list[Doubt]:
    low = per_g.get("minimum")
    name = min(middle, key=lambda one: middle[one])
    if low is None or low <= middle[name]:
        return []
    reason = f"the minimum ({low:,.15g}) lies above the {name} ({middle[name]:,.15g})"
    return [Doubt(("minimum",), reason, _a_zero_less(low, middle[name], "minimum"))]


def _too_low(per_g: Mapping[str, float], middle: Mapping[str, float]) -> list[Doubt]:
    high = per_g.get("maximum")
    name = max(middle, key=lambda one: middle[one])
    if high is None or high >= middle[name]:
        return []
    reason = f"the maximum ({high:,.15g}) lies below the {name} ({middle[name]:,.15g})"
    likely = f"a maximum of {high * 10:,.15g}, a zero short" if high * 10 >= middle[name] else ""
    return [Doubt(("maximum",), reason, likely)]


def _a_zero_less(low: float, ceiling: float, name: str) -> str:
    """A digit too many is the commonest slip that a table does not show."""
    return f"a {name} of {low / 10:,.15g}, a zero too many" if low / 10 <= ceiling else ""
