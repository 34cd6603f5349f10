"""The expected-purity variant: a buyer pays for the purity that could be expected, not for what a
laboratory finds later (Caulkins 1994, Developing Price Series for Cocaine, RAND MR-317)."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from sholu.indicators.hedonic_model import (
    HedonicFit,
    HedonicQuestion,
    Interval,
    StandardPrice,
)
from sholu.indicators.hedonic_rows import Sales
from sholu.indicators.regression import LEAST_ROWS, Check

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS = 999
SEED = 19930901
"""Fixed, so that the same sales give the same interval."""

VARIANT = "expected purity"


@dataclass(frozen=True)
class _Slopes:
    """β on weight, g of purity on weight, and the level of price and purity of each group."""

    weight: float
    purity: float
    exponent: float
    standard: NDArray[np.float64]


def expected_purity_fit(
    sales: Sales, question: HedonicQuestion, purity: float | None
) -> HedonicFit:
    """ln P = a_group + β* ln(Q·E), where ln E = p_group + g ln Q is fitted to the sales measured.

    Within groups ln(Q·E) is (1+g) ln Q, so that β* = β/(1+g): where purity does not go with
    weight, the exponent is the same, and only the price of a pure gram is new. Intervals are
    percentiles of a bootstrap of sales within groups, as the purity is an estimate too.

    Returns:
        standard prices are those of a gram of pure drug in a sale that holds as much of it as
        the standard weight at the standard purity.
    """
    import numpy as np

    formula = "ln price ~ ln(weight × expected purity)"
    formula += f" | {' × '.join(question.by)}" if question.by else ""
    known = ~np.isnan(sales.log_purity)
    measured = np.bincount(sales.group[known], minlength=len(sales.groups)) > 0
    chosen = sales.only(measured[sales.group])
    known = ~np.isnan(chosen.log_purity)
    if known.sum() < LEAST_ROWS or purity is None:
        reason = f"can't say: the purity of {int(known.sum())} sales is known; {LEAST_ROWS} are due"
        return HedonicFit(VARIANT, formula, 0, None, None, None, None, "", (), (), reason)
    pure_g = question.quantity_g * purity / 100
    point = _slopes(chosen, known, pure_g)
    draws = _bootstrap(chosen, known, pure_g)
    exponent = _percentiles(point.exponent, [one.exponent for one in draws])
    per_group = np.array([one.standard for one in draws])
    counts = np.bincount(chosen.group[known], minlength=len(chosen.groups))
    return HedonicFit(
        variant=VARIANT,
        formula=formula,
        rows=len(chosen.log_price),
        exponent=exponent,
        purity_exponent=None,
        times_of_ten=Interval(
            10 ** (1 - exponent.value), 10 ** (1 - exponent.high), 10 ** (1 - exponent.low)
        ),
        r_squared=None,
        errors=f"bootstrap within groups, {DRAWS} draws, percentiles",
        standard=tuple(
            _standard(group, int(count), float(value), per_group[:, number])
            for number, (group, count, value) in enumerate(
                zip(chosen.groups, counts, point.standard, strict=True)
            )
        ),
        checks=(_purity_check(point.purity, [one.purity for one in draws]),),
    )


LEAST_MEASURED = 5
"""Sales measured in a group from which its expected purity may be drawn again and again: of fewer,
a bootstrap gives an interval that is far too narrow."""


def _standard(
    group: tuple[str, ...], count: int, value: float, draws: NDArray[np.float64]
) -> StandardPrice:
    if count < LEAST_MEASURED:
        return StandardPrice(group, count, None, f"can't say: {count} sales measured")
    return StandardPrice(group, count, _percentiles(value, list(draws)))


def _slopes(sales: Sales, known: NDArray[np.bool_], pure_g: float) -> _Slopes:
    import numpy as np

    group, groups = sales.group, len(sales.groups)
    price, weight = (
        _means(sales.log_price, group, groups),
        _means(sales.log_quantity, group, groups),
    )
    beta = _slope(sales.log_price - price[group], sales.log_quantity - weight[group])
    inside = group[known]
    purity = _means(sales.log_purity[known], inside, groups)
    weighed = _means(sales.log_quantity[known], inside, groups)
    g = _slope(
        sales.log_purity[known] - purity[inside], sales.log_quantity[known] - weighed[inside]
    )
    exponent = beta / (1 + g)
    pure = weight + purity + g * (weight - weighed)
    standard = np.exp(price + exponent * (log(pure_g) - pure)) / pure_g
    return _Slopes(beta, g, exponent, standard)


def _means(
    values: NDArray[np.float64], group: NDArray[np.int64], groups: int
) -> NDArray[np.float64]:
    """Mean of each group; nan for a group without values."""
    import numpy as np

    counts = np.bincount(group, minlength=groups)
    sums = np.bincount(group, values, groups)
    means: NDArray[np.float64] = np.full(groups, np.nan)
    np.divide(sums, counts, out=means, where=counts > 0)
    return means


def _slope(y: NDArray[np.float64], x: NDArray[np.float64]) -> float:
    spread = float(x @ x)
    return float(x @ y) / spread if spread > 0 else float("nan")


def _bootstrap(sales: Sales, known: NDArray[np.bool_], pure_g: float) -> list[_Slopes]:
    """Sales drawn again within their group, measured and unmeasured each among themselves."""
    import numpy as np

    random = np.random.default_rng(SEED)
    strata = sales.group * 2 + known
    order = np.argsort(strata, kind="stable")
    starts = np.searchsorted(strata[order], strata)
    sizes = np.bincount(strata)[strata]
    made = []
    for _ in range(DRAWS):
        drawn = order[starts + (random.random(len(order)) * sizes).astype(np.int64)]
        again = Sales(
            currency=sales.currency,
            log_price=sales.log_price[drawn],
            log_quantity=sales.log_quantity[drawn],
            log_purity=sales.log_purity[drawn],
            group=sales.group,
            groups=sales.groups,
            small={},
            left_out={},
            sources=(),
        )
        made.append(_slopes(again, known, pure_g))
    return made


def _percentiles(value: float, draws: list[float]) -> Interval:
    import numpy as np

    low, high = np.nanpercentile(draws, [2.5, 97.5])
    return Interval(value, float(low), float(high))


def _purity_check(slope: float, draws: list[float]) -> Check:
    interval = _percentiles(slope, draws)
    says = (
        f"a sale ten times larger is {10**slope:.2f} times as pure "
        f"({10**interval.low:.2f} to {10**interval.high:.2f})"
    )
    apart = interval.low > 0 or interval.high < 0
    return Check("purity goes with weight", "look" if apart else "passed", says)
