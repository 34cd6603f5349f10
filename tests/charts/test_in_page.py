"""Drawings as parts of a page: what leads somewhere, and colours that turn with the page."""

from __future__ import annotations

import re
from itertools import pairwise

from sholu.charts.bars_over_time import TimeBar, draw_bars
from sholu.charts.design import (
    COLOURS,
    DARK_COLOURS,
    DARK_STEPS,
    STEPS,
    css_dark_properties,
    in_page_colours,
)
from sholu.charts.in_page import series_in_page
from sholu.charts.map import draw_map
from sholu.charts.map_grammar import MapPicture
from sholu.charts.series_grammar import DayMark, Panel, SeriesChart, SeriesPoint
from sholu.charts.sparkline import draw_sparkline


def years(*values: float | None, address: str = "") -> tuple[SeriesPoint, ...]:
    return tuple(
        SeriesPoint(f"{year}-01-01", f"{year}-12-31", str(year), value, address=address,
                    printed=f"{value}")
        for year, value in enumerate(values, 2020)
    )  # fmt: skip


def test_only_points_with_an_address_are_links() -> None:
    points = (*years(1.0, 2.0), *years(3.0, address="/en/x?a=1&b=2"))
    svg = series_in_page(SeriesChart("t", "kg", (Panel("", points),), (), ()), "en")
    assert re.findall(r'<a [^>]*href="([^"]*)"', svg) == ["/en/x?a=1&amp;b=2"]
    assert "undefined" not in svg
    assert "vega.github.io" not in svg


def test_a_drawing_has_nothing_inline_that_a_strict_policy_forbids() -> None:
    svg = series_in_page(SeriesChart("t", "kg", (Panel("", years(1.0, 2.0, 3.0)),), (), ()), "ru")
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", svg)


def test_the_axis_speaks_the_language() -> None:
    chart = SeriesChart("t", "kg", (Panel("", years(100.0, 250000.0, 3.0)),), (), ())
    assert ">200,000<" in series_in_page(chart, "en")
    assert re.search(r">200\s000<", series_in_page(chart, "ru"))


def test_colours_of_the_design_become_properties_of_the_page() -> None:
    assert in_page_colours(f'<a fill="{COLOURS["ink"]}"/>') == '<a fill="var(--ink)"/>'
    assert in_page_colours(f'<a fill="{STEPS[2]}"/>') == '<a fill="var(--step-3)"/>'
    assert in_page_colours("<text>#1c2733</text>") == "<text>#1c2733</text>"


def test_every_colour_has_its_dark_one() -> None:
    assert DARK_COLOURS.keys() == COLOURS.keys()
    assert all(f"--{name}:" in css_dark_properties() for name in COLOURS)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: relative luminance of both, the lighter by the darker."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_can_be_read_on_what_they_stand_on_light_and_dark() -> None:
    for colours in (COLOURS, DARK_COLOURS):
        for ink in ("ink", "ink-soft", "accent", "link", "warm"):
            for ground in ("paper", "accent-soft"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        assert contrast(colours["ink"], colours["mark"]) >= 4.5
        assert contrast(colours["warm"], colours["warm-soft"]) >= 4.5
        assert contrast(colours["paper"], colours["accent"]) >= 4.5


def test_much_stands_out_from_the_ground_light_and_dark() -> None:
    light = [contrast(step, COLOURS["paper"]) for step in STEPS]
    dark = [contrast(step, DARK_COLOURS["paper"]) for step in DARK_STEPS]
    assert light == sorted(light)
    assert dark == sorted(dark)


def test_a_bar_is_as_high_as_its_count_and_opens_its_period() -> None:
    bars = [TimeBar(4, "January: 4", "/a?x=1&y=2"), TimeBar(0, "", "/b"), TimeBar(1, "<b>", "/c")]
    svg = draw_bars(bars, "events", 300)
    heights = [float(h) for h in re.findall(r'class="bar"[^>]*height="([\d.]+)"', svg)]
    assert heights == [96.0, 24.0]
    assert re.findall(r'<a href="([^"]+)"', svg) == ["/a?x=1&amp;y=2", "/c"]
    assert "<b>" not in svg


def test_the_last_label_of_a_row_of_bars_stays_inside_the_picture() -> None:
    months = [TimeBar(1, "m", "/a", "ноябрь 2025 года") for _ in range(11)]
    svg = draw_bars(months, "events", 720)
    wide = 6.6 * len("ноябрь 2025 года")
    starts = sorted(float(x) for x in re.findall(r'<text x="([\d.]+)" y="127"', svg))
    assert len(starts) > 1
    assert 720 - wide - 1 < starts[-1] <= 720 - wide
    assert all(later - one > wide for one, later in pairwise(starts))


def test_a_sparkline_is_parted_at_a_break_and_at_a_gap() -> None:
    whole = draw_sparkline(years(1, 2, 3, 4))
    broken = draw_sparkline(years(1, 2, 3, 4), ["2022-01-01"])
    gap = draw_sparkline(years(1, None, 3, 4))
    assert [svg.split(' d="')[1].split('"')[0].count("M") for svg in (whole, broken, gap)] == [
        1,
        2,
        2,
    ]
    assert draw_sparkline(years(None)) == ""


def test_regions_of_a_map_lead_somewhere_and_say_what_they_are() -> None:
    svg = draw_map(
        MapPicture("m", countries=("XA",), addresses={"XA-02": "/s?a=1&b=2"},
                   titles={"XA-02": "Tersay <b>: 3"})
    )  # fmt: skip
    assert svg.count('<a href="/s?a=1&amp;b=2" aria-label="Tersay &lt;b&gt;: 3">') == 1
    assert 'role="group"' in svg


def test_a_break_is_drawn_over_the_chart() -> None:
    marks = (DayMark("2022-01-01", "new law", "break"),)
    chart = SeriesChart("t", "kg", (Panel("", years(1, 2, 3, 4)),), marks, ())
    svg = series_in_page(chart, "en")
    assert "new law" in svg
    assert svg.count('aria-roledescription="line mark"') == 2
