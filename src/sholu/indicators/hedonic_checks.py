"""What a hedonic regression has to be asked before its exponent is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sholu.indicators.hedonic_rows import Sales
from sholu.indicators.regression import ROWS_PER_COEFFICIENT, Check

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALARM = 0.05
"""A check speaks when its p-value is below this (convention; Fisher 1925)."""

WIDE_SPREAD = 0.7
"""Standard deviation of ln Q from which small and large sales are both among the sales: most lie
within a factor of four (e^(2·0.7)) of the middle. Below, the exponent is read off sales alike."""

UNIT_SLIP = 4.6
"""Logarithm of a hundred: a price of a gram a hundred times that of its group is more likely one of
another unit than a dear sale."""


def checks_of(fitted: Any, sales: Sales, *, with_purity: bool) -> tuple[Check, ...]:
    """All checks of a fit, each passed, look or can't say."""
    checks = [
        _rows(sales, 2 if with_purity else 1),
        _spread(sales),
        _curvature(fitted, sales),
        _influence(fitted),
        _unit_slips(sales),
    ]
    return tuple(checks) if with_purity else (*checks, _missing_purity(fitted, sales))


def _rows(sales: Sales, slopes: int) -> Check:
    rows, groups = len(sales.log_price), len(sales.groups)
    enough = rows >= ROWS_PER_COEFFICIENT * (groups + slopes)
    says = f"{rows} sales for {groups + slopes} coefficients"
    more = "" if enough else f"; {ROWS_PER_COEFFICIENT} a coefficient are wanted (Harrell 2015)"
    return Check("rows", "passed" if enough else "look", says + more)


def _spread(sales: Sales) -> Check:
    import numpy as np

    low, high = np.exp(sales.log_quantity.min()), np.exp(sales.log_quantity.max())
    wide = float(sales.log_quantity.std()) >= WIDE_SPREAD
    says = f"weights from {low:.3g} to {high:.3g} g"
    more = "" if wide else "; they are alike, and nothing is known of others"
    return Check("range of weights", "passed" if wide else "look", says + more)


def _curvature(fitted: Any, sales: Sales) -> Check:
    """Whether one exponent holds for small and large sales: the square of ln Q is added."""
    centred = sales.log_quantity - sales.log_quantity.mean()
    p_value = _added(fitted, centred**2)[1]
    if p_value is None:
        return Check("one exponent", "can't say", "too few different weights")
    says = f"p = {p_value:.3g} for ln² of the weight"
    more = "; small and large sales have other discounts" if p_value < ALARM else ""
    return Check("one exponent", "look" if p_value < ALARM else "passed", says + more)


def _missing_purity(fitted: Any, sales: Sales) -> Check:
    """Whether sales whose purity is known cost the same as the others of their weight."""
    import numpy as np

    measured = ~np.isnan(sales.log_purity)
    share = measured.mean()
    if share in (0.0, 1.0):
        none = "no purity is known" if share == 0 else "every purity is known"
        return Check("purity missing", "can't say" if share == 0 else "passed", none)
    estimate, p_value = _added(fitted, measured.astype(float))
    if p_value is None:
        return Check("purity missing", "can't say", "measured and unmeasured lie in other groups")
    says = f"purity is known of {share:.0%}; those cost {np.exp(estimate):.2f} times the others"
    more = f" (p = {p_value:.3g})"
    return Check("purity missing", "look" if p_value < ALARM else "passed", says + more)


def _added(fitted: Any, column: NDArray[np.float64]) -> tuple[float, float | None]:
    """Estimate and p-value of one more regressor; None if the others already hold it."""
    import numpy as np
    import statsmodels.api as sm

    design = np.column_stack([fitted.model.exog, column])
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return 0.0, None
    again = sm.OLS(fitted.model.endog, design, hasconst=True).fit(cov_type="HC3", use_t=True)
    return float(again.params[-1]), float(again.pvalues[-1])


def _influence(fitted: Any) -> Check:
    """Whether one sale carries the result: Cook's distance above 1 (Cook and Weisberg 1982)."""
    greatest = float(fitted.get_influence().cooks_distance[0].max())
    says = f"greatest Cook's distance {greatest:.2f} (alarm at 1)"
    return Check("influence", "passed" if greatest < 1 else "look", says)


def _unit_slips(sales: Sales) -> Check:
    """Sales a hundred times dearer or cheaper by the gram than the middle of their group."""
    import numpy as np

    per_gram = sales.log_price - sales.log_quantity
    middle = np.array(
        [np.median(per_gram[sales.group == number]) for number in range(len(sales.groups))]
    )
    slips = int((np.abs(per_gram - middle[sales.group]) > UNIT_SLIP).sum())
    says = f"{slips} sales are a hundred times dearer or cheaper by the gram than their group"
    more = "; look at their units" if slips else ""
    return Check("units", "look" if slips else "passed", says + more)
