"""Networks of closed cases against R sna 2.7.1 and igraph 1.3.5 (../shared/data/networks)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sholu.network.assemble import network_of, undirected
from sholu.network.read import read_ties
from sholu.network.record import measure_record
from sholu.network.shortest_paths import betweenness

PRINTED = 5e-5
"""The reference prints four decimals of centralisations, five of densities."""

# name: n, arcs, edges, messages, density, in, out, degree, betweenness directed, undirected,
# transitivity, hierarchy, the two highest betweennesses undirected and directed
CAVIAR: dict[str, tuple[Any, ...]] = {
    "full_directed": (110, 295, 205, 3546, 0.02460, 0.3177, 0.4751, 0.5258, 0.3896, 0.6278, 0.1229,
                      0.5981, ("1", 3752.09, "12", 1719.55), ("1", 4663.00, "12", 2533.16)),
    "phase1": (15, 26, 18, 59, 0.12381, 0.25, 0.7092, 0.7912, 0.3734, 0.8866, 0.1111, 0.75,
               ("1", 82.5, "89", 13.0), ("1", 70.5, "89", 18.0)),
    "phase2": (24, 35, 28, 120, 0.06341, 0.2968, 0.7051, 0.7905, 0.3410, 0.9277, 0.0476, 0.8457,
               ("1", 238.5, "89", 31.33), ("1", 175.0, "88", 22.5)),
    "phase3": (33, 68, 56, 282, 0.06439, 0.2559, 0.7715, 0.7853, 0.3290, 0.8178, 0.1562, 0.7851,
               ("1", 411.43, "3", 47.37), ("1", 331.67, "9", 58.0)),
    "phase4": (33, 65, 48, 456, 0.06155, 0.2910, 0.6133, 0.6683, 0.4167, 0.8192, 0.1375, 0.6822,
               ("1", 416.30, "89", 97.32), ("1", 425.5, "85", 85.67)),
    "phase5": (32, 50, 39, 162, 0.05040, 0.3143, 0.5473, 0.6731, 0.3616, 0.8654, 0.0938, 0.8213,
               ("1", 411.0, "12", 125.5), ("1", 346.0, "12", 104.5)),
    "phase6": (27, 68, 47, 668, 0.09687, 0.5784, 0.4186, 0.6031, 0.4310, 0.5149, 0.2355, 0.4956,
               ("1", 176.33, "12", 124.17), ("1", 292.83, "12", 198.67)),
    "phase8": (42, 75, 58, 335, 0.04355, 0.2052, 0.4301, 0.4415, 0.2848, 0.5189, 0.1148, 0.8052,
               ("1", 454.0, "12", 292.5), ("1", 493.33, "12", 280.0)),
}  # fmt: skip

# name: n, arcs, edges, density, reciprocity, degree, betweenness, transitivity, assortativity,
# mean distance, diameter, hierarchy, efficiency, lub, highest betweenness, lowest constraint
OTHERS: dict[str, tuple[Any, ...]] = {
    "morselli_cielnet": (25, 45, 35, 0.11667, 0.4444, 0.4167, 0.6017, 0.1720, -0.5105, 2.4533, 5,
                         0.685, 0.964, 0.149, ("N2", 176.86667), ("N2", 0.13802083)),
    "natajaran_cocaine": (28, 40, 40, 0.10582, 0.0, 0.8433, 0.8776, 0.1243, -0.5557, 2.0714, 4,
                          1.0, 0.982, 1.0, ("Kay", 311.5), ("Kay", 0.082638987)),
    "natajaran_heroin": (38, 168, 87, 0.12376, 0.9643, 0.4399, 0.3468, 0.2184, -0.4769, 2.3599, 4,
                         0.0, 0.904, 1.0, ("Mr.DD", 250.01831), ("Mr.X", 0.10619277)),
    "morselli_siren": (44, 206, 103, 0.10888, 1.0, 0.6899, 0.7870, 0.4061, -0.4653, 2.2125, 4, 0.0,
                       0.912, 1.0, ("1", 720.58333), ("1", 0.06466989)),
    "morselli_togo": (33, 94, 47, 0.08902, 1.0, 0.5373, 0.7586, 0.1479, -0.4524, 2.4678, 4, 0.0,
                      0.939, 1.0, ("1", 388.33333), ("1", 0.10082077)),
}  # fmt: skip


def measured(path: Path) -> dict[str, Any]:
    table = read_ties(path)
    return measure_record(table, network_of(table), directed=False)


@pytest.mark.parametrize("name", CAVIAR)
def test_caviar_has_the_values_that_r_computes(name: str, shared_dir: Path) -> None:
    expected = CAVIAR[name]
    record = measured(shared_dir / "data" / "networks" / "caviar" / f"{name}.csv")
    centre = record["centralisation"]
    assert (record["n"], record["arcs"], record["edges"]) == expected[:3]
    assert record["total_weight"] == expected[3]
    assert record["density_directed"] == pytest.approx(expected[4], abs=5e-6)
    found = [centre["in"], centre["out"], centre["degree"]]
    found += [centre["betweenness_directed"], centre["betweenness_undirected"]]
    found += [record["transitivity"], record["krackhardt"]["hierarchy"]]
    assert found == pytest.approx(list(expected[5:12]), abs=PRINTED)
    assert (record["components"], record["largest_component"]) == (1, expected[0])


@pytest.mark.parametrize("name", CAVIAR)
def test_caviar_has_the_brokers_that_r_finds(name: str, shared_dir: Path) -> None:
    table = read_ties(shared_dir / "data" / "networks" / "caviar" / f"{name}.csv")
    arrows = network_of(table)
    for network, expected in ((undirected(arrows), CAVIAR[name][12]), (arrows, CAVIAR[name][13])):
        scores = betweenness(network)
        top = scores.argsort()[::-1][:2]
        assert [network.actors[i] for i in top] == [expected[0], expected[2]]
        assert scores[top] == pytest.approx([expected[1], expected[3]], abs=5e-3)


@pytest.mark.parametrize("name", OTHERS)
def test_other_networks_have_the_values_that_r_computes(name: str, shared_dir: Path) -> None:
    expected = OTHERS[name]
    record = measured(shared_dir / "data" / "networks" / "ucinet" / f"{name}.csv")
    assert (record["n"], record["arcs"], record["edges"]) == expected[:3]
    assert record["density"] == pytest.approx(expected[3], abs=5e-6)
    centre = record["centralisation"]
    found = [record["reciprocity"], centre["degree"], centre["betweenness"]]
    found += [record["transitivity"], record["assortativity"], record["mean_distance"]]
    assert found == pytest.approx(list(expected[4:10]), abs=PRINTED)
    assert record["diameter"] == expected[10]
    shape = record["krackhardt"]
    found = [shape["hierarchy"], shape["efficiency"], shape["lub"]]
    assert found == pytest.approx(list(expected[11:14]), abs=5e-4)


@pytest.mark.parametrize("name", OTHERS)
def test_other_networks_have_the_brokers_that_r_finds(name: str, shared_dir: Path) -> None:
    top, lowest = OTHERS[name][14:]
    record = measured(shared_dir / "data" / "networks" / "ucinet" / f"{name}.csv")
    first = record["actors"][0]
    assert (first["actor"], first["betweenness"]) == (top[0], pytest.approx(top[1], abs=1e-5))
    least = min(record["actors"], key=lambda actor: actor["constraint"])
    assert (least["actor"], least["constraint"]) == (lowest[0], pytest.approx(lowest[1], abs=1e-8))


def test_meetings_of_the_mafia_have_the_published_size(shared_dir: Path) -> None:
    table = read_ties(shared_dir / "data" / "networks" / "sicilian-mafia" / "meetings.csv")
    record = measure_record(table, network_of(table, directed=False), directed=False)
    found = (record["n"], record["edges"], record["largest_component"])
    assert found == (101, 256, 92)
    assert record["density"] == pytest.approx(0.050693, abs=5e-7)
