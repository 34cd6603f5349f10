"""The feed, read back as a reader of feeds reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from starlette.testclient import TestClient

from sholu.release.freeze import retract
from sholu.release.package.model import FILE, PublicDecision
from sholu.release.package.write import package_bytes
from sholu.web.app import create_app
from sholu.web.site import Masthead
from tests.web.conftest import MASTHEAD, client_of
from tests.web.invented_package import contents, publish

WHERE = Masthead(MASTHEAD.name, MASTHEAD.banner, "https://observatory.aldaria.example")


def read(site: TestClient, language: str = "en") -> Any:
    """The feed as feedparser has it."""
    given = site.get(f"/{language}/feed.atom")
    assert given.status_code == 200
    assert given.headers["content-type"].split(";")[0] == "application/atom+xml"
    parsed = feedparser.parse(given.content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def titles(parsed: Any) -> dict[str, Any]:
    return {entry.title: entry for entry in parsed.entries}


def test_it_has_the_release_and_its_events(site: TestClient) -> None:
    parsed = read(site)
    assert parsed.feed.title == "Invented observatory"
    assert parsed.feed.subtitle == "Invented"
    assert len(parsed.entries) == 1 + 12
    found = titles(parsed)
    assert "Information release № 1, 1–15 January 2025" in found
    reed = found["Operation Reed: 46.1 kg of hashish seized"]
    assert reed.link == "/en/events/event-reed"
    assert reed.updated == "2025-01-10T00:00:00Z"
    assert site.get(reed.link).status_code == 200


def test_entries_are_in_order_and_their_ids_differ(site: TestClient) -> None:
    parsed = read(site)
    moments = [entry.updated for entry in parsed.entries]
    assert moments == sorted(moments, reverse=True)
    assert parsed.feed.updated == moments[0]
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries)
    assert all(re.fullmatch("urn:uuid:[0-9a-f-]{36}", entry.id) for entry in parsed.entries)


def test_an_entry_has_one_id_in_all_languages(site: TestClient) -> None:
    known = {entry.id for entry in read(site, "en").entries}
    assert {entry.id for entry in read(site, "kk").entries} == known
    assert read(site, "en").feed.id != read(site, "kk").feed.id


def test_with_an_address_all_links_are_whole(releases: Path) -> None:
    app = create_app(releases, WHERE)
    parsed = read(TestClient(app, base_url="http://127.0.0.1"), "ru")
    links = {one.rel: one.href for one in parsed.feed.links}
    assert links == {
        "self": "https://observatory.aldaria.example/ru/feed.atom",
        "alternate": "https://observatory.aldaria.example/ru/",
    }
    start = "https://observatory.aldaria.example/ru/"
    assert all(entry.link.startswith(start) for entry in parsed.entries)


def test_what_others_wrote_stays_words(site: TestClient) -> None:
    text = site.get("/en/feed.atom").text
    assert "<script" not in text
    root = ElementTree.fromstring(text)
    atom = "{http://www.w3.org/2005/Atom}"
    kinds = {one.get("type", "text") for name in ("title", "summary") for one in
             root.iter(f"{atom}{name}")}  # fmt: skip
    assert kinds == {"text"}
    told = [one.text for one in root.iter(f"{atom}title")]
    assert 'Markup #read("x") $x$ *b* <script>alert(1)</script> is only words' in told


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b[31m", "\ufffe", "]]>", "&amp;", "<![CDATA["])
def test_a_title_of_odd_signs_is_valid_xml(tmp_path: Path, bad: str) -> None:
    made = contents()
    events = tuple(replace(one, title=f"a{bad}b", text=bad) for one in made.events)
    publish(tmp_path, languages=("en",))
    (tmp_path / "2025-01" / FILE).write_bytes(package_bytes(replace(made, events=events)))
    parsed = read(client_of(tmp_path))
    assert len(parsed.entries) == 13


def test_a_decision_brings_an_event_up_again(tmp_path: Path) -> None:
    made = contents()
    decided = PublicDecision(13, "2025-02-03T04:05:06Z", "correct", "event-dogs", "Eight.", {})
    publish(tmp_path, languages=("en",))
    packed = package_bytes(replace(made, decisions=(*made.decisions, decided)))
    (tmp_path / "2025-01" / FILE).write_bytes(packed)
    dogs = titles(read(client_of(tmp_path)))["Dog Bora finds 7 parcels"]
    assert dogs.updated == "2025-02-03T04:05:06Z"


def test_reissues_retractions_and_withdrawn_events_are_told(tmp_path: Path) -> None:
    publish(tmp_path, languages=("en",))
    before = titles(read(client_of(tmp_path)))
    publish(tmp_path, languages=("en",), reissue=1, gone="event-dogs")
    retract(tmp_path / "2025-01", "A. Keeper", "It counted twice.", "2025-02-20T10:00:00Z")
    site = client_of(tmp_path)
    after = titles(read(site))
    first = "Information release № 1, 1–15 January 2025"
    assert after[f"Retracted: {first}"].summary == "It counted twice."
    assert after[f"Retracted: {first}"].updated == "2025-02-20T10:00:00Z"
    assert after[f"{first} (re-issue 1)"].summary == "A mended figure."
    assert after[first].id == before[first].id
    assert after[f"{first} (re-issue 1)"].id != before[first].id
    gone = after["Withdrawn: Dog Bora finds 7 parcels"]
    assert gone.id == before["Dog Bora finds 7 parcels"].id
    assert gone.summary == "The document was a forgery."
    assert "Dog Bora finds 7 parcels" not in after
    assert "A. Keeper" not in site.get("/en/feed.atom").text


def test_before_the_first_release_the_feed_is_empty_and_valid(tmp_path: Path) -> None:
    assert read(client_of(tmp_path / "none")).entries == []


def test_every_page_leads_to_the_feed_of_its_language(site: TestClient) -> None:
    for language in ("en", "ru", "kk"):
        head = site.get(f"/{language}/events").text.split("</head>")[0]
        link = next(one for one in head.splitlines() if "application/atom+xml" in one)
        assert f'href="/{language}/feed.atom"' in link
