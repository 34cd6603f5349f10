"""Every page answers in three languages, leads only to pages that exist, and obeys its policy."""

from __future__ import annotations

import html
import itertools
import re

import pytest
from starlette.testclient import TestClient

from sholu.web.wording import choose_language

PATHS = (
    "/", "/releases", "/releases/2025-01", "/situation", "/situation/XA", "/situation/XA-02",
    "/indicators", "/indicators/offences_registered", "/map", "/events", "/events?view=map",
    "/events/event-reed", "/evidence/span-203", "/claims/claim-paper", "/disputes",
    "/disputes/dispute-2023", "/findings", "/sources", "/sources/xa-paper", "/methods",
    "/methods/prices", "/search", "/search?q=hashish", "/about", "/data",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_page_speaks_each_language_and_has_one_heading(site: TestClient, path: str) -> None:
    for language, word in (("en", "Releases"), ("ru", "Выпуски"), ("kk", "Шығарылымдар")):
        answer = site.get(f"/{language}{path}")
        assert answer.status_code == 200, path
        assert f'<html lang="{language}">' in answer.text
        assert word in answer.text
        assert len(re.findall(r"<h1\b", answer.text)) == 1
        assert "built-in method" not in answer.text
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", answer.text)]
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_no_link_of_the_site_is_broken(site: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/kk/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = site.get(address)
        assert answer.status_code == 200, address
        if "html" not in answer.headers["content-type"] or address.startswith("/releases/"):
            continue
        targets = re.findall(r'(?:href|src)="([^"#]*)', answer.text)
        # One language is walked whole; of the others, the pages that it links to.
        follows = address.startswith(("/kk", "/embed"))
        found = (html.unescape(one) for one in targets)
        waiting += [one for one in found if one.startswith("/") and follows]
    assert len(seen) > 150


@pytest.mark.parametrize("path", PATHS)
def test_nothing_stands_inline_and_no_other_host_is_called(site: TestClient, path: str) -> None:
    answer = site.get(f"/en{path}")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", _own_markup(answer.text))
    assert all(src.startswith("/") for src in re.findall(r'src="([^"]*)"', answer.text))
    assert re.findall(r"<script([^>]*)>", answer.text) == [
        one for one in re.findall(r"<script([^>]*)>", answer.text) if "src=" in one
    ]


def _own_markup(page: str) -> str:
    """The tags of a page, without its words."""
    return " ".join(re.findall(r"<[^>]+>", page))


def test_words_of_documents_are_never_markup(site: TestClient) -> None:
    hostile = ("/events/event-markup", "/evidence/span-230", "/disputes/dispute-2023")
    for path in (*hostile, "/sources/xa-paper"):
        page = site.get(f"/en{path}").text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>.html" not in page
        assert 'href="javascript:' not in page
    assert "&lt;script&gt;alert(1)" in site.get("/en/events/event-markup").text


def test_the_language_changes_and_the_place_stays(site: TestClient) -> None:
    page = site.get("/en/events?country=XB&kind=campaign").text
    [address] = re.findall(r'<a href="([^"]+)" hreflang="ru"', page)
    assert html.unescape(address) == "/ru/events?country=XB&kind=campaign"


@pytest.mark.parametrize(
    ("accepted", "place"),
    [("ru-RU,ru;q=0.9", "/ru/"), ("kk", "/kk/"), ("de", "/en/"), ("", "/en/")],
)
def test_the_root_leads_to_a_language_of_the_browser(
    site: TestClient, accepted: str, place: str
) -> None:
    answer = site.get("/", headers={"Accept-Language": accepted})
    assert (answer.status_code, answer.headers["location"]) == (302, place)


def test_an_unknown_language_is_the_default() -> None:
    assert choose_language("xx", "", "en") == "en"


def test_every_page_says_its_release(site: TestClient) -> None:
    page = site.get("/ru/disputes").text
    assert "выпуск № 1, 1–15 января 2025 года" in page


def test_no_name_of_a_private_person_is_shown(site: TestClient) -> None:
    for path in ("/events/event-court", "/releases/2025-01", "/search?q=приговор"):
        assert "person-k3q7abcdef" not in site.get(f"/ru{path}").text
