"""Words from documents never become code: with the site's policy, and without it."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sholu.web.app import create_app
from tests.browser.conftest import MASTHEAD
from tests.browser.hostile_package import PACKED, publish_hostile
from tests.browser.payloads import sample
from tests.browser.reader import Watched, reading
from tests.browser.serving import served
from tests.browser.test_accessibility import EACH_KIND

COUNT = int(os.environ.get("SHOLU_PAYLOADS", "300"))

MORE = (
    "/releases/2025-02", "/claims/claim-xa-2023", "/documents/" + "f" * 64, "/events/event-gone",
    "/evidence/span-230?observation=observation-xa-2023&claim=claim-paper", "/events?view=map",
    "/evidence/span-203?claim=claim-xa-2023", "/situation/XA-03?period=2023",
    "/indicators/offences_registered?place=XA-03", "/indicators/offences_registered?place=XA-04",
)  # fmt: skip

INTRUDERS = """() => {
  const whole = [...document.querySelectorAll("*")];
  const roots = [document, ...whole.map(one => one.shadowRoot).filter(Boolean)];
  const wrong = "script:not([src^='/assets/']), iframe, object, embed, base, video, audio, math, " +
    "foreignObject, animate, template, meta[http-equiv=refresh i], [srcdoc], [formaction], " +
    "img:not([src^='data:']), style:not(head > style)";
  const found = roots.flatMap(root => [...root.querySelectorAll(wrong)]);
  const handlers = whole.filter(
    one => [...one.attributes].some(each => /^on/i.test(each.name)));
  const leaving = whole.filter(one => {
    const target = one.action || (one.href && (one.href.baseVal ?? one.href));
    if (typeof target !== "string" || !target) return false;
    const address = new URL(target, location.href);
    const isPlainLink = one.tagName === "A" && one.matches("[rel~=noreferrer]");
    return address.origin !== location.origin
      && !(isPlainLink && /^https?:$/.test(address.protocol));
  });
  return [...found, ...handlers, ...leaving].map(one => one.outerHTML.slice(0, 200))
    .concat(window.__pwned ? ["it ran"] : []);
}"""
"""Elements that no page of the site has, attributes that run, links that are none of the web."""


class WithoutPolicy:
    """The site as it would be if a browser knew no content security policy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_bare(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    (name, value) for name, value in message["headers"]
                    if name.lower() != b"content-security-policy"
                ]  # fmt: skip
            await send(message)

        await self.app(scope, receive, send_bare)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "releases"
    publish_hostile(folder, sample(COUNT))
    return folder


@pytest.fixture(scope="module", params=["policy on", "policy off"])
def hostile_address(request: pytest.FixtureRequest, hostile: Path) -> Iterator[str]:
    app: ASGIApp = create_app(hostile, MASTHEAD)
    with served(app if request.param == "policy on" else WithoutPolicy(app)) as where:
        yield where


def pages() -> list[str]:
    """Every kind of page, and the pages of all hostile events."""
    count = -(-COUNT // PACKED)
    lists = [f"/events?page={number}" for number in range(1, (count + 20) // 40 + 2)]
    events = [f"/events/event-hostile-{number}" for number in range(count)]
    return [f"/en{path}" for path in (*EACH_KIND.values(), *MORE, *lists, *events)]


def test_no_word_runs_or_asks_another_host(browser: Browser, hostile_address: str) -> None:
    with reading(browser, hostile_address) as watched:
        for path in pages():
            watched.open(path)
            assert watched.page.evaluate(INTRUDERS) == [], path
        _open_each_panel(watched)


def _open_each_panel(watched: Watched) -> None:
    watched.open("/en/indicators/offences_registered?place=XA")
    for value in ("203", "230"):
        watched.page.locator("table.series a.figure", has_text=value).first.click()
        watched.page.locator("dialog[open] mark").first.wait_for()
        assert watched.page.evaluate(INTRUDERS) == []
        watched.page.keyboard.press("Escape")
        watched.page.locator("dialog[open]").wait_for(state="detached")


def test_files_opened_alone_run_nothing(browser: Browser, hostile_address: str) -> None:
    """A chart, the release's own page, the feed and the interface, each as a document."""
    files = (
        "/charts/en/indicators/offences_registered.svg?place=XA",
        "/embed/en/indicators/offences_registered?place=XA",
        "/api/events", "/api/sources", "/api/disputes", "/api/openapi.json",
    )  # fmt: skip
    with reading(browser, hostile_address) as watched:
        for path in files:
            watched.open(path)
            assert watched.page.evaluate("'__pwned' in window") is False
        watched.open("/releases/2025-01/release.html")
        assert watched.page.evaluate(INTRUDERS) == []


def test_words_of_the_address_are_only_words(browser: Browser, hostile_address: str) -> None:
    with reading(browser, hostile_address) as watched:
        for number, payload in enumerate(sample(40)):
            path = ("/search?q=", "/events?since=", "/disputes?place=", "/map?substance=",
                    "/events?q=", "/indicators/offences_registered?scope=")[number % 6]  # fmt: skip
            watched.open(f"/en{path}{quote(payload[:180], safe='')}")
            assert watched.page.evaluate(INTRUDERS) == [], payload


DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""First characters that a spreadsheet takes for a formula (OWASP, CSV injection)."""


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_no_cell_of_a_download_is_a_formula(hostile: Path) -> None:
    client = TestClient(create_app(hostile, MASTHEAD), base_url="http://127.0.0.1")
    with zipfile.ZipFile(io.BytesIO(client.get("/api/export/csv").content)) as archive:
        tables = [archive.read(name).decode("utf-8-sig") for name in archive.namelist()
                  if name.endswith(".csv")]  # fmt: skip
    tables.append(client.get("/api/events?format=csv").content.decode("utf-8-sig"))
    cells = [cell for text in tables for row in csv.reader(io.StringIO(text)) for cell in row]
    assert [one for one in cells if one.startswith(DANGEROUS) and not is_number(one)] == []
    assert any(one.startswith("'=") for one in cells)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/api/export/xlsx").content))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in found if cell.data_type == "f"] == []
    assert [cell.hyperlink for cell in found if cell.hyperlink is not None] == []


def test_feed_and_chart_are_whole_xml_whatever_the_words(hostile: Path) -> None:
    client = TestClient(create_app(hostile, MASTHEAD), base_url="http://127.0.0.1")
    feed = ElementTree.fromstring(client.get("/en/feed.atom").content)
    assert feed.tag.endswith("feed") and len(feed) > 5
    for place in ("XA", "XA-03"):
        chart = client.get(f"/charts/en/indicators/offences_registered.svg?place={place}")
        assert ElementTree.fromstring(chart.content).tag.endswith("svg")
