"""The nouns of prices: what a drug costs, where, when, at which level of the market."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sholu.indicators.model import IndicatorError, Observation

LEVELS: Mapping[str, str] = {
    "price_wholesale": "wholesale",
    "price_retail": "retail",
    "price_dose": "portion",
}
"""Indicators of price, and the level of the market that each is about."""

TYPICAL: tuple[str, ...] = ("median", "value", "mean", "trend", "mode")
"""Statistics that may stand for the price, the first there is. The median goes first: a few dear
sales pull a mean up (Caulkins and Reuter 1998, Journal of Drug Issues 28: prices spread widely)."""

ENDS: tuple[str, ...] = ("minimum", "maximum")


class PriceError(IndicatorError):
    """A question about prices that the figures cannot answer."""


@dataclass(frozen=True)
class Transaction:
    """One sale or offer: what was paid for how much.

    Attributes:
        date: ISO, partial allowed; ``place``: ISO code; ``substance``: code.
        price: paid in all, in ``currency``; ``quantity_g``: grams as weighed, not of pure drug.
        purity: percentage of the pure drug, 0 to 100; None where no laboratory measured it.
        origin: how it is known (test purchase, advert, interview), as the mapping names it.
        row: number of its row in the table, the heading's row included.
    """

    id: str
    table: str
    document: str
    row: int
    date: str | None
    place: str | None
    substance: str | None
    price: float | None
    currency: str | None
    quantity_g: float | None
    purity: float | None
    origin: str | None
    marking: str


@dataclass(frozen=True)
class Doubt:
    """Why a statistic of a price cannot be right, or is not used.

    Attributes:
        statistics: those that are not used.
        reason: a sentence; ``likely``: what it may have been; empty where nothing speaks for one.
    """

    statistics: tuple[str, ...]
    reason: str
    likely: str = ""


@dataclass(frozen=True)
class Price:
    """The price of a gram: one drug, place, period and level, from one table or sentence.

    Attributes:
        level: one of `LEVELS`; ``currency``: ISO 4217, as printed.
        scope: what else narrows it, without the statistic.
        printed_per: what the source gives the price of: ``kg``, ``g``, a portion.
        per_g: statistic to price of a gram; what is doubted is among them.
        low, high: ends of the range that may be used; None where the source gives none, or
            a doubt speaks against it.
        doubts: what is not used, and why.
        observations: what it was taken from.
    """

    level: str
    place: str
    substance: str | None
    scope: str
    period: str
    first_day: str
    last_day: str
    frequency: str
    currency: str
    printed_per: str
    per_g: Mapping[str, float]
    low: float | None
    high: float | None
    doubts: tuple[Doubt, ...]
    observations: tuple[Observation, ...]

    def usable(self) -> dict[str, float]:
        """The statistics that no doubt speaks against."""
        doubted = {name for doubt in self.doubts for name in doubt.statistics}
        return {name: value for name, value in self.per_g.items() if name not in doubted}

    def typical(self) -> tuple[str, float] | None:
        """The statistic that stands for the price, and its value; None if none may."""
        usable = self.usable()
        return next(((name, usable[name]) for name in TYPICAL if name in usable), None)
