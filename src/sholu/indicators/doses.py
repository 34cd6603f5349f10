"""What a customary portion costs, and what a gram costs by what was paid for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.indicators.markup import claims_of
from sholu.indicators.prices_model import Price, PriceError
from sholu.vocabulary.model import Portion


@dataclass(frozen=True)
class DoseCost:
    """The cost of a portion where a gram has a price.

    Attributes:
        low, high: at the price that stands for the market (``statistic``), over the range of what
            the portion weighs.
        lowest, highest: over the range of prices too; None where the range may not be used.
    """

    portion: Portion
    place: str
    substance: str | None
    period: str
    currency: str
    statistic: str
    low: float
    high: float
    lowest: float | None
    highest: float | None
    notes: tuple[str, ...]
    claims: tuple[str, ...]


def dose_costs(portions: Iterable[Portion], prices: Iterable[Price]) -> tuple[DoseCost, ...]:
    """What each portion of a drug costs at the retail prices there are."""
    priced = [(one, typical) for one in prices if (typical := one.typical())]
    return tuple(
        DoseCost(
            portion=portion,
            place=price.place,
            substance=price.substance,
            period=price.period,
            currency=price.currency,
            statistic=statistic,
            low=value * portion.low_g,
            high=value * portion.high_g,
            lowest=None if price.low is None else price.low * portion.low_g,
            highest=None if price.high is None else price.high * portion.high_g,
            notes=tuple(doubt.reason for doubt in price.doubts),
            claims=claims_of(price),
        )
        for portion in portions
        for price, (statistic, value) in priced
        if price.level == "retail"
        and (not portion.substances or price.substance in portion.substances)
    )


def gram_by_portion(portion: Portion, paid_low: float, paid_high: float) -> tuple[float, float]:
    """The price of a gram by what was paid for a portion: least and greatest.

    Raises:
        PriceError: if the payment is no range above zero.

    Example:
        >>> from sholu.vocabulary import Names, Wording
        >>> source = Wording("invented", "вымысел", "ойдан")
        >>> puck = Portion("puck", Names(en=("puck",)), ("hashish",), 4.0, 5.0, source)
        >>> gram_by_portion(puck, 200.0, 300.0)
        (40.0, 75.0)
    """
    if not 0 < paid_low <= paid_high:
        raise PriceError(
            f"{paid_low:g} to {paid_high:g} is no payment.", "Write 3000 or 3000-4000."
        )
    return paid_low / portion.high_g, paid_high / portion.low_g
