"""The gravity model: right where it can be, silent where it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from sholu.cli.main import sholu
from sholu.network.gravity import GravityModel, fit_gravity
from sholu.network.routes_model import RouteError


def simulated(seed: int, n: int = 300) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Flow with elasticities -1.2 of distance and 0.8 of demand, and many zeros."""
    draw = np.random.default_rng(seed)
    distance, demand = draw.uniform(100, 3000, n), draw.lognormal(3, 1, n)
    mean = np.exp(6 - 1.2 * np.log(distance) + 0.8 * np.log(demand))
    # Gamma noise keeps the mean and lets the variance grow with its square.
    return draw.poisson(mean * draw.gamma(2, 0.5, n)).astype(float), {
        "distance_km": distance,
        "demand": demand,
    }


def estimates(model: GravityModel) -> dict[str, float | None]:
    return {one.name: one.estimate for one in model.coefficients}


def test_estimates_are_those_of_another_implementation() -> None:
    fixest = pytest.importorskip("pyfixest")
    flow, logged = simulated(1)
    frame = pd.DataFrame({"flow": flow, **{k: np.log(v) for k, v in logged.items()}})
    other = fixest.fepois("flow ~ distance_km + demand", frame, vcov="HC1").coef()
    found = estimates(fit_gravity(flow, logged, {}))
    for name in logged:
        # Both stop when the deviance moves by less than 1e-8.
        assert found[name] == pytest.approx(other[name], abs=1e-5)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    held = 0
    for seed in range(60):
        model = fit_gravity(*simulated(seed), {})
        one = next(c for c in model.coefficients if c.name == "distance_km")
        assert one.low is not None and one.high is not None
        held += one.low <= -1.2 <= one.high
    # 60 draws of a 95 % interval: fewer than 50 would come once in 10,000.
    assert held >= 50


def test_too_few_pairs_give_no_number_but_the_reason() -> None:
    flow, logged = simulated(2, n=12)
    model = fit_gravity(flow, logged, {})
    assert set(estimates(model).values()) == {None}
    assert "too few" in model.verdict
    assert all("too few" in one.unsaid for one in model.coefficients)


def test_regressors_that_move_together_cannot_be_told_apart() -> None:
    flow, logged = simulated(3)
    logged["travel_time"] = logged["distance_km"] / 60
    model = fit_gravity(flow, logged, {})
    assert estimates(model)["travel_time"] is None
    assert "travel_time" in model.verdict and "distance_km" in model.verdict


def test_a_regressor_without_variation_or_that_marks_the_zeros_is_said() -> None:
    flow, logged = simulated(4)
    constant = fit_gravity(flow, logged | {"trade": np.full(len(flow), 7.0)}, {})
    assert "trade is the same in all pairs" in constant.verdict
    marked = fit_gravity(flow, logged, {"is_closed": (flow == 0).astype(float)})
    assert "is_closed does not vary among pairs with flow" in marked.verdict


@pytest.mark.parametrize(
    ("flow", "distance", "words"),
    [([-1.0, 2.0], [1.0, 2.0], "below zero"), ([1.0, 2.0], [0.0, 2.0], "no logarithm"),
     ([1.0, np.nan], [1.0, 2.0], "no numbers"), ([], [], "no pairs")],
)  # fmt: skip
def test_values_that_cannot_be_used_are_named(
    flow: list[float], distance: list[float], words: str
) -> None:
    with pytest.raises(RouteError, match=words):
        fit_gravity(np.array(flow), {"distance_km": np.array(distance)}, {})


def test_the_command_computes_distances_and_says_what_it_cannot(tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("origin,destination,flow\nOsh,Almaty,3\nOsh,Astana,0\nOsh,Pavlodar,1\n")
    result = CliRunner().invoke(sholu, ["routes", "gravity", str(file), "--format", "json"])
    record = json.loads(result.output)
    assert (record["n"], record["positive"], record["zero"]) == (3, 2, 1)
    assert [one["name"] for one in record["coefficients"]] == ["distance_km"]
    assert record["coefficients"][0]["estimate"] is None
    assert any("Can't say" in sentence for sentence in record["story"])
