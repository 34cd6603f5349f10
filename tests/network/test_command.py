"""The command as an analyst uses it: words anywhere, definitions, errors in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sholu.cli.main import sholu
from sholu.network.model import NetworkError
from tests.network.conftest import Write

CASE = (
    "source,target,messages,phase\n"
    "boss,broker,9,1\nbroker,boss,4,1\nbroker,runner1,3,1\nbroker,runner2,2,1\nboss,cook,1,1\n"
    "boss,broker,2,2\nbroker,newcomer,1,2\nnewcomer,runner1,5,2\nnewcomer,runner2,4,2\n"
    "newcomer,boss,3,2\n"
)
"""Invented roles: the newcomer takes the broker's runners in phase 2."""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(sholu, ["network", *arguments])


def answer(*arguments: str) -> dict[str, Any]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    record: dict[str, Any] = json.loads(result.output)
    return record


def test_the_word_may_stand_before_or_after_the_options(write: Write) -> None:
    path = str(write("case.csv", CASE))
    assert answer(path, "measure") == json.loads(run(path, "--format", "json", "measure").output)
    assert answer(path) == answer(path, "measure")


def test_a_measure_carries_counts_and_definitions(write: Write) -> None:
    record = answer(str(write("case.csv", CASE)), "measure", "--phase-column", "phase")
    assert {"n", "arcs", "edges", "definition", "density", "centralisation"} <= set(record)
    assert (record["n"], record["edges"]) == (6, 8)
    assert "undirected" in record["definition"]
    assert [phase["phase"] for phase in record["phases"]] == ["1", "2"]
    assert record["phases"][0]["n"] == 5
    actor = record["actors"][0]
    assert set(actor) - {"actor", "component", "community"} <= set(record["definitions"]) | {
        "in_degree",
        "out_degree",
        "betweenness_directed",
        "betweenness_undirected",
    }


def test_directed_numbers_stand_at_the_top_when_asked_for(write: Write) -> None:
    path = str(write("case.csv", "source,target\na,b\nb,c\nc,d\nb,a\n"))
    record = answer(path, "--directed")
    assert (record["directed"], record["arcs"], record["edges"]) == (True, 4, 3)
    assert record["density"] == pytest.approx(4 / 12)
    assert record["density_undirected"] == pytest.approx(3 / 6)
    assert (
        record["centralisation"]["betweenness"] == record["centralisation"]["betweenness_directed"]
    )


def test_who_takes_over_is_told_between_phases(write: Write) -> None:
    record = answer(str(write("case.csv", CASE)), "phases", "--phase-column", "phase")
    gained = [one for one in record["handovers"] if one["change"] > 0]
    assert gained[0]["actor"] == "newcomer"
    assert record["phases"][1]["arrived"] == ["newcomer"]
    assert record["phases"][0]["left"] == ["cook"]


def test_who_replaces_an_actor_that_left_is_named(write: Write) -> None:
    text = "source,target,phase\nold,x,1\nold,y,1\nold,z,1\nx,y,1\nnew,x,2\nnew,y,2\nz,x,2\n"
    record = answer(str(write("case.csv", text)), "phases", "--phase-column", "phase")
    (one,) = record["replacements"]
    found = (one["left"], one["successor"], one["carried"], one["new"])
    assert found == ("old", "new", pytest.approx(2 / 3), True)


def test_paths_respect_time(write: Write) -> None:
    calls = (
        "caller,callee,time,duration\n"
        "b,c,2030-01-01,5\na,b,2030-01-02,5\nb,d,2030-01-03,5\nd,e,2030-01-03,5\n"
    )
    path = str(write("calls.csv", calls))
    record = answer(path, "paths", "--from", "a")
    # b called c before a called b; d and e spoke on the same day as b and d: no chain.
    assert [(one["actor"], one["through"]) for one in record["actors"]] == [("b", "a"), ("d", "b")]
    reach = {one["actor"]: one["reach"] for one in answer(path, "paths")["actors"]}
    assert reach == {"a": 2, "b": 2, "c": 0, "d": 1, "e": 0}


def test_missing_gives_an_interval_around_each_rank(write: Write) -> None:
    star = "source,target\n" + "".join(f"hub,leaf{i}\n" for i in range(12))
    record = answer(str(write("star.csv", star)), "missing", "--ties", "0.1", "--actors", "0.1")
    hub = record["actors"][0]
    assert (hub["actor"], hub["rank"], hub["low"]) == ("hub", 1.0, 1.0)
    assert {one["what"] for one in record["answers"]} == {"ties", "actors"}
    assert record["holds_until"]["ties_dropped"] == 0.5
    assert record["seed"] == 1


def test_two_equal_brokers_are_not_held_by_any_share_missing(write: Write) -> None:
    ring = "source,target\n" + "".join(f"a{i},a{(i + 1) % 8}\n" for i in range(8))
    record = answer(str(write("ring.csv", ring)), "missing", "--ties", "0.2")
    assert record["holds_until"]["ties_dropped"] < 0.2
    assert record["actors"][0]["high"] > record["actors"][0]["low"]


def test_brokers_between_groups_come_with_expectations(write: Write) -> None:
    ties = str(write("t.csv", "source,target\na,b\nb,c\nc,d\nd,a\n"))
    people = str(write("people.csv", "actor,role\na,x\nb,y\nc,x\nd,z\n"))
    record = answer(ties, "brokers", "--attributes", people, "--group", "role", "--directed")
    roles = {one["actor"]: one["roles"] for one in record["actors"]}
    assert roles["b"]["itinerant"]["count"] == 1
    assert roles["a"]["liaison"]["count"] == 1
    assert roles["b"]["itinerant"]["expected"] == pytest.approx(2 * (1 / 3) ** 2 * (2 / 3))


def test_relational_capital_is_of_roles_and_never_of_one_actor(write: Write) -> None:
    ties = str(write("t.csv", "source,target,kind\na,b,vouching\na,c,prison\nb,d,sale\nd,e,sale\n"))
    people = str(
        write(
            "p.csv", "actor,role,place\na,dealer,X\nb,dealer,Y\nc,retail,X\nd,retail,Z\ne,boss,X\n"
        )
    )
    record = answer(ties, "roles", "--attributes", people)
    capital = {one["role"]: one for one in record["relational_capital"]}
    assert (capital["boss"]["actors"], capital["boss"]["contacts"]) == (1, None)
    # a reaches Y besides his X (c is in X); b reaches X and Z besides Y.
    assert capital["dealer"]["places"] == 1.5
    assert capital["dealer"]["kinds"]["vouching"] == 1.0
    assert capital["dealer"]["kinds"]["prison"] == 0.5


def test_a_check_answers_where_measures_refuse(write: Write) -> None:
    path = str(write("bad.csv", "source,target,weight\na,b,-1\nb,c,2\n"))
    assert "negative_weight" in [one["kind"] for one in answer(path, "check")["findings"]]
    with pytest.raises(NetworkError, match="never less than nothing"):
        CliRunner().invoke(sholu, ["network", path], catch_exceptions=False)


def test_a_file_is_checked_against_those_beside_it(write: Write) -> None:
    matrix = ",a,b,c\na,0,1,2\nb,1,0,3\nc,0,0,0\n"
    path = write("case/one.csv", matrix)
    write("case/two.csv", matrix)
    write("case/readme.txt", "no network\n")
    found = answer(str(path), "check")["findings"]
    assert "same_under_another_name" in [one["kind"] for one in found]


@pytest.mark.parametrize("word", ["measure", "brokers", "roles", "missing", "check"])
@pytest.mark.parametrize(
    "text", [",a,b,c\na,0,0,0\nb,0,0,0\nc,0,0,0\n", "source,target\na,b\n", "source,target\na,a\n"]
)
def test_tiny_and_empty_networks_have_an_answer(word: str, text: str, write: Write) -> None:
    record = answer(str(write("tiny.csv", text)), word)
    assert record["n"] >= 1


def test_a_network_without_actors_is_refused(write: Write) -> None:
    path = write("none.graphml", '<graphml><graph edgedefault="directed"/></graphml>')
    with pytest.raises(NetworkError, match="holds no actors"):
        CliRunner().invoke(sholu, ["network", str(path)], catch_exceptions=False)


def test_the_page_sets_the_network_beside_published_ones(write: Write) -> None:
    result = run(str(write("case.csv", CASE)), "--format", "html")
    assert result.exit_code == 0, result.output
    for words in (
        "Disorganised or hierarchical?",
        "CAVIAR",
        "<svg",
        "not whom to arrest",
        "broker",
    ):
        assert words in result.output
    assert "http" not in result.output.replace("http://www.w3.org/2000/svg", "")


def test_an_unknown_word_is_told_which_there_are(write: Write) -> None:
    path = str(write("case.csv", CASE))
    result = run(path, "meassure")
    assert result.exit_code != 0


def test_caviar_tells_the_leader_and_the_broker(shared_dir: Path) -> None:
    folder = shared_dir / "data" / "networks" / "caviar"
    record = answer(str(folder / "full_directed.csv"), "measure")
    assert [one["actor"] for one in record["actors"][:2]] == ["1", "12"]
    phases = answer(str(folder), "phases")["phases"]
    share = {p["phase"]: {o["actor"]: o["share"] for o in p["brokerage"]} for p in phases}
    # The book: the leader's hold weakens as seizures bite, and a broker rises (phases 4 and 5).
    assert share["4"]["1"] > share["6"]["1"] > share["8"]["1"]
    assert share["5"]["12"] > share["4"].get("12", 0)
