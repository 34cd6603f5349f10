"""The price of a pure gram: the price of a gram set against the purity of the same market."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sholu.indicators.model import Observation, scope_parts
from sholu.indicators.prices_model import TYPICAL, Price

PURITY: Mapping[str, str] = {"purity_retail": "retail", "purity_wholesale": "wholesale"}
"""Indicators of purity and the level of the market that each was measured at."""

Market = tuple[str, str | None, str, str, str]


@dataclass(frozen=True)
class PureGram:
    """The price of a pure gram.

    Attributes:
        value: in the currency of the price; ``low`` and ``high``: over the range of purity, where
            it has one; all None where ``reason`` says why there is no price.
        purity: percentage that it was divided by.
    """

    value: float | None
    low: float | None
    high: float | None
    purity: float | None
    reason: str
    claims: tuple[str, ...] = ()


def purities(observations: Iterable[Observation]) -> dict[Market, dict[str, Observation]]:
    """Purity by level, drug, place and days, with its statistics."""
    found: dict[Market, dict[str, Observation]] = {}
    for one in observations:
        if one.indicator in PURITY and one.value:
            key = (PURITY[one.indicator], one.substance, one.place, one.first_day, one.last_day)
            statistic = scope_parts(one.scope).get("statistic", "value")
            found.setdefault(key, {})[statistic] = one
    return found


def pure_gram(price: Price, known: Mapping[Market, Mapping[str, Observation]]) -> PureGram:
    """The price of a pure gram by the purity of the same level, drug, place and days.

    The purity is that of all examined, so that it is the purity that a buyer could expect, not
    that of the gram sold (expected purity: Caulkins 1994, Developing Price Series for Cocaine,
    RAND MR-317). Nothing is borrowed from another month or level.
    """
    key = (price.level, price.substance, price.place, price.first_day, price.last_day)
    measured = known.get(key)
    if not measured:
        return PureGram(None, None, None, None, "purity was not measured there and then")
    typical = price.typical()
    if typical is None:
        return PureGram(None, None, None, None, "no figure of the price may be used")
    chosen = next((measured[name] for name in TYPICAL if name in measured), None)
    if chosen is None or chosen.value is None:
        return PureGram(None, None, None, None, "purity has no middle value")
    low, high = _range(measured, chosen)
    value = typical[1]
    return PureGram(
        value=value / (chosen.value / 100),
        low=None if high is None else value / (high / 100),
        high=None if low is None else value / (low / 100),
        purity=chosen.value,
        reason="",
        claims=tuple(one.chosen for one in measured.values() if one.chosen),
    )


def _range(
    measured: Mapping[str, Observation], chosen: Observation
) -> tuple[float | None, float | None]:
    """Least and greatest purity: an interval of the source, or its minimum and maximum."""
    if chosen.low and chosen.high:
        return chosen.low, chosen.high
    if chosen.value_high is not None:
        return chosen.value, chosen.value_high
    low, high = measured.get("minimum"), measured.get("maximum")
    return (low.value if low else None), (high.value if high else None)
