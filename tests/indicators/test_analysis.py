"""Summary, cross-tabulation and regression against other implementations and hand-made answers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from scipy.stats import chi2_contingency
from statsmodels.genmod.families import Poisson

from sholu.indicators.cross_tabulation import Question, cross_tabulate
from sholu.indicators.export import harmless, to_csv
from sholu.indicators.regression import Model, fit
from sholu.indicators.summary import TableError, group, summarise, where

RANDOM = np.random.default_rng(7)


def sample(rows: int = 200) -> pd.DataFrame:
    x = RANDOM.normal(size=rows)
    return pd.DataFrame(
        {
            "x": x,
            "y": 2.0 + 3.0 * x + RANDOM.normal(size=rows),
            "count": RANDOM.poisson(np.exp(0.5 + 0.3 * x)),
            "region": RANDOM.choice(["a", "b", "c", "d"], rows),
        }
    )


def test_a_summary_has_the_spread_of_numbers_and_the_mode_of_words():
    frame = pd.DataFrame({"mass": [1.0, 2.0, 3.0, None], "role": ["user", "user", "retail", None]})
    mass, role = summarise(frame)
    assert (mass["rows"], mass["missing"], mass["mean"], mass["median"]) == (4, 1, 2.0, 2.0)
    assert mass["standard_deviation"] == 1.0
    assert (role["most_frequent"], role["times"], role["distinct"]) == ("user", 2, 2)


def test_weighted_shares_follow_the_weights():
    frame = pd.DataFrame({"safe": ["yes", "no", "no"], "weight": [3.0, 1.0, 1.0]})
    shares = {one["safe"]: one["share_percent"] for one in group(frame, ["safe"], None)}
    assert shares == {"no": 40.0, "yes": 60.0}


def test_mixed_units_are_refused_unless_grouped_by():
    frame = pd.DataFrame({"unit": ["kg", "USD/g"], "value": [1.0, 2.0], "place": ["XA", "XA"]})
    with pytest.raises(TableError, match="Can't say"):
        group(frame, ["place"], "value")
    assert len(group(frame, ["place", "unit"], "value")) == 2


def test_a_condition_that_no_row_meets_is_an_error():
    with pytest.raises(TableError, match="No row"):
        where(pd.DataFrame({"place": ["XA"]}), {"place": "XB"})


def test_the_test_of_independence_is_scipys():
    frame = pd.DataFrame(
        {"a": ["p"] * 60 + ["q"] * 60, "b": ["u"] * 40 + ["v"] * 20 + ["u"] * 25 + ["v"] * 35}
    )
    made = cross_tabulate(frame, Question("a", "b"))
    expected = chi2_contingency([[40, 20], [25, 35]], correction=False)
    assert f"{expected.statistic:.2f}" in made.test
    assert made.records[0] == {"a": "p", "u": 40.0, "v": 20.0, "total": 60.0}


def test_shares_of_rows_add_up_to_a_hundred():
    frame = pd.DataFrame({"a": ["p", "p", "q", "q"], "b": ["u", "v", "u", "u"]})
    made = cross_tabulate(frame, Question("a", "b", shares="row"))
    assert [row["total"] for row in made.records] == [100.0] * 3
    assert made.records[0]["u"] == 50.0


def test_small_tables_get_no_test():
    frame = pd.DataFrame({"a": ["p", "p", "q", "q"], "b": ["u", "v", "u", "v"]})
    assert cross_tabulate(frame, Question("a", "b")).test.startswith("Can't say")


def test_a_mean_of_nothing_is_nothing():
    frame = pd.DataFrame({"a": ["p", "q"], "b": ["u", "v"], "m": [1.0, 2.0]})
    made = cross_tabulate(frame, Question("a", "b", "mean", "m"))
    assert made.records[0] == {"a": "p", "u": 1.0, "v": None}


def test_least_squares_agree_with_statsmodels():
    frame = sample()
    ours = fit(frame, Model("y ~ x"))
    theirs = smf.ols("y ~ x", frame).fit(cov_type="HC1")
    slope = ours.coefficients[1]
    # Both solve the same normal equations; HC1 is the same formula.
    assert slope["estimate"] == pytest.approx(theirs.params["x"], rel=1e-8)
    assert slope["standard_error"] == pytest.approx(theirs.bse["x"], rel=1e-6)
    assert ours.r_squared == pytest.approx(theirs.rsquared, rel=1e-8)


def test_poisson_agrees_with_statsmodels():
    frame = sample()
    ours = fit(frame, Model("count ~ x", family="poisson"))
    theirs = smf.glm("count ~ x", frame, family=Poisson())
    # Iterations stop at a tolerance of 1e-8 in deviance.
    assert ours.coefficients[1]["estimate"] == pytest.approx(theirs.fit().params["x"], rel=1e-4)


def test_checks_speak_where_there_is_something_to_say():
    frame = sample()
    frame["twin"] = frame["x"] + 1e-3 * RANDOM.normal(size=len(frame))
    verdicts = {one.name: one.verdict for one in fit(frame, Model("y ~ x + twin")).checks}
    assert verdicts["collinearity"] == "look"
    frame.loc[0, ["x", "y"]] = [50.0, -500.0]
    verdicts = {one.name: one.verdict for one in fit(frame, Model("y ~ x")).checks}
    assert verdicts["influence"] == "look"


def test_overdispersed_counts_are_told():
    frame = sample()
    frame["count"] = RANDOM.negative_binomial(1, 0.1, len(frame))
    verdicts = {one.name: one.verdict for one in fit(frame, Model("count ~ x", "poisson")).checks}
    assert verdicts["dispersion"] == "look"


@pytest.mark.parametrize("formula", ["y ~ nothing", "y", "~ x", "y ~ x +* x"])
def test_a_formula_that_cannot_be_fitted_is_an_error(formula):
    with pytest.raises(TableError):
        fit(sample(50), Model(formula))


def test_nine_rows_are_too_few_and_missing_values_are_counted():
    with pytest.raises(TableError, match="Can't say"):
        fit(sample(9), Model("y ~ x"))
    frame = sample(40)
    frame.loc[:4, "x"] = np.nan
    assert fit(frame, Model("y ~ x")).left_out == 5


@pytest.mark.parametrize("text", ["=1+1", "+7", "-x", "@a", "\t=1"])
def test_text_like_a_formula_is_neutralised_and_numbers_stay(text):
    assert harmless(text) == f"'{text}"
    assert harmless(-7.5) == -7.5
    assert to_csv([{"a": text}]).splitlines()[1].lstrip('"').startswith("'")
