"""The interface for programs: what it says of the invented release, address by address."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sholu.release.exports.exporters import EXPORTERS
from sholu.release.freeze import retract
from sholu.web.api.endpoints import ENDPOINTS
from sholu.web.api.parameters import PARTIAL_DATE
from tests.conftest import REPOSITORY
from tests.web.conftest import client_of
from tests.web.invented_package import REGIONS, publish


def answer(site: TestClient, address: str) -> Any:
    """What an address gives, as JSON."""
    given = site.get(address)
    assert given.status_code == 200, given.text
    assert given.headers["content-type"].startswith("application/")
    return json.loads(given.text)


def ids(listing: dict[str, Any]) -> list[str]:
    return [one["id"] for one in listing["items"]]


def table(site: TestClient, address: str) -> list[dict[str, str]]:
    """The rows of a CSV."""
    given = site.get(address)
    assert given.status_code == 200
    assert given.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(given.content.decode("utf-8-sig"), newline="")))


def test_the_entrance_lists_every_address(site: TestClient) -> None:
    given = answer(site, "/api")
    assert given["release"] == "2025-01"
    assert given["banner"] == {"en": "Invented"}
    assert set(given["addresses"]) == {one.path for one in ENDPOINTS}
    assert answer(site, "/api/") == given


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("", 12),
        ("kind=operation", 1),
        ("region=XA-02", 2),
        ("country=XB", 2),
        ("since=2025-01-12&until=2025-01-14", 3),
        ("until=2024", 0),
        ("since=2025-01&until=2025", 12),
        ("q=hashish", 1),
        ("q=гашиш&region=XA-05", 0),
        ("kind=seizure&country=XB", 1),
        ("document=" + "0" * 64, 0),
    ],
)
def test_events_are_filtered_as_on_the_site(site: TestClient, query: str, total: int) -> None:
    given = answer(site, f"/api/events?{query}")
    assert given["total"] == total
    assert len(given["items"]) == total
    assert given["next"] is None
    assert len(answer(site, f"/api/events.geojson?{query}")["features"]) == total
    assert len(table(site, f"/api/events?{query}&format=csv")) == total


def test_pages_of_a_list_join_to_the_whole(site: TestClient) -> None:
    whole = ids(answer(site, "/api/events"))
    seen, address = [], "/api/events?limit=5&country="
    assert site.get(address).status_code == 400
    address = "/api/events?limit=5&lang=kk"
    pages = 0
    while address:
        page = answer(site, address)
        assert page["total"] == 12 and page["limit"] == 5
        seen += ids(page)
        address, pages = page["next"], pages + 1
    assert seen == whole
    assert pages == 3
    assert answer(site, "/api/events?offset=12")["items"] == []
    assert answer(site, "/api/events?offset=12")["next"] is None


def test_the_header_names_the_next_page_too(site: TestClient) -> None:
    link = site.get("/api/events?limit=5&kind=seizure").headers
    assert "link" not in link
    link = site.get("/api/events?limit=2&country=XA").headers
    assert link["link"] == '</api/events?limit=2&country=XA&offset=2>; rel="next"'


def test_one_event_has_its_figures_and_tellings(site: TestClient) -> None:
    given = answer(site, "/api/events/event-reed")
    assert given["title"] == "Operation Reed: 46.1 kg of hashish seized"
    assert [one["printed"] for one in given["figures"]] == ["46.1 kg", "9 persons", "5.7 tons"]
    assert [one["source"] for one in given["tellings"]] == ["xa-ministry", "xa-paper"]
    assert given["differences"][0]["field"] == "date"
    assert given["decisions"] == []


def test_events_are_counted(site: TestClient) -> None:
    given = answer(site, "/api/event-counts?by=country&lang=ru")
    counts = {one["code"]: one["events"] for one in given["items"]}
    assert counts == {"XA": 8, "XB": 2, "XC": 2}
    assert {one["name"] for one in given["items"]} >= {"Алдария"}
    assert answer(site, "/api/event-counts?by=month")["items"] == [
        {"code": "2025-01", "name": "2025-01", "events": 12}
    ]


def test_claims_and_where_they_stand(site: TestClient) -> None:
    of_years = {f"claim-xa-{year}" for year in range(2019, 2025)}
    assert set(ids(answer(site, "/api/claims"))) == {*of_years, "claim-paper"}
    assert answer(site, "/api/claims?place=XB")["total"] == 0
    assert ids(answer(site, "/api/claims?document=" + "e" * 64)) == ["claim-paper"]
    one = answer(site, "/api/claims/claim-paper")
    assert one["value"] == 230.0 and one["printed"] == "230"
    assert one["observations"] == ["observation-xa-2023"]
    assert one["disputes"] == ["dispute-2023"]
    other = answer(site, "/api/claims/claim-xa-2023")
    assert [made["why"] for made in other["decisions"]] == ["Compared with the printed report."]


def test_a_dispute_has_its_sides_and_what_was_decided(site: TestClient) -> None:
    assert ids(answer(site, "/api/disputes?claim=claim-paper")) == ["dispute-2023"]
    assert answer(site, "/api/disputes?reason=rounding")["total"] == 0
    one = answer(site, "/api/disputes/dispute-2023")
    assert [side["value"] for side in one["sides"]] == [203.0, 230.0]
    assert [made["entry"] for made in one["decisions"]] == [12]


def test_series_and_observations(site: TestClient) -> None:
    heads = answer(site, "/api/series?indicator=offences_registered")
    assert heads["total"] == 6
    assert answer(site, "/api/series?frequency=month")["total"] == 0
    given = answer(site, "/api/observations?series=series-xa")
    assert [(one["period"], one["value"]) for one in given["items"]] == [
        ("2019", 199.0), ("2020", 200.0), ("2021", 201.0), ("2022", 202.0), ("2023", 203.0),
        ("2024", 204.0),
    ]  # fmt: skip
    both = answer(site, "/api/observations/observation-xa-2023")
    assert [one["value"] for one in both["points"]] == [203.0, 230.0]
    assert both["differing"] is True


def test_what_is_withheld_is_null_and_not_nought(site: TestClient) -> None:
    given = answer(site, "/api/observations?place=XA-05")
    last = next(one for one in given["items"] if one["period"] == "2024")
    assert last["value"] is None and last["status"] == "suppressed"
    rows = table(site, "/api/observations?place=XA-05&format=csv")
    assert next(row for row in rows if row["period"] == "2024")["value"] == ""


def test_a_page_of_observations_may_begin_in_the_midst_of_a_series(site: TestClient) -> None:
    whole = ids(answer(site, "/api/observations"))
    assert len(whole) == 36
    for offset, limit in ((0, 4), (4, 4), (5, 13), (30, 100), (36, 5)):
        page = answer(site, f"/api/observations?offset={offset}&limit={limit}")
        assert ids(page) == whole[offset : offset + limit]
        assert page["total"] == 36
        rows = table(site, f"/api/observations?offset={offset}&limit={limit}&format=csv")
        assert [row["id"] for row in rows] == whole[offset : offset + limit]


def test_a_series_as_tables(site: TestClient) -> None:
    rows = table(site, "/api/observations?series=series-xa&format=csv&lang=ru")
    assert [row["value"] for row in rows][:2] == ["199.0", "200.0"]
    assert {row["place_name"] for row in rows} == {"Алдария"}
    given = site.get("/api/observations?series=series-xa&format=sdmx-csv")
    assert given.headers["content-type"].startswith("application/vnd.sdmx.data+csv")
    sdmx = list(csv.DictReader(io.StringIO(given.text, newline="")))
    assert [(row["TIME_PERIOD"], row["OBS_VALUE"]) for row in sdmx][-1] == ("2024", "204.0")
    assert given.headers["content-disposition"].endswith('"2025-01-observations.sdmx.csv"')


@pytest.mark.parametrize("path", ["/api/sources", "/api/documents", "/api/claims", "/api/events"])
def test_a_table_begins_and_stops_where_the_address_says(site: TestClient, path: str) -> None:
    whole = table(site, f"{path}?format=csv")
    assert table(site, f"{path}?format=csv&offset=1") == whole[1:]
    assert table(site, f"{path}?format=csv&limit=1") == whole[:1]
    assert len(whole) == answer(site, path)["total"] > 1


def test_the_map_has_every_region_of_the_country_with_its_shape(site: TestClient) -> None:
    given = answer(site, "/api/map?indicator=offences_registered&year=2024")
    places = {one["id"]: one for one in given["features"]}
    assert set(REGIONS) <= set(places)
    assert places["XA-01"]["properties"]["value"] == 30.0 + 0 + 2024
    assert places["XA-05"]["properties"]["value"] is None
    assert places["XA-01"]["geometry"]["type"] == "MultiPolygon"
    assert answer(site, "/api/map?indicator=nothing")["features"][0]["properties"]["value"] is None


def test_evidence_gives_the_words_the_paragraph_and_who_says_it(site: TestClient) -> None:
    one = answer(site, "/api/evidence/span-203")
    assert (one["words"], one["page"], one["publisher"]["grade"]) == ("203", 7, "B")
    assert one["before"] + one["words"] + one["after"] == (
        "In 2023 the agencies registered 203 drug offences in Aldaria."
    )
    assert site.get(one["picture"]).headers["content-type"] == "image/png"
    assert answer(site, "/api/evidence/span-230")["picture"] is None


@pytest.mark.parametrize(
    ("address", "key", "expected"),
    [
        ("/api/indicators", "code", {"offences_registered"}),
        ("/api/sources", "code", {"xa-ministry", "xa-paper"}),
        ("/api/findings", "id", {"finding-1"}),
        ("/api/findings?where=event-reed", "id", {"finding-1"}),
        ("/api/findings?where=event-dogs", "id", set()),
        ("/api/breaks?place=XA-02", "day", {"2022-01-01"}),
        ("/api/breaks?indicator=nothing", "day", set()),
        ("/api/documents?source=xa-paper", "name", {"evening <b>.html"}),
        ("/api/names?kind=source", "code", {"xa-ministry", "xa-paper"}),
        ("/api/places", "code", {"XA", "XB", "XC", *REGIONS}),
        ("/api/withdrawn", "id", set()),
        ("/api/exports", "format", set(EXPORTERS)),
    ],
)
def test_lists(site: TestClient, address: str, key: str, expected: set[str]) -> None:
    given = answer(site, address)
    assert {one[key] for one in given["items"]} == expected
    assert given["total"] == len(expected)


@pytest.mark.parametrize(
    "address",
    ["/api/indicators/offences_registered", "/api/sources/xa-paper", "/api/findings/finding-1",
     "/api/documents/" + "d" * 64],
)  # fmt: skip
def test_single_things_answer(site: TestClient, address: str) -> None:
    given = answer(site, address)
    assert address.rsplit("/", 1)[1] in (given.get("code"), given.get("id"))


def test_search_says_whether_more_follows(site: TestClient) -> None:
    first = answer(site, "/api/search?q=found&limit=1")
    assert first["total"] is None
    assert len(first["items"]) == 1
    assert first["next"] == "/api/search?q=found&limit=1&offset=1"
    hits = answer(site, "/api/search?q=hashish&kind=event")
    assert ids(hits) == ["event-reed"]
    assert {"text": "hashish", "marked": True} in hits["items"][0]["snippet"]
    assert hits["next"] is None
    assert answer(site, "/api/search?q=%22%20*%20-")["items"] == []


def test_the_situation_has_seven_answers_in_the_language_asked(site: TestClient) -> None:
    given = answer(site, "/api/situation/XA?period=2024&lang=kk")
    assert (given["place"], given["period"], given["language"]) == ("XA", "2024", "kk")
    assert len(given["answers"]) == 7
    assert answer(site, "/api/situation/XA-02")["place"] == "XA-02"


def test_a_release_says_what_its_data_are(site: TestClient) -> None:
    given = answer(site, "/api/release?release=2025-01-ru")
    assert given["coverage"]["withheld"] == 5
    assert given["counts"] | {"events": 12, "claims": 7, "observations": 36} == given["counts"]
    assert given["retraction"] is None


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_a_whole_release_comes_in_each_format(site: TestClient, name: str) -> None:
    given = site.get(f"/api/export/{name}?lang=ru")
    assert given.status_code == 200
    extension = EXPORTERS[name].extension
    assert given.headers["content-disposition"].endswith(f'"2025-01-ru{extension}"')
    assert given.headers["content-type"].split(";")[0] == EXPORTERS[name].media_type
    if extension.endswith((".zip", ".xlsx")):
        assert zipfile.ZipFile(io.BytesIO(given.content)).testzip() is None
    again = site.get(
        f"/api/export/{name}?lang=ru", headers={"If-None-Match": given.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_releases_retractions_and_pinned_answers(tmp_path: Path) -> None:
    publish(tmp_path, languages=("en",))
    publish(tmp_path, number=2, languages=("en",), gone="event-dogs")
    site = client_of(tmp_path)
    assert answer(site, "/api/events")["release"] == "2025-02"
    assert answer(site, "/api/events")["total"] == 11
    pinned = answer(site, "/api/events?release=2025-01&limit=10")
    assert (pinned["release"], pinned["total"]) == ("2025-01", 12)
    assert pinned["next"] == "/api/events?release=2025-01&limit=10&offset=10"
    gone = site.get("/api/events/event-dogs")
    assert gone.status_code == 410
    assert gone.json()["withdrawn"]["why"] == "The document was a forgery."
    assert answer(site, "/api/events/event-dogs?release=2025-01")["id"] == "event-dogs"
    assert answer(site, "/api/withdrawn")["total"] == 1

    retract(tmp_path / "2025-02", "A. Keeper", "The numbers were of another year.",
            "2025-02-20T10:00:00Z")  # fmt: skip
    assert answer(site, "/api/events")["release"] == "2025-01"
    listed = answer(site, "/api/releases")["items"]
    notice = {one["release"]: one["retraction"] for one in listed}
    assert notice == {
        "2025-01": None,
        "2025-02": {"at": "2025-02-20T10:00:00Z", "why": "The numbers were of another year."},
    }
    assert "A. Keeper" not in site.get("/api/releases").text
    assert site.get("/api/events").headers["sholu-release"] == "2025-01"


def test_the_reference_lists_every_address_and_no_other() -> None:
    text = (REPOSITORY / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(/api[^`]*)` \|", text, flags=re.MULTILINE)
    assert sorted(listed) == sorted(one.path for one in ENDPOINTS)
    for one in ENDPOINTS:
        row = next(line for line in text.splitlines() if line.startswith(f"| `{one.path}` |"))
        for parameter in re.findall("`([a-z]+)`", row.split("|")[2]):
            assert parameter in {each.name for each in one.parameters} | set(EXPORTERS)


def test_before_the_first_release_the_entrance_is_open_and_lists_are_not(tmp_path: Path) -> None:
    site = client_of(tmp_path / "none")
    assert answer(site, "/api")["release"] is None
    assert answer(site, "/api/releases")["items"] == []
    assert answer(site, "/api/openapi.json")["openapi"] == "3.1.0"
    for path in ("/api/events", "/api/export/csv", "/api/release", "/api/situation/XA"):
        refused = site.get(path)
        assert refused.status_code == 404
        assert refused.json()["error"] == "Nothing is published yet."


def test_a_damaged_release_is_no_crash(tmp_path: Path, releases: Path) -> None:
    shutil.copytree(releases / "2025-01", tmp_path / "2025-01")
    data = tmp_path / "2025-01" / "data.sqlite"
    whole = data.read_bytes()
    data.write_bytes(whole[:8192] + b"\x00" * (len(whole) - 8192))
    refused = client_of(tmp_path).get("/api/events")
    assert refused.status_code == 503
    assert set(refused.json()) == {"error", "hint"}


def test_the_pattern_of_dates_takes_the_days_of_the_calendar() -> None:
    taken = ("2025", "2025-01", "2025-12-31", "2024-02-29", "2000-02-29", "1999-04-30")
    refused = ("2025-13", "2025-02-29", "1900-02-29", "2025-04-31", "0999", "25", "2025-1",
               "2025-01-01T00:00", "2025-01-00", "٢٠٢٥", "2025\n")  # fmt: skip
    assert [text for text in taken if not re.fullmatch(PARTIAL_DATE, text)] == []
    assert [text for text in refused if re.fullmatch(PARTIAL_DATE, text)] == []
