"""The page of one event and its outlets: reached from the event's card, in three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sholu.build.observatory import open_observatory
from sholu.web.app import create_app

pytestmark = pytest.mark.xdist_group("stores")


def client(store: Path) -> TestClient:
    return TestClient(create_app(open_observatory(store)), base_url="http://127.0.0.1")


@pytest.mark.parametrize(
    ("language", "verdict", "silent"),
    [("en", "agree", "silent"), ("ru", "совпадает", "не сообщает"), ("kk", "сәйкес", "айтпайды")],
)
def test_the_card_of_an_event_told_by_several_opens_what_each_says(
    demo_store: Path, language: str, verdict: str, silent: str
) -> None:
    site = client(demo_store)
    page = site.get("/", params={"q": "17,8 кг", "lang": language}).text
    [address] = set(re.findall(r'href="(/events/[^"]+/outlets[^"]*)"', page))
    matrix = site.get(address.replace("&amp;", "&")).text
    assert "Aldar Press" in matrix
    assert "Aldaria Drug Control Service" in matrix
    assert f"<td>{verdict}</td>" in matrix
    assert silent in matrix
    assert re.search(r'<a href="/\?lang=\w\w&amp;span=span-\w+#evidence">17,8\s?кг</a>', matrix)


def test_an_event_that_is_not_shown_has_no_matrix(demo_store: Path) -> None:
    assert client(demo_store).get("/events/event-none/outlets").status_code == 404
