"""What people come for, from the address to the answer, in the release of the demonstration."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import DESKTOP, PHONE, Watched, reading

LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
SECTIONS = {
    "en": {"situation": "Situation", "disputes": "Disputes", "search": "Search"},
    "ru": {"situation": "Обстановка", "disputes": "Противоречия", "search": "Поиск"},
    "kk": {"situation": "Жағдай", "disputes": "Қайшылықтар", "search": "Іздеу"},
}
WORDS = {"en": "heroin", "ru": "героина", "kk": "героин"}
"""A drug in each language; the Russian word is in the genitive, the index has the nominative."""

WHY = {"en": "two digits changed places", "ru": "цифры переставлены", "kk": "цифрлар ауысқан"}
"""Why the invented figures differ, as the release explains it."""


def go_to(watched: Watched, path: str) -> None:
    """Follow the link of the navigation to a section."""
    watched.page.locator(f'header nav.nav a[href$="{path}"]').click()
    watched.page.wait_for_url(f"**{path}")


@pytest.mark.parametrize(
    ("language", "size", "scripts"),
    [("en", DESKTOP, True), ("ru", PHONE, True), ("kk", PHONE, False)],
)
def test_a_new_reader_finds_their_way_from_the_address_to_the_data(
    browser: Browser, address: str, tmp_path: Path, language: str, size: dict[str, int],
    scripts: bool,
) -> None:  # fmt: skip
    options = {"viewport": size, "locale": LOCALES[language], "java_script_enabled": scripts}
    with reading(browser, address, **options) as watched:
        page = watched.page
        watched.open("/")
        assert watched.path() == f"/{language}/"
        assert page.locator("html").get_attribute("lang") == language
        expect(page.locator("h1")).to_contain_text("№ 2")

        go_to(watched, "/situation")
        page.locator('main a[href*="/situation/XA-02"]').first.click()
        expect(page.locator("main h2[id]")).to_have_count(7)

        watched.open(f"/{language}/indicators/offences_registered?place=XA")
        below = watched.path()
        page.locator("table.series a.figure", has_text="203").first.click()
        expect(page.locator("[data-panel] mark").first).to_have_text("203")
        expect(page.locator("[data-panel] figure.sheet svg")).to_be_visible()
        assert "/evidence/span-203" in watched.path()
        page.go_back()
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert watched.path() == below

        other = "ru" if language == "kk" else "kk"
        page.locator(f'nav.languages a[hreflang="{other}"]').click()
        page.wait_for_url(f"**/{other}/indicators/offences_registered?place=XA")
        page.locator(f'nav.languages a[hreflang="{language}"]').click()
        # A click on a file while the page still changes is lost with the page.
        page.wait_for_url(f"**/{language}/indicators/offences_registered?place=XA")

        with page.expect_download() as waiting:
            page.locator('main ul.files a[href*="format=csv"]').first.click()
        saved = tmp_path / "series.csv"
        waiting.value.save_as(saved)
        rows = list(csv.DictReader(saved.read_text("utf-8-sig").splitlines()))
        assert {row["period"]: float(row["value"]) for row in rows}["2023"] == 203

        go_to(watched, "/disputes")
        page.locator("main ul.rows a").first.click()
        expect(page.locator("main")).to_contain_text(WHY[language])
        expect(page.locator("main blockquote mark")).to_have_text(["203", "230"])


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_search_finds_documents_of_all_languages(
    browser: Browser, demo_address: str, language: str
) -> None:
    with reading(browser, demo_address, locale=LOCALES[language]) as watched:
        watched.open("/")
        go_to(watched, "/search")
        watched.page.locator("input[type=search]").fill(WORDS[language])
        watched.page.keyboard.press("Enter")
        watched.page.wait_for_url("**q=*")
        found = watched.page.locator("main ul.rows h2 a")
        assert found.count() > 0
        assert len({one.get_attribute("lang") for one in found.all()}) > 1
        assert watched.page.locator("main ul.rows mark").count() > 0


def test_a_figure_of_the_demonstration_leads_to_its_sentence(
    browser: Browser, demo_address: str
) -> None:
    with reading(browser, demo_address, viewport=PHONE) as watched:
        watched.open("/en/events")
        figure = watched.page.locator("main a.figure[data-evidence]").first
        printed = figure.inner_text()
        figure.click()
        panel = watched.page.locator("dialog[open]")
        digits = re.sub(r"\W", "", printed)
        assert digits in re.sub(r"\W", "", panel.locator("mark").first.inner_text())
        watched.page.keyboard.press("Escape")
        expect(panel).to_have_count(0)


def test_no_page_of_the_demonstration_is_wider_than_a_phone(
    browser: Browser, demo_address: str
) -> None:
    with reading(browser, demo_address, viewport=PHONE) as watched:
        for path in ("/", "/situation/XA", "/events", "/releases/2025-01", "/disputes", "/data"):
            watched.open(f"/ru{path}")
            assert watched.width_is_kept(), path


def test_what_was_withdrawn_or_is_old_says_so(browser: Browser, address: str) -> None:
    with reading(browser, address, viewport=PHONE) as watched:
        watched.open("/en/events/event-port")
        expect(watched.page.get_by_text("The document was a forgery.")).to_be_visible()
        watched.open("/en/events/event-port?release=2025-01")
        notice = watched.page.locator("header .notice")
        expect(notice).to_be_visible()
        notice.locator("a").click()
        watched.page.wait_for_url("**/en/")
        expect(watched.page.locator("h1")).to_contain_text("№ 2")


def test_paper_shows_the_words_and_not_the_buttons(browser: Browser, address: str) -> None:
    with reading(browser, address) as watched:
        watched.open("/en/indicators/offences_registered?place=XA")
        watched.page.emulate_media(media="print")
        for shown in ("table.series", "figure.chart .wide svg", "h1", ".edition"):
            expect(watched.page.locator(shown).first).to_be_visible()
        for left_out in ("nav.nav", "nav.languages", "form.filter", "figure.chart .narrow"):
            expect(watched.page.locator(left_out).first).to_be_hidden()
        background = watched.page.evaluate("getComputedStyle(document.body).color")
        assert background != "rgb(255, 255, 255)"


def test_dark_readers_get_a_dark_page(browser: Browser, address: str) -> None:
    with reading(browser, address, color_scheme="dark") as watched:
        watched.open("/en/")
        paper = watched.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert max(int(one) for one in re.findall(r"\d+", paper)[:3]) < 80
