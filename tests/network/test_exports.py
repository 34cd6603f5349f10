"""Ties for other programs, read back by other programs; pictures and the page of a case."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner, Result

from sholu.cli.main import sholu
from sholu.network.exports import EXPORTERS, to_ftm, to_gexf, to_graphml, to_i2, to_i2_entities
from sholu.network.matrix_view import draw_matrix, matrix_order
from sholu.network.model import Tie, TieTable
from sholu.network.read import read_ties
from tests.network.conftest import Make, Write

TABLE = TieTable(
    origin="case.csv",
    form="edge list",
    actors=("boss <1>", "runner & co", "cook"),
    ties=(
        Tie("boss <1>", "runner & co", 3.0, kind="call", time="2024-05-01", phase="1"),
        Tie("boss <1>", "runner & co", 1.5, kind="meeting", phase="2"),
        Tie("runner & co", "boss <1>", 2.0, time="14"),
    ),
    directed=True,
    weighted=True,
    attributes={"boss <1>": {"role": "wholesaler", "place": "Buran"}},
)
"""Invented. The cook has no tie; two actors have letters that XML must quote."""

FTM = {
    "LegalEntity": {"name", "notes"},
    "UnknownLink": {"subject", "object", "role", "date", "summary", "recordId"},
}
"""Properties that these schemata have (FollowTheMoney 3: Thing, LegalEntity, Interval, Interest,
UnknownLink)."""

CASE = (
    "source,target,messages,phase\nboss,broker,9,1\nbroker,runner1,3,1\nbroker,runner2,2,1\n"
    "boss,cook,1,1\nboss,broker,2,2\nbroker,newcomer,1,2\nnewcomer,runner1,5,2\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(sholu, ["network", *arguments])


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the invented case."""
    path = tmp_path_factory.mktemp("case") / "case.csv"
    path.write_text(CASE)
    return run(str(path), "case", "--phase-column", "phase", "--format", "html").output


def ties_of(edges: Any, names: dict[str, str]) -> list[tuple[str, str, float, str, str]]:
    return sorted(
        (names[a], names[b], data["weight"], data.get("kind", ""), data.get("phase", ""))
        for a, b, data in edges
    )


@pytest.mark.parametrize(
    ("content", "read"), [(to_graphml(TABLE), nx.read_graphml), (to_gexf(TABLE), nx.read_gexf)]
)
def test_each_tie_comes_back_as_told_through_networkx(content: bytes, read: Any) -> None:
    graph = read(io.BytesIO(content))
    names = dict(graph.nodes(data="label"))
    assert sorted(names.values()) == sorted(TABLE.actors)
    assert graph.is_directed()
    assert ties_of(graph.edges(data=True), names) == sorted(
        (t.source, t.target, t.weight, t.kind, t.phase or "") for t in TABLE.ties
    )
    boss = next(data for _, data in graph.nodes(data=True) if data["label"] == "boss <1>")
    assert (boss["role"], boss["place"]) == ("wholesaler", "Buran")


def test_an_undirected_table_stays_undirected() -> None:
    table = TieTable("x", "x", ("a", "b"), (Tie("a", "b"),), directed=False)
    assert not nx.read_graphml(io.BytesIO(to_graphml(table))).is_directed()
    assert not nx.read_gexf(io.BytesIO(to_gexf(table))).is_directed()


@pytest.mark.parametrize(
    ("name", "content"), [("x.graphml", to_graphml(TABLE)), ("x.csv", to_i2(TABLE))]
)
def test_what_is_written_is_read_back_by_this_program(
    name: str, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    told = [(t.source, t.target, t.weight) for t in read_ties(path).ties]
    assert sorted(told) == sorted((t.source, t.target, t.weight) for t in TABLE.ties)


def test_i2_has_an_entity_for_each_actor_with_its_role_as_type() -> None:
    entities = list(csv.DictReader(io.StringIO(to_i2_entities(TABLE).decode("utf-8-sig"))))
    assert [row["Entity ID"] for row in entities] == list(TABLE.actors)
    assert entities[0]["Entity Type"] == "wholesaler"


def test_ftm_entities_keep_to_their_schema_and_links_find_their_ends() -> None:
    entities = [json.loads(line) for line in to_ftm(TABLE).decode().splitlines()]
    ids = {one["id"] for one in entities if one["schema"] == "LegalEntity"}
    links = [one for one in entities if one["schema"] == "UnknownLink"]
    assert (len(ids), len(links)) == (3, 3)
    for one in entities:
        assert set(one["properties"]) <= FTM[one["schema"]]
        assert all(isinstance(v, list) and all(v) for v in one["properties"].values())
    for link in links:
        assert {*link["properties"]["subject"], *link["properties"]["object"]} <= ids
    dates = [link["properties"].get("date") for link in links]
    assert dates == [["2024-05-01"], None, None], "14 is no date"


@pytest.mark.parametrize("form", [*EXPORTERS, "svg", "matrix"])
def test_every_format_is_written_to_a_file(form: str, write: Write, tmp_path: Path) -> None:
    out = tmp_path / f"out.{form}"
    result = run(str(write("case.csv", CASE)), "export", "--format", form, "-o", str(out))
    assert result.exit_code == 0, result.output
    assert "broker" in out.read_text("utf-8-sig")


def test_one_phase_alone_can_be_exported(write: Write) -> None:
    arguments = ("export", "--phase-column", "phase", "--phase", "2", "--format", "i2")
    links = list(csv.DictReader(io.StringIO(run(str(write("c.csv", CASE)), *arguments).output)))
    assert {row["Phase"] for row in links} == {"2"} and len(links) == 3


def test_the_matrix_puts_groups_together_and_their_busiest_first(make: Make) -> None:
    network = make("ab ac ad ef")
    assert matrix_order(network, [0, 0, 0, 0, 1, 1]) == [0, 1, 2, 3, 4, 5]
    assert matrix_order(network, ["x", "y", "y", "y", "x", "x"]) == [0, 4, 5, 1, 2, 3]
    cells = re.findall(r"fill-opacity", draw_matrix(network, np.zeros(6, dtype=np.int64)))
    assert len(cells) == 8, "each undirected tie fills two cells"


def test_the_page_of_a_case_has_all_parts_and_calls_no_other_host(page: str) -> None:
    for part in ("Leader and broker", "Drawing", "Matrix", "Phases", "Disruption", "Definitions"):
        assert f">{part}" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert page.count("<svg") == 4
    for drawing in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        ElementTree.fromstring(drawing)


def test_the_drawing_says_in_which_phases_a_tie_is(page: str) -> None:
    ends = re.findall(r'data-ends="([^"]+)" data-phases="([^"]+)"', page)
    told = {
        frozenset(json.loads(pair.replace("&quot;", '"'))): json.loads(
            phases.replace("&quot;", '"')
        )
        for pair, phases in ends
    }
    assert told[frozenset(("boss", "broker"))] == ["1", "2"]
    assert told[frozenset(("newcomer", "runner1"))] == ["2"]


def test_the_case_names_leader_and_broker_with_bands_and_phases(shared_dir: Path) -> None:
    result = run(str(shared_dir / "data" / "networks" / "caviar"))
    assert re.search(
        r"leader by betweenness is 1 .*rank 1, 1 to 1 .*by phase: 1: 76 %", result.output
    )
    assert re.search(r"broker beside him by betweenness is 12 .*rank 2, ", result.output)


def test_every_tie_takes_its_spans_along() -> None:
    ties = (Tie("a", "b", 2.0, spans=("span-1", "span-2")), Tie("b", "c"))
    table = TieTable("told", "tables", ("a", "b", "c"), ties)
    graph = nx.parse_graphml(to_graphml(table).decode())
    assert sorted(str(data.get("spans")) for _, _, data in graph.edges(data=True)) == [
        "None", "span-1 span-2",
    ]  # fmt: skip
    gexf = nx.read_gexf(io.BytesIO(to_gexf(table)))
    assert gexf["a0"]["a1"]["spans"] == "span-1 span-2"
    rows = list(csv.DictReader(io.StringIO(to_i2(table).decode("utf-8-sig"))))
    assert [row["Source Reference"] for row in rows] == ["span-1 span-2", ""]
    assert '"recordId": ["span-1", "span-2"]' in to_ftm(table).decode()
