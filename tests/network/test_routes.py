"""Routes as sources tell them: read strictly, placed by the vocabulary, drawn with their source."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from sholu.charts.map import draw_map
from sholu.cli.main import sholu
from sholu.network.routes_graph import COUNTRY, chosen, graph_of, hubs, kilometres_between
from sholu.network.routes_map import map_of
from sholu.network.routes_model import RouteError, RouteTable
from sholu.network.routes_read import read_routes, read_routes_text, shipped_routes
from sholu.vocabulary import load

HEAD = "places,source,substance,period,kind\n"


def table_of(*rows: str) -> RouteTable:
    return read_routes_text(HEAD + "\n".join(rows), "own.csv", load())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(sholu, ["routes", *arguments])


def test_the_three_routes_of_the_literature_lead_from_bishkek_to_russia() -> None:
    routes = {route.id: route for route in shipped_routes(load()).routes}
    for id_, through in (("1", "gn:1524243"), ("2", "gn:609655"), ("3", "KZ-79")):
        assert routes[id_].stops[0] == ("KG-GB",)
        assert routes[id_].stops[-1] == ("RU",)
        assert (through,) in routes[id_].stops
        assert "CADAP 2018" in routes[id_].source


def test_every_row_of_the_shipped_table_has_a_source_and_known_places() -> None:
    table = shipped_routes(load())
    assert not table.notes
    assert all(route.source and route.period for route in table.routes)


def test_the_table_of_the_thesis_is_read_but_for_two_rows_without_a_source(
    shared_dir: Path,
) -> None:
    table = read_routes(shared_dir / "gold" / "routes.csv", load())
    aside = [note for note in table.notes if note.kind == "route_set_aside"]
    assert len(table.routes) == 79 - 2
    assert [note.where for note in aside] == ["routes.csv, line 58", "routes.csv, line 63"]


@pytest.mark.parametrize(
    "cell", ["Bishkek > Taraz", "Bishkek -> Taraz", "Bishkek → Taraz", '"[""Bishkek"", ""Taraz""]"']
)
def test_stops_may_be_parted_in_several_ways(cell: str) -> None:
    assert table_of(f"{cell},x").routes[0].stops == (("KG-GB",), ("gn:1516905",))


def test_alternatives_are_one_stop_and_a_gloss_in_brackets_is_no_name() -> None:
    route = table_of("Osh / Bishkek > Kordai (KG-KZ) > Almaty,x").routes[0]
    assert route.stops == (("KG-GO", "KG-GB"), ("gn:1524243",), ("KZ-75",))


def test_a_row_without_source_or_of_unknown_kind_is_set_aside_by_its_line() -> None:
    table = table_of("Osh > Almaty,x", "Osh > Taraz,", "Osh,x,,,shop")
    assert len(table.routes) == 1
    assert [note.where for note in table.notes] == ["own.csv, line 3", "own.csv, line 4"]


def test_a_place_that_nobody_knows_is_kept_named_and_not_drawn() -> None:
    table = table_of("Osh > Nowhereville > Almaty,x")
    assert table.routes[0].stops[1] == ("?Nowhereville",)
    assert "Nowhereville" in table.notes[0].statement
    drawing = draw_map(map_of(table, hubs(table, graph_of(table))))
    assert ">Osh<" in drawing and ">Nowhereville<" not in drawing


def test_a_table_without_sources_is_refused() -> None:
    with pytest.raises(RouteError, match="'places' and 'source'"):
        read_routes_text("places\nOsh > Almaty\n", "own.csv", load())


def test_betweenness_of_places_is_that_of_another_implementation() -> None:
    table = table_of(
        "Bishkek > Almaty > Karaganda > Astana,a", "Bishkek > Taraz > Shymkent > Karaganda,b",
        "Osh > Bishkek,c", "Shymkent > Kyzylorda > Astana,d",
    )  # fmt: skip
    graph = nx.DiGraph()
    for route in table.routes:
        graph.add_edges_from(pairwise(stop[0] for stop in route.stops))
    expected = nx.betweenness_centrality(graph, normalized=False)
    found = {place.site.code: place.betweenness for place in hubs(table, graph_of(table))}
    assert found == pytest.approx(expected)


def test_no_way_leads_through_an_area() -> None:
    table = table_of("Osh > Russia,a", "Russia > Almaty,b")
    assert [place.betweenness for place in hubs(table, graph_of(table))] == [0.0, 0.0, 0.0]


def test_an_area_between_two_towns_is_passed_over_but_is_a_country_on_that_level() -> None:
    table = table_of("Osh > Kazakhstan > Chelyabinsk,a")
    assert graph_of(table).places == ("KG-GO", "gn:1508291")
    assert graph_of(table, COUNTRY).places == ("KG", "KZ", "RU")


def test_distance_is_a_great_circle() -> None:
    # Almaty to Astana by the spherical law of cosines, another formula for the same thing.
    north, other = math.radians(43.25), math.radians(51.1801)
    angle = math.acos(
        math.sin(north) * math.sin(other)
        + math.cos(north) * math.cos(other) * math.cos(math.radians(76.9167 - 71.446))
    )
    sites = table_of("Almaty > Astana,x").sites
    assert kilometres_between(sites["KZ-75"], sites["KZ-71"]) == pytest.approx(6371.0088 * angle)


def test_years_drugs_and_sources_narrow_and_a_row_without_a_year_stays() -> None:
    table = table_of("Osh > Almaty,a,heroin,2002", "Osh > Taraz,b,hashish,2014/2017", "Osh > Shu,c")
    assert [r.id for r in chosen(table, start=2010).routes] == ["2", "3"]
    assert [r.id for r in chosen(table, end=2015).routes] == ["1", "2", "3"]
    assert [r.id for r in chosen(table, substance="hash").routes] == ["2"]
    with pytest.raises(RouteError, match="no such routes"):
        chosen(table, substance="cocaine")


def test_each_line_of_the_map_says_its_source_and_date() -> None:
    table = shipped_routes(load())
    drawing = ElementTree.fromstring(draw_map(map_of(table, hubs(table, graph_of(table)))))
    lines = [g for g in drawing.iter("{http://www.w3.org/2000/svg}g") if g.get("class") == "line"]
    titles = [line[0].text or "" for line in lines]
    assert len(titles) == len(table.ways())
    for route in table.ways():
        assert any(route.source in title and route.period in title for title in titles)


def test_geojson_holds_each_way_with_its_source_and_each_hub_once() -> None:
    features = json.loads(run("--format", "geojson").output)["features"]
    ways = [one for one in features if one["id"].startswith("route ")]
    assert len(ways) == len(shipped_routes(load()).ways())
    assert all(one["properties"]["source"] for one in ways)
    first = ways[0]["geometry"]
    assert first["type"] == "LineString"
    assert first["coordinates"][0] == [74.59, 42.87]
    assert len({one["id"] for one in features}) == len(features)


def test_json_says_how_the_graph_is_made_and_where_each_route_is_from() -> None:
    record = json.loads(run("--format", "json").output)
    assert {"n", "arcs", "edges", "definition", "routes", "hubs", "set_aside"} <= set(record)
    assert all(route["source"] for route in record["routes"])


def test_an_observatory_shows_its_own_table(tmp_path: Path) -> None:
    CliRunner().invoke(sholu, ["-C", str(tmp_path), "init", "--name", "X", "--country", "XA"])
    own = tmp_path / "inputs" / "routes.csv"
    own.write_text("places,source\nTersay > Aqbulut,invented\n", "utf-8")
    result = CliRunner().invoke(sholu, ["-C", str(tmp_path), "routes", "--format", "html"])
    assert "Tersay" in result.output and "Bishkek" not in result.output
    assert "Invented." in result.output


def test_the_page_calls_no_other_host() -> None:
    page = run("--format", "html").output.replace("http://www.w3.org/2000/svg", "")
    assert "http" not in page and "<svg" in page


def test_a_word_or_file_that_is_not_there_is_said_in_a_sentence() -> None:
    result = run("nothing.csv")
    assert isinstance(result.exception, RouteError) and "nothing.csv" in result.exception.message
    result = run("close", "Atlantis")
    assert isinstance(result.exception, RouteError) and "Atlantis" in result.exception.message
    assert isinstance(run("close").exception, RouteError)


def test_prices_along_a_route_give_markups_only_in_one_unit(tmp_path: Path) -> None:
    routes, prices = tmp_path / "routes.csv", tmp_path / "prices.csv"
    routes.write_text("places,source\nOsh > Almaty > Astana > Pavlodar,x\n", "utf-8")
    prices.write_text(
        "place,price,unit,source\nOsh,10,USD/g,a\nAlmaty,15,USD/g,b\nAstana,9000,KZT/g,c\n"
        "Pavlodar,\"12 000\",KZT/g,d\nKZ,1,USD/g,e\n", "utf-8",
    )  # fmt: skip
    steps = json.loads(
        run(str(routes), "prices", "--prices", str(prices), "--format", "json").output
    )["steps"]
    assert [step["markup"] for step in steps] == [None, 0.5, None, pytest.approx(1 / 3)]
    assert [step["source"] for step in steps] == ["a", "b", "c", "d"]


def test_seizures_stand_at_their_place_with_the_caveat(tmp_path: Path) -> None:
    file = tmp_path / "seizures.csv"
    file.write_text("place,kg,date\nAlmaty,2.5,2018-01-02\nAlmaty,1,2019\n", "utf-8")
    record = json.loads(run("flow", "--seizures", str(file), "--format", "json").output)
    rows = {row["place"]: row for row in record["places"]}
    assert (rows["Almaty"]["kilograms"], rows["Almaty"]["seizures"]) == (3.5, 2)
    assert rows["Karaganda"]["seizures"] is None
    assert "effort" in record["caveat"]
