"""Routes that documents tell, beside those that people wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sholu.build.observatory import open_observatory
from sholu.build.ways import told_ways
from sholu.events.model import Event, Way
from sholu.evidence.model import Span
from sholu.network.routes_graph import graph_of
from sholu.network.routes_map import map_of
from sholu.network.routes_model import RouteTable
from sholu.network.routes_read import read_routes_text
from sholu.network.routes_told import ToldWay, with_told
from sholu.vocabulary import load
from tests.conftest import run

OSH, TARAZ, ALMATY = "KG-GO", "gn:1516905", "KZ-75"


def _span(name: str) -> Span:
    return Span(f"span-{name}", "doc", "1", 0, 5, "words", "", "", None, None)


def _way(name: str, **changes: object) -> Way:
    known: dict[str, object] = {
        "id": f"way-{name}aaaaaaaaaaaa", "document": f"doc-{name}", "event": "event-1",
        "stops": ((OSH,), (TARAZ,)), "unordered": (), "substances": ("heroin",),
        "date": "2031-03-03", "date_basis": "stated", "span": _span(name), "confidence": 0.8,
        "marking": "clear", "reader": "ways 1",
    } | changes  # fmt: skip
    return Way(**known)  # type: ignore[arg-type]


def _event(status: str = "accepted") -> Event:
    return Event(
        "event-1", "seizure", "A note", "", "en", (), (), (), None, "2031-03-03", None, "stated",
        "2031-03-04", (), (), True, (), (), ("doc-a", "doc-b"), (), (), None, 1.0, status, "clear",
        "news_item 1",
    )  # fmt: skip


def _own() -> RouteTable:
    return read_routes_text("places,source\nOsh > Almaty,own\n", "own.csv", load())


def test_what_an_event_tells_twice_is_one_route_with_both_sentences_and_sources() -> None:
    told = [ToldWay(_way("a"), _event(), "Police"), ToldWay(_way("b"), _event(), "A paper")]
    *_, route = with_told(_own(), told, load()).routes
    assert route.source == "Police; A paper"
    assert route.spans == ("span-a", "span-b")
    assert (route.period, route.first_year, route.substance) == ("2031-03-03", 2031, "heroin")
    assert route.status == "accepted"


def test_what_two_events_tell_is_two_routes_with_ids_of_their_own() -> None:
    told = [
        ToldWay(_way("a"), _event(), "Police"),
        ToldWay(_way("a", event=None, document="another"), None, "A report"),
    ]
    table = with_told(_own(), told, load())
    assert len(table.ways()) == 3
    assert len({route.id for route in table.routes}) == 3


def test_a_route_has_the_highest_marking_of_its_sentences() -> None:
    told = [
        ToldWay(_way("a"), _event(), "Police"),
        ToldWay(_way("b", marking="amber"), _event(), "A paper"),
    ]
    assert with_told(_own(), told, load()).routes[-1].marking == "amber"


def test_places_without_an_order_make_no_stretch_and_are_said() -> None:
    way = _way("a", stops=((OSH,), (ALMATY,)), unordered=(TARAZ,))
    table = with_told(_own(), [ToldWay(way, None, "A report")], load())
    assert TARAZ not in graph_of(table).places
    assert "in an order that is not said" in table.routes[-1].note


def test_a_route_that_nobody_accepted_says_so_on_the_map() -> None:
    table = with_told(_own(), [ToldWay(_way("a"), _event("proposed"), "Police")], load())
    picture = map_of(table, ())
    [title] = [line.title for line in picture.lines if line.group == table.routes[-1].id]
    assert "not yet accepted" in title and "Police" in title and "2031-03-03" in title


def test_a_table_stays_as_it_is_where_documents_tell_no_way() -> None:
    own = _own()
    assert with_told(own, [], load()) is own


def test_an_observatory_shows_what_its_documents_tell_with_the_sentence(small_store: Path) -> None:
    record = json.loads(run(small_store, "routes", "--format", "json").output)
    [route] = [r for r in record["routes"] if r["spans"] and r["places"][0] == "Orda-Bulak"]
    assert route["places"] == ["Orda-Bulak", "Morovia"]
    assert route["status"] == "proposed" and route["marking"] == "clear"
    shown = run(small_store, "show", route["spans"][0]).output
    assert route["quote"] in shown.replace("\n", " ")


def test_a_way_of_a_rejected_event_is_gone(small_store: Path) -> None:
    observatory = open_observatory(small_store)
    [told] = [one for one in told_ways(observatory) if one.way.stops[-1] == ("XB",)]
    assert told.event is not None
    who = ("--who", "Tester", "--why", "not so")
    done = run(small_store, "review", "reject", told.event.id, *who)
    assert done.exit_code == 0, done.output
    run(small_store, "build")
    assert told.way.id not in {one.way.id for one in told_ways(open_observatory(small_store))}


@pytest.mark.parametrize("word", ["close", "cut", "flow"])
def test_a_file_that_is_named_stands_alone(small_store: Path, tmp_path: Path, word: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text("places,source\nTersay > Aqbulut > Besqum,invented\n", "utf-8")
    names = ["Aqbulut"] if word == "close" else []
    record = json.loads(
        run(small_store, "routes", str(path), word, *names, "--format", "json").output
    )
    assert record["file"] == "own.csv" and record["n"] == 3
