"""The nouns of a hedonic regression of prices: what is asked, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.indicators.prices_model import PriceError
from sholu.indicators.regression import Check

GROUPINGS: tuple[str, ...] = ("place", "year", "quarter", "month")
"""What sales may be told apart by; each group has a level of price of its own."""

VARIANTS: tuple[str, ...] = ("weight", "measured purity", "expected purity")
"""The three regressions: price on weight alone; on weight and the purity measured; on the weight of
pure drug that a buyer could expect."""


class HedonicError(PriceError):
    """Sales that no regression can be made of."""


@dataclass(frozen=True)
class HedonicQuestion:
    """What is asked of the sales of one drug.

    Attributes:
        by: of `GROUPINGS`; ``quantity_g``: the weight that the standard price is for;
        purity: percentage that it is for; None for the median of those measured.
    """

    substance: str
    by: tuple[str, ...] = ()
    quantity_g: float = 1.0
    purity: float | None = None

    def __post_init__(self) -> None:
        if not 0 < self.quantity_g < float("inf"):
            raise HedonicError(f"A standard price for {self.quantity_g:g} g says nothing.")
        if self.purity is not None and not 0 < self.purity <= 100:
            raise HedonicError(f"{self.purity:g} is no percentage of purity.")


@dataclass(frozen=True)
class Interval:
    """An estimate with its interval of 95 %."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class StandardPrice:
    """The price of a gram at the standard weight and purity, in one group.

    Attributes:
        group: values of the question's ``by``; empty for all together.
        rows: sales behind it; ``price``: None where ``reason`` says why it can't be said.
    """

    group: tuple[str, ...]
    rows: int
    price: Interval | None
    reason: str = ""


@dataclass(frozen=True)
class HedonicFit:
    """One regression.

    Attributes:
        variant: one of `VARIANTS`; ``formula``: as fitted.
        exponent: β of the weight: 1 is no discount; None where ``reason`` says why not.
        purity_exponent: of the purity: 1 says that twice the purity costs twice as much.
        times_of_ten: how many times dearer a gram is in a sale ten times smaller: 10^(1−β).
        errors: how intervals are made.
    """

    variant: str
    formula: str
    rows: int
    exponent: Interval | None
    purity_exponent: Interval | None
    times_of_ten: Interval | None
    r_squared: float | None
    errors: str
    standard: tuple[StandardPrice, ...]
    checks: tuple[Check, ...]
    reason: str = ""


@dataclass(frozen=True)
class HedonicAnswer:
    """What the sales of a drug say, with what was left out.

    Attributes:
        left_out: reason to number of rows.
        reason: why nothing can be said; empty if it can.
    """

    question: HedonicQuestion
    currency: str
    rows: int
    with_purity: int
    purity: float | None
    left_out: dict[str, int]
    fits: tuple[HedonicFit, ...]
    sources: tuple[str, ...]
    reason: str = ""
