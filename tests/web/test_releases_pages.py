"""Releases: archive, files, older ones, withdrawn things, retractions, and none at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sholu.release.freeze import retract
from tests.web.conftest import client_of
from tests.web.invented_package import publish


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Number 1 in three languages, and number 2 in English, from which an event was withdrawn."""
    folder = tmp_path_factory.mktemp("two") / "releases"
    publish(folder, languages=("en", "ru"))
    publish(folder, number=2, languages=("en",), gone="event-port")
    return client_of(folder)


def test_the_files_of_a_release_are_served_as_they_were_frozen(site: TestClient) -> None:
    assert site.get("/releases/2025-01/release.pdf").content == b"%PDF-1.7 invented"
    assert site.get("/releases/2025-01/release.json").json()["number"] == 1
    policy = site.get("/releases/2025-01/release.html").headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "path",
    [
        "/releases/2025-01/data.sqlite",
        "/releases/../sholu.toml",
        "/releases/2025-01/..%2f..%2fsholu.toml",
        "/releases/..%2f2025-01/release.pdf",
        "/releases/2025-99/release.pdf",
        "/assets/../app.py",
        "/assets/..%2fapp.py",
        "/page-picture/nothing/1.png",
        "/page-picture/..%2f..%2fetc/1.png",
    ],
)
def test_only_what_is_published_is_served(site: TestClient, path: str) -> None:
    assert site.get(path).status_code == 404


def test_what_was_withdrawn_says_when_and_why(two: TestClient) -> None:
    page = two.get("/en/events/event-port")
    assert page.status_code == 200
    assert "20 January 2025" in page.text
    assert "The document was a forgery." in page.text
    assert "The document was a forgery." in two.get("/en/releases/2025-02").text


def test_an_older_release_can_be_pinned_and_leads_to_the_newest(two: TestClient) -> None:
    page = two.get("/en/events/event-port?release=2025-01").text
    assert "Port of Lenta" in page
    assert "There is a newer release" in page
    inner = re.findall(r'href="(/en/[^"#]*)"', page)
    always_newest = ("/en/", "/en/feed.atom")
    assert [one for one in inner if "release=2025-01" not in one and one not in always_newest] == []
    assert "There is a newer release" not in two.get("/en/events").text


def test_an_unknown_release_is_not_found(two: TestClient) -> None:
    for name in ("2031-01", "..", "2025-01/..", "x" * 300):
        assert two.get("/en/events", params={"release": name}).status_code == 404


def test_a_retraction_is_visible_and_the_newest_that_stands_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    publish(folder, languages=("en",))
    publish(folder, number=2, languages=("en",))
    client = client_of(folder)
    assert "№ 2" in client.get("/en/").text
    retract(folder / "2025-02", "chief", "A name was left in.", "2025-02-01T10:00:00Z")
    assert "№ 1" in client.get("/en/").text
    assert "A name was left in." in client.get("/en/releases").text
    assert "A name was left in." in client.get("/en/releases/2025-02").text


def test_a_reissue_lists_why(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    publish(folder, languages=("en",))
    publish(folder, languages=("en",), reissue=1)
    client = client_of(folder)
    assert "A mended figure." in client.get("/en/releases").text
    assert "A mended figure." in client.get("/en/releases/2025-01-r1").text


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Nothing is published yet"), ("ru", "Пока ничего не опубликовано"),
     ("kk", "Әзірге ештеңе жарияланған жоқ")],
)  # fmt: skip
def test_before_the_first_release_the_site_says_what_to_run(
    tmp_path: Path, language: str, words: str
) -> None:
    client = client_of(tmp_path / "releases")
    page = client.get(f"/{language}/")
    assert page.status_code == 200
    assert words in page.text and "sholu" in page.text
    assert client.get(f"/{language}/events").status_code == 404


def test_a_release_without_data_is_offered_as_files(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    publish(folder, languages=("en",))
    (folder / "2025-01" / "data.sqlite").unlink()
    client = client_of(folder)
    assert "/releases/2025-01/release.pdf" in client.get("/en/").text
    assert client.get("/releases/2025-01/release.pdf").status_code == 200
