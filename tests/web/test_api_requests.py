"""Odd and hostile requests to the interface, its headers, and what never may be in an answer."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from sholu.release.package.model import FILE
from sholu.release.package.write import package_bytes
from sholu.web.api.endpoints import ENDPOINTS
from tests.web.conftest import client_of
from tests.web.invented_package import contents, publish

HOSTILE = (
    "' OR 1=1 --", "'; DROP TABLE event; --", '" OR ""="', "x' UNION SELECT sql FROM sqlite_master",
    '"*" NEAR(', "event_search:*", "a AND", "^a", "(((", "{x}: y", "-", "*", "%", "_", "\\",
    "../../etc/passwd", "..%2f..%2f", "/etc/passwd", "file:///etc/passwd", "\x00", "a\x00b",
    "\x01\x7f", "\ufeff", "\u202e", "\U0001f600",
    "<script>alert(1)</script>", "${7*7}", "{{7*7}}", "=1+1", "٣", "1e999", "NaN", "-0", "null",
    "true", "[]", "9" * 400, "\r\nSet-Cookie: a=b", "é" * 120, "a" * 120,
)  # fmt: skip

BY_PARAMETER = {
    parameter.name: one
    for one in ENDPOINTS
    if "{" not in one.path
    for parameter in one.all_parameters
}
"""Each parameter with one of the addresses that take it."""

LISTS = tuple(one for one in ENDPOINTS if "{" not in one.path)
SINGLE = tuple(one for one in ENDPOINTS if "{" in one.path)


def is_clean(site: TestClient, address: str) -> int:
    """The status of an answer that is JSON of the form promised."""
    given = site.get(address)
    assert given.status_code in (200, 400, 404), (address, given.status_code, given.text[:200])
    if given.status_code != 200:
        assert set(given.json()) <= {"error", "hint", "parameter"}, address
        assert given.json()["error"]
    assert "Traceback" not in given.text and "OperationalError" not in given.text
    assert "set-cookie" not in given.headers
    return given.status_code


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value)[:24])
def test_hostile_values_are_only_words(site: TestClient, value: str) -> None:
    text = quote(value, safe="")
    for name, one in BY_PARAMETER.items():
        needed = "".join(
            f"&{p.name}=x" for p in one.parameters if p.required and p.name not in ("by", name)
        )
        is_clean(site, f"{one.path}?{name}={text}{needed}")
    is_clean(site, f"/api/events?{text}=1")
    for one in SINGLE:
        head = one.path.split("{")[0]
        assert is_clean(site, f"{head}{text}") in (400, 404)


def test_a_hostile_value_finds_nothing_that_is_not_called_so(site: TestClient) -> None:
    for value in HOSTILE:
        text = quote(value, safe="")
        for path in ("/api/claims?place=", "/api/disputes?reason=", "/api/series?indicator="):
            given = site.get(f"{path}{text}")
            assert given.status_code == 400 or given.json()["total"] == 0


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/api/events?limit=0", "limit"),
        ("/api/events?limit=1001", "limit"),
        ("/api/events?limit=-5", "limit"),
        ("/api/events?limit=ten", "limit"),
        ("/api/events?limit=5.0", "limit"),
        ("/api/events?offset=-1", "offset"),
        ("/api/events?offset=99999999999999999999999999", "offset"),
        ("/api/events?limit=5&limit=6", "limit"),
        ("/api/events?since=2025-02-30", "since"),
        ("/api/events?until=yesterday", "until"),
        ("/api/events?regoin=XA-01", "regoin"),
        ("/api/events?region=", "region"),
        ("/api/events?format=xml", "format"),
        ("/api/events?lang=de", "lang"),
        ("/api/events?q=" + "x" * 201, "q"),
        ("/api/events?release=../../etc", "release"),
        ("/api/event-counts", "by"),
        ("/api/event-counts?by=person", "by"),
        ("/api/names", "kind"),
        ("/api/search", "q"),
        ("/api/search?q=x&limit=101", "limit"),
        ("/api/map", "indicator"),
        ("/api/map?indicator=x&year=99999", "year"),
        ("/api/observations?frequency=hourly", "frequency"),
        ("/api/situation/XA?period=2025-13", "period"),
    ],
)
def test_a_wrong_parameter_is_named(site: TestClient, address: str, parameter: str) -> None:
    given = site.get(address)
    assert given.status_code == 400
    record = given.json()
    assert record["parameter"] == parameter
    assert parameter in record["error"]
    assert record["hint"]


def test_a_period_that_ends_before_it_begins_is_a_mistake(site: TestClient) -> None:
    given = site.get("/api/situation/XA?period=2025/2024")
    assert given.status_code == 400
    assert "ends before it begins" in given.json()["error"]


@pytest.mark.parametrize(
    "path",
    ["/api/nothing", "/api/events/event-none", "/api/events/", "/api/export/exe",
     "/api/events/%2e%2e%2f%2e%2e", "/api/evidence/span-none",
     "/api/situation/QQ", "/api/events?release=2031-07", "/api/indicators/x/y"],
)  # fmt: skip
def test_what_is_not_there_is_told_as_json(site: TestClient, path: str) -> None:
    given = site.get(path)
    assert given.status_code == 404
    assert given.headers["content-type"] == "application/json"
    assert set(given.json()) <= {"error", "hint", "parameter"}
    assert given.headers["access-control-allow-origin"] == "*"


def test_an_enormous_address_is_refused_as_json(site: TestClient) -> None:
    given = site.get("/api/events?q=" + "x" * 60_000)
    assert given.status_code == 400
    assert set(given.json()) == {"error", "hint"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_are_refused(site: TestClient, method: str) -> None:
    for path in ("/api", "/api/events", "/api/events/event-reed", "/api/export/csv",
                 "/api/openapi.json"):  # fmt: skip
        given = site.request(method, path)
        assert given.status_code == 405
        assert set(given.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}
        assert given.json()["hint"] == "Use GET."


def test_a_page_of_another_site_may_read(site: TestClient) -> None:
    for path in ("/api/events", "/api/export/geojson", "/en/feed.atom", "/api/openapi.json"):
        assert site.get(path).headers["access-control-allow-origin"] == "*", path
    asked = site.options("/api/events", headers={"Access-Control-Request-Method": "GET"})
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-methods"] == "GET, HEAD"
    assert "access-control-allow-credentials" not in asked.headers


def test_an_answer_that_is_known_is_not_sent_again(site: TestClient) -> None:
    first = site.get("/api/events?limit=3")
    assert first.headers["cache-control"] == "public, max-age=60"
    again = site.get("/api/events?limit=3", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = site.get("/api/events?limit=4", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_the_head_of_an_answer_has_no_body(site: TestClient) -> None:
    given = site.head("/api/events")
    assert given.status_code == 200
    assert given.content == b""


def test_a_long_answer_has_a_tag_too(tmp_path: Path) -> None:
    made = contents()
    one = made.events[0]
    many = tuple(replace(one, id=f"event-{n}", text="long" * 2000) for n in range(400))
    folder = tmp_path / "2025-01"
    publish(tmp_path, languages=("en",))
    (folder / FILE).write_bytes(package_bytes(replace(made, events=many)))
    site = client_of(tmp_path)
    given = site.get("/api/events?limit=1000")
    assert len(given.content) > 3_000_000
    again = site.get("/api/events?limit=1000", headers={"If-None-Match": given.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    rows = csv.DictReader(io.StringIO(site.get("/api/events?format=csv").text, newline=""))
    assert len(list(rows)) == 400


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_a_csv_begins_like_a_formula(tmp_path: Path, begin: str) -> None:
    made = contents()
    title = f"{begin}|cmd"
    events = tuple(replace(one, title=title) for one in made.events)
    documents = tuple(replace(one, name=title) for one in made.documents)
    publish(tmp_path, languages=("en",))
    packed = package_bytes(replace(made, events=events, documents=documents))
    (tmp_path / "2025-01" / FILE).write_bytes(packed)
    site = client_of(tmp_path)
    for path, column in (("/api/events", "title"), ("/api/documents", "name")):
        text = site.get(f"{path}?format=csv").content.decode("utf-8-sig")
        cells = {row[column] for row in csv.DictReader(io.StringIO(text, newline=""))}
        assert cells == {f"'{title}"}
    sources = site.get("/api/observations?format=csv").text
    for row in csv.reader(io.StringIO(sources, newline="")):
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row)


def test_a_list_gives_as_many_as_the_description_says_unless_asked(site: TestClient) -> None:
    for one in LISTS:
        if one.is_list or one.path.endswith(".geojson"):
            needed = "&".join(
                f"{p.name}={p.schema.get('enum', ['x'])[0]}" for p in one.parameters if p.required
            )
            told = next(p.schema["default"] for p in one.parameters if p.name == "limit")
            assert site.get(f"{one.path}?{needed}").json()["limit"] == told, one.path


def test_the_description_speaks_of_every_address_and_parameter(site: TestClient) -> None:
    document = json.loads(site.get("/api/openapi.json").text)
    assert set(document["paths"]) == {one.path for one in ENDPOINTS}
    names = [one["get"]["operationId"] for one in document["paths"].values()]
    assert len(set(names)) == len(names)
    for one in ENDPOINTS:
        operation = document["paths"][one.path]["get"]
        told = {each["name"]: each for each in operation["parameters"]}
        assert set(told) == {each.name for each in one.all_parameters}
        for each in told.values():
            assert each["description"]
            assert each["schema"]["type"] in ("string", "integer")
        assert operation["summary"]
        assert {"200", "400", "404", "405"} <= set(operation["responses"])
    columns = document["components"]["schemas"]["PublicClaim"]["properties"]
    assert columns["printed"]["description"] == ("Characters of the number and its unit as printed")
