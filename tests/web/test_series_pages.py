"""Indicators, maps and situation: breaks, gaps, tables behind drawings."""

from __future__ import annotations

import html
import re

from starlette.testclient import TestClient


def test_the_chart_draws_the_break_and_the_competing_claim(site: TestClient) -> None:
    page = site.get("/en/indicators/offences_registered?place=XA").text
    chart = page[page.index('<div class="wide">') : page.index('<div class="narrow">')]
    assert "all complaints" in chart
    assert "2023: 230 offences" in html.unescape(chart).replace("\u00a0", " ")
    # The line is parted by the break, so that there are two paths of lines.
    assert len(re.findall(r'aria-roledescription="line mark"', chart)) == 2


def test_the_table_has_every_value_and_says_why_one_is_missing(site: TestClient) -> None:
    page = site.get("/en/indicators/offences_registered?place=XA-05").text
    table = page[page.index('<table class="series">') :]
    assert "2053" in table and "withheld" in table


def test_the_colours_of_a_chart_are_those_of_the_page(site: TestClient) -> None:
    page = site.get("/en/indicators/offences_registered").text
    chart = page[page.index('<figure class="chart">') : page.index("</figure>")]
    assert 'stroke="var(--accent)"' in chart
    assert 'fill="#1c2733"' not in chart


def test_the_choice_of_place_lives_in_the_address(site: TestClient) -> None:
    page = site.get("/ru/indicators/offences_registered?place=XA-02").text
    assert '<option value="XA-02" selected>' in page
    assert "Терсайская область" in page


def test_a_place_without_a_series_says_so_instead_of_failing(site: TestClient) -> None:
    assert site.get("/en/indicators/offences_registered?place=XB&frequency=week").status_code == 200


def test_charts_come_as_files_and_only_embeds_may_be_framed(site: TestClient) -> None:
    address = "/charts/kk/indicators/offences_registered.{}?place=XA"
    assert site.get(address.format("svg")).text.startswith("<svg")
    assert site.get(address.format("png")).content.startswith(b"\x89PNG")
    assert site.get(address.format("json")).json()["$schema"].endswith("v6.json")
    assert site.get(address.format("exe")).status_code == 404
    embedded = site.get("/embed/kk/indicators/offences_registered?place=XA")
    assert "frame-ancestors *" in embedded.headers["content-security-policy"]


def test_the_map_has_a_legend_a_table_and_says_where_nothing_is_known(site: TestClient) -> None:
    page = site.get("/en/map?indicator=offences_registered&year=2024").text
    assert "no data" in page[page.index('class="legend"') :]
    # Four regions with 2054 to 2057 offences; the fifth withholds its figure.
    table = page[page.index("<tbody>") :]
    assert list(re.findall(r">(20\d\d)</a>", table)) == ["2057", "2056", "2055", "2054"]
    assert re.search(
        r"Zhartas region</a></th><td class=\"number\"><span class=\"soft\">no data", table
    )


def test_a_situation_answers_seven_questions_and_says_what_is_not_known(site: TestClient) -> None:
    page = site.get("/en/situation/XA?period=2024").text
    assert len(re.findall(r'<section aria-labelledby="[a-z_]+"><h2', page)) == 7
    assert page.count("What is not known") == 7


def test_a_town_or_a_wrong_code_has_no_situation(site: TestClient) -> None:
    assert site.get("/en/situation/ZZ").status_code == 404


def test_the_key_figures_of_the_first_page_open_their_evidence(site: TestClient) -> None:
    page = site.get("/en/").text
    keys = page[page.index('<ul class="keys">') :]
    assert re.search(r'<p class="value"><a class="figure" data-evidence href="[^"]+">204</a>', keys)
