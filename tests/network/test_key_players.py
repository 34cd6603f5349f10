"""Key players: published optima, brute force beside the search, certificates that can be wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from math import comb
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner

from sholu.cli.main import sholu
from sholu.network import key_players, reach
from sholu.network.assemble import network_of
from sholu.network.fragmentation import fragmentation, fragmentation_bound
from sholu.network.key_players import (
    Constraints,
    KeyPlayers,
    fragmenting_players,
    reaching_players,
    shared_members,
)
from sholu.network.model import Network, NetworkError
from sholu.network.read import read_ties
from tests.network.conftest import Make, Write

PUBLISHED = {
    "caviar/full_directed.csv": (
        [("1",), ("1", "12"), ("1", "12", "87")],
        [0.36425416, 0.55728626, 0.65473461],
        [(0.77272727, 1), (0.86212121, 1), (0.88939394, 1)],
    ),
    "ucinet/natajaran_cocaine.csv": (
        [("Kay",), ("Kay", "Tommy"), ("Kay", "Tommy", "Blacky")],
        [0.65811966, 0.91692308, 0.96666667],
        [(0.94642857, 1), (0.96428571, 6), (0.98214286, 12)],
    ),
    "ucinet/natajaran_heroin.csv": (
        [("Mr.DD",), ("Mr.DD", "Mr.X"), ("Mr.DD", "Mr.X", "Ms.CC")],
        [0.15765766, 0.35396825, 0.53445378],
        [(0.73684211, 1), (0.94736842, 1), (0.96052632, 18)],
    ),
}
"""Exhaustive optima: members and F for k = 1, 2, 3; R with the number of tied sets."""


def graph(network: Network) -> nx.Graph:
    kind = nx.DiGraph() if network.directed else nx.Graph()
    kind.add_nodes_from(range(network.n))
    kind.add_edges_from(zip(network.sources.tolist(), network.targets.tolist(), strict=True))
    return kind


def slow_fragmentation(network: Network, members: tuple[int, ...]) -> float:
    """F as Borgatti writes it, with networkx's components."""
    left = nx.Graph(graph(network))
    left.remove_nodes_from(members)
    sizes = [len(part) for part in nx.connected_components(left)]
    return 1 - sum(s * (s - 1) for s in sizes) / (len(left) * (len(left) - 1))


def slow_reach(network: Network, members: tuple[int, ...]) -> float:
    found = nx.multi_source_dijkstra_path_length(graph(network), set(members))
    return sum(1 / steps if steps else 1.0 for steps in found.values()) / network.n


def members_of(found: KeyPlayers) -> set[frozenset[str]]:
    return {frozenset(members) for members in found.optima}


@pytest.mark.parametrize("file", PUBLISHED)
def test_published_optima_are_found_with_all_their_ties(shared_dir: Path, file: str) -> None:
    network = network_of(read_ties(shared_dir / "data" / "networks" / file), directed=False)
    sets, values, reaches = PUBLISHED[file]
    for k, (members, value, (far, ties)) in enumerate(
        zip(sets, values, reaches, strict=True), start=1
    ):
        fragmenting, reaching = fragmenting_players(network, k), reaching_players(network, k)
        assert members_of(fragmenting) == {frozenset(members)}
        assert fragmenting.value == pytest.approx(value, abs=5e-9)  # printed with eight digits
        assert reaching.value == pytest.approx(far, abs=5e-9)
        assert reaching.ties == len(reaching.optima) == ties
        assert fragmenting.certificate.complete and reaching.certificate.complete
        assert fragmenting.certificate.searched == comb(network.n, k)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("k", [1, 2, 3])
def test_searches_agree_with_brute_force_on_random_networks(
    random_network: Make, seed: int, k: int
) -> None:
    network = random_network(11, 0.2, directed=seed % 2 == 1, seed=seed)
    for search, slow in ((fragmenting_players, slow_fragmentation), (reaching_players, slow_reach)):
        values = {members: slow(network, members) for members in combinations(range(11), k)}
        best = max(values.values())
        tied = {
            frozenset(network.actors[row] for row in members)
            for members, value in values.items()
            if value > best - 1e-9
        }
        found = search(network, k)
        assert found.value == pytest.approx(best, abs=1e-12)
        assert members_of(found) == tied
        assert found.ties == len(tied)


def test_a_star_falls_apart_without_its_centre(make: Make) -> None:
    star = make("ab ac ad ae")
    assert fragmentation(star, ()) == 0
    assert fragmentation(star, [0]) == 1
    assert fragmenting_players(star, 1).optima == (("a",),)
    # From the centre all four are one step away; from a tip 1 + 1 + 3/2 of five.
    assert reaching_players(star, 1).value == pytest.approx(1.0)
    assert reach.reach(star, [1]) == pytest.approx(3.5 / 5)


def test_reach_follows_directions_and_fragmentation_does_not(make: Make) -> None:
    chain = make("ab bc cd", directed=True)
    assert reaching_players(chain, 1).optima == (("a",),)
    assert members_of(fragmenting_players(chain, 1)) == {frozenset("b"), frozenset("c")}


def test_unfinished_searches_say_so_and_their_bound_holds(
    random_network: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = random_network(30, 0.1, directed=False, seed=5)
    exact = fragmenting_players(network, 3)
    monkeypatch.setattr(key_players, "EXACT_STEPS", 0)
    greedy = fragmenting_players(network, 3)
    assert not greedy.certificate.complete
    assert "not proved" in greedy.certificate.statement
    assert greedy.value <= exact.value <= greedy.certificate.bound
    assert greedy.certificate.gap == pytest.approx(greedy.certificate.bound - greedy.value)
    everybody, costs = np.arange(network.n), np.ones(network.n)
    cut = reach.furthest_reaching(network, 3, everybody, costs, np.inf, most_steps=2_000)
    assert cut is not None and not cut.complete
    assert cut.found.value <= reaching_players(network, 3).value <= cut.bound


@pytest.mark.parametrize("seed", range(6))
def test_no_set_beats_the_bound_of_fragmentation(random_network: Make, seed: int) -> None:
    network = random_network(14, 0.12 + 0.05 * seed, directed=False, seed=seed)
    bound = fragmentation_bound(network, 2, np.arange(14))
    assert max(slow_fragmentation(network, pair) for pair in combinations(range(14), 2)) <= bound


def roles(network: Network, told: dict[str, dict[str, str]]) -> Network:
    return replace(network, attributes=told)


def test_roles_and_costs_limit_who_is_chosen(make: Make) -> None:
    told = {x: {"role": "retail", "cost": "1"} for x in "bcdefg"}
    told["a"] = {"role": "wholesale", "cost": "9"}
    network = roles(make("ab ac ad be bf dg"), told)
    assert fragmenting_players(network, 1).optima == (("a",),)
    kept = fragmenting_players(network, 1, Constraints(never=("wholesale",)))
    assert kept.optima == (("b",),)
    only = fragmenting_players(network, 1, Constraints(only=("wholesale",)))
    assert only.optima == (("a",),) and only.certificate.sets == 1
    cheap = Constraints(cost="cost", budget=5.0)
    assert fragmenting_players(network, 1, cheap).optima == (("b",),)
    # Two members, four actors one step away, c two steps.
    reaching = reaching_players(network, 2, cheap)
    assert reaching.optima == (("b", "d"), ("b", "g"))
    assert reaching.value == pytest.approx(6.5 / 7)
    with pytest.raises(NetworkError, match=r"costs 0\.5 or less"):
        fragmenting_players(network, 1, Constraints(cost="cost", budget=0.5))
    with pytest.raises(NetworkError, match="leave 1 actors to choose 2"):
        reaching_players(network, 2, Constraints(only=("wholesale",)))
    with pytest.raises(NetworkError, match="cost of 'a' is ''"):
        fragmenting_players(roles(network, {}), 1, cheap)


def test_who_is_in_all_tied_sets_is_told() -> None:
    assert shared_members((("a", "b"), ("a", "c"))) == ("a",)
    assert shared_members((("a",), ("b",))) == ()


def test_an_empty_or_disconnected_network_has_defined_answers(make: Make) -> None:
    isolates = make("", more="abcd")
    assert fragmenting_players(isolates, 2).value == 1
    assert fragmenting_players(isolates, 2).ties == 6
    assert reaching_players(isolates, 2).value == pytest.approx(0.5)
    pairs = make("ab cd")
    # Of three left one pair of three is joined.
    assert fragmenting_players(pairs, 1).value == pytest.approx(2 / 3)
    assert fragmenting_players(pairs, 3).value == 1
    assert fragmenting_players(pairs, 1).ties == 4


@pytest.mark.parametrize(("pairs", "k"), [("ab", 2), ("ab", 3), ("ab bc", 0)])
def test_a_set_as_large_as_the_network_is_refused(make: Make, pairs: str, k: int) -> None:
    for search in (fragmenting_players, reaching_players):
        with pytest.raises(NetworkError):
            search(make(pairs), k)


def test_the_command_prints_optima_certificates_and_constraints(write: Write) -> None:
    ties = write("case.csv", "source,target\na,b\na,c\na,d\nb,e\nb,f\nd,g\n")
    table = write("who.csv", "actor,role\na,wholesale\nb,retail\nc,retail\n")

    def ask(*more: str) -> dict[str, Any]:
        arguments = ["network", str(ties), "keyplayers", "--k", "1", "--format", "json", *more]
        result = CliRunner().invoke(sholu, arguments)
        assert result.exit_code == 0, result.output
        record: dict[str, Any] = json.loads(result.output)
        return record

    record = ask()
    assert (record["n"], record["edges"]) == (7, 6)
    # Without a: b, e, f stay joined and d, g: four pairs of fifteen.
    assert record["fragmentation"]["optima"] == [["a"]]
    assert record["fragmentation"]["value"] == pytest.approx(11 / 15)
    assert record["fragmentation"]["ties"] == 1
    assert record["reach"]["certificate"]["complete"] is True
    kept = ask("--attributes", str(table), "--keep", "wholesale")
    assert kept["fragmentation"]["optima"] == [["b"]]
    arguments = ["network", str(ties), "keyplayers", "--only", "cook"]
    unknown = CliRunner().invoke(sholu, arguments)
    assert unknown.exit_code == 1
    assert "Nobody has the role 'cook'" in str(unknown.exception)
