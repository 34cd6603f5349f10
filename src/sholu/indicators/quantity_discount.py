"""The tree of dealers behind quantity discounts, and what its exponent says (Caulkins and Padman).

A dealer buys Q grams, parts them into φ portions of Q/φ and sells each for δ/φ of what the whole
cost. If every level does so, the price of a sale of Q grams is P(Q) = α Q^β with
β = 1 − ln δ / ln φ (Caulkins and Padman 1993, "Quantity discounts and quality premia for illicit
drugs", Journal of the American Statistical Association 88: 748-757). β = 1 is no discount; the
smaller it is, the dearer small sales are by the gram.
"""

from __future__ import annotations

from math import log

from sholu.indicators.prices_model import PriceError


def exponent_of_markup(times: float, parting: float) -> float:
    """The discount exponent β of a mark-up: a gram is ``times`` dearer after parting.

    Args:
        times: δ, price of a gram in a portion by that of a gram in the whole, above zero.
        parting: φ, into how many portions the whole is parted, above one.

    Raises:
        PriceError: if there is no such parting.

    Example:
        >>> exponent_of_markup(2.0, 4.0)
        0.5
    """
    if times <= 0 or parting <= 1:
        raise PriceError(f"Nothing is parted into {parting:g} at {times:g} times the price.")
    return 1 - log(times) / log(parting)


def markup_of_exponent(exponent: float, parting: float) -> float:
    """The mark-up δ = φ^(1−β) of a level that parts what it buys into φ portions.

    Example:
        >>> markup_of_exponent(0.5, 4.0)
        2.0
    """
    if parting <= 1:
        raise PriceError(f"Nothing is parted into {parting:g}.")
    return float(parting ** (1 - exponent))
