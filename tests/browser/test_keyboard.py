"""The whole site without a mouse: where the focus is, what shows it, where it comes back to."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.reader import Watched, reading

MANY = 400
"""More stops of the Tab key than any page has."""

FOCUS = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  return {
    tag: one.tagName.toLowerCase(), href: one.getAttribute("href"), text: one.textContent.trim(),
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    order: [...document.querySelectorAll("*")].indexOf(one),
  };
}"""


def tab(watched: Watched) -> dict[str, object]:
    """Press Tab; where the focus is now."""
    watched.page.keyboard.press("Tab")
    found: dict[str, object] = watched.page.evaluate(FOCUS)
    return found


def test_every_stop_is_seen_and_comes_in_the_order_of_the_page(
    browser: Browser, address: str
) -> None:
    with reading(browser, address) as watched:
        watched.open("/en/indicators/offences_registered?place=XA")
        orders: list[object] = []
        for _ in range(MANY):
            stop = tab(watched)
            if stop["tag"] == "body" or stop["order"] in orders:
                break
            orders.append(stop["order"])
            assert stop["seen"], stop
            assert stop["outline"], stop
        assert len(orders) > 30
        assert orders == sorted(orders, key=int)  # type: ignore[call-overload]


def test_the_first_stop_skips_to_the_content(browser: Browser, address: str) -> None:
    with reading(browser, address) as watched:
        watched.open("/en/disputes")
        assert tab(watched)["href"] == "#content"
        watched.page.keyboard.press("Enter")
        stop = tab(watched)
        inside = watched.page.evaluate(
            "document.querySelector('main').contains(document.activeElement)"
        )
        assert inside, stop


def test_the_panel_takes_the_focus_keeps_it_and_gives_it_back(
    browser: Browser, address: str
) -> None:
    with reading(browser, address) as watched:
        page = watched.page
        watched.open("/en/indicators/offences_registered?place=XA")
        figure = page.locator("table.series a.figure", has_text="203").first
        figure.focus()
        page.keyboard.press("Enter")
        panel = page.locator("dialog[open]")
        expect(panel).to_be_visible()
        expect(panel.locator("h1")).to_be_visible()
        in_panel = "document.querySelector('dialog[open]').contains(document.activeElement)"
        assert page.evaluate(in_panel)
        stops = panel.locator("a, button").count()
        for _ in range(stops + 3):
            page.keyboard.press("Tab")
            # Past the last stop the focus may be on the browser's own buttons: the body has it.
            assert page.evaluate(f"document.activeElement === document.body || {in_panel}")
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert page.evaluate("document.activeElement.textContent.trim()") == figure.inner_text()
        page.go_forward()
        expect(page.locator("dialog[open] mark").first).to_have_text("203")
        page.reload()
        expect(page.locator("main mark").first).to_have_text("203")
        page.go_back()
        expect(page.locator("table.series")).to_be_visible()


def test_a_point_of_the_chart_opens_its_evidence_by_keyboard(
    browser: Browser, address: str
) -> None:
    with reading(browser, address) as watched:
        page = watched.page
        watched.open("/en/indicators/offences_registered?place=XA")
        point = page.locator('figure.chart .wide a[data-evidence][href*="span-203"]').first
        point.focus()
        page.keyboard.press("Enter")
        expect(page.locator("dialog[open] mark").first).to_have_text("203")


def test_the_filters_of_events_work_without_a_mouse_or_scripts(
    browser: Browser, address: str
) -> None:
    with reading(browser, address, java_script_enabled=False) as watched:
        page = watched.page
        watched.open("/en/events")
        page.locator("select[name=kind]").focus()
        page.keyboard.type("seiz")
        page.keyboard.press("Enter")
        page.locator("form.filter button").press("Enter")
        page.wait_for_url("**kind=seizure*")
        assert page.locator("ul.rows > li").count() > 0
