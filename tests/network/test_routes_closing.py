"""Closing a place: route choice, cuts, forecasts scored by what came."""

from __future__ import annotations

import json
import math
from itertools import combinations, islice
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner
from scipy.stats import norm

from sholu.cli.main import sholu
from sholu.network.interdiction import close
from sholu.network.interdiction_backtest import LEAK, backtest
from sholu.network.routes_choice import OWN_SPREAD, WORLD_SPREAD, ways_between
from sholu.network.routes_closing_map import WIDEST
from sholu.network.routes_cut import minimum_cut
from sholu.network.routes_model import RouteError, RouteGraph


def graph_of(pairs: dict[tuple[int, int], float], trip: tuple[int, int]) -> RouteGraph:
    """A graph of numbered places: (start, end) to kilometres."""
    n = 1 + max(max(pair) for pair in pairs)
    return RouteGraph(
        places=tuple(f"p{i}" for i in range(n)),
        starts=np.array([one for one, _ in pairs]),
        ends=np.array([other for _, other in pairs]),
        kilometres=tuple(pairs.values()),
        areas=np.zeros(n, dtype=bool),
        routes=tuple(("r",) for _ in pairs),
        trips={trip: ("r",)},
    )


def random_graph(seed: int) -> tuple[RouteGraph, nx.DiGraph]:
    draw = np.random.default_rng(seed)
    pairs = {
        (one, other): float(draw.integers(50, 900))
        for one in range(9)
        for other in range(9)
        if one != other and draw.random() < 0.3
    } | {(0, 1): 100.0, (1, 8): 2500.0}
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((one, other, km) for (one, other), km in pairs.items())
    return graph_of(pairs, (0, 8)), graph


@pytest.mark.parametrize("seed", range(6))
def test_ways_come_in_order_of_length_as_another_implementation_lists_them(seed: int) -> None:
    graph, other = random_graph(seed)
    lengths = [
        sum(graph.kilometres[stretch] or 0 for stretch in way)
        for way in ways_between(graph, 0, 8, most=25)
    ]
    expected = islice(nx.shortest_simple_paths(other, 0, 8, weight="weight"), 25)
    assert lengths == [nx.path_weight(other, path, "weight") for path in expected]


def test_the_share_of_two_ways_is_that_of_the_probit() -> None:
    # Through 1: one stretch of 100 and one of nearly nothing; through 2: 150. The logarithm of the
    # ratio of costs is normal with twice the variance of one stretch.
    graph = graph_of({(0, 1): 100, (1, 3): 1, (0, 2): 150, (2, 3): 1}, (0, 3))
    spread = math.sqrt(2 * (WORLD_SPREAD**2 + OWN_SPREAD**2))
    expected = norm.cdf(math.log(150 / 100) / spread)
    share = {shift.number: shift.before for shift in close(graph, []).shifts}
    # 400 worlds: a standard error of about 0.02; the stretch of 1 km moves it by less than 0.005.
    assert share[1] == pytest.approx(expected, abs=0.06)
    assert share[1] + share[2] == pytest.approx(1)


def test_all_that_led_through_a_closed_place_takes_the_only_other_way() -> None:
    result = close(graph_of({(0, 1): 10, (1, 3): 10, (0, 2): 500, (2, 3): 500}, (0, 3)), [1])
    assert result.touched == (1.0, 1.0, 1.0)
    assert result.stopped == 0
    gained = next(shift for shift in result.shifts if shift.number == 2)
    assert (gained.before, gained.after, gained.low, gained.high) == (0, 1, 1, 1)
    assert result.detour is not None and result.detour[1] > 10


def test_a_trip_without_another_way_stops_and_one_that_ends_there_is_counted_apart() -> None:
    line = graph_of({(0, 1): 10, (1, 2): 10}, (0, 2))
    assert (close(line, [1]).stopped, close(line, [1]).detour) == (1.0, None)
    assert close(line, [2]).ends_there == 1.0


def test_the_same_seed_gives_the_same_answer() -> None:
    graph, _ = random_graph(3)
    assert close(graph, [1], seed=5).shifts == close(graph, [1], seed=5).shifts


def test_a_trip_without_any_way_is_refused() -> None:
    with pytest.raises(RouteError, match="No named way"):
        close(graph_of({(0, 1): 10, (2, 1): 5}, (1, 0)), [2])


@pytest.mark.parametrize("seed", range(12))
def test_a_cut_is_as_small_as_all_sets_tried_one_by_one_allow(seed: int) -> None:
    graph, other = random_graph(seed)
    cut = minimum_cut(graph, [0], [8])
    if other.has_edge(0, 8):
        assert cut.size is None
        return
    cutting = [
        places
        for size in range(8)
        for places in combinations(range(1, 8), size)
        if not nx.has_path(other.subgraph(set(range(9)) - set(places)), 0, 8)
    ]
    assert cut.size == len(cutting[0])
    assert cut.near_start in cutting and cut.near_end in cutting
    assert len(cut.near_start) == len(cut.near_end) == cut.size


def test_nothing_needs_to_be_closed_where_no_way_leads() -> None:
    with pytest.raises(RouteError, match="nothing needs to be closed"):
        minimum_cut(graph_of({(0, 1): 10, (2, 1): 5}, (0, 1)), [0], [2])


def test_scores_of_a_forecast_are_those_worked_out_by_hand() -> None:
    before, after = np.array([9.5, 9.5, 9.5]), np.array([0.0, 20.0, 0.0])
    same, proportion, choice = backtest(before, after, 0, np.array([-1.0, 1.0, 0.0]))
    assert same.log_score == pytest.approx(math.log(1 / 3))
    assert same.brier == pytest.approx(2 / 9 + 4 / 9)
    freed = (1 - LEAK) / 3
    assert proportion.shares == pytest.approx([LEAK / 3, 1 / 3 + freed / 2, 1 / 3 + freed / 2])
    assert choice.shares == pytest.approx([LEAK / 3, 1 / 3 + freed, 1 / 3])
    assert choice.log_score == pytest.approx(math.log(1 / 3 + freed))
    # All seizures lie in one place, so every resample is the same.
    assert choice.gain == pytest.approx((choice.log_score - same.log_score,) * 3)


def test_a_test_without_seizures_is_refused() -> None:
    with pytest.raises(RouteError, match="both before and after"):
        backtest(np.array([1.0, 2.0]), np.zeros(2), 0, np.zeros(2))
    with pytest.raises(RouteError, match="nothing to move"):
        backtest(np.array([0.0, 2.0]), np.ones(2), 0, np.zeros(2))


def test_closing_uzbekistan_moves_flow_to_kyrgyzstan() -> None:
    result = CliRunner().invoke(
        sholu,
        ["routes", "close", "Uzbekistan", "--from", "Afghanistan", "--to", "Russia",
         "--format", "json"],
    )  # fmt: skip
    record = json.loads(result.output)
    assert record["level"] == "country"
    first = record["places"][0]
    assert first["code"] == "KG" and first["change"] > 0
    assert first["low"] <= first["change"] <= first["high"]
    assert "KG" in {place["code"] for place in record["places"]}
    assert "UZ" not in {place["code"] for place in record["places"]}


def test_a_backtest_says_its_sample_size_and_keeps_the_caveat(tmp_path: Path) -> None:
    file = tmp_path / "seized.csv"
    file.write_text("place,before,after\nUzbekistan,30,2\nKyrgyzstan,20,45\nTajikistan,10,9\n")
    result = CliRunner().invoke(
        sholu, ["routes", "backtest", str(file), "Uzbekistan", "--format", "json"]
    )
    record = json.loads(result.output)
    assert (record["n_before"], record["n_after"]) == (60, 56)
    assert "effort" in record["caveat"]
    scores = {one["forecast"]: one["log_score"] for one in record["forecasts"]}
    assert scores["route choice"] > scores["nothing changes"]


def fork() -> RouteGraph:
    """Two ways from 0 to 3, one of them over 1 and much shorter than that over 2."""
    return graph_of({(0, 1): 100.0, (1, 3): 100.0, (0, 2): 900.0, (2, 3): 900.0}, (0, 3))


def test_what_a_closing_shifts_on_a_stretch_is_what_it_shifts_at_the_place_it_leads_to() -> None:
    result = close(fork(), [1])
    by_place = {shift.number: shift for shift in result.shifts}
    to_second = result.stretches[2]
    assert to_second.change == pytest.approx(by_place[2].change)
    assert to_second.low == pytest.approx(by_place[2].low)
    assert result.stretches[0].before > 0.99 and result.stretches[0].after == 0
    assert to_second.after == 1


def test_the_map_of_a_closing_is_as_wide_as_the_shares_before_and_after() -> None:
    args = ["routes", "close", "Almaty", "--format"]
    record = json.loads(CliRunner().invoke(sholu, [*args, "json"]).output)
    svg = CliRunner().invoke(sholu, [*args, "svg"]).output
    widest = max(max(row["before"], row["after"]) for row in record["stretches"])
    [row] = [r for r in record["stretches"] if (r["from"], r["to"]) == ("Taraz", "Shymkent")]
    assert row["after"] == widest
    assert f'stroke="#c2410c" stroke-width="{WIDEST}"' in svg
    assert "Almaty: closed" in svg
    told = f"Taraz – Shymkent: {100 * row['before']:.1f} % of trips before"
    assert told in svg
