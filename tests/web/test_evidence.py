"""A figure leads to its sentence, its source, what others say, who decided, how it came about."""

from __future__ import annotations

import html
import re

from starlette.testclient import TestClient


def text_of(page: str) -> str:
    """The words of a page without its markup."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def panel(site: TestClient, address: str) -> str:
    page = site.get(address).text
    return page[page.index("data-panel") : page.index("</article>")]


def test_the_figure_of_an_event_opens_the_words_that_say_it(site: TestClient) -> None:
    page = site.get("/en/events/event-reed").text
    [address] = re.findall(r'<a class="figure" data-evidence href="([^"]+)">46\.1 kg</a>', page)
    opened = panel(site, html.unescape(address))
    assert "found <mark>46.1 kg</mark> of hashish" in opened
    assert "Printed “46.1 kg”, read as 46.1 kg" in text_of(opened).replace("\u00a0", " ")
    assert "Operation Reed" in opened


def test_a_point_of_a_series_is_followed_from_the_sentence_to_the_value(site: TestClient) -> None:
    opened = panel(site, "/en/evidence/span-203?observation=observation-xa-2023")
    words = text_of(opened).replace("\u00a0", " ")
    assert "registered <mark>203</mark> drug offences" in opened
    assert "B – usually reliable" in words
    assert "Counts its own cases only." in words
    assert "Of 2 statements about this, this one is shown" in words
    assert "the source with the highest grade" in words
    assert "Evening paper" in words and "230 offences" in words
    assert "Compared with the printed report." in words
    assert "two digits changed places" in words


def test_a_claim_that_was_not_chosen_says_so(site: TestClient) -> None:
    opened = panel(site, "/ru/evidence/span-230?observation=observation-xa-2023&claim=claim-paper")
    assert "показано другое" in text_of(opened)


def test_the_words_are_marked_on_the_picture_of_the_page(site: TestClient) -> None:
    opened = panel(site, "/en/evidence/span-203")
    # The box covers 10 to 30 per cent of 100 pixels, and 20 to 25 per cent of 140.
    assert '<rect x="10.0" y="28.0" width="20.0" height="7.0"/>' in opened
    [address] = re.findall(r'<image href="([^"]+)"', opened)
    picture = site.get(address)
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")


def test_what_is_about_nothing_known_is_still_shown_with_its_source(site: TestClient) -> None:
    opened = panel(site, "/en/evidence/span-203?observation=nothing&claim=none&event=no")
    assert "Counts its own cases only." in opened


def test_every_point_of_a_chart_leads_to_its_evidence(site: TestClient) -> None:
    page = site.get("/en/indicators/offences_registered?place=XA").text
    chart = page[page.index('<figure class="chart">') : page.index("</figure>")]
    addresses = {
        html.unescape(one) for one in re.findall(r'<a data-evidence="" href="([^"]+)"', chart)
    }
    assert any(one.startswith("/en/evidence/span-203?") for one in addresses)
    assert all(site.get(one).status_code == 200 for one in addresses)


def test_a_claim_page_shows_its_words_and_its_contradiction(site: TestClient) -> None:
    words = text_of(site.get("/en/claims/claim-paper").text)
    assert "Last year 230 drug offences" in words
    assert "two digits changed places" in words
    assert "another statement is shown" in words
