"""What is known of an indicator in a period: a source's own value, sums, the newest, changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sholu.core.period import parse_period
from sholu.release.package.model import PublicBreak, PublicObservation, PublicPoint
from sholu.release.situation.gaps import find_gaps
from sholu.release.situation.key_figures import Setting, figures_of, figures_of_regions
from sholu.release.situation.model import KeyFigure
from sholu.release.situation.sentences import figure_sentence
from sholu.vocabulary.model import Names

POINT = PublicPoint(
    claim="c", value=None, value_high=None, low=None, high=None, status="reported",
    qualifier="exact", printed="", source="police", cited_source=None, grade="B", document="d",
    published=None, span="s", suspect="", note="",
)  # fmt: skip


def observed(
    period: str,
    value: float | None,
    *,
    place: str = "XA",
    unit: str = "offence",
    frequency: str = "year",
    accumulation: str = "period",
    scope: str = "",
    others: tuple[float, ...] = (),
) -> PublicObservation:
    days = parse_period(period)
    points = [replace(POINT, value=value), *(replace(POINT, value=v, grade="C") for v in others)]
    return PublicObservation(
        id=f"{place}-{period}-{scope}", series=place, indicator="offences_registered", place=place,
        substance=None, scope=scope, frequency=frequency, accumulation=accumulation, period=period,
        first_day=str(days.first_day()), last_day=str(days.last_day()), value=value,
        value_high=None, low=None, high=None, unit=unit, status="reported", qualifier="exact",
        derived="", chosen="c", rule="grade", differing=bool(others), points=tuple(points),
    )  # fmt: skip


def setting(
    period: str = "2024", regions: tuple[str, ...] = (), breaks: tuple[PublicBreak, ...] = ()
) -> Setting:
    return Setting("XA", parse_period(period), regions, breaks)


def months(year: int, value: float, place: str = "XA", **more: str) -> list[PublicObservation]:
    return [
        observed(f"{year}-{n:02d}", value + n, place=place, frequency="month", **more)  # type: ignore[arg-type]
        for n in range(1, 13)
    ]


def one(observations: list[PublicObservation], asked: Setting) -> KeyFigure:
    (figure,) = figures_of(observations, asked)
    return figure


def test_a_source_s_own_year_comes_before_the_sum_of_its_months() -> None:
    figure = one([*months(2024, 100), observed("2024", 1300)], setting())
    assert (figure.value, figure.how, figure.parts) == (1300, "said", 1)


def test_twelve_months_make_a_year_and_eleven_do_not() -> None:
    figure = one(months(2024, 100), setting())
    assert (figure.value, figure.how, figure.parts) == (1278, "sum_of_periods", 12)
    short = one(months(2024, 100)[:11], setting())
    assert (short.value, short.period, short.whole) == (111, "2024-11", False)


def test_a_sum_of_ranges_is_a_range() -> None:
    parts = [replace(part, value_high=(part.value or 0) + 5) for part in months(2024, 100)]
    figure = one([*parts[:11], months(2024, 100)[11]], setting())
    assert (figure.value, figure.value_high) == (1278, 1278 + 55)


def test_a_stock_is_not_added_over_months_but_its_newest_is_shown_with_its_range() -> None:
    figure = one(months(2024, 100, accumulation="stock", unit="patient"), setting())
    assert (figure.value, figure.period, figure.how) == (112, "2024-12", "last")
    assert (figure.low, figure.high) == (101, 112)


def test_what_is_newer_than_the_period_is_not_known_yet() -> None:
    assert figures_of([observed("2025", 5)], setting()) == []


def test_an_older_value_is_shown_as_such() -> None:
    figure = one([observed("2019", 7), observed("2018", 9)], setting())
    assert (figure.value, figure.period, figure.in_period) == (7, "2019", False)


def test_other_sources_stand_beside_the_value() -> None:
    assert one([observed("2024", 212, others=(87,))], setting()).differing == (87,)


@pytest.mark.parametrize(
    ("now", "before", "percent", "beyond"),
    [
        (150, 100, 50.0, True),  # two-sided binomial: p = 0.002
        (115, 100, 15.0, False),  # p = 0.31
        (12, 4, None, False),  # p = 0.077; too few for a percentage
        (0, 6, None, True),  # p = 0.031
    ],
)
def test_a_change_of_counts_is_set_against_chance(
    now: float, before: float, percent: float | None, beyond: bool
) -> None:
    change = one([observed("2023", before), observed("2024", now)], setting()).change
    assert change is not None
    assert (change.before, change.percent, change.beyond_chance) == (before, percent, beyond)


def test_a_stock_has_no_test_of_chance() -> None:
    rows = [
        observed(year, value, accumulation="stock") for year, value in (("2023", 10), ("2024", 90))
    ]
    change = one(rows, setting()).change
    assert change is not None and change.beyond_chance is None


def test_no_change_is_told_across_a_break_of_definition() -> None:
    new_code = PublicBreak(
        "2024-07-01", Names(en=("new code",)), (), ("offences_registered",), {}, {}
    )
    rows = [observed("2023", 100), observed("2024", 300)]
    change = one(rows, setting(breaks=(new_code,))).change
    assert change is not None
    assert (change.before, change.reason, change.note) == (None, "break", "2024-07-01")
    elsewhere = replace(new_code, indicators=("overdose_deaths",))
    unbroken = one(rows, setting(breaks=(elsewhere,))).change
    assert unbroken is not None and unbroken.percent == 200


def test_regions_add_up_where_values_do_and_have_a_middle_where_not() -> None:
    regions = ("XA-01", "XA-02", "XA-03")
    counts = [observed("2024", v, place=p) for p, v in zip(regions, (10, 20, 60), strict=True)]
    (total,) = figures_of_regions(counts, setting(regions=regions))
    assert (total.value, total.how, total.parts, total.of_parts) == (90, "sum_of_regions", 3, 3)
    prices = [
        observed("2024", v, place=p, unit="USD/g", accumulation="rate")
        for p, v in zip(regions, (10, 20, 60), strict=True)
    ]
    (middle,) = figures_of_regions(prices, setting(regions=regions))
    assert (middle.value, middle.low, middle.high) == (20, 10, 60)


def test_regions_are_compared_only_with_the_same_regions() -> None:
    regions = ("XA-01", "XA-02", "XA-03")
    rows = [observed("2024", 10, place=place) for place in regions]
    rows += [observed("2023", 10, place=place) for place in regions[:2]]
    (total,) = figures_of_regions(rows, setting(regions=regions))
    assert total.change is None


class _Codes:
    def name(self, kind: str, code: str, language: str) -> str:
        return {"offences_registered": "drug offences"}.get(code, code)


def test_a_figure_is_one_sentence_with_period_change_and_doubt() -> None:
    rows = [observed("2023", 100), observed("2024", 150, others=(140,))]
    assert figure_sentence(one(rows, setting()), _Codes(), "en").replace("\u00a0", " ") == (
        "Drug offences: 150 (2024); other sources: 140; 50% more than in 2023 (100), "
        "more of a difference than chance alone would make."
    )


def test_gaps_tell_never_from_ended_and_from_one_kind_of_source() -> None:
    old = one([observed("2018", 9)], setting())
    gaps = find_gaps(
        ("users_estimated", "offences_registered", "seizure_mass"),
        {"offences_registered": [old]},
        ("seizure_mass",),
        {"police": "agency"},
        parse_period("2024"),
    )
    assert [(gap.kind, gap.indicators, gap.since, gap.note) for gap in gaps] == [
        ("never", ("users_estimated",), "", ""),
        ("ended", ("offences_registered",), "2018", ""),
        ("withheld", ("seizure_mass",), "", ""),
        ("one_type", ("offences_registered",), "", "agency"),
    ]
