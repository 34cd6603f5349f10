"""Charts and the design system's numbers."""

from __future__ import annotations

from itertools import combinations

import pytest
from lxml import etree

from sholu.charts.design import (
    CATEGORIES,
    COLOURS,
    SUBSTANCE_GROUPS,
    css_custom_properties,
    readable_on,
    typst_design,
)
from sholu.charts.grammar import Bar, ChartError, StackedBars, describe, gather_rest
from sholu.charts.svg import draw_svg
from sholu.charts.vega_lite import specify
from sholu.vocabulary.model import SUBSTANCE_GROUPS as GROUPS_OF_THE_VOCABULARY

LONG = "Республика Южный Достан и Западные острова"
CHART = StackedBars(
    (
        Bar("Морская держава", "изъятия", 2),
        Bar("Алдария", "изъятия", 1),
        Bar("Алдария", "прочее", 3),
        Bar(LONG, "суд", 1),
    ),
    unit="число событий",
    source="Подсчитано",
    rest="прочее",
)


def _texts(svg: str) -> list[str]:
    root = etree.fromstring(svg.encode())
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "paper"),
    [("ink", "paper"), ("ink-soft", "paper"), ("ink-soft", "accent-soft"), ("accent", "paper"),
     ("accent", "accent-soft"), ("warm", "warm-soft"), ("warm", "accent-soft"), ("link", "paper"),
     ("ink", "mark"), ("paper", "accent")],
)  # fmt: skip
def test_every_ink_can_be_read_on_its_paper(ink: str, paper: str) -> None:
    assert _contrast(COLOURS[ink], COLOURS[paper]) >= 4.5


def test_numbers_in_bars_take_the_ink_that_is_easier_to_read() -> None:
    for colour in CATEGORIES:
        other = {COLOURS["ink"]: COLOURS["paper"], COLOURS["paper"]: COLOURS["ink"]}
        chosen = readable_on(colour)
        assert _contrast(chosen, colour) >= _contrast(other[chosen], colour)


def test_all_categories_differ() -> None:
    assert all(one != other for one, other in combinations(CATEGORIES, 2))


def test_every_substance_group_has_a_colour_of_its_own() -> None:
    assert set(SUBSTANCE_GROUPS) == set(GROUPS_OF_THE_VOCABULARY)
    assert len(set(SUBSTANCE_GROUPS.values())) == len(SUBSTANCE_GROUPS)


def test_web_and_paper_share_the_numbers() -> None:
    css = css_custom_properties()
    assert f"--accent: {COLOURS['accent']};" in css
    assert "--size-body: 14.0px;" in css  # 10.5 pt are 14 px
    assert typst_design()["colours"]["accent"] == COLOURS["accent"]  # type: ignore[index]


def test_a_chart_in_words_says_every_number() -> None:
    assert describe(CHART) == (
        "Морская держава – 2 (изъятия – 2); Алдария – 4 (изъятия – 1, прочее – 3); "
        f"{LONG} – 1 (суд – 1)."
    )


def test_rows_stand_in_the_order_given_and_long_names_break() -> None:
    texts = _texts(draw_svg(CHART))
    rows = [text for text in texts if "Морская" in text or "Алдария" in text or "Южный" in text]
    assert rows == ["Морская держава", "Алдария", LONG.replace("Достан и", "Достани")]


def test_the_rest_is_last_and_grey() -> None:
    colours = specify(CHART)["layer"][0]["encoding"]["color"]["scale"]
    assert colours["domain"] == ["изъятия", "суд", "прочее"]
    assert colours["range"] == [CATEGORIES[0], CATEGORIES[1], "#dddddd"]


def test_a_bar_of_one_piece_has_its_number_once_and_a_longer_one_its_sum() -> None:
    texts = _texts(draw_svg(CHART))
    assert texts.count("4") == 2  # the sum of Алдария and a tick of the axis
    one = _texts(draw_svg(StackedBars((Bar("Алдария", "изъятия", 3),), "событий")))
    assert one.count("3") == 2  # in the bar and on the axis


def test_one_series_has_no_legend() -> None:
    one = StackedBars((Bar("Алдария", "изъятия", 3), Bar("Моровия", "изъятия", 1)), "событий")
    assert "изъятия" not in _texts(draw_svg(one))
    assert "изъятия" in _texts(draw_svg(CHART))


def test_the_same_chart_is_the_same_picture() -> None:
    assert draw_svg(CHART) == draw_svg(CHART)


def test_nothing_is_fetched_and_no_script_is_in_the_picture() -> None:
    svg = draw_svg(CHART)
    assert "<script" not in svg
    assert "http" not in svg.replace("http://www.w3.org/", "")


@pytest.mark.parametrize(
    "name", ["a\"b'c\\d", "</text><script>", "datum.label", "{{ x }}", "${x}", "a\nb", "50 % & <b>"]
)
def test_a_name_is_never_read_as_a_program(name: str) -> None:
    svg = draw_svg(StackedBars((Bar(name, "s", 1), Bar("other", name, 1)), "events"))
    printed = "".join(_texts(svg)).replace(" ", "")
    assert "".join(name.split()) in printed
    assert "<script>" not in svg


def test_twelve_countries_and_the_most_series_that_differ_can_be_drawn() -> None:
    bars = tuple(
        Bar(f"Страна {row}", f"вид {series}", 1) for row in range(12) for series in range(8)
    )
    texts = _texts(draw_svg(StackedBars(bars, "событий")))
    assert {f"Страна {row}" for row in range(12)} <= set(texts)


def test_more_series_than_colours_are_refused() -> None:
    bars = tuple(Bar("Алдария", f"вид {series}", 1) for series in range(9))
    with pytest.raises(ChartError, match="colours"):
        specify(StackedBars(bars, "событий"))


@pytest.mark.parametrize("bars", [(), (Bar("Алдария", "изъятия", 0),)])
def test_a_chart_of_nothing_is_refused(bars: tuple[Bar, ...]) -> None:
    with pytest.raises(ChartError):
        specify(StackedBars(bars, "событий"))


def test_the_smallest_series_are_gathered_and_no_event_is_lost() -> None:
    bars = [Bar("A", "big", 5), Bar("A", "mid", 3), Bar("B", "x", 1), Bar("B", "y", 1)]
    gathered = gather_rest(bars, 2, "other")
    assert gathered == (Bar("A", "big", 5), Bar("A", "mid", 3), Bar("B", "other", 2))


def test_a_single_left_over_series_keeps_its_name() -> None:
    bars = [Bar("A", "big", 5), Bar("A", "small", 1)]
    assert gather_rest(bars, 1, "other") == tuple(bars)


def test_what_is_the_rest_already_never_takes_the_place_of_a_name() -> None:
    bars = [Bar("A", "other", 9), Bar("A", "big", 2), Bar("A", "mid", 1), Bar("B", "big", 1)]
    assert gather_rest(bars, 1, "other") == (
        Bar("A", "big", 2), Bar("A", "mid", 1), Bar("A", "other", 9), Bar("B", "big", 1),
    )  # fmt: skip
