"""The page of downloads, and the way to a series from the page of its indicator."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from starlette.testclient import TestClient

from sholu.release.exports.exporters import EXPORTERS
from sholu.release.exports.tables import table_forms
from sholu.web.api.archive import export_words


def links(text: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'href="(/[^"]*)"', text)]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_format_is_offered_and_says_what_it_is_for(site: TestClient, language: str) -> None:
    page = site.get(f"/{language}/data").text
    assert set(export_words()) == set(EXPORTERS)
    for name, words in export_words().items():
        assert f"/api/export/{name}?lang={language}" in links(page)
        for key in ("title", "for", "open"):
            assert html.escape(words[key][language], quote=False).replace("'", "&#39;") in page


def test_the_dictionary_on_the_page_has_every_column(site: TestClient) -> None:
    page = site.get("/en/data").text
    for form in table_forms():
        rows = page.split(f'<details id="{form.name}">')[1].split("</details>")[0]
        assert re.findall('<th scope="row"><code>([a-z_]+)</code>', rows) == [
            column.name for column in form.columns
        ]


def test_an_older_release_offers_its_own_files(site: TestClient) -> None:
    page = site.get("/en/data?release=2025-01-ru").text
    offered = [one for one in links(page) if one.startswith("/api/export/")]
    assert len(offered) == len(EXPORTERS)
    assert all(one.endswith("&release=2025-01-ru") for one in offered)


def test_the_citation_names_observatory_release_and_data(site: TestClient) -> None:
    quoted = re.search("<blockquote>(.*?)</blockquote>", site.get("/en/data").text)
    assert quoted is not None
    start = "Invented observatory. Information release № 1, 1–15 January 2025. Data: 2025-01 ("
    assert quoted[1].startswith(start)


def test_a_reader_of_an_indicator_takes_its_series_along(site: TestClient) -> None:
    page = site.get("/ru/indicators/offences_registered?place=XA-03").text
    address = next(one for one in links(page) if one.startswith("/api/") and "format=csv" in one)
    text = site.get(address).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["place"] for row in rows} == {"XA-03"}
    assert [row["period"] for row in rows] == ["2019", "2020", "2021", "2022", "2023", "2024"]
