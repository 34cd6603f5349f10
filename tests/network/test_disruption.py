"""Disruption curves: published ones, an independent rendering, bands by brute force."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner

from sholu.cli.main import sholu
from sholu.network import disruption_bands
from sholu.network.assemble import network_of
from sholu.network.dismantling_orders import next_to_go, remove, wanted
from sholu.network.disruption import By, Curve, disruption_curve, prepare
from sholu.network.disruption_bands import disruption_band
from sholu.network.model import Network, NetworkError, WeightIs
from sholu.network.read import read_ties
from tests.network.conftest import Make, Write

COLUMNS = {
    By.BETWEENNESS: "Betweenness",
    By.KATZ: "Katz",
    By.INFLUENCE: "Collective Influence",
    By.DEGREE: "Degree",
}

MEANS = {
    ("block", "unweighted"): (0.1549, 0.1522, 0.1592, 0.1413),
    ("block", "weighted"): (0.1658, 0.2978, 0.1484, 0.1380),
    ("sequential", "unweighted"): (0.1151, 0.1330, 0.1362, 0.1213),
    ("sequential", "weighted"): (0.1188, 0.3498, 0.1401, 0.1215),
}
"""Published means, in the order of `COLUMNS`."""


def meetings(shared_dir: Path, by: By, weighted: str) -> Network:
    """The published study takes weights for lengths in betweenness and for strengths elsewhere."""
    told = WeightIs.LENGTH if by is By.BETWEENNESS else WeightIs.STRENGTH
    table = read_ties(shared_dir / "data" / "networks" / "sicilian-mafia" / "meetings.csv")
    weight_is = told if weighted == "weighted" else WeightIs.IGNORED
    return network_of(table, directed=False, weight_is=weight_is)


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize(("order", "weighted"), list(MEANS))
def test_the_published_curves_of_the_meetings_are_reproduced(
    shared_dir: Path, by: By, order: str, weighted: str
) -> None:
    network = meetings(shared_dir, by, weighted)
    folder = shared_dir / "data" / "networks" / "sicilian-mafia" / "meetings_curves"
    with (folder / f"{order}_{weighted}.csv").open(encoding="utf-8") as lines:
        published = list(csv.DictReader(lines))
    curve = disruption_curve(network, by, 5 if order == "block" else 1)
    assert [step.removed for step in curve.steps] == [int(row["No"]) for row in published]
    expected = [float(row[COLUMNS[by]]) for row in published]
    assert [step.largest for step in curve.steps] == pytest.approx(expected, abs=1e-9)
    place = list(COLUMNS).index(by)
    assert curve.mean == pytest.approx(MEANS[order, weighted][place], abs=5e-5)


def test_tied_choices_alone_move_the_meetings_by_a_third(shared_dir: Path) -> None:
    network = meetings(shared_dir, By.DEGREE, "weighted")
    curve = disruption_curve(network, By.DEGREE)
    band = disruption_band(network, curve)
    assert band.exact and band.draws == 0
    assert band.widest > 0.326  # found by a few tie rules; all choices give at least that
    for step, row in zip(curve.steps, band.rows, strict=True):
        assert row.low <= step.largest <= row.high


def test_weighted_katz_of_the_meetings_is_told_to_diverge(shared_dir: Path) -> None:
    network = meetings(shared_dir, By.KATZ, "weighted")
    curve = disruption_curve(network, By.KATZ)
    assert curve.diverges is not None and curve.diverges > 50
    left = nx.Graph()
    gone = {actor for step in curve.steps[: curve.diverges] for actor in step.actors}
    for row, column, weight in zip(
        network.sources.tolist(), network.targets.tolist(), network.weights.tolist(), strict=True
    ):
        left.add_edge(network.actors[row], network.actors[column], weight=weight)
    left.remove_nodes_from(gone)
    largest = max(abs(np.linalg.eigvals(nx.to_numpy_array(left))))
    assert largest >= 10  # one removal before it converges


def graph_of(network: Network) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(network.n))
    for row, column, weight in zip(
        network.sources.tolist(), network.targets.tolist(), network.weights.tolist(), strict=True
    ):
        graph.add_edge(row, column, weight=weight)
    return graph


def scores(graph: nx.Graph, by: By) -> dict[int, float]:
    """The rules as networkx computes them, weights as given."""
    if by is By.BETWEENNESS:
        return dict(nx.betweenness_centrality(graph, weight="weight", normalized=False))
    if by is By.DEGREE:
        return dict(graph.degree(weight="weight"))
    if by is By.KATZ:
        return dict(nx.katz_centrality_numpy(graph, alpha=0.1, weight="weight"))
    degree = dict(graph.degree(weight="weight"))
    return {
        node: (degree[node] - 1) * sum(degree[other] - 1 for other in graph[node]) for node in graph
    }


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize("weighted", [True, False])
def test_scores_after_each_removal_are_those_of_the_network_left(
    random_network: Make, by: By, weighted: bool
) -> None:
    network = random_network(40, 0.07, directed=False, seed=3, weighted=weighted)
    if weighted:
        network = Network(**{**vars_of(network), "weight_is": WeightIs.LENGTH})
    graph = graph_of(network)
    ties, state = prepare(network, by)
    for _ in range(30):
        expected = scores(graph, by)
        rows = sorted(graph)
        found = wanted(state)[rows]
        if by is By.KATZ:
            found = found / np.linalg.norm(found)
            sign = np.sign(sum(expected.values()))
            found = found if sign > 0 else np.sign(found.sum()) * found
        factor = 2.0 if by is By.BETWEENNESS else 1.0  # ordered pairs
        assert found == pytest.approx([factor * expected[row] for row in rows], abs=1e-7)
        leaving = next_to_go(wanted(state), np.arange(network.n), 1)
        remove(leaving, ties, state)
        graph.remove_node(int(leaving[0]))
        for part in nx.connected_components(graph):
            assert {int(state.size[row]) for row in part} == {len(part)}


def vars_of(network: Network) -> dict[str, object]:
    return {name: getattr(network, name) for name in network.__dataclass_fields__}


def all_curves(network: Network, by: By, block: int) -> set[tuple[float, ...]]:
    """Every curve that the rule allows, by following each choice."""
    from itertools import combinations

    graph = graph_of(network)
    start = max(map(len, nx.connected_components(graph)))

    def follow(left: nx.Graph, so_far: tuple[float, ...]) -> set[tuple[float, ...]]:
        so_far = (*so_far, max(map(len, nx.connected_components(left))) / start)
        if len(left) - block < (6 if network.n >= 12 else 1):
            return {so_far}
        ranked = scores(left, by)
        order = sorted(ranked, key=lambda node: -ranked[node])
        cut = ranked[order[block - 1]]
        close = 1e-9 * max(map(abs, ranked.values()))
        fixed = [node for node in order if ranked[node] > cut + close]
        tied = [node for node in order if abs(ranked[node] - cut) <= close]
        found = set()
        for choice in combinations(tied, block - len(fixed)):
            rest = left.copy()
            rest.remove_nodes_from([*fixed, *choice])
            found |= follow(rest, so_far)
        return found

    return follow(graph, ())


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize("block", [1, 2])
@pytest.mark.parametrize("seed", [2, 3])
def test_exact_bands_are_those_of_all_choices(
    random_network: Make, by: By, block: int, seed: int
) -> None:
    network = random_network(8, 0.25, directed=False, seed=seed)
    curve = disruption_curve(network, by, block)
    band = disruption_band(network, curve)
    every = np.array(sorted(all_curves(network, by, block)))
    assert band.exact
    assert [row.low for row in band.rows] == pytest.approx(every.min(axis=0))
    assert [row.high for row in band.rows] == pytest.approx(every.max(axis=0))
    assert band.mean_low == pytest.approx(every.mean(axis=1).min())
    assert band.mean_high == pytest.approx(every.mean(axis=1).max())


def test_drawn_bands_lie_within_exact_ones_and_are_seeded(
    random_network: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = random_network(24, 0.09, directed=False, seed=4)
    curve = disruption_curve(network, By.DEGREE)
    exact = disruption_band(network, curve)
    monkeypatch.setattr(disruption_bands, "EXACT_LARGEST", 0)
    drawn = disruption_band(network, curve, seed=2)
    assert exact.exact and not drawn.exact and drawn.draws == disruption_bands.DRAWS
    for inner, outer in zip(drawn.rows, exact.rows, strict=True):
        assert outer.low - 1e-12 <= inner.low <= inner.high <= outer.high + 1e-12
    assert drawn == disruption_band(network, curve, seed=2)


def removed(curve: Curve) -> list[str]:
    return [actor for step in curve.steps for actor in step.actors]


def test_tied_actors_leave_as_in_the_published_curves(make: Make) -> None:
    ring = make("1a a3 39 91".replace("a", "2"))
    assert removed(disruption_curve(ring, By.DEGREE))[0] == "9"
    ring = make("94 41 12 29")  # 9 comes first, 2 last
    assert removed(disruption_curve(ring, By.DEGREE))[0] == "2"
    assert removed(disruption_curve(ring, By.INFLUENCE))[0] == "9"


def test_a_star_is_gone_with_its_centre(make: Make) -> None:
    curve = disruption_curve(make("ab ac ad ae"), By.BETWEENNESS)
    assert [step.size for step in curve.steps] == [5, 1, 1, 1, 1]
    assert curve.steps[1].actors == ("a",)
    assert curve.mean == pytest.approx((1 + 4 * 0.2) / 5)


@pytest.mark.parametrize("by", list(By))
def test_isolates_one_actor_and_large_blocks_have_defined_answers(make: Make, by: By) -> None:
    alone = disruption_curve(make("", more="a"), by)
    assert [(step.removed, step.largest) for step in alone.steps] == [(0, 1.0)]
    apart = disruption_curve(make("", more="abc"), by)
    assert [step.size for step in apart.steps] == [1, 1, 1]
    assert len(disruption_curve(make("ab bc"), by, 5).steps) == 1
    assert disruption_band(make("", more="a"), alone).exact
    with pytest.raises(NetworkError):
        disruption_curve(make(""), by)


def test_directed_scores_follow_directions_and_components_do_not(make: Make) -> None:
    network = make("ab bc cd db", directed=True)
    curve = disruption_curve(network, By.BETWEENNESS)
    assert curve.steps[0].size == 4
    # Ordered pairs through b: a–c, a–d, d–c; through c: a–d, b–d; through d: c–b.
    assert removed(curve)[0] == "b"


def test_the_command_prints_curve_band_and_recovery(write: Write) -> None:
    path = str(write("case.csv", "source,target\na,b\na,c\na,d\nb,e\nb,f\nd,g\n"))
    arguments = ["network", path, "disrupt", "--by", "degree", "--block", "2", "--format", "json"]
    result = CliRunner().invoke(sholu, [*arguments, "--recovery", "random"])
    assert result.exit_code == 0, result.output
    record = json.loads(result.output)
    assert (record["by"], record["block"], record["n"]) == ("degree", 2, 7)
    assert [row["removed"] for row in record["curve"]] == [0, 2, 4, 6]
    assert record["curve"][1]["largest"] == pytest.approx(2 / 7)
    assert set(record["curve"][1]["actors"]) == {"a", "b"}
    assert [row["removed"] for row in record["band"]] == [0, 2, 4, 6]
    assert record["band_exact"] is True
    assert [one["recovery"] for one in record["recovery"]] == ["random"]
