"""Hedonic regression: by hand, against statsmodels' formulas, and on sales with known exponents."""

from __future__ import annotations

from math import exp, log, sqrt
from random import Random

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf

from sholu.indicators.hedonic import hedonic
from sholu.indicators.hedonic_model import HedonicError, HedonicQuestion
from sholu.indicators.prices_model import Transaction


def sale(price: float | None, grams: float | None, **fields) -> Transaction:
    plain = {"date": "2024-03-05", "place": "XA-01", "substance": "heroin", "currency": "USD",
             "purity": None, "origin": "advert"}  # fmt: skip
    return Transaction(id="t", table="sales", document="d", row=2, price=price, quantity_g=grams,
                       marking="clear", **{**plain, **fields})  # fmt: skip


def drawn(
    random: Random,
    n: int,
    *,
    exponent: float = 0.8,
    premium: float = 0.0,
    purity_slope: float = 0.0,
    measured: float = 0.0,
    **fields,
) -> list[Transaction]:
    """Sales whose truth is known; prices scatter by a quarter."""
    made = []
    for _ in range(n):
        grams = exp(random.gauss(0, 1.5))
        purity = min(20 * grams**purity_slope * exp(random.gauss(0, 0.3)), 100)
        price = 50 * grams**exponent * (purity / 20) ** premium * exp(random.gauss(0, 0.25))
        known = purity if random.random() < measured else None
        made.append(sale(price, grams, purity=known, **fields))
    return made


def fits(sales: list[Transaction], *by: str, **fields) -> dict:
    answer = hedonic(sales, HedonicQuestion("heroin", by, **fields))
    return {fit.variant: fit for fit in answer.fits}


def test_two_weights_give_the_exponent_and_interval_of_the_hand():
    factors = (1, 1, 1, 2, 0.5)  # geometric mean 1
    sales = [sale(10 * f, 1) for f in factors] + [sale(500 * f, 100) for f in factors]
    fit = fits(sales)["weight"]
    slope = log(50) / log(100)
    # HC3 of a mean of five: sum of (e / (1 - 1/5))² / 25; two residuals of ln 2 in each group.
    variance = 2 * (2 * log(2) ** 2 / 0.8**2 / 25)
    half = 2.306004 * sqrt(variance) / log(100)  # Student's t, 8 degrees of freedom
    assert fit.exponent.value == pytest.approx(slope)
    assert fit.exponent.low == pytest.approx(slope - half, rel=1e-6)
    assert fit.exponent.high == pytest.approx(slope + half, rel=1e-6)
    assert fit.times_of_ten.value == pytest.approx(10 ** (1 - slope))
    (standard,) = fit.standard
    assert standard.price.value == pytest.approx(10.0)


def test_groups_and_purity_agree_with_the_formula_of_statsmodels():
    random = Random(1)
    sales = [one for place in ("XA-01", "XA-02", "XA-03")
             for one in drawn(random, 40, premium=0.5, measured=1.0, place=place)]  # fmt: skip
    fit = fits(sales, "place", quantity_g=2.0, purity=30.0)["measured purity"]
    frame = pd.DataFrame([vars(one) for one in sales])
    model = smf.ols("np.log(price) ~ C(place) + np.log(quantity_g) + np.log(purity)", frame)
    other = model.fit(cov_type="HC3", use_t=True)
    low, high = other.conf_int().loc["np.log(quantity_g)"]
    assert fit.exponent.value == pytest.approx(other.params["np.log(quantity_g)"], rel=1e-9)
    assert (fit.exponent.low, fit.exponent.high) == pytest.approx((low, high), rel=1e-8)
    assert fit.purity_exponent.value == pytest.approx(other.params["np.log(purity)"], rel=1e-9)
    ask = pd.DataFrame({"place": ["XA-02"], "quantity_g": [2.0], "purity": [30.0]})
    summary = other.get_prediction(ask).summary_frame()
    price = next(one for one in fit.standard if one.group == ("XA-02",)).price
    assert price.value == pytest.approx(exp(summary["mean"][0]) / 2, rel=1e-9)
    assert price.low == pytest.approx(exp(summary["mean_ci_lower"][0]) / 2, rel=1e-8)


def test_intervals_hold_the_true_exponent_as_often_as_they_say():
    random = Random(7)
    held = 0
    for _ in range(200):
        interval = fits(drawn(random, 30))["weight"].exponent
        held += interval.low <= 0.8 <= interval.high
    # .95 ± three standard errors of 200 draws (.015).
    assert 0.90 <= held / 200 <= 0.997


def test_expected_purity_takes_the_purity_that_goes_with_weight_out_of_the_exponent():
    # A price of the pure weight expected: ln P = a + .8 ln(Q·E) with E rising as Q^.25.
    random = Random(3)
    sales = []
    for _ in range(1500):
        grams = exp(random.gauss(0, 1.2))
        expected = 20 * grams**0.25
        price = 5 * (grams * expected) ** 0.8 * exp(random.gauss(0, 0.2))
        purity = min(expected * exp(random.gauss(0, 0.3)), 100)
        sales.append(sale(price, grams, purity=purity if random.random() < 0.6 else None))
    found = fits(sales, purity=20.0)
    assert found["weight"].exponent.value == pytest.approx(1.0, abs=0.02)
    interval = found["expected purity"].exponent
    assert interval.low < 0.8 < interval.high
    assert interval.high - interval.low < 0.1
    (check,) = found["expected purity"].checks
    assert check.verdict == "look"


def test_purity_that_is_missing_is_neither_guessed_nor_hidden():
    random = Random(5)
    known = drawn(random, 60, measured=1.0)
    dearer = [sale(2 * one.price, one.quantity_g) for one in drawn(random, 60)]
    found = fits(known + dearer)
    assert (found["weight"].rows, found["measured purity"].rows) == (120, 60)
    check = next(one for one in found["weight"].checks if one.name == "purity missing")
    assert check.verdict == "look"
    assert "50%" in check.says
    none = fits(drawn(random, 40))
    assert none["measured purity"].exponent is None
    assert "can't say" in none["measured purity"].reason
    assert none["expected purity"].exponent is None


@pytest.mark.parametrize(
    ("sales", "says"),
    [
        ([sale(10, 1 + n) for n in range(9)], "9 sales for 2 coefficients"),
        ([sale(10 + n, 1) for n in range(30)], "weights hardly differ"),
        ([sale(10, 1), sale(20, 2)], "0 sales"),
    ],
)
def test_too_few_or_too_like_sales_give_no_number(sales, says):
    answer = hedonic(sales, HedonicQuestion("heroin"))
    assert answer.fits == ()
    assert "can't say" in answer.reason
    assert says in answer.reason


def test_rows_that_cannot_be_used_are_counted_by_reason():
    sales = drawn(Random(2), 20)
    bad = [sale(None, 1), sale(10, None), sale(10, 0), sale(-1, 1), sale(5, 1, currency=None),
           sale(5, 1, place=None), sale(5, 1, substance="hashish")]  # fmt: skip
    answer = hedonic(sales + bad, HedonicQuestion("heroin", ("place",)))
    assert answer.rows == 20
    assert answer.left_out == {
        "no price": 1, "no weight": 1, "a weight that is not above zero": 1,
        "a price that is not above zero": 1, "no currency": 1, "no place": 1,
    }  # fmt: skip


def test_a_group_of_two_sales_has_no_standard_price():
    sales = drawn(Random(4), 20) + drawn(Random(4), 2, place="XA-02")
    answer = hedonic(sales, HedonicQuestion("heroin", ("place",)))
    small = next(one for one in answer.fits[0].standard if one.group == ("XA-02",))
    assert (small.price, small.rows) == (None, 2)
    assert "can't say" in small.reason
    assert answer.rows == 20


def test_two_currencies_and_no_sales_are_errors():
    mixed = drawn(Random(1), 20) + drawn(Random(1), 20, currency="KZT")
    with pytest.raises(HedonicError, match="several currencies"):
        hedonic(mixed, HedonicQuestion("heroin"))
    with pytest.raises(HedonicError, match="no sales of hashish"):
        hedonic(mixed, HedonicQuestion("hashish"))
    with pytest.raises(HedonicError, match="percentage"):
        HedonicQuestion("heroin", purity=0)


def test_checks_see_another_discount_of_large_sales_and_a_price_in_another_unit():
    random = Random(6)
    bent = [sale(exp(log(50) + 0.9 * x - 0.08 * x * x + random.gauss(0, 0.1)), exp(x))
            for x in np.linspace(-3, 4, 80)]  # fmt: skip
    verdicts = {one.name: one.verdict for one in fits(bent)["weight"].checks}
    assert verdicts["one exponent"] == "look"
    straight = drawn(random, 80)
    verdicts = {one.name: one.verdict for one in fits(straight)["weight"].checks}
    assert (verdicts["one exponent"], verdicts["units"]) == ("passed", "passed")
    slipped = [*straight[1:], sale(50_000 * straight[0].quantity_g, straight[0].quantity_g)]
    verdicts = {one.name: one.verdict for one in fits(slipped)["weight"].checks}
    assert verdicts["units"] == "look"


def test_quarters_and_months_need_dates_that_have_them():
    sales = drawn(Random(8), 15, date="2024-05-03") + drawn(Random(9), 15, date="2024")
    answer = hedonic(sales, HedonicQuestion("heroin", ("quarter",)))
    assert [one.group for one in answer.fits[0].standard] == [("2024-Q2",)]
    assert answer.left_out == {"no quarter": 15}
