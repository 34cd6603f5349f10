"""Events: filters in the address, timeline, map, tellings side by side."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient


def titles(page: str) -> list[str]:
    return re.findall(r'<h2><a href="[^"]*"[^>]*>([^<]+)</a></h2>', page)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("country=XB&kind=campaign", ["Contest opens in Northern Morovia"]),
        ("region=XA-02&kind=operation", ["Operation Reed: 46.1 kg of hashish seized"]),
        ("since=2025-01-14&country=XC", ["Three agencies agree"]),
        ("until=2025-01-03&kind=warning",
         ["Markup #read(&#34;x&#34;) $x$ *b* &lt;script&gt;alert(1)&lt;/script&gt; is only words"]),
        ("q=barrel", ["A find at sea"]),
        ("country=XX", []),
    ],
)  # fmt: skip
def test_filters_live_in_the_address(site: TestClient, query: str, found: list[str]) -> None:
    assert titles(site.get(f"/en/events?{query}").text) == found


def test_a_date_that_is_none_counts_as_absent(site: TestClient) -> None:
    assert titles(site.get("/en/events?since=yesterday&until=2025-13").text) == titles(
        site.get("/en/events").text
    )


def test_a_bar_of_the_timeline_opens_its_month_within_the_filter(site: TestClient) -> None:
    page = site.get("/en/events?country=XB").text
    bar = r'<a href="([^"]*since=2025-01[^"]*)" aria-label="January 2025: 2"'
    [address] = set(re.findall(bar, page))
    assert "country=XB" in address
    assert len(titles(site.get(address.replace("&amp;", "&")).text)) == 2


def test_the_map_of_events_has_a_table_and_leads_to_the_region(site: TestClient) -> None:
    page = site.get("/en/events?view=map").text
    assert 'aria-label="Tersay region: 2"' in page
    assert re.search(r"region=XA-02[^>]*>Tersay region</a></th><td class=\"number\">2</td>", page)


def test_what_documents_tell_differently_stands_side_by_side(site: TestClient) -> None:
    page = site.get("/en/events/event-reed").text
    assert "Evening paper" in page
    row = page[page.index('<tr class="differ">') :]
    assert "6 January 2025" in row and "7 January 2025" in row


def test_words_keep_the_language_of_their_source(site: TestClient) -> None:
    page = site.get("/en/events/event-talk").text
    assert '<h1 lang="kk" dir="auto">Мектепте кездесу өтті' in page


def test_a_list_remembers_the_filter_on_its_next_page(site: TestClient) -> None:
    assert site.get("/en/events?country=XA&page=99").status_code == 200
