"""Hedonic regression of drug prices: quantity discount, quality premium, standard price.

ln P = a_group + β ln Q + γ ln(purity) (Caulkins and Padman 1993, Journal of the American
Statistical Association 88: 748-757). P is what a sale of Q grams cost in all.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log
from typing import TYPE_CHECKING, Any

from sholu.indicators.hedonic_checks import checks_of
from sholu.indicators.hedonic_expected import expected_purity_fit
from sholu.indicators.hedonic_model import (
    HedonicAnswer,
    HedonicFit,
    HedonicQuestion,
    Interval,
    StandardPrice,
)
from sholu.indicators.hedonic_rows import LEAST_IN_GROUP, Sales, sales_of
from sholu.indicators.prices_model import Transaction
from sholu.indicators.regression import LEAST_ROWS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_SPREAD = 0.1
"""Standard deviation of ln Q within groups below which weights hardly differ: 0.1 is some 10 %.
There is no slope to be seen then."""


def hedonic(transactions: Iterable[Transaction], question: HedonicQuestion) -> HedonicAnswer:
    """What the sales of a drug say of its discount, its premium and its standard price.

    Three regressions stand side by side, as each answers for other sales: on weight alone (all
    sales), on the purity measured (sales with a laboratory's figure), on the purity that buyers
    could expect (all sales of groups where some were measured).

    Raises:
        HedonicError: if no sale can be used, or they are in several currencies.
    """
    import numpy as np

    sales = sales_of(transactions, question)
    measured = ~np.isnan(sales.log_purity)
    purity = _standard_purity(sales.log_purity[measured], question)
    fits: tuple[HedonicFit, ...] = ()
    reason = too_little(sales)
    if not reason:
        fits = (
            _fit("weight", sales, question, None),
            _fit("measured purity", sales.only(measured), question, purity),
            expected_purity_fit(sales, question, purity),
        )
    return HedonicAnswer(
        question=question,
        currency=sales.currency,
        rows=len(sales.log_price),
        with_purity=int(measured.sum()),
        purity=purity,
        left_out=sales.left_out,
        fits=fits,
        sources=sales.sources,
        reason=reason,
    )


def _standard_purity(log_purity: NDArray[np.float64], question: HedonicQuestion) -> float | None:
    import numpy as np

    if question.purity is not None:
        return question.purity
    return float(100 * np.exp(np.median(log_purity))) if len(log_purity) else None


def too_little(sales: Sales, slopes: int = 1) -> str:
    """Why sales are too few or too alike for a slope; empty if they are not."""
    coefficients = len(sales.groups) + slopes
    due = max(LEAST_ROWS, 2 * coefficients)
    rows = len(sales.log_price)
    if rows < due:
        return f"can't say: {rows} sales for {coefficients} coefficients; {due} are due"
    spread = float(within(sales.log_quantity, sales).std())
    if spread < LEAST_SPREAD:
        return "can't say: the weights hardly differ within groups, so there is no slope to see"
    return ""


def within(values: NDArray[np.float64], sales: Sales) -> NDArray[np.float64]:
    """Values less the mean of their group."""
    import numpy as np

    counts = np.bincount(sales.group, minlength=len(sales.groups))
    means = np.bincount(sales.group, values, len(sales.groups)) / counts
    result: NDArray[np.float64] = values - means[sales.group]
    return result


def _fit(variant: str, sales: Sales, question: HedonicQuestion, purity: float | None) -> HedonicFit:
    """Least squares with a level for each group; HC3 errors and Student's t.

    HC3 keeps its promise in small samples of unequal spread (Long and Ervin 2000, The American
    Statistician 54: 217-224).
    """
    with_purity = variant == "measured purity"
    formula = "ln price ~ ln weight" + (" + ln purity" if with_purity else "")
    formula += f" | {' × '.join(question.by)}" if question.by else ""
    reason = too_little(sales, 2 if with_purity else 1)
    if not reason and with_purity and float(within(sales.log_purity, sales).std()) < 1e-9:
        reason = "can't say: the purity does not differ within groups"
    if reason:
        return empty_fit(variant, formula, len(sales.log_price), reason)
    fitted = _fitted(sales, with_purity)
    groups = len(sales.groups)
    exponent = _interval(fitted, groups)
    return HedonicFit(
        variant=variant,
        formula=formula,
        rows=len(sales.log_price),
        exponent=exponent,
        purity_exponent=_interval(fitted, groups + 1) if with_purity else None,
        times_of_ten=times_of_ten(exponent),
        r_squared=float(fitted.rsquared),
        errors="HC3, Student's t",
        standard=_standard_prices(fitted, sales, question, purity if with_purity else None),
        checks=checks_of(fitted, sales, with_purity=with_purity),
    )


def empty_fit(variant: str, formula: str, rows: int, reason: str) -> HedonicFit:
    """A regression that can't be made, with the reason."""
    return HedonicFit(variant, formula, rows, None, None, None, None, "", (), (), reason)


def _fitted(sales: Sales, with_purity: bool) -> Any:
    import numpy as np
    import statsmodels.api as sm

    levels = np.zeros((len(sales.log_price), len(sales.groups)))
    levels[np.arange(len(levels)), sales.group] = 1
    columns = [levels, sales.log_quantity[:, None]]
    if with_purity:
        columns.append(sales.log_purity[:, None])
    model = sm.OLS(sales.log_price, np.column_stack(columns), hasconst=True)
    return model.fit(cov_type="HC3", use_t=True)


def _interval(fitted: Any, number: int) -> Interval:
    low, high = fitted.conf_int()[number]
    return Interval(float(fitted.params[number]), float(low), float(high))


def times_of_ten(exponent: Interval) -> Interval:
    """How many times dearer a gram is where ten times less is bought: 10^(1−β)."""
    return Interval(10 ** (1 - exponent.value), 10 ** (1 - exponent.high), 10 ** (1 - exponent.low))


def _standard_prices(
    fitted: Any, sales: Sales, question: HedonicQuestion, purity: float | None
) -> tuple[StandardPrice, ...]:
    """The median price of a gram at the standard weight, group by group.

    exp of a mean of logarithms is a median; a mean would be higher by the spread of prices.
    """
    import numpy as np

    at = np.zeros((len(sales.groups), len(fitted.params)))
    at[np.arange(len(at)), np.arange(len(at))] = 1
    at[:, len(sales.groups)] = log(question.quantity_g)
    if purity is not None:
        at[:, len(sales.groups) + 1] = log(purity / 100)
    test = fitted.t_test(at)
    counts = np.bincount(sales.group, minlength=len(sales.groups))
    made = [
        StandardPrice(group, int(count), _per_gram(float(value), ends, question.quantity_g))
        for group, count, value, ends in zip(
            sales.groups, counts, test.effect, test.conf_int(), strict=True
        )
    ]
    few = f"can't say: fewer than {LEAST_IN_GROUP} sales"
    made += [StandardPrice(group, count, None, few) for group, count in sales.small.items()]
    return tuple(sorted(made, key=lambda one: one.group))


def _per_gram(value: float, ends: Iterable[float], quantity_g: float) -> Interval:
    low, high = ends
    return Interval(exp(value) / quantity_g, exp(low) / quantity_g, exp(high) / quantity_g)
