"""Every kind of page, by axe at WCAG 2.0 to 2.2 A and AA, light and dark, desktop and phone."""

from __future__ import annotations

import os
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from sholu.web.app import PAGES
from tests.browser.reader import DESKTOP, PHONE, Watched, reading
from tests.web.invented_package import REPORT

EACH_KIND = {
    "/": "/",
    "/releases": "/releases",
    "/releases/{folder}": "/releases/2025-01",
    "/situation": "/situation",
    "/situation/{place}": "/situation/XA?period=2023",
    "/indicators": "/indicators",
    "/indicators/{code}": "/indicators/offences_registered?place=XA",
    "/map": "/map?indicator=offences_registered&year=2024",
    "/events": "/events",
    "/events/{id}": "/events/event-reed",
    "/evidence/{span}": "/evidence/span-203?observation=observation-xa-2023",
    "/claims/{id}": "/claims/claim-paper",
    "/disputes": "/disputes",
    "/disputes/{id}": "/disputes/dispute-2023",
    "/findings": "/findings",
    "/sources": "/sources",
    "/sources/{code}": "/sources/xa-paper",
    "/documents/{id}": f"/documents/{REPORT}",
    "/search": "/search?q=hashish",
    "/about": "/about",
    "/methods": "/methods",
    "/methods/{name}": "/methods/prices",
    "/data": "/data",
}
"""An address of every kind of page, below the language."""

MORE = ("/events?view=map", "/events/event-port", "/events?release=2025-01", "/no-such-page")
"""A map, a withdrawn event, a page of an older release, a mistake."""

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL_RULES = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": STANDARDS}}

# Each size and each colour once; the nightly run takes the other two pairs as well.
LOOKS = [(DESKTOP, "light"), (PHONE, "dark")]
if os.environ.get("SHOLU_ALL_LOOKS"):
    LOOKS += [(DESKTOP, "dark"), (PHONE, "light")]


def found_by_axe(watched: Watched) -> list[str]:
    """What axe objects to: rule, element, and why."""
    if not watched.page.evaluate("'axe' in window"):
        watched.page.evaluate(AXE_SCRIPT)
    violations: list[dict[str, Any]] = watched.page.evaluate(
        "rules => axe.run(document, rules).then(found => found.violations)", ALL_RULES
    )
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:240]}"
        for rule in violations
        for node in rule["nodes"][:3]
    ]


def test_every_kind_of_page_is_looked_at() -> None:
    assert [path for path, _ in PAGES if path not in EACH_KIND] == []


@pytest.mark.parametrize("path", [*EACH_KIND.values(), *MORE])
def test_axe_finds_nothing(browser: Browser, address: str, path: str) -> None:
    with reading(browser, address) as watched:
        watched.open(f"/en{path}")
        for size, colours in LOOKS:
            watched.page.set_viewport_size(size)  # type: ignore[arg-type]
            watched.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
            assert found_by_axe(watched) == [], (size, colours)
            assert watched.width_is_kept(), size


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_long_words_of_other_languages_fit_a_phone(
    browser: Browser, address: str, language: str
) -> None:
    with reading(browser, address, viewport=PHONE) as watched:
        for path in (*EACH_KIND.values(), *MORE):
            watched.open(f"/{language}{path}")
            assert watched.width_is_kept(), path


def test_axe_finds_nothing_in_the_open_panel(browser: Browser, address: str) -> None:
    for size, colours in LOOKS:
        with reading(browser, address, viewport=size, color_scheme=colours) as watched:
            watched.open("/kk/indicators/offences_registered?place=XA")
            watched.page.locator("table.series a.figure", has_text="203").first.click()
            watched.page.locator("dialog[open] h1").wait_for()
            watched.page.wait_for_timeout(250)  # the panel slides in; half-way it has no colours
            assert found_by_axe(watched) == []
            assert watched.width_is_kept()


def test_axe_finds_nothing_in_an_embedded_chart(browser: Browser, address: str) -> None:
    with reading(browser, address, viewport=PHONE) as watched:
        watched.open("/embed/ru/indicators/offences_registered?place=XA")
        assert found_by_axe(watched) == []
        assert watched.width_is_kept()
