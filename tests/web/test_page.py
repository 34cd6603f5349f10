"""The page only reads, shows nothing above TLP:CLEAR, and opens the words behind each figure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sholu.build.observatory import open_observatory
from sholu.build.run import build
from sholu.web.app import create_app
from sholu.web.filters import Filter, read_filter
from sholu.web.wording import choose_language
from tests.conftest import quiet, run

pytestmark = pytest.mark.xdist_group("stores")


def client(store: Path) -> TestClient:
    return TestClient(create_app(open_observatory(store)), base_url="http://127.0.0.1")


def test_a_figure_opens_the_words_that_say_it(demo_store: Path) -> None:
    site = client(demo_store)
    page = site.get("/", params={"q": "Operation Buran"}).text
    link = r'href="([^"]*#evidence)"[^>]*><b>46\.1 kg</b> <span class="of">hashish<'
    [address] = re.findall(link, page)
    opened = site.get(address.replace("&amp;", "&")).text
    panel = opened[opened.index('<aside id="evidence"') :]
    assert "<mark>46.1 kg</mark> of hashish and 1.2 kg of marijuana" in panel
    assert "Ministry of Interior of Aldaria" in panel
    assert "Known bias" in panel


def test_filters_live_in_the_address(demo_store: Path) -> None:
    site = client(demo_store)
    titles = re.findall(r"<h2>.*?>([^<]+)</a></h2>", site.get("/?country=XB&kind=campaign").text)
    assert len(titles) == 2
    assert any("ЯСНЫЙ ВЗГЛЯД" in title for title in titles)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Releases"), ("ru", "Выпуски"), ("kk", "Шығарылымдар")]
)
def test_the_page_speaks_three_languages(demo_store: Path, language: str, words: str) -> None:
    page = client(demo_store).get("/", params={"lang": language}).text
    assert f'<html lang="{language}">' in page
    assert words in page
    assert "built-in method" not in page


def test_invented_data_stand_under_a_banner(demo_store: Path) -> None:
    assert "Invented for demonstration" in client(demo_store).get("/").text


def test_nothing_can_be_written(demo_store: Path) -> None:
    site = client(demo_store)
    for address in ("/", "/releases"):
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert site.request(method, address).status_code == 405


def test_pages_call_no_other_host_and_run_no_script(demo_store: Path) -> None:
    answer = client(demo_store).get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    loaded = re.findall(r'(?:src|href)="(https?:[^"]+)"', answer.text)
    assert all(address.startswith("http://127.0.0.1") for address in loaded), loaded


def test_a_page_elsewhere_cannot_read_it_under_another_name(demo_store: Path) -> None:
    site = TestClient(create_app(open_observatory(demo_store)), base_url="http://evil.example")
    assert site.get("/").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/releases/../journal.db",
        "/releases/2025-01/..%2f..%2fjournal.db",
        "/releases/2025-99/release.pdf",
        "/assets/../app.py",
        "/page-picture/span-nothing.png",
        "/nothing",
    ],
)
def test_only_what_is_published_is_served(demo_store: Path, path: str) -> None:
    assert client(demo_store).get(path).status_code == 404


def test_what_is_marked_amber_is_not_shown_even_by_its_span(
    small_store: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text(
        "Published: 2025-01-09\n\n# Police seized 3 kg of hashish in Tersay region\n\n"
        "Officers seized 3 kg of hashish near Tersay. Invented for a test.\n",
        encoding="utf-8",
    )
    assert run(small_store, "add", str(note), "--marking", "amber").exit_code == 0
    build(open_observatory(small_store), quiet)
    spans = re.findall(r"span-[a-z2-7]+", run(small_store, "events", "--format", "json").stdout)
    site = client(small_store)
    page = site.get("/").text
    assert "3 kg of hashish" not in page
    assert "not marked TLP:CLEAR: 1" in page
    assert all("3 kg of hashish" not in site.get("/", params={"span": s}).text for s in spans)


def test_the_place_on_a_page_of_a_pdf_is_shown_as_a_picture(demo_store: Path) -> None:
    site = client(demo_store)
    page = site.get("/", params={"q": "SERVICE DOG FINDS HASHISH"}).text
    span = re.findall(r"span=(span-[a-z2-7]+)", page)[0]
    opened = site.get("/", params={"span": span}).text
    assert f"/page-picture/{span}.png" in opened
    picture = site.get(f"/page-picture/{span}.png")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")


def test_a_filter_survives_its_own_address() -> None:
    wanted = Filter(country="XA", q="гашиш & маковая соломка", since="2025-01-01")
    from urllib.parse import parse_qsl

    assert read_filter(dict(parse_qsl(wanted.address()[1:]))) == wanted


def test_a_date_that_is_none_does_not_break_the_filter() -> None:
    assert read_filter({"since": "yesterday", "until": "2025-01"}) == Filter(until="2025-01")


@pytest.mark.parametrize(
    ("asked", "accepted", "chosen"),
    [("kk", "ru", "kk"), (None, "de-DE,ru;q=0.8,en;q=0.5", "ru"), ("xx", "", "en")],
)
def test_the_language_is_the_one_asked_for_else_the_browsers(
    asked: str | None, accepted: str, chosen: str
) -> None:
    assert choose_language(asked, accepted, "en") == chosen
