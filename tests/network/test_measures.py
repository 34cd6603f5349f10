"""Measures against hand counts, brute force and networkx."""

from __future__ import annotations

import itertools
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from sholu.network.assemble import as_matrix, from_arrays, undirected
from sholu.network.brokerage import _moments, brokerage
from sholu.network.centralisation import centralisation, most_betweenness, most_degree
from sholu.network.centrality import eigenvector, katz, katz_attenuation, pagerank
from sholu.network.cohesion import (
    assortativity,
    components,
    core_numbers,
    density,
    local_clustering,
    reciprocity,
    transitivity,
    triad_census,
)
from sholu.network.communities import communities
from sholu.network.core_periphery import core_periphery
from sholu.network.krackhardt import krackhardt
from sholu.network.model import Network, WeightIs
from sholu.network.shortest_paths import (
    betweenness,
    closeness,
    distances,
    mean_distance,
    sampled_betweenness,
)
from sholu.network.structural_holes import structural_holes
from tests.network.conftest import Make

EXACT = 1e-9
"""Two ways of adding up the same numbers."""


def as_networkx(network: Network) -> nx.Graph:
    graph = nx.DiGraph() if network.directed else nx.Graph()
    graph.add_nodes_from(range(network.n))
    for one, other, length in zip(
        network.sources.tolist(), network.targets.tolist(), network.lengths, strict=True
    ):
        graph.add_edge(one, other, length=length)
    return graph


def test_the_centre_of_a_star_lies_between_all_pairs(make: Make) -> None:
    star = make("ab ac ad ae")
    scores = betweenness(star)
    assert scores.tolist() == [6.0, 0.0, 0.0, 0.0, 0.0]
    assert centralisation(scores, most_betweenness(5, directed=False)) == 1.0
    degree = np.diff(star.offsets).astype(float)
    assert centralisation(degree, most_degree(5)) == 1.0


def test_two_shortest_paths_share_a_pair(make: Make) -> None:
    square = make("ab bc cd da")
    assert betweenness(square).tolist() == [0.5, 0.5, 0.5, 0.5]


def test_strong_ties_are_short_if_weights_are_strengths(make: Make) -> None:
    # a–c directly has strength 1 (length 1); over b it is 1/4 + 1/4.
    triangle = make("ab bc ac", weights=[4, 4, 1])
    assert betweenness(replace(triangle, weight_is=WeightIs.STRENGTH)).tolist() == [0, 1, 0]
    assert betweenness(replace(triangle, weight_is=WeightIs.LENGTH)).tolist() == [0, 0, 0]
    assert betweenness(triangle).tolist() == [0, 0, 0]


def test_paths_whose_lengths_differ_by_rounding_only_are_equally_short(make: Make) -> None:
    # Over b and c: three steps of strength 3, 1/3 + 1/3 + 1/3; directly: strength 1.
    ring = replace(make("ab bc cd ad", weights=[3, 3, 3, 1]), weight_is=WeightIs.STRENGTH)
    scores = dict(zip(ring.actors, betweenness(ring), strict=True))
    assert scores["b"] == pytest.approx(1 + 0.5)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("meaning", list(WeightIs))
def test_betweenness_is_that_of_networkx(
    directed: bool, meaning: WeightIs, random_network: Make
) -> None:
    network = random_network(60, 0.05, directed=directed, seed=3, weighted=True)
    network = replace(network, weight_is=meaning)
    if meaning is WeightIs.STRENGTH:
        # Powers of two, so that networkx, which compares sums of floats, has no rounding.
        network = replace(network, weights=2.0 ** (network.weights - 3))
    weight = None if meaning is WeightIs.IGNORED else "length"
    expected = nx.betweenness_centrality(as_networkx(network), normalized=False, weight=weight)
    assert betweenness(network) == pytest.approx(list(expected.values()), abs=EXACT)


def test_closeness_and_distances_are_those_of_networkx(random_network: Make) -> None:
    network = random_network(50, 0.04, directed=False, seed=5)
    graph = as_networkx(network)
    found = distances(network)
    expected = list(nx.closeness_centrality(graph).values())
    assert closeness(found, network.n) == pytest.approx(expected, abs=EXACT)
    lengths = [d for _, to in nx.all_pairs_shortest_path_length(graph) for d in to.values() if d]
    assert mean_distance(found) == pytest.approx(np.mean(lengths))
    assert found.farthest.max() == max(lengths)


def test_sampling_every_source_is_exact(random_network: Make) -> None:
    network = random_network(80, 0.05, directed=False, seed=2)
    sampled = sampled_betweenness(network, pivots=80)
    assert sampled.values == pytest.approx(betweenness(network), abs=EXACT)
    assert sampled.standard_errors == pytest.approx(0, abs=EXACT)


def test_sampled_betweenness_lies_within_its_errors_as_often_as_it_says(
    random_network: Make,
) -> None:
    network = random_network(300, 0.02, directed=False, seed=2)
    exact = betweenness(network)
    inside = []
    for seed in range(40):
        sampled = sampled_betweenness(network, pivots=100, seed=seed)
        inside.append(np.abs(sampled.values - exact) <= 1.96 * sampled.standard_errors)
    # 95 % if dependencies were normal; they are skewed, and the documentation says nine of ten.
    assert 0.85 < np.mean(inside) < 0.97


@pytest.mark.parametrize("directed", [True, False])
def test_sampled_betweenness_is_right_on_average(directed: bool, random_network: Make) -> None:
    network = random_network(60, 0.06, directed=directed, seed=6)
    draws = [sampled_betweenness(network, pivots=20, seed=seed).values for seed in range(300)]
    error = np.std(draws, axis=0) / np.sqrt(300)
    assert np.all(np.abs(np.mean(draws, axis=0) - betweenness(network)) <= 4 * error + EXACT)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_cohesion_is_that_of_networkx(seed: int, random_network: Make) -> None:
    network = random_network(40, 0.08, directed=True, seed=seed)
    graph, both = as_networkx(network), as_networkx(undirected(network))
    assert density(network) == pytest.approx(nx.density(graph))
    assert reciprocity(network) == pytest.approx(nx.reciprocity(graph))
    assert transitivity(network) == pytest.approx(nx.transitivity(both))
    assert assortativity(network) == pytest.approx(nx.degree_assortativity_coefficient(both))
    assert core_numbers(network).tolist() == list(nx.core_number(both).values())
    assert local_clustering(network) == pytest.approx(list(nx.clustering(both).values()))
    assert triad_census(network) == nx.triadic_census(graph)
    sizes = sorted((len(c) for c in nx.connected_components(both)), reverse=True)
    assert np.bincount(components(network)).tolist() == sizes


def test_walks_are_those_of_networkx(random_network: Make) -> None:
    network = random_network(40, 0.1, directed=True, seed=4)
    graph = as_networkx(network)
    expected = nx.pagerank(graph, tol=1e-13, max_iter=1000)
    assert pagerank(network) == pytest.approx(list(expected.values()), abs=1e-10)
    walks = nx.katz_centrality_numpy(graph, alpha=0.1, normalized=False)
    assert katz(network, 0.1) == pytest.approx(list(walks.values()), abs=EXACT)


def test_the_eigenvector_of_a_star_is_one_in_the_middle_and_a_root_outside(make: Make) -> None:
    scores = eigenvector(make("ab ac ad ae"))
    assert scores == pytest.approx([1, 0.5, 0.5, 0.5, 0.5])


def test_two_equal_components_have_no_single_eigenvector(make: Make) -> None:
    assert eigenvector(make("ab bc ac de ef df")) is None


def test_katz_takes_a_smaller_attenuation_where_a_tenth_does_not_converge(make: Make) -> None:
    letters = "abcdefghijklmno"
    clique = make(" ".join("".join(pair) for pair in itertools.combinations(letters, 2)))
    # The largest eigenvalue of a clique of 15 is 14.
    assert katz_attenuation(clique) == pytest.approx(0.9 / 14)


def test_constraint_is_one_with_a_single_contact_and_nine_eighths_in_a_triangle(
    make: Make,
) -> None:
    assert structural_holes(make("ab")).constraint.tolist() == [1.0, 1.0]
    # Each contact: (1/2 + 1/2 · 1/2)² = 9/16, and there are two.
    triangle = structural_holes(make("ab bc ac"))
    assert triangle.constraint == pytest.approx([1.125] * 3)
    assert triangle.effective_size == pytest.approx([1.0] * 3)
    assert triangle.hierarchy == pytest.approx([0.0] * 3)


def test_structural_holes_follow_burts_sums_on_directed_ties(random_network: Make) -> None:
    network = random_network(15, 0.25, directed=True, seed=7)
    both = as_matrix(network) + as_matrix(network).T
    found = structural_holes(network)
    for i in range(network.n):
        others = set(range(network.n)) - {i}
        contacts = [j for j in range(network.n) if both[i, j] > 0]
        share = both / both.sum(axis=1)[:, None]
        constraint = sum(
            (share[i, j] + sum(share[i, q] * share[q, j] for q in others - {j})) ** 2
            for j in contacts
        )
        redundant = sum(
            share[i, q] * both[j, q] / both[j].max() for j in contacts for q in contacts if q != j
        )
        assert found.constraint[i] == pytest.approx(constraint)
        assert found.effective_size[i] == pytest.approx(len(contacts) - redundant)


def test_constraint_and_effective_size_are_those_of_networkx(random_network: Make) -> None:
    network = random_network(40, 0.1, directed=False, seed=8)
    graph, found = as_networkx(network), structural_holes(network)
    for i, expected in nx.constraint(graph).items():
        assert np.nan_to_num(found.constraint[i]) == pytest.approx(np.nan_to_num(expected))
    for i, expected in nx.effective_size(graph).items():
        assert np.nan_to_num(found.effective_size[i]) == pytest.approx(np.nan_to_num(expected))


def brute_brokerage(ties: np.ndarray, groups: list[str]) -> np.ndarray:
    n = len(groups)
    counts = np.zeros((n, 5))
    for i, a, b in itertools.permutations(range(n), 3):
        if ties[a, i] and ties[i, b] and not ties[a, b]:
            same = (groups[a] == groups[i], groups[i] == groups[b], groups[a] == groups[b])
            kinds = {(True, True, True): 0, (False, False, True): 1, (False, True, False): 2,
                     (True, False, False): 3, (False, False, False): 4}  # fmt: skip
            counts[i, kinds[same]] += 1
    return counts


def test_brokerage_counts_ordered_open_pairs_by_groups(random_network: Make) -> None:
    network = random_network(14, 0.3, directed=True, seed=9)
    groups = list("aaaabbbbbcccdd")
    expected = brute_brokerage(as_matrix(network) > 0, groups)
    assert brokerage(network, groups).counts.tolist() == expected.tolist()


def test_expected_brokerage_is_the_mean_over_all_networks() -> None:
    groups, chance = ["a", "a", "b", "c"], 0.3
    pairs = [(i, j) for i in range(4) for j in range(4) if i != j]
    mean, square = np.zeros((4, 5)), np.zeros((4, 5))
    for tied in itertools.product([0, 1], repeat=12):
        ties = np.zeros((4, 4), dtype=bool)
        for there, (i, j) in zip(tied, pairs, strict=True):
            ties[i, j] = there
        weight = chance ** sum(tied) * (1 - chance) ** (12 - sum(tied))
        counts = brute_brokerage(ties, groups)
        mean, square = mean + weight * counts, square + weight * counts**2
    found_mean, found_variance = _moments(np.array([0, 0, 1, 2]), chance)
    assert found_mean == pytest.approx(mean)
    assert found_variance == pytest.approx(square - mean**2)


def test_a_group_of_one_has_no_coordinator_to_expect(make: Make) -> None:
    found = brokerage(make("ab bc cd", directed=True), ["x", "y", "y", "y"])
    assert found.expected[0, 0] == 0
    assert np.isnan(found.z[0, 0])


def test_a_tree_of_command_is_one_in_all_four_dimensions(make: Make) -> None:
    found = krackhardt(make("ab ac bd be cf", directed=True))
    assert vars(found) == dict.fromkeys(vars(found), 1.0)


def test_a_ring_of_orders_has_no_hierarchy(make: Make) -> None:
    found = krackhardt(make("ab bc ca", directed=True))
    assert (found.connectedness, found.hierarchy, found.lub) == (1.0, 0.0, 1.0)
    # Three ties where two hold it together, of six.
    assert found.efficiency == pytest.approx(1 - 1 / 4)


def test_two_bosses_of_one_man_leave_pairs_without_a_bound(make: Make) -> None:
    # a and b order c: nobody reaches both a and b; the two pairs with c have their own boss.
    found = krackhardt(make("ac bc", directed=True))
    assert found.lub == pytest.approx(1 - 1 / 1)


def test_half_the_pairs_are_connected_in_two_parts(make: Make) -> None:
    found = krackhardt(make("ab cd", directed=True))
    assert found.connectedness == pytest.approx(2 / 6)
    assert found.lub is None


def test_the_core_of_an_ideal_network_is_found_whatever_its_size(make: Make) -> None:
    core = [x + y for x, y in itertools.combinations("abcd", 2)]
    network = make(" ".join([*core, "ae", "bf", "cg", "dh", "ai", "bj"]))
    found = core_periphery(network)
    assert [network.actors[row] for row in found.core] == list("abcd")
    assert found.fit == pytest.approx(1.0)


def test_the_core_is_the_best_of_all_subsets(random_network: Make) -> None:
    network = random_network(9, 0.35, directed=False, seed=11)
    ties = as_matrix(network) > 0
    fits = []
    for size in range(2, 8):
        for core in itertools.combinations(range(9), size):
            inside = np.isin(np.arange(9), core)
            pairs = [(i, j) for i in range(9) for j in range(i) if inside[i] == inside[j]]
            tied = np.array([ties[i, j] for i, j in pairs], dtype=float)
            ideal = np.array([inside[i] for i, _ in pairs], dtype=float)
            if tied.std() and ideal.std():
                fits.append(np.corrcoef(tied, ideal)[0, 1])
    assert core_periphery(network).fit == pytest.approx(max(fits))


def test_communities_of_the_karate_club_have_the_known_modularity() -> None:
    # 0.4198 is the optimum (Brandes et al., 'On modularity clustering', 2008).
    graph = nx.karate_club_graph()
    ends = np.array(list(graph.edges()))
    network = from_arrays([str(i) for i in graph], ends[:, 0], ends[:, 1], directed=False)
    found = communities(network)
    assert found.modularity == pytest.approx(0.41979, abs=5e-6)
    assert found.lowest is not None and found.lowest <= found.modularity
    parts = [set(np.flatnonzero(found.labels == label)) for label in set(found.labels)]
    assert nx.community.modularity(graph, parts, weight=None) == pytest.approx(found.modularity)


def test_isolates_are_communities_of_their_own(make: Make) -> None:
    found = communities(make("ab bc ac", more="xy"))
    assert sorted(np.bincount(found.labels).tolist()) == [1, 1, 3]
